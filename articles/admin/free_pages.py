"""Pages that editors write themselves, with every version that there was."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.gone import GivesWordsBack
from articles.admin.spoken_names import LogsOwnNames, NamesRows
from articles.admin.two_editors import HeldFast, KeepsBoth, ShowsTheirs
from articles.models import FreePage
from articles.models.free_page import FIELDS
from articles.models.row_numbers import row_number
from articles.text.diff.side_by_side import KEPT, paragraph_diff

WORDS = [name for pair in FIELDS.values() for name in pair]
NEWEST = 50  # versions that the history shows with their changes


@dataclass(frozen=True)
class Version:
    """A row of the history beside the one before it, which is None for the first."""

    row: object
    before: object | None

    @property
    def changes(self) -> list[tuple[str, list]]:
        """Of each language the paragraphs that came, went or changed, its title's before its text's."""
        changes = [
            (language, [paragraph for name in pair for paragraph in self.changed(name)])
            for language, pair in FIELDS.items()
        ]
        return [(language, paragraphs) for language, paragraphs in changes if paragraphs]

    def changed(self, name):
        told = paragraph_diff(getattr(self.before, name, ""), getattr(self.row, name))
        return [paragraph for paragraph in told if paragraph.kind != KEPT]


class FreePageAdmin(NamesRows, LogsOwnNames, ShowsTheirs, HeldFast, GivesWordsBack, admin.ModelAdmin):
    form = KeepsBoth
    list_display = ["__str__", "slug", "position", "is_published", "updated_at"]
    list_editable = ["position", "is_published"]
    list_per_page = 100
    show_full_result_count = False
    fieldsets = [
        (None, {"fields": ["seen_version", "slug", "position", "is_published"]}),
        (gettext_lazy("Traditional Chinese"), {"fields": FIELDS["zh-Hant"]}),
        (
            gettext_lazy("Simplified Chinese"),
            {
                "fields": FIELDS["zh-Hans"],
                "description": gettext_lazy(
                    "Without words of its own it is converted from the other script."
                ),
            },
        ),
        (gettext_lazy("English"), {"fields": FIELDS["en"]}),
    ]

    def save_model(self, request, obj, form, change):
        obj._history_user = request.user
        super().save_model(request, obj, form, change)

    def history_view(self, request, object_id, extra_context=None):
        """Every version, newest first, what changed in each and by whom; a POST brings one back."""
        page = get_object_or_404(FreePage, pk=row_number(object_id))
        if not self.has_view_or_change_permission(request, page):
            raise PermissionDenied
        if request.method == "POST":
            return self.restore(request, page)
        rows = list(page.history.select_related("history_user").order_by("-history_id")[: NEWEST + 1])
        versions = [Version(*pair) for pair in zip(rows, [*rows[1:], None], strict=True)][:NEWEST]
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "opts": self.opts,
            "object": page,
            "versions": versions,
            "may_restore": self.has_change_permission(request, page),
        }
        return TemplateResponse(request, "admin/articles/freepage/history.html", context)

    def restore(self, request, page):
        """Give the page the words that it had. Whether readers see it stays as it is."""
        if not self.has_change_permission(request, page):
            raise PermissionDenied
        row = get_object_or_404(page.history, history_id=row_number(request.POST.get("restore", "")))
        for name in WORDS:
            setattr(page, name, getattr(row, name))
        page._history_user = request.user
        page.save()
        self.log_change(request, page, _("An earlier version was brought back."))
        messages.success(request, _("An earlier version was brought back."))
        return redirect("admin:articles_freepage_change", page.pk)
