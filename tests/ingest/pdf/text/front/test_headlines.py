"""Which lines of a front are the headline: what stands around them tells, and whether they are whole."""

from datetime import date

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import ENDED, ENGLISH, STORY, parsed, texts, wrapped

BORROWED = ENGLISH + "Whoever has borrowed harbours pays for them later.\n"
TITLE = "渡輪復航之後的海峽"


@pytest.mark.parametrize(
    "eyebrow",
    [
        "封面故事\nCOVER STORY",
        "【邊城來信】",
        "特集◎冬の港",
        "オピニオン",
        "기획",
        "海域治理 ∣ Maritime Governance",
        "海港文化研究中心                2025年3月20日",
        "海港評論   第十二卷第一期   民國 115 年 6 月   頁 31–52",
        "HBR-WP-2025-014",
        "2024/11",
        "http://www.harbour.example",
    ],
)
def test_a_section_a_series_or_a_number_above_a_headline_is_none(eyebrow):
    document = parsed(f"{eyebrow}\n{TITLE}\n李明俊\n\n{ENDED}")
    assert (document.headline, document.byline) == (TITLE, "李明俊")


@pytest.mark.parametrize(
    "lines",
    [
        "渡輪復航半年，\n兩岸學會了慢生意",
        "海港處與對岸簽署霧中通報的備忘錄\n並期盼一同守住航道",
        "「比起橋，更想培養\n擺渡的人」",
        "등대지기 모임이 바꾼 두 항구 도시들과\n어민들의 겨울",
        "Slow Boats, Short Tempers: Why the\nHarbour Accord Needs a Second Look",
        "Coastal Towns Open a Weather Desk\nto Protect the Small Boats",
    ],
)
@pytest.mark.parametrize("between", ["", "\n"], ids=["together", "blank lines between all"])
def test_a_line_that_cannot_end_there_goes_on_in_the_next(lines, between):
    front = "\n".join(["Research paper", *lines.split("\n"), "Jane Doe", "18 March 2025"])
    document = parsed(front.replace("\n", f"\n{between}") + f"\n\n{ENGLISH}")
    told = document.headline.replace(" ", "")
    assert told == lines.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("rest", ["風險", "抓捕", "停擺"])
@pytest.mark.parametrize(
    "signed", ["□ 李明俊", "文｜李明俊、王小安　責任編輯｜陳大文", "撰文：李明俊", "本報記者 李明俊"]
)
def test_two_characters_above_who_signs_are_the_rest_of_a_headline(rest, signed):
    document = parsed(f"渡輪復航：開航之前先賣船票增加了海峽兩岸\n{rest}\n{signed}\n{ENDED}")
    assert document.headline == f"渡輪復航：開航之前先賣船票增加了海峽兩岸{rest}"
    assert document.byline.startswith("李明俊")


def test_an_author_above_who_translated_is_no_rest_of_a_headline():
    document = parsed(f"渡輪復航：開航之前先賣船票增加了海峽兩岸\n李明俊\n譯者：王小安\n{ENDED}")
    assert document.headline == "渡輪復航：開航之前先賣船票增加了海峽兩岸"


def test_a_headline_that_looks_like_a_name_is_none_where_the_text_says_its_words():
    document = parsed(
        f"WORKING PAPER SERIES\n\nBorrowed Harbours\n\nInes Halloran\n\nNovember 2024\n\n{BORROWED}"
    )
    assert (document.headline, document.byline) == ("Borrowed Harbours", "Ines Halloran")


def test_a_longer_line_below_a_headline_that_is_whole_is_its_standfirst():
    deck = "Transit Rights and the Foreign Policy of States without a Coast"
    document = parsed(f"Borrowed Harbours\n{deck}\nInes Halloran\n18 March 2025\n\n{BORROWED}")
    assert (document.headline, document.standfirst) == ("Borrowed Harbours", deck)


def test_a_short_title_with_an_apostrophe_is_one_with_its_subtitle_and_no_series_in_capitals():
    title, subtitle = "The Pilot’s Lantern", "What Narrow Channels Teach Us About Patience"
    body = ENGLISH + "My uncle was a pilot and kept a lantern on the pier.\n"
    document = parsed(f"9TH HARBOUR MEMORIAL LECTURE\n{title}\n{subtitle}\nJane Doe\n18 March 2025\n{body}")
    assert (document.headline, document.byline) == (f"{title} {subtitle}", "Jane Doe")


def test_what_the_text_says_in_one_is_not_parted_between_headline_and_standfirst():
    lines = "海港處「夜間領航」\n計畫評估"
    document = parsed(f"{lines}\n\n壹、概況\n{wrapped('夜間領航計畫今年' + STORY)[:-1]}。")
    assert document.headline == lines.replace("\n", "")


def test_lines_in_the_middle_are_one_headline_where_a_tool_gives_each_character_one_place():
    lines = f"{' ' * 20}從燈塔到碼頭上\n{' ' * 14}專訪島上第一位女領航員林小舟船長"
    document = parsed(f"{lines}\n\n{' ' * 16}採訪．撰文／羅以寧\n\n{ENDED}\n{ENDED}")
    assert document.headline == "從燈塔到碼頭上專訪島上第一位女領航員林小舟船長"
    assert document.byline == "羅以寧"


