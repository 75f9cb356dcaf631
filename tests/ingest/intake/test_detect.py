"""The kind of a document is told by its content."""

from pathlib import Path

import pytest

from articles.ingest.documents import Kind, RawDocument
from articles.ingest.intake.decoding import decode
from articles.ingest.intake.detect import detect, detect_packed

SHARED = Path(__file__).parents[4] / "shared"
LABELLED = {"html": Kind.HTML, "jekyll": Kind.MARKDOWN, "pdf": Kind.PDF_TEXT, "scrape": Kind.SCRAPE}
# 001 has lost its page but for the date before its caption; both plain kinds are right for it.
SEEDS = {
    "000": Kind.SCRAPE,
    "001": Kind.SCRAPE,
    "002": Kind.MARKDOWN,
    "003": Kind.PDF_TEXT,
    "004": Kind.SCRAPE,
}

PARAGRAPH = "兩國領袖昨天在港口城市會談，談到貿易、安全與人員往來，並同意每年互訪一次，輪流在兩國的小城舉行。"


def kind(text: str, name: str = "document.txt", content_type: str = "") -> Kind:
    raw = RawDocument(name=name, data=text.encode(), content_type=content_type)
    return detect(raw, text)


def wrapped(width: int, paragraphs: int = 4) -> str:
    text = PARAGRAPH * 3
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(lines * paragraphs)


def test_pdf_files_are_known_by_their_first_bytes():
    assert detect_packed(RawDocument("talks.txt", b"%PDF-1.7\n...")) is Kind.PDF


@pytest.mark.parametrize(
    "page",
    [
        f"<!DOCTYPE html><html><body><p>{PARAGRAPH}</p></body></html>",
        f"\n<!-- saved --><html lang=zh><p>{PARAGRAPH}",
        f"<head><title>談</title><meta charset=utf-8><link></head><body><p>{PARAGRAPH}</p>",
    ],
)
def test_pages_are_html_whatever_they_are_called(page):
    assert kind(page, "page.txt") is Kind.HTML


@pytest.mark.parametrize(
    "post",
    [
        f"---\ntitle: 會談\ndate: 2025-08-24\n---\n{PARAGRAPH}\n",
        f"---\ntitle: 會談\n---\n<html><head></head><body><header></header><p>{PARAGRAPH}</p></body>",
        f"[會談](https://example.org/1)\n------\n日期：某日\n\n<p>{PARAGRAPH}</p>",
        f"# 會談\n\n{PARAGRAPH}\n\n## 背景\n\n{PARAGRAPH}",
        f"{PARAGRAPH}\n\n![圖](/a.jpg)\n\n**重點**：{PARAGRAPH}",
        f"<div><p>{PARAGRAPH}</p>\n<p>{PARAGRAPH}</p></div>",
    ],
)
def test_posts_and_fragments_are_markdown(post):
    assert kind(post) is Kind.MARKDOWN


SCRIPT = 'window.page = {"tags": "<head><title><meta><link><script>", "__a__": "**b**", "size": 300};'
MENU = ["首頁", "國際", "登入", "分享", "相關新聞", "燈塔由誰來修", "隱私權", "聯絡我們"]


def test_what_scripts_leave_in_a_copied_page_makes_it_neither_a_page_nor_a_post():
    assert kind("\n".join([*MENU * 10, PARAGRAPH, SCRIPT, SCRIPT])) is Kind.SCRAPE


def test_a_fragment_in_a_file_called_html_is_a_page():
    fragment = f"<div><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div>"
    assert kind(fragment, "talks.html") is Kind.HTML
    assert kind(fragment, "talks", "text/html; charset=utf-8") is Kind.HTML


@pytest.mark.parametrize("width", [28, 33, 38])
def test_hard_wrapped_lines_are_pdf_text(width):
    assert kind(wrapped(width)) is Kind.PDF_TEXT


def test_the_narrow_column_of_a_newspaper_is_pdf_text():
    assert kind(f"（3）　港　日　報　　第２部　国際　　12 版\n渡し船の帰り道\n{wrapped(13)}") is Kind.PDF_TEXT


def test_the_sentences_of_a_narrow_column_end_in_few_of_its_lines():
    text = (PARAGRAPH.replace("。", "，") * 2 + PARAGRAPH) * 4
    assert kind("\n".join(text[at : at + 13] for at in range(0, len(text), 13))) is Kind.PDF_TEXT


