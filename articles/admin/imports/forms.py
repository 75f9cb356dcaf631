"""What an editor hands in: files, pasted text or an address → documents waiting in the inbox."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.ingest.documents import DocumentError, RawDocument
from articles.ingest.intake.gather import Refusal, gather_upload
from articles.ingest.storage.store import keep_waiting
from articles.ingest.worker import CleaningWorker
from articles.models import Provenance

MAX_AT_ONCE = 200  # documents a submission: what a person waits for at a browser, a minute or two
TOO_MANY = f"Only {MAX_AT_ONCE} documents are taken in at once; this one and the rest were left out."
MAX_UPLOAD = 100 * 1024 * 1024  # bytes of one file, which is held in memory; for archives


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files at once, as Django's documentation does it."""

    widget = FilesInput

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

    def documents(self, worker: CleaningWorker) -> Iterator[tuple[str, RawDocument | Refusal]]:
        """Everything handed in, each with the field it came by; the worker fetches what is at an address."""
        for upload in self.cleaned_data["files"]:
            for document in _uploaded(upload):
                yield "files", document
        if url := self.cleaned_data["url"]:
            yield "url", _fetched(url, worker)
        if self.cleaned_data["text"]:
            yield "text", pasted(self.cleaned_data["text"])


def _uploaded(upload):
    if upload.size > MAX_UPLOAD:
        yield Refusal(upload.name, f"The file is larger than {MAX_UPLOAD:,} bytes.")
    else:
        yield from gather_upload(upload.name, upload.read())


def _fetched(url, worker):
    try:
        return worker.fetch(url)
    except DocumentError as error:
        return Refusal(url, str(error))


def pasted(text: str) -> RawDocument:
    """Pasted text as a document, named by its content so that the same text has the same name."""
    raw = RawDocument("pasted", text.encode("utf-8"))
    return replace(raw, name=f"pasted-{raw.checksum[:8]}")


@dataclass
class Intake:
    """What came of one submission: documents kept, those imported before, refusals with their field."""

    waiting: list[Provenance] = field(default_factory=list)
    known: list[Provenance] = field(default_factory=list)
    refused: list[tuple[str, Refusal]] = field(default_factory=list)


def take_in(form: ImportForm, by) -> Intake:
    """Clean everything that a person handed in and keep it in the inbox. The form must be valid."""
    intake = Intake()
    with CleaningWorker() as worker:
        for number, (name, document) in enumerate(form.documents(worker)):
            if number == MAX_AT_ONCE:
                intake.refused.append((name, Refusal(document.name, TOO_MANY)))
                break
            _take(document, name, worker, intake, by)
    for name, refusal in intake.refused:
        form.add_error(name, f"{refusal.name}: {refusal.reason}")
    return intake


def _take(document, name, worker, intake, by):
    if isinstance(document, Refusal):
        intake.refused.append((name, document))
        return
    try:
        kept = keep_waiting(document, worker.clean(document), by)
    except DocumentError as error:
        intake.refused.append((name, Refusal(document.name, str(error))))
    else:
        (intake.waiting if kept.article_id is None else intake.known).append(kept)
