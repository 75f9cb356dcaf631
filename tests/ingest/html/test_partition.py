"""Whatever a page or a post is made of, a field or a block holds it, or the record does."""

from collections import Counter
from html import escape
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.ingest.documents import RawDocument
from articles.ingest.html.parse import parse as parse_page
from articles.ingest.markdown.parse import parse as parse_post
from tests.ingest.partition import block_words, packed

HEADLINE = "兩國外長碼頭會談"
STORY = (
    "<p>兩國外長在港口城市會面，談了三個小時，隨後一同步行到碼頭向記者說明結果。</p>",
    "<p>會談沒有觸及邊界，只談漁業與航班；下一輪定在秋天，地點還沒有公布。</p>",
    "<p>港口的居民說，平常的早晨只有海鷗，這天卻來了六十家媒體，連豆漿都賣完了。</p>",
)
# What no browser shows, so that no record needs to tell of it.
UNSHOWN = "ancestor-or-self::*[self::script or self::style or self::noscript or self::head or self::template]"
SHOWN = f"//text()[not(parent::*/{UNSHOWN}) and not(parent::desc)]"

WORDS = st.one_of(
    st.sampled_from(
        [HEADLINE, "記者林若溪", "2025年3月14日", "責編：周以晴", "延伸閱讀", "▲會場外的旗幟。", "更多"]
    ),
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=12),
).map(escape)
BOXES = [
    "p",
    "div",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "blockquote",
    "figure",
    "nav",
    "footer",
]
INLINE = ["span", "b", "a", "small", "pre", "figcaption", "button", "label", "ruby", "rt", "script"]
TAGS = st.sampled_from([*BOXES, *INLINE])
ATTRIBUTES = st.sampled_from(["", "", "", " hidden", " href='/x'", " class='caption'", " rel='tag'"])
DRAWINGS = WORDS.map(
    "<svg><desc>燈塔</desc><g><text x='1'>{0}</text></g></svg><math><mi>{0}</mi></math>".format
)
PICTURES = st.sampled_from(["<br>", "<img src='/a.jpg'>", "<hr>"])


def element(inside):
    return st.builds(lambda tag, more, held: f"<{tag}{more}>{held}</{tag}>", TAGS, ATTRIBUTES, inside)


ELEMENTS = st.recursive(
    st.one_of(WORDS, PICTURES, DRAWINGS),
    lambda inside: element(st.lists(inside, max_size=3).map("".join)),
    max_leaves=8,
)


def characters(texts):
    """How often each composed character stands in the texts, white space and marks of captions aside."""
    return Counter(packed(normalize("NFC", " ".join(texts)))) - Counter(dict.fromkeys("▲▼△▽↑↓◆", 10000))


def shown(page):
    return html.document_fromstring(page).xpath(SHOWN)


def told(document):
    """What fields that are printed once, blocks and the record say."""
    blocks = [block_words(block) for block in document.blocks]
    return [document.standfirst, *blocks, *(piece.text for piece in document.removed)]


@given(ELEMENTS, ELEMENTS, ELEMENTS)
def test_every_character_of_a_page_is_held_or_recorded(above, inside, below):
    story = f"<h1>{HEADLINE}</h1>{above}<div>{STORY[0]}{inside}{STORY[1]}{STORY[2]}</div>{below}"
    page = f"<title>{HEADLINE}</title><body>{story}"
    document = parse_page(page, RawDocument("page.html", b""))
    assert characters([document.headline, *told(document)]) == characters(shown(page))


@given(ELEMENTS, ELEMENTS, ELEMENTS)
def test_every_character_of_a_post_is_held_or_recorded(above, inside, below):
    body = f"<div>{above}{STORY[0]}{inside}{STORY[1]}{STORY[2]}{below}</div>"
    document = parse_post(f"---\ntitle: {HEADLINE}\n---\n{body}", RawDocument("post.md", b""))
    record = [piece for piece in told(document) if not piece.startswith("title:")]
    assert characters(record) == characters(shown(body))
