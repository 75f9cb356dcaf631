"""Lines that a tool broke at its width, put together again; lines that their writers ended stay apart."""

import textwrap

import pytest

from articles.ingest.documents import RawDocument
from articles.ingest.plain.wrapping import breaks_inside
from articles.ingest.scrape.parse import parse

ENGLISH = (
    "The two harbour masters met on the pier at dawn and agreed on a longer list of lights than either had "
    "asked for.",
    "“We counted the lamps twice,” said the older one, who had rowed across in the rain with a lost-property "
    "form in his pocket and a thermos of barley tea.",
    "By noon the list hung in both ports, and the fishermen of the strait read it aloud to one another over "
    "the radio until the battery gave out.",
)
JAPANESE = (
    "　二つの港の港長は夜明けの岸壁で会い、それぞれが求めていたよりも長い灯火の一覧に合意した。一覧は昼までに"
    "両方の港に張り出され、漁師たちは無線で互いに読み上げた。",
    "　年上の港長は「灯りは二度数えた」と話した。雨のなかを自分で舟をこいで渡ってきたという。ポケットには"
    "落とし物の届け出用紙、手には麦茶の入った魔法瓶があった。",
)


def filled(paragraph, cells):
    """A paragraph of full-width characters as a text browser prints it."""
    return textwrap.fill(paragraph, cells // 2, drop_whitespace=False)


@pytest.mark.parametrize("cells", [60, 72, 80])
def test_lines_broken_at_any_width_are_paragraphs_again(cells):
    wrapped = "\n\n".join(textwrap.fill(text, cells) for text in ENGLISH)
    assert told("Lights on the strait\n\n" + wrapped) == list(ENGLISH)


def test_full_width_lines_are_put_together_without_a_space():
    wrapped = "\n\n".join(filled(text, 44) for text in JAPANESE)
    assert told("二つの港の灯り\n\n" + wrapped) == [text.strip() for text in JAPANESE]


def test_a_heading_and_a_link_broken_at_the_width_are_whole():
    menu = "* [Home](/)\n* [World](/w)\n* [Sea](/s)\n\n"
    title = "Lights on the strait: how two harbour masters came to agree on a longer list"
    linked = ENGLISH[0].replace("harbour masters", "[harbour masters](/people)")
    dump = menu + "\n\n".join(textwrap.fill(text, 64) for text in (f"# {title}", linked, *ENGLISH[1:]))
    page = parse(dump, RawDocument("page.txt", b""))
    assert page.headline == title
    assert [block.text for block in page.blocks] == list(ENGLISH)


def told(text):
    return [block.text for block in parse(text, RawDocument("page.txt", b"")).blocks]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ENGLISH * 3),
        "\n".join(f"{n}. {text}" for n, text in enumerate(ENGLISH * 3)),
        "\n".join(text.replace("，", "，\n").replace("、", "、\n") for text in JAPANESE * 3),
        "\n\n".join(ENGLISH * 3),
    ],
    ids=["a line a paragraph", "items", "lines ended at commas", "blank lines between"],
)
def test_lines_that_their_writers_ended_agree_on_no_width(text):
    assert breaks_inside(text) == []


def test_menus_around_a_story_do_not_hide_at_which_width_it_was_broken():
    menu = (
        "海港新聞 首頁 要聞 國際 時評 數據 視頻 手機版 訂閱\n您的位置：海港新聞 國際 海峽 正文 第二版 第三欄"
    )
    story = "\n\n".join(filled("\u3000\u3000" + text.strip(), 44) for text in JAPANESE)
    page = "\n".join([menu, "二つの港の灯り", "2025-03-14 08:15", "", story, "", menu, menu])
    assert told(page) == [text.strip() for text in JAPANESE]


def test_a_character_alone_below_a_line_was_torn_from_its_word():
    story = [filled(text.strip(), 44) for text in JAPANESE]
    caption = "港口の外で作業する船を岸から見る漁師。港務局提\n供"
    page = "\n\n".join(["二つの港の灯り", story[0], caption, story[1]])
    assert caption.replace("\n", "") in told(page)


HARBOUR = (
    "兩位港長在 1998 年的清晨走到碼頭，商定一份比各自要求都長的燈號清單，並且在會後把清單寄給了 Kelder "
    "和 Osmund 兩地的漁會，讓每一艘出海的船都能在船艙裡貼上一份，"
    "夜裡對著海面一盞一盞地核對，遇到霧就改用無線電彼此念給對方聽。",
    "年長的那一位說他把燈數了兩遍，雨裡自己划船過來，口袋裡是一張失物招領單。",
)


def test_few_lines_that_html2text_broke_at_latin_words_are_paragraphs_again():
    wrapped = "\n\n".join(textwrap.fill(text, 78, break_long_words=False) for text in HARBOUR)
    assert wrapped.count("\n") == 3
    page = f"[ 首頁 ](/)\n\n#  海峽的燈號\n\n{wrapped}"
    assert [page[start - 6 : end + 2] for start, end in breaks_inside(page)] == ["Osmund\n兩地"]


def test_lines_beside_links_that_end_where_their_writer_ended_them_stay_apart():
    titles = ["港長們的清單為什麼比各自要求的都長得多", "年長的那一位把 Kelder 港的燈數了兩遍"]
    assert breaks_inside("[ 首頁 ](/)\n\n" + "\n".join([*HARBOUR, *titles])) == []


def test_an_opening_bracket_is_never_left_at_the_end_of_a_broken_line():
    full = "雙方將各派五名聯絡官常駐對方的海巡單位，費用由兩國平均分擔，第一批人員七月"
    short = "雙方將各派五名聯絡官常駐對方的海巡單位，費用由兩國平均分擔，第一批人員"
    text = "\n".join([full] * 7 + [short, "「七月到任」，其餘的秋天再說。"])
    assert len(breaks_inside(text)) == 8


def test_the_few_lines_of_a_short_story_are_put_together_where_all_agree():
    text = "\n\n".join(filled(paragraph.strip(), 60) for paragraph in JAPANESE)
    assert 4 <= text.count("\n") - 2 == len(breaks_inside(text)) < 6
