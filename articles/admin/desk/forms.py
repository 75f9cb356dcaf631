"""One language's words as a form, with what its editor read before typing."""

import hashlib

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Words

MOST_TYPED = 20_000  # characters that are looked at; the checks tell what is too long for a summary


def mark_of(words: Words) -> str:
    """A short mark that tells one set of words from another."""
    whole = "\0".join((words.headline, words.text, *words.points))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class WordsForm(forms.Form):
    """version, read: of the summary this editor has in front of them. over: theirs was shown, save mine."""

    headline = forms.CharField(label=_("Headline"), required=False, max_length=MOST_TYPED)
    text = forms.CharField(label=_("Text"), required=False, max_length=MOST_TYPED, widget=forms.Textarea)
    points = forms.CharField(label=_("Points"), required=False, max_length=MOST_TYPED, widget=forms.Textarea)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    read = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    over = forms.BooleanField(required=False, widget=forms.HiddenInput)
    drafted = forms.IntegerField(required=False, widget=forms.HiddenInput)

    ROWS = {"headline": 1, "text": 5, "points": 3}

    def __init__(self, *args, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.language = language
        for name, rows in self.ROWS.items():
            widget = self.fields[name].widget
            widget.attrs |= {"lang": language, "autocomplete": "off", "data-field": name}
            if name != "headline":
                widget.attrs["rows"] = rows
            widget.attrs.pop("maxlength", None)  # a browser would cut what is pasted without a word
            widget.attrs["aria-describedby"] = f"{self.prefix}-{name}-findings"

    @property
    def words(self) -> Words:
        """What was typed, white space tidied; the old words where a field could not be read at all."""
        typed = self.cleaned_data
        return Words(
            " ".join(typed.get("headline", "").split()),
            " ".join(typed.get("text", "").split()),
            tuple(filter(None, (" ".join(line.split()) for line in typed.get("points", "").splitlines()))),
        )


def shown_in_form(words: Words) -> dict:
    """The fields' values for words."""
    return {
        "headline": words.headline,
        "text": words.text,
        "points": "\n".join(words.points),
        "read": mark_of(words),
    }
