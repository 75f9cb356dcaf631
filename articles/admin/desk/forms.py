"""One language of an article's summaries as a form: what is stored, what was typed, what was found."""

import hashlib
from functools import cached_property

from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.desk import checking
from articles.admin.desk.outcomes import SaveOutcome
from articles.models import Draft, Summary, SummaryConflict, Words
from articles.models.languages import SummaryLanguage
from articles.models.summaries.summary import SummaryStatus
from articles.summaries.rules import Length, length_in

MOST_TYPED = 20_000  # characters that are looked at; the checks tell what is too long for a summary


def mark_of(words: Words) -> str:
    """A short mark that tells one set of words from another."""
    whole = "\0".join((words.headline, words.text, *words.points))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def shown_in_form(words: Words) -> dict:
    """The fields' values for words."""
    return {"headline": words.headline, "text": words.text, "points": "\n".join(words.points)}


def typed_field(label, widget=forms.TextInput):
    return forms.CharField(label=label, required=False, max_length=MOST_TYPED, widget=widget)


class LanguageForm(forms.Form):
    """version, read: of the summary this editor has in front of them, words and all. over: theirs was shown,
    save mine. drafted: the machine's draft that the words began as.

    theirs: somebody else's words when this editor's could not be saved over them. outcome: what became of
    the words when they were to be stored.
    """

    headline = typed_field(gettext_lazy("Headline"))
    text = typed_field(gettext_lazy("Text"), forms.Textarea)
    points = typed_field(gettext_lazy("Points"), forms.Textarea)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    read = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    over = forms.BooleanField(required=False, widget=forms.HiddenInput)
    drafted = forms.IntegerField(required=False, widget=forms.HiddenInput)

    ROWS = {"headline": 1, "text": 5, "points": 3}

    def __init__(self, article, language, summary, data=None):
        self.article, self.language = article, str(language)
        self.summary = summary or Summary(article=article, language=self.language)
        self.summary.article = article
        self.theirs: Words | None = None
        self.outcome: SaveOutcome | None = None
        self.findings: list = []
        super().__init__(data, prefix=self.language[:2], initial=self._as_stored())
        self._dress_fields()

    def _as_stored(self):
        stored = self.summary.proposed
        return shown_in_form(stored) | {"read": mark_of(stored), "version": self.summary.version}

    def _dress_fields(self):
        for name, rows in self.ROWS.items():
            widget = self.fields[name].widget
            widget.attrs |= {"lang": self.language, "autocomplete": "off", "data-field": name}
            if name != "headline":
                widget.attrs["rows"] = rows
            widget.attrs.pop("maxlength", None)  # a browser would cut what is pasted without a word
            widget.attrs["aria-describedby"] = f"{self.prefix}-{name}-findings"

    @property
    def label(self) -> str:
        return SummaryLanguage(self.language).label

    @property
    def is_english(self) -> bool:
        return self.language == SummaryLanguage.EN

    @property
    def length(self) -> Length:
        return length_in(self.language)

    @property
    def count(self) -> int:
        """Characters of a Chinese text, words of an English one."""
        return self.length.count(self.words.text)

    def rows(self, marks: dict, dismissals) -> list[tuple]:
        """Each visible field with what was found about it, and how that can be dismissed."""
        found = checking.by_field(self.findings, marks, dismissals)
        return [(self[name], found.get(name, [])) for name in self.ROWS]

    # What stands in the fields

    @cached_property
    def words(self) -> Words:
        """What stands there, white space tidied; the old words where a field could not be read at all."""
        if not self.is_bound:
            return self.summary.proposed
        return Words(
            " ".join(self._typed("headline", "").split()),
            " ".join(self._typed("text", "").split()),
            tuple(filter(None, (" ".join(line.split()) for line in self._typed("points", "").splitlines()))),
        )

    def _typed(self, name, default=None):
        self.is_valid()
        return self.cleaned_data.get(name, default)

    def put(self, **values) -> None:
        """Write into the form that goes back to the editor."""
        if self.is_bound:
            self.data = self.data.copy()
            for name, value in values.items():
                self.data[self.add_prefix(name)] = value
        else:
            self.initial |= values

    def show(self, words: Words) -> None:
        """Put words into the fields."""
        self.put(**shown_in_form(words), read=mark_of(words))
        self.words = words

    def change(self, words: Words) -> None:
        """Put words into the fields as if the editor had typed them."""
        read = self["read"].value()
        self.show(words)
        self.put(read=read)

    def show_stored(self) -> None:
        """Give up what was typed."""
        self.show(self.summary.proposed)
        self.read_again()

    def read_again(self) -> None:
        """What is stored now is what the editor has in front of them."""
        read = mark_of(self.summary.proposed)
        self.put(version=self.summary.version, read=read, over="", drafted="")

    # Storing it so that nobody's words are lost

    def save(self, user, *, by_clock: bool = False) -> None:
        """Store what was typed, or let `outcome` say why not; the form tells the editor what is stored.

        by_clock: saved without being asked to.
        """
        if self.is_refused:
            self.outcome = SaveOutcome.REFUSED
        elif self.words == self.summary.proposed:
            self.outcome = SaveOutcome.SAME
            self.read_again()
        elif self.is_current and self._store(user, by_clock):
            self.outcome = SaveOutcome.SAVED
            self.read_again()
        else:
            self._give_way()

    def _store(self, user, by_clock) -> bool:
        """False when it is saved, or begun, by somebody else in this very moment."""
        try:
            with transaction.atomic():
                self.summary.say_who_drafted(self.words, self._draft_taken())
                self.summary.propose(self.words, user, by_clock=by_clock)
                if not self._typed("over"):  # theirs was shown, and is to be found in the history
                    self.summary.drop_last_autosave(user)
        except (SummaryConflict, IntegrityError):
            self.reload()
            return False
        return True

    def _draft_taken(self) -> Draft | None:
        taken = self._typed("drafted")
        drafts = Draft.objects.filter(article=self.article, language=self.language)
        return drafts.filter(pk=taken).first() if taken else None

    def reload(self) -> None:
        """Take the summary as somebody else left it."""
        found = Summary.objects.filter(article=self.article, language=self.language).first()
        self.summary = found or Summary(article=self.article, language=self.language)
        self.summary.article = self.article

    def _give_way(self):
        """Somebody saved since this editor read it. Words not typed in give way; others stand beside."""
        if mark_of(self.words) == self._typed("read"):
            self.show_stored()
            self.outcome = SaveOutcome.TAKEN
        else:
            self.theirs = self.summary.proposed
            self.put(version=self.summary.version, over="1")
            self.outcome = SaveOutcome.CONFLICT

    # Where it stands

    @property
    def is_current(self) -> bool:
        """Whether nobody has saved since this editor read the summary."""
        return (self._typed("version") or 0) == self.summary.version

    @property
    def is_refused(self) -> bool:
        return not self.is_valid() or self.is_emptied or any(f.blocks for f in self.findings)

    @property
    def is_emptied(self) -> bool:
        """Readers would be left with a summary of no words."""
        return self.summary.is_shown and not self.words

    @property
    def is_unpublishable(self) -> bool:
        return self.is_refused or any(f.rule in checking.UNPUBLISHABLE for f in self.findings)

    @property
    def emptied_told(self) -> str:
        return _("Readers see this summary. Withdraw it rather than empty it.") if self.is_emptied else ""

    @property
    def waits_for_publishing(self) -> bool:
        summary = self.summary
        changed = summary.pending is not None or summary.status != SummaryStatus.PUBLISHED
        return bool(summary.proposed) and changed

    @property
    def is_stale(self) -> bool:
        return self.summary.status == SummaryStatus.STALE
