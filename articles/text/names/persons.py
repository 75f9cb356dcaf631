"""What a person's name looks like, in Han, kana, Hangul and Latin; and what looks like one but is none."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from articles.text import letters
from articles.text.letters import HANGUL, KANA, KATAKANA
from articles.text.scripts import fold
from articles.text.words import words

HAN = f"{letters.HAN}々〆"
DOT = "·・‧•･"

LONGEST_NAME = 40  # characters, for Latin names of four words
LONGEST_HAN_NAME = 6  # 長谷川 with a given name of three
LONGEST_PEN_NAME, LONGEST_HAN_PEN_NAME = 12, 8
LONGEST_AFFILIATION = 60

HAN_NAME = re.compile(rf"[{HAN}]{{2,{LONGEST_HAN_NAME}}}")
# 史蒂夫·班農, スティーブ・バノン; two short words around a dot (教育・文化) are a menu entry.
FOREIGN_NAME = re.compile(
    rf"(?=.{{6}})(?:[{HAN}]{{1,8}}(?:[{DOT}][{HAN}A-Z.]{{1,8}}){{1,3}}"
    rf"|[{KATAKANA}]{{1,10}}(?:[{DOT}＝=][{KATAKANA}A-Z.]{{1,10}}){{1,3}})"
)
# Not 林さん, as others call her.
KANA_NAME = re.compile(
    rf"(?!.*(?:さん|くん|ちゃん|さま)$)(?:[{HAN}]{{1,3}}[{KANA}]{{2,5}}|[{KANA}]{{2,4}}[{HAN}]{{1,3}})"
)
HANGUL_NAME = re.compile(rf"[{HANGUL}]{{2,4}}")
# 李 文, 李　文, 李 大 文: names set as wide as their neighbours.
SPACED_NAME = re.compile(
    rf"[{HAN}][ \u3000]{{1,2}}(?:[{HAN}][ \u3000]{{1,2}}[{HAN}](?![{HAN}])|[{HAN}]{{1,2}}(?![{HAN}]))"
)
# 山田 太郎, 歐陽 靜: behind a family name of more than one character.
SPACED_LONG_NAME = re.compile(
    rf"(?P<family>[{HAN}]{{2,3}})[ \u3000]{{1,2}}(?P<given>[{HAN}{KANA}]{{1,4}})(?![{HAN}{KANA}])"
)
SURE_NAME = 3  # characters
# Sections are called so: Middle East and North Africa
REGION = re.compile(r"\b(?:North|South|East|West|Middle|Central|Asia|Africa|Europe|Americas?|Pacific|Gulf)\b")
BETWEEN_NAMES = re.compile(r"\s{0,4}[、，,/／&]\s*(?:(?i:and)\s+)?|\s{1,4}(?i:and)\s+")
# 요나스 린드크비스트: a foreign name in Hangul, whose words are longer than those of a Korean one.
HANGUL_FOREIGN_NAME = re.compile(
    rf"(?=[{HANGUL} ]{{6,20}}(?![{HANGUL}]))[{HANGUL}]{{2,6}}(?: [{HANGUL}]{{2,8}}){{1,2}}"
)
# Words of two syllables side by side are a heading (문제 제기); names stand there with commas, or have three.
KOREAN_PHRASE = re.compile(rf"[{HANGUL}]{{2}}(?:\s{{1,4}}[{HANGUL}]{{2}})+")
BETWEEN_DOTS = re.compile(rf"\s{{0,4}}[{DOT}]\s{{0,4}}")
MOST_WORDS, WORDS_OF_A_NAME = 24, 4  # of a line of names set apart character by character: 諸 葛 小 明
_CAPITAL, _SMALL = "A-Z\u00c0-\u00de", "a-z\u00df-\u024f"
_LATIN_WORD = (
    rf"(?:(?:Mc|Mac|O['’]|D['’]|de|De|di|Di|La|Le)?[{_CAPITAL}][{_SMALL}]+(?:[-'’][{_CAPITAL}{_SMALL}][{_SMALL}]+)*"
    rf"|[A-Z]\.?(?:[A-Z]\.)*(?![{_CAPITAL}{_SMALL}]))"
)
_CAPITALS = rf"[{_CAPITAL}]{{2,}}(?:[-'’][{_CAPITAL}]{{2,}})*(?![{_SMALL}])"
_PARTICLE = r"(?:de|da|del|der|van|von|den|bin|al|la|le|dos|e|y)"
# Jane van Doe, J. R. Doe, Lee Hae-in; JANE DOE and Jane DOE.
LATIN_NAME = re.compile(
    rf"{_LATIN_WORD}(?:(?: {_PARTICLE}){{0,2}} {_LATIN_WORD}){{1,3}}"
    rf"|{_LATIN_WORD} {_CAPITALS}|{_CAPITALS}(?: (?:[A-Z]\.|{_CAPITALS})){{1,2}}"
)
LATIN_INITIALS = re.compile(r"(?:[A-Z]\.?(?:\s|$))+")
# Pen names say what their bearers do (燈塔守望者) as offices do, but for those of the press and the public.
DOER = re.compile(r"..(?<![记作编笔译读学业费])者$")
LETTERS = re.compile(rf"[{HAN}{KANA}{HANGUL}A-Za-z{DOT}]{{2,{LONGEST_PEN_NAME}}}")
LATIN_POST = re.compile(
    r"\b(?:professor|fellow|director|lecturer|researcher|analyst|editor|correspondent|columnist|ambassador|chair|scholar)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def _folded(*lists: str) -> frozenset[str]:
    return frozenset(fold(word) for name in lists for word in words(name))


@lru_cache(maxsize=4)
def _endings(name: str) -> tuple[str, ...]:
    return tuple(_folded(name))


@lru_cache(maxsize=1)
def _latin_office() -> re.Pattern:
    return re.compile(rf"\b(?:{'|'.join(words('latin_offices'))})\b", re.IGNORECASE)


def looks_like_name(text: str) -> bool:
    """Whether a text is one person's name and nothing else, going by family names and shape.

    Two Han characters spaced apart count as one name. Pen names and lone given names do not count:
    nothing shows that they are people.
    """
    text = _joined(text)
    if not 2 <= len(text) <= LONGEST_NAME:
        return False
    is_shaped = _is_han_name(text) or _is_foreign_name(text) or _is_hangul_name(text) or _is_latin_name(text)
    return is_shaped and not is_office(text)


def may_be_section(name: str) -> bool:
    """Whether a name that nothing labels is as short as a paper's sections are, or a region: South Asia."""
    return len(name.replace(" ", "")) < SURE_NAME or REGION.search(name) is not None


