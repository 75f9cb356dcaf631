"""The findings that editors have dismissed: they show where the checks err."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import Dismissal
from articles.summaries.messages import rule_named


class DismissalAdmin(admin.ModelAdmin):
    """Read, or deleted, after which the finding is made again."""

    list_display = [
        "quote",
        "rule_in_words",
        "language",
        "at_the_desk",
        "reason",
        "dismissed_by",
        "dismissed_at",
    ]
    list_filter = ["rule", "language"]
    list_select_related = ["article", "dismissed_by"]
    search_fields = ["quote", "reason"]
    readonly_fields = ["article", "language", "rule", "quote", "reason", "dismissed_by", "dismissed_at"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("finding"), ordering="rule")
    def rule_in_words(self, dismissal: Dismissal):
        return rule_named(dismissal.rule)

    @admin.display(description=_("article"))
    def at_the_desk(self, dismissal: Dismissal):
        address = reverse("admin:desk_article", args=[dismissal.article_id])
        return format_html('<a href="{}">{}</a>', address, dismissal.article)
