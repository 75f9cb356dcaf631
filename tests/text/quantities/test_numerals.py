"""Numerals of known worth, written by rule in every notation, are read with that worth and to their end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.quantities import read
from tests.text.quantities import numerals_of_known_worth as written

# Most printed numbers are small or round; the largest here is 9,999 兆.
ROUND = st.builds(lambda figures, noughts: figures * 10**noughts, st.integers(1, 9999), st.integers(0, 12))
WORTHS = st.one_of(st.integers(10, 10**5), st.integers(10, 10**16 - 1), ROUND.filter(lambda worth: worth > 9))


def assert_read(printed: str, worth, before: str = "共計", behind: str = "艘"):
    found = [one for one in read(f"{before}{printed}{behind}") if one.values]
    assert [(found.values, found.start - len(before)) for found in found] == [({worth}, 0)], printed
    assert found[0].end == len(before) + len(printed)


@given(WORTHS)
def test_a_full_han_numeral_is_read(worth):
    assert_read(written.full(worth), worth)
    assert_read(written.full(worth).translate(str.maketrans("萬億零", "万亿〇")), worth)


@given(WORTHS)
def test_two_before_a_scale_may_be_written_as_a_pair(worth):
    printed = written.full(worth)
    for scale in "百千萬億兆":
        printed = printed.replace(f"二{scale}", f"兩{scale}")
    assert_read(printed, worth)


@given(WORTHS)
def test_a_numeral_of_a_cheque_is_read(worth):
    assert_read(written.formal(worth), worth, behind="元整")


@given(WORTHS.filter(lambda worth: worth % 10**4 not in range(1, 10)))  # 3萬5 has a short tail
def test_digits_mixed_with_scales_are_read(worth):
    assert_read(written.mixed(worth), worth)
    assert_read(written.mixed(worth).translate(str.maketrans("0123456789", "０１２３４５６７８９")), worth)


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from("百千萬億"))
def test_a_short_tail_is_a_tenth_of_the_scale_before_it(digit, tail, scale):
    printed, worth = written.short_tail(digit, tail, scale)
    assert_read(printed, worth)
    assert_read(f"{digit}{scale}{written.PLAIN[tail]}", worth)


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from("百千萬億"))
def test_a_digit_behind_a_nought_is_no_short_tail(digit, last, scale):
    worth = written.short_tail(digit, 0, scale)[1] + last
    assert_read(f"{written.PLAIN[digit]}{scale}零{written.PLAIN[last]}", worth)


@given(st.integers(0, 99), st.text("0123456789", min_size=1, max_size=3), st.sampled_from("萬億兆"))
def test_a_point_stands_before_a_scale(whole, decimals, scale):
    printed, worth = written.point(whole, decimals, scale)
    assert_read(printed, worth)
    assert_read(f"{whole}.{decimals}{scale}", worth)


@given(st.integers(1, 99), st.text("0123456789", min_size=1, max_size=3))
def test_a_point_stands_before_what_is_counted(whole, decimals):
    printed, worth = written.point(whole, decimals, "個")
    assert_read(printed.removesuffix("個"), worth, behind="個百分點")


@pytest.mark.parametrize(
    ("worth", "word"), [*enumerate(written.ONES), *((10 * tens, written.TENS[tens]) for tens in range(2, 10))]
)
def test_each_english_word_is_read(worth, word):
    assert_read(word, worth, "their ", " ships")


@given(WORTHS.filter(lambda worth: worth < 10**15))
def test_english_words_are_read(worth):
    assert_read(written.english(worth), worth, "In all ", " ships")
    assert_read(written.english(worth).capitalize(), worth, "", " ships")


@given(WORTHS.filter(lambda worth: worth < 10**15))
def test_digits_are_read_with_and_without_commas(worth):
    assert_read(f"{worth:,}", worth, "In all ", " ships")
    assert_read(f"{worth}", worth, "In all ", " ships")


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion", "trillion", "bn", "mn"]))
def test_english_scales_stand_behind_digits(whole, scale):
    powers = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "mn": 6}
    assert_read(f"{whole}.5 {scale}", (2 * whole + 1) * 10 ** powers[scale] // 2, "In all ", " ships")


@given(st.integers(1, 999).filter(lambda worth: worth != 100))  # one hundredth is a share as well
def test_an_ordinal_in_words_is_the_ordinal_in_digits(worth):
    last = {1: "st", 2: "nd", 3: "rd"}.get(worth % 10, "th") if worth % 100 not in (11, 12, 13) else "th"
    for printed in (written.ordinal(worth), f"{worth}{last}"):
        assert_read(printed, worth, "their ", " ship")
        assert read(f"their {printed} ship")[0].is_ordinal


@given(st.integers(1, 8), st.sampled_from("十百千萬"))
def test_of_two_neighbouring_digits_either_may_be_meant(digit, scale):
    worth = {"十": 10, "百": 100, "千": 1000, "萬": 10**4}[scale]
    [found] = read(f"約{written.PLAIN[digit]}{written.PLAIN[digit + 1]}{scale}人")
    assert found.values == {digit * worth, (digit + 1) * worth}
