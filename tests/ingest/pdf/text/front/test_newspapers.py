"""Fronts of newspapers and magazines: headlines above narrow columns, mastheads, lines that sign and date."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import parsed, rules, texts, told, wrapped

COLUMN = wrapped(told(40), 14)
TITLE = "港務局與漁會談妥新的航線補貼之後誰來付帳"


@pytest.mark.parametrize(
    "title", [TITLE, f"{TITLE}\n船長們還在等答案", "渡輪：停航之後的第一個冬天，碼頭\n沒有燈"]
)
def test_a_headline_stands_across_narrow_columns(title):
    document = parsed(f"{title}\n本報記者 林予安\n{COLUMN}")
    assert document.headline == title.replace("\n", "")
    assert (document.byline, texts(document)) == ("林予安", [told(40)])


def test_a_caption_above_columns_is_no_headline():
    caption = "渡輪昨天傍晚停靠在新落成的三號碼頭邊等候旅客上船（林予安攝）"
    document = parsed(f"{caption}\n停航之後的冬天\n本報記者 林予安\n{COLUMN}")
    assert document.headline == "停航之後的冬天"


@pytest.mark.parametrize(
    "number",
    [
        "国内统一连续出版物号 CN 99-0001　第 8042 期　今日 12 版",
        "国内统一刊号：CN99-0001 邮发代号：9-9",
        "2025年6月3日 星期二 第 8042 期 今日 12 版",
    ],
)
def test_a_newspapers_number_is_small_print_below_its_name(number):
    document = parsed(f"灯塔日报\n{number}\n{TITLE}\n{COLUMN}")
    assert document.headline == TITLE
    assert texts(document) == [told(40)]


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("旧港の細い路地にできた小さな店が「三百万円」で売られ\nた!!", "た!!"),
        ("渡輪復航之後的海峽兩岸究竟是誰在碼頭上等候著\n呢？", "呢？"),
    ],
)
def test_a_line_too_short_for_anything_else_is_the_rest_of_a_headline(title, last):
    document = parsed(f"{title}\n\n{wrapped(told(30))}")
    assert document.headline.endswith(last)


@pytest.mark.parametrize(
    ("line", "byline", "day"),
    [
        ("文 / 林予安 何遠　　2025年6月3日", "林予安、何遠", "2025-06-03"),
        ("撰文◎林予安　攝影◎何遠　出刊日期：中華民國114年6月3日", "林予安", "2025-06-03"),
        ("文／林予安　圖／本刊資料室　刊登日期：2025.06.03", "林予安", "2025-06-03"),
        ("採訪｜林予安　2025-06-03", "林予安", "2025-06-03"),
        ("採訪：望潮 | June 3, 2025", "望潮", "2025-06-03"),
        ("文｜望潮 | Tuesday, June 3, 2025", "望潮", "2025-06-03"),
        ("作者：林予安 2025年（民國114年）6月3日（星期二）", "林予安", "2025-06-03"),
        ("By Ada Poe | Tuesday, June 3, 2025", "Ada Poe", "2025-06-03"),
        ("By JANE DOE   |   June 3, 2025", "JANE DOE", "2025-06-03"),
    ],
)
def test_the_line_that_signs_may_say_when(line, byline, day):
    document = parsed(f"{TITLE}\n{line}\n{wrapped(told(30))}")
    assert (document.byline, document.published.isoformat()) == (byline, day)
    assert texts(document) == [told(30)]


def test_text_begins_below_a_full_line_that_signs():
    document = parsed(f"{TITLE}\n燈塔日報記者 林予安 海港報導\n{COLUMN}")
    assert texts(document) == [told(40)]


def test_who_is_presented_at_the_end_of_a_text_is_no_part_of_its_headline():
    body = "The ferry between the two harbours stopped running in the autumn of that year.\n" * 6
    about = "Jane Harper is a fellow at the harbour. Tom Orr is an engineer."
    document = parsed(
        f"Small Harbours and\nLarge Ferries\nJane Harper and Tom Orr\n\n3 June 2025\n\n{body}\n{about}\n"
    )
    assert document.headline == "Small Harbours and Large Ferries"
    assert document.byline == "Jane Harper、Tom Orr"


@pytest.mark.parametrize(
    "caption",
    [
        "▲ 渡輪靠岸時碼頭上空無一人。 圖/燈塔社",
        "▲ 三號碼頭。（林予安攝）",
        "The pier at dusk. Photo: J. Doe",
    ],
)
def test_a_caption_ends_with_its_credit(caption):
    document = parsed(f"{TITLE}\n\n林予安\n\n{wrapped(told(18))}\n{caption}\n{wrapped(told(20, 60))}")
    assert texts(document) == [told(18), told(20, 60)]
    assert len(texts(document, BlockType.FIGURE)) == 1


@pytest.mark.parametrize(
    "quote",
    [
        "船長在第二天望著窗外，引水人在第\n三天翻開航海日誌",
        "船長在第二天望著窗外，引水人在第三天翻開航海日誌",
    ],
)
def test_a_pull_quote_may_be_broken_anywhere(quote):
    text = f"{TITLE}\n\n林予安\n\n{wrapped(told(18), 30)}\n{quote}\n{wrapped(told(20, 60), 30)}"
    document = parsed(text)
    if "\n" in quote:
        assert texts(document) == [told(18), told(20, 60)]
        assert "furniture" in rules(document)


def test_the_head_of_a_newspapers_page_may_be_printed_last():
    foot = "C7 港口·航運\n灯塔早报 2025年6月3日 星期二\n广告热线：000-00000000"
    document = parsed(f"{TITLE}\n本報記者 林予安\n{COLUMN}\n{foot}")
    assert texts(document) == [told(40)]
    assert document.published.isoformat() == "2025-06-03"


def test_a_statement_may_end_with_its_day():
    document = parsed(f"{TITLE}\n\n{wrapped(told(30))}\n2025年6月3日 星期二")
    assert document.published.isoformat() == "2025-06-03"


@pytest.mark.parametrize(
    "line",
    [
        "來稿請寄：port@lamp.example，一經採用，即付薄酬。",
        "訂閱本刊請洽：燈塔社 00-000-0000",
        "本文綜合外電報導。投稿信箱：port@lamp.example",
        "Letters to the editor: port@lamp.example",
    ],
)
def test_where_readers_write_to_is_a_note(line):
    document = parsed(f"{TITLE}\n\n林予安\n\n{wrapped(told(30))}\n\n{line}")
    assert texts(document, BlockType.NOTE) == [line]


def test_an_english_abstract_of_another_text_is_a_note():
    abstract = "This paper asks how small ports adapt when the ferries stop, and who pays for it."
    own = f"摘要\n{wrapped(told(9))}\n關鍵詞：渡輪、港口"
    english = f"Abstract\n{abstract}\nKeywords: ferries, ports"
    document = parsed(f"{TITLE}\n林予安\n{own}\n{english}\n{wrapped(told(30, 50))}")
    assert abstract in texts(document, BlockType.NOTE)
    assert texts(document) == [told(9), told(30, 50)]
    assert document.keywords == ["渡輪", "港口"]


@pytest.mark.parametrize(
    "company", ["海岬·哈爾港（HAR.B）", "海岬·哈爾港（0042.HK）", "海岬·哈爾港 (NYSE: HAR)"]
)
def test_a_company_whose_shares_are_traded_is_no_author(company):
    assert parsed(f"{TITLE}\n{company}\n{wrapped(told(30))}").byline == ""


@pytest.mark.parametrize(
    "title",
    ["霧中的渡輪：海峽對岸的一夜", "北港「燈火祭」：船塢邊的一夜", "燈塔守夜人", "最後一班船開往南港"],
)
@pytest.mark.parametrize(
    "signed",
    [
        "TEXT 林予安　PHOTO 北港鎮　2025.06.03",
        "WORDS 林予安　PHOTOS 何遠　2025.06.03",
        "文／林予安　圖／北港鎮　2025.06.03",
    ],
)
def test_a_headline_stands_between_a_pictures_words_and_a_wide_deck(title, signed):
    deck = "霧散了，船塢的輪廓從黑暗裡浮出來。一場以船燈為名的聚會，讓停航多年的渡口重新有了人聲。"
    document = parsed(f"夜色裡的北港與舊船塢。\n{title}\n{deck}\n{signed}\n{wrapped(told(40), 16)}")
    assert (document.headline, document.byline) == (title, "林予安")
    assert str(document.published) == "2025-06-03"
