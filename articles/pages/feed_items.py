"""One article as every feed tells it: what a reader may see, in one place for Atom and JSON alike."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from articles.models import Article
from articles.pages.interface import summaries_to_read

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # refused by every XML reader
OWN_ADDRESS = re.compile(r'\b(src|href)="/(?!/)')  # ours start with a slash; others name their host


@dataclass(frozen=True)
class FeedItem:
    """id: never changes, whatever the headline or the language of the feed. summaries: (language, text).

    published: None unless the source prints a date. external_url: the article at its source.
    """

    id: str
    url: str
    title: str
    language: str
    summaries: list[tuple[str, str]]
    content_html: str
    authors: list[str]
    tags: list[str]
    external_url: str
    published: datetime | None
    updated: datetime

    @property
    def summary_text(self) -> str:
        return "\n\n".join(text for _language, text in self.summaries)

    @property
    def summary_html(self) -> str:
        return format_html_join("", '<p lang="{}">{}</p>', self.summaries)


def feed_item(article: Article) -> FeedItem:
    return FeedItem(
        id=f"{settings.SITE_URL}/articles/{article.pk}",
        url=settings.SITE_URL + article.get_absolute_url(),
        title=serializable(article.shown_headline),
        language=article.language,
        summaries=[(each.language, serializable(each.text)) for each in summaries_to_read(article)],
        content_html=serializable(content(article)),
        authors=[name for name in serializable(article.shown_byline).split("、") if name],
        tags=[tag.name for tag in article.tags.all()],
        external_url=article.source_url,
        published=article.published_at,
        updated=article.updated_at,
    )


def serializable(text: str) -> str:
    return NOT_IN_XML.sub("", text)


def content(article) -> str:
    """What rights allow of the body, with whole addresses, and the way to the rest."""
    shown = OWN_ADDRESS.sub(rf'\1="{settings.SITE_URL}/', article.shown_html)
    return shown if article.is_shown_whole else shown + read_on(article)


def read_on(article) -> str:
    if not article.source_url:
        return ""
    words = _("Read on at %(source)s") % {"source": article.source.name}
    return format_html('<p><a href="{}">{}</a></p>', article.source_url, words)
