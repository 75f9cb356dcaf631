"""Boxes that a page's links offer to skip: what stands between two links of one name."""

import pytest

from articles.ingest.furniture.skipped import MOST_LINES, skipped_lines

STORY = ["The harbours opened their charts on Tuesday.", "Captains will have a sheet each."]
TITLES = ["Fog holds the ferries", "Why the horn fell silent"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Skip Most read and continue reading", "End of Most read"),
        ("Skip past newsletter promotion", "end of newsletter promotion"),
        ("跳過 熱門 並繼續閱讀", "End of 熱門"),
        ("跳过 热门 继续阅读", "结束 热门"),
        ("跳過 Facebook 帖子", "結尾 Facebook 帖子"),
        ("跳過 熱門", "熱門 結尾"),
    ],
)
def test_links_of_one_name_hold_a_box(opening, closing):
    assert skipped_lines([STORY[0], opening, *TITLES, closing, STORY[1]]) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Skip Most read", "End of Latest"),
        ("Skip to content", "End of Most read"),
        ("Most read", "End of Most read"),
        ("Skip Most read", "We read about the end of Most read"),
        ("跳過 熱門", "熱門"),
    ],
)
def test_links_that_are_no_pair_hold_none(opening, closing):
    assert skipped_lines([STORY[0], opening, *TITLES, closing, STORY[1]]) == set()


def test_a_link_whose_end_is_a_story_away_holds_none():
    story = STORY * MOST_LINES
    assert skipped_lines(["Skip Most read", *story, "End of Most read"]) == set()
