"""Every version of a summary, what changed in each and by whom; any of them can be proposed again."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.models import Summary, SummaryConflict, Words
from articles.models.row_numbers import row_number
from articles.models.summaries.summary import AUTOSAVE, SummaryStatus
from articles.text.diff.side_by_side import paragraph_diff

PAGE_SIZE = 20  # versions with their diffs: some screens


@dataclass(frozen=True)
class Version:
    """A row of the history beside the one before it."""

    row: object
    words: Words
    before: Words

    @property
    def status(self) -> str:
        return SummaryStatus(self.row.status).label

    @property
    def is_autosave(self) -> bool:
        return self.row.history_change_reason == AUTOSAVE

    @property
    def parts(self) -> list[list]:
        """Headline, text and points as runs of words that stayed, came and went."""
        pairs = zip(_parts(self.before), _parts(self.words), strict=True)
        return [[run for part in paragraph_diff(old, new) for run in part.runs] for old, new in pairs]

    @property
    def is_same(self) -> bool:
        return self.words == self.before


def history_page(request, site, article, language):
    """The versions of one language, newest first, a page at a time."""
    summary = get_object_or_404(Summary, article=article, language=language)
    before = row_number(request.GET.get("before", ""))
    rows = summary.history.select_related("history_user").order_by("-history_id")
    if before is not None:
        rows = rows.filter(history_id__lt=before)
    rows = list(rows[: PAGE_SIZE + 1])
    context = {
        **site.each_context(request),
        "title": _("History"),
        "article": article,
        "summary": summary,
        "versions": _versions(rows)[:PAGE_SIZE],
        "older": rows[PAGE_SIZE - 1].history_id if len(rows) > PAGE_SIZE else None,
        "may_save": request.user.has_perm("articles.change_summary"),
    }
    return TemplateResponse(request, "admin/desk/history.html", context)


def restore(request, article, language):
    """Propose the words of a version again; readers see them when they are published."""
    summary = get_object_or_404(Summary, article=article, language=language)
    row = get_object_or_404(summary.history, history_id=row_number(request.POST.get("restore", "")))
    if request.POST.get("version") != str(summary.version):
        messages.warning(request, _("Somebody has saved since; look at the newest version first."))
        return redirect(request.path)
    try:
        with transaction.atomic():
            summary.propose(words_of(row), request.user)
    except SummaryConflict:
        messages.warning(request, _("Somebody has saved since; look at the newest version first."))
        return redirect(request.path)
    messages.success(request, _("These words are proposed again. Publish them at the desk."))
    return redirect("admin:desk_article", article.pk)


def words_of(row) -> Words:
    """What the editors worked on at that time: the waiting revision when there was one."""
    if row.pending is not None:
        return Words(row.pending["headline"], row.pending["text"], tuple(row.pending["points"]))
    return Words(row.headline, row.text, tuple(line for line in row.points.splitlines() if line.strip()))


def _versions(rows):
    words = [words_of(row) for row in rows]
    earlier = [*words[1:], Words()]
    return [Version(row, own, before) for row, own, before in zip(rows, words, earlier, strict=True)]


def _parts(words):
    return words.headline, words.text, "\n".join(words.points)
