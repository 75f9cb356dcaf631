"""Running heads that only count, and names that carry signs: text taken out of books and journals."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import ENDED, ENGLISH, STORY, parsed, texts, wrapped

FULL_LINE = STORY[:28] + STORY[:18]


def test_roman_page_numbers_that_count_up_make_running_heads_of_the_titles_beside_them():
    told = ("救難的船先到，", "談判的船後到，", "漁民在岸上等候消息，")
    heads = ("xi 序言", "xii 海上救難的合作", "序言 xiii")
    pages = [f"{head}\n{wrapped(said * 20)}" for head, said in zip(heads, told, strict=True)]
    document = parsed("\f".join(pages) + "。\n")
    assert document.headline not in heads
    assert not set(heads) & set(texts(document, BlockType.HEADING))
    assert "running head" in {piece.rule for piece in document.removed}


def test_a_sign_behind_an_author_belongs_to_the_note_about_him():
    body = wrapped(STORY)[:-1] + "。"
    document = parsed(
        f"海港上空的第三種聲音\n陳以安＊\n關鍵詞：港口、外交\n壹、前言\n{body}\n\n＊ 國立海濱大學副教授。\n"
    )
    assert document.byline == "陳以安"
    assert "＊ 國立海濱大學副教授。" in texts(document, BlockType.NOTE)


def test_a_headline_stands_below_the_names_of_its_house_and_series():
    document = parsed(
        f"海港政策研究院\n政策簡報 第 14 期\n\n渡輪復航之後的海峽\n李明俊\n2025年3月18日\n\n{ENDED}"
    )
    assert (document.headline, document.byline) == ("渡輪復航之後的海峽", "李明俊")
    assert "kicker" in {piece.rule for piece in document.removed}


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        ("渡輪復航之後：\n兩岸港口城市的漁業熱線", "渡輪復航之後：兩岸港口城市的漁業熱線"),
        ("海上通報與信任\n——以漁業熱線為例", "海上通報與信任——以漁業熱線為例"),
        (
            "港口城市之間的漁業熱線的\n重開與東亞地方外交的課題",
            "港口城市之間的漁業熱線的重開與東亞地方外交的課題",
        ),
    ],
)
def test_a_headline_goes_on_in_its_second_line(lines, headline):
    document = parsed(f"政策簡報 第 14 期\n\n{lines}\n李明俊\n2025年3月18日\n\n{ENDED}")
    assert document.headline == headline


def test_a_line_of_capitalised_words_above_a_signed_line_is_no_name():
    lines = "Quiet Channels: What Thirty Years of\nSister-Port Agreements Tell Us\nBy Helen Marsh"
    document = parsed(f"{lines}\nSeptember 30, 2024\n\n{ENGLISH}")
    assert document.headline == "Quiet Channels: What Thirty Years of Sister-Port Agreements Tell Us"
    assert document.byline == "Helen Marsh"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("陳 以 安 李 明 俊", "陳以安、李明俊"),
        ("高橋 由美子（主任研究員）", "高橋由美子"),
        ("김 서 연 | 연구위원", "김서연"),
        ("박지훈·이수진", "박지훈、이수진"),
        ("陳以安（國立海濱大學副教授，港市 100）", "陳以安"),
    ],
)
def test_names_set_apart_are_put_together_and_what_their_bearers_are_is_left_out(line, byline):
    document = parsed(f"海港上空的第三種聲音\n{line}\n2025年3月18日\n\n{ENDED}")
    assert (document.headline, document.byline) == ("海港上空的第三種聲音", byline)


def test_names_on_lines_of_their_own_are_all_read():
    document = parsed(f"海港上空的第三種聲音\n陳以安（副教授）\n李明俊（研究員）\n2025年3月18日\n\n{ENDED}")
    assert document.byline == "陳以安、李明俊"


def test_numbers_that_count_up_through_a_text_make_headings_of_short_lines():
    parts = "".join(f"{number}、港口的第{number}年\n{ENDED}\n" for number in "一二三")
    document = parsed(f"海港上空的第三種聲音\n\n關鍵詞：渡輪、漁業熱線、港口城市\n{parts}")
    assert texts(document, BlockType.HEADING) == [f"{number}、港口的第{number}年" for number in "一二三"]
    assert document.keywords == ["渡輪", "漁業熱線", "港口城市"]


def test_a_korean_word_that_did_not_fit_begins_no_paragraph():
    first = "두 항구 도시는 여객선 운항을 다시 시작하기로 하였다."
    lines = f"{first}\n그동안에도해상에서는 접촉 사고가 열일곱 번 일어났고\n"
    whole = "여섯 건은 어느 쪽에도 보고되지 않아서 어민들은 무전기로\n" * 4 + "서로를 불렀다.\n"
    document = parsed(f"항구의 전화\n\n{lines}{whole}")
    assert len(texts(document, BlockType.PARAGRAPH)) == 1


def test_a_wider_line_below_a_headline_that_is_set_apart_is_its_deck():
    lines = "四年沒有人接的電話\n熱線重開之後，港邊的人怎麼想這件事"
    document = parsed(f"專題報導\n\n{lines}\n文／李明俊\n2025年3月18日\n\n{ENDED}")
    assert document.headline == "四年沒有人接的電話"
    assert document.standfirst == "熱線重開之後，港邊的人怎麼想這件事"


def test_a_headline_above_a_date_begins_with_the_line_that_leads_to_it():
    lines = "關於恢復兩市渡輪與漁業熱線的\n聯合公報"
    document = parsed(f"海濱市政府辦公室\n{lines}\n2025年3月18日\n{ENDED}")
    assert document.headline == "關於恢復兩市渡輪與漁業熱線的聯合公報"


def test_more_names_follow_the_line_that_says_who_the_first_are():
    names = "Jane Whitlock\nNorthgate University\nDaniel Osei\nCentre for Coasts"
    document = parsed(f"Sister Ports and Trust\n{names}\n7 April 2025\n\nKey Points\n\n{ENGLISH}")
    assert document.byline == "Jane Whitlock、Daniel Osei"
    assert "Northgate University" in texts(document, BlockType.NOTE)


def test_first_lines_may_be_most_of_the_full_ones_if_they_stand_below_ends_alone():
    short = f"  {FULL_LINE}\n散會之後，代表團搭船離開海濱。\n"
    document = parsed(f"海港上空的第三種聲音\n\n{short}  {FULL_LINE}\n{FULL_LINE[:-1]}。\n{short}")
    assert len(texts(document, BlockType.PARAGRAPH)) == 3


def test_an_ambassador_signs_by_the_name_behind_the_rank():
    document = parsed(f"The Long Wait for a Pilot\nAmbassador Ines Halloran\n18 March 2025\n{ENGLISH}")
    assert document.byline == "Ines Halloran"


def test_a_line_above_the_items_that_open_a_text_is_none_of_its_authors():
    items = "• The ferry saves lives in fog, and it does so without any new boats.\n• Lamps cost less.\n"
    front = "The Long Wait for a Pilot\nInes Halloran and Jane Doe"
    document = parsed(f"{front}\n\nMain Lessons\n{items}\n{ENGLISH}")
    assert document.byline == "Ines Halloran、Jane Doe"
    assert "Main Lessons" in texts(document, BlockType.HEADING)


INTERVIEW = (
    "日曜インタビュー\n「霧の日こそ港へ」\n渡し船の船長が語る三十年\n林みなとさん（58）\n"
    "霧の深い港で三十年、渡し船を\n動かしてきた。島の人の暮らし\n"
    "を見てきた目に、海はどう映る\nのか。\n"
    "――最初の船を覚えていますか\nと伺いました。\n「父の古い船です。窓が割れて\nいて、冬は手袋が二枚いりまし\nた」\n"
    "――霧が出ると、島の暮らしは\n真っ先に困るものと聞きます。\n「はい。薬も手紙も止まります\nから、私たちは鐘の音を頼りに\n船を出しました。」\n"
    "――これからの夢を、最後に教\nえてください。\n「港に小さな待合室を作りたい\n。雨の日に座れる場所がいりま\nす。」\n"
    "（聞き手・高橋健一）\nはやし・みなと　1963 年、港町生まれ。\n"
)


def test_an_interview_is_signed_in_brackets_below_by_who_asked_and_not_by_whom_others_speak_of():
    document = parsed(INTERVIEW)
    assert (document.headline, document.byline) == ("「霧の日こそ港へ」", "高橋健一")


def test_questions_behind_dashes_and_their_answers_are_paragraphs():
    told = texts(parsed(INTERVIEW))
    assert "――霧が出ると、島の暮らしは真っ先に困るものと聞きます。" in told
    assert "「はい。薬も手紙も止まりますから、私たちは鐘の音を頼りに船を出しました。」" in told
