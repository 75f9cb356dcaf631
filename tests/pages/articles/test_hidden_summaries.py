"""What is not published is nowhere: every public address is asked for words that only editors may read."""

import re
from contextlib import contextmanager
from datetime import timedelta
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.discovery.search import backend_at, derive_search, rebuild
from articles.discovery.search.base import SearchBackend
from articles.models import Article
from articles.models.languages import SummaryLanguage
from articles.models.summaries.summary import Words
from articles.pages.cards.content import card_of_article
from tests.builders import make_article, make_source, make_summary, make_tag

SECRET, SEEN = "zqsecret", "zqseen"  # parts of words that stand nowhere else
BAIT = "lantern"  # stands in every text, so that a search meets what it must not show
BODY = "霧裡的渡輪慢慢靠岸，兩位信使隔著一盞燈坐下，先把船期談定，再談誰先開口。" * 2
LATER = timedelta(days=9)
NOT_PAGES = re.compile(r"/(?:admin|static|pictures)/|\.png$|^/favicon")
ADDRESS = re.compile(r' href="([^"]+)"|<loc>([^<]+)<')
FIRST = ["/", "/en/", "/zh-hans/", "/sitemap.xml", "/robots.txt", "/opensearch.xml", "/manifest.webmanifest"]
CHOICES = ["", "&order=best", "&language=zh-Hant", "&source=1", "&from=2020-01-01&to=2030-01-01"]


def words(mark, name):
    return {part: f"{BAIT} {mark}{name}{part}" for part in ("headline", "text", "points")}


def pending(name):
    said = words(SECRET, f"{name}pending")
    return {**said, "points": [said["points"]]}


def make_hidden_articles(**fields):
    """Of each hidden state one, with summaries that would be shown were the article."""
    for status in ("draft", "scheduled", "withdrawn"):
        said = words(SECRET, status)
        article = make_article("燈塔", status=status, scheduled_for=timezone.now() + LATER, **fields)
        for number, shown in enumerate(("published", "stale")):
            language = SummaryLanguage.values[number]
            make_summary(article, language, status=shown, pending=pending(status), **said)
        yield article


def make_hidden_summaries(**fields):
    """Published articles, on which summaries in every language and hidden state stand beside shown ones."""
    for status in ("draft", "review"):
        article = make_article("渡輪", body=f"{BAIT}。{BODY}", **fields)
        for language in SummaryLanguage.values:
            make_summary(article, language, status=status, **words(SECRET, status))
        yield article
    for status in ("published", "stale"):
        article = make_article("信使", **fields)
        for language in SummaryLanguage.values:
            make_summary(article, language, status=status, pending=pending(status), **words(SEEN, status))
        yield article


@pytest.fixture
def library(short_pages):
    """Articles and summaries in every state, on lists of several pages; the hidden articles first."""
    fields = {
        "published_at": timezone.now(),
        "source": make_source(),
        "tags": [make_tag("穿梭外交"), make_tag("渡輪航線")],
    }
    hidden = list(make_hidden_articles(body=f"{SECRET}body {BODY}", **fields))
    shown = list(make_hidden_summaries(**fields))
    for article in [*hidden, *shown]:
        article.save()  # derived again, now that the others are there
    return hidden, shown


@pytest.fixture
def public(get):
    """Everything that a stranger can reach: the path and text of each page, feed and list.

    extra: addresses that nothing leads to. within: "/en" keeps to the pages of one interface.
    """

    def public(extra=(), within=""):
        found, waiting = {}, [*FIRST, *searches(), *extra]
        while waiting:
            path = waiting.pop()
            if path in found or not path.startswith(within) or NOT_PAGES.search(urlsplit(path).path):
                continue
            answer = get(path)
            found[path] = unquote(answer.content.decode() + answer.headers.get("Location", ""))
            waiting += linked(path, answer)
        return found

    return public


def searches():
    """In every interface, and narrowed in each way."""
    found = [f"{prefix}/search/?q={typed}" for prefix in ("", "/en", "/zh-hans") for typed in (BAIT, "渡輪")]
    return [*found, *(f"/search/?q={BAIT}{choice}" for choice in CHOICES), "/search/?q=tag:穿梭外交"]


def linked(path, answer):
    """The addresses of ours that an answer names."""
    named = [next(filter(None, match)) for match in ADDRESS.findall(answer.content.decode())]
    named += [answer["Location"]] if "Location" in answer else []
    whole = (
        urlsplit(urljoin(f"https://shuttle.example{path}", address.replace("&amp;", "&")))
        for address in named
    )
    return [
        f"{at.path}?{at.query}" if at.query else at.path for at in whole if at.netloc == "shuttle.example"
    ]


def saying(pages, mark):
    return [path for path, text in pages.items() if mark in text]


def of_article(article):
    """Every address that an article has, or would have."""
    paths = [article.get_absolute_url(), f"/articles/{article.pk}/", f"/articles/{article.pk}/elsewhere/"]
    return [prefix + path for prefix in ("", "/en", "/zh-hans") for path in paths]


def test_no_page_feed_or_search_says_what_only_editors_may_read(public, library):
    hidden, _shown = library
    pages = public([path for article in hidden for path in of_article(article)])
    assert saying(pages, SECRET) == []


