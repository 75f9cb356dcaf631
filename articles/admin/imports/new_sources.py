"""A source that nobody knows: asked for once, before its first article comes in."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.imports.cleaning_record import CleaningRecord
from articles.ingest.storage.incoming import printed_source
from articles.models import Source
from articles.models.source import Rights
from articles.text.normalise import clean_name
from articles.text.scripts import fold


def unknown_sources(records: Iterable[CleaningRecord]) -> dict[int, Source]:
    """As they would be made, by the number of the raw document that prints them. One query for all."""
    printed = {record.document.pk: _source_of(record) for record in records}
    names = {source.folded for source in printed.values() if source}
    known = set(Source.objects.filter(folded__in=names).values_list("folded", flat=True))
    return {pk: source for pk, source in printed.items() if source and source.folded not in known}


def known_source(record: CleaningRecord) -> Source | None:
    """Whose rights a document comes in with, where nobody has to be asked."""
    if record.subscription:
        return record.subscription.source
    printed = printed_source(record.parsed)
    return printed and Source.objects.filter(folded=printed.folded).first()


def mark_new_sources(records: list[CleaningRecord]) -> None:
    """Tell each record of a list the source that it brings, None for one that is known."""
    unknown = unknown_sources(records)
    for record in records:
        record.new_source = unknown.get(record.document.pk)


def _source_of(record):
    """None too for what came by subscription: it is the source's that was subscribed to."""
    return None if record.subscription else printed_source(record.parsed)


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
        known = Source.objects.filter(folded=fold(self.cleaned_data.get("name", ""))).first()
        if not (known or self.cleaned_data.get("rights") or "rights" in self.errors):
            self.add_error("rights", _("Say what its publisher lets us show; nobody has yet."))
        self.source = known or self._as_said()

    def _as_said(self):
        said = {name: self.cleaned_data.get(name) or "" for name in ("home_page", "rights")}
        told = {"language": self.unknown.language, "time_zone": self.unknown.time_zone}
        return Source.objects.unknown(self.cleaned_data.get("name") or self.unknown.name, **said, **told)
