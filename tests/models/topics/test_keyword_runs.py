"""Names printed one after another are told apart by those that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models.topics.keyword_runs import cut, possible_names
from articles.text.scripts import fold


def cut_by(run, *known):
    return [piece.text for piece in cut(run, {fold(name) for name in known})]


@pytest.mark.parametrize(
    ("run", "known", "pieces"),
    [
        ("李在明石破茂", ["李在明", "石破茂"], ["李在明", "石破茂"]),
        ("日韩供应链", ["日韓", "供應鏈"], ["日韩", "供应链"]),
        ("Lee Jae-myung石破茂", ["Lee Jae-myung", "石破茂"], ["Lee Jae-myung", "石破茂"]),
        ("日本首相石破茂", ["日本", "日本首相", "石破茂"], ["日本首相", "石破茂"]),
    ],
)
def test_a_run_that_known_names_fill_is_cut_into_the_longest(run, known, pieces):
    assert cut_by(run, *known) == pieces


def test_a_long_run_keeps_what_stands_between_known_names():
    run = "李在明高市早苗奈良會談"
    assert cut_by(run, "李在明", "高市早苗", "奈良") == ["李在明", "高市早苗", "奈良", "會談"]
    assert [piece.is_known for piece in cut(run, {"李在明", "高市早苗", "奈良"})] == [True, True, True, False]


@pytest.mark.parametrize(
    ("run", "known"),
    [
        ("穿梭外交", ["外交"]),
        ("日韓穿梭外交", ["日韓", "外交"]),
        ("亞太經濟合作會議部長級閉門會談", ["亞太", "會談"]),
        ("ironworks", ["iron", "works"]),
        ("日" * 300, ["日日"]),
    ],
)
def test_a_run_that_known_names_do_not_explain_stays_whole(run, known):
    assert cut_by(run, *known) == []


@given(st.text("日韓石破茂 aB1", max_size=24), st.sets(st.text("日韓石破茂aB1", min_size=2, max_size=3)))
def test_nothing_but_white_space_is_lost(run, known):
    known = {fold(name) for name in known}
    pieces = cut(run, known)
    assert not pieces or "".join(piece.text for piece in pieces).replace(" ", "") == run.replace(" ", "")
    assert all(fold(piece.text) in known & possible_names(run) for piece in pieces if piece.is_known)
