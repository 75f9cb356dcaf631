"""Whatever names a topic leads to it in one redirect; whatever does not is told so, and nothing breaks."""

from urllib.parse import quote, unquote, urlsplit

import pytest

from articles.models import TagMerge
from tests.builders import make_tag

# Two ways to type one name, and why somebody does.
SAME_NAME = [
    ("韓國", "韩国"),  # Simplified
    ("臺灣", "台湾"),  # a variant, Simplified
    ("國會", "国会"),  # Japanese form
    ("首爾", "首 爾".replace(" ", "\u200b")),  # zero-width space
    ("李在明", "\u202e李在明\u202c"),  # bidi marks
    ("李在明", "李在明\ufe0f"),  # variation selector
    ("李在明", " 李在明\u3000"),  # white space around
    ("李在明", "李\u00ad在明"),  # soft hyphen
    ("李在明", "\ufeff李在明"),  # byte order mark
    ("Seoul", "ｓｅｏｕｌ"),  # full width
    ("Seoul", "SEOUL"),  # case
    ("Lee Jae-myung", "lee  jae-myung"),  # white space within
    ("café", "cafe\u0301"),  # NFD
    ("Straße", "STRASSE"),  # casefolding
    ("셔틀외교", "\u1109\u1167\u1110\u1173\u11af\u110b\u116c\u1100\u116d"),  # jamo
    ("シャトル外交", "ｼｬﾄﾙ外交"),  # half-width kana
    ("ガザ", "カ\u3099ザ"),  # a voicing mark of its own
    ("ﬁnance", "finance"),  # ligature
    ("G20", "Ｇ２０"),  # full-width digits
    ("İstanbul", "i\u0307stanbul"),  # dotted I
]

# What no topic is called: each is a 404 with a page, never a failure.
TRAPS = [
    "%00",
    "%00首爾",
    "%ED%A0%80",  # a lone surrogate
    "%ED%B0%80%ED%A0%80",
    "%C0%AF",  # an overlong slash
    "%E0%80%AF",
    "%FF%FE",
    "%F4%90%80%80",  # beyond Unicode
    "%E6%9D",  # half a character
    "%",
    "%%",
    "%zz",
    "..",
    "../..",
    "..%2F..%2Fetc%2Fpasswd",
    "%2e%2e%2f",
    "%2F%2Fevil.example",
    "%5C%5Cevil.example",
    "https:%2F%2Fevil.example",
    "x%0D%0ASet-Cookie:%20a=b",
    "x%0aLocation:%20https://evil.example",
    "%E2%80%AE%E2%80%AC",  # bidi marks alone
    "%E2%80%8B",  # nothing visible
    "%F0%9F%A4%9D%F0%9F%8F%BD",  # an emoji with a skin tone
    "%F0%9F%87%B0%F0%9F%87%B7",  # a flag
    "%CC%81%CC%81%CC%81",  # combining marks alone
    "e" + "%CC%81" * 500,
    "%E9%95%B7" * 10_000,
    "a" * 10_000,
    "1" * 300,
    "99999999999999999999",
    "-1",
    "0x10",
    "1e9",
    "٣",  # a digit of another script
    "%EF%BC%91",
    "'%20OR%201=1--",
    "%25_%25",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "{{7*7}}",
    "1++2",
    "+1+2",
]


@pytest.mark.parametrize(("name", "typed"), SAME_NAME)
def test_a_name_is_one_however_it_is_typed(location, name, typed):
    tag = make_tag(name)
    assert location(f"/tags/{quote(typed)}/") == tag.get_absolute_url()


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap[:24])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_no_topic_is_called_is_not_found(get, trap, prefix):
    make_tag("首爾")
    make_tag("奈良")
    answer = get(f"{prefix}/tags/{trap}/")
    assert answer.status_code in (301, 404)
    assert is_at_home(answer)
    assert get(f"{prefix}/t/{trap}").status_code in (301, 404)


def is_at_home(answer):
    """Whether an answer leads nowhere, or to a topic of ours, by one line of a header."""
    location = answer.get("Location", "")
    parts = urlsplit(unquote(location))
    return not (parts.netloc or "\r" in location or "\n" in location) and (
        not location or "/tags/" in location
    )


