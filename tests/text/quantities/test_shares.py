"""Shares and multiples of a whole, each with its worth, and what only looks like one."""

from fractions import Fraction

import pytest

from articles.text.quantities import read


def only(text, language=""):
    [found] = read(text, language)
    return found


@pytest.mark.parametrize(
    ("sign", "worth"),
    [
        ("½", (1, 2)),
        ("¼", (1, 4)),
        ("¾", (3, 4)),
        ("⅓", (1, 3)),
        ("⅔", (2, 3)),
        ("⅕", (1, 5)),
        ("⅛", (1, 8)),
    ],
)
def test_a_part_is_printed_as_one_sign(sign, worth):
    assert only(sign).exact == Fraction(*worth)
    assert only(f"3{sign}").exact == 3 + Fraction(*worth)
    assert only(f"3 {sign}").exact == 3 + Fraction(*worth)


@pytest.mark.parametrize(
    ("word", "under"),
    [
        *(("half", 2), ("third", 3), ("quarter", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7)),
        *(("eighth", 8), ("ninth", 9), ("tenth", 10), ("twentieth", 20), ("hundredth", 100)),
        *(("thousandth", 1000), ("ten-thousandth", 10**4), ("hundred-thousandth", 10**5)),
        *(("millionth", 10**6), ("twelfth", 12), ("fifteenth", 15), ("fortieth", 40), ("ninetieth", 90)),
    ],
)
def test_an_english_word_names_what_a_whole_is_parted_in(word, under):
    assert only(f"one {word} of the boats").exact == Fraction(1, under)


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("two thirds", Fraction(2, 3)),
        ("three-quarters of the boats", Fraction(3, 4)),
        ("7 eighths", Fraction(7, 8)),
        ("two hundredths", Fraction(1, 50)),
        ("half", Fraction(1, 2)),
        ("half of the boats", Fraction(1, 2)),
        ("a third more", Fraction(1, 3)),
        ("3/4", Fraction(3, 4)),
        ("2 3/4", Fraction(11, 4)),
        ("五分之三", Fraction(3, 5)),
        ("百分之七", Fraction(7, 100)),
        ("千分之七", Fraction(7, 1000)),
        ("七成", Fraction(7, 10)),
        ("七成七", Fraction(77, 100)),
        ("七成半", Fraction(3, 4)),
        ("兩成", Fraction(1, 5)),
        ("一半", Fraction(1, 2)),
        ("每五人就有兩人", Fraction(2, 5)),
        ("每10名居民中有3人", Fraction(3, 10)),
        ("每10名當地人裡有3人", Fraction(3, 10)),
        ("one in five", Fraction(1, 5)),
        ("nine out of ten", Fraction(9, 10)),
        ("one in every 20", Fraction(1, 20)),
        ("one in hundred", Fraction(1, 100)),
        ("a hundredth", Fraction(1, 100)),
        ("half a tn", 5 * 10**11),
        ("half a bn", 5 * 10**8),
        ("half a mn", 5 * 10**5),
        ("half a hundred", 50),
        ("half a thousand", 500),
        ("three quarters of a dozen", 9),
    ],
)
def test_a_share_is_worth_what_it_says(text, worth):
    assert [one.exact for one in read(text)][:1] == [worth]


@pytest.mark.parametrize("text", ["百分之七", "7%", "七成", "百分之十點五"])
def test_hundredths_and_tenths_are_per_cent(text):
    assert only(text).unit == "percent"


def test_other_parts_are_no_per_cent():
    assert [only(text).unit for text in ("千分之七", "三分之一", "a hundredth")] == ["", "", ""]


@pytest.mark.parametrize(("text", "value"), [("the ninth", 9), ("the hundredth", 100), ("the fortieth", 40)])
def test_an_ordinal_is_no_share(text, value):
    assert (only(text).values, only(text).is_ordinal) == ({value}, True)


@pytest.mark.parametrize("text", ["其中，3分之1由日方負擔", "其中,3分之1", "（30分之10）"])
def test_a_fraction_may_stand_right_behind_a_mark(text):
    assert only(text).exact_value == Fraction(1, 3)
