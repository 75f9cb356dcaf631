"""Lines that address the reader, among lines that tell a story."""

import pytest

from articles.ingest.furniture.register import addressed

KOREAN = [
    "두 항구가 조석표를 합쳤다.",
    "조석표는 벽에 걸린다.",
    "물을 두 번 세었다고 했다.",
    "옛 표도 남아 있다.",
]
JAPANESE = [
    "二つの港が潮汐表を一つにした。",
    "表は壁に張られる。",
    "水を二度数えていたという。",
    "古い表も残っている。",
]


@pytest.mark.parametrize(
    ("story", "call"),
    [
        (KOREAN, "구독한 기자의 새 기사는 알림으로 알려 드립니다."),
        (KOREAN, "해당 언론사에서 직접 확인하세요."),
        (JAPANESE, "誹謗中傷や差別的な内容は削除されることがあります。"),
        (JAPANESE, "記事の感想をお聞かせください。"),
    ],
)
def test_a_polite_sentence_beside_a_plain_story_addresses_the_reader(story, call):
    assert addressed([*story, call]) == {len(story)}


def test_a_story_that_is_told_politely_addresses_nobody():
    told = [line.replace("다.", "습니다.") for line in KOREAN]
    assert addressed([*told, "등대에 불이 켜졌습니다."]) == set()


@pytest.mark.parametrize("speech", ["「同じ水を数えていました」", "“같은 물을 세고 있었습니다.”"])
def test_speech_in_quotation_marks_addresses_nobody(speech):
    assert addressed([*KOREAN, *JAPANESE, speech]) == set()


def test_two_plain_lines_are_no_story():
    assert addressed([*KOREAN[:2], "직접 확인하세요."]) == set()
