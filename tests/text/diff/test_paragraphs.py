"""Which paragraph is which after a change."""

from articles.text.diff.paragraphs import followed

FERRY, TALKS, LAMP = (
    "渡輪在清晨六點靠岸，載來信使。",
    "談判在午後重開，兩國代表同意再會。",
    "夜裡桌上多了一盞燈，窗外下起大雪。",
)


def test_every_paragraph_of_an_equal_text_stays_where_it_is():
    assert followed([FERRY, TALKS, LAMP], [FERRY, TALKS, LAMP]) == {0: 0, 1: 1, 2: 2}


def test_a_new_paragraph_moves_those_behind_it():
    assert followed([FERRY, TALKS], [FERRY, LAMP, TALKS]) == {0: 0, 1: 2}


def test_a_paragraph_that_is_gone_is_missing():
    assert followed([FERRY, TALKS, LAMP], [FERRY, LAMP]) == {0: 0, 2: 1}


def test_joined_paragraphs_are_both_found_in_the_one():
    assert followed([FERRY, TALKS], [FERRY + TALKS]) == {0: 0, 1: 0}


def test_a_parted_paragraph_is_found_where_most_of_it_is():
    assert followed([FERRY + TALKS + LAMP[:3]], [FERRY[:5], FERRY[5:] + TALKS, LAMP]) == {0: 1}


def test_a_converted_and_edited_paragraph_is_the_same():
    assert followed([TALKS, FERRY], ["夜裡下雪。", "谈判在午后重开,两国代表同意改日再会。"]) == {0: 1}


def test_of_equal_paragraphs_the_nearest_is_taken():
    assert followed([FERRY, TALKS, FERRY], [FERRY, TALKS, FERRY]) == {0: 0, 1: 1, 2: 2}


def test_a_text_of_one_repeated_paragraph_keeps_its_places():
    assert followed([FERRY] * 30, [FERRY] * 30) == {at: at for at in range(30)}
