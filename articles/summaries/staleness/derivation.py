"""Whether summaries still say what their article says after its body has changed.

A summary is always judged against the body that an editor read when it was reviewed, never against the last
one: many small changes cannot carry it away unnoticed, and it is right again when the body returns.
"""

import html
import re

from django.utils.translation import gettext_lazy as _

from articles.models import Article, Label, Summary
from articles.models.articles.rendering import ArticleRendering
from articles.models.summaries.summary import ReviewedBody, SummaryConflict, SummaryStatus, fingerprint
from articles.rendering import render_body
from articles.summaries.staleness.judgement import SUBSTANCE, Change, judge
from articles.text.citations import CITATION
from articles.text.diff.paragraphs import followed
from articles.text.diff.side_by_side import DiffParagraph, paragraph_diff

NUMBERED = re.compile(r'<p id="p\d+">(.*?)</p>', re.DOTALL)
TAG = re.compile(r"<[^<>]+>")
EXPLANATIONS = {
    "number": _("A number or a date has changed."),
    "name": _("A name has changed."),
    "negation": _("The text no longer denies what it denied, or the other way round."),
    "modality": _("What has happened, will happen or may happen has changed."),
    "measure": _("How much is meant has changed."),
    "opposite": _("A word has given way to its contrary."),
    "title": _("An office has changed."),
    "field": _("A department or a subject has changed."),
    "place": _("A direction has changed."),
    "time": _("A time has changed."),
    "unit": _("A unit has changed."),
    "person": _("Who speaks or is spoken of has changed."),
    "added": _("Something has been added."),
    "removed": _("Something has been taken out."),
    "reworded": _("The text has been reworded."),
    "swapped": _("Two words have changed places."),
    "unknown": _("The text that was reviewed is not known any more."),
}


def derive_staleness(article) -> None:
    """Let an article's summaries follow its body: citations to their paragraphs, shown ones to their status.

    Runs before the body is rendered anew: the rendering still has the paragraphs that citations count.
    """
    summaries = [] if article.is_new else list(article.summaries.filter())  # a prefetched list may be old
    if not summaries:
        return
    moves = _moves(article) if any(CITATION.search(_all_text(one)) for one in summaries) else None
    judged = _Judge(article)
    for summary in summaries:
        _settle(summary, judged, moves)


def change_since_review(summary: Summary) -> Change | None:
    """What became of the body since the summary was reviewed; None when it never was."""
    return _Judge(summary.article).change(summary.body_fingerprint) if summary.body_fingerprint else None


def difference_since_review(summary: Summary) -> list[DiffParagraph]:
    """The body as it was reviewed and as it is, for the editor; empty when it never was."""
    reviewed = _reviewed_body(summary.article, summary.body_fingerprint)
    return paragraph_diff(reviewed, summary.article.body) if reviewed is not None else []


def explanation(rule: str):
    """What a rule of a Change says to the editor, in their language."""
    return EXPLANATIONS[rule]


def moved_citations(text: str, places: dict[int, int]) -> str:
    """A text whose citations name the paragraphs by their new numbers; those of paragraphs that are gone go.

    places: former number → new number. A citation that leads to another statement is worse than none; the
    history of the summary keeps it, and the editor is shown that the summary is stale.
    """

    def moved(match):
        place = places.get(int(match[1]))
        return match[0].replace(match[1], str(place)) if place else ""

    return CITATION.sub(moved, text)


class _Judge:
    """What the article's body is to the bodies that its summaries were reviewed against."""

    def __init__(self, article):
        self.article = article
        self.mark = fingerprint(article.body)
        self._changes = {}

    def is_stale(self, reviewed: str) -> bool:
        return reviewed != self.mark and self.change(reviewed).kind == SUBSTANCE

    def change(self, reviewed: str) -> Change:
        if reviewed not in self._changes:
            self._changes[reviewed] = self._compared(reviewed)
        return self._changes[reviewed]

    def _compared(self, reviewed):
        body = _reviewed_body(self.article, reviewed)
        if body is None:
            return Change(SUBSTANCE, "unknown")
        return judge(body, self.article.body, glossary())


def _reviewed_body(article, mark: str) -> str | None:
    kept = ReviewedBody.objects.filter(article=article, fingerprint=mark)
    return kept.values_list("body", flat=True).first()


def glossary() -> dict[str, str]:
    """Every name in the glossary → the topic it means, so that another name for it is no change."""
    return {text: f"topic {tag}" for text, tag in Label.objects.values_list("text", "tag")}


def _settle(summary, judged, moves) -> None:
    """Save the summary if anything of it follows; somebody else's save in between is taken in first."""
    try:
        _follow(summary, judged, moves)
    except SummaryConflict:
        summary.refresh_from_db()
        _follow(summary, judged, moves)


def _follow(summary, judged, moves) -> None:
    has_moved = moves is not None and _move(summary, moves)
    if summary.is_shown and summary.body_fingerprint:
        is_stale = judged.is_stale(summary.body_fingerprint)
        status = SummaryStatus.STALE if is_stale else SummaryStatus.PUBLISHED
    else:
        status = summary.status
    if has_moved or status != summary.status:
        summary.status = status
        summary.save()


def _move(summary, moves) -> bool:
    """Whether a citation in the summary had to be changed."""
    before = _all_text(summary)
    summary.text = moved_citations(summary.text, moves)
    summary.points = moved_citations(summary.points, moves)
    if summary.pending is not None:
        points = [moved_citations(point, moves) for point in summary.pending["points"]]
        text = moved_citations(summary.pending["text"], moves)
        summary.pending = {**summary.pending, "text": text, "points": points}
    return _all_text(summary) != before


def _all_text(summary) -> str:
    pending = summary.pending or {}
    return "\n".join([summary.text, summary.points, pending.get("text", ""), *pending.get("points", ())])


def _moves(article) -> dict[int, int] | None:
    """Former numbers of paragraphs → new ones; None when the body was not rendered before."""
    before = ArticleRendering.objects.filter(article=article).first()
    if before is None:
        return None
    before.article = Article(pk=article.pk, body=article.replaced.get("body", article.body))
    places = followed(_paragraphs(before.body_html), _paragraphs(render_body(article.body).html))
    return {old + 1: new + 1 for old, new in places.items()}


def _paragraphs(body_html: str) -> list[str]:
    return [html.unescape(TAG.sub("", text)) for text in NUMBERED.findall(body_html)]