def test_a_list_of_headlines_as_wide_as_a_column_is_none():
    headlines = [f"{PARAGRAPH[at : at + 13].replace('，', '與').replace('。', '的')}" for at in range(24)]
    assert kind("\n".join(headlines)) is not Kind.PDF_TEXT


def test_sentences_that_end_in_short_lines_alone_are_hard_wrapped_text_as_well():
    full = "The ministers of the coastal states opened a joint desk for weather today\n" * 4
    assert kind(f"{full}and then they left the old customs house.\n" * 3) is Kind.PDF_TEXT


def test_paragraphs_of_two_lines_and_lists_are_hard_wrapped_text():
    paragraph = f"{PARAGRAPH[:40]}\n{PARAGRAPH[40:]}{PARAGRAPH[:10]}。\n"
    items = "".join(f"• {PARAGRAPH[turn : turn + 30]}\n" for turn in range(3))
    assert kind(paragraph * 6) is Kind.PDF_TEXT
    assert kind(f"{wrapped(30)}\n{items}") is Kind.PDF_TEXT


def test_numbers_that_count_up_between_wrapped_lines_are_pages_whatever_the_marks():
    marked = f"# 前言\n\n{wrapped(30)}\n{{}}\n\n## 結語\n\n{wrapped(30)}\n{{}}\n"
    assert kind(marked.format("1 / 2", "2 / 2")) is Kind.PDF_TEXT
    assert kind(marked.format("", "")) is Kind.MARKDOWN


def test_blank_lines_between_wrapped_lines_change_nothing():
    assert kind(wrapped(30).replace("\n", "\n\n")) is Kind.PDF_TEXT


def test_form_feeds_are_the_ends_of_pages():
    assert kind(f"{PARAGRAPH}\n1\n\f{PARAGRAPH}\n2\n") is Kind.PDF_TEXT


@pytest.mark.parametrize(
    "furniture",
    [
        "  • 首頁\n  • 國際\n  • 登入",
        "© 2025 某某新聞 版權所有",
        "▲兩人握手。（圖／某社）",
        "發布時間:2025/8/24 20:20",
        "記者｜王大同",
        "延伸閱讀",
        "請繼續往下閱讀...",
        "首頁 > 國際 > 亞洲",
    ],
)
def test_any_furniture_of_a_page_makes_a_scrape(furniture):
    assert kind(f"會談結束\n\n{furniture}\n\n{PARAGRAPH}\n\n{PARAGRAPH}") is Kind.SCRAPE


def test_menus_without_marks_make_a_scrape():
    menu = "\n".join(["國際", "財經", "體育", "生活", "影音", "專欄", "健康"])
    assert kind(f"{menu}\n{PARAGRAPH}\n{PARAGRAPH}") is Kind.SCRAPE


def test_a_headline_and_paragraphs_are_clean_text():
    assert kind(f"會談結束\n\n{PARAGRAPH}\n\n小標\n\n{PARAGRAPH}") is Kind.CLEAN_TEXT


def test_a_hashtag_and_a_rule_are_no_markdown():
    assert kind(f"會談結束\n\n{PARAGRAPH}\n\n# 穿梭外交\n\n> 國際\n") is not Kind.MARKDOWN


def test_text_with_a_less_than_sign_is_no_page():
    assert kind(f"{PARAGRAPH}\n甲 < 乙 > 丙\n{PARAGRAPH}") is Kind.CLEAN_TEXT


def _labelled():
    for folder, expected in LABELLED.items():
        for path in sorted((SHARED / "cleaning" / "dev" / folder).glob("*/raw.*")):
            yield pytest.param(path, expected, id=f"{folder}-{path.parent.name}")
    for number, expected in SEEDS.items():
        for path in (SHARED / "seeds").glob(f"{number}_*"):
            yield pytest.param(path, expected, id=f"seed-{number}")


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not here")
@pytest.mark.parametrize(("path", "expected"), list(_labelled()) or [(None, None)])
def test_every_labelled_document_is_of_its_kind(path, expected):
    raw = RawDocument("document.txt", path.read_bytes())
    assert detect(raw, decode(raw.data).text) is expected


def test_form_feeds_mean_a_pdf_whatever_bullets_it_has():
    items = "".join(f"• 第{number}項安排\n" for number in "一二三四五六七八")
    text = f"渡輪手冊\n\f\n兩市議會各派三人組成委員會，逐季檢討班表與票價。\n{items}\f\n結語\n"
    assert detect(RawDocument("text.txt", b""), text) is Kind.PDF_TEXT


