"""Topics: their names, how often they are used, what is missing, and which may be one."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Length
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from articles.admin.filters import MissingLabelFilter, TwinFilter, UsageFilter
from articles.admin.folded_search import FoldedSearch
from articles.admin.gone import GivesWordsBack
from articles.admin.spoken_names import LogsOwnNames
from articles.admin.topics.fields import questions_about
from articles.admin.topics.label_forms import LabelInline, TagForm, merge_address
from articles.admin.topics.merging import MergeViews
from articles.admin.two_editors import HeldFast, ShowsTheirs
from articles.models import ArticleTag, LabelKey, Tag, TagMerge, TagSuggestion
from articles.models.row_numbers import row_number
from articles.models.topics.distinction import twins_of_topic
from articles.models.topics.label import folded_name, validate_name
from articles.models.topics.tag import split_tags, stories

OFFERED = 10  # names while an editor types
MAX_TYPED = 100  # characters, the longest name
MOST_ASKED = 30  # names of one field that are looked at while it is typed in
INTERFACE = {"zh-hant": "zh-Hant", "zh-hans": "zh-Hans"}


class TagAdmin(
    LogsOwnNames, ShowsTheirs, HeldFast, GivesWordsBack, FoldedSearch, MergeViews, admin.ModelAdmin
):
    form = TagForm
    inlines = [LabelInline]
    list_display = ["named", "kind", "in_english", "uses_linked", "published_stories"]
    list_display_links = ["named"]
    list_filter = ["kind", UsageFilter, MissingLabelFilter, TwinFilter]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name"]
    search_help_text = _("Any name of a topic, in either script.")
    ordering = ["name"]
    actions = ["merge_selected"]
    fieldsets = [
        (None, {"fields": ["seen_version", "name", "kind", "slug", "wikidata"]}),
        (_("Description"), {"fields": ["description_zh", "description_en"]}),
    ]

    # The list

    def matching(self, term):
        return Q(pk__in=LabelKey.objects.filter(folded__contains=term).values("tag"))

    def get_queryset(self, request):
        rows = ArticleTag.objects.filter(tag=OuterRef("pk")).order_by().values("tag")
        return (
            super()
            .get_queryset(request)
            .annotate(
                uses=Coalesce(Subquery(rows.annotate(n=stories("pk")).values("n")), 0),
                stories=Coalesce(Subquery(rows.published().annotate(n=stories("pk")).values("n")), 0),
            )
        )

    @admin.display(description=_("name"), ordering="name")
    def named(self, tag):
        name, language = tag.label_in(interface_language())
        own = "" if name == tag.name else tag.name
        return format_html('<span lang="{}">{}</span> <small>{}</small>', language, name, own)

    @admin.display(description=_("in English"))
    def in_english(self, tag):
        name = tag.preferred.get("en")
        return name and format_html('<span lang="en">{}</span>', name)

    @admin.display(description=_("articles"), ordering="-uses")
    def uses_linked(self, tag):
        address = reverse("admin:articles_article_changelist")
        return format_html('<a href="{}?topic={}">{}</a>', address, tag.pk, tag.uses)

    @admin.display(description=_("published stories"), ordering="-stories")
    def published_stories(self, tag):
        return tag.stories

    # The form

    def has_delete_permission(self, request, obj=None):
        """Addresses never die: a topic that readers may know is merged, or taken off its articles."""
        is_public = obj is not None and (obj.is_known or obj.tagged.published().exists())
        return super().has_delete_permission(request, obj) and not is_public

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The ordinary form. Somebody may take a name, or merge the topic, between our check and our save.

        The form is then asked once more, and finds the name taken or the topic gone, as any form does later.
        """
        if merged := merged_away(object_id):
            return self._tell_merged(request, merged)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (ValidationError, IntegrityError):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _tell_merged(self, request, merged):
        told = _("“%(old)s” has been merged into “%(topic)s”.")
        told = told % {"old": merged.old_name, "topic": merged.target.name}
        if request.method == "POST":
            leads_to = reverse("admin:articles_tag_change", args=[merged.target_id]), merged.target.name
            return self.gone(request, told, leads_to=leads_to)
        self.message_user(request, told, messages.WARNING)
        return redirect("admin:articles_tag_change", merged.target_id)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if settled := TagSuggestion.objects.settle(form.instance):
            self.message_user(request, settled_message(settled))
        self._warn_of_twins(request, form.instance)

    def _warn_of_twins(self, request, tag):
        """A topic that looks like another is said to, and left as it is."""
        for twin in twins_of_topic(tag):
            told = format_html(
                _(
                    'It looks like “{}”. <a href="{}">Merge the two</a>, '
                    'or say that they are <a href="{}">not the same</a>.'
                ),
                twin.name,
                merge_address(tag.pk, twin.tag.pk),
                reverse("admin:articles_tag_twins"),
            )
            self.message_user(request, told, messages.WARNING)

    # Pages of our own

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("names/", view(self.names_view), name="articles_tag_names"),
            path("questions/", view(self.questions_view), name="articles_tag_questions"),
            *self.merge_urls(),
            *super().get_urls(),
        ]

    def names_view(self, request):
        """JSON for the field of topics: what may be meant by the letters typed so far, in any script."""
        self._require_tagging(request)
        return JsonResponse({"names": names_like(request.GET.get("q", ""))})

    def questions_view(self, request):
        """HTML for the field of topics: what its form would ask about the names typed so far."""
        self._require_tagging(request)
        typed = request.GET.get("q", "")[: MOST_ASKED * MAX_TYPED]
        questions = questions_about(list(filter(is_name, split_tags(typed)))[:MOST_ASKED])
        return HttpResponse("".join(question.html for question in questions))

    def _require_tagging(self, request):
        if not (self.has_view_permission(request) or request.user.has_perm("articles.change_article")):
            raise PermissionDenied


