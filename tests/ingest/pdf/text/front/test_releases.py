"""Releases of ministries: the fields above and below their text, and the points that they are made of."""

import textwrap

import pytest

from articles.ingest.documents import BlockType, Kind, RawDocument
from articles.ingest.intake.detect import detect
from articles.ingest.pdf.text.parse import parse
from tests.ingest.pdf.text.typeset import ENDED, ENGLISH, parsed, rules, texts

TITLE = "두 항구의 등대지기 협의회 개최 결과"
POINT = (
    "□ 해양부는 두 항구의 등대지기들이 겨울마다 만나는 협의회를 처음으로 열었다고 밝혔다. 이 자\n"
    "리에는 등대마다 한 사람씩 참석하였다.\n"
    "ㅇ 다음 협의회에서는 안개가 낀 날에 울리는 종의 횟수를 정하고 서로 알려 주기로 하였으며 종을 바꾼다.\n"
    "ㅇ 종은 한 해에 한 번 닦는다.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "보도자료\n\n보도 시점\n배포 일시\n총 매수\n\n배포 즉시\n2025. 3. 18.(화) 15:00\n3매\n\n",
        "보도자료\n배포 일시\n\n2025. 3. 18.(화) 09:00\n\n",
    ],
    ids=["labels one below the other", "a label above its date"],
)
def test_labels_printed_apart_from_what_they_ask_for_are_no_headline(head):
    document = parsed(f"{head}{TITLE}\n\n{POINT}{POINT}")
    assert document.headline == TITLE
    assert str(document.published) == "2025-03-18"


def test_what_stands_between_dashes_below_a_headline_is_its_standfirst():
    document = parsed(
        f"보도자료\n2025. 3. 18.\n\n{TITLE}\n- 안개 낀 날의 종소리를 하나로 -\n\n{POINT}{POINT}"
    )
    assert document.standfirst == "- 안개 낀 날의 종소리를 하나로 -"


def test_the_points_below_a_point_are_paragraphs_of_their_own():
    document = parsed(f"보도자료\n2025. 3. 18.\n\n{TITLE}\n\n{POINT}{POINT}")
    assert texts(document, BlockType.PARAGRAPH).count("ㅇ 종은 한 해에 한 번 닦는다.") == 2
    assert not texts(document, BlockType.FIGURE)


@pytest.mark.parametrize(
    ("body", "tail"),
    [
        (ENGLISH, "- END -\nMedia contact: press@ministry.example"),
        (ENDED, "（お問い合わせ先）\n国際課　佐伯"),
        (ENDED, "聯絡人：許科長\n電話：(02) 0000-0000"),
        (POINT * 2, "담당 부서\n\n국제협력과\n\n책임자\n\n과장 나해솔 (044-000-0000)"),
        (POINT * 2, "문의처\n국제협력과\n\n이 자료는 공공누리 조건에 따라 쓸 수 있습니다."),
    ],
    ids=["en", "ja", "zh-Hant", "ko", "above a licence"],
)
def test_whom_to_ask_below_a_release_is_no_part_of_it(body, tail):
    document = parsed(f"Press release\n18 March 2025\n\nTwo harbours light one lamp\n\n{body}\n{tail}\n")
    told = "".join(block.text or "".join(block.items) for block in document.blocks)
    assert not any(line in told for line in tail.split("\n") if line)
    assert "contact" in {piece.rule for piece in document.removed}


def test_a_last_sentence_about_a_contact_is_told():
    document = parsed(
        f"Two harbours light one lamp\n\nJane Doe\n\n{ENGLISH}\nContact was never lost again.\n"
    )
    assert "Contact was never lost again." in document.blocks[-1].text


STACK = ("海港合作處與對岸的引水人協會簽署", "霧中通報備忘錄", "平均等候時間可望縮短一半")


def test_the_last_of_three_lines_above_the_fields_is_the_deck():
    story = "\n".join(textwrap.wrap("海港合作處今日在碼頭上簽下一份備忘錄，約定霧中每刻鐘通報一次。" * 5, 34))
    release = "\n".join([*STACK, "發布日期：114 年 12 月 3 日", "發布單位：引水組", story])
    document = parse(release, RawDocument("release.txt", b""))
    assert (document.headline, document.standfirst) == (STACK[0] + STACK[1], STACK[2])


@pytest.mark.parametrize("feet", [("第 1 頁，共 2 頁", "第 2 頁，共 2 頁"), ("Page 1 of 2", "Page 2 of 2")])
def test_pages_that_count_all_pages_are_those_of_a_pdf(feet):
    page = "發布日期：114年12月3日\n海港合作處今日簽約。\n更多新聞\n"
    text = "".join(f"{page}{foot}\n" for foot in feet)
    assert detect(RawDocument("a.txt", text.encode()), text) == Kind.PDF_TEXT


def test_a_line_between_dashes_is_none_of_the_headline_above_it():
    story = "\n".join(
        textwrap.wrap("□ 해양청은 12일 부두에서 안개 통보 각서에 서명하였다고 밝혔다. " * 6, 40)
    )
    head = (
        "보도자료\n보도시점\n2025. 3. 12.(수) 11:00\n안개 통보 각서 부산서 서명\n- 십오 분마다 통보하기로 -"
    )
    release = f"{head}\n{story}"
    assert parse(release, RawDocument("release.txt", b"")).headline == "안개 통보 각서 부산서 서명"


def test_the_houses_that_got_a_release_too_are_none_of_its_headline():
    story = "\n".join(textwrap.wrap("港務事務所は今日、霧の日の鐘を鳴らす覚書に署名した。" * 5, 36))
    head = "News Release\n港務事務所\n令和７年１月24日（金）\n同時発表：港町記者クラブ\n漁業記者会"
    release = f"{head}\n霧の日の鐘に関する実務者会合の開催結果について\n{story}"
    assert (
        parse(release, RawDocument("r.txt", b"")).headline == "霧の日の鐘に関する実務者会合の開催結果について"
    )


@pytest.mark.parametrize("field", ["聯 絡 人：許科長（02-0000-0000）", "編號：R0017", "編　　號：第 088 號"])
def test_a_field_of_a_release_is_one_however_its_label_is_spaced(field):
    document = parsed(f"海港部　新聞稿\n\n兩個海港點亮同一盞燈\n\n{field}\n\n{ENDED}\n")
    assert document.headline == "兩個海港點亮同一盞燈"
    assert len(document.blocks) == 1


@pytest.mark.parametrize("end", ["# # #", "<끝>", "完"])
def test_what_stands_below_the_end_of_a_release_is_a_note(end):
    document = parsed(
        f"Press release\n\nThe Night Ferry Sails\n\n{ENGLISH}\n{end}\nThe survey is available in print.\n"
    )
    assert texts(document, BlockType.NOTE) == ["The survey is available in print."]
    assert end not in str(document.blocks)


def test_a_row_of_stars_below_a_headline_is_a_rule():
    assert "rule" in rules(parsed(f"夜間渡輪恢復通航\n＊＊＊＊＊＊＊＊\n\n{ENDED}"))
