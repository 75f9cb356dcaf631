"""Every kind of page once, in languages, colours and widths by turns: nobody is shut out."""

from datetime import UTC, datetime
from itertools import cycle

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import get_resolver, reverse

from articles.models import ReviewLink
from tests.admin.builders import make_imported, make_waiting, stock_the_desk
from tests.admin.test_every_page import CLOSED, pages_of
from tests.browser.axe import violations
from tests.browser.widths import WIDTHS, set_width, too_narrow
from tests.builders import make_article, make_free_page, make_source, make_summary, make_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LANGUAGES = ("", "/zh-hans", "/en")
# Feeds, cards, texts and addresses that lead elsewhere: no page of HTML.
NO_PAGES = {
    "article_markdown",
    "article_card",
    "home_feed",
    "picks_feed",
    "review_picture",
    "search_feed",
    "short_article",
    "short_tag",
    "source_feed",
    "tag_card",
    "tag_feed",
    "tag_newsletter",
    "topics_together_feed",
    "undated_feed",
    "week_card",
    "week_newsletter",
    "weekly_feed",
}
# Parts of a page that are asked for alone, and what answers a form.
NO_DESK_PAGES = {
    "articles_article_import_arrived",
    "articles_article_import_correct",
    "articles_article_import_decide",
    "articles_article_picture",
    "articles_article_body",
    "articles_article_preview",
    "articles_article_preview_new",
    "articles_article_publish",
    "articles_article_punctuation",
    "articles_article_take",
    "articles_article_undo",
    "articles_placement_move",
    "articles_provenance_download",
    "articles_tag_apart",
    "articles_tag_names",
    "articles_tag_questions",
    "articles_tagmerge_undo",
    "app_list",
    "autocomplete",
    "desk_bearing",
    "desk_check",
    "desk_undo",
    "jsi18n",
    "logout",
    "summary_table_export",
    "view_on_site",
}


@pytest.fixture
def shut_out(open_page, live_server):
    """What is wrong with pages, by address: rules that axe finds broken, widths that are too narrow."""
    windows = {scheme: open_page("/healthz", scheme=scheme) for scheme in ("light", "dark")}

    def shut_out(addresses, languages, signed_in=lambda page: None):
        found = {}
        for window in windows.values():
            signed_in(window)
        turns = zip(addresses, cycle(languages), cycle(windows.values()), cycle(WIDTHS), strict=False)
        for address, language, page, width in turns:
            page.goto(f"{live_server.url}{language}{address}")
            if wrong := [*too_narrow(page), *broken_rules(page, width)]:
                found[language + address] = wrong
        return found

    return shut_out


def broken_rules(page, width):
    set_width(page, width)
    return [(rule["help"], rule["nodes"][0]["html"][:100]) for rule in violations(page)]


@pytest.fixture
def pages():
    """An address of every kind of page for readers, by its name."""
    source = make_source("海岬通訊社", home_page="https://cape.example/", rights="full")
    tags = [make_tag("穿梭外交"), make_tag("渡輪")]
    words = {"zh-Hant": "兩國信使在渡輪上換了座位。", "en": "On a ferry two envoys change seats."}
    dated = {
        "source": source,
        "tags": tags,
        "summaries": words,
        "published_at": datetime(2025, 8, 24, tzinfo=UTC),
    }
    article = make_article("渡輪靠岸", **dated)
    make_article("燈塔來信", source=source, tags=tags)
    addresses = {one: reverse(one) for one in NAMES_ALONE}
    pair = "+".join(str(tag.pk) for tag in tags)
    passages = reverse("tag_passages", args=[tags[0].pk, tags[0].slug])
    return addresses | {
        "article": article.get_absolute_url(),
        "review": ReviewLink.objects.create(article=make_article("未刊", status="draft")).get_absolute_url(),
        "tag": tags[0].get_absolute_url(),
        "tag_passages": f"{passages}?name=穿梭外交&source={source.pk}",
        "topics_together": f"/tags/{pair}/",
        "source": source.get_absolute_url(),
        "free_page": make_free_page().get_absolute_url(),
        "search": "/search/?q=渡輪",
        "archive_year": "/archive/2025/",
        "archive_month": "/archive/2025/08/",
        "weeks": "/weekly/2025/",
        "week": "/weekly/2025/W34/",
    }


