"""What an editor does with a sheet. Each deed answers with what became of it and one line to be told."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.desk.editing import Sheet
from articles.admin.desk.saving import Kept, keep
from articles.models import SummaryConflict


@dataclass(frozen=True)
class Result:
    """outcome: saved, refused, conflict, taken, doubt, done, shown, drafted or undrafted."""

    outcome: str
    told: str

    @property
    def is_good(self) -> bool:
        return self.outcome in ("saved", "done")


def save(sheet: Sheet, user, *, by_clock: bool = False) -> Result:
    """Store each language that can be stored; one that cannot keeps no other from it."""
    for half in sheet.halves:
        half.kept = keep(half, user, by_clock=by_clock)
    kept = {half.kept for half in sheet.halves}
    if Kept.CONFLICT in kept:
        return Result("conflict", _("Somebody saved before you. Nothing is lost: both texts are here."))
    if Kept.REFUSED in kept:
        return Result("refused", _("Not saved: see beside the fields. Your words are still here."))
    if Kept.TAKEN in kept:
        return Result("taken", _("Somebody else has changed this summary; their words are shown now."))
    return Result("saved", _("Saved at %s.") % time_format(timezone.localtime(), "H:i"))


def publish(sheet: Sheet, user, *, sure: str = "") -> Result:
    """Save and show to readers every language that has words; all of them or none.

    sure: the mark of the faults that the editor was shown and publishes in spite of.
    """
    saved = _ready(sheet, user)
    if not saved.is_good:
        return saved
    if sheet.doubts and sheet.doubts != sure:
        return Result("doubt", _doubt(sheet))
    return _each(sheet, _publish_waiting, user, _("Published."))


def hand_in(sheet: Sheet, user) -> Result:
    """Save, and ask somebody who may publish to read it."""
    saved = _ready(sheet, user)
    return _each(sheet, _submit_waiting, user, _("Handed in for review.")) if saved.is_good else saved


def withdraw(sheet: Sheet, user, prefix: str) -> Result:
    """Take one language away from readers."""
    saved = save(sheet, user)
    if not saved.is_good:
        return saved

    def deed(half, user):
        if half.prefix == prefix and half.summary.is_shown:
            half.summary.withdraw(user)

    return _each(sheet, deed, user, _("Withdrawn; the words stay here."))


def still_right(sheet: Sheet, user) -> Result:
    """The stale summaries hold for the changed body too. Only words that the editor has read."""
    if not all(half.is_current for half in sheet.stale):
        return save(sheet, user)

    def deed(half, user):
        if half.is_stale:
            half.summary.still_right(user)

    return _each(sheet, deed, user, _("Still right: readers see no note any more."))


def take_theirs(sheet: Sheet, prefix: str) -> Result:
    """Give up what was typed in one language for what is stored. Nothing is saved."""
    for half in sheet.halves:
        if half.prefix == prefix:
            half.show(half.summary.proposed)
            half.read_again()
    sheet.check()
    return Result("shown", _("Their words are in the fields."))


def _ready(sheet, user):
    """Saved, and fit to be read by others."""
    if not sheet.written:
        return Result("refused", _("Nothing is written yet."))
    saved = save(sheet, user)
    if saved.is_good and any(half.is_unpublishable for half in sheet.written):
        return Result("refused", _("A summary needs its text: see beside the fields."))
    return saved


def _doubt(sheet):
    count = sum(finding.level == "fault" for finding in sheet.findings)
    told = ngettext(
        "%d statement is not borne out. The same again publishes all the same.",
        "%d statements are not borne out. The same again publishes all the same.",
        count,
    )
    return told % count


def _each(sheet, deed, user, told):
    """Do it to every half or to none."""
    try:
        with transaction.atomic():
            for half in sheet.halves:
                deed(half, user)
    except SummaryConflict:
        for half in sheet.halves:
            half.reload()
        return save(sheet, user)
    for half in sheet.halves:
        half.read_again()
    return Result("done", told)


def _publish_waiting(half, user):
    if half.waits_for_publishing:
        half.summary.publish(user)


def _submit_waiting(half, user):
    if half.waits_for_publishing:
        half.summary.submit(user)
