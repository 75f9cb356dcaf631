"""Every summary is written by a person."""

from django.utils.translation import gettext as _

from articles.summaries.drafting.base import CannotDraft, Drafter


class NoDrafter(Drafter):
    model = "none"

    def check(self, language_of_article, language):
        raise CannotDraft(_("Drafting is switched off (SUMMARY_BACKEND)."))
