"""Numbers that a text implies without printing one: both sides, half a year, a list of five names."""

import re
from fractions import Fraction

from articles.text.quantities.quantity import Quantity
from articles.text.quantities.tables import KOREAN_ONES

# What implies a number without stating it.
IMPLIED = [
    (re.compile(r"半(?=年)|half(?=\sa\syear)"), {6, Fraction(1, 2)}),
    (re.compile(r"半(?=个?(?:小时|钟))|half(?=\san\shour)"), {30, Fraction(1, 2)}),
    (re.compile(r"(?<=[点时])半|half[\s-]past"), {30}),
    (re.compile(r"半(?=个?世纪)|half(?=\sa\scentury)"), {50, Fraction(1, 2)}),
    (re.compile(r"半|(?<![a-z])half|(?<![a-z])halve"), {Fraction(1, 2), 50}),
    (
        re.compile(r"[双俩二再次对]|both|pair|twice|double|bilateral|couple|either|between|again|또|둘|두"),
        {2},
    ),
    (re.compile(r"trilateral|triple|trio|thrice|세|셋|삼"), {3}),
    (re.compile(r"quadrilateral|quad(?![a-z])|네|넷"), {4}),
    (re.compile(r"dozen|[一两数几]打"), {12, 10}),
    (re.compile(r"decade|旬"), {10}),
    (re.compile(r"centur|hundred|世纪"), {100}),
    (re.compile(r"fortnight"), {14, 2}),
    (re.compile(r"(?<![a-z])(?:a\s|per\s)?week(?:ly)?(?![a-z])|[一每本上下]周"), {7}),
    (re.compile(r"[上下]半年|(?:first|second)\shalf"), {6}),
    (re.compile(r"quarter|季"), {3, Fraction(1, 4)}),
    (re.compile(r"열(?=\s|[가-힣])"), {10}),
    # Of one character they stand in other words, and in the rows above.
    *((re.compile(word), {worth}) for word, worth in KOREAN_ONES.items() if len(word) > 1),
]
MONTHS_TO = re.compile(r"(?<!\d)(?:1|一)[月월]?\s?[-~—–至到]\s?(\d{1,2})\s?[月월]")  # 1-7月: seven months
SENTENCE = re.compile(r"[^。！？!?;；\n]+")
CLAUSE_END = re.compile("[，,：:]")
JOINED = re.compile(r"(?<![a-z])(?:and|or)(?![a-z])")
LATIN_SENTENCE = re.compile(r"(?:[^.!?;\n。]|\.(?=\d))+")


def months_to(text: str) -> list[Quantity]:
    """1到7月 as the seven months that it says."""
    return [
        Quantity(
            frozenset({months}), *match.span(), unit="month", is_stated=False, worths=frozenset({months})
        )
        for match in MONTHS_TO.finditer(text)
        if (months := int(match[1])) > 0
    ]


def implied(text: str) -> set[int | Fraction]:
    """What a folded text implies without a numeral: both, half a year, a list of five names."""
    found = set().union(*(values for pattern, values in IMPLIED if pattern.search(text)))
    found |= {value for months in months_to(text) for value in months.values}
    for sentence in SENTENCE.findall(text) if "、" in text else ():
        for clause in CLAUSE_END.split(sentence):
            if marks := clause.count("、"):
                found |= {marks + 1, marks + 2}
    for sentence in LATIN_SENTENCE.findall(text) if ", " in text else ():
        if (marks := sentence.count(", ")) and JOINED.search(sentence):
            found |= {marks + 1, marks + 2}
    return found