def is_name(text: str) -> bool:
    """Whether a topic can be called so."""
    try:
        validate_name(text)
    except ValidationError:
        return False
    return True


def settled_message(count: int) -> str:
    return (
        ngettext(
            "%d article that waited has the topic now.", "%d articles that waited have the topic now.", count
        )
        % count
    )


def interface_language() -> str:
    """The editor's language as labels are marked."""
    return INTERFACE.get(get_language(), "en")


def merged_away(object_id) -> TagMerge | None:
    """What became of a topic that is no more; None while it lives, or never did."""
    lives = Exists(Tag.objects.filter(pk=OuterRef("old_id")))
    merges = TagMerge.objects.filter(~lives, old_id=row_number(object_id or ""))
    return merges.select_related("target").first()


def names_like(typed: str) -> list[dict]:
    """Topics with a name that begins with what is typed, then those that contain it; at most OFFERED.

    Each has its name in the editor's language and, when another name matched, that one.
    """
    folded = folded_name(typed[:MAX_TYPED])
    keys = LabelKey.objects.select_related("tag").order_by(Length("folded"), "folded")
    matching = {}
    for lookup in ("startswith", "contains"):
        for key in keys.filter(**{f"folded__{lookup}": folded})[: OFFERED * 3] if folded else ():
            matching.setdefault(key.tag_id, key)
    chosen = list(matching.values())[:OFFERED]
    labels = labels_of(chosen)
    return [_offered(key, labels.get(key.folded, key.folded)) for key in chosen]


def labels_of(keys) -> dict[str, str]:
    """The labels that folded names are made of."""
    tags = {key.tag_id for key in keys}
    texts = Tag.objects.filter(pk__in=tags).values_list("labels__text", flat=True)
    return {folded_name(text): text for text in texts if text}


def _offered(key, label):
    name, language = key.tag.label_in(interface_language())
    return {
        "id": key.tag_id,
        "name": name,
        "lang": language,
        "alias": "" if folded_name(name) == key.folded else label,
    }
