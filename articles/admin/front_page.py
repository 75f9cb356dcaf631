"""The order of the home page: pins and picks, moved by buttons, numbers or from the list of articles."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles.admin.actions import log_changed
from articles.admin.gone import GivesWordsBack
from articles.admin.spoken_names import LogsOwnNames, NamesRows, by_the_desks_clock
from articles.admin.two_editors import HeldFast, KeepsBoth, ShowsTheirs
from articles.models import Article, Place, Placement
from articles.models.curation import read_shown
from articles.pages.front_page import MOST_PICKS, MOST_PINS
from articles.pages.languages import joined

ROOM = {Place.PIN: MOST_PINS, Place.PICK: MOST_PICKS}
STEPS = {"up": -1, "down": 1}
BUTTONS = [("up", "↑", _("Move up")), ("down", "↓", _("Move down"))]


class Curating:
    """Of the article admin: who may arrange the home page finds the actions for it in the list."""

    def has_curate_permission(self, request):
        return request.user.has_perm("articles.add_placement")


@admin.action(description=_("Pin to the home page"), permissions=["curate"])
def pin(modeladmin, request, queryset):
    _put(modeladmin, request, queryset, Place.PIN)


@admin.action(description=_("Add to editors' picks"), permissions=["curate"])
def pick(modeladmin, request, queryset):
    _put(modeladmin, request, queryset, Place.PICK)


@admin.action(description=_("Take off the home page"), permissions=["curate"])
def take_off(modeladmin, request, queryset):
    articles = list(queryset.exclude(placements=None))
    Placement.objects.filter(article__in=[article.pk for article in articles]).delete()
    log_changed(request, articles, _("home page"))
    told = ngettext("%d article taken off.", "%d articles taken off.", len(articles))
    modeladmin.message_user(request, told % len(articles))


def _put(modeladmin, request, queryset, place):
    """Place what is chosen before all others, in the order of the list."""
    chosen = list(queryset)
    new = [article for article in reversed(chosen) if Placement.objects.put(article, place)]
    log_changed(request, new, _("home page"))
    told = ngettext("%d article placed.", "%d articles placed.", len(new)) % len(new)
    address = reverse("admin:articles_placement_changelist")
    told = format_html('{} <a href="{}">{}</a>', told, address, _("Order and notes"))
    modeladmin.message_user(request, told, messages.SUCCESS)
    _tell_unseen(modeladmin, request, new)


def _tell_unseen(modeladmin, request, articles):
    pks = [article.pk for article in articles]
    seen = set(Article.objects.published().filter(pk__in=pks).values_list("pk", flat=True))
    unseen = [article.headline for article in articles if article.pk not in seen]
    if unseen:
        told = _("Readers see these once they are published: %(headlines)s") % {"headlines": joined(unseen)}
        modeladmin.message_user(request, told, messages.WARNING)


class PlacementForm(KeepsBoth):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"starts_at", "ends_at"} & {*self.fields}:
            by_the_desks_clock(self.fields[name])


class PlacementAdmin(NamesRows, LogsOwnNames, ShowsTheirs, HeldFast, GivesWordsBack, admin.ModelAdmin):
    form = PlacementForm
    list_display = ["headline", "place", "position", "move_buttons", "state", "note"]
    list_display_links = ["headline"]
    list_editable = ["position"]
    list_filter = ["place"]
    list_select_related = ["article"]
    list_per_page = 100
    show_full_result_count = False
    ordering = ["-place", "position", "pk"]  # pins first, as on the page
    raw_id_fields = ["article"]
    fieldsets = [
        (None, {"fields": ["seen_version", "article", "place", "position"]}),
        (_("Why it stands there"), {"fields": ["note_zh", "note_en"]}),
        (_("For how long"), {"fields": ["starts_at", "ends_at"]}),
    ]

    def get_list_display(self, request):
        if self.has_change_permission(request):
            return self.list_display
        return [column for column in self.list_display if column != "move_buttons"]

    def get_queryset(self, request):
        """`has_room`: whether it is among the first ones of its place, which are all that readers see."""
        now = timezone.now()
        first = [read_shown(now, place=place, most=most) for place, most in ROOM.items()]
        numbers = [placement.pk for placements in first for placement in placements]
        return super().get_queryset(request).defer("article__body").annotate(has_room=Q(pk__in=numbers))

    def get_urls(self):
        move = self.admin_site.admin_view(self.move_view)
        return [
            path("<row:pk>/move/<str:direction>/", move, name="articles_placement_move"),
            *super().get_urls(),
        ]

    @admin.display(description=_("headline"), ordering="article__headline")
    def headline(self, placement):
        return format_html(
            '<span lang="{}">{}</span>', placement.article.language, placement.article.headline
        )

    @admin.display(description=_("move"))
    def move_buttons(self, placement):
        buttons = [
            (reverse("admin:articles_placement_move", args=[placement.pk, direction]), words, words, sign)
            for direction, sign, words in BUTTONS
        ]
        button = '<button type="submit" class="quiet" formaction="{}" title="{}" aria-label="{}">{}</button>'
        return format_html_join(" ", button, buttons)

    @admin.display(description=_("state"))
    def state(self, placement):
        now = timezone.now()
        if placement.ends_at and placement.ends_at <= now:
            return _("over")
        if placement.starts_at and placement.starts_at > now:
            return _("waits")
        visible = placement.article.visible_from
        if not visible or visible > now:
            return _("not published")
        return _("shown") if placement.has_room else _("no room")

    @admin.display(description=_("note"))
    def note(self, placement):
        return placement.note_zh or placement.note_en

    @method_decorator(require_POST)
    def move_view(self, request, pk, direction):
        """One place up or down. Answers with the list as it is now."""
        if direction not in STEPS:
            raise Http404
        placement = get_object_or_404(Placement, pk=pk)
        if not self.has_change_permission(request, placement):
            raise PermissionDenied
        placement.move(STEPS[direction])
        return redirect("admin:articles_placement_changelist")
