"""Whether a Chinese text prints a foreign name that English spells: Hayashi is 林, Brunson 布朗森.

Family names of the region stand in a table. Others are compared by the first two sounds of a name: enough to
say that it may stand there, never that it does not.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from articles.text.scripts import fold
from articles.text.words import rows

VOWEL, SHORTEST_HAN = "a", 2
# What one sound is spelled with, the longest first; "" where Chinese writes nothing.
SPELLINGS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("sch|sh|s|z|c(?=[eiy])", "s"), ("ch|tch|j", "j"), ("th|t|d", "t"), ("ph|f", "f"), ("wh|w|v", "w"),
        ("g(?=[ei])", "kj"), ("ck|qu?|k|c|gh|g", "k"), ("x", "ks"), ("b|p", "b"), ("l", "l"), ("r", "l"),
        ("m", "m"), ("n", "n"), ("h", "h"), ("y", "y"),
    )
]  # fmt: skip
# Chinese writes these into the syllable before, or not at all: Carter is 卡特, Hunt 亨特.
UNWRITTEN = re.compile(r"(?<=[aeiou])[rnmhl]+(?=[^aeiouyrnmhl]|$)|(.)(?=\1)|(?<!^)[aeiou]|(?<!^)y(?![aeiou])")

# Syllables of Japanese as they are spelled in English, doubled sounds included: Hattori, Shinnosuke.
JAPANESE = re.compile(
    r"(?:(?:k(?=k)|s(?=s)|p(?=p)|t(?=[tc]))?(?:sh|ch|ts|[kstnhmrgzdbpj]y|[kstnhmrgzdbpjfyw])?[aiueo](?:n(?![aiueoy]))?h?){2,9}"
)
SILENT_R = re.compile(r"(?<=[aeiou])r(?![aeiou])")  # Carney is 卡尼


@lru_cache(maxsize=1)
def family_names() -> dict[str, tuple[str, ...]]:
    """What a family name in Latin letters, lower case, may be in Han characters, folded."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("romanised"):
        latin, _bar, han = row.partition("|")
        for name in latin.lower().split():
            found[name] = (*found.get(name, ()), *map(fold, han.split()))
    return found


@lru_cache(maxsize=1)
def _sounds() -> dict[str, str]:
    """The sounds that a folded character may begin with."""
    found: dict[str, str] = {}
    for row in rows("sounds"):
        sound, _gap, chars = row.partition(" ")
        for char in fold(chars):
            found[char] = found.get(char, "") + sound
    return found


@lru_cache(maxsize=1)
def transcribed() -> re.Pattern:
    """Two or more characters in a row that may write a foreign name."""
    return re.compile(f"[{''.join(_sounds())}]{{{SHORTEST_HAN},}}")


def may_stand_in(name: str, folded: str, pairs: frozenset[str]) -> bool:
    """Whether a folded Chinese text may print a word of an English name. pairs: `sound_pairs` of the text."""
    if any(han in folded for han in family_names().get(name.lower(), ())):
        return True
    return not pairs.isdisjoint(_spelled(name.lower()))


def may_begin(name: str, char: str) -> bool:
    """Whether a folded character may write the first sound of a word in Latin letters."""
    return bool(_letters(_bare(name))[:1]) and _letters(_bare(name))[0] in _sounds().get(char, "")


def is_japanese(name: str) -> bool:
    """Whether a word in Latin letters is made of Japanese syllables."""
    return bool(JAPANESE.fullmatch(name.lower()))


def is_sure_family_name(name: str) -> bool:
    """Whether a word is a family name of which Chinese has one spelling of two characters: Sato, Koizumi."""
    return all(len(han) > 1 for han in family_names().get(name.lower(), ("",)))


def sound_pairs(folded: str) -> frozenset[str]:
    """The first two sounds of all that may be a foreign name in a folded Chinese text."""
    sounds, found = _sounds(), set()
    for run in transcribed().findall(folded):
        for at in range(len(run) - 1):
            rest = [sounds[char] for char in run[at + 1 : at + 3]]
            after = rest[0].replace(VOWEL, "") + "".join(rest[1:] if VOWEL in rest[0] else "")
            found |= {first + second for first in sounds[run[at]] for second in after}
    return frozenset(found)


def _spelled(name: str) -> set[str]:
    """The first two sounds of a word in Latin letters, in each way it may be heard."""
    name = _bare(name)
    told = {name, name.replace("ph", "p")}  # Thai and Khmer ph is p
    heard = {_letters(form) for one in told for form in (one, SILENT_R.sub("", one), UNWRITTEN.sub("", one))}
    return {row[:2] for row in heard if len(row) > 1}


def _bare(name: str) -> str:
    """Without the marks on letters: Peña as Pena."""
    return "".join(char for char in normalize("NFD", name.lower()) if char.isascii())


def _letters(name: str) -> str:
    found, at = VOWEL if name[:1] in "aeiou" else "", 0
    while at < len(name) and len(found) < 2:
        for pattern, sound in SPELLINGS:
            if match := pattern.match(name, at):
                found, at = found + sound[0], match.end()
                break
        else:
            at += 1
    return found
