"""How long a text takes to read, and where it can be cut."""

import math
import re

from articles.text.letters import HAN, HANGUL, KANA

# Source: the house's reading speeds; kana read faster than Han, as one word takes more of them, and a
# Hangul syllable about as fast as a Han character of a compound.
HAN_PER_MINUTE, KANA_PER_MINUTE, HANGUL_PER_MINUTE, WORDS_PER_MINUTE = 400, 700, 500, 220

BY_CHARACTER = {HAN: HAN_PER_MINUTE, KANA: KANA_PER_MINUTE, HANGUL: HANGUL_PER_MINUTE}
LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f0-9]+(?:[-'’.,][A-Za-z\u00c0-\u024f0-9]+)*")

# A sentence ends with 。！？ or … and what closes it; a Latin full stop only before white space and when
# no abbreviation or initial stands before it.
SENTENCE_END = re.compile(
    r"(?:[。！？!?]+|……|(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bvs)(?<!\bNo)(?<!\.[a-z])\.(?=[\s\"”’)]|$))"
    r"[」』”’》）)\"']*"
)
# Where a long sentence may be cut when it must be.
CLAUSE_END = re.compile(r"[，,；;：:、—]|\s")
ELLIPSIS = "…"


def reading_minutes(text: str) -> int:
    """Minutes a reader needs, rounded up, at least 1: 400 Han characters or 220 words a minute."""
    minutes = len(LATIN_WORD.findall(text)) / WORDS_PER_MINUTE
    for letters, in_a_minute in BY_CHARACTER.items():
        minutes += len(re.findall(f"[{letters}]", text)) / in_a_minute
    return max(1, math.ceil(minutes))


def first_sentence(text: str) -> str:
    """The first sentence with its closing marks; the whole text when no sentence ends in it."""
    text = " ".join(text.split())
    end = SENTENCE_END.search(text)
    return text[: end.end()].strip() if end else text


def excerpt(text: str, limit: int) -> str:
    """The beginning of a text in at most `limit` characters: whole sentences where at least half of the
    room is filled by them, else whole clauses or words and an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    if end := _last_end(SENTENCE_END, text, limit, limit // 2):
        return text[:end].strip()
    end = _last_start(CLAUSE_END, text, limit - 1, limit // 2) or max(0, limit - 1)
    return text[:end].rstrip() + ELLIPSIS[: limit - end]


def _last_end(pattern: re.Pattern, text: str, limit: int, least: int) -> int:
    ends = [match.end() for match in pattern.finditer(text) if least <= match.end() <= limit]
    return ends[-1] if ends else 0


def _last_start(pattern: re.Pattern, text: str, limit: int, least: int) -> int:
    starts = [match.start() for match in pattern.finditer(text) if least <= match.start() <= limit]
    return starts[-1] if starts else 0