NAMES_ALONE = ["home", "tags", "saved", "offline", "sources", "picks", "archive", "undated", "weekly"]


def test_no_reader_is_shut_out(shut_out, pages, open_page):
    nowhere = ["/articles/0/", "/tags/nothing/", "/search/", "/search/?q=zzz"]
    assert shut_out([*pages.values(), *nowhere], LANGUAGES) == {}
    open_page.complaints.clear()  # of pages that are not there


def test_every_kind_of_page_is_looked_at(pages):
    named = set(names_in(get_resolver("articles.pages.urls").url_patterns))
    assert named - NO_PAGES == set(pages)


@pytest.fixture
def desk_pages():
    """An address of every kind of page of the desk, by its name."""
    member = User.objects.create_superuser("editor")
    things = stock_the_desk(member)
    article = make_imported()
    make_summary(article)
    topics = "&".join(f"topic={make_tag(name).pk}" for name in ("往返", "來回"))
    own = {one: reverse(f"admin:{one}") for one in DESK_NAMES_ALONE}
    own |= {
        f"articles_article_{one}": reverse(f"admin:articles_article_{one}", args=[article.pk])
        for one in ("raw", "related", "review")
    }
    own["articles_article_import_document"] = reverse(
        "admin:articles_article_import_document", args=[make_waiting("燈塔來信").pk]
    )
    own["articles_tag_merge"] = f"{reverse('admin:articles_tag_merge')}?{topics}"
    own["desk_article"] = reverse("admin:desk_article", args=[article.pk])
    own["desk_history"] = reverse("admin:desk_history", args=[article.pk, "zh-Hant"])
    own["auth_user_password_change"] = reverse("admin:auth_user_password_change", args=[member.pk])
    of_models = [page for thing in things for page in pages_of(thing) if not is_closed(thing, page)]
    return own, of_models


DESK_NAMES_ALONE = [
    "index",
    "desk",
    "password_change",
    "password_change_done",
    "second_factor",
    "summary_tables",
    "articles_article_coming",
    "articles_article_import",
    "articles_article_import_overruled",
    "articles_article_import_queue",
    "articles_article_trash",
    "articles_tag_twins",
]


def is_closed(thing, address):
    return address.rstrip("/").rpartition("/")[2] in CLOSED.get(thing._meta.model_name, ())


@pytest.mark.parametrize("pages", ["of the desk", "of every model"])
def test_no_editor_is_shut_out(shut_out, desk_pages, sign_in, open_page, pages):
    own, of_models = desk_pages
    member, addresses = User.objects.get(), own.values() if pages == "of the desk" else of_models
    assert shut_out(addresses, ("", "/en"), lambda page: sign_in(page, member)) == {}
    open_page.complaints.clear()  # Chromium wants a name beside every password


def test_nobody_is_shut_out_of_the_sign_in(shut_out):
    assert shut_out(["/admin/login/"] * 2, ("", "/en")) == {}


def test_every_kind_of_page_of_the_desk_is_looked_at(desk_pages):
    own, _of_models = desk_pages
    named = set(names_in(admin.site.get_urls()))
    assert named - NO_DESK_PAGES - of_every_model() - {"login"} == set(own)


def of_every_model():
    """The names of pages that every model has; `pages_of` has their addresses."""
    return {
        f"{model._meta.app_label}_{model._meta.model_name}_{page}"
        for model in admin.site._registry
        for page in ("changelist", "add", "change", "delete", "history")
    }


def names_in(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names_in(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name
