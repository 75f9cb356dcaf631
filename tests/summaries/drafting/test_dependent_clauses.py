"""Which clauses need a neighbour to say what they say, in either script."""

import pytest

from articles.summaries.drafting.dependent_clauses import binds_next, leans_back, leans_forward


@pytest.mark.parametrize("clause", ["但渡輪停航，", "却没有靠岸，", "因此談判延後。"])
def test_a_result_leans_on_what_is_before_it(clause):
    assert leans_back(clause)


@pytest.mark.parametrize("clause", ["如果霧不散，", "雖然風大，", "船長表示，", "代表们说：", "雙方否認，"])
def test_a_condition_and_a_speaker_bind_what_comes_next(clause):
    assert binds_next(clause)
    assert leans_forward(clause)


@pytest.mark.parametrize("clause", ["隨著航線恢復，", "根据会议纪录，"])
def test_a_setting_needs_what_comes_next_which_does_without_it(clause):
    assert leans_forward(clause)
    assert not binds_next(clause)


@pytest.mark.parametrize("clause", ["渡輪靠岸，", "雙方重開談判。"])
def test_a_plain_clause_stands_by_itself(clause):
    assert not leans_back(clause)
    assert not leans_forward(clause)
