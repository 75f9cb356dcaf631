"""What a feed says is new, whatever is wrong with it; and what robots.txt lets us ask for."""

import pytest

from articles.ingest.documents import DocumentError, RawDocument, RefusedByServer
from articles.ingest.intake import feeds, robots
from articles.ingest.intake.feeds import MOST_ITEMS, FeedItem, items_of, read_feed
from articles.ingest.intake.fetch import Answer
from articles.ingest.intake.robots import read_robots

ADDRESS = "https://news.example/feed"
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>海岬通訊社</title>{}</channel></rss>'
ITEM = "<item><guid>{0}</guid><link>/a/{0}</link><title>第{0}次會談</title></item>"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>'
    '<entry><id>tag:1</id><title>渡輪</title><link href="https://other.example/ferry"/></entry></feed>'
)


def items(text, content_type="application/rss+xml"):
    return items_of(RawDocument(ADDRESS, text.encode(), ADDRESS, content_type=content_type))


def test_items_come_the_oldest_first_with_whole_addresses():
    assert items(RSS.format(ITEM.format(2) + ITEM.format(1))) == [
        FeedItem("1", "https://news.example/a/1", "第1次會談"),
        FeedItem("2", "https://news.example/a/2", "第2次會談"),
    ]


def test_atom_is_read_too():
    assert items(ATOM, "application/atom+xml") == [FeedItem("tag:1", "https://other.example/ferry", "渡輪")]


def test_an_item_without_a_name_of_its_own_is_known_by_its_address():
    (item,) = items(RSS.format("<item><link>https://news.example/x</link></item>"))
    assert item.key == item.address == "https://news.example/x"


@pytest.mark.parametrize(
    "link",
    ["", "javascript:alert(1)", "file:///etc/passwd", "http://[abc", "https://news.example/" + "x" * 3000],
)
def test_what_is_no_page_s_address_is_none(link):
    (item,) = items(RSS.format(f"<item><guid>1</guid><link>{link}</link></item>"))
    assert item.address == ""


ESCAPED = '<?xml version="1.0" encoding="unicode_escape"?><rss version="2.0"><channel>{}</channel></rss>'


def test_a_character_that_cannot_be_kept_does_not_come():
    (item,) = items(
        ESCAPED.format(r"<item><link>https://news.example/\x00</link><title>a\x00b</title></item>")
    )
    assert (item.address, item.title) == ("", "ab")


@pytest.mark.parametrize(
    "feed", [RSS.format("<title>&#xD800;</title>"), ESCAPED.format(r"<title>\udfff</title>")]
)
def test_a_feed_of_characters_that_there_are_not_is_said_to_be_unreadable(feed):
    with pytest.raises(DocumentError, match="cannot be read"):
        items(feed)


def test_of_a_long_feed_the_newest_items_count():
    found = items(RSS.format("".join(ITEM.format(number) for number in range(200))))
    assert [found[0].key, found[-1].key] == [str(MOST_ITEMS - 1), "0"]


@pytest.mark.parametrize("text", ["", "<html><body>not here", "{}", "\0\0", "file:///etc/passwd", ADDRESS])
def test_what_is_no_feed_is_said_to_be_none(text):
    with pytest.raises(DocumentError, match="is no feed"):
        items(text, "text/html")


def test_entities_that_unfold_without_end_are_none():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "渡輪">{entities}]>' + RSS.format(
        "<item><guid>1</guid><title>&e11;</title></item>"
    ).removeprefix('<?xml version="1.0"?>')
    assert sum(len(item.title) for item in items(bomb)) < 1000


def test_a_feed_is_asked_for_with_what_was_told_the_last_time(monkeypatch):
    asked = []
    monkeypatch.setattr(feeds, "ask", lambda url, wanted: asked.append(wanted.headers) or Answer(None))
    assert read_feed(ADDRESS, '"v1"', "Mon, 01 Sep 2025 00:00:00 GMT") is None
    assert asked[0]["If-None-Match"] == '"v1"'
    assert asked[0]["If-Modified-Since"] == "Mon, 01 Sep 2025 00:00:00 GMT"


def rules_of(monkeypatch, answer):
    def ask(url, wanted):
        assert url == "https://news.example/robots.txt"
        if isinstance(answer, int):
            raise RefusedByServer("answered badly", answer)
        return Answer(RawDocument(url, answer.encode(), url))

    monkeypatch.setattr(robots, "ask", ask)
    return read_robots("https://news.example/a/1?b=2")


@pytest.mark.parametrize(
    ("answer", "is_allowed"),
    [
        ("User-agent: *\nDisallow: /a/", False),
        ("User-agent: *\nDisallow: /b/", True),
        ("User-agent: Shuttle\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: Other\nDisallow: /", True),
        ("<html>渡輪</html>", True),
        ("", True),
        (404, True),
        (403, True),
    ],
)
def test_a_site_s_rules_are_kept(monkeypatch, answer, is_allowed):
    assert rules_of(monkeypatch, answer).can_fetch("Shuttle", "https://news.example/a/1") is is_allowed


@pytest.mark.parametrize(
    "odd",
    [
        "Crawl-delay: ²",
        f"Crawl-delay: {'9' * 400}",
        f"Crawl-delay: {'9' * 5000}",
        "Request-rate: ²/³",
        "Request-rate: 1/0",
        "Disallow: http://[x",
        "Allow: //[",
        "Disallow: %zz%",
        ":",
    ],
)
def test_a_rule_that_cannot_be_read_does_not_count(monkeypatch, odd):
    rules = rules_of(monkeypatch, f"User-agent: *\n{odd}\nDisallow: /b/")
    found = [rules.can_fetch("Shuttle", f"https://news.example/{page}/1") for page in "ab"]
    assert (found, rules.crawl_delay("Shuttle")) == ([True, False], None)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_that_cannot_tell_its_rules_is_not_asked_for_more(monkeypatch, status):
    with pytest.raises(DocumentError):
        rules_of(monkeypatch, status)
