"""What an editor does with the summaries of an article: each action, who may, and what follows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.desk.drafting import draft
from articles.admin.desk.editing import SummaryEditor
from articles.admin.desk.outcomes import ActionResult, SaveOutcome
from articles.admin.desk.undoing import Undoable, stored
from articles.models import Summary, SummaryConflict
from articles.models.articles.article import Status
from articles.models.summaries.summary import BodyChanged
from articles.summaries.checks.house_names import in_house

SAVE, PUBLISH = "articles.change_summary", "articles.publish_summary"


def save(editor: SummaryEditor, prefix: str) -> ActionResult:
    return editor.save()


def autosave(editor: SummaryEditor, prefix: str) -> ActionResult:
    return editor.save(by_clock=True)


def publish(editor: SummaryEditor, prefix: str) -> ActionResult:
    """Save and show to readers every language that has words; all of them or none."""
    saved = _ready(editor)
    if not saved.is_good:
        return saved
    if not editor.has_read_the_body:
        return _read_again()
    if editor.doubts and editor.doubts != editor.sure:
        return ActionResult(SaveOutcome.DOUBT, _doubt(editor), editor.doubts)
    return _change(editor, editor.waiting, Summary.publish, _published(editor.article))


def _published(article) -> str:
    """Readers see no summary of an article that they do not see."""
    if article.status == Status.PUBLISHED:
        return _("Published.")
    told = _("The summaries are published; readers see them once the article is. It is now: %(status)s.")
    return told % {"status": article.get_status_display()}


def hand_in(editor: SummaryEditor, prefix: str) -> ActionResult:
    """Save, and ask somebody who may publish to read it."""
    saved = _ready(editor)
    if not saved.is_good:
        return saved
    return _change(editor, editor.waiting, Summary.submit, _("Handed in for review."))


def withdraw(editor: SummaryEditor, prefix: str) -> ActionResult:
    """Take one language away from readers."""
    saved = editor.save()
    if not saved.is_good:
        return saved
    shown = [form for form in editor.forms if form.prefix == prefix and form.summary.is_shown]
    return _change(editor, shown, Summary.withdraw, _("Withdrawn; the words stay here."))


def still_right(editor: SummaryEditor, prefix: str) -> ActionResult:
    """The stale summaries hold for the changed body too. Only words that the editor has read."""
    if not all(form.is_current for form in editor.stale):
        return editor.save()
    if not editor.has_read_the_body:
        return _read_again()
    told = _("Still right: readers see no note any more.")
    return _change(editor, editor.stale, Summary.still_right, told)


def take_theirs(editor: SummaryEditor, prefix: str) -> ActionResult:
    """Give up what was typed in one language for what is stored. Nothing is saved."""
    for form in editor.forms:
        if form.prefix == prefix:
            form.show_stored()
    editor.check()
    return ActionResult(SaveOutcome.SHOWN, _("Their words are in the fields."))


def replace(editor: SummaryEditor, place: str) -> ActionResult:
    """Put our name in the place of another. Nothing is saved. place: a language's prefix and a mark."""
    prefix, _colon, mark = place.partition(":")
    asked = [one for one in editor.findings if one.ours and editor.marks.get(one) == mark]
    for form in editor.forms:
        for finding in asked if form.prefix == prefix else ():
            form.change(form.words.replacing(partial(in_house, quote=finding.quote, ours=finding.ours)))
    editor.check()
    told = (
        _("Our name is in the field; nothing is saved yet.")
        if asked
        else _("These words are there no longer.")
    )
    return ActionResult(SaveOutcome.SHOWN, told)


def _ready(editor):
    """Saved, and fit to be read by others."""
    if not editor.written:
        return ActionResult(SaveOutcome.REFUSED, _("Nothing is written yet."))
    saved = editor.save()
    if saved.is_good and any(form.is_unpublishable for form in editor.written):
        return ActionResult(SaveOutcome.REFUSED, _("A summary needs its text: see beside the fields."))
    return saved


def _read_again():
    """The article is shown as it is now; the same again is done to that."""
    told = _("The article's text has changed since you opened it. It is shown anew; your words are here.")
    return ActionResult(SaveOutcome.REREAD, told)


def _doubt(editor):
    count = sum(finding.level == "fault" for finding in editor.findings)
    told = ngettext(
        "%d statement is not borne out. The same again publishes all the same.",
        "%d statements are not borne out. The same again publishes all the same.",
        count,
    )
    return told % count


def _change(editor, forms, change, told):
    """Change every one of the summaries or none."""
    undoable = Undoable(languages=[str(form.label) for form in forms])
    try:
        with transaction.atomic():
            for form in forms:
                undoable.before[str(form.summary.pk)] = stored(form.summary)
                change(form.summary, editor.user)
                undoable.after[str(form.summary.pk)] = form.summary.version
    except BodyChanged:
        editor.reload()
        return _read_again()
    except SummaryConflict:
        editor.reload()
        return editor.save()
    for form in editor.forms:
        form.read_again()
    return ActionResult(SaveOutcome.DONE, told, undoable=undoable if forms else None)


@dataclass(frozen=True)
class Action:
    """run: given the editor, and the prefix of the language it is asked for, "" for all.

    permission: who may. moves_on: whether the next article of the queue follows when it is done.
    """

    run: Callable[[SummaryEditor, str], ActionResult]
    permission: str = SAVE
    moves_on: bool = False


ACTIONS = {
    "save": Action(save),
    "autosave": Action(autosave),
    "draft": Action(draft),
    "theirs": Action(take_theirs),
    "replace": Action(replace),
    "submit": Action(hand_in, moves_on=True),
    "publish": Action(publish, PUBLISH),
    "next": Action(publish, PUBLISH, moves_on=True),
    "right": Action(still_right, PUBLISH, moves_on=True),
    "withdraw": Action(withdraw, PUBLISH),
}
