"""Whether a text prints a name that English spells by syllables: Mao Ning is 毛寧, Woo Won-shik 우원식.

Hanyu Pinyin and the spellings of Korean names are exact enough to say that a name does not stand in a text.
"""

import re
from functools import lru_cache

from articles.summaries.checks.consonants import syllables_of
from articles.summaries.checks.transcriptions import family_names
from articles.text.words import rows

HAN = "\u3400"  # the first character of Han; what stands before it is read in no way
MOST_SYLLABLES = 2  # of a Chinese family name or given name
# Families of Korea as well, whose given names may be of one syllable: Han Kang.
ALSO_KOREAN = frozenset(["an", "gu", "han", "hong", "kang", "ma", "min", "nam", "pan", "song", "yang"])
SPELLED_SYLLABLE = re.compile(
    "(?P<initial>sh|ch|ts|[bpfvsjzcgktdnmrlh])?h?[wy]?(?P<vowel>[aeiouy]+h?)(?P<final>ng|ck|[bpgkmnlrtds])?"
)
CLASSES = {
    **dict.fromkeys(("sh", "ch", "ts", "s", "j", "z", "c"), "s"), **dict.fromkeys("bpfv", "b"),
    **dict.fromkeys(("k", "g", "ck"), "k"), **dict.fromkeys("td", "t"), **dict.fromkeys("lr", "l"),
    **dict.fromkeys(("n", "ng"), "n"), "m": "m", "h": "h",
}  # fmt: skip
# 이, 임, 류 and 노 are spelled with an l, an r or without.
UNSURE_FAMILIES = frozenset(
    [
        "lee",
        "yi",
        "rhee",
        "li",
        "i",
        "lim",
        "im",
        "rim",
        "ryu",
        "yoo",
        "yu",
        "ryoo",
        "you",
        "roh",
        "noh",
        "rho",
        "ro",
    ]
)
KOREAN_NAME = re.compile(r"([A-Z][a-z]+) ([A-Z][a-z]+)-([a-z]+)$")


def prints_chinese(name: str, folded: str) -> bool | None:
    """Whether a folded text prints a name in pinyin with Chinese characters; None when it may be another."""
    tokens = name.lower().split()[-2:]
    if len(tokens) < 2 or not _is_chinese_family(tokens[0]):
        return None
    spelled = [family + given for family in _cut(tokens[0]) for given in _cut(tokens[1])]
    if not spelled or (tokens[0] in ALSO_KOREAN and max(map(len, spelled)) < MOST_SYLLABLES + 1):
        return None
    return any(_stands(row, folded) for row in spelled)


def _is_chinese_family(token: str) -> bool:
    """Whether a family's Han character is read so in Chinese: He is 何, Ha 河 is Korean."""
    return any(token in _readings().get(han, ()) for han in family_names().get(token, ()))


def _cut(token: str) -> list[tuple[str, ...]]:
    """A word as one syllable of pinyin or two, in every way it can be cut."""
    whole = [(token,)] if token in _syllables() else []
    cuts = ((token[:at], token[at:]) for at in range(1, len(token)))
    return whole + [cut for cut in cuts if _syllables().issuperset(cut)]


def _stands(spelled: tuple[str, ...], folded: str) -> bool:
    """Whether characters with these readings stand in a row; one in no table may be read in any way."""
    readings = _readings()
    last = len(folded) - len(spelled) + 1
    first = (at for at, char in enumerate(folded[: max(0, last)]) if spelled[0] in readings.get(char, ()))
    return any(
        all(
            spelled[step] in readings.get(folded[at + step], spelled if folded[at + step] >= HAN else ())
            for step in range(1, len(spelled))
        )
        for at in first
    )


@lru_cache(maxsize=1)
def _readings() -> dict[str, frozenset[str]]:
    """The syllables as which a folded character is read."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("pinyin"):
        syllable, _gap, chars = row.partition(" ")
        for char in chars:
            found[char] = found.get(char, frozenset()) | {syllable}
    return found


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(row.split()[0] for row in rows("pinyin"))


def prints_korean(name: str, text: str) -> bool | None:
    """Whether a Korean text prints a name with a hyphen, by its syllables' consonants; None for others."""
    match = KOREAN_NAME.search(name)
    spelled = [_spelled(part) for part in match.groups()] if match else [None]
    if None in spelled:
        return None
    family, *given = spelled
    known = syllables_of(text)
    found = (at for at in range(1, len(known) - 1) if list(known[at : at + 2]) == given)
    if match[1].lower() in UNSURE_FAMILIES:
        return any(known[at - 1] and known[at - 1][1] == family[1] for at in found)
    # 라이칭더: a Chinese family name of two syllables
    return any(family in known[max(0, at - 2) : at] for at in found)


def _spelled(part: str) -> tuple[str, str] | None:
    match = SPELLED_SYLLABLE.fullmatch(part.lower())
    return match and (CLASSES.get(match["initial"] or "", ""), CLASSES.get(match["final"] or "", ""))
