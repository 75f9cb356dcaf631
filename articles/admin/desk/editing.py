"""An article's two summaries as they lie on the desk: what is stored, what was typed, what was found."""

from functools import cached_property

from django.utils.translation import gettext as _

from articles.admin.desk import checking
from articles.admin.desk.forms import WordsForm, mark_of, shown_in_form
from articles.models import Summary, Words
from articles.models.languages import SummaryLanguage
from articles.models.summary import SummaryStatus
from articles.summaries.rules import GOOD_RATIO, Length, length_in, ratio_of

CHINESE = (SummaryLanguage.ZH_HANT, SummaryLanguage.ZH_HANS)


class Half:
    """One language of the sheet.

    theirs: somebody else's words when this editor's could not be saved over them.
    """

    def __init__(self, article, language, summary, data=None):
        self.article, self.language = article, str(language)
        self.summary = summary or Summary(article=article, language=self.language)
        self.summary.article = article
        self.prefix = self.language[:2]
        self.theirs: Words | None = None
        self.kept = ""  # what became of these words when they were to be stored
        self.findings: list = []
        initial = shown_in_form(self.summary.proposed) | {"version": self.summary.version}
        self.form = WordsForm(data, prefix=self.prefix, language=self.language, initial=initial)

    @property
    def is_english(self) -> bool:
        return self.language == SummaryLanguage.EN

    @property
    def count(self) -> int:
        """Characters of a Chinese text, words of an English one."""
        return self.length.count(self.words.text)

    @property
    def length(self) -> Length:
        return length_in(self.language)

    @property
    def label(self) -> str:
        return SummaryLanguage(self.language).label

    @cached_property
    def words(self) -> Words:
        """What stands in the fields."""
        if not self.form.is_bound:
            return self.summary.proposed
        self.form.is_valid()
        return self.form.words

    def put(self, **values) -> None:
        """Write into the form that goes back to the editor."""
        if self.form.is_bound:
            self.form.data = self.form.data.copy()
            for name, value in values.items():
                self.form.data[f"{self.prefix}-{name}"] = value
        else:
            self.form.initial |= values

    def show(self, words: Words) -> None:
        """Put words into the fields."""
        self.put(**shown_in_form(words))
        self.words = words

    def read_again(self) -> None:
        """What is stored now is what the editor has in front of them."""
        read = mark_of(self.summary.proposed)
        self.put(version=self.summary.version, read=read, over="", drafted="")

    def reload(self) -> None:
        """Take the summary as somebody else left it."""
        found = Summary.objects.filter(article=self.article, language=self.language).first()
        self.summary = found or Summary(article=self.article, language=self.language)
        self.summary.article = self.article

    # What was typed, against what is stored

    @property
    def is_current(self) -> bool:
        """Whether nobody has saved since this editor read the summary."""
        return (self._typed("version") or 0) == self.summary.version

    @property
    def is_untouched(self) -> bool:
        return mark_of(self.words) == self._typed("read")

    @property
    def is_over(self) -> bool:
        """Theirs was shown, and this editor's words are to replace them."""
        return bool(self._typed("over"))

    @property
    def draft_taken(self) -> int | None:
        return self._typed("drafted")

    def _typed(self, name):
        return self.form.cleaned_data.get(name)

    # What was found

    @property
    def is_refused(self) -> bool:
        return not self.form.is_valid() or self.is_emptied or any(f.blocks for f in self.findings)

    @property
    def is_emptied(self) -> bool:
        """Readers would be left with a summary of no words."""
        return self.summary.is_shown and not self.words

    @property
    def is_unpublishable(self) -> bool:
        return self.is_refused or any(f.rule in checking.UNPUBLISHABLE for f in self.findings)

    @property
    def fields(self) -> list[tuple]:
        """Each visible field with what was found about it."""
        found = checking.by_field(self.findings)
        return [(self.form[name], found.get(name, [])) for name in WordsForm.ROWS]

    @property
    def emptied_told(self) -> str:
        return _("Readers see this summary. Withdraw it rather than empty it.") if self.is_emptied else ""

    # Where it stands

    @property
    def waits_for_publishing(self) -> bool:
        summary = self.summary
        changed = summary.pending is not None or summary.status != SummaryStatus.PUBLISHED
        return bool(summary.proposed) and changed

    @property
    def is_stale(self) -> bool:
        return self.summary.status == SummaryStatus.STALE


class Sheet:
    """Both halves. data: a posted form, None for what is stored."""

    def __init__(self, article, data=None):
        self.article = article
        stored = {each.language: each for each in article.summaries.select_related("writer", "reviewer")}
        languages = (self._chinese(stored, data), SummaryLanguage.EN)
        self.halves = [Half(article, language, stored.get(language), data) for language in languages]
        self.check()

    def _chinese(self, stored, data):
        """The script this article's Chinese summary is written in; the one the editor was shown."""
        asked = data.get("chinese") if data else None
        if asked in CHINESE:
            return asked
        return next((language for language in CHINESE if language in stored), CHINESE[0])

    def check(self) -> None:
        findings = checking.findings_of(self.article, {half.language: half.words for half in self.halves})
        for half in self.halves:
            half.findings = [finding for finding in findings if finding.language == half.language]

    @property
    def ratio(self) -> float | None:
        """Chinese characters for an English word; None while one of the texts is empty."""
        return ratio_of(*(half.words.text for half in self.halves))

    @property
    def good_ratio(self) -> tuple[float, float]:
        return GOOD_RATIO

    @property
    def chinese(self) -> str:
        return self.halves[0].language

    @property
    def findings(self) -> list:
        return [finding for half in self.halves for finding in half.findings]

    @property
    def doubts(self) -> str:
        return checking.doubts(self.findings)

    @property
    def stale(self) -> list[Half]:
        return [half for half in self.halves if half.is_stale]

    @property
    def written(self) -> list[Half]:
        return [half for half in self.halves if half.words]
