"""Where phrases stand in a text as it was printed, and the piece of it around them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from articles.text.scripts import fold
from articles.text.tokens import SearchPhrase

CONTEXT = 24  # characters kept before the first match of a snippet
CLUSTER = re.compile(r"(?s).[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")
# Characters but those that most texts are made of, of which each folds to one: Han, ASCII, its wide forms.
ODD = re.compile(r"[^\x00-\x7f\u2018-\u201d\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]")
ENDS = "。！？!?；;\n"  # a snippet rather begins after one of these


class Part(NamedTuple):
    """A piece of printed text, and whether somebody looked for it."""

    text: str
    is_match: bool


class Printed(NamedTuple):
    """A text ready to be searched. starts: for each folded character and the end, the offset in the text."""

    text: str
    folded: str
    starts: Sequence[int]

    def spans(self, phrases: Iterable[SearchPhrase]) -> list[tuple[int, int]]:
        """Where the phrases stand, in whatever script they are printed: offsets, in order, apart."""
        matches = (match.span() for phrase in phrases for match in phrase.pattern.finditer(self.folded))
        apart: list[tuple[int, int]] = []
        for start, end in sorted((self.starts[start], self.starts[end]) for start, end in matches):
            if apart and start <= apart[-1][1]:
                apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
            else:
                apart.append((start, end))
        return apart

    def has(self, phrase: SearchPhrase, start: int, end: int) -> bool:
        """Whether a phrase stands between two offsets."""
        return any(start <= first and last <= end for first, last in self.spans([phrase]))


def printed(texts: list[str]) -> list[Printed]:
    """The texts folded together, in one call however many they are: nothing composes across a NUL."""
    folded = fold("\0".join(text.replace("\0", " ") for text in texts)).split("\0")
    return [Printed(text, *with_offsets(text, whole)) for text, whole in zip(texts, folded, strict=True)]


def with_offsets(text: str, folded: str) -> tuple[str, Sequence[int]]:
    """What a text folds to, so that each of its characters has an offset in the text."""
    if len(folded) == len(text) and all(map(folds_to_one, set(ODD.findall(text)))):
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


def highlighted(printed: Printed, phrases: Iterable[SearchPhrase]) -> list[Part]:
    """The whole text in parts."""
    return parts_of(printed, phrases, 0, len(printed.text))


def snippet(printed: Printed, phrases: Iterable[SearchPhrase], length: int) -> tuple[int, int] | None:
    """From where to where about `length` characters around the first match stand; None when there is none."""
    found = printed.spans(phrases)
    if not found:
        return None
    start = beginning(printed.text, found[0][0])
    return start, ending(printed.text, max(start + length, found[0][1]))


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


def parts_of(printed: Printed, phrases: Iterable[SearchPhrase], start: int, end: int) -> list[Part]:
    """The text from start to end in parts, with … where it goes on."""
    text = printed.text
    parts = [Part("…", False)] if start else []
    at = start
    for first, last in printed.spans(phrases):
        if first < end:
            parts += [Part(text[at:first], False), Part(text[first : min(last, end)], True)]
            at = min(last, end)
    parts += [Part(text[at:end], False), Part("…" if end < len(text) else "", False)]
    return [part for part in parts if part.text]