def test_headlines_of_one_length_are_no_wrapped_lines():
    headlines = [f"第{number}次會談在港口落幕 漁民等著看結果" for number in "一二三四五六七八九"]
    page = "\n".join(["首頁", "國際", *headlines, *headlines, PARAGRAPH, *headlines, *headlines])
    assert kind(page) is Kind.SCRAPE


def test_a_page_copied_as_text_is_none_of_marks_for_a_template_among_its_words():
    template = '<div class="gallery"><p class="text">{words}</p></div>'
    menu = ["首頁", "國際", "地方", "登入", "更多"] * 6
    assert kind("\n".join([*menu, "港口會談落幕", PARAGRAPH, *menu, template])) is Kind.SCRAPE


def test_rules_above_the_notes_of_pages_are_neither_bold_nor_fields_of_forms():
    page = f"{wrapped(30, 1)}\n____________________\n1 {PARAGRAPH[:20]}\n\f"
    assert kind(page * 4) is Kind.PDF_TEXT


def test_a_rule_drawn_in_stars_is_no_bold_word_of_markdown():
    menu = "\n".join(["跳至主要內容", "繁體版", "簡體版", "搜尋公報", "按日期", "電郵訂閱"])
    page = f"{menu}\n\n渡輪靠岸的早晨\n{'*' * 28}\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n完\n2025 © 版權公告"
    assert kind(page) is Kind.SCRAPE


def test_headlines_that_ask_or_exclaim_or_are_numbered_are_no_wrapped_lines():
    headlines = [f"{n}. 第{n}次会談? 港の漁師「またか」と苦笑" for n in range(1, 9)]
    page = "\n".join([*headlines * 4, f"　{PARAGRAPH}", "もっと見る", *headlines * 4])
    assert kind(page) is Kind.SCRAPE


def test_the_tags_of_a_template_far_from_every_sentence_make_no_post():
    template = ['<div class="plug">', '<div class="plug_img"><p>猜你喜歡</p>', "</div>", "</div>"]
    menu = ["首頁", "國際", "地方", "登入", "更多"] * 2
    assert kind("\n".join([*menu, "港口會談落幕", PARAGRAPH, PARAGRAPH, *menu, *template * 3])) is Kind.SCRAPE


def test_entries_of_a_pages_lists_that_count_up_are_no_pages():
    entries = [line for number in range(1, 9) for line in (str(number), f"首頁 > 第{number}則 > 快訊")]
    assert kind("\n".join([wrapped(30, 3), *entries])) is Kind.SCRAPE


def test_an_underlined_link_below_the_menu_is_no_title_of_a_post():
    links = "\n".join(f"* [{name}](https://harbour.example/{name})" for name in ("首頁", "國際", "地方"))
    page = f"港口會談落幕\n\n[海風日報](https://harbour.example)\n====\n\n{links}\n\n{PARAGRAPH}"
    assert kind(page) is Kind.SCRAPE


MARGIN = " " * 3
SET_IN = [
    "The two harbour masters met on the pier at dawn and agreed on a longer",
    "list of lamps than either had asked for, and the fishermen of the",
    "strait read it aloud to one another over the radio until noon.",
]
FRAME = ["Harbour news", "", "Sign in", "", "Subscribe", ""]


def set_in(*lines: str, heading: str = "Lamps on the pier", margin: str = MARGIN) -> str:
    story = [f"{margin}{line}" if line else "" for line in ([*SET_IN, ""] * 8)]
    return "\n".join([*(f"{margin}{line}" for line in lines), "", heading, "", *story])


def test_a_few_signs_of_a_page_are_enough_where_headings_stand_out_of_a_text_browsers_margin():
    assert kind(set_in(*FRAME)) is Kind.SCRAPE


@pytest.mark.parametrize(
    "text",
    [
        set_in("", heading=f"{MARGIN}Lamps on the pier"),
        set_in("Sign in", heading=f"{MARGIN}Lamps on the pier"),
        set_in("Lamps", heading="Lamps on the pier"),
        set_in("Sign in", margin=""),
    ],
    ids=["no heading stands out", "a sign but no heading", "a heading but no sign", "no margin"],
)
def test_wrapped_lines_without_either_are_a_pdfs(text):
    assert kind(text) is Kind.PDF_TEXT
