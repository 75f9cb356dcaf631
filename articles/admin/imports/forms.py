"""What an editor hands in: files, pasted text or an address → the queue of what is to be cleaned."""

import hashlib
from collections.abc import Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import HandedIn

MAX_UPLOAD = 100 * 1024 * 1024  # bytes of one file, which is held in memory; for archives


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files at once, as Django's documentation does it. Empty ones are told by name."""

    widget = FilesInput

    def __init__(self, **kwargs):
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data, initial=None):
        clean_one = super().clean
        return [clean_one(upload, initial) for upload in data or []]


class ImportForm(forms.Form):
    files = FilesField(
        required=False,
        label=_("Files"),
        help_text=_("HTML, web archives, Markdown, text, PDF, Word, or a .zip of them; up to 100 files."),
    )
    url = forms.URLField(required=False, label=_("Address"), assume_scheme="https", max_length=2000)
    text = forms.CharField(
        required=False,
        strip=False,
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("A page copied whole is welcome, menus and all."),
    )

    def clean(self):
        if not self.errors and not any(self.cleaned_data.get(name) for name in ("files", "url", "text")):
            raise ValidationError(_("Choose a file, give an address, or paste a text."))

    def hand_in(self, by) -> list[HandedIn]:
        """Put everything that a person handed in into the queue. The form must be valid."""
        return _kept(by, [*self._files(), *self._typed()])

    def hand_in_files(self, by) -> list[HandedIn]:
        """The files alone, of a form that is refused for something else: it cannot give them back."""
        return _kept(by, self._files())

    def _files(self) -> Iterator[dict]:
        for upload in self.cleaned_data.get("files", ()):
            yield {"kind": "files", "name": upload.name} | self._content(upload)

    def _typed(self) -> Iterator[dict]:
        if url := self.cleaned_data["url"]:
            yield {"kind": "url", "name": url}
        if text := self.cleaned_data["text"]:
            data = text.encode("utf-8")
            yield {"kind": "text", "name": name_of_text(data), "data": data}

    def _content(self, upload):
        """What is too large is refused at once, beside its name; the others are read."""
        if upload.size <= MAX_UPLOAD:
            return {"data": upload.read()}
        reason = _("The file is larger than %(most)d MB.") % {"most": MAX_UPLOAD // 1024**2}
        return {"refused": [[upload.name, str(reason)]], "finished_at": timezone.now(), "done": 1}


def _kept(by, items) -> list[HandedIn]:
    return [HandedIn.objects.create(by=by, **item) for item in items]


def name_of_text(data: bytes) -> str:
    """Pasted text is named by its content, so that the same text has the same name."""
    return f"pasted-{hashlib.sha256(data).hexdigest()[:8]}"