def test_a_date_that_goes_on_in_who_spoke_that_day_begins_the_headline():
    document = parsed(f"2024 年 5 月 6 日海港处发言人\n答记者提问\n一、通报\n{ENDED}")
    assert document.headline.replace(" ", "") == "2024年5月6日海港处发言人答记者提问"
    assert document.published == date(2024, 5, 6)


def test_sentences_above_who_wrote_them_are_the_standfirst():
    deck = "停航六年的航線重新開通，島上的人卻發現，\n要接回來的不只是一條船。"
    document = parsed(f"{TITLE}\n{deck}\n\n撰文／羅以寧　攝影／丁望\n\n{ENDED}")
    assert (document.headline, document.byline) == (TITLE, "羅以寧")
    assert document.standfirst == deck.replace("\n", "")


def test_a_headline_may_stand_below_a_note_of_the_editors():
    note = "編者按：本期報告由本中心的青年學者執筆，根據去年秋天在六個港口的走訪寫成，供參考。"
    document = parsed(f"研究報告\n\n{note}\n\n{TITLE}\n\n李明俊\n\n{ENDED}")
    assert (document.headline, document.byline) == (TITLE, "李明俊")


def test_what_the_later_pages_have_at_their_heads_is_the_headline():
    pages = f"{ENDED}\n\f{TITLE}\n{ENDED}\n\f{TITLE}\n{ENDED}"
    assert parsed(f"燈塔與潮汐\n{TITLE}\n{pages}").headline == TITLE


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("主講人：唐敏之（前駐外大使）", "唐敏之"),
        ("Speaker: Jane Doe", "Jane Doe"),
        ("文　方子瑜（駐處秘書）", "方子瑜"),
        ("駐沙洲共和國大使　何遠", "何遠"),
        ("◎ 林予安", "林予安"),
    ],
)
def test_who_spoke_or_wrote_is_named_behind_a_label_and_before_brackets(line, byline):
    document = parsed(f"{TITLE}\n{line}\n地點：海濱會議中心 201 室\n2025年3月18日\n\n{ENDED}")
    assert (document.headline, document.byline) == (TITLE, byline)
    assert "地點" not in "".join(block.text for block in document.blocks)


def test_a_date_is_read_above_a_remark_in_brackets():
    document = parsed(f"Keeping the Door Ajar\n18 March 2025\n(As delivered)\n\n{ENGLISH}")
    assert str(document.published) == "2025-03-18"


def test_a_headline_that_says_who_spoke_gives_the_byline():
    title = "Remarks by Ambassador Leona Vance\nat the Sandbar Forum"
    assert parsed(f"{title}\n18 March 2025\n\n{ENGLISH}").byline == "Leona Vance"


@pytest.mark.parametrize(
    "line",
    ["114 年 3 月 18 日", "海港統計處  114 年 3 月 18 日", "114 年 3 月 18 日   聯絡電話：02-0000-0000"],
)
def test_an_office_dates_by_its_own_year_without_saying_so(line):
    document = parsed(f"{line}\n\n{TITLE}\n\n{ENDED}")
    assert (document.headline, str(document.published)) == (TITLE, "2025-03-18")


def test_what_stands_below_a_signed_line_and_white_space_is_none_of_it():
    caption = "科羅碼頭的清晨，巡邏艇「海鷗的燈號」\n準備出港。（丁望攝）"
    signed = "文／羅以寧　攝影／Melchor Idechong"
    document = parsed(f"{TITLE}\n\n{signed}\n\n{caption}\n\n{wrapped(STORY, 17)[:-1]}。")
    assert document.byline == "羅以寧"
    assert caption.replace("\n", "") in [block.text for block in document.blocks]


def test_a_date_in_brackets_below_a_headline_is_its_date():
    lines = "海濱共和國和沙洲王國\n關於建立漁業夥伴關係的聯合聲明"
    document = parsed(f"{lines}\n\n（2025年3月18日於沙洲）\n\n{ENDED}")
    assert document.headline == lines.replace("\n", "")
    assert str(document.published) == "2025-03-18"


def test_the_same_year_in_another_era_parts_no_date():
    document = parsed(f"2025年（令和7年）3月18日（火曜日）　国際　7面\n\n{TITLE}\n\n{ENDED}")
    assert (document.headline, str(document.published)) == (TITLE, "2025-03-18")


def test_the_name_of_a_series_at_the_heads_of_later_pages_is_no_headline():
    top, heads = "海港大學\n潮汐論壇第八場", "海港大學 | 潮汐論壇第八場"
    told = ("渡輪公司把航線圖重新掛上牆，", "燈塔照常值班，", "漁民在岸上等候消息，")
    pages = [f"\f{wrapped(said * 20)}\n{heads}\n{page}\n" for page, said in enumerate(told, start=2)]
    front = f"{top}\n\n渡輪復航之後的\n海峽與燈塔\n\n李明俊\n\n2025年3月20日\n"
    document = parsed(front + "".join(pages))
    assert (document.headline, document.byline) == ("渡輪復航之後的海峽與燈塔", "李明俊")


