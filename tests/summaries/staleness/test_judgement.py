"""What a changed body means for its summary; the changes are in changed_bodies.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.summaries.staleness.judgement import COSMETIC, SAME, SUBSTANCE, judge
from articles.text.scripts import convert
from tests.summaries.staleness import changed_bodies

TEXTS = st.text("甲乙國国不未一二萬3,5.%-。，\n#*[]() ※▲ab", max_size=40)


def cases(some):
    return [pytest.param(case.old, case.new, id=case.name) for case in some]


@pytest.mark.parametrize(("old", "new"), cases(changed_bodies.COSMETIC))
def test_a_change_of_looks_is_cosmetic(old, new):
    assert judge(old, new).kind == COSMETIC


@pytest.mark.parametrize(("old", "new"), cases(changed_bodies.SUBSTANCE))
def test_a_change_of_what_is_said_is_of_substance(old, new):
    assert judge(old, new).kind == SUBSTANCE


@pytest.mark.parametrize(("old", "new"), cases(changed_bodies.COSMETIC + changed_bodies.SUBSTANCE))
def test_a_change_taken_back_is_judged_as_the_change_was(old, new):
    assert judge(new, old).kind == judge(old, new).kind


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.5億人", "一點五億人"),
        ("兩千五噸", "2,500噸"),
        ("一半的船", "百分之五十的船"),
        ("the ninth", "the 9th"),
        ("半數的船", "50%的船"),
        ("three million", "3 million"),
        ("August 24", "24 August"),
        ("三萬五", "3.5萬"),
        ("氣溫-3度", "氣溫 -3度"),
    ],
)
def test_another_notation_of_a_number_is_cosmetic(old, new):
    assert judge(f"港口說明了 {old} 的去向。", f"港口說明了 {new} 的去向。").kind == COSMETIC


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("兩千五噸", "2,005噸"),
        ("一半的船", "百分之五的船"),
        ("1.5億人", "一點五萬人"),
        ("the ninth", "the 19th"),
        ("氣溫-3度", "氣溫3度"),
        ("氣溫 -3度", "氣溫 3度"),
    ],
)
def test_another_worth_is_of_substance(old, new):
    assert judge(f"港口說明了 {old} 的去向。", f"港口說明了 {new} 的去向。").rule == "number"


@given(TEXTS)
def test_a_body_is_the_same_as_itself(body):
    assert judge(body, body).kind == SAME


@given(TEXTS)
def test_a_conversion_to_simplified_is_never_of_substance(body):
    assert judge(body, convert(body, "zh-Hans")).kind != SUBSTANCE


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_judged(old, new):
    assert judge(old, new).kind in (SAME, COSMETIC, SUBSTANCE)


@given(TEXTS, TEXTS)
def test_a_change_of_substance_says_why(old, new):
    change = judge(old, new)
    assert bool(change.rule) == (change.kind == SUBSTANCE)


def test_the_words_in_question_are_told():
    change = judge("港口有35艘船。" * 9, "港口有35艘船。" * 8 + "港口有36艘船。")
    assert (change.rule, change.before, change.after) == ("number", "35", "36")


def test_a_name_that_is_watched_may_not_change():
    body = "渡輪俱樂部在港口聚會，談了一夜航線與燈塔。" * 5
    other = body.replace("渡輪俱樂部", "渡船俱樂部", 1)
    assert judge(body, other).kind == COSMETIC
    assert judge(body, other, ["渡輪俱樂部"]).rule == "name"


def test_the_same_unit_of_money_in_another_character_is_no_change():
    body = "渡輪票價是28元，明年春天再談。信使下船換馬，談了一夜航線。" * 9
    assert judge(body, body.replace("28元", "28圓", 1)).kind == COSMETIC
    assert judge(body, body.replace("28元", "28港元", 1)).rule == "unit"


def test_another_name_for_the_same_thing_is_no_change():
    body = "白浪號在清晨靠岸，信使下船換馬。" * 9
    other = body.replace("白浪號", "浪花號")
    assert judge(body, other, {"白浪號": "一艘船", "浪花號": "一艘船"}).kind == COSMETIC


def test_a_hundred_thousand_characters_are_judged_without_comparing_each_with_each():
    body = "".join(f"第{number}位信使帶著{number * 7}封信上路。\n\n" for number in range(6000))
    assert judge(body, body.replace("第4321位", "第4322位")).rule == "number"
    assert judge(body, body[::-1]).kind == SUBSTANCE
