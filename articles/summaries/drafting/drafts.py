"""Drafts asked for, kept, counted and checked. None is a summary until a person takes it."""

import html

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Summary
from articles.models.articles.turns import in_turn
from articles.models.summaries.draft import Draft, DraftState
from articles.models.summaries.summary import SummaryConflict, SummaryOrigin, Words, fingerprint
from articles.summaries.checks import check, refuses
from articles.summaries.drafting import drafter
from articles.summaries.drafting.base import (
    CannotDraft,
    Drafter,
    DraftError,
    DraftFailed,
    DraftRefused,
    Manuscript,
)
from articles.summaries.evidence import evidence_of, names_for
from articles.summaries.messages import message_of
from articles.summaries.staleness.derivation import NUMBERED, TAG
from articles.text.normalise import tidy

COUNTING_LOCK = 7_305_221  # any number of our own: who holds it may count today's drafts and add one
LONGEST_REASON = 300


class DailyLimit(DraftError):
    """As many drafts as a day may have were made today."""


def make_draft(article: Article, language: str, *, again: bool = False) -> Draft:
    """The draft of an article's body as it is now, the existing one where the same model made it already.

    again: ask anew where asking failed; otherwise that waits for another day. Whatever the backend does, the
    answer is a Draft: ready, refused or failed with the reason in one line. Raises DailyLimit, CannotDraft,
    or DraftError when settings are missing.
    """
    used = drafter()
    used.check(article.language, language)
    manuscript = manuscript_of(article)
    if not manuscript.paragraphs:
        raise CannotDraft(_("The article has no paragraphs to make a draft of."))
    draft, is_new = _claimed(article, language, used, again=again)
    if is_new:
        _answer(draft, used, manuscript)
        draft.save()
    return draft


def accept(draft: Draft, user) -> Summary:
    """Begin a summary with the words of a draft: a draft itself, its origin said.

    Raises DraftError for a draft that is not ready or whose body has changed, SummaryConflict when the
    article has a summary in this language: nothing that somebody wrote is overwritten.
    """
    if draft.state != DraftState.READY:
        raise DraftError(_("This draft was refused: %s") % draft.reason)
    if draft.body_fingerprint != fingerprint(draft.article.body):
        raise DraftError(_("The article has changed since this was drafted."))
    with in_turn():
        if Summary.objects.filter(article=draft.article, language=draft.language).exists():
            raise SummaryConflict(str(draft))
        summary = Summary(
            article=draft.article,
            language=draft.language,
            headline=draft.headline,
            text=draft.text,
            points=draft.points,
            origin=SummaryOrigin.DRAFTED,
            drafted_by=draft.model,
            writer=user,
        )
        summary._history_user = user
        summary.save()
    return summary


def _claimed(article, language, used: Drafter, *, again) -> tuple[Draft, bool]:
    """The draft's row, and whether it is ours to fill: it is stored before anybody is asked.

    Until it is filled it reads as failed, so that a process that dies leaves no riddle.
    """
    key = {
        "article": article,
        "language": language,
        "body_fingerprint": fingerprint(article.body),
        "prompt_version": used.prompt_version,
        "model": used.model,
    }
    with transaction.atomic():
        _count_alone()
        today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
        draft = Draft.objects.filter(**key).first()
        if draft and not (draft.state == DraftState.FAILED and (again or draft.created_at < today)):
            return draft, False
        if Draft.objects.filter(created_at__gte=today).count() >= settings.SUMMARY_DAILY_DRAFTS:
            raise DailyLimit(_("%d drafts were made today; more tomorrow.") % settings.SUMMARY_DAILY_DRAFTS)
        draft = draft or Draft(**key)
        draft.state, draft.reason = DraftState.FAILED, _("Begun and not finished.")
        draft.created_at = timezone.now()
        draft.save()
        return draft, True


def _count_alone() -> None:
    """Let no other process count before this transaction ends. SQLite has one write lock anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [COUNTING_LOCK])


def _answer(draft: Draft, used: Drafter, manuscript: Manuscript) -> None:
    """Fill a draft with what the backend says, or with why it may not."""
    try:
        words = used.draft(manuscript, draft.language)
        _refuse_faults(draft, words)
    except DraftRefused as error:
        draft.state, draft.reason = DraftState.REFUSED, _line(error)
    except DraftFailed as error:
        draft.state, draft.reason = DraftState.FAILED, _line(error)
    except Exception as error:  # noqa: BLE001  any class may be a backend; its faults are told in the draft
        draft.state, draft.reason = DraftState.FAILED, _line(f"{type(error).__name__}: {error}")
    else:
        draft.state, draft.reason = DraftState.READY, ""
        draft.headline, draft.text, draft.points = words.headline, words.text, "\n".join(words.points)


def manuscript_of(article: Article) -> Manuscript:
    """An article as a backend reads it: its paragraphs as summaries cite them."""
    found = NUMBERED.findall(article.rendering.body_html)
    return Manuscript(
        headline=article.headline,
        language=article.language,
        paragraphs=tuple(html.unescape(TAG.sub("", text)) for text in found),
    )


def _refuse_faults(draft: Draft, words: Words) -> None:
    evidence, written = evidence_of(draft.article), {draft.language: words}
    if faults := refuses(check(written, evidence, names_for(evidence, written))):
        raise DraftRefused("; ".join(f"{message_of(fault)} {fault.quote}" for fault in faults))


def _line(reason) -> str:
    return tidy(str(reason))[:LONGEST_REASON]
