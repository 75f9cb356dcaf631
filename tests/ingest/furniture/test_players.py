"""Players among the lines of a page: a run of their words, none of which is sure by itself."""

import pytest

from articles.ingest.furniture.players import player_lines

STORY = ["The harbours opened their charts on Tuesday.", "Captains will have a sheet each."]


@pytest.mark.parametrize(
    "player",
    [
        ["Video Player is loading.", "Play", "Mute", "Current Time 0:00", "1x", "This is a modal window."],
        ["Up next", "Why the fog horn fell silent", "3:11"],
        ["播放", "00:00/01:42", "倍速", "高清", "全屏"],
        ["동영상 플레이어", "재생", "음소거", "다음 동영상", "안개 속 구조 훈련"],
        ["Beginning of dialog window.", *["White", "Black", "50%"] * 15, "End of dialog window."],
    ],
)
def test_a_run_of_its_words_is_a_player(player):
    assert player_lines([STORY[0], *player, STORY[1]]) == set(range(1, len(player) + 1))


@pytest.mark.parametrize(
    "lines",
    [
        ["Up next", "The lighthouse library", "Markets slip"],
        ["09:00", "開幕", "10:30", "閉幕"],
        ["播放", "兩國外長會晤"],
        ["Chapters", "The record"],
    ],
)
def test_a_word_or_a_time_alone_is_none(lines):
    assert player_lines([*lines, *STORY]) == set()


def test_a_story_parts_two_players():
    assert player_lines(["Play Video", *STORY, "Play Video"]) == {0, 3}


def test_a_title_below_what_comes_next_is_the_player_s_and_a_sentence_is_not():
    player = ["Play Video", "Up next"]
    assert player_lines([*player, "Fog over the port", *STORY]) == {0, 1, 2}
    assert player_lines([*player, *STORY]) == {0, 1}
