"""What stands above the text of a report or a release: letterheads, who wrote it, whom to ask."""

from datetime import date

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import ENDED, ENGLISH, parsed, texts

TITLE = "渡輪復航之後的海峽"


@pytest.mark.parametrize(
    "head",
    [
        "外  務  省\n\n報道発表\n令和7年3月18日",
        "外 交 部\n新 聞 稿\n\n發稿日期：114 年 3 月 18 日\n發言人：許知微\n聯絡人：李小安",
        "보 도 자 료\n배포일시 2025. 3. 18.(화)\n담당자 과장 홍길동 (02-000-0000)",
        "Media release\n18 March 2025\nContact: Jane Doe",
        "海濱共和國外交部\n新聞參考資料\n2025年3月18日",
        "Ministry of External Relations\nPress Release\n18 March 2025",
        "MINISTRY OF PORTS\n\nPRESS RELEASE    No. 2025/18\nFor immediate release    18 March 2025",
    ],
    ids=["ja", "zh-Hant", "ko", "en", "an office", "an office in English", "a number and a date beside"],
)
def test_a_letterhead_and_whom_to_ask_are_neither_headline_nor_byline(head):
    document = parsed(f"{head}\n\n{TITLE}\n\n{ENDED}")
    assert (document.headline, document.byline) == (TITLE, "")
    assert str(document.published) == "2025-03-18"


def test_a_headline_in_capitals_ends_where_white_space_and_small_letters_follow():
    title = "TWO SHORES AGREE\nON A COMMON LAMP FOR THE OLD CUSTOMS HOUSE TOWER"
    document = parsed(f"Press release\n\n{title}\n\n{ENGLISH}")
    assert document.headline == title.replace("\n", " ")


def test_a_series_is_no_headline_letter_by_letter_either():
    document = parsed(f"I S S U E B R I E F\n\n{TITLE}\n\n許知微\n2025年3月18日\n\n{ENDED}")
    assert document.headline == TITLE


def test_letters_set_apart_make_an_office_only_where_they_end_like_one():
    document = parsed(f"外 務 省\n\n港 口 的 電 話\n\n許知微\n\n{ENDED}")
    assert document.headline == "港口的電話"


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ("許知微1    李小安2\n\n（1. 海濱大學，港市 100；2. 灣岸研究所，港市 101）", "許知微、李小安"),
        ("Jane Doe1,2 and John Roe2", "Jane Doe、John Roe"),
        ("Dr. Jane Doe\nSenior Fellow, Bay Institute\n\nJohn Roe\nVisiting Scholar", "Jane Doe、John Roe"),
        ("JANE DOE, MARY MAJOR AND JOHN ROE", "JANE DOE、MARY MAJOR、JOHN ROE"),
        ("山田 太郎*、李 明俊**\n\n*海濱大学教授　**客員研究員", "山田太郎、李明俊"),
        ("홍길동*·김철수**\n\n* 연구위원\n** 교수", "홍길동、김철수"),
        ("客員研究員　山田　太郎", "山田太郎"),
        ("許知微\n責任編輯 李小安", "許知微"),
        ("홍길동 연구위원\n김철수 부연구위원", "홍길동、김철수"),
        ("나해솔 연구위원\n(해양환경연구실)", "나해솔"),
        ("나해솔 (연구위원)\n문제 제기", "나해솔"),
        ("燭之光∕本刊研究員", "燭之光"),
        ("海濱研究所　上席研究員　朧 航", "朧航"),
    ],
)
def test_figures_titles_and_offices_are_no_part_of_names(lines, byline):
    body = ENGLISH if lines[0].isascii() else ENDED
    document = parsed(f"{TITLE}\n\n{lines}\n\n18 March 2025\n\n{body}\n\f{body}")
    assert (document.headline, document.byline) == (TITLE, byline)
    assert str(document.published) == "2025-03-18"


def test_a_headline_that_goes_on_in_a_line_like_a_name_is_whole():
    front = "Bay Institute\nAsia Programme\n\nResearch Paper\n\nGuarding the\nNight Fleet"
    document = parsed(f"{front}\n\nJane Doe and John Roe\n\n{ENGLISH}")
    assert (document.headline, document.byline) == ("Guarding the Night Fleet", "Jane Doe、John Roe")


