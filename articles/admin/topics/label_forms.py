"""A topic's names in its form: refused beside the row, with a way out, when they mean another topic."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles.admin.spoken_names import name_by_column
from articles.admin.two_editors import KeepsBoth
from articles.models import Label, LabelKey, LabelKind, Tag
from articles.models.topics.label import folded_name
from articles.text.language import detect_language

TAKEN = _('“{}” belongs to <a href="{}">{}</a> already. <a href="{}">Merge the two</a>')


def refusal(name: str, tag: Tag | None, key: LabelKey) -> str:
    """Why a topic cannot have a name: it means another one. With links to that one, and to merging them."""
    holder = reverse("admin:articles_tag_change", args=[key.tag_id])
    if tag is None or tag.pk is None:
        told = format_html(_('“{}” belongs to <a href="{}">{}</a> already.'), name, holder, key.tag.name)
    else:
        told = format_html(TAKEN, name, holder, key.tag.name, merge_address(tag.pk, key.tag_id))
    return told


def merge_address(*numbers: int) -> str:
    query = urlencode({"topic": numbers}, doseq=True)
    return f"{reverse('admin:articles_tag_merge')}?{query}"


class RefusesTakenNames(KeepsBoth):
    """Replaces the model's refusal of a taken name by one with links."""

    named = "name"

    def tag(self) -> Tag | None:
        return self.instance

    def _post_clean(self):
        super()._post_clean()
        name, tag = (
            self.cleaned_data.get(self.named) or self.data.get(self.add_prefix(self.named), ""),
            self.tag(),
        )
        key = LabelKey.objects.filter(folded=folded_name(name)).select_related("tag").first()
        if key and key.tag_id != (tag.pk if tag else None):
            self._errors[self.named] = self.error_class([refusal(name, tag, key)])


class TagForm(RefusesTakenNames):
    class Meta:
        model = Tag
        fields = ["name", "kind", "slug", "wikidata", "description_zh", "description_en"]
        widgets = {
            "description_zh": forms.Textarea(attrs={"rows": 3, "lang": "zh-Hant"}),
            "description_en": forms.Textarea(attrs={"rows": 3, "lang": "en"}),
        }
        help_texts = {
            "name": _("A former name is kept and goes on leading here."),
            "slug": _("Stands in the address. Left empty, the name itself in its own script."),
        }


class LabelForm(RefusesTakenNames):
    named = "text"

    class Meta:
        model = Label
        fields = ["text", "language", "kind", "is_linked"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["lang"] = self.instance.language
        self.fields["is_linked"].help_text = ""  # the column's heading says it once

    def tag(self):
        return self.instance.tag if self.instance.tag_id else None

    def clean(self):
        super().clean()
        text = self.cleaned_data.get("text", "")
        self.cleaned_data["language"] = self.cleaned_data.get("language") or detect_language(text)

    def validate_constraints(self):
        """Left to the formset, which sees all rows: two of them may exchange their places."""

    def save(self, commit=True):
        """A new preferred name makes the one before it a former name."""
        label = self.instance
        if commit and label.kind == LabelKind.PREFERRED:
            before = label.tag.labels.filter(language=label.language, kind=LabelKind.PREFERRED)
            before.exclude(pk=label.pk).update(kind=LabelKind.FORMER)
        return super().save(commit)


class LabelFormSet(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        name_by_column(form)

    def clean(self):
        super().clean()
        preferred = [form for form in self._kept() if form.cleaned_data["kind"] == LabelKind.PREFERRED]
        self._refuse_second(preferred)
        if self.instance.pk and not preferred and not any(self.errors):
            raise ValidationError(_("A topic needs a preferred name in one language."))

    def _kept(self):
        for form in self.forms:
            is_blank = form.instance.pk is None and not form.has_changed()
            if form.is_valid() and not is_blank and not form.cleaned_data.get("DELETE"):
                yield form

    def _refuse_second(self, preferred):
        languages = set()
        for form in preferred:
            if form.cleaned_data["language"] in languages:
                form.add_error("kind", _("One name in each language is preferred; there is another."))
            languages.add(form.cleaned_data["language"])

    def save_new(self, form, commit=True):
        """A row that saving the others has made already, as a former name, becomes this one."""
        made = self.instance.labels.filter(text=form.instance.text, language=form.instance.language).first()
        if made:
            form.instance.pk, form.instance._state.adding = made.pk, False
        return super().save_new(form, commit)


class LabelInline(admin.TabularInline):
    model = Label
    form = LabelForm
    formset = LabelFormSet
    extra = 2
    verbose_name_plural = _("names in all languages")
