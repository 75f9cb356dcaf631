"""An article's two summaries on the desk of somebody who writes them."""

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from articles.admin.desk import checking
from articles.admin.desk.dismissing import Dismissals
from articles.admin.desk.forms import LanguageForm
from articles.admin.desk.outcomes import ActionResult, SaveOutcome
from articles.models.languages import SummaryLanguage, scripts_open
from articles.models.summaries.summary import fingerprint
from articles.summaries.rules import GOOD_RATIO, ratio_of


class SummaryEditor:
    """The forms of both languages. data: what was posted, None for what is stored.

    sure: the mark of the faults that the editor was shown and publishes in spite of. body: of the body that
    they have in front of them.
    """

    def __init__(self, article, user, data=None):
        self.article, self.user = article, user
        self.sure, self.body = (data.get(name, "") if data else "" for name in ("sure", "body"))
        stored = {each.language: each for each in article.summaries.select_related("writer", "reviewer")}
        languages = (self._chinese(stored, data), SummaryLanguage.EN)
        self.forms = [LanguageForm(article, language, stored.get(language), data) for language in languages]
        self.dismissals = Dismissals(article, data)
        self.check()

    def _chinese(self, stored, data):
        """The script this article's Chinese summary is written in, else the one the editor was shown."""
        asked, scripts = data.get("chinese") if data else None, scripts_open(stored)
        return asked if asked in scripts else scripts[0]

    def check(self) -> None:
        found, marks = checking.findings_of(self.article, {form.language: form.words for form in self.forms})
        self.marks = marks
        left = [finding for finding in found if marks.get(finding) not in self.dismissals.known]
        for form in self.forms:
            form.findings = [finding for finding in left if finding.language == form.language]

    def dismiss(self) -> None:
        """Remember what the editor dismisses; it is no finding any more."""
        if self.dismissals.asked:
            self.dismissals.keep(self.marks, self.user)
            self.check()

    def save(self, *, by_clock: bool = False) -> ActionResult:
        """Store each language that can be stored; one that cannot keeps no other from it."""
        if not by_clock:
            self.dismiss()
        for form in self.forms:
            form.save(self.user, by_clock=by_clock)
        outcomes = {form.outcome for form in self.forms}
        if SaveOutcome.CONFLICT in outcomes:
            told = _("Somebody saved before you. Nothing is lost: both texts are here.")
            return ActionResult(SaveOutcome.CONFLICT, told)
        if SaveOutcome.REFUSED in outcomes:
            told = _("Not saved: see beside the fields. Your words are still here.")
            return ActionResult(SaveOutcome.REFUSED, told)
        if SaveOutcome.TAKEN in outcomes:
            told = _("Somebody else has changed this summary; their words are shown now.")
            return ActionResult(SaveOutcome.TAKEN, told)
        told = _("Saved at %s.") % time_format(timezone.localtime(), "H:i")
        return ActionResult(SaveOutcome.SAVED, told)

    def reload(self) -> None:
        """Take article and summaries as somebody else left them; what is typed stays."""
        self.article.refresh_from_db()
        for form in self.forms:
            form.reload()
        self.check()

    @property
    def body_now(self) -> str:
        """The mark of the body that is shown with the forms."""
        return fingerprint(self.article.body)

    @property
    def has_read_the_body(self) -> bool:
        """Whether the body is the one that the editor has in front of them."""
        return self.body == self.body_now

    @property
    def ratio(self) -> float | None:
        """Chinese characters for an English word; None while one of the texts is empty."""
        return ratio_of(*(form.words.text for form in self.forms))

    @property
    def good_ratio(self) -> tuple[float, float]:
        return GOOD_RATIO

    @property
    def chinese(self) -> str:
        return self.forms[0].language

    @property
    def findings(self) -> list:
        return [finding for form in self.forms for finding in form.findings]

    @property
    def rows(self) -> list[tuple]:
        """Each form with its visible fields, and what was found about each of them."""
        return [(form, form.rows(self.marks, self.dismissals)) for form in self.forms]

    @property
    def bearing(self) -> list:
        return checking.bearing_of(self.article, {form.language: form.words for form in self.forms})

    @property
    def doubts(self) -> str:
        return checking.doubts(self.findings)

    @property
    def stale(self) -> list[LanguageForm]:
        return [form for form in self.forms if form.is_stale]

    @property
    def written(self) -> list[LanguageForm]:
        return [form for form in self.forms if form.words]

    @property
    def waiting(self) -> list[LanguageForm]:
        """Those with words that readers do not see yet."""
        return [form for form in self.forms if form.waits_for_publishing]
