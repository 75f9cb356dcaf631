"""What one of a summary and its body denies and the other tells as so."""

import pytest

from articles.summaries.checks import Evidence, check
from tests.summaries.checks.words import GLOSSARY, chinese, english

QUARRY = (
    "礦業局昨日沒有公布採石場的安全檢查結果，也未說明何時恢復爆破作業。\n居民代表已收到縣府寄出的補償協議。"
)
LIBRARY = "시립도서관은 올해 안에 사서를 채용하지 않는다고 밝혔다.\n시는 기부금 계약을 이미 체결했다."
CABLE = "通信会社は海底ケーブルの修理費用を公表していない。\n両国の政府は新しい契約に署名した。"


def told(words, body: str) -> list[str]:
    found = check(words, Evidence(body), GLOSSARY)
    return [
        one.quote for one in found if one.rule in ("otherwise", "elsewhere", "told_otherwise", "polarity")
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (QUARRY, english("The bureau published results of safety inspections at the quarry.")),
        (QUARRY, english("Residents have not received the county's compensation agreement.")),
        (LIBRARY, chinese("市立圖書館表示今年內將招聘館員。")),
        (CABLE, chinese("通信公司公布了海底電纜的修理費用。")),
        (CABLE, english("The two governments have not signed a new contract.")),
    ],
)
def test_a_clause_that_only_one_of_them_denies_is_told(body, words):
    assert told(words, body) != []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (QUARRY, english("The bureau has not published results of safety inspections at the quarry.")),
        (QUARRY, english("Residents have received the county's compensation agreement.")),
        (LIBRARY, chinese("市立圖書館表示今年內不招聘館員。")),
        (LIBRARY, english("The city has signed a contract on donations.")),
        (CABLE, chinese("通信公司沒有公布海底電纜的修理費用。")),
        (CABLE, english("The two governments signed a new contract.")),
        ("去過該島的人評分高出沒有去過者11分。", chinese("去過的人評分高出11分。")),
        (
            "港人去年外遊（不計內地）共一千萬人次。",
            english("Hongkongers made 10 million trips beyond the mainland."),
        ),
        ("基地享有其他港口沒有的維修中心。", english("The base has a repair centre.")),
    ],
)
def test_a_clause_that_both_tell_alike_passes(body, words):
    assert told(words, body) == []
