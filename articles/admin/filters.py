"""Filters of the lists that Django does not bring."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article, ArticleTag, Label, LabelKind, ReviewNote, Tag
from articles.models.languages import Language
from articles.models.row_numbers import row_number
from articles.models.topics.distinction import all_twins

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


class NotesFilter(admin.SimpleListFilter):
    title = _("notes of reviewers")
    parameter_name = "notes"

    def lookups(self, request, model_admin):
        return [("waiting", _("Waiting"))]

    def queryset(self, request, queryset):
        if self.value() != "waiting":
            return queryset
        waiting = ReviewNote.objects.waiting().filter(link__article=OuterRef("pk"))
        return queryset.filter(Exists(waiting))


class SourceFilter(admin.RelatedFieldListFilter):
    """Sources that have an article, asked of each: Django's own reads every article for them."""

    def field_choices(self, field, request, model_admin):
        used = Q(Exists(Article.objects.filter(source=OuterRef("pk"))))
        ordering = self.field_admin_ordering(field, request, model_admin)
        return field.get_choices(include_blank=False, ordering=ordering, limit_choices_to=used)


class TopicFilter(admin.SimpleListFilter):
    title = _("topic")
    parameter_name = "topic"

    def lookups(self, request, model_admin):
        tags = Tag.objects.order_by("-story_count", "pk")
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


class UsageFilter(admin.SimpleListFilter):
    title = _("articles")
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("no", _("Without any")), ("yes", _("With some"))]

    def queryset(self, request, queryset):
        rows = Exists(ArticleTag.objects.filter(tag=OuterRef("pk")))
        match self.value():
            case "no":
                return queryset.filter(~rows)
            case "yes":
                return queryset.filter(rows)
        return queryset


class MissingLabelFilter(admin.SimpleListFilter):
    title = _("no name in")
    parameter_name = "without"

    def lookups(self, request, model_admin):
        return Language.choices

    def queryset(self, request, queryset):
        if self.value() not in Language.values:
            return queryset
        own = Label.objects.filter(tag=OuterRef("pk"), kind=LabelKind.PREFERRED, language=self.value())
        return queryset.filter(~Exists(own))


class TwinFilter(admin.SimpleListFilter):
    title = _("looks like another")
    parameter_name = "twins"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes"))]

    def queryset(self, request, queryset):
        if self.value() != "yes":
            return queryset
        return queryset.filter(pk__in={tag.pk for pair in all_twins() for tag in (pair.one, pair.other)})


class DecidedFilter(admin.SimpleListFilter):
    """Suggestions that wait, unless the dismissed ones are asked for."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("dismissed", _("Dismissed"))]

    def choices(self, changelist):
        waiting, *others = super().choices(changelist)
        return [waiting | {"display": _("Waiting")}, *others]

    def queryset(self, request, queryset):
        return queryset.filter(is_dismissed=self.value() == "dismissed").one_a_name()


def _key(value: str) -> int:
    if (key := row_number(value)) is None:
        raise IncorrectLookupParameters(value)
    return key