def told_as(name: str) -> re.Pattern:
    """How a story speaks of a person: of one with a Latin name by the family name, of others in full."""
    known = name.split()[-1] if name.isascii() else name.replace(" ", "")
    return re.compile(rf"\b{re.escape(known)}\b" if known.isascii() else re.escape(known))


def names_apart(text: str) -> list[str]:
    """The names in a text that holds nothing else, as printed; [] when it holds anything else.

    Their characters may be set apart, and then only family names tell where one ends: 陳 思 遠 林 昭 文.
    """
    if looks_like_name(text):
        return [text]
    if KOREAN_PHRASE.fullmatch(text):
        return []
    names: list[str] = []
    for part in BETWEEN_NAMES.split(text):
        found = _joined_by_dots(part) or _fewest_names(part.split()[: MOST_WORDS + 1])
        if not found:
            return []
        names += found
    return names


def places_of(names: list[str], text: str, at: int = 0) -> Iterator[tuple[int, int]]:
    """Where the names that `names_apart` found stand in a text, one behind the other. at: where it begins."""
    for name in names:
        place = re.compile(r"\s+".join(map(re.escape, name.split()))).search(text, at)
        at = place.end()
        yield place.span()


def _joined_by_dots(text: str) -> list[str]:
    """The one name that a text is, or the names between dots: 史蒂夫·班農 is one, 박지훈·이수진 are two."""
    names = [text] if looks_like_name(text) else BETWEEN_DOTS.split(text)
    return names if all(map(looks_like_name, names)) else []


def _fewest_names(words: list[str]) -> list[str]:
    """The words put together to as few names as they make, [] when some make none."""
    ways: dict[int, list[str]] = {0: []}
    for end in range(1, min(len(words), MOST_WORDS) + 1):
        for start in range(max(0, end - WORDS_OF_A_NAME), end):
            name = " ".join(words[start:end])
            is_shorter = end not in ways or len(ways[start]) + 1 < len(ways[end]) if start in ways else False
            is_dotted = end - start > 1 and re.search(rf"[{DOT}]", name)  # 港都・西川 恵: where from, and who
            if is_shorter and not (name.isascii() or is_dotted) and looks_like_name(name.replace(" ", "")):
                ways[end] = [*ways[start], name]
    return ways.get(len(words), [])


def looks_like_japanese_name(text: str) -> bool:
    """Whether a text is a name with a Japanese family name of two or three characters.

    For places where nothing but the name says that it is one: few words begin as these names do.
    """
    text = _joined(text)
    return 4 <= len(text) <= LONGEST_HAN_NAME and looks_like_name(text) and _has_long_surname(fold(text))


def _has_long_surname(name: str) -> bool:
    return name[:2] in _folded("surnames") or name[:3] in _folded("surnames")


def _joined(text: str) -> str:
    """李 明 and 李　明 are 李明, 山田 太郎 is 山田太郎."""
    text = text.strip()
    is_spaced = SPACED_NAME.fullmatch(text) or _ends_spaced(text, 0) == len(text)
    return re.sub(r"\s+", "", text) if is_spaced else text


