"""A small card of each topic that a body links to: part of the page, opened by a script."""

import re
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.text import Truncator

from articles.models import Article, ArticleTag, Tag
from articles.models.articles.prepared import Answer, left_at, padded, prepared
from articles.models.topics.tag import stories_of
from articles.pages.cards.content import description_of
from articles.pages.languages import Headline, Name, headline_of, names_of

LINKED = re.compile(r'<a rel="tag" href="/tags/([0-9]+)/')  # as `discovery.links` writes it
MOST = 12  # on a page: they are read by few and sent to all
LONGEST_LINE, LONGEST_HEADLINE = 36, 24  # characters


@dataclass(frozen=True)
class TopicCard:
    """names: preferred ones, each with its language. line: the editors', if any. newest: a story."""

    tag: Tag
    names: list[Name]
    line: Name | None
    newest: Article | None

    @property
    def stories(self) -> int:
        return self.tag.stories or 0

    @property
    def headline(self) -> Headline:
        told = headline_of(self.newest)
        return told._replace(text=Truncator(told.text).chars(LONGEST_HEADLINE))


@dataclass(frozen=True)
class Linked:
    """What is stored of the topics of cards, and of their newest stories: equal until it changes.

    asked: the numbers of the topics in their order.
    """

    asked: tuple[int, ...]
    tags: Answer
    newest: Answer

    @property
    def numbers(self) -> list[int]:
        """Those of topics that have cards."""
        return self.tags.column("id")

    def made(self) -> list[TopicCard]:
        tags = {tag.pk: tag for tag in self.tags.made()}
        newest = {story.pk: story for story in self.newest.made()}
        found = (tags[number] for number in self.asked if number in tags)
        return [TopicCard(tag, names_of(tag), line_of(tag), newest.get(tag.newest)) for tag in found]


def topic_cards(article: Article) -> list[TopicCard]:
    """Those of the first topics that a reader of the page sees linked."""
    return stored_cards(article).made()


def stored_cards(article: Article) -> Linked:
    """Three queries, none without links."""
    asked = left_at(article, "linked topics", article.rights, lambda: linked_in(article))
    tags = read_linked.answer(timezone.now(), *padded(asked))
    newest = [number for number in tags.column("newest") if number]
    return Linked(tuple(asked), tags, read_newest.answer(*padded(newest)))


def linked_in(article: Article) -> list[int]:
    return list(dict.fromkeys(map(int, LINKED.findall(article.shown_html))))[:MOST]


@prepared
def read_linked(now, *numbers):
    """Tags with `stories` and `newest`, the number of the newest story; None without any."""
    rows = ArticleTag.objects.published(now).filter(tag=OuterRef("pk"))
    newest = rows.order_by("-sorted_at", "-content_object").values("content_object")[:1]
    told = Tag.objects.published(now).annotate(stories=stories_of(now=now), newest=Subquery(newest))
    return told.filter(pk__in=numbers)


@prepared
def read_newest(*numbers):
    return Article.objects.for_cards().filter(pk__in=numbers)


def line_of(tag: Tag) -> Name | None:
    """The beginning of what the editors say of a topic."""
    ours = description_of(tag)
    return Name(Truncator(ours.text).chars(LONGEST_LINE), ours.language) if ours else None
