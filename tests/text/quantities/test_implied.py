"""Numbers that a text implies without printing one."""

from fractions import Fraction

import pytest

from articles.text.quantities.implied import implied
from articles.text.scripts import fold

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("text", "worths"),
    [
        ("半年", {6, HALF, 50}),
        ("half an hour", {30, HALF, 50}),
        ("三點半", {30, HALF, 50}),
        ("半世紀", {50, HALF, 100}),
        ("雙方", {2}),
        ("trilateral", {3}),
        ("the Quad", {4}),
        ("a dozen ships", {12, 10}),
        ("a decade", {10}),
        ("centuries", {100}),
        ("a fortnight", {14, 2}),
        ("a week", {7}),
        ("上半年", {6, HALF, 50}),
        ("a quarter", {3, Fraction(1, 4)}),
        ("다섯", {5}),
        ("여섯", {6}),
        ("일곱", {7}),
        ("여덟", {8}),
        ("아홉", {9}),
        ("1至7月", {7}),
        ("韓、日、美", {3, 4}),
        ("Korea, Japan and China", {2, 3}),
        ("外長抵達", set()),
    ],
)
def test_words_and_lists_imply_numbers(text, worths):
    assert implied(fold(text)) == worths