@pytest.mark.parametrize("series", ["POLICY MEMO | NUMBER 12", "Policy Brief 12", "Occasional Paper No. 8"])
def test_a_house_above_the_number_of_its_series_is_no_headline_and_none_of_the_text(series):
    house = "NORTH HARBOUR TIDE FORUM"
    front = f"{house}\n{series}\n\nAfter the Last Ferry:\nA Night Watch for the Strait\n\nInes Halloran\n"
    told = f"{ENGLISH}\n1 | {house}\n\fHALLORAN\n{ENGLISH}\n\fAFTER THE LAST FERRY\n{ENGLISH}\n3 | {house}\n"
    document = parsed(f"{front}\nMarch 18, 2025\n\n{told}")
    assert document.headline == "After the Last Ferry: A Night Watch for the Strait"
    assert house not in texts(document, BlockType.PARAGRAPH)


def centred(line: str, width: int = 48) -> str:
    return " " * (width // 2 - len(line)) + line


def test_lines_in_the_middle_are_one_headline_though_the_lower_one_is_wider():
    front = f"{centred('渡輪復航的風波')}\n{centred('兩港代表重啟燈塔值班會談')}"
    document = parsed(f"港灣時報\n\n{front}\n\n記者李明俊／海港報導\n\n{ENDED}")
    assert document.headline == "渡輪復航的風波兩港代表重啟燈塔值班會談"


def test_a_short_line_in_the_middle_above_a_headline_names_its_section():
    front = f"{centred('海港論壇')}\n{centred('渡輪復航與燈塔值班的會談')}"
    assert parsed(f"{front}\n{centred('李明俊')}\n\n{ENDED}").headline == "渡輪復航與燈塔值班的會談"


@pytest.mark.parametrize(
    "line", ["（2025年9月10日，海港城）", "（海港城，2025年9月10日）", "2025年9月10日 于海港城"]
)
def test_a_date_stands_beside_the_place_of_a_speech(line):
    document = parsed(f"在渡輪論壇開幕式上的致辭\n{line}\n\n{ENDED}\n")
    assert document.published.isoformat() == "2025-09-10"
    assert texts(document, BlockType.HEADING) == []


def test_a_title_in_capitals_goes_on_in_its_subtitle():
    text = "NIGHT FLEET\nInterpreters and the Making of the Harbour Accord\n\nJane Doe\n\n"
    document = parsed(text + ENGLISH + "The fleet left at night.\n")
    assert document.headline == "NIGHT FLEET Interpreters and the Making of the Harbour Accord"
    assert document.byline == "Jane Doe"


def test_two_words_in_capitals_are_no_name_where_the_authors_sign():
    document = parsed(f"Strait Signals\nHow Two Harbours Learned to Talk\n\nBy Jane Doe\n\n{ENGLISH}")
    assert document.byline == "Jane Doe"


def test_minutes_are_called_by_their_number():
    head = "第十二回市議会　港湾委員会会議録　第四号\n令和八年三月十一日（水曜日）\n"
    asked = wrapped("　渡し船の時刻について伺いますが、朝の便はいつ戻るのでしょうか。", 20)
    turns = "".join(f"○{name}委員　おはようございます。\n{asked}\n" for name in ("港田", "船山", "灯台"))
    document = parsed(f"{head}\n{turns}\f")
    assert document.headline == "第十二回市議会 港湾委員会会議録 第四号"
    assert texts(document, BlockType.PARAGRAPH)[0] == "○港田委員 おはようございます。"


def test_letters_below_each_other_are_a_name():
    document = parsed(f"小国が電話を取る夜\n　　　　　津\n　　　　　村\n　　　　　周\n\n{ENDED}\n")
    assert document.byline == "津村周"


def test_a_label_before_a_headline_is_none_of_it():
    document = parsed(f"Title: Guarding the Night Fleet\nAuthor: Jane Doe\n\n{ENGLISH}")
    assert document.headline == "Guarding the Night Fleet"


def test_what_is_said_of_a_whole_text_is_no_part_of_its_headline():
    document = parsed(f"兩港關於渡輪的聯合聲明\n（全文）\n2025年11月20日\n\n{ENDED}")
    assert document.headline == "兩港關於渡輪的聯合聲明"


def test_the_fields_of_a_korean_release_may_fill_lines():
    fields = (
        "보도일시  2026. 3. 12.(목) 16:00 이후    배포일시  2026. 3. 12.(목)\n"
        "담당부서  항만과    책임자  과장 윤서현 (02-0000-0000)\n"
    )
    story = "항만청은 야간 여객선 운항을 다시 시작하기로 하였다고 밝혔다.\n" * 4
    document = parsed(f"보도자료\n항만청\n\n{fields}\n두 항구, 야간 여객선 운항 재개\n\n{story}")
    assert document.headline == "두 항구, 야간 여객선 운항 재개"
    assert document.published.isoformat() == "2026-03-12"
    assert texts(document, BlockType.FIGURE) == []
