"""Addresses that are the same in every language."""

from django.urls import path, re_path

from articles.models.articles import picture
from articles.pages import instant, readiness, well_known
from articles.pages.offline import views as offline
from articles.pages.sitemaps import views as sitemaps

urlpatterns = [
    path("healthz", well_known.healthz, name="healthz"),
    path("readyz", readiness.readyz, name="readyz"),
    path(".well-known/security.txt", well_known.security, name="security"),
    path("robots.txt", well_known.robots, name="robots"),
    path("speculation-rules.json", instant.rules, name="speculation_rules"),
    path("manifest.webmanifest", well_known.manifest, name="manifest"),
    path("opensearch.xml", well_known.opensearch, name="opensearch"),
    path("service-worker.js", offline.service_worker, name="service_worker"),
    path("favicon.ico", well_known.favicon, name="favicon"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-articles-<row:block>.xml", sitemaps.article_section, name="sitemap_articles"),
    re_path(r"^sitemap-(?P<name>pages|tags|sources|weeks)\.xml$", sitemaps.section, name="sitemap_section"),
    re_path(rf"^pictures/(?P<name>{picture.NAME})$", well_known.picture, name="picture"),
]
