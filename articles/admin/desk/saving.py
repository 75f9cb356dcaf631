"""Storing one language's words so that nobody's are lost: the editor's, or those saved before."""

from datetime import timedelta
from enum import StrEnum

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.admin.desk.editing import Half
from articles.models import Draft, SummaryConflict
from articles.models.summary import SummaryOrigin

AUTOSAVE = "autosave"  # why a row of the history was written, when nobody asked for it
ONE_TURN = timedelta(minutes=30)  # autosaves of one editor within it are one row of the history


class Kept(StrEnum):
    SAVED = "saved"
    SAME = "same"  # as stored
    TAKEN = "taken"  # untouched by this editor: somebody else's newer words are shown now
    CONFLICT = "conflict"
    REFUSED = "refused"


def keep(half: Half, user, *, by_clock: bool = False) -> Kept:
    """Store what was typed in one language, or say why not; its form tells the editor what is stored.

    by_clock: saved without being asked to.
    """
    if half.is_refused:
        return Kept.REFUSED
    if half.words == half.summary.proposed:
        half.read_again()
        return Kept.SAME
    if not half.is_current:
        return overtaken(half)
    try:
        with transaction.atomic():
            _propose(half, user, by_clock)
    except (SummaryConflict, IntegrityError):  # saved, or begun, by somebody else in this very moment
        half.reload()
        return overtaken(half)
    half.read_again()
    return Kept.SAVED


def overtaken(half: Half) -> Kept:
    """Somebody saved since this editor read it. Words not typed in give way; others stand beside."""
    if half.is_untouched:
        half.show(half.summary.proposed)
        half.read_again()
        return Kept.TAKEN
    half.theirs = half.summary.proposed
    half.put(version=half.summary.version, over="1")
    return Kept.CONFLICT


def _propose(half, user, by_clock):
    summary = half.summary
    _say_who_drafted(half)
    summary._change_reason = AUTOSAVE if by_clock else None
    summary.propose(half.words, user)
    if not half.is_over:
        _make_one_turn(summary, user)


def _say_who_drafted(half):
    """Words that a machine began stay marked so until the summary is emptied."""
    summary = half.summary
    if half.draft_taken:
        draft = Draft.objects.filter(
            pk=half.draft_taken, article=half.article, language=half.language
        ).first()
        if draft:
            summary.origin, summary.drafted_by = SummaryOrigin.DRAFTED, draft.model
    elif not half.words and summary.origin == SummaryOrigin.DRAFTED:
        summary.origin, summary.drafted_by = SummaryOrigin.WRITTEN, ""


def _make_one_turn(summary, user):
    """An autosave gives way to the next save of the same editor; other people's rows never do."""
    rows = summary.history.order_by("-history_id").only("history_change_reason", "history_date")[1:2]
    since = timezone.now() - ONE_TURN
    for row in rows:
        is_own = (row.history_change_reason, row.history_user_id) == (AUTOSAVE, user.pk)
        if is_own and row.history_date > since:
            row.delete()
