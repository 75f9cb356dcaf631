"""Pages of journals: their numbers, heads and notes, and the dates of a manuscript."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import ENDED, ENGLISH, FILL, HEAD, STORY, parsed, rules, texts, wrapped


def test_of_a_manuscripts_dates_that_of_publication_counts():
    dates = "收稿日期：2024年5月1日；出版日期：2024年9月30日"
    document = parsed(f"{HEAD}李明俊\n\n{dates}\n\n" + wrapped(FILL * 3 + "散會。"))
    assert document.published.isoformat() == "2024-09-30"


@pytest.mark.parametrize(
    "dates",
    [
        "ARTICLE HISTORY Received 3 May 2024; Accepted 9 July 2024; Published online: September 30, 2024",
        "Received 3 May 2024; Revised 9 July 2024; Published: 30 September 2024",
        "Article history: Received 3 May 2024, Accepted 9 July 2024, Published online: 30 September 2024",
        "Received: 3 May 2024; Accepted: 9 July 2024; Published: September 30, 2024",
    ],
)
def test_an_english_manuscripts_dates_need_no_colon(dates):
    document = parsed(f"The Long Wait for a Pilot\nJane Doe\n{dates}\n{ENGLISH}")
    assert document.published.isoformat() == "2024-09-30"


@pytest.mark.parametrize(
    ("names", "below", "expected"),
    [
        ("Jane Doea and John Roeb", "a Institute of Ferries; b Harbour College, Port", "Jane Doe、John Roe"),
        (
            "Jane Doea, John Roeb and Ada Poea",
            "a Ferry University, b Harbour College",
            "Jane Doe、John Roe、Ada Poe",
        ),
        (
            "Maria Garciaa and John Roea",
            "a Institute of Ferries, Westport University",
            "Maria Garcia、John Roe",
        ),
        (
            "Maria Garcia and Anna Silva",
            "Institute of Ferries, Westport University",
            "Maria Garcia、Anna Silva",
        ),
        (
            "Maria Garcia and John Roe",
            "a Institute of Ferries, Westport University",
            "Maria Garcia、John Roe",
        ),
    ],
)
def test_the_raised_letters_behind_names_are_none_of_theirs(names, below, expected):
    document = parsed(f"The Long Wait for a Pilot\n{names}\n{below}\n\n{ENGLISH}")
    assert document.byline == expected


@pytest.mark.parametrize("head", ["燈塔季刊 第3期", "李明俊：海港上空的第三種聲音", "渡輪與燈塔"])
def test_a_head_that_one_page_alone_has_does_not_part_a_sentence(head):
    lines = wrapped(FILL * 6 + "散會。").split("\n")
    first, second = "\n".join(lines[:4]), "\n".join(lines[4:])
    text = HEAD + f"李明俊\n\n{first}\n\nix\n\n{head}\n\n{second}\n\nx\n"
    document = parsed(text)
    assert texts(document) == [FILL * 6 + "散會。"]
    assert rules(document) >= {"page number", "running head"}


def test_a_note_that_the_page_cites_is_a_note_though_it_interrupts_nothing():
    first = wrapped(FILL * 2 + "散會。[1]" + FILL + "歸航。")
    text = (
        HEAD + f"{first}\n────────\n[1] 航海日誌由引水站保存。\n\n1\n\n{wrapped(FILL * 3 + '再談。')}\n\n2\n"
    )
    document = parsed(text)
    assert texts(document, BlockType.NOTE) == ["[1] 航海日誌由引水站保存。"]
    assert "rule" in rules(document)


def test_what_a_rule_parts_from_the_text_above_is_a_note():
    first = wrapped(FILL * 3 + "散會。")
    second = wrapped(FILL * 3 + "再談。")
    text = f"{HEAD}{first}\n________\n2  航海日誌由引水站保存。\n\n1 / 2\n\n{second}\n\n2 / 2\n"
    assert texts(parsed(text), BlockType.NOTE) == ["2 航海日誌由引水站保存。"]


def test_a_remark_in_brackets_is_no_headline():
    document = parsed("（以現場發言為準）\n\n" + HEAD + wrapped(FILL * 3 + "散會。"))
    assert document.headline == HEAD.strip()


def test_a_note_at_the_foot_of_a_column_does_not_part_the_columns():
    lines = wrapped(FILL * 3 + "散會。①" + FILL * 3 + "歸航。").split("\n")
    left, right = "\n".join(lines[:5]), "\n".join(lines[5:])
    document = parsed(HEAD + f"{left}\n\n① 航海日誌由引水站保存。\n\n{right}\n")
    assert texts(document) == [FILL * 3 + "散會。①" + FILL * 3 + "歸航。"]
    assert texts(document, BlockType.NOTE) == ["① 航海日誌由引水站保存。"]


def test_a_bare_number_is_a_notes_where_the_page_cites_it_in_its_turn():
    page = wrapped(FILL * 2 + "散會。1" + FILL + "歸航。") + "\n\n1 航海日誌由引水站保存。\n"
    document = parsed(HEAD + page + "\f" + wrapped(FILL + "再談。2") + "\n\n2 雙方各存一份。\n")
    assert texts(document, BlockType.NOTE) == ["1 航海日誌由引水站保存。", "2 雙方各存一份。"]


def test_numbered_headings_at_the_foot_of_a_page_are_no_notes():
    page = "1. 啟航\n" + wrapped(FILL * 3 + "散會。1") + "\n\n2. 歸航\n"
    document = parsed(HEAD + page + "\f" + wrapped(FILL * 3 + "再談。"))
    assert texts(document, BlockType.NOTE) == []


def test_clauses_in_brackets_below_a_heading_are_no_notes():
    clauses = "\n".join(
        f"（{number}）{wrapped(FILL * 2 + end)}" for number, end in (("１", "散會。"), ("２", "再談。"))
    )
    document = parsed(HEAD + wrapped(FILL * 3 + "開會。") + "\n\n２　今後的安排\n\n" + clauses)
    assert texts(document, BlockType.NOTE) == []


def test_the_mark_of_a_note_on_a_line_of_its_own_belongs_to_the_line_above():
    document = parsed(HEAD + wrapped(FILL * 2 + "散會。") + "\n[1]\n" + wrapped("隔天" + FILL * 2 + "再談。"))
    assert texts(document) == [FILL * 2 + "散會。[1]", "隔天" + FILL * 2 + "再談。"]


def test_a_sentence_with_the_mark_of_a_note_behind_it_ends_its_paragraph():
    document = parsed(HEAD + wrapped(FILL * 2 + "散會。2)") + "\n" + wrapped("隔天" + FILL * 2 + "再談。"))
    assert texts(document) == [FILL * 2 + "散會。2)", "隔天" + FILL * 2 + "再談。"]


def test_a_headline_in_capitals_beside_the_page_number_is_a_running_head():
    first = "The Third Voice over the Port\n\n" + "The delegates read the draft line by line " * 12 + "."
    document = parsed(f"{first}\n\fTHE THIRD VOICE OVER THE PORT          212\n\nThe whistle went on.\n")
    assert "VOICE" not in "".join(texts(document) + texts(document, BlockType.HEADING))


def test_what_counts_its_pages_inside_a_sentence_is_a_running_head():
    lines = wrapped(FILL * 6 + "散會。").split("\n")
    text = "\n".join([*lines[:4], "燈塔季刊 第2頁，共2頁", *lines[4:]])
    assert texts(parsed(HEAD + text)) == [FILL * 6 + "散會。"]


def test_figures_at_the_edge_of_a_page_are_no_page_numbers():
    first = wrapped(FILL * 3 + "如下。") + "\n418\n506\n"
    document = parsed(HEAD + first + "\f127\n188\n" + wrapped(FILL * 3 + "散會。"))
    assert "page number" not in rules(document)


def test_sections_with_numbers_inside_their_chapters_are_headings():
    body = "\n".join(
        f"{number}\n{wrapped(FILL * 2 + '散會。')}" for number in ("1.1 啟航", "1.2 歸航", "2.1 餘波")
    )
    assert texts(parsed(HEAD + body), BlockType.HEADING) == ["1.1 啟航", "1.2 歸航", "2.1 餘波"]


NOTED = wrapped(STORY)[:-1] + "。1"
LISTED = "1. 先打電話。\n2. 再寫信。\n"


def test_a_note_numbered_as_items_are_is_a_note_where_the_text_cites_it():
    document = parsed(f"港口的電話\n\n許知微\n\n{NOTED}\n1. 引水站存有航海日誌。\n\f{ENDED}")
    assert texts(document, BlockType.NOTE) == ["1. 引水站存有航海日誌。"]


def test_items_above_such_a_note_stay_a_list():
    document = parsed(f"港口的電話\n\n許知微\n\n{NOTED}\n{LISTED}\n1. 引水站存有航海日誌。\n\f{ENDED}")
    assert [block.items for block in document.blocks if block.items] == [["先打電話。", "再寫信。"]]


def test_notes_below_the_text_are_cited_by_raised_figures_too():
    text = ENDED.replace("，", "¹，", 1).replace("。", "。²")
    document = parsed(
        f"港口的電話\n\n許知微\n\n{text}\n\n1. 引水站存有航海日誌。\n2. 雙方各存一份。\n\n海濱大學保留權利"
    )
    assert texts(document, BlockType.NOTE) == ["1. 引水站存有航海日誌。", "2. 雙方各存一份。"]


def test_page_numbers_stand_between_wide_dashes_as_well():
    document = parsed(f"港口的電話\n\n許知微\n\n{ENDED}\n－ 3 －\n\f{ENDED}\n－ 4 －\n")
    assert not any("－" in block.text for block in document.blocks)


def test_a_head_that_the_front_prints_in_capitals_is_a_running_head():
    front = "POLICY BRIEF 2025/14 | 18 March 2025\n\nTwo harbours, one lamp\n\nJane Doe"
    document = parsed(f"{front}\n\n{ENGLISH}\n\fPolicy Brief 2025/14\n\n{ENGLISH}")
    assert not any("2025/14" in block.text for block in document.blocks)


def test_a_house_above_its_issue_at_the_head_of_one_page_is_a_running_head():
    front = "POLICY BRIEF 2025/14 | 18 March 2025\n\nTwo harbours, one lamp\n\nJane Doe"
    document = parsed(f"{front}\n\n{ENGLISH}\n\fBay Institute\nPolicy Brief 2025/14\n\n{ENGLISH}")
    assert not any("Bay Institute" in block.text for block in document.blocks)


def test_a_head_printed_last_on_its_page_repeats_the_front_too():
    second = wrapped("漁民在岸上等候消息，救難的船先到，" * 9) + "。"
    front = f"海濱季刊　2025年3月18日\n\n港口的電話\n\n許知微\n\n{ENDED}"
    document = parsed(f"{front}\n\f{second}\n海濱季刊　2025年3月\n2\n")
    assert "漁民" in document.blocks[-1].text
    assert not any("海濱季刊" in block.text for block in document.blocks)


def test_what_is_printed_again_in_short_lines_is_no_paragraph():
    said = "The lamp was lit again by a keeper who had never left."
    text = f"{ENGLISH}{said} The boats came home.\n"
    quote = "“The lamp was lit again\nby a keeper who had\nnever left.”"
    document = parsed(f"Two harbours\n\nJane Doe\n\n{text}\n{quote}\n\n{ENGLISH}")
    assert sum(block.text.count("never left") for block in document.blocks) == 1


def test_a_sentence_that_two_paragraphs_tell_in_full_lines_stays():
    said = "The lamp was lit again by a keeper who had never left the island in all that time."
    document = parsed(f"Two harbours\n\nJane Doe\n\n{ENGLISH}{said}\n\n{said}\n\n{ENGLISH}")
    assert sum(block.text.count("never left") for block in document.blocks) == 2


def test_a_first_line_set_in_by_one_place_begins_a_paragraph_where_all_of_them_do():
    column = [STORY[:24], STORY[24:46] + "た。"]
    page = "\n".join(
        [*column, *(" " + line if not at else line for _ in range(4) for at, line in enumerate(column))]
    )
    document = parsed(f"島の電話\n\n許知微\n\n{page}")
    assert len(texts(document, BlockType.PARAGRAPH)) == 5


def test_an_abstract_begins_at_its_label():
    head = "港口的電話\n\n許知微\n\n（海濱大學國際關係學院副教授兼任灣岸研究所研究員）"
    document = parsed(f"{head}\n摘要：{ENDED}\n\n{ENDED}")
    assert any(block.text.startswith("摘要：") for block in document.blocks)


def test_numbers_that_a_tool_parted_from_their_items_are_marks():
    document = parsed(f"港口的電話\n\n許知微\n\n{ENDED}\n1.\n2.\n3.\n\n{ENDED}")
    assert not any(block.text in ("1.", "2.", "3.") for block in document.blocks)
    assert "mark" in rules(document)


def test_a_label_parted_from_what_it_says_is_one_caption_with_it():
    document = parsed(f"港口的電話\n\n許知微\n\n{ENDED}\n\n圖一\n\n冬天的碼頭\n\n{ENDED}")
    assert [block.caption for block in document.blocks if block.type == BlockType.FIGURE] == [
        "圖一 冬天的碼頭"
    ]


@pytest.mark.parametrize("head", ["32   海港評論", "李明俊、陳以安：渡輪與燈塔"])
def test_a_head_repeats_the_front_beside_its_number_and_with_other_marks(head):
    front = "海港評論   第十二卷第一期\n\n渡輪與燈塔\n\n李明俊　陳以安\n\n"
    first, second = wrapped(FILL * 4 + "會場").split("\n"), wrapped("裡沒有人說話。" + FILL * 2).split("\n")
    document = parsed(front + "\n".join(first) + "\n\f" + "\n".join([head, *second]))
    assert head not in "".join(block.text for block in document.blocks)


def test_a_head_is_narrow_against_the_full_lines_of_a_page_of_tables():
    front = "海港統計處     統計通報（第 115-04 號）\n\n海港的船\n\n"
    rows = "\n".join(
        f"{ship}        {number}        {number + 2}" for number, ship in enumerate("甲乙丙丁戊己")
    )
    page = f"統計通報（第 115-04 號）\n{wrapped('裡沒有人說話。' + FILL * 2)}\n\n{rows}"
    document = parsed(f"{front}{wrapped(FILL * 4 + '會場')}\n\f{page}\n")
    assert "running head" in rules(document)


def test_a_note_may_begin_with_a_figure_behind_its_bracket():
    page = (
        wrapped(FILL * 3 + "開會1)之後", 24) + "\n1) 3國部長的共同聲明。\n\f" + wrapped("再談。" + FILL * 3)
    )
    assert "1) 3國部長的共同聲明。" in texts(parsed(HEAD + page), BlockType.NOTE)


@pytest.mark.parametrize("line", ["單位：次；%", "附註：以聯合聲明所列第一項歸類。", "출처: 저자 작성"])
def test_the_unit_and_the_origin_of_a_table_are_notes(line):
    document = parsed(HEAD + wrapped(FILL * 3 + "散會。") + f"\n\n{line}\n\n" + wrapped(FILL * 3 + "再談。"))
    assert line in texts(document, BlockType.NOTE)


def test_heads_beside_numbers_that_count_up_part_pages_without_form_feeds():
    told = [
        wrapped(said * 25) for said in ("漁民在岸上等候消息，", "燈塔照常值班，", "渡輪公司把航線圖掛上牆，")
    ]
    told[1] = f"見附註[1]，{told[1]}"
    note = "[1] 作者訪談，海港，2024 年 8 月 21 日。"
    front = f"海港學刊 Vol. 9, No. 3 (2025): 76-98\n渡輪復航：\n兩岸的慢生意\n李明俊\n摘要\n{told[0]}"
    document = parsed(f"{front}\n77 海港學刊\n{told[1]}\n{note}\n渡輪復航 78\n{told[2][:-1]}。\n")
    assert texts(document, BlockType.NOTE) == [note]
    assert not {"77 海港學刊", "渡輪復航 78"} & {block.text for block in document.blocks}


def test_a_word_that_a_note_prints_whole_is_broken_by_its_line():
    told = wrapped("漁民在岸上等候消息，" * 6)
    text = (
        f"渡輪復航之後\n李明俊\n\n{told}\n這種做法稱為次國家外交，英文寫作 paradi-\nplomacy，見附註[1]。\n\n"
    )
    document = parsed(f"{text}[1] Jane Doe, “Paradiplomacy of Harbours,” 2021.\n\f{told[:-1]}。\n")
    assert "paradiplomacy" in " ".join(block.text for block in document.blocks)


def test_a_running_head_may_have_more_lines_than_stand_at_an_edge():
    head = "海港公報\n\n第 113 卷\n\n第 98 期\n\n港口委員會\n\n"
    document = parsed(f"{head}{HEAD}{ENDED}\n\f{head}隔天{ENDED}\n")
    assert "港口委員會" not in str(document.blocks)


def test_a_bare_figure_between_page_numbers_with_dots_is_the_mark_of_a_note():
    head = "海港評論　2021 年第3 期"
    pages = f"{ENDED}\n1海港基金資助。\n·1·\n\n{head}\n{ENDED}\n4\n{ENDED}\n·2·\n"
    front = f"渡輪復航之後的兩岸港口城市合作\n{head}\n渡輪復航之後的\n兩岸港口城市合作\n1\n李明俊　　陳以安"
    document = parsed(f"{front}\n{pages}")
    assert document.byline == "李明俊、陳以安"
    assert [piece.rule for piece in document.removed].count("page number") == 2
