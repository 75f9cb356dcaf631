"""Pieces that hold together inside and stand free outside."""

from hypothesis import given
from hypothesis import strategies as st

from articles.discovery.new_names.cohesion import FEWEST, LONGEST, SHORTEST, Pieces

han = st.text("一丁東港燈塔的在渡輪林", max_size=40)


def found(*runs, known=()):
    return set(Pieces(list(runs), known))


def test_a_piece_that_meets_different_neighbours_stands_free():
    assert "燈塔" in found("老燈塔亮", "新燈塔暗", "看燈塔去")


def test_a_part_that_never_stands_without_the_rest_is_no_piece():
    pieces = found("老燈塔協議好", "新燈塔協議壞", "看燈塔協議去")
    assert "燈塔協議" in pieces
    assert not {"燈塔", "塔協議", "協議"} & pieces


def test_the_edges_of_runs_are_neighbours_of_their_own():
    assert "燈塔" in found("燈塔", "燈塔", "渡口")


def test_grammar_and_known_words_part_like_edges():
    assert "渡輪" in found("在渡輪的", "在渡輪的", known={"在", "的"})
    assert "渡輪" not in found("搭渡輪說明", "搭渡輪說明")
    assert "渡輪" in found("我們渡輪說明", "我們渡輪說明", known={"我们", "说明"})


def test_what_ends_inside_a_known_word_does_not_stand_free():
    assert "港市" in found("東港市長", "西港市長", "北港市集")
    assert "港市" not in found("東港市長", "西港市長", "北港市集", known={"市长", "市集"})


def test_characters_that_meet_by_chance_do_not_hold_together():
    pieces = Pieces(["東港東西東燈", "港東塔東港", "東輪港渡東港"])
    assert pieces.cohesion("東港") < Pieces(["燈塔東西", "港燈塔輪", "渡口燈塔"]).cohesion("燈塔")


@given(st.lists(han, max_size=6))
def test_every_piece_stands_there_as_often_as_is_counted(runs):
    pieces = Pieces(runs)
    for piece in pieces:
        places = sum(run.startswith(piece, at) for run in runs for at in range(len(run)))
        assert places == pieces.counts[piece] >= FEWEST
        assert SHORTEST <= len(piece) <= LONGEST
