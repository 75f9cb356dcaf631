"""Builders for the checks: summaries in both languages, a body, a small glossary."""

from articles.models.summaries.summary import Words
from articles.summaries.checks import OF_THE_OTHER, Evidence, Names, Topic, check

LEE = Topic("lee", "person", (("zh-Hant", "李在明"), ("en", "Lee Jae-myung"), ("ko", "이재명")))
ISHIBA = Topic("ishiba", "person", (("zh-Hant", "石破茂"), ("en", "Ishiba Shigeru")))
TAKAICHI = Topic("takaichi", "person", (("zh-Hant", "高市早苗"), ("en", "Takaichi Sanae")))
XI = Topic("xi", "person", (("zh-Hant", "習近平"), ("zh-Hans", "习近平"), ("en", "Xi Jinping")))
BUSAN = Topic("busan", "place", (("zh-Hant", "釜山"), ("en", "Busan"), ("", "Pusan")))
NARA = Topic("nara", "place", (("zh-Hant", "奈良"), ("en", "Nara")))
SUPPLY = Topic("supply", "topic", (("zh-Hant", "供應鏈"), ("en", "supply chains")))
GLOSSARY = Names((LEE, ISHIBA, TAKAICHI, XI, BUSAN, NARA, SUPPLY))
NOT_FOUND = "_not_found"  # ends the rules that ask somebody to look


def chinese(text="", headline="", points=(), language="zh-Hant") -> dict:
    return {language: Words(headline, text, points)}


def english(text="", headline="", points=()) -> dict:
    return {"en": Words(headline, text, points)}


def found(words, body="", *, names=GLOSSARY, advice=False, **evidence):
    """(language, rule, quote) of what the checks say; advice only when asked for.

    A number or date that the body lacks is told as such whether or not it has something else instead.
    """
    findings = check(words, Evidence(body, **evidence), names)
    return [
        (one.language, one.rule.removesuffix(NOT_FOUND), one.quote)
        for one in findings
        if advice or one.rule.endswith(NOT_FOUND) or one.level not in ("look", "advice")
    ]


def in_both(zh: str, en: str, body: str = "", **options):
    return found(chinese(zh) | english(en), body, **options)


def only_in_other(zh: str, en: str, body: str = "") -> list[tuple[str, str, str]]:
    """(language that lacks it, rule, quote) of what one language alone says, asked about or only told."""
    findings = check(chinese(zh) | english(en), Evidence(body), GLOSSARY)
    return [(one.language, one.rule, one.quote) for one in findings if one.rule.endswith(OF_THE_OTHER)]


def lacks(zh: str, en: str, body: str = "") -> list[tuple[str, str, str]]:
    """The same with the kind of fact (number, date, name) in place of the rule."""
    return [
        (language, rule.partition("_")[0], quote) for language, rule, quote in only_in_other(zh, en, body)
    ]
