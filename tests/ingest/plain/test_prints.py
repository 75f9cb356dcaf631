"""Web pages that a browser has printed: its heads and feet go, and what is between them is read as a page."""

import re

import pytest

from articles.ingest.clean import clean
from articles.ingest.documents import RawDocument
from articles.ingest.plain.prints import print_edges
from tests.ingest.partition import assert_partition
from tests.ingest.pdf.text.typeset import FILL, texts, wrapped

TITLE = "海港城市重開夜間渡輪的三個條件"
STORY = "\n\n".join(wrapped(FILL[turn:] + FILL + "船長說開船。", 28) for turn in range(4))
ADDRESS = "https://harbour-example.org/news/ferry.html"


def browser_print(title: str, *, below: str = "", head: str = "2026/2/6 08:42") -> str:
    """A page of the press that a browser printed on two sheets, with its menu above the title."""
    edges = [f"{head}    {title} | 海港日報", f"{ADDRESS}    {{}}/2"]
    front = f"首頁 > 要聞\n{title}\n2026-02-05 19:20\n\n{STORY}\n"
    return f"{edges[0]}\n{front}{edges[1].format(1)}\n\f{edges[0]}\n{STORY}\n{below}\n{edges[1].format(2)}\n"


def parsed(text):
    return clean(RawDocument("ferry.txt", text.encode()))


@pytest.mark.parametrize(
    "head", ["2026/2/6 08:42", "11/30/26, 3:29 AM", "2026. 2. 6. 오후 3:29", "2026/2/6 下午3:29"]
)
def test_the_heads_of_a_browsers_print_tell_the_headline(head):
    text = browser_print(TITLE, head=head.replace(". ", ".").replace(".오", ". 오"))
    assert parsed(text).headline == TITLE


def test_a_headline_in_a_browsers_print_may_begin_with_a_date():
    title = "2026年2月5日發言人主持例行記者會"
    assert parsed(browser_print(title)).headline == title


def test_when_a_page_was_printed_is_no_date_of_its_article():
    text = browser_print(TITLE).replace("2026-02-05 19:20\n", "")
    assert parsed(text).published is None


def test_what_follows_the_story_of_a_printed_page_is_none_of_it():
    below = "推薦給朋友：\n附件下載\n相關新聞\n2026年2月4日發言人主持例行記者會"
    text = browser_print(TITLE, below=below)
    document = parsed(text)
    assert texts(document)[-1].endswith("船長說開船。")
    assert_partition(text, document)


def test_a_heading_of_other_stories_above_a_story_does_not_end_it():
    text = browser_print(TITLE)
    document = parsed(text.replace(STORY, f"相關新聞\n{STORY}", 1))
    assert "".join(texts(document)) == "".join(texts(parsed(text)))


def test_a_page_that_follows_its_foot_on_the_same_line_is_read():
    text = browser_print(TITLE).replace("1/2\n\f", "1/2\n").replace(f"\n{STORY}\n\n{ADDRESS}", f"\n{ADDRESS}")
    glued = text.replace("    1/2\n", "    1/2岸上沒有樂隊，只有等船的人。\n")
    document = parsed(glued)
    assert "岸上沒有樂隊，只有等船的人。" in "".join(texts(document))
    assert_partition(glued, document)


def test_radicals_of_a_print_are_the_characters_they_look_like():
    assert parsed(browser_print(TITLE.replace("的", "⼈的"))).headline == TITLE.replace("的", "人的")


FIREFOX = ("{title} | 海港日報 {address}", "第 {page} 頁，共 2 頁 2026/2/6 上午 8:42")
SAFARI = ("{title} | 海港日報 6/2/2026, 08:42", "{address} Page {page} of 2")


@pytest.mark.parametrize(("head", "foot"), [FIREFOX, SAFARI], ids=["Firefox", "Safari"])
@pytest.mark.parametrize("is_apart", [False, True], ids=["in one line", "in two lines"])
def test_the_edges_of_other_browsers_prints_are_none_of_the_page(head, foot, is_apart):
    edges = head.format(title=TITLE, address=ADDRESS), foot.format(address=ADDRESS, page="{}")
    if is_apart:
        edges = [re.sub(" (?=https|6/2|2026|Page)", "\n", edge) for edge in edges]
    front = f"首頁 > 要聞\n{TITLE}\n2026-02-05 19:20\n\n{STORY}\n"
    text = f"{edges[0]}\n{front}{edges[1].format(1)}\n\f{edges[0]}\n{STORY}\n{edges[1].format(2)}\n"
    document = parsed(text)
    assert (document.headline, str(document.published)[:10]) == (TITLE, "2026-02-05")
    assert texts(document) == texts(parsed(browser_print(TITLE)))
    assert_partition(text, document)


def test_a_time_stamp_and_an_address_on_single_lines_are_no_edges_of_a_print():
    text = f"{TITLE}\n2026/2/6 08:42\n海港日報\n\n{STORY}\n\nhttps://harbour-example.org/\n1/2\n"
    assert not print_edges(text)