def test_a_line_that_signs_is_no_part_of_a_headline_that_it_goes_on_below():
    document = parsed(f"The Harbour Accord in Practice\nLessons from the Talks\n\nby Jane Doe\n\n{ENGLISH}")
    assert document.byline == "Jane Doe"
    assert "Jane" not in document.headline


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("海濱共和國\nREPUBLIC OF THE BAY (COAST)\n港市燈塔路3號　電話：(07)000-0000", TITLE),
        (
            "REPUBLIC OF THE SANDS AND SHOALS\n3 Beacon Road, Port City\n\nPress release\nNo. 41",
            "Talks on the Ferry",
        ),
    ],
)
def test_what_stands_above_an_address_is_a_letterhead(head, title):
    document = parsed(f"{head}\n\n{title}\n\n{ENGLISH if title.isascii() else ENDED}")
    assert document.headline == title
    assert "Republic" not in "".join(block.text.title() for block in document.blocks)


def test_an_address_below_the_authors_makes_no_letterhead_of_the_headline():
    address = "Bay Institute, Tel. 07-000-0000"
    document = parsed(f"Guarding the Night Fleet\n\nJane Doe\n{address}\n\nKey Points\n\n{ENGLISH}")
    assert document.headline == "Guarding the Night Fleet"


@pytest.mark.parametrize(
    "lines",
    [
        "JOINT COMMUNIQUE\nON THE REOPENING OF THE FERRY BETWEEN TWO PORTS",
        "JOINT COMMUNIQUE OF THE HARBOUR MASTERS\nON THE REOPENING OF THE FERRY BETWEEN TWO PORTS",
    ],
)
def test_a_headline_of_two_lines_in_capitals_is_whole(lines):
    document = parsed(f"{lines}\n\n{ENGLISH}")
    assert document.headline == lines.replace("\n", " ")


def test_a_line_below_a_headline_in_the_middle_is_its_deck_across_white_space():
    front = (
        "\n\n      Guarding the Night Fleet\n\n What Four Harbours Learned from a Telephone\n\n\n   Jane Doe"
    )
    document = parsed(f"      Bay Institute\n\n{front}\n\n\n{ENGLISH}")
    assert document.headline == "Guarding the Night Fleet"
    assert document.standfirst == "What Four Harbours Learned from a Telephone"


@pytest.mark.parametrize(
    "line",
    [
        "ISBN 000-0-00-000001-8",
        "doi: 10.0000/bay.2025.7",
        "Discussion Paper No. 9",
        "desk@bay.example",
        "www.bay.example",
        "9 Beacon Road, Port City",
        "10093 海港市燈塔區南昌路二段 166 號 7 樓",
        "발행처 등대연구소   발행인 등대연구소장",
        "編集・発行　港湾研究所",
    ],
)
def test_the_numbers_and_addresses_of_a_publication_are_left_out(line):
    document = parsed(f"Guarding the Night Fleet\n\nJane Doe\n\n{line}\n\n{ENGLISH}")
    assert (document.headline, document.byline) == ("Guarding the Night Fleet", "Jane Doe")
    assert [block.text for block in document.blocks] == [ENGLISH.strip().replace("\n", " ")]


def test_a_table_of_contents_with_leaders_is_left_out_with_its_heading():
    entries = "1. The Quay ............ 2\n2. The Lamp . . . . . . . . 3\nNotes ...... iv"
    document = parsed(f"Guarding the Night Fleet\n\nJane Doe\n\nCONTENTS\n\n{entries}\n\n{ENGLISH}")
    assert [block.text for block in document.blocks] == [ENGLISH.strip().replace("\n", " ")]


def test_a_heading_below_the_head_of_a_page_and_white_space_is_no_head():
    pages = [f"Guarding the Night Fleet\n\n{part}\n\n{ENGLISH[:-2]}" for part in ("THE QUAY", "THE LAMP")]
    document = parsed(
        "Guarding the Night Fleet\n\n\n\nJane Doe\n\n" + ENGLISH[:-2] + "\n\f" + "\n\f".join(pages)
    )
    assert {"THE QUAY", "THE LAMP"} <= {block.text for block in document.blocks}


def test_keywords_end_at_a_blank_line():
    line = "Keywords: ferries; harbours and the towns around them; telephones; night watches of"
    document = parsed(f"Guarding the Night Fleet\n\nJane Doe\n\n{line}\n\n{ENGLISH}")
    assert document.keywords[-1] == "night watches of"
    assert [block.text for block in document.blocks] == [ENGLISH.strip().replace("\n", " ")]


