"""A text as items, to compare two versions of it: numbers by their value, names, words, characters.

Marks, white space and the script (Traditional, Simplified) are no part of any item.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.staleness.sense_words import TURNING, Sense, senses
from articles.text.normalise import drop_invisible
from articles.text.quantities.numbers import numbers
from articles.text.quantities.partial_dates import PartOfDate, dates
from articles.text.quantities.quantity import Quantity
from articles.text.quantities.reading import mask
from articles.text.scripts import fold
from articles.text.tokens import HAN_AND_KANA
from articles.text.words import rows

LATIN = re.compile(r"(?:(?![\u1100-\U0003ffff])[^\W\d_])+(?:['’](?:(?![\u1100-\U0003ffff])[^\W\d_])+)*")
SPACE_BESIDE_HAN = re.compile(rf"(?<![ \t])[ \t]+(?=[{HAN_AND_KANA}])|(?<=[{HAN_AND_KANA}])[ \t]+")
ABBREVIATED = re.compile(
    r"(?<![A-Za-z])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|No|[A-Z])\.\s*$"
)
HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "dr"))  # capitalised, and no names
BEFORE = 12  # characters looked at for the end of the sentence before
SENTENCE_OPENS = re.compile(rf"(?:^|[.!?。！？:：;；\n])\W{{0,{BEFORE}}}$")
CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can"}


class Item(NamedTuple):
    """kind: number, name, proper (a capitalised word), opening (it begins a sentence), sense, word, char.

    key: what is compared. start, end: its place in the normalised text.
    """

    kind: str
    key: str
    start: int
    end: int
    printed: str  # folded
    senses: tuple[Sense, ...] = ()


def normalised(text: str) -> str:
    """Text in which every character stands for one of its folded form: NFKC, nothing invisible."""
    visible = "\n".join(map(drop_invisible, text.split("\n")))  # most lines pass at once
    text = unicodedata.normalize("NFKC", visible).replace("’", "'")
    text = SPACE_BESIDE_HAN.sub("", text)
    return text if len(fold(text)) == len(text) else fold(text)


def items(text: str, *names: Collection[str]) -> list[Item]:
    """The items of normalised text, in order.

    names: each counts as one item wherever it stands; a mapping says what several names stand for.
    """
    folded = fold(text)
    return list(_Reader(text, folded, _names_in(folded, names)).read())


class _Reader:
    """Reads a text from left to right; at each place the most telling item wins."""

    def __init__(self, text, folded, names):
        self.text, self.folded, self.names = text, folded, names
        self.spans = _spans(text, folded)
        self.lengths = _lengths([*names, *senses()])

    def read(self) -> Iterator[Item]:
        at = 0
        while at < len(self.folded):
            end = at + 1
            for item in self._at(at):
                yield item
                end = item.end
            at = end

    def _item(self, kind, key, start, end, of_word=()) -> Item:
        return Item(kind, key, start, end, self.folded[start:end], of_word)

    def _at(self, at) -> Iterator[Item]:
        if at in self.spans:
            end, key = self.spans[at]
            yield self._item("number", key, at, end)
        elif self.folded[at].isspace():
            return
        elif word := LATIN.match(self.folded, at):
            yield from self._latin(at, word.end())
        elif known := self._known(at):
            yield known
        elif self.folded[at].isalnum():
            yield self._item("char", self.folded[at], at, at + 1)

    def _known(self, at) -> Item | None:
        """The longest name or telling word that begins here."""
        for size in self.lengths.get(self.folded[at], ()):
            word = self.folded[at : at + size]
            if word in self.names:
                return self._item("name", self.names[word], at, at + size)
            if word in senses():
                return self._sensed(word, at)
        return None

    def _sensed(self, word, at) -> Item:
        turning = [sense for sense in senses()[word] if sense.rule in TURNING]
        key = f"{turning[0].rule}{turning[0].line}" if turning else word
        return self._item("sense", key, at, at + len(word), senses()[word])

    def _latin(self, at, end) -> Iterator[Item]:
        phrase = self._latin_name(at)
        if phrase:
            yield phrase
            return
        word = self.folded[at:end]
        if word.endswith("n't") or word in CONTRACTED:
            yield self._item("word", CONTRACTED.get(word, word[:-3]), at, at + 1)
            yield self._sensed("not", end - 3)._replace(end=end, printed=self.folded[at:end])
        elif self.text[at].isupper() and word not in HONORIFICS and not self._opens_with(word, at, end):
            kind, key = self._capitalised(at, end), word.removesuffix("'s")
            yield self._item(kind, key, at, end, senses().get(word, ()))
        elif word in senses():
            yield self._sensed(word, at)._replace(end=end, printed=self.folded[at:end])
        else:
            yield self._item("word", word, at, end)

    def _latin_name(self, at) -> Item | None:
        for size in self.lengths.get(self.folded[at], ()):
            word = self.folded[at : at + size]
            ends = at + size == len(self.folded) or not LATIN.match(self.folded, at + size)
            if ends and word in self.names:
                return self._item("name", self.names[word], at, at + size)
        return None

    def _opens_with(self, word, at, end) -> bool:
        """Whether a telling word is capitalised only because it begins a sentence."""
        return word in senses() and self._capitalised(at, end) == "opening"

    def _capitalised(self, at, end) -> str:
        before = self.text[max(0, at - BEFORE) : at]
        if ABBREVIATED.search(before):
            return "proper"
        is_opening = at == 0 or (SENTENCE_OPENS.search(before) and (at <= BEFORE or before.strip()))
        return "opening" if is_opening else "proper"


def _lengths(words: list[str]) -> dict[str, list[int]]:
    """First character → the lengths of the words that begin with it, the longest first."""
    lengths = defaultdict(set)
    for word in words:
        lengths[word[0]].add(len(word))
    return {char: sorted(of_char, reverse=True) for char, of_char in lengths.items()}


def _spans(text: str, folded: str) -> dict[int, tuple[int, str]]:
    """Where each number begins, with its end and what it is worth; a date is one number."""
    printed = dates(folded, text)
    found: dict[int, tuple[int, str]] = {}
    for date in printed:
        _, before = found.get(date.start, (0, ""))
        found[date.start] = date.end, before + _date_key(date)
    undated = mask(folded, [(date.start, date.end) for date in printed])
    for number in numbers(undated):
        if not _is_a_word(folded, number):
            end = number.until if number.unit == "percent" else number.end
            found[number.start] = end, str(number.exact)
    return found


def _date_key(date: PartOfDate) -> str:
    """What is printed of a date; a year alone is the number that it is."""
    printed = (date.year, date.month, date.day, date.weekday)
    return "-".join(str(part if part is not None else "") for part in printed).rstrip("-")


def _is_a_word(folded: str, number: Quantity) -> bool:
    printed = folded[number.start : number.end]
    return "半" not in printed and (printed in senses() or _inside_a_longer_word(folded, number, printed))


def _inside_a_longer_word(folded: str, number: Quantity, printed: str) -> bool:
    """Whether a single numeral is part of a word such as 一致, 統一 or 一半."""
    if len(printed) > 2 or printed[0].isascii():
        return False
    return any(
        folded[start : start + size] in longer_words()
        for size in range(2, 5)
        for start in range(number.end - size, number.start + 1)
        if start >= 0 and size >= len(printed)
    )


@lru_cache(maxsize=1)
def longer_words() -> frozenset[str]:
    return frozenset(word for word in senses() if len(word) > 1)


def _names_in(folded: str, sets: tuple[Collection[str], ...]) -> dict[str, str]:
    """Folded name → what it stands for, of the names that are in the text."""
    every = dict(countries())
    for names in sets:
        meanings = names if isinstance(names, Mapping) else {name: fold(name) for name in names}
        every |= {fold(name): meaning for name, meaning in meanings.items() if len(name.strip()) > 1}
    return {name: meaning for name, meaning in every.items() if name in folded}


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Every name of a country → the first one of its line."""
    groups = [fold(row).split() for row in rows("countries")]
    return {name: group[0] for group in groups for name in group}
