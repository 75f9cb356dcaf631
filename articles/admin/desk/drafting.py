"""A machine's words for fields that are still empty. Nothing is saved: that is for who reads them."""

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from articles.admin.desk.actions import Result
from articles.admin.desk.editing import Sheet
from articles.models import Words
from articles.models.draft import DraftState
from articles.summaries.drafting.base import DraftError
from articles.summaries.drafting.drafts import make_draft
from articles.summaries.drafting.none import NoDrafter


def is_offered() -> bool:
    """Whether any backend drafts here."""
    return import_string(settings.SUMMARY_BACKEND) is not NoDrafter


def draft(sheet: Sheet, prefix: str) -> Result:
    """Draft one language, or every one whose text is empty when prefix is "". One line tells what failed."""
    asked = [half for half in sheet.halves if prefix in ("", half.prefix) and not half.words.text]
    if not asked:
        return Result("refused", _("The text is written already; a draft fills empty fields only."))
    troubles = [trouble for half in asked if (trouble := _fill(half))]
    sheet.check()
    if len(troubles) == len(asked):
        return Result("undrafted", " ".join(dict.fromkeys(troubles)))
    return Result("drafted", _("Drafted by machine; nothing is saved yet. Read it against the article."))


def _fill(half) -> str:
    """Put a draft into the empty fields; what hindered it, "" when nothing did."""
    try:
        made = make_draft(half.article, half.language)
    except DraftError as error:
        return str(error)
    if made.state != DraftState.READY:
        return made.reason
    typed, words = half.words, made.words
    half.show(Words(typed.headline or words.headline, words.text, typed.points or words.points))
    half.put(read=half.form["read"].value(), drafted=made.pk)
    return ""
