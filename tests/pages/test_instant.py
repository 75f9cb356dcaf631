"""Links that browsers may fetch before they are clicked: pages, and nothing that costs or is private."""

import pytest

from tests.builders import make_article


@pytest.mark.parametrize("address", ["/", "/en/", "/zh-hans/tags/", "/search/?q=渡輪"])
def test_pages_for_readers_say_where_the_rules_are(get, address):
    assert get(address)["Speculation-Rules"] == '"/speculation-rules.json"'


@pytest.mark.parametrize("address", ["/feed.atom", "/admin/login/", "/robots.txt"])
def test_nothing_else_does(get, address):
    make_article()
    assert "Speculation-Rules" not in get(address)


def test_the_rules_are_of_their_own_type(get):
    answer = get("/speculation-rules.json")
    assert answer["Content-Type"] == "application/speculationrules+json"
    (rule,) = answer.json()["prefetch"]
    assert rule["eagerness"] == "moderate"


@pytest.mark.parametrize(
    "path", ["/admin/*", "/search/*", "/*feed.*", "/*.png", "/en/admin/*", "/zh-hans/search/*"]
)
def test_editors_pages_searches_feeds_and_cards_are_never_fetched(get, path):
    where = get("/speculation-rules.json").json()["prefetch"][0]["where"]["and"]
    assert path in where[1]["not"]["href_matches"]
