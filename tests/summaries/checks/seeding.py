"""Faults made by rule over any pair of summaries: each rule changes one fact of one language."""

import random
import re
from collections.abc import Iterator

from tests.summaries.checks.library import MONTHS, PEOPLE, PLACES, Case

# Words of one kind by language: one is put in the place of another. Grouped where they exchange sensibly.
EXCHANGED = {
    "unit": {
        "zh": [["小時", "分鐘"], ["個月", "年", "週", "天"], ["公噸", "公斤"], ["公里", "公尺"]],
        "en": [["hours", "minutes"], ["months", "years", "weeks", "days"], ["kilometres", "metres"]],
    },
    "scale": {"zh": [["萬", "億"], ["億", "兆"]], "en": [["million", "billion"], ["billion", "trillion"]]},
    "currency": {
        "zh": [["日圓", "韓元", "美元", "歐元"]],
        "en": [["yen", "won", "euros"], ["US$", "€"]],
    },
    "weekday": {
        "zh": [[f"週{day}" for day in "一二三四五六日"]],
        "en": [["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]],
    },
    "month": {"zh": [], "en": [MONTHS.split("|")]},
    "name": {
        "zh": [[zh for zh, _ in PEOPLE], [zh for zh, _ in PLACES]],
        "en": [[en for _, en in PEOPLE], [en for _, en in PLACES]],
    },
}
# Behind a number only: 年 and 萬 stand in many words, and 2025年 is no duration.
NUMBER = r"[\d.,〇一二三四五六七八九十百千兩]"
AFTER_NUMBER = {
    "unit": rf"(?<={NUMBER})(?<!\d{{4}})\s?",
    "scale": rf"(?<={NUMBER})\s?",
    "currency": "",
    "name": "",
}
SENTENCES = {"zh": r"[^。；]+[。；]", "en": r"[^.]+(?:\.\d+[^.]*)*\.(?:\s|$)"}
COUNTED = re.compile(r"\d{2}|[四五六七八九十百][年天位名人]")


def seeded(cases: list[Case], seed: int = 3) -> Iterator[Case]:
    """Every fault that the rules can put into a case; nothing that the body says as well is put in."""
    rng = random.Random(seed)  # noqa: S311  no secret
    for case in cases:
        for side, text in (("zh", case.zh), ("en", case.en)):
            yield from _digits(case, side, text, rng)
            yield from _exchanged(case, side, text, rng)
            yield from _dropped(case, side, text)


def _digits(case, side, text, rng):
    found = list(re.finditer(r"(?<![\d.,A-Za-z])\d+(?:[.,]\d+)*", text))
    if not found:
        return
    match = rng.choice(found)
    at = rng.randrange(len(match[0]))
    while not match[0][at].isdigit():
        at = rng.randrange(len(match[0]))
    other = rng.choice([digit for digit in "123456789" if digit != match[0][at]])
    wrong = match[0][:at] + other + match[0][at + 1 :]
    yield case.with_words("digit", **{side: text[: match.start()] + wrong + text[match.end() :]})


def _exchanged(case, side, text, rng):
    for kind, by_language in EXCHANGED.items():
        for group in by_language[side]:
            pattern = AFTER_NUMBER.get(kind, "") + f"(?P<word>{'|'.join(map(re.escape, group))})(?![a-z])"
            match = re.search(pattern, text)
            others = match and [
                word for word in group if word != match["word"] and not _stands_in(case, word)
            ]
            if others:
                start, end = match.span("word")
                yield case.with_words(kind, **{side: text[:start] + rng.choice(others) + text[end:]})
                break


def _stands_in(case, word: str) -> bool:
    """Whether the other words of a case print a name, so that in its place it may be right as well."""
    is_name = any(word in pair for pair in (*PEOPLE, *PLACES))
    pair = next((pair for pair in (*PEOPLE, *PLACES) if word in pair), (word,))
    texts = (case.evidence.body, case.zh, case.en)
    return is_name and any(form in text for form in pair for text in texts)


def _dropped(case, side, text):
    sentences = re.findall(SENTENCES[side], text)
    counted = [sentence for sentence in sentences if COUNTED.search(sentence)]
    if len(sentences) > 1 and counted:
        yield case.with_words("fact dropped", **{side: text.replace(counted[0], "").strip()})
