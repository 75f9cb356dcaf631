"""Addresses: those every language shares first, then the pages in three languages."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter

from articles.models.row_numbers import RowNumberConverter
from portal.observability.views import metrics

register_converter(RowNumberConverter, "row")

handler400 = "portal.trouble.unreadable"
handler500 = "portal.trouble.failed"

urlpatterns = [
    path("metrics", metrics, name="metrics"),
    path("", include("articles.pages.untranslated_urls")),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("articles.pages.urls")),
        prefix_default_language=False,
    ),
]
