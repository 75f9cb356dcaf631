"""Two editors at one form: the second to save is shown what is stored, and no words go unseen."""

import hashlib
from dataclasses import dataclass
from functools import wraps

from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from articles.models.articles.turns import take_turn

OVERTAKEN = _("Somebody saved this after you opened it. Nothing you typed is lost.")


def once_more(view):
    """A view that is asked again where another has stored the same in this moment: now it finds that there.

    Both asked whether it was there before either stored it; the database took it of one.
    """

    @wraps(view)
    def answered(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except IntegrityError:
            if request.FILES or transaction.get_connection().in_atomic_block:
                raise
            return view(request, *args, **kwargs)

    return answered


@dataclass(frozen=True)
class Stored:
    """What somebody else's version has in a field."""

    label: str
    value: str


def mark_of(values: dict) -> str:
    """Tells what a form showed from what it would show now. values: by field, as the form begins."""
    told = "\0".join(f"{name}={in_words(value)}" for name, value in sorted(values.items()))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def in_words(value) -> str:
    if isinstance(value, list | tuple):
        return "、".join(map(str, value))
    return "" if value is None else str(value)


class KeepsBoth(forms.ModelForm):
    """Refuses once to save over what was stored after the form was opened; saving again replaces it.

    theirs: what is stored in the fields that differ, once it was refused.
    """

    seen_version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.theirs: list[Stored] = []
        shown = {name: value for name, value in self.initial.items() if name in self.fields}
        self.mark = mark_of(shown) if self.instance.pk else ""
        if "seen_version" in self.fields:
            self.fields["seen_version"].initial = self.mark

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.cleaned_data.get("seen_version") != self.mark:
            self._tell_of_the_other_version()
        return cleaned

    def _tell_of_the_other_version(self):
        differ = [name for name in self.changed_data if name in self.initial]
        self.theirs = [Stored(self.fields[name].label, self._stored(name)) for name in differ]
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_version")] = self.mark
        self.add_error(None, OVERTAKEN)

    def _stored(self, name):
        value, field = self.initial.get(name), self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            return in_words(field.queryset.filter(pk=value).first())
        if choices := getattr(field, "choices", None):
            return {str(key): str(label) for key, label in choices}.get(str(value), "")
        return in_words(value)


class ShowsTheirs:
    """For an admin whose form is one that keeps both: what is stored stands above what was typed."""

    def get_fieldsets(self, request, obj=None):
        """Who may only read is told of no version."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (title, {**told, "fields": [name for name in told["fields"] if name != "seen_version"]})
            for title, told in fieldsets
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        inlines = [form for inline in context["inline_admin_formsets"] for form in inline.formset.forms]
        asked = [context["adminform"].form, *inlines]
        context["theirs"] = [stored for form in asked for stored in form.theirs]
        return super().render_change_form(request, context, add, change, form_url, obj)


class HeldFast:
    """For an admin of rows without a version of their own: held and read again while they are saved."""

    def get_object(self, request, object_id, from_field=None):
        row = super().get_object(request, object_id, from_field)
        if row and request.method == "POST" and transaction.get_connection().in_atomic_block:
            take_turn()  # before the row is held: whoever has the turn may come to want it
            held = self.model._default_manager.select_for_update().filter(pk=row.pk).first()
            return super().get_object(request, object_id, from_field) if held else None
        return row
