"""One article as every feed tells it: what a reader may see, in one place for Atom and JSON alike."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.articles.prepared import left_at
from articles.pages.articles.corrections import corrections_of
from articles.pages.articles.published_summary import PublishedSummary
from articles.pages.languages import headline_of, name_of, summaries_to_read
from articles.pages.metadata.open_graph import picture_of_article
from articles.pages.scripts import html_to_read, to_read
from articles.rendering import in_language

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # refused by every XML reader
OWN_ADDRESS = re.compile(r'\b(src|href)="/(?!/)')  # ours start with a slash; others name their host


@dataclass(frozen=True)
class FeedItem:
    """id: never changes, whatever the headline or the language of the feed.

    summary_text, summary_html: our summaries, the reader's language first, each with what must be said of it.
    corrections: (day, words) of what the source changed since.
    published: None unless the source prints a date. external_url: the article at its source. image: its card.
    """

    id: str
    url: str
    title: str
    language: str
    summary_text: str
    summary_html: str
    content_html: str
    authors: list[str]
    tags: list[str]
    corrections: list[tuple[str, str]]
    external_url: str
    image: str
    published: datetime | None
    updated: datetime


def feed_item(article: Article) -> FeedItem:
    """article: as `for_reading()` reads it."""
    return left_at(article, f"feed in {get_language()}", settings.SITE_URL, lambda: item_of(article))


def item_of(article: Article) -> FeedItem:
    url, summaries = settings.SITE_URL + article.get_absolute_url(), summaries_to_read(article)
    introduced = html_to_read("".join(in_html(told, url) for told in summaries))
    headline = headline_of(article)
    return FeedItem(
        id=f"{settings.SITE_URL}/articles/{article.pk}",
        url=url,
        title=serializable(to_read(headline.text, headline.language).text),
        language=to_read("", article.language).language,
        summary_text=serializable("\n\n".join(map(in_lines, summaries))),
        summary_html=serializable(introduced),
        content_html=serializable(introduced + html_to_read(content(article))),
        authors=[serializable(name) for name in article.writers],
        tags=[to_read(*name_of(tag)).text for tag in article.tags.all()],
        corrections=corrections(article),
        external_url=article.source_url,
        image=picture_of_article(article).url,
        published=article.published_at,
        updated=max([article.updated_at, *filter(None, (told.changed_at for told in summaries))]),
    )


def in_lines(told: PublishedSummary) -> str:
    return "\n".join(to_read(line, told.language).text for line in (told.text, *told.remarks))


def in_html(told: PublishedSummary, page: str) -> str:
    """A summary whole. page: the address of its article, where the paragraphs it cites stand."""
    points = format_html_join("", "<li>{}</li>", ((point,) for point in told.points_html(page)))
    remarks = format_html_join("", "<p><small>{}</small></p>", ((line,) for line in told.remarks))
    return format_html(
        '<div lang="{}"><p>{}</p>{}{}</div>',
        told.language,
        told.text_html(page),
        format_html("<ul>{}</ul>", points) if points else "",
        remarks,
    )


def serializable(text: str) -> str:
    return NOT_IN_XML.sub("", text)


def content(article) -> str:
    """What rights allow of the body, with whole addresses, and the way to the rest and to its page here."""
    shown = OWN_ADDRESS.sub(rf'\1="{settings.SITE_URL}/', in_language(article.shown_html, reverse("home")))
    body = f'<div lang="{article.language}">{shown}</div>' if shown else ""
    body += "".join(format_html("<p><small>{} {}</small></p>", *told) for told in corrections(article))
    return body + ("" if article.is_shown_whole else read_on(article)) + short_link(article)


def corrections(article) -> list[tuple[str, str]]:
    """(day, words) of each change that the source made since."""
    return [(told.day.isoformat(), told.words) for told in corrections_of(article)]


def read_on(article) -> str:
    if not article.source_url:
        return ""
    words = _("Read on at %(source)s") % {"source": article.source.name}
    return format_html('<p><a href="{}">{}</a></p>', article.source_url, words)


def short_link(article) -> str:
    """An address that can be said aloud, typed, and sent where long ones break."""
    address = settings.SITE_URL + reverse("short_article", args=[article.pk])
    return format_html('<p><a href="{}">{}</a></p>', address, address.split("//", 1)[-1])