def _ends_spaced(text: str, at: int) -> int:
    """Where a long family name with its given name apart ends; `at` where none stands.

    高橋 李明 are two people: what stands behind the space is a name by itself.
    """
    spaced = SPACED_LONG_NAME.match(text, at)
    if not spaced or fold(spaced["family"]) not in _folded("surnames") or _is_han_name(spaced["given"]):
        return at
    return spaced.end()


def _is_han_name(text: str) -> bool:
    if KANA_NAME.fullmatch(text):
        return any(fold(text[:size]) in _folded("surnames") for size in (1, 2, 3))
    if not HAN_NAME.fullmatch(text):
        return False
    folded = fold(text)
    if folded[-1] in _folded("name_never_ends"):
        return False
    return any(_is_split_at(size, folded) for size in (1, 2, 3))


def _is_split_at(size: int, name: str) -> bool:
    """Whether a family name of that size is followed by a given name that goes with it.

    Given names have one or two characters after a Chinese family name, up to three after a Japanese one.
    谢谢 and 明明 are words: a name that says its family name twice is rare.
    """
    given = len(name) - size
    if name[size:] == name[:size]:
        return False
    return name[:size] in _folded("surnames") and 1 <= given <= (2 if size == 1 else 3)


def _is_foreign_name(text: str) -> bool:
    """史蒂夫·班農, but not two Japanese names around a dot."""
    if not FOREIGN_NAME.fullmatch(text):
        return False
    return not all(map(looks_like_japanese_name, re.split(rf"[{DOT}]", text)))


def _is_hangul_name(text: str) -> bool:
    if not HANGUL_NAME.fullmatch(text) or text in words("korean_not_names"):
        return False
    if text.endswith(words("korean_office_endings")):
        return False
    return any(text[:size] in words("korean_surnames") and 1 <= len(text) - size <= 2 for size in (1, 2))


def _is_latin_name(text: str) -> bool:
    return bool(LATIN_NAME.fullmatch(text)) and not LATIN_INITIALS.fullmatch(text)


def is_office(text: str) -> bool:
    """Whether a text names an office, a place or a role, or is an everyday word, rather than a person."""
    if _latin_office().search(text):
        return True
    folded = fold(text)
    return folded in _folded("places", "not_names", "brands", "roles") or folded.endswith(
        _endings("office_endings")
    )


def could_be_pen_name(text: str) -> bool:
    """Whether a text may stand behind 作者： as a person: short, of letters only, no office.

    For places where the label itself says that a person follows.
    """
    return bool(LETTERS.fullmatch(text)) and (not is_office(text) or DOER.search(fold(text)) is not None)


def pen_name_end(text: str, at: int) -> int:
    """Where the pen name ends that begins at a place of a text; that place itself when none does."""
    foreign = HANGUL_FOREIGN_NAME.match(text, at)
    if foreign and not any(map(is_office, foreign[0].split())):
        return foreign.end()
    match = LETTERS.match(text, at)
    if not match or not could_be_pen_name(match[0]):
        return at
    is_phrase = len(match[0]) > LONGEST_HAN_PEN_NAME and not re.search("[A-Za-z]", match[0])
    return at if is_phrase else match.end()


def name_ends(text: str, at: int) -> Iterator[int]:
    """Where a name that begins at a place of a text may end, the longest first.

    Only shapes are looked at; what lies between may still be no name. At most a dozen places.
    """
    foreign = FOREIGN_NAME.match(text, at)
    if foreign and _is_foreign_name(foreign[0]):
        yield from range(foreign.end(), at + re.search(rf"[{DOT}＝=]", foreign[0]).end(), -1)
        return
    if match := SPACED_NAME.match(text, at):
        yield match.end()
    if (end := _ends_spaced(text, at)) > at:
        yield end
    if match := LATIN_NAME.match(text, at):
        yield from _word_ends(text, at, match.end())
    end = at
    while end < min(len(text), at + LONGEST_HAN_NAME) and _is_east_asian(text[end]):
        end += 1
    yield from range(end, at + 1, -1)


def _word_ends(text: str, at: int, end: int) -> Iterator[int]:
    while end > at:
        yield end
        end = text.rfind(" ", at, end)


@lru_cache(maxsize=4096)
def _is_east_asian(char: str) -> bool:
    return bool(re.match(rf"[{HAN}{KANA}{HANGUL}]", char))


def looks_like_affiliation(text: str) -> bool:
    """Whether a short line says what somebody is: 某大學教授, 新台灣國策智庫研發長, Professor of …."""
    if len(text) > 2 * LONGEST_AFFILIATION:
        return False
    text = unicodedata.normalize("NFKC", text).strip(" ()（）")
    if not 3 <= len(text) <= LONGEST_AFFILIATION or re.search(r"[。！？!?；;]", text):
        return False
    return text.endswith((*words("posts"), *words("roles"))) or bool(LATIN_POST.search(text))