@pytest.mark.parametrize("address", ["//evil.example", "//evil.example/tags/1", "/tags//evil.example/%2f.."])
def test_no_address_leads_out_of_the_house(get, address):
    assert is_at_home(get(address))


GLUED = ["，快看", "/，快看", "。", "！！", " 看這個", "\n看這個", "）", "🔥", "…", "、很好看"]


@pytest.mark.parametrize("glued", GLUED, ids=repr)
def test_what_a_chat_app_glues_to_an_address_is_left_out(location, glued):
    tag = make_tag("李在明")
    for address in ("/tags/李在明", f"/tags/{tag.pk}", f"/tags/{tag.pk}/李在明", f"/t/{tag.pk}"):
        assert location(quote(address + glued)) == tag.get_absolute_url(), address


@pytest.mark.parametrize(("name", "address"), [("李在明", "李在明很好看"), ("Seoul", "Seoul很好看")])
def test_words_without_a_mark_between_are_left_out_of_a_whole_name(location, name, address):
    tag = make_tag(name)
    assert location(quote(f"/tags/{address}")) == tag.get_absolute_url()


@pytest.mark.parametrize(
    ("name", "other"), [("日本", "日本海"), ("Japan", "Japanese"), ("韓國", "韓國瑜"), ("G2", "G20")]
)
def test_another_name_that_begins_alike_is_not_taken_for_it(get, name, other):
    make_tag(name)
    assert get(quote(f"/tags/{other}/")).status_code == 404


def test_a_number_that_begins_another_name_is_not_taken_for_a_topic(get):
    tag = make_tag("首爾")
    assert get(f"/tags/{tag.pk}-Eleven/").status_code == 404


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
@pytest.mark.parametrize("name", ["李在明", "이재명", "Lee Jae-myung", "lee jae-MYUNG", "李在民"])
def test_every_label_leads_there_in_the_language_asked_for(location, prefix, name):
    tag = make_tag("李在明")
    tag.labels.create(text="이재명", language="ko", kind="preferred")
    tag.labels.create(text="Lee Jae-myung", language="en", kind="preferred")
    tag.labels.create(text="李在民", language="zh-Hant", kind="former")
    target = prefix + tag.get_absolute_url()
    assert location(f"{prefix}/tags/{quote(name)}/") == target
    assert location(f"{prefix}/tags/{name}") == target
    assert location(f"{prefix}/tags/{quote(quote(name))}/") == target


def test_a_former_name_leads_to_the_new_one(location):
    tag = make_tag("金惠慶")
    label = tag.labels.get()
    label.text = "金惠景"
    label.save()
    tag.refresh_from_db()
    assert location(quote("/tags/金惠慶/")) == tag.get_absolute_url()
    assert location(quote(f"/tags/{tag.pk}/金惠慶/")) == tag.get_absolute_url()


def test_every_address_of_a_merged_topic_leads_to_what_it_became(location):
    old, target = make_tag("川普"), make_tag("特朗普")
    number, address = old.pk, old.get_absolute_url()
    TagMerge.merge(number, target.pk)
    for was in (address, f"/t/{number}", f"/tags/{number}/", quote("/tags/川普/"), f"/tags/{number}/x"):
        assert location(was) == target.get_absolute_url(), was
    assert location(f"{address}feed.atom") == f"{target.get_absolute_url()}feed.atom"
    assert location(f"/en{address}") == f"/en{target.get_absolute_url()}"


def test_an_unknown_name_is_answered_with_those_most_like_it(read):
    for name in ("穿梭外交", "外交部", "首爾"):
        make_tag(name)
    page = read(quote("/tags/穿梭外教/"), status=404)
    assert page.cssselect("a[rel=tag]")[0].text == "穿梭外交"
    assert "首爾" not in [link.text for link in page.cssselect("a[rel=tag]")]


def test_an_unknown_name_without_a_likeness_is_answered_with_the_way_on(read):
    page = read(quote("/tags/沒有/"), status=404)
    assert not page.cssselect("a[rel=tag]")
    assert page.cssselect("a[href='/tags/']")
