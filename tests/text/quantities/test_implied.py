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


@pytest.mark.parametrize(
    ("text", "worths"),
    [
        ("half a year", {6, HALF, 50}),
        ("半小時", {30, HALF, 50}),
        ("half past", {30, HALF, 50}),
        ("half a century", {50, HALF, 100}),
        ("half", {HALF, 50}),
        ("both", {2}),
        ("quadrilateral", {4}),
        ("一打", {12, 10}),
        ("七旬", {10}),
        ("世紀", {100}),
        ("每週", {7}),
        ("first half", {6, HALF, 50}),
        ("一季", {3, Fraction(1, 4)}),
        ("열 명", {10}),
        ("一月至9月", {9}),
        ("2至9月", set()),
        ("1-7月", {7}),
        ("韓、日、美、俄", {4, 5}),
        ("他來了，她走了，船開了", set()),
        ("韓、日，美、俄", {2, 3}),
        ("Korea, Japan or China, they said", {3, 4}),
        ("Korea, Japan, China", set()),
        ("Korea, Japan. The two and China", set()),
        ("Korea, 3.5 and Japan", {2, 3}),
        ("韓。日、美", {2, 3}),
    ],
)
def test_each_way_of_implying_a_number_is_known(text, worths):
    assert implied(fold(text)) == worths
