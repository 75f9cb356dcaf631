"""Merging topics: what will happen, the merge, its record and its undoing; and the pairs that look alike."""

from collections import Counter

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Count
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.topics.fields import WHY_ALIKE
from articles.admin.topics.label_forms import merge_address
from articles.models import ArticleTag, LabelKind, Tag, TagDistinction, TagMerge
from articles.models.row_numbers import row_number
from articles.models.topics.distinction import all_twins
from articles.pages.languages import joined

MOST_AT_ONCE = 20  # topics in one merge
SHOWN = 50  # pairs on one page; the rest follow when these are decided
BECOMES = [(kind.value, kind.label) for kind in LabelKind if kind != LabelKind.PREFERRED]


class MergeViews:
    """The pages of the topic admin about merging. All of them need leave to change topics."""

    def merge_urls(self):
        view = self.admin_site.admin_view
        return [
            path("merge/", view(self.merge_view), name="articles_tag_merge"),
            path("twins/", view(self.twins_view), name="articles_tag_twins"),
            path("twins/apart/", view(self.apart_view), name="articles_tag_apart"),
        ]

    @admin.action(description=_("Merge …"), permissions=["change"])
    def merge_selected(self, request, queryset):
        chosen = queryset.values_list("pk", flat=True)[: MOST_AT_ONCE + 1]
        if len(chosen) > MOST_AT_ONCE:
            told = _("At most %d topics are merged at once.") % MOST_AT_ONCE
            return self.message_user(request, told, messages.WARNING)
        return redirect(merge_address(*chosen))

    def merge_view(self, request):
        """Which topic stays, what the others' names become, and what it will have then."""
        self._require_change(request)
        tags = topics_meant(request.POST.getlist("topic") or request.GET.getlist("topic"))
        if len(tags) < 2:
            told = _("Choose two topics or more to merge. What somebody else has merged already is one.")
            self.message_user(request, told, messages.WARNING)
            return redirect("admin:articles_tag_changelist")
        stays = request.POST.get("stays", "")
        if stays in {str(tag.pk) for tag in tags}:
            return self._merge(request, tags, int(stays))
        return self._topic_page(request, "merge", _("Merge topics"), merge_context(tags))

    def _merge(self, request, tags, stays):
        records = []
        for tag in tags:
            record = merge_as(tag.pk, stays, request.POST.get(f"kind-{tag.pk}"), request.user)
            records += [record] if record else []
        target = Tag.objects.holding(stays)
        if target is None or not records:
            self.message_user(request, _("Somebody else has merged them already."), messages.WARNING)
            return redirect("admin:articles_tag_changelist")
        names = joined(record.old_name for record in records)
        self.log_change(request, target, _("Merged “%(names)s” into it.") % {"names": names})
        self._tell_merge(request, names, target)
        return redirect("admin:articles_tag_change", target.pk)

    def _tell_merge(self, request, names, target):
        told = format_html(
            _('Merged “{}” into “{}”. It can be undone in the <a href="{}">list of merges</a>.'),
            names,
            target.name,
            reverse("admin:articles_tagmerge_changelist"),
        )
        self.message_user(request, told, messages.SUCCESS)

    def twins_view(self, request):
        """Topics that look alike, two by two: merge them, or say that they are not the same."""
        self._require_change(request)
        pairs = all_twins()
        uses = use_counts({tag.pk for pair in pairs[:SHOWN] for tag in (pair.one, pair.other)})
        rows = [(pair_rows(pair, uses), WHY_ALIKE[pair.likeness]) for pair in pairs[:SHOWN]]
        context = {"rows": rows, "more": max(len(pairs) - SHOWN, 0)}
        return self._topic_page(request, "twins", _("Topics that look alike"), context)

    @method_decorator(require_POST)
    def apart_view(self, request):
        """Two topics are not the same. Remembered, so that nobody is asked again."""
        self._require_change(request)
        tags = topics_meant(request.POST.getlist("topic"))
        if len(tags) == 2:
            TagDistinction.declare(*tags, by=request.user)
        return redirect("admin:articles_tag_twins")

    def _require_change(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _topic_page(self, request, template, title, context):
        common = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        return TemplateResponse(request, f"admin/topics/{template}.html", common | context)


def topics_meant(numbers: list[str]) -> list[Tag]:
    """The topics that numbers mean today, each once; what is no number, or none's, is passed over."""
    known = [number for text in numbers[:MOST_AT_ONCE] if (number := row_number(text)) is not None]
    held = [Tag.objects.holding(number) for number in known]
    return list(dict.fromkeys(tag for tag in held if tag))


def merge_context(tags):
    """The topics side by side, the most used one first and chosen; and what the one that stays will have."""
    pks = [tag.pk for tag in tags]
    uses = use_counts(pks)
    tags.sort(key=lambda tag: -uses[tag.pk])
    labelled = Tag.objects.prefetch_related("labels").in_bulk(pks)
    rows = [(tag, labelled[tag.pk].labels.all(), uses[tag.pk]) for tag in tags if tag.pk in labelled]
    articles = ArticleTag.objects.filter(tag__in=pks).values("content_object").distinct().count()
    return {"rows": rows, "articles": articles, "becomes": BECOMES}


def pair_rows(pair, uses):
    """Both topics of a pair: the topic, its name that looks alike, how many articles it has."""
    return [(tag, name, uses[tag.pk]) for tag, name in zip((pair.one, pair.other), pair.names, strict=True)]


def use_counts(pks) -> Counter:
    """How many articles each topic has."""
    rows = ArticleTag.objects.filter(tag__in=pks).order_by().values("tag")
    return Counter(dict(rows.annotate(uses=Count("pk")).values_list("tag", "uses")))


def merge_as(number: int, target: int, kind: str | None, by) -> TagMerge | None:
    """Merge; what was preferred becomes a kind of alias. None when there is nothing to merge."""
    try:
        with transaction.atomic():
            record = TagMerge.merge(number, target, by)
            if record and kind in dict(BECOMES):
                _give_kind(record, kind)
            return record
    except Tag.DoesNotExist:
        return None


def _give_kind(record, kind):
    preferred = [text for text, _language, was in record.before["labels"] if was == LabelKind.PREFERRED]
    names = record.target.labels.filter(text__in=preferred)
    names.exclude(kind=LabelKind.PREFERRED).update(kind=kind)


class TagMergeAdmin(admin.ModelAdmin):
    """The record of merges: to be read, and to be undone."""

    list_display = ["old_name", "target_linked", "merged_at", "merged_by", "undo_button"]
    list_display_links = None
    list_select_related = ["target", "merged_by"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["old_name", "target__name"]
    fields = ["old_id", "old_name", "target_linked", "merged_at", "merged_by"]
    readonly_fields = fields
    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False  # addresses of the merged topic would die

    def get_urls(self):
        undo = self.admin_site.admin_view(self.undo_view)
        return [path("<row:pk>/undo/", undo, name="articles_tagmerge_undo"), *super().get_urls()]

    @admin.display(description=_("merged into"), ordering="target__name")
    def target_linked(self, merge):
        address = reverse("admin:articles_tag_change", args=[merge.target_id])
        return format_html('<a href="{}">{}</a>', address, merge.target.name)

    @admin.display(description=_("undo"))
    def undo_button(self, merge):
        address = reverse("admin:articles_tagmerge_undo", args=[merge.pk])
        button = '<button type="submit" class="quiet" formaction="{}">{}</button>'
        return format_html(button, address, _("Undo"))

    @method_decorator(require_POST)
    def undo_view(self, request, pk):
        """Bring the merged topic back; what somebody else did in the same moment is told."""
        if not request.user.has_perm("articles.change_tag"):
            raise PermissionDenied
        try:
            tag = TagMerge.objects.get(pk=pk).undo()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        except (TagMerge.DoesNotExist, Tag.DoesNotExist, IntegrityError):
            told = _("Somebody else has changed these topics in this moment; look again.")
            self.message_user(request, told, messages.WARNING)
        else:
            self.message_user(request, _("“%s” is a topic of its own again.") % tag.name, messages.SUCCESS)
            return redirect("admin:articles_tag_change", tag.pk)
        return redirect("admin:articles_tagmerge_changelist")
