"""How a page introduces itself where its link is shared: the fields of Open Graph and of X's cards.

https://ogp.me, https://developer.x.com/en/docs/x-for-websites/cards
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.models import Article, Tag
from articles.pages.cards.content import (
    Card,
    card_of_article,
    card_of_topic,
    day,
    description_of,
)
from articles.pages.cards.drawing import HEIGHT, WIDTH
from articles.pages.languages import headline_of, name_of, summaries_to_read
from articles.pages.reading_time import reading_time
from articles.text.normalise import tidy

LONGEST = 300  # characters of a description; the longest that any of them shows


@dataclass(frozen=True)
class Picture:
    """A share card: url: whole, with its version. alt: what it says."""

    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class Introduction:
    """labels: two at most, each with what is said under it. topics: what it is about, by name."""

    title: str
    description: str
    picture: Picture
    labels: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]


def of_article(article: Article) -> Introduction:
    """article: as `for_cards()` reads it."""
    return Introduction(
        title=tidy(headline_of(article).text),
        description=described(article),
        picture=picture_of_article(article),
        labels=tuple(labels_of(article)),
        topics=tuple(name_of(tag).text for tag in article.tags.all()),
    )


def picture_of_article(article: Article) -> Picture:
    return picture_of(card_of_article(article), reverse("article_card", args=[article.pk, article.slug]))


def described(article) -> str:
    """Our summary for the reader, or else what rights allow of the text."""
    summaries = (summary.text for summary in summaries_to_read(article))
    return shortened(next(summaries, "") or article.shown_standfirst or article.shown_excerpt)


def shortened(text: str) -> str:
    return Truncator(tidy(text)).chars(LONGEST)


def labels_of(article):
    if article.source:
        yield _("Source"), article.source.name
    if article.is_shown_whole:
        yield _("Reading time"), reading_time(article.rendering.reading_minutes)


def of_topic(tag: Tag, stories: int, newest: Article | None) -> Introduction:
    """stories: how many there are. newest: the first article of the list, None when it is empty."""
    card = card_of_topic(tag)
    ours = description_of(tag)
    about = _("Articles about %(name)s, with summaries in Chinese and English.") % {"name": card.title.text}
    return Introduction(
        title=card.title.text,
        description=shortened(ours.text if ours else about),
        picture=picture_of(card, reverse("tag_card", args=[tag.pk, tag.slug])),
        labels=tuple(labels_of_topic(stories, newest)),
        topics=(card.title.text,),
    )


def labels_of_topic(stories, newest):
    if stories:
        yield _("Articles"), str(stories)
    if newest and newest.printed_at:
        yield _("Latest"), day(newest.printed_at)


def picture_of(card: Card, path: str) -> Picture:
    alt = f"{settings.SITE_NAME}: {tidy(card.title.text)}"
    return Picture(f"{settings.SITE_URL}{path}?v={card.version}", alt)
