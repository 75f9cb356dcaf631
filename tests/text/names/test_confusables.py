"""Names that a reader takes for one another are found; different ones are left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.names.confusables import COMMON_PATTERN, Likeness, alike_pairs, is_a_slip, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PAK", "РАК"),
        ("NATO", "ΝΑΤΟ"),
        ("NATO", "NAT0"),
        ("ＮＡＴＯ", "nat〇"),
        ("AIIB", "AllB"),
        ("一帶一路", "ー帶一路"),
        ("人口", "人ロ"),
        ("力學", "カ學"),
        ("modern", "modem"),
    ],
)
def test_names_drawn_alike_are_alike(one, other):
    assert likeness(one, other) is Likeness.LOOKS


@pytest.mark.parametrize(
    ("one", "other"), [("G-7", "G7"), ("李 在明", "李在明"), ("「穿梭」外交", "穿梭外交")]
)
def test_names_with_only_marks_between_them_are_alike(one, other):
    assert likeness(one, other) is Likeness.MARKS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("金惠景", "金惠慶"),
        ("穿梭外交", "穿俊外交"),
        ("穿梭外交", "梭穿外交"),
        ("shuttle", "shutle"),
        ("이재명", "이재영"),
    ],
)
def test_names_one_slip_apart_are_alike(one, other):
    assert likeness(one, other) is Likeness.SLIP


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("東京", "北京"),
        ("外交", "外交部"),
        ("Iran", "Iraq"),
        ("2024年", "2025年"),
        ("第一次會談", "第二次會談"),
        ("G7", "G20"),
        ("👍", "🎌"),
        ("C++", "C#"),
    ],
)
def test_short_names_and_numbers_are_different(one, other):
    assert likeness(one, other) is None


def test_each_pair_is_found_once():
    names = ["金惠景", "金惠慶", "燈塔", "G-7", "G7"]
    assert list(alike_pairs(names)) == [
        ("金惠景", "金惠慶", Likeness.SLIP),
        ("G-7", "G7", Likeness.MARKS),
    ]


def test_a_pattern_of_many_names_is_no_slip():
    names = [f"聯合{chr(0x5000 + number)}" for number in range(COMMON_PATTERN + 1)]
    assert list(alike_pairs(names)) == []


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_likeness_is_mutual(one, other):
    assert likeness(one, other) is likeness(other, one)


@given(st.text("甲乙丙abc", min_size=4, max_size=12), st.data())
def test_a_character_left_out_is_a_slip(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    assert is_a_slip(name, name[:at] + name[at + 1 :])


@given(st.lists(st.text("金惠景慶-", min_size=1, max_size=5), max_size=8, unique=True))
def test_the_pairs_are_those_that_comparing_each_with_each_finds(names):
    pairs = {frozenset((one, other)) for one, other, _ in alike_pairs(names)}
    compared = {
        frozenset((one, other)) for one in names for other in names if one != other and likeness(one, other)
    }
    assert pairs == compared
