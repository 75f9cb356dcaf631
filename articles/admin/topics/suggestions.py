"""Suggested topics: each name once, with the articles it waits in, decided for all of them at once."""

from collections import defaultdict

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.filters import DecidedFilter
from articles.admin.folded_search import FoldedSearch
from articles.admin.topics.bulk_tagging import TopicActionForm
from articles.admin.topics.fields import WHY_ALIKE, TopicsWidget
from articles.models import Tag, TagSuggestion
from articles.models.topics.distinction import twins_of
from articles.models.topics.label import folded_name
from articles.models.topics.tag import split_tags

EXAMPLES = 3  # articles named beside a suggestion


class SuggestionList(ChangeList):
    """The rows of a page with what they show beside them, in a handful of queries whatever its length."""

    def get_results(self, request):
        super().get_results(request)
        rows = list(self.result_list)
        twins, examples = twins_of([row.text for row in rows]), examples_of(rows)
        for row in rows:
            row.twins, row.examples = twins.get(row.text, []), examples[row.folded]
        self.result_list = rows


def examples_of(rows):
    """{folded name: the latest articles it was found in}."""
    found = TagSuggestion.objects.filter(folded__in=[row.folded for row in rows])
    examples = defaultdict(list)
    articles = found.order_by("-pk").values_list(
        "folded", "article", "article__headline", "article__language"
    )
    for folded, *article in articles:
        examples[folded] += [article] if len(examples[folded]) < EXAMPLES else []
    return examples


class TagSuggestionAdmin(FoldedSearch, admin.ModelAdmin):
    list_display = ["named", "count", "looks_like", "found_in"]
    list_display_links = None
    list_filter = [DecidedFilter]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["text"]
    action_form = TopicActionForm
    actions = ["make_topics", "make_aliases", "dismiss", "bring_back"]
    fields = ["text", "article", "is_dismissed", "created_at"]
    readonly_fields = fields

    class Media:
        js = TopicsWidget.Media.js

    def has_add_permission(self, request):
        return False

    def get_changelist(self, request, **kwargs):
        return SuggestionList

    def get_actions(self, request):
        """Deleted, a suggestion would be back with the next import: they are dismissed instead."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.display(description=_("name"), ordering="text")
    def named(self, row):
        return format_html('<span lang="{}">{}</span>', row.examples[0][2] if row.examples else "", row.text)

    @admin.display(description=_("articles"), ordering="-uses")
    def count(self, row):
        return row.uses

    @admin.display(description=_("looks like"))
    def looks_like(self, row):
        address = "admin:articles_tag_change"
        twins = [
            (reverse(address, args=[twin.tag.pk]), twin.name, WHY_ALIKE[twin.likeness]) for twin in row.twins
        ]
        return format_html_join(" ", '<a href="{}">{}</a> <small>{}</small>', twins)

    @admin.display(description=_("found in"))
    def found_in(self, row):
        address = "admin:articles_article_change"
        articles = [(reverse(address, args=[pk]), lang, headline) for pk, headline, lang in row.examples]
        return format_html_join(" · ", '<a href="{}" lang="{}">{}</a>', articles)

    @admin.action(description=_("Make topics"), permissions=["change"])
    def make_topics(self, request, queryset):
        self._decide(request, queryset, lambda suggestion: suggestion.accept())

    @admin.action(description=_("Make other names of the topic in the field"), permissions=["change"])
    def make_aliases(self, request, queryset):
        typed = split_tags(request.POST.get("topics", ""))
        topic = Tag.objects.known(typed).get(folded_name(typed[0])) if len(typed) == 1 else None
        if topic is None:
            told = _("Write one topic that exists into the field beside the action.")
            return self.message_user(request, told, messages.ERROR)
        self._decide(request, queryset, lambda suggestion: suggestion.accept_as_alias(topic))

    def _decide(self, request, queryset, accept):
        """Accept name by name; one that cannot be accepted is told, and waits on."""
        waiting, accepted = list(queryset.filter(is_dismissed=False)), 0
        for suggestion in waiting:
            try:
                accept(suggestion)
                accepted += 1
            except ValidationError as error:
                told = f"{suggestion.text}: {' '.join(error.messages)}"
                self.message_user(request, told, messages.ERROR)
        self.message_user(request, ngettext("%d name accepted.", "%d names accepted.", accepted) % accepted)

    @admin.action(description=_("Dismiss"), permissions=["change"])
    def dismiss(self, request, queryset):
        names = self._mark(queryset, is_dismissed=True)
        self.message_user(request, ngettext("%d name dismissed.", "%d names dismissed.", names) % names)

    @admin.action(description=_("Let wait again"), permissions=["change"])
    def bring_back(self, request, queryset):
        names = self._mark(queryset, is_dismissed=False)
        self.message_user(request, ngettext("%d name waits again.", "%d names wait again.", names) % names)

    def _mark(self, queryset, *, is_dismissed):
        """The selected names in every article; returns how many names."""
        names = list(queryset.values_list("folded", flat=True))
        TagSuggestion.objects.filter(folded__in=names).update(is_dismissed=is_dismissed)
        return len(names)
