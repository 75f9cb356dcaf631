"""Whatever numbers, dates and words an address, a query or a form holds, the portal has an answer."""

from urllib.parse import quote, unquote

import pytest
from django.contrib.auth.models import User
from django.urls import Resolver404, get_resolver, resolve
from django.utils.regex_helper import normalize
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from articles.models import Article, Placement, Provenance, TagMerge, TagSuggestion
from tests.admin.builders import make_imported, make_waiting
from tests.builders import make_source, make_summary, make_tag

pytestmark = pytest.mark.django_db

# What is read from queries and forms.
NAMES = [
    "q", "source", "language", "from", "to", "order", "kind", "after", "before", "page", "v", "topic",
    "topics", "document", "decision", "rows", "do", "sure", "version", "restore", "stays", "url", "text",
    "body", "next", "status", "_to_field", "p", "o", "all", "action", "_selected_action",
    "select_across", "index",
    "id__exact", "id__in", "source__id__exact", "tags__id__exact", "published_at__gte",
    "published_at__year", "app_label", "model_name", "field_name", "term", "headline", "slug", "pk", "one",
    "other", "format", "queue", "published_at_0", "published_at_1",
]  # fmt: skip
ODD = [
    *("1", "0", "-1", "9" * 18, "9" * 19, "9" * 30, "9" * 5000, "-" + "9" * 30, "²", "１２", "1.5", "1e9"),
    *("0001-01-01", "9999-12-31", "10000-01-01", "2025-02-30", "2025-W54", "0000", "0001", "9999"),
    *(
        "en",
        "zh-Hant",
        "渡輪",
        "z" * 400,
        "zz.zz",
        "",
        " ",
        "\0",
        "a\0b",
        "\u202e",
        "%",
        "%00",
        "\\",
        "'",
        "-",
    ),
    *("1.zzzzzzzzzzzzz", "http://["),
    *("tag:", "tag:\0", "source:渡輪", "+", "1+1", "1,2", "../..", "/", "//", "?", "#", "None", "[]"),
]
WORDS = st.sampled_from(ODD) | st.text(max_size=20) | st.integers().map(str) | st.dates().map(str)
FORMS = st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=6)
ENDLESS = {"admin/logout/"}  # ends the session that the next example needs


def addresses(resolver, prefix=""):
    """Every address of the portal, with %(name)s where it takes something."""
    for pattern in resolver.url_patterns:
        form = prefix + normalize(pattern.pattern.regex.pattern.removesuffix(r"\Z"))[0][0]
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern, form)
        else:
            yield form


ADDRESSES = st.deferred(lambda: st.sampled_from(sorted({*addresses(get_resolver())} - ENDLESS)))


class Filled(dict):
    """Gives a word for whatever an address takes."""

    def __init__(self, word):
        self.word = word

    def __missing__(self, name):
        return quote(self.word, safe="/")


@pytest.fixture(scope="module")
def editor(database_of_module):
    return User.objects.create_superuser("editor")


@pytest.fixture(scope="module")
def stocked(editor):
    """A library that every test begins with; made once."""
    article = make_imported()
    article.tags.add("穿梭外交")
    make_summary(article)
    make_source()
    TagSuggestion.objects.suggest(article, ["渡輪"])
    TagMerge.merge(make_tag("往返外交").pk, article.tags.get().pk, editor)
    Placement.objects.put(article, "pin")
    make_waiting("燈塔來信")


with_one_library = examples(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("word", ODD, ids=ascii)
def test_every_view_has_an_answer_for_a_word_in_its_address(desk, stocked, word):
    for address in asked_with(word):
        assert desk.get(address).status_code < 500, address


def asked_with(word):
    """The addresses that a word makes; of those that lead to one view with the same in them, one."""
    forms = sorted(form for form in {*addresses(get_resolver())} - ENDLESS if "%(" in form)
    return {taken_by(address): address for address in ("/" + form % Filled(word) for form in forms)}.values()


def taken_by(address):
    """The view that an address leads to and what it is given; None where it leads nowhere."""
    try:
        match = resolve(unquote(address))
    except Resolver404:
        return None
    return match.view_name, repr(match.kwargs)


def test_every_address_has_an_answer_to_an_empty_form(desk, stocked):
    kept = Provenance.objects.exclude(article=None).get()
    for number in {str(kept.pk), str(kept.article_id)}:
        for address in {*addresses(get_resolver())} - ENDLESS:
            assert desk.post("/" + address % Filled(number)).status_code < 500, address


@with_one_library
@given(address=ADDRESSES, word=WORDS, query=FORMS)
def test_readers_have_an_answer_to_every_query(client, stocked, address, word, query):
    assert client.get("/" + address % Filled(word), query).status_code < 500


@with_one_library
@given(address=ADDRESSES, word=st.just("1") | WORDS, query=FORMS)
def test_editors_have_an_answer_to_every_query(desk, stocked, address, word, query):
    assert desk.get("/" + address % Filled(word), query).status_code < 500


@with_one_library
@given(address=ADDRESSES, word=st.just("1") | WORDS, form=FORMS)
def test_editors_have_an_answer_to_every_form(desk, stocked, address, word, form):
    assert desk.post("/" + address % Filled(word), form).status_code < 500


NO_ROW = ["9" * 30, "9" * 5000, "²", "-1", "x"]


@pytest.mark.parametrize("number", NO_ROW)
def test_a_number_that_no_row_has_finds_none(desk, stocked, number):
    article = Article.objects.get()
    history = f"/admin/desk/{article.pk}/history/zh-Hant/"
    assert desk.get(f"/admin/articles/article/{article.pk}/raw/", {"document": number}).status_code == 200
    assert desk.get(history, {"before": number}).status_code == 200
    assert desk.post(history, {"restore": number}).status_code == 404
    decided = {"document": number, "decision": "discard"}
    assert desk.post("/admin/articles/article/import/decide/", decided).status_code == 302


@pytest.mark.parametrize("number", NO_ROW)
@pytest.mark.parametrize("model", ["articles/article", "articles/tag", "auth/user"])
def test_an_action_on_a_number_that_no_row_has_is_refused(desk, stocked, model, number):
    chosen = {"action": "delete_selected", "_selected_action": number}
    assert desk.post(f"/admin/{model}/", chosen).status_code == 400


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_search_may_begin_or_end_with_the_first_or_last_of_all_days(client, stocked, day):
    assert client.get("/search/", {"q": "渡輪", "from": day}).status_code == 200
    assert client.get("/search/", {"q": "渡輪", "to": day}).status_code == 200
