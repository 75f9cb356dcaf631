"""What the body has where a summary has another one of its kind, in whatever language either is."""

import pytest

from articles.summaries.checks import Evidence, check
from tests.summaries.checks.words import GLOSSARY, chinese, english

FERRY = (
    "釜山港與下關之間的渡輪去年載客十二萬人次，比前一年減少兩成。\n"
    "碼頭公司計畫明年春季增開夜間航班，並由韓國負擔全部改建費用。\n"
    "日本國土交通省表示，仍在審查船隻的安全文件。在野黨議員李秀民批評票價過高。"
)
SEAWEED = (
    "완도군은 올해 김 수출이 지난해보다 30% 늘었다고 밝혔다.\n"
    "군은 내년 봄 일본 어민과 양식 기술을 교환하는 협약을 맺을 예정이다. 교육 비용은 일본이 부담한다.\n"
    "신설 가공 공장 5곳 가운데 2곳은 이미 문을 열었다."
)
KILN = (
    "佐賀県の窯元組合は、来年秋に韓国の陶芸家を招く展覧会を有田で開くと発表した。\n"
    "入場者は前回より減ったが、売り上げは過去の記録で最も高かった。会場の改修費は県が負担し、韓国側は作品の輸送費を払う。"
)
BRIDGE = (
    "The governor opposed the second bridge, citing damage to oyster farms.\n"
    "Engineers from Vietnam will inspect the cables in July.\n"
    "Japan built the first bridge."
)


def told(words, body: str) -> list[tuple[str, str, str]]:
    """(level, quote, what the body has) of what stands in another's place."""
    found = check(words, Evidence(body), GLOSSARY)
    return [
        (one.level, one.quote, dict(one.values)["instead"])
        for one in found
        if one.rule in ("otherwise", "elsewhere")
    ]


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        (FERRY, english("The terminal company plans extra flights next autumn."), ("autumn", "春季")),
        (
            FERRY,
            english("Japan will pay the cost of rebuilding as flights are added next spring."),
            ("Japan", "韓國"),
        ),
        (
            FERRY,
            english("Lawmaker Lee Soo-min of the ruling party criticised the fares."),
            ("ruling", "在野黨"),
        ),
        (FERRY, chinese("釜山港與下關之間的渡輪載客比前一年增加兩成。"), ("增加", "減少")),
        (
            FERRY,
            english("Japan's foreign ministry is still screening the vessels' documents."),
            ("foreign ministry", "國土交通省"),
        ),
        (SEAWEED, chinese("今年海苔出口比去年減少30%。"), ("減少", "늘었")),
        (SEAWEED, english("All five new processing plants have opened."), ("All", "가운데")),
        (SEAWEED, chinese("該郡明年秋天將與日本漁民簽署交換養殖技術的協議。"), ("秋天", "봄")),
        (KILN, chinese("佐賀窯業公會明年春天舉辦展覽，邀請韓國陶藝家。"), ("春天", "秋")),
        (
            KILN,
            english("Visitors fell, and sales of the works were the lowest on record."),
            ("lowest", "最も高"),
        ),
        (BRIDGE, chinese("日本工程師將在七月檢查纜索。"), ("日本", "Vietnam")),
    ],
)
def test_what_stands_in_anothers_place_is_told_with_what_the_body_has(body, words, expected):
    assert expected in [(quote, instead) for _, quote, instead in told(words, body)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            FERRY,
            english("A night ferry service will be added next spring; South Korea pays for the rebuilding."),
        ),
        (FERRY, english("Passengers fell by a fifth. An opposition lawmaker criticised the fares.")),
        (FERRY, chinese("去年載客減少兩成，明年春季將增開夜間航班。")),
        (FERRY, english("Japan's transport ministry is still screening documents.")),
        (SEAWEED, chinese("今年海苔出口增加三成，五座加工廠中兩座已開張。")),
        (SEAWEED, english("Japan will pay for the training. In all, five plants are planned.")),
        (KILN, chinese("來場人數減少，作品銷售額卻是歷來最高。縣府負擔整修費，韓方付運費。")),
        (
            KILN,
            english("An exhibition with Korean potters opens next autumn; fewer visitors came last time."),
        ),
        (BRIDGE, chinese("省長反對興建第二座橋。越南工程師七月檢查纜索。")),
        (BRIDGE, english("The governor did not support the bridge.")),
    ],
)
def test_what_stands_in_its_own_place_passes(body, words):
    assert told(words, body) == []


def test_it_is_a_fault_where_much_speaks_for_one_place_and_nothing_for_another():
    words = english("The terminal company plans extra night flights next autumn, paid for by South Korea.")
    assert [level for level, quote, _ in told(words, FERRY) if quote == "autumn"] == ["fault"]


def test_it_is_only_asked_about_where_the_next_sentence_says_the_same():
    body = (
        "議會支持擴建機場的計畫，環保團體則反對。\n縣長三月在仁川宣布擴建機場跑道。縣議會五月在釜山審查預算。"
    )
    levels = [
        level for level, *_ in told(english("The county head announced an airport runway in Busan."), body)
    ]
    assert "fault" not in levels


def test_the_country_of_the_report_itself_may_be_left_out():
    body = "農業部昨公布，今年輸往韓國的芒果檢疫費用由出口商負擔。"
    assert told(english("Taiwan's exporters will bear quarantine costs for mangoes."), body) == []
