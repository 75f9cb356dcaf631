"""Traditional, Simplified and Japanese forms of Han characters.

`fold` is for comparing (search, names, copies), `convert` is for reading. Folding goes character by
character, so that it never depends on where a phrase begins; converting goes by phrase, as a reader expects.
"""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from opencc import OpenCC

from articles.text.letters import EAST_ASIAN
from articles.text.words import words

# Unified ideographs that OpenCC's character dictionaries know: the basic block, extensions A and B to G.
HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2EBEF), (0x30000, 0x3134A))

# Configurations whose single-character mappings say "these two are forms of one character".
SAME_CHARACTER = ("t2s", "s2t", "tw2t", "hk2t", "t2tw", "t2hk")

# Characters that NFKC changes, if at all, without looking at those beside them: nothing that combines.
EACH_BY_ITSELF = re.compile(
    f"[\t\n -~\u00a0-\u017f\u2010-\u2027\u2030-\u205e\u3000-\u3029\uff01-\uff5e{EAST_ASIAN}]*"
)

# Family names whose character Simplified also writes for another one, in few words: those in the word list.
SURNAMES = "朴范姜涂郁岳"

TRADITIONAL, SIMPLIFIED = "zh-Hant", "zh-Hans"


def fold(text: str) -> str:
    """Text for comparing: NFKC, lower case, and one form for every Han character in all its scripts.

    Idempotent. After NFKC and casefolding every character gives exactly one character.
    """
    is_solid = EACH_BY_ITSELF.fullmatch(text)  # normalising it whole would take three times as long
    return (text if is_solid else _compatible(text)).translate(FOLDED)


class _Folded(dict):
    """Code point → what it folds to by itself, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _compatible(chr(code)).translate(fold_table())
        return folded


FOLDED = _Folded()


def _compatible(text: str) -> str:
    """NFKC and casefolding, repeated because casefolding can bring back what NFKC had composed."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", folded).casefold() if not folded.isascii() else folded


@lru_cache(maxsize=1)
def fold_table() -> dict[int, str]:
    """Code point → the one character that stands for all its forms; built once from OpenCC."""
    family = _Families()
    for config in SAME_CHARACTER:
        for char, other in _single_mappings(config).items():
            family.join(char, other)
    for char, other in _shinjitai().items():
        family.join(char, other)
    for group in words("variants"):
        for other in group[1:]:
            family.join(group[0], other)
    return family.table()


class _Families:
    """Disjoint sets of characters that are forms of one character."""

    def __init__(self):
        self._parent: dict[str, str] = {}

    def join(self, one: str, other: str):
        self._parent[self._root(one)] = self._root(other)

    def _root(self, char: str) -> str:
        while (parent := self._parent.get(char, char)) != char:
            char = parent
        return char

    def table(self) -> dict[int, str]:
        """Every member but the chosen one → the chosen one."""
        members: dict[str, list[str]] = {}
        for char in self._parent:
            members.setdefault(self._root(char), []).append(char)
        for root, chars in members.items():
            members[root] = sorted({root, *chars})
        return {
            ord(char): chosen
            for chars in members.values()
            for chosen in [_representative(chars)]
            for char in chars
            if char != chosen
        }


def _representative(chars: list[str]) -> str:
    """The form that GB 2312 has, as search text is then readable; the lowest code point among equals."""
    return min(chars, key=lambda char: (not _in_charset(char, "gb2312"), char))


def _in_charset(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _shinjitai() -> dict[str, str]:
    """Japanese forms → Traditional ones, but for characters that Chinese uses as well (芸, 欠, 予)."""
    return {
        char: other
        for char, other in _single_mappings("jp2t").items()
        if not _in_charset(char, "gb2312") and not _in_charset(char, "big5")
    }


@lru_cache(maxsize=16)
def _single_mappings(config: str) -> dict[str, str]:
    """The characters that a configuration changes when they stand alone, and what into."""
    chars = _han_characters()
    converted = _converter(config).convert("\n".join(chars)).split("\n")
    return {
        char: other
        for char, other in zip(chars, converted, strict=True)
        if char != other and len(other) == 1 and unicodedata.normalize("NFKC", other) == other
    }


@lru_cache(maxsize=1)
def _han_characters() -> list[str]:
    return [chr(code) for first, last in HAN_RANGES for code in range(first, last + 1)]


@lru_cache(maxsize=16)
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


@lru_cache(maxsize=1)
def simplified_only() -> frozenset[str]:
    """Characters that Traditional text does not use (国, 韩); 后 and 里 are not among them, Big5 has them."""
    return frozenset(char for char in _single_mappings("s2t") if not _in_charset(char, "big5"))


@lru_cache(maxsize=1)
def traditional_only() -> frozenset[str]:
    """Characters that Simplified text does not use (國, 韓); 乾 and 著 are not among them."""
    return frozenset(char for char in _single_mappings("t2s") if not _in_charset(char, "gb2312"))


@lru_cache(maxsize=1)
def one_script_only() -> frozenset[str]:
    """Characters by which the two scripts are told apart: those that only one of them uses."""
    return simplified_only() | traditional_only()


@lru_cache(maxsize=1)
def japanese_only() -> frozenset[str]:
    """Japanese forms that Chinese in neither script uses (対, 経, 戦)."""
    return frozenset(_shinjitai())


def convert(text: str, to: str, protect: Collection[str] = ()) -> str:
    """Chinese text in the other script, for reading; the length never changes.

    to: "zh-Hant" (Taiwan's standard forms) or "zh-Hans". protect: names that stay as they are printed.
    Text already in the wanted script is returned untouched.
    """
    if to not in (TRADITIONAL, SIMPLIFIED):
        raise ValueError(f"cannot convert to {to}")
    if _is_already(text, to):
        return text
    converted = _converter("s2tw" if to == TRADITIONAL else "tw2s").convert(text)
    if len(converted) != len(text):
        return text
    return _restore(text, _with_surnames(text, converted), protect)


def _is_already(text: str, to: str) -> bool:
    """Whether marks of the wanted script stand in the text and none of the other."""
    traditional, simplified = not traditional_only().isdisjoint(text), not simplified_only().isdisjoint(text)
    return traditional and not simplified if to == TRADITIONAL else simplified and not traditional


def _with_surnames(text: str, converted: str) -> str:
    """The converted text with family names put back: 朴振, whom OpenCC makes 樸振."""
    if not any(surname in text for surname in SURNAMES):
        return converted
    other_words = {at for match in _homographs().finditer(text) for at in range(*match.span())}
    return "".join(
        old if old in SURNAMES and at not in other_words else new
        for at, (old, new) in enumerate(zip(text, converted, strict=True))
    )


@lru_cache(maxsize=1)
def _homographs() -> re.Pattern:
    return re.compile("|".join(words("surname_homographs")))


def _restore(text: str, converted: str, protect: Collection[str]) -> str:
    """The converted text with the protected names put back; both have the same length."""
    if not protect:
        return converted
    names = "|".join(re.escape(name) for name in sorted(protect, key=len, reverse=True) if name)
    chars = list(converted)
    for match in re.finditer(names, text) if names else ():
        chars[match.start() : match.end()] = match.group()
    return "".join(chars)
