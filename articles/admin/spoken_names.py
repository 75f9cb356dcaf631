"""Names of fields where Django's admin leaves them without one that every reader understands."""

from datetime import date

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.text.quantities.complete_dates import FIRST_YEAR, LAST_YEAR, is_year


def name_parts(field: forms.Field) -> None:
    """The two fields of a moment, day and time, stand below one label that belongs to neither.

    No moment at an end of the calendar is taken, for in another zone it has none.
    """
    field.validators.append(require_year)
    for widget, label in zip(field.widget.widgets, (_("Date"), _("Time")), strict=True):
        widget.attrs["aria-label"] = label


def require_year(day: date) -> None:
    """Raises ValidationError for what we would read as no date in a document either."""
    if not is_year(day.year):
        years = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise ValidationError(_("The year has to be between %(first)s and %(last)s."), params=years)


def by_the_desks_clock(field: forms.Field) -> None:
    """Its two parts named, and whose clock it goes by."""
    name_parts(field)
    field.help_text = _("By the desk's clock (%(zone)s).") % {"zone": settings.DESK_TIME_ZONE}


def name_by_column(form: forms.BaseForm) -> None:
    """In a table the heading of the column is all that says what a field is."""
    for field in form.fields.values():
        if not field.widget.is_hidden:
            field.widget.attrs["aria-label"] = field.label


class NamedRow(forms.ModelForm):
    """A row of a list whose fields are edited in it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name_by_column(self)


class NamesRows:
    """For an admin with `list_editable`."""

    def get_changelist_form(self, request, **kwargs):
        return super().get_changelist_form(request, form=NamedRow, **kwargs)


class LogsOwnNames:
    """For an admin whose log is read in three languages.

    Django keeps the names of what was changed as the form's labels, with a capital that no catalogue has, and
    translates them when they are read: the model's own are kept.
    """

    def construct_change_message(self, request, form, formsets, add=False):
        told = super().construct_change_message(request, form, formsets, add)
        with override(None):
            names = [str(field.verbose_name) for field in self.model._meta.fields]
        own = {capfirst(name): name for name in names}
        for each in told:
            for what in each.values():
                if "fields" in what:
                    what["fields"] = [own.get(name, name) for name in what["fields"]]
        return told
