"""Names that a reader takes for one another: drawn alike, marked otherwise, or a slip of the finger apart.

Nothing here says that two names are one. An editor is asked.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from enum import Enum
from functools import lru_cache
from itertools import combinations

from articles.text.quantities.tables import HAN_NUMERALS
from articles.text.scripts import fold

# Characters drawn alike, after folding; the first of a row stands for the others.
# Latin, Cyrillic and Greek are compared as capitals, which abbreviations are written in: ВВС, ΝΑΤΟ.
DRAWN_ALIKE = (
    "aаα", "bвβь", "cсϲ", "dԁ", "eеε", "hнһη", "jј", "kкκ", "mмμ", "nν", "pрρ", "qԛ", "rг", "sѕ5", "tтτ",
    "vѵ", "wԝ", "xхχ", "yуυү", "zζ2",
    "liіιı1|ӏǀ",  # a capital i is a stroke, and folding has made it small
    "oоο0〇○◯",
    # Han, katakana and hiragana
    "一ー", "二ニ", "三ミ彡", "八ハ", "力カ", "口ロ囗", "夕タ", "工エ", "卜ト", "才オ", "千チ", "乂メ",
    "丿ノ", "匕ヒ", "厶ム", "又ヌ", "亻イ", "へヘ", "べベ", "ぺペ", "りリ",
    # Han characters that differ by the length of a stroke
    "日曰", "己已巳", "土士", "未末", "人入", "戊戌戍", "大犬太", "干于",
)  # fmt: skip
DRAWN_AS_ONE = (("rn", "m"), ("vv", "w"))

# A slip is looked for in names at least this long, in characters. Shorter ones differ by one all the time:
# 東京 and 北京, 外交 and 外交部, Iran and Iraq.
SHORTEST_EAST_ASIAN, SHORTEST = 3, 5
# A pattern that more names share is no slip: 第…次會談.
COMMON_PATTERN = 30


class Likeness(Enum):
    """Why two names may be taken for one another, the surest first."""

    MARKS = "marks"  # only spaces and punctuation apart: G-7, G7
    LOOKS = "looks"  # characters drawn alike: РАК in Cyrillic, PAK in Latin
    SLIP = "slip"  # one character apart: 金惠景, 金惠慶


def likeness(one: str, other: str) -> Likeness | None:
    """How two different names are alike; None when they are not."""
    if bare(one) == bare(other):
        return Likeness.MARKS
    if skeleton(one) == skeleton(other):
        return Likeness.LOOKS
    if _is_long_enough(one) and _is_long_enough(other) and is_a_slip(bare(one), bare(other)):
        return Likeness.SLIP
    return None


def alike_pairs(names: Collection[str]) -> Iterator[tuple[str, str, Likeness]]:
    """Every two of the names that are alike, each pair once. Takes time in proportion to all characters."""
    buckets = defaultdict(list)
    for name in dict.fromkeys(names):
        for key in _keys(name):
            buckets[key].append(name)
    seen = set()
    for alike in buckets.values():
        for pair in combinations(alike, 2) if len(alike) <= COMMON_PATTERN else ():
            if pair not in seen and (found := likeness(*pair)):
                seen.add(pair)
                yield *pair, found


def _keys(name: str) -> set[str]:
    """Strings that two alike names have in common: their drawing, or what is left without one character."""
    keys = {skeleton(name), bare(name)}
    if _is_long_enough(name):
        keys |= {bare(name)[:at] + bare(name)[at + 1 :] for at in range(len(bare(name)))}
    return keys


@lru_cache(maxsize=50_000)
def bare(name: str) -> str:
    """A name folded, without spaces and punctuation; one that has nothing else stays whole."""
    folded = fold(name)
    if folded.isalnum():
        return folded
    return "".join(char for char in folded if unicodedata.category(char)[0] not in "PZ") or folded


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """What a name looks like: one character for all that are drawn alike."""
    drawn = bare(name).translate(_drawings())
    for several, one in DRAWN_AS_ONE:
        drawn = drawn.replace(several, one)
    return drawn


@lru_cache(maxsize=1)
def _drawings() -> dict[int, str]:
    rows = [[fold(char) for char in row] for row in DRAWN_ALIKE]
    return {ord(char): row[0] for row in rows for char in row[1:]}


def is_a_slip(one: str, other: str) -> bool:
    """Whether one character was changed, left out, added, or exchanged with its neighbour.

    Numbers are no slips: 2024 and 2025 are different years, 第一次 and 第二次 different times.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = _common_start(one, other)
    if any(char.isdigit() or char in HAN_NUMERALS for char in one[at : at + 1] + other[at : at + 1]):
        return False
    rest, other_rest = one[at:], other[at:]
    is_exchanged = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return is_exchanged or rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def _common_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _is_long_enough(name: str) -> bool:
    length = len(bare(name))
    is_east_asian = any(ord(char) >= 0x2E80 for char in name)
    return length >= (SHORTEST_EAST_ASIAN if is_east_asian else SHORTEST)
