"""Whether a Korean or Japanese text prints a name that English spells: 모테기 is Motegi, ラトニック Lutnick.

Both scripts write sounds, so the consonants in a row are compared, by classes that transcriptions do not keep
apart (s, sh, ts, ch, j; k, g; t, d; b, p, f, v; l, r). Finding them says that the name may stand there.
"""

import re
from functools import lru_cache
from itertools import groupby

from articles.text.letters import HANGUL

FIRST_SYLLABLE, LAST_SYLLABLE = ord(HANGUL[0]), ord(HANGUL[-1])
PER_INITIAL = 588  # syllables of Unicode that begin with one consonant
# The classes of the initial and final consonants of Hangul, in the order of Unicode; a blank is no sound.
INITIALS = "kknttlmbbss sssktbh"
FINAL_CLASSES = " kkknnntlkmlllblmbbttnttktb "
KANA = {
    "k": "かきくけこがぎぐげご", "s": "さしすせそざじずぜぞちつぢづ", "t": "たてとだでど",
    "n": "なにぬねのん", "h": "はひへほ", "b": "ばびぶべぼぱぴぷぺぽふゔ", "m": "まみむめも",
    "l": "らりるれろ",
}  # fmt: skip
TO_HIRAGANA = 0x60  # places that a katakana stands behind its hiragana
# What is spelled with letters, by the sound that it begins with.
SPELLED = re.compile(
    "(?P<s>sch|tch|tsu?|sh|ch|[szj]|c(?=[eiy]))|(?P<b>ph|[bpfv])|(?P<t>th|[td])|(?P<ks>x)|(?P<k>ck|qu?|gh?|k|c)"
    "|(?P<n>ng?)|(?P<m>m)|(?P<l>[lr])|(?P<h>(?<![a-z])h|(?<=[aeiou])h(?=[aeiou]))"
)
SILENT_R = re.compile(r"(?<=[aeiou])r(?![aeiou])")
WORD = re.compile(r"[a-z]+")
FEWEST = 3  # consonants by which one word of a name is found; fewer stand everywhere


def may_be_heard(name: str, heard: str) -> bool:
    """Whether a text prints a name in Latin letters. heard: `consonants` of the text."""
    words = WORD.findall(name.lower())
    spoken = [word.replace("th", "s") for word in words]  # Hegseth is 헤그세스
    for own in (words, [SILENT_R.sub("", word) for word in words], spoken):
        rows = [_spelled(word) for word in own]
        wholes = {_squeezed("".join(rows)), _squeezed("".join([*rows[1:], *rows[:1]]))}
        parts = [*rows, _squeezed("".join(rows[1:])), _squeezed("".join(rows[:-1]))]  # Lim is 임 as well
        if any(row in heard for row in [*wholes, *(row for row in parts if len(row) >= FEWEST)]):
            return True
    return False


@lru_cache(maxsize=64)
def consonants(text: str) -> str:
    """The classes of the consonants of a text's Hangul and kana, one row; what is in between is left out."""
    return _squeezed("".join(map(_class_of, text)))


@lru_cache(maxsize=64)
def syllables_of(text: str) -> tuple[tuple[str, str] | None, ...]:
    """The classes of each syllable's first and last consonant in a Korean text; None for all but Hangul."""
    return tuple(map(_syllable, text))


def _syllable(char: str) -> tuple[str, str] | None:
    place = ord(char) - FIRST_SYLLABLE
    if not 0 <= place <= LAST_SYLLABLE - FIRST_SYLLABLE:
        return None
    initial, final = INITIALS[place // PER_INITIAL], FINAL_CLASSES[place % len(FINAL_CLASSES)]
    return initial.strip(), final.strip()


def _class_of(char: str) -> str:
    code = ord(char)
    if FIRST_SYLLABLE <= code <= LAST_SYLLABLE:
        place = code - FIRST_SYLLABLE
        return (INITIALS[place // PER_INITIAL] + FINAL_CLASSES[place % len(FINAL_CLASSES)]).replace(" ", "")
    return _kana().get(char, "")


@lru_cache(maxsize=1)
def _kana() -> dict[str, str]:
    """Katakana alone: what hiragana write between the words is no foreign name."""
    return {chr(ord(char) + TO_HIRAGANA): sound for sound, chars in KANA.items() for char in chars}


def _spelled(word: str) -> str:
    return _squeezed("".join(match.lastgroup for match in SPELLED.finditer(word)))


def _squeezed(row: str) -> str:
    """Doubled sounds as one: 필리핀 and Philippines."""
    return "".join(sound for sound, _ in groupby(row))