def test_a_clause_below_a_blank_line_begins_a_paragraph():
    lines = "The harbour masters, meeting in the town,\n\nRecalling the night watch;\n\n"
    document = parsed(f"Guarding the Night Fleet\n\n{ENGLISH}\n{lines}{ENGLISH}")
    assert "The harbour masters, meeting in the town," in {block.text for block in document.blocks}


def test_a_name_of_an_event_that_the_text_repeats_is_the_rest_of_the_headline():
    front = "Joint Minutes of the Fourth and Largest\nHarbour Talks\n\n18 March 2025"
    document = parsed(f"{front}\n\n{ENGLISH} The Harbour Talks went on.\n\n{ENGLISH}")
    assert (document.headline, document.byline) == (
        "Joint Minutes of the Fourth and Largest Harbour Talks",
        "",
    )


def test_a_headline_that_ends_with_a_particle_goes_on_in_a_short_line():
    document = parsed(
        f"渡輪が復航したあとの海峡をめぐる\n課題\n山田 太郎\n海濱大学 教授\n2025年3月18日\n{ENDED}"
    )
    assert (document.headline, document.byline) == ("渡輪が復航したあとの海峡をめぐる課題", "山田太郎")


@pytest.mark.parametrize(
    "month", ["April 2025", "2025年4月", "2025. 4.", "Spring 2025", "2025년 봄호", "中華民國 114 年 4 月"]
)
def test_the_month_of_an_issue_is_neither_a_date_nor_a_heading(month):
    document = parsed(f"{TITLE}\n\n許知微\n{month}\n\n{ENDED}")
    assert document.published is None
    assert month not in [block.text for block in document.blocks]


@pytest.mark.parametrize("house", ["University of Westbay", "Bay Centre for Harbour Studies", "海濱大學"])
def test_a_house_below_names_says_who_these_people_are(house):
    document = parsed(f"{TITLE}\n\nJane Doe\n{house}\n\n{ENDED}")
    assert [block.type for block in document.blocks if block.text == house] == ["note"]


@pytest.mark.parametrize(
    "issue", ["Harbour Studies 19 (3), 2025", "해양브리프 2025-18", "海洋シリーズ CO 25-14"]
)
def test_the_number_of_an_issue_or_series_is_no_headline(issue):
    document = parsed(f"{issue}\n\n{TITLE}\n\nJane Doe\n\n{ENDED}")
    assert document.headline == TITLE


def test_two_short_words_above_what_somebody_is_are_a_name():
    document = parsed(
        f"島の電話――冬の港から――\n朧 響子\n海濱研究所 主任研究員\nキーワード：島、港\n\n{ENDED}"
    )
    assert (document.headline, document.byline) == ("島の電話――冬の港から――", "朧響子")
    assert document.keywords == ["島", "港"]


def test_a_short_line_above_all_names_is_the_end_of_the_headline():
    title = "What the Harbour Telephone Can\nTell Us"
    document = parsed(f"{title}\nJane Doe and John Roe\n\n{ENGLISH}")
    assert document.headline == title.replace("\n", " ")
    assert document.byline == "Jane Doe、John Roe"


@pytest.mark.parametrize(
    "line",
    [
        "收稿日期：2025-01-02；出版日期：2025-03-18",
        "Received: 2 January 2025; Accepted: 1 March 2025; Published: 18 March 2025",
    ],
)
def test_a_journal_says_when_it_came_out_below_its_keywords_as_well(line):
    document = parsed(f"{TITLE}\n\n許知微\n\n摘要\n{ENDED}\n關鍵詞：港口、電話\n{line}\n{ENDED}")
    assert str(document.published) == "2025-03-18"


def test_two_short_words_below_what_somebody_is_are_a_name():
    front = "島の電話\n――冬の港から――\n海濱研究所\n\n上席研究員\n\n朧 航"
    document = parsed(f"{front}\n\n{ENDED}")
    assert (document.headline, document.byline) == ("島の電話――冬の港から――", "朧航")
    assert texts(document, BlockType.NOTE) == ["海濱研究所", "上席研究員"]


def test_spaces_may_part_the_year_of_a_paper_from_that_of_its_era():
    told = "渡し船は朝の六時に港を出る。船長は窓を開け、霧の音を聞く。" * 4
    front = "2021 年（令和三年）４月８日\n渡し船の帰り道"
    assert parsed(f"{front}\n聞き手・長谷川健\n\n{told}").published == date(2021, 4, 8)
