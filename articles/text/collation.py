"""How names stand in an index: Han by strokes, everything else by its first letter."""

import unicodedata
from functools import lru_cache

from articles.text.scripts import HAN_RANGES
from articles.text.words import words

UNKNOWN = "～"  # a Han character whose strokes our table lacks; stands behind all others
OTHER = "#"
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"  # of Hangul syllables, in the order of Unicode


def heading(name: str) -> str:
    """Under what a name stands: "07" for seven strokes, "L", "ㄱ", "シ", "#" for anything else."""
    first = unicodedata.normalize("NFKC", name)[:1]
    if is_han(first):
        return strokes().get(first, UNKNOWN)
    if "가" <= first <= "힣":
        return INITIALS[(ord(first) - ord("가")) // 588]
    letter = unicodedata.normalize("NFD", first)[:1].upper()
    return letter if letter.isalpha() else OTHER


def is_han(character: str) -> bool:
    return bool(character) and any(low <= ord(character) <= high for low, high in HAN_RANGES)


@lru_cache(maxsize=1)
def strokes() -> dict[str, str]:
    """Each character of the table → its number of strokes in two digits."""
    rows = words("strokes")
    return {
        character: f"{int(number):02d}"
        for number, characters in zip(rows[::2], rows[1::2], strict=True)
        for character in characters
    }
