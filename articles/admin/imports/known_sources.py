"""The known source of a document, and what its publisher lets us show, which may be set right."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.imports.cleaning_record import CleaningRecord
from articles.ingest.storage.incoming import printed_source
from articles.models import Source
from articles.models.source import Rights


def known_source(record: CleaningRecord) -> Source | None:
    """Whose rights a document comes in with, where nobody has to be asked. Updates are marked."""
    if record.updates:
        return record.updates.source
    if record.subscription:
        return record.subscription.source
    printed = printed_source(record.parsed)
    return printed and Source.objects.filter(folded=printed.folded).first()


class KnownSourceForm(forms.Form):
    """The rights of a source, for all that comes and came from it. seen: as they stood on the page."""

    rights = forms.ChoiceField(label=_("Rights"), choices=Rights.choices, widget=forms.RadioSelect)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, source: Source, data=None, said=None):
        """data: of another source's form is none of this. said: typed before and not used yet, by name."""
        prefix = f"source-{source.pk}"
        is_sent = data is not None and f"{prefix}-seen" in data
        initial = {"rights": (said or {}).get("rights") or source.rights, "seen": source.rights}
        super().__init__(data if is_sent else None, initial=initial, prefix=prefix)
        self.source = source

    def clean(self):
        said = self.cleaned_data
        self.is_changed = said.get("rights") != said.get("seen")
        if self.is_changed and said.get("seen") != self.source.rights:
            told = _("A colleague has changed them meanwhile, to “%(rights)s”; look once more.")
            self.data = self.data | {self.add_prefix("seen"): self.source.rights}
            self.add_error("rights", told % {"rights": self.source.get_rights_display()})

    @property
    def reach(self) -> str:
        """Whom a change concerns, in words."""
        count = self.source.articles.count()
        told = ngettext(
            "A change holds for the %(count)d article of this source that is here, too.",
            "A change holds for all %(count)d articles of this source that are here, too.",
            count,
        )
        return told % {"count": count}

    def said(self) -> dict[str, str]:
        """What was chosen otherwise than it stood there, though it may not be settled yet."""
        return {"rights": self.cleaned_data["rights"] if self.is_valid() and self.is_changed else ""}

    def settle(self) -> bool:
        """Give the source the rights that were chosen; whether they are others."""
        if not self.said()["rights"]:
            return False
        self.source.rights = self.cleaned_data["rights"]
        self.source.save(update_fields=["rights"])
        return True
