"""A summary as readers are told it: its words, the paragraphs they rest on, and what must be said of them.

Pages, feeds and cards take summaries from here, so that no `[3]` stands in a line of text and no line that
must be said is forgotten.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Summary
from articles.pages.articles.disclosure import disclosure, stale_line
from articles.text.citations import runs, without_citations

PARAGRAPH = re.compile(r'<p id="p(\d+)"')  # as rendering.py numbers them
CALLED = {"zh-Hant": "第 {} 段", "zh-Hans": "第 {} 段", "en": "paragraph {}"}


@dataclass(frozen=True)
class PublishedSummary:
    """One published summary. headline, text, points: words alone."""

    own: Summary

    @property
    def language(self) -> str:
        return self.own.language

    @property
    def headline(self) -> str:
        return without_citations(self.own.headline)

    @property
    def text(self) -> str:
        return without_citations(self.own.text)

    @property
    def points(self) -> list[str]:
        return [without_citations(point) for point in self.own.point_list]

    @property
    def changed_at(self) -> datetime | None:
        """When an editor last published it; None of one from before that was noted."""
        return self.own.reviewed_at

    @property
    def state(self) -> str:
        """Where it stands at the desk, "" of what readers have as it is. For those who see all of them."""
        if not self.own.is_shown:
            return self.own.get_status_display()
        return _("Published, with changes that wait") if self.own.pending else ""

    @property
    def stale_line(self) -> str:
        return stale_line(self.own)

    @property
    def disclosure(self) -> str:
        return disclosure(self.own)

    @property
    def remarks(self) -> list[str]:
        """What must be said of it, a line each, in its own language."""
        return [line for line in (self.stale_line, self.disclosure) if line]

    def text_html(self, page="") -> SafeString:
        """The text with its citations as links. page: the address of the article's page, "" on it."""
        return self._linked(self.own.text, page)

    def points_html(self, page="") -> list[SafeString]:
        return [self._linked(point, page) for point in self.own.point_list]

    def _linked(self, text, page):
        return linked(text, self._shown, CALLED[self.language], page)

    @cached_property
    def _shown(self):
        return shown_paragraphs(self.own.article)


def shown_paragraphs(article) -> set[int]:
    """The numbers of the paragraphs that rights let the article's page show."""
    return {int(number) for number in PARAGRAPH.findall(article.shown_html)}


def linked(text: str, shown: set[int], called: str, page: str) -> SafeString:
    """A summary's words with its citations as links.

    shown: the paragraphs of the page; others are not cited. called: a paragraph's name, `{}` for its number.
    page: the address they are on, "" when the words stand there too.
    """
    told = [run for run in runs(text) if is_wording(run) or run.paragraph in shown]
    parts = (part(is_words, group, called, page) for is_words, group in groupby(told, is_wording))
    return format_html_join("", "{}", ((each,) for each in parts))


def is_wording(run) -> bool:
    return run.paragraph is None


def part(is_words, group, called, page):
    """Some words, or the citations that stand together behind them."""
    if is_words:
        return "".join(run.text for run in group)
    places = ((page, run.paragraph, called.format(run.paragraph), run.paragraph) for run in group)
    return format_html(
        "<sup>{}</sup>", format_html_join(", ", '<a href="{}#p{}" aria-label="{}">{}</a>', places)
    )
