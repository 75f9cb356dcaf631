"""What stood between two lines before they were broken."""

from itertools import pairwise

import pytest

from articles.ingest.pdf.text.blocks.joining import Glue

BREAKS = ["The arrange-", "ment of the ar-", "rival was recom-", "mended again."]


def glue(*lines: str) -> Glue:
    return Glue.of([*BREAKS, *lines])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a settle-", "ment by talks"),
        ("they recom-", "mend it"),
        ("the agree-", "ment"),
        ("in-", "stead of it"),
    ],
)
def test_a_word_broken_at_a_syllable_loses_its_hyphen(before, after):
    assert glue("in the agree room").hyphen_is_added(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("twenty-", "four hours"),
        ("low-", "income towns"),
        ("a ferry-", "captain spoke"),
        ("decision-", "making"),
        ("the trans-", "Pacific route"),
    ],
)
def test_a_compound_broken_between_its_words_keeps_its_hyphen(before, after):
    assert not glue("the ferry and its captain").hyphen_is_added(before, after)


def test_a_document_that_breaks_no_words_keeps_its_hyphens():
    assert not Glue.of(["the settle-", "ment"]).hyphen_is_added("the settle-", "ment")


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("적이 없다.", "구체적으로는", " "),
        ("문제는", "“긴급”이라는", " "),
        ("열린", "2025년 회담", " "),
        ("회담이", "열렸다", " "),
        ("각서(Memorandum)", "의 취지", ""),
        ("일곱 해 동안 LAMP", "사무국은", " "),
        ("일곱 해 동안 LAMP", "에서는", ""),
    ],
)
def test_korean_lines_are_joined_where_its_words_are_parted(before, after, between):
    assert glue().between(before, after) == between


CUT = [
    "항구에서 만난 두 나라 장관",
    "은 어업 직통전화를 다시 열기로 합",
    "의하였다. 담당자 다섯 명이 서로의 수",
    "도에 머물고 비용은 함께 낸다.",
]
WHOLE = [
    "항구에서 만난 두 나라 장관은",
    "어업 직통전화를 다시 열기로",
    "합의하였다. 담당자 다섯 명이",
    "서로의 수도에 머문다.",
]


def test_korean_words_are_put_together_where_lines_begin_as_no_word_does():
    joint = Glue.of(CUT)
    assert [joint.between(above, below) for above, below in pairwise(CUT)] == ["", "", ""]


def test_korean_lines_that_end_with_words_are_joined_with_spaces():
    joint = Glue.of(WHOLE)
    assert [joint.between(above, below) for above, below in pairwise(WHOLE)] == [" ", " ", " "]


def test_korean_lines_with_room_for_more_syllables_end_where_words_do():
    """The second and the last break would tell otherwise that words are cut."""
    told = [
        "등대까지 걸린 시간은 사십 분",
        "가운데 절반이었고 바다는 고요했고 항구",
        "도시의 불빛을 우리는 바라보다가 돌아",
        "왔으니 다음 배를 다시 보게 될",
        "것이다.",
    ]
    assert Glue.of(told).between("항구", "도시의") == " "


def test_a_whole_word_at_the_end_of_a_line_stays_one_where_others_are_cut():
    joint = Glue.of([*CUT, "그 뒤에 외교 장관은 말을 아꼈다."])
    assert joint.between("그 자리에는 장관은", "나오지 않았다") == " "


@pytest.mark.parametrize(
    ("before", "after", "joint"),
    [
        ("두 나라는 합의", "되었다고 밝혔다", ""),
        ("회담을 마친 뒤 정상", "간 합의를 알렸다", " "),
        ("서로 긴밀히", "협의하기로 했다", " "),
        ("어업 협", "정에 따라", ""),
        ("외교를", "하는 나라", " "),
        ("배보다 더", "느린 편지", " "),
        ("모두 41개", "등대에서", " "),
        ("올해 1", "월부터", ""),
        ("바닷가 등대", "마다 종이 있다", ""),
        ("하루가 걸린", "것으로 나타났다", " "),
        ("모두 스무", "척이 남았다", " "),
        ("지난해보다", "두 배나 늘었다", " "),
    ],
)
def test_a_korean_line_breaks_inside_a_word_or_behind_one_as_its_edges_tell(before, after, joint):
    assert Glue.of(CUT).between(before, after) == joint


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("they would", "“consult.”", " "),
        ("said “we", "do”", " "),
        ("“the harbour.”", "It closed", " "),
        ("他說", "“知道了”", ""),
        ("說“知道”", "的人", ""),
    ],
)
def test_curved_quotation_marks_are_as_wide_as_the_words_inside_them(before, after, between):
    assert glue().between(before, after) == between


def test_where_soft_hyphens_break_words_a_plain_one_is_the_writers():
    soft = Glue.of([*(line.replace("-", "\u2010") for line in BREAKS), "an interisland ferry"])
    assert soft.hyphen_is_added("the arrange\u2010", "ment")
    assert not soft.hyphen_is_added("an inter-", "island ferry")


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("no ferry —", "nor any other boat", " "),
        ("no ferry, –", "nor any other boat", " "),
        ("no ferry—", "nor any other boat", ""),
        ("渡輪 —", "復航", ""),
    ],
)
def test_a_dash_keeps_the_space_that_stands_before_it_too(before, after, between):
    assert glue("no ferry at all").between(before, after) == between
