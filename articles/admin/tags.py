"""Topics and how often they are used."""

from django.contrib import admin
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.search import FoldedSearch
from articles.models import LabelKey


class TagAdmin(FoldedSearch, admin.ModelAdmin):
    list_display = ["name", "kind", "uses_linked"]
    list_filter = ["kind"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name"]
    ordering = ["name"]
    fields = ["name", "kind", "slug"]

    def matching(self, term):
        return Q(pk__in=LabelKey.objects.filter(folded__contains=term).values("tag"))

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(uses=Count("tagged"))

    @admin.display(description=_("articles"), ordering="-uses")
    def uses_linked(self, tag):
        address = reverse("admin:articles_article_changelist")
        return format_html('<a href="{}?topic={}">{}</a>', address, tag.pk, tag.uses)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "slug":
            field.help_text = _("Stands in the address. Left empty, the name itself in its own script.")
        return field
