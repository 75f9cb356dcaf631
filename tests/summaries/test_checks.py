"""What the checks find in summaries, and what they let pass."""

import pytest

from tests.summaries.words import chinese, english, found, in_both

BODY = "石破茂與李在明8月23日在東京會談113分鐘，日韓領袖十七年來第一次寫下聯合文件。"


def test_a_summary_that_says_what_the_body_says_passes():
    assert (
        in_both(
            "石破茂與李在明8月23日在東京談了113分鐘，十七年來第一份聯合文件。",
            "Ishiba Shigeru and Lee Jae-myung talked in Tokyo for 113 minutes on 23 August, "
            "their first paper in seventeen years.",
            BODY,
        )
        == []
    )


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (chinese("兩人談了131分鐘。"), ("zh-Hant", "number", "131")),
        (english("They talked for 131 minutes."), ("en", "number", "131")),
        (chinese("兩人8月24日會談。"), ("zh-Hant", "date", "8月24日")),
        (english("They met on August 24."), ("en", "date", "August 24")),
        (chinese("高市早苗在東京會談。"), ("zh-Hant", "name", "高市早苗")),
        (english("Xi Jinping met Ishiba in Tokyo."), ("en", "name", "Xi Jinping")),
        (english("They met in Beijing."), ("en", "name", "Beijing")),
    ],
)
def test_what_the_body_lacks_is_found(words, fault):
    assert found(words, BODY) == [fault]


@pytest.mark.parametrize(
    ("zh", "en", "fault"),
    [
        ("會談113分鐘。", "The talks were long.", ("en", "number_unshared", "113")),
        ("會談很久。", "The talks took 113 minutes.", ("zh-Hant", "number_unshared", "113")),
        ("8月23日會談。", "They held talks.", ("en", "date_unshared", "8月23日")),
        ("首相會談。", "Ishiba held talks.", ("zh-Hant", "name_unshared", "Ishiba")),
        ("會談三個月後再談。", "They talk again after two months.", ("en", "number_unshared", "三")),
    ],
)
def test_what_only_one_language_says_is_found_on_the_other(zh, en, fault):
    assert fault in in_both(zh, en)
