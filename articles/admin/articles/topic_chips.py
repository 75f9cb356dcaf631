"""Suggested topics in the article's form: a chip each, decided when the article is saved.

They are fields of the form, not rows of a formset: one that somebody else has decided meanwhile is simply
no longer there, and saving the article goes on. Beside those that wait stand names that the text suggests:
nothing is stored of them but that an editor dismissed one.
"""

from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.topics.fields import completes_topics
from articles.discovery.suggestions import MOST_KNOWN, MOST_NEW, Suggestions, suggest_topics
from articles.models import Tag, TagSuggestion
from articles.models.topics.distinction import twins_of
from articles.models.topics.label import folded_name

DECISIONS = [
    ("", _("later")),
    ("topic", _("make topic")),
    ("alias", _("another name of …")),
    ("dismiss", _("dismiss")),
]


@dataclass(frozen=True)
class Chip:
    """One suggestion and its two fields."""

    suggestion: TagSuggestion
    decision: forms.BoundField
    alias_of: forms.BoundField
    twins: list


class ChipsMixin:
    """A form of an article that asks about the names suggested for it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.suggestions: list[TagSuggestion] = []
        if self.instance.pk and "tags" in self.fields:
            self.suggestions = list(TagSuggestion.objects.waiting().filter(article=self.instance.pk))
        self.alike = twins_of([suggestion.text for suggestion in self.suggestions])
        for suggestion in self.suggestions:
            self._add_fields(suggestion)

    def _add_fields(self, suggestion):
        label = _("suggested topic “%s”") % suggestion.text
        self.fields[f"decision_{suggestion.pk}"] = forms.ChoiceField(
            choices=DECISIONS, required=False, label=label, initial="", widget=forms.RadioSelect
        )
        twins = self.alike.get(suggestion.text)
        self.fields[f"alias_of_{suggestion.pk}"] = forms.CharField(
            required=False,
            initial=twins[0].tag.name if twins else "",
            label=_("Another name of which topic?"),
            widget=forms.TextInput(attrs=completes_topics(**{"data-one": "", "size": 12})),
        )

    @property
    def chips(self) -> list[Chip]:
        return [
            Chip(
                suggestion,
                self[f"decision_{suggestion.pk}"],
                self[f"alias_of_{suggestion.pk}"],
                self.alike.get(suggestion.text, []),
            )
            for suggestion in self.suggestions
        ]

    @cached_property
    def from_text(self) -> Suggestions:
        """What the text suggests, of an article that is stored."""
        if self.instance.pk and "tags" in self.fields:
            return suggest_topics(self.instance)
        return Suggestions([], [])

    def clean(self):
        super().clean()
        for suggestion in self.suggestions:
            if self.cleaned_data.get(f"decision_{suggestion.pk}") == "alias":
                self._find_topic(f"alias_of_{suggestion.pk}")

    def _find_topic(self, field):
        name = self.cleaned_data.get(field, "")
        topic = Tag.objects.known([name]).get(folded_name(name))
        if topic is None:
            self.add_error(field, _("Name a topic that exists."))
        self.cleaned_data[field] = topic

    def decide(self) -> list[str]:
        """Carry the decisions out; returns what could not be done, in words."""
        refused = []
        TagSuggestion.objects.dismiss(self.instance, self.data.getlist("not_topic")[: MOST_KNOWN + MOST_NEW])
        for suggestion in self.suggestions:
            try:
                self._decide(suggestion)
            except ValidationError as error:
                refused += error.messages
        return refused

    def _decide(self, suggestion):
        match self.cleaned_data.get(f"decision_{suggestion.pk}"):
            case "topic":
                suggestion.accept()
            case "alias":
                suggestion.accept_as_alias(self.cleaned_data[f"alias_of_{suggestion.pk}"])
            case "dismiss":
                suggestion.dismiss()
