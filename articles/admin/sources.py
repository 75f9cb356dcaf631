"""Where articles come from."""

from django.contrib import admin
from django.db.models import Count, URLField
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.folded_search import FoldedSearch
from articles.admin.gone import GivesWordsBack
from articles.admin.spoken_names import LogsOwnNames
from articles.admin.two_editors import HeldFast, KeepsBoth, ShowsTheirs


class SourceAdmin(LogsOwnNames, ShowsTheirs, HeldFast, GivesWordsBack, FoldedSearch, admin.ModelAdmin):
    form = KeepsBoth
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ["name", "language", "rights", "time_zone", "articles_linked"]
    list_filter = ["rights", "language"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name"]
    ordering = ["name"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    @admin.display(description=_("articles"), ordering="article_count")
    def articles_linked(self, source):
        address = reverse("admin:articles_article_changelist")
        return format_html(
            '<a href="{}?source__id__exact={}">{}</a>', address, source.pk, source.article_count
        )
