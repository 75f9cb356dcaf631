"""A machine's words for fields that are still empty. Nothing is saved: that is for who reads them."""

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from articles.admin.desk.editing import SummaryEditor
from articles.admin.desk.outcomes import ActionResult, SaveOutcome
from articles.models import Words
from articles.models.summaries.draft import DraftState
from articles.summaries.drafting.base import DraftError
from articles.summaries.drafting.drafts import make_draft
from articles.summaries.drafting.none import NoDrafter


def is_offered() -> bool:
    """Whether any backend drafts here."""
    return import_string(settings.SUMMARY_BACKEND) is not NoDrafter


def draft(editor: SummaryEditor, prefix: str) -> ActionResult:
    """Draft one language, or every one whose text is empty when prefix is "". One line tells what failed."""
    asked = [form for form in editor.forms if prefix in ("", form.prefix) and not form.words.text]
    if not asked:
        told = _("The text is written already; a draft fills empty fields only.")
        return ActionResult(SaveOutcome.REFUSED, told)
    troubles = [trouble for form in asked if (trouble := _fill(form))]
    editor.check()
    if len(troubles) == len(asked):
        return ActionResult(SaveOutcome.UNDRAFTED, " ".join(dict.fromkeys(troubles)))
    told = _("Drafted by machine; nothing is saved yet. Read it against the article.")
    return ActionResult(SaveOutcome.DRAFTED, told)


def _fill(form) -> str:
    """Put a draft into the empty fields; what hindered it, "" when nothing did."""
    try:
        made = make_draft(form.article, form.language)
    except DraftError as error:
        return str(error)
    if made.state != DraftState.READY:
        return made.reason
    typed, words = form.words, made.words
    form.change(Words(typed.headline or words.headline, words.text, typed.points or words.points))
    form.put(drafted=made.pk)
    return ""
