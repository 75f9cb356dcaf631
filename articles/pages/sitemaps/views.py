"""The site for search engines: an index, and sections of bounded size that are read by primary key.

Django's own views load everything at once to count it; its Sitemap class still writes each section.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import F, Max
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Place, Placement, Source, Tag
from articles.pages.weekly import calendar

BLOCK = 2_000  # articles a section; in three languages some 6 MB, the format allows 50
LIMIT = 50_000  # addresses in one file, the format's own limit


def indexed_articles():
    return Article.objects.published().indexed()


class Section(Sitemap):
    i18n = alternates = x_default = True
    limit = LIMIT

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class Pages(Section):
    def items(self):
        picks = ["picks"] if Placement.objects.shown(Place.PICK).exists() else []
        return ["home", "tags", "sources", *picks]

    def location(self, item):
        return reverse(item)


class Tags(Section):
    def items(self):
        return list(Tag.objects.with_counts().order_by("-stories", "pk")[: LIMIT // 3])


class Sources(Section):
    def items(self):
        return list(Source.objects.filter(pk__in=indexed_articles().values("source"))[: LIMIT // 3])


class Weeks(Section):
    def items(self):
        return [week for week, _stories in calendar.counted(calendar.stories())][: LIMIT // 3]


class Articles(Section):
    def __init__(self, block):
        self.block = block

    def items(self):
        first = self.block * BLOCK
        articles = indexed_articles().filter(pk__gte=first, pk__lt=first + BLOCK)
        return list(articles.only("slug", "updated_at"))

    def lastmod(self, article):
        return article.updated_at


SECTIONS = {"pages": Pages, "tags": Tags, "sources": Sources, "weeks": Weeks}


@require_safe
def index(request):
    blocks = (
        indexed_articles()
        .annotate(block=F("pk") / BLOCK)
        .values("block")
        .annotate(last_mod=Max("updated_at"))
        .order_by("block")
    )
    sections = [entry("sitemap_section", name) for name, section in SECTIONS.items() if section().items()]
    sections += [entry("sitemap_articles", row["block"], row["last_mod"]) for row in blocks]
    return render_xml(request, "sitemap_index.xml", {"sitemaps": sections})


def entry(view: str, argument, last_mod=None) -> dict:
    return {"location": settings.SITE_URL + reverse(view, args=[argument]), "last_mod": last_mod}


@require_safe
def section(request, name):
    urls = SECTIONS[name]().get_urls()
    return render_xml(request, "sitemap.xml", {"urlset": urls})


@require_safe
def article_section(request, block):
    urls = Articles(block).get_urls()
    if not urls:
        raise Http404
    return render_xml(request, "sitemap.xml", {"urlset": urls})


def render_xml(request, template, context):
    return render(request, template, context, content_type="application/xml")
