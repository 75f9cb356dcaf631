"""Where phrases stand in a text as it was printed, and the piece of it around them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from articles.text.scripts import fold
from articles.text.tokens import Phrase

CONTEXT = 24  # characters kept before the first match of a snippet
CLUSTER = re.compile(r"(?s).[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")
ENDS = "。！？!?；;\n"  # a snippet rather begins after one of these


class Part(NamedTuple):
    """A piece of printed text, and whether somebody looked for it."""

    text: str
    is_match: bool


def spans(text: str, phrases: Iterable[Phrase]) -> list[tuple[int, int]]:
    """Where the phrases stand in a text, in whatever script it is printed: offsets, in order, apart."""
    folded, starts = fold_with_offsets(text)
    found = sorted(match.span() for phrase in phrases for match in phrase.pattern.finditer(folded))
    apart: list[tuple[int, int]] = []
    for start, end in ((starts[start], starts[end]) for start, end in found):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def fold_with_offsets(text: str) -> tuple[str, range | list[int]]:
    """The folded text, and for each of its characters and its end the offset in the text."""
    folded = fold(text)
    if len(folded) == len(text) and all(map(folds_to_one, set(text))):
        return folded, range(len(text) + 1)
    starts, parts = [], []
    for cluster in CLUSTER.finditer(text):
        parts.append(folded_cluster(cluster.group()))
        starts += [cluster.start()] * len(parts[-1])
    return "".join(parts), [*starts, len(text)]


@lru_cache(maxsize=16384)  # more than all the characters in use
def folded_cluster(cluster: str) -> str:
    return fold(cluster)


def folds_to_one(char: str) -> bool:
    return len(folded_cluster(char)) == 1


def highlighted(text: str, phrases: Iterable[Phrase]) -> list[Part]:
    """The whole text in parts."""
    return parts_of(text, spans(text, phrases), 0, len(text))


def snippet(text: str, phrases: Iterable[Phrase], length: int) -> list[Part]:
    """About `length` characters around the first match, in parts; [] when nothing matches."""
    found = spans(text, phrases)
    if not found:
        return []
    start = beginning(text, found[0][0])
    end = ending(text, max(start + length, found[0][1]))
    return parts_of(text, found, start, end)


def beginning(text: str, match: int) -> int:
    """Where to begin so that a match is in sight: at a sentence if one begins near."""
    earliest = max(match - CONTEXT, 0)
    sentence = max(text.rfind(mark, earliest, match) for mark in ENDS) + 1
    start = sentence or earliest
    while 0 < start < match and (text[start].isspace() or is_inside_a_word(text, start)):
        start += 1
    return start


def ending(text: str, end: int) -> int:
    end = min(end, len(text))
    while end < len(text) and is_inside_a_word(text, end):
        end += 1
    return end


def is_inside_a_word(text: str, at: int) -> bool:
    """Whether a cut would part letters of an alphabet, or a letter from its accent."""
    before, after = text[at - 1], text[at]
    return bool(unicodedata.combining(after)) or (is_alphabetic(before) and is_alphabetic(after))


def is_alphabetic(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x2E80  # where the scripts of East Asia begin


def parts_of(text, found, start: int, end: int) -> list[Part]:
    """The text from start to end in parts, with … where it goes on."""
    parts = [Part("…", False)] if start else []
    at = start
    for first, last in found:
        if first < end:
            parts += [Part(text[at:first], False), Part(text[first : min(last, end)], True)]
            at = min(last, end)
    parts += [Part(text[at:end], False), Part("…" if end < len(text) else "", False)]
    return [part for part in parts if part.text]
