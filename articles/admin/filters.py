"""Filters of the article list that Django does not bring."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from articles.models import Tag

TOPICS_OFFERED = 30  # the commonest; any other one is reached from the list of topics


class SummaryFilter(admin.SimpleListFilter):
    title = _("summary")
    parameter_name = "summary"

    def lookups(self, request, model_admin):
        return [("none", _("None")), ("zh", _("No Chinese one")), ("en", _("No English one"))]

    def queryset(self, request, queryset):
        match self.value():
            case "none":
                return queryset.filter(summaries=None)
            case "zh" | "en" as language:
                return queryset.exclude(summaries__language__startswith=language)
        return queryset


class TopicFilter(admin.SimpleListFilter):
    title = _("topic")
    parameter_name = "topic"

    def lookups(self, request, model_admin):
        tags = Tag.objects.annotate(uses=Count("tagged")).order_by("-uses", "pk")
        offered = {str(tag.pk): tag.name for tag in tags[:TOPICS_OFFERED]}
        if (chosen := self.value() or "").isdecimal() and chosen not in offered:
            offered |= {str(tag.pk): tag.name for tag in Tag.objects.filter(pk=_key(chosen))}
        return [("none", _("None")), *offered.items()]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        if self.value() == "none":
            return queryset.filter(tagged=None)
        return queryset.filter(tagged__tag=_key(self.value()))


class WaitingFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("waiting", _("Waiting in the inbox")), ("imported", _("Imported"))]

    def queryset(self, request, queryset):
        match self.value():
            case "waiting":
                return queryset.filter(article=None)
            case "imported":
                return queryset.exclude(article=None)
        return queryset


def _key(value: str) -> int:
    """A primary key out of the address; the database knows none of more than 18 digits."""
    if not value.isdecimal() or len(value) > 18:
        raise IncorrectLookupParameters(value)
    return int(value)
