"""The fields of a waiting document as an editor may set them right before it comes in."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.imports.cleaning_record import LABELS, CleaningRecord, shown_date
from articles.admin.spoken_names import require_year
from articles.ingest.storage.corrections import as_typed
from articles.ingest.storage.incoming import zone_of
from articles.models.languages import Language
from articles.models.topics.tag import split_tags


class DocumentForm(forms.Form):
    headline = forms.CharField(label=LABELS["headline"], max_length=300)
    standfirst = forms.CharField(
        label=LABELS["standfirst"], required=False, widget=forms.Textarea({"rows": 2})
    )
    byline = forms.CharField(label=LABELS["byline"], required=False, max_length=300)
    published = forms.CharField(
        label=LABELS["published"], required=False, help_text=_("Like 2025-08-24 or 2025-08-24 09:30.")
    )
    source_name = forms.CharField(label=LABELS["source_name"], required=False, max_length=100)
    source_url = forms.URLField(
        label=LABELS["source_url"], required=False, max_length=2000, assume_scheme="https"
    )
    language = forms.ChoiceField(label=LABELS["language"], choices=Language.choices)
    keywords = forms.CharField(
        label=_("Topics"),
        required=False,
        help_text=_("Known ones become topics; the others wait as suggestions."),
    )

    def __init__(self, record: CleaningRecord, data=None, *, names_source=True):
        """names_source: where it is from is said here, and neither asked for elsewhere nor settled before."""
        keywords, published = "、".join(record.parsed.keywords), record.parsed.published
        told = {"keywords": keywords, "published": shown_date(published)}
        super().__init__(data, initial=as_typed(record.parsed) | told)
        self.clock = getattr(published, "tzinfo", None)
        self.reasons = record.parsed.reasons
        if not names_source:
            del self.fields["source_name"]

    def clean_published(self):
        typed = self.cleaned_data["published"].strip()
        if not typed:
            return ""
        try:
            printed = date.fromisoformat(typed)
        except ValueError:
            printed = self._moment(typed)
        require_year(printed)
        return printed.isoformat()

    def _moment(self, typed):
        try:
            moment = datetime.fromisoformat(typed)
        except ValueError as error:
            raise forms.ValidationError(_("Write it like 2025-08-24 or 2025-08-24 09:30.")) from error
        zone = self.clock or ZoneInfo(zone_of(self.data.get("language", "")))
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)

    def clean_keywords(self):
        return "\n".join(split_tags(self.cleaned_data["keywords"]))

    def said(self) -> dict[str, str]:
        """What was typed otherwise than it stood there. The form must be valid."""
        return {name: self.cleaned_data[name] for name in self.changed_data}
