"""What a person's name looks like, in Han, kana, Hangul and Latin; and what looks like one but is none."""

import re
import unicodedata
from functools import lru_cache

from articles.text.scripts import fold
from articles.text.words import words

HAN = "\u3400-\u9fff\U00020000-\U0003134f々〆"
KANA = "\u3041-\u3096\u30a1-\u30fc"
HANGUL = "\uac00-\ud7a3"
DOT = "·・‧•･"

LONGEST_NAME = 40  # characters, for Latin names of four words
LONGEST_AFFILIATION = 60

HAN_NAME = re.compile(rf"[{HAN}]{{2,5}}")
# 史蒂夫·班農, スティーブ・バノン; two short words around a dot (教育・文化) are a menu entry.
FOREIGN_NAME = re.compile(
    rf"(?=.{{6}})(?:[{HAN}]{{1,8}}(?:[{DOT}][{HAN}A-Z.]{{1,8}}){{1,3}}"
    rf"|[\u30a1-\u30fc]{{1,10}}(?:[{DOT}＝=][\u30a1-\u30fcA-Z.]{{1,10}}){{1,3}})"
)
KANA_NAME = re.compile(rf"[{HAN}]{{1,3}}[{KANA}]{{2,5}}|[{KANA}]{{2,4}}[{HAN}]{{1,3}}")
HANGUL_NAME = re.compile(rf"[{HANGUL}]{{2,4}}")
_LATIN_WORD = (
    r"(?:(?:Mc|Mac|O['’]|D['’]|de|De|di|Di|La|Le)?[A-Z\u00c0-\u00de][a-z\u00df-\u024f]+"
    r"(?:[-'’][A-Za-z\u00c0-\u024f][a-z\u00df-\u024f]+)*|[A-Z]\.?(?:[A-Z]\.)*)"
)
_PARTICLE = r"(?:de|da|del|der|van|von|den|bin|al|la|le|dos|e|y)"
LATIN_NAME = re.compile(
    rf"{_LATIN_WORD}(?:[ ]{_PARTICLE}){{0,2}}(?:[ ](?:{_PARTICLE}[ ])?{_LATIN_WORD}){{1,3}}"
)
# Words that begin an office, a team or a wire rather than a person.
LATIN_OFFICE = re.compile(
    r"\b(?:news|times|staff|desk|agenc(?:y|ies)|press|editors?|editorial|reuters|afp|team|media|radio|tv|daily|post|"
    r"bureau|service|wire|correspondents?|reporters?|writers?|board|institute|university|the|yonhap|xinhua|kyodo|"
    r"associated|bloomberg|global|international|network|magazine|online|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


LATIN_POST = re.compile(
    r"\b(?:professor|fellow|director|lecturer|researcher|analyst|editor|correspondent|columnist|ambassador|chair|scholar)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(fold(surname) for surname in words("surnames"))


@lru_cache(maxsize=1)
def _no_people() -> frozenset[str]:
    return frozenset(fold(word) for word in words("places") + words("not_names"))


def looks_like_name(text: str) -> bool:
    """Whether a text is one person's name and nothing else, going by family names and shape.

    Two Han characters spaced apart count as one name. Pen names and lone given names do not count:
    nothing shows that they are people.
    """
    text = _joined(text)
    if not 2 <= len(text) <= LONGEST_NAME or is_office(text):
        return False
    return (
        _is_han_name(text)
        or bool(FOREIGN_NAME.fullmatch(text))
        or _is_hangul_name(text)
        or bool(LATIN_NAME.fullmatch(text))
    )


def _joined(text: str) -> str:
    """李 明 and 李　明 are 李明."""
    text = text.strip()
    return re.sub(r"\s+", "", text) if re.fullmatch(rf"[{HAN}]\s+[{HAN}]{{1,2}}", text) else text


def _is_han_name(text: str) -> bool:
    if KANA_NAME.fullmatch(text):
        return any(fold(text[:size]) in _surnames() for size in (1, 2, 3))
    if not HAN_NAME.fullmatch(text):
        return False
    return any(_is_split_at(size, fold(text)) for size in (1, 2, 3))


def _is_split_at(size: int, name: str) -> bool:
    """Whether a family name of that size is followed by a given name that goes with it.

    Given names have one or two characters after a Chinese family name, up to three after a Japanese one.
    """
    given = len(name) - size
    return name[:size] in _surnames() and 1 <= given <= (2 if size == 1 else 3)


def _is_hangul_name(text: str) -> bool:
    if not HANGUL_NAME.fullmatch(text):
        return False
    return any(text[:size] in words("korean_surnames") and 1 <= len(text) - size <= 2 for size in (1, 2))


def is_office(text: str) -> bool:
    """Whether a text names an office, a place or a role, or is an everyday word, rather than a person."""
    if LATIN_OFFICE.search(text):
        return True
    return fold(text) in _no_people() or text.endswith(words("office_endings")) or text in words("roles")


def could_be_pen_name(text: str) -> bool:
    """Whether a text may stand behind 作者： as a person: short, of letters only, no office.

    For places where the label itself says that a person follows.
    """
    return bool(re.fullmatch(rf"[{HAN}{KANA}{HANGUL}A-Za-z{DOT}]{{2,12}}", text)) and not is_office(text)


def looks_like_affiliation(text: str) -> bool:
    """Whether a short line says what somebody is: 某大學教授, 新台灣國策智庫研發長, Professor of …."""
    if len(text) > 2 * LONGEST_AFFILIATION:
        return False
    text = unicodedata.normalize("NFKC", text).strip(" ()（）")
    if not 3 <= len(text) <= LONGEST_AFFILIATION or re.search(r"[。！？!?；;]", text):
        return False
    return text.endswith((*words("posts"), *words("roles"))) or bool(LATIN_POST.search(text))