def test_the_sweep_meets_what_readers_may_see_on_every_kind_of_page(public, library):
    seen = saying(public(), SEEN)
    _hidden, shown = library
    tag, source = shown[0].tags.first().get_absolute_url(), shown[0].source.get_absolute_url()
    for path in ("/", tag, source, shown[-1].get_absolute_url()):
        assert {path, f"/en{path}", f"/zh-hans{path}"} <= set(seen)
    for path in ("/", "/en/", tag, source):
        assert {f"{path}feed.atom", f"{path}feed.json"} <= set(seen)
    for sign in ("/search/?q=lantern", "/search/feed.atom?q=", "/search/feed.json?q=", "?before=", "+"):
        assert any(sign in path for path in seen), sign


@pytest.mark.parametrize("field", ["headline", "text", "points"])
def test_hidden_words_find_nothing(read, library, field):
    names = ["draft", "scheduled", "withdrawn", "review", "publishedpending", "stalepending"]
    for typed in (f"{SECRET}{name}{field}" for name in names):
        for choice in CHOICES:
            assert read(f"/search/?q={typed}{choice}").cssselect(".card") == [], typed


def test_shown_words_are_found(read, library):
    for typed in (f"{SEEN}{status}{field}" for status in ("published", "stale") for field in words("", "")):
        assert len(read(f"/search/?q={typed}").cssselect(".card")) == 1, typed


def test_hidden_articles_have_no_address_and_no_card(get, library):
    for article in library[0]:
        for path in [*of_article(article), f"{article.get_absolute_url()}card.png"]:
            assert get(path).status_code == 404, path


@pytest.mark.parametrize("status", ["draft", "review", "published"])
def test_a_card_says_no_hidden_headline(status):
    article = make_article("Ferries", language="en")
    make_summary(article, headline=f"{SECRET}1", status=status, pending=pending(status))
    article.summaries.filter(status="published").update(headline=SEEN)
    title = card_of_article(Article.objects.for_cards().get()).title.text
    assert title == (SEEN if status == "published" else "Ferries")


class PublishedSummary(SearchBackend):
    """An index that remembers what it was told: whichever is in use is told the same."""

    told = {}

    def index(self, entries):
        self.told.update({entry.pk: entry.text for entry in entries})

    def forget(self, pks):
        for pk in pks:
            self.told.pop(pk, None)

    @contextmanager
    def rebuilding(self):
        self.told.clear()
        yield self.index


@pytest.mark.parametrize("told_by", ["saving", "rebuilding"])
def test_no_index_is_told_of_hidden_summaries(settings, library, told_by):
    settings.SEARCH_BACKEND = f"{__name__}.PublishedSummary"
    backend_at.cache_clear()
    hidden, shown = library
    if told_by == "rebuilding":
        rebuild(Article.objects.all())
    else:
        for article in Article.objects.all():
            derive_search(article)
    scheduled = hidden[1].pk  # its turn comes without a save; until then the database lets nobody through
    assert set(PublishedSummary.told) == {scheduled, *(article.pk for article in shown)}
    texts = {pk: text for pk, text in PublishedSummary.told.items() if pk != scheduled}
    assert not any(SECRET in text for text in texts.values())
    assert sum(SEEN in text for text in texts.values()) == 2


def withdraw_summary(article):
    for summary in article.summaries.all():
        summary.withdraw(User.objects.get())


def delete_summary(article):
    for summary in article.summaries.all():
        summary.delete()


def to(status):
    def change(article):
        article.status, article.scheduled_for = status, timezone.now() + LATER
        article.save()

    return change


CHANGES = {
    "summary withdrawn": withdraw_summary,
    "summary deleted": delete_summary,
    "article withdrawn": to("withdrawn"),
    "article back to draft": to("draft"),
    "article scheduled": to("scheduled"),
}


@pytest.fixture
def once_seen():
    """A published article that summaries retell."""
    User.objects.create_superuser("editor")
    article = make_article("船が着いた", language="ja", body=BODY, source=make_source(), tags=["穿梭外交"])
    for language in ("zh-Hant", "en"):
        make_summary(article, language, **words(SEEN, "once"))
    make_article("燈塔", tags=["穿梭外交"])
    return Article.objects.get(pk=article.pk)


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_taken_back_is_gone_at_once_everywhere(public, get, once_seen, change):
    addresses = of_article(once_seen)
    for path in ("/en/", f"/en{once_seen.get_absolute_url()}"):
        assert SEEN in get(path).content.decode()
    CHANGES[change](once_seen)
    assert saying(public(addresses, within="/en"), SEEN) == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_kept_card_is_shown_no_longer_once_its_words_are_taken_back(get, once_seen, change):
    version = card_of_article(once_seen).version
    address = f"{once_seen.get_absolute_url()}card.png?v={version}"
    before = get(address)
    assert "immutable" in before["Cache-Control"]
    CHANGES[change](once_seen)
    after = get(address, if_none_match=before["ETag"])
    if change.startswith("article"):
        assert after.status_code == 404
    else:
        assert (after.status_code, "immutable" in after["Cache-Control"]) == (200, False)
        assert after.content != before.content


def test_editing_what_is_published_shows_nothing_until_it_is_published(public, once_seen):
    editor = User.objects.get()
    for summary in once_seen.summaries.all():
        summary.propose(Words(*words(SECRET, "edited").values()), editor)
    assert saying(public(within="/en"), SECRET) == []
    for summary in once_seen.summaries.all():
        summary.publish(editor)
    assert len(saying(public(within="/en"), SECRET)) > 12
