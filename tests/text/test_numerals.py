"""What printed numbers are worth."""

import pytest

from articles.text.numerals import NUMBER, value_of
from articles.text.scripts import fold


@pytest.mark.parametrize(
    ("printed", "worth"),
    [
        ("35,000", "35000"),
        ("３５，０００", "35000"),
        ("三萬五千", "35000"),
        ("三萬五", "35000"),
        ("3.5萬", "35000"),
        ("一百零五", "105"),
        ("十二", "12"),
        ("廿四", "24"),
        ("二〇二五", "2025"),
        ("1億2000萬", "120000000"),
        ("三萬五千億", "3500000000000"),
        ("兩千萬", "20000000"),
        ("三點五", "3.5"),
        ("-3.5", "-3.5"),
        ("3.5 million", "3500000"),
        ("twenty-five", "25"),
        ("three hundred and five", "305"),
        ("21st", "21"),
        ("0.50", "0.5"),
        ("零", "0"),
    ],
)
def test_a_number_is_worth_the_same_however_it_is_printed(printed, worth):
    match = NUMBER.fullmatch(fold(printed))
    assert match
    assert value_of(match[0]) == worth


@pytest.mark.parametrize("text", ["someone", "weight", "tend", "海岬"])
def test_a_word_that_holds_a_number_word_is_none(text):
    assert NUMBER.search(text) is None
