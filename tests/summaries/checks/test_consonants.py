"""Names in Latin letters, looked for in texts that write sounds."""

import pytest

from articles.summaries.checks.consonants import consonants, may_be_heard
from tests.summaries.checks.words import chinese, english, found

KOREAN = "조현 외교부 장관은 모테기 도시미쓰 일본 외무상과 독도 문제를 논의했다. 하워드 러트닉 장관도 왔다."
JAPANESE = "片山さつき財務相は26日、ラトニック商務長官と会談した。ポーランドの外相も同席したという。"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Cho Hyun", "조현"),
        ("Toshimitsu Motegi", "모테기 도시미쓰"),
        ("Howard Lutnick", "하워드 러트닉"),
        ("Lutnick", "ラトニック"),
        ("Kim Jung-kwan", "김정관"),
        ("Donald Trump", "도널드 트럼프"),
        ("Takaichi", "タカイチ"),
    ],
)
def test_a_name_is_heard_in_hangul_and_kana(name, text):
    assert may_be_heard(name, consonants(text))


def test_another_name_is_not_heard():
    assert not may_be_heard("Koizumi Shinjiro", consonants("이재명 대통령은"))


@pytest.mark.parametrize("body", [KOREAN, JAPANESE])
def test_a_name_that_the_body_may_print_in_its_own_script_is_no_fault(body):
    name = "Cho Hyun met Toshimitsu Motegi and Howard Lutnick about Dokdo."
    japanese = "Finance Minister Satsuki Katayama met Howard Lutnick, with Poland there."
    assert found(english(name if body is KOREAN else japanese), body) == []
    assert found(chinese("討論獨島。" if body is KOREAN else "波蘭外長在場。"), body) == []


def test_a_name_of_another_person_is_asked_about():
    assert "look" in {
        one.level for one in _findings("Foreign Minister Sergey Lavrov, said officials, came.", KOREAN)
    }


def test_a_japanese_family_name_that_a_japanese_body_lacks_is_a_fault():
    assert found(english("It was Finance Minister Koizumi who came."), JAPANESE) == [
        ("en", "name", "Koizumi")
    ]


def _findings(text, body):
    from articles.summaries.checks import Evidence, check
    from tests.summaries.checks.words import GLOSSARY

    return check(english(text), Evidence(body), GLOSSARY)
