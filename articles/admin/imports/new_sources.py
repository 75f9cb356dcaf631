"""A source that nobody knows, or that a document does not tell: asked for before the article comes in."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.imports.cleaning_record import CleaningRecord
from articles.admin.imports.rows import OF_SOURCE
from articles.ingest.storage.incoming import printed_source, zone_of
from articles.models import Source
from articles.models.source import Rights
from articles.text.normalise import clean_name
from articles.text.scripts import fold


def unknown_sources(records: Iterable[CleaningRecord]) -> dict[int, Source]:
    """As they would be made, by the number of the raw document. One query for all.

    Without a name where the document tells none. What came by subscription is the source's that was
    subscribed to, what brings an article up to date leaves it its own: both ask nothing. Updates are marked.
    """
    asked = [record for record in records if not record.subscription and not record.updates]
    printed = {record.document.pk: printed_source(record.parsed) or _unnamed(record) for record in asked}
    names = {source.folded for source in printed.values()}
    known = set(Source.objects.filter(folded__in=names).values_list("folded", flat=True))
    return {pk: source for pk, source in printed.items() if source.folded not in known}


def _unnamed(record):
    language = record.parsed.language
    return Source(language=language, time_zone=zone_of(language))


def mark_new_sources(records: list[CleaningRecord]) -> None:
    """Tell each record of a list the source that it brings, None for one that is known."""
    unknown = unknown_sources(records)
    for record in records:
        record.new_source = unknown.get(record.document.pk)


class NewSourceForm(forms.Form):
    """Name, address and rights of a source, nothing preselected. A name that is known needs no rights."""

    name = forms.CharField(label=_("Name"), max_length=100)
    home_page = forms.URLField(label=_("Home page"), required=False, max_length=500, assume_scheme="https")
    rights = forms.ChoiceField(
        label=_("Rights"), choices=Rights.choices, widget=forms.RadioSelect, required=False
    )

    def __init__(self, source: Source, data=None, said=None):
        """said: what was typed before and not used yet, by name."""
        initial = {"name": source.name, "home_page": source.home_page, **(said or {})}
        super().__init__(data, initial=initial, prefix="source")
        self.unknown = source

    def clean_name(self):
        name = clean_name(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("A source needs a name."))
        return name

    def clean(self):
        name = self.cleaned_data.get("name", "")
        known = Source.objects.filter(folded=fold(name)).first()
        if not (known or self.cleaned_data.get("rights") or "rights" in self.errors):
            self.add_error("rights", _("Say what its publisher lets us show; nobody has yet."))
        self.source = known or (self._as_said(name) if name else None)

    def said(self) -> dict[str, str]:
        """What was typed, though it may not be complete yet."""
        self.is_valid()
        typed = {field: self.cleaned_data.get(field) or "" for field in OF_SOURCE}
        if typed["home_page"] == self.unknown.home_page:  # filled in by us
            typed["home_page"] = ""
        name = self.cleaned_data.get("name")
        return typed | ({"source_name": name} if name else {})

    def _as_said(self, name):
        said = {field: self.cleaned_data.get(field) or "" for field in OF_SOURCE}
        told = {"language": self.unknown.language, "time_zone": self.unknown.time_zone}
        return Source.objects.unknown(name, **said, **told)
