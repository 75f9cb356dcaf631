"""Whether a body gives somebody another office than a summary: foreign minister for defence minister.

Only an office right beside a name is looked at, and only where a body has one beside the same name. The name
is told by the glossary, by its own letters, by the family names of the region or by its first two sounds.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.summaries.checks.claims.people.deputies import deputies_of, deputy_before
from articles.summaries.checks.claims.people.spelled import prints_chinese
from articles.summaries.checks.consonants import consonants, may_be_heard
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import Lexicon, longest
from articles.summaries.checks.transcriptions import (
    family_names,
    is_japanese,
    may_begin,
    may_stand_in,
    sound_pairs,
    transcribed,
)
from articles.text.names.persons import DOT
from articles.text.scripts import fold
from articles.text.words import rows, words

HAN = "\u3400-\u9fff"
NAME_LENGTH = 2  # characters of Han by which a name is told: a family name and what follows
LONGEST_NAME = 5  # characters behind an office in which a name begins: 中谷元, 赤沢亮正, 도널드 트럼프
LATIN_BESIDE = re.compile(r",?\s((?:[A-Z][A-Za-zÀ-ɏ'’-]+\s?){1,3})")
DOTTED_NAME = re.compile(rf"[{HAN}]{{1,{LONGEST_NAME}}}(?:[{DOT}][{HAN}]{{1,{LONGEST_NAME}}}){{1,3}}")
NO_NAME = re.compile(rf"[^{HAN}{DOT}]|[和与同及跟]")
JOINED = re.compile(r"\s?(?:겸|兼任?|暨|、|및|and|&)\s?")  # two offices of one person
WORD = re.compile(r"[A-Za-z'’-]+")


class Held:
    """An office and where it stands. classes: which it may be."""

    def __init__(self, start: int, end: int, classes: frozenset[str]):
        self.start, self.end, self.classes = start, end, classes


def wrong_offices(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) for each office with a name that a body gives other offices alone."""
    own = _held(facts)
    theirs = _held(body) if own else []
    for one in own:
        beside = [other for other in theirs if _is_of_the_same(facts, one, body, other)]
        if beside and all(other.classes.isdisjoint(one.classes) for other in beside):
            yield one.start, one.end, body.reading.quote(beside[0].start, beside[0].end)


def classes_at(facts: Facts, end: int) -> frozenset[str]:
    """Which offices of the list a title that ends at a place may be."""
    return frozenset(key for one in _held(facts) if one.end == end for key in one.classes)


def offices_with_names(facts: Facts) -> Iterator[tuple[int, int, str, list[str]]]:
    """(start, end, name, its words in Chinese, folded) of each office before a name in Latin letters."""
    for one in _held(facts):
        classes = {each for key in one.classes for each in (key, key.removeprefix("deputy "))}
        words = [fold(word) for key in classes for word in _lexicon().labels[key] if not word.isascii()]
        for name in _latin_beside(facts, one):
            yield one.start, one.end, name, words


def may_hold(name: str, facts: Facts, body: Facts) -> bool | None:
    """Whether a text gives a name in Latin letters an office that a Chinese body gives one like it.

    None where the body gives nobody that office.

    Like it is what begins with a sound of it (惠恕仁 is Whipps), or any in characters for a Japanese one.
    """
    own = [
        one for one in _held(facts) if any(name in row or row in name for row in _latin_beside(facts, one))
    ]
    holders = [
        _pieces(_around(body.reading.folded, other))[1]
        for other in _held(body)
        if any(not one.classes.isdisjoint(other.classes) for one in own)
    ]
    holders = [held for held in holders if _may_be_name(held)]
    tokens = WORD.findall(name)
    return (
        None
        if not holders
        else any(
            any(may_begin(token, held[:1]) for token in tokens)
            or (all(map(is_japanese, tokens)) and not transcribed().match(held))
            for held in holders
        )
    )


@lru_cache(maxsize=64)  # a body is asked for each language, and for each change of a summary
def _held(facts: Facts) -> list[Held]:
    folded, held = facts.reading.folded, []
    for one in longest(_lexicon().find(facts.reading)):
        start, classes = one.start, one.keys
        if (first := deputy_before(folded, start)) < start:
            start, classes = first, frozenset(f"deputy {key}" for key in classes)
        if held and JOINED.fullmatch(folded, held[-1].end, start):
            classes |= held[-1].classes
            held[-1].classes = classes
        held.append(Held(start, one.end, classes))
    return held


def _is_of_the_same(facts: Facts, one: Held, body: Facts, other: Held) -> bool:
    """Whether an office of a summary and one of a body stand beside one name."""
    keys = _keys_beside(facts, one)
    if keys:
        return not keys.isdisjoint(_keys_beside(body, other))
    if facts.language == "en":
        return any(_prints(body, other, name) for name in _latin_beside(facts, one))
    return any(_prints_han(body, other, name) for name in _han_beside(facts, one))


def _keys_beside(facts: Facts, held: Held) -> set[str]:
    """The people of the glossary whose names stand right beside an office."""
    return {
        key
        for one in facts.mentions
        if one.start - held.end in (0, 1) or held.start - one.end in (0, 1)
        for key in one.keys
        if key.startswith("topic:")
    }


def _latin_beside(facts: Facts, held: Held) -> list[str]:
    match = LATIN_BESIDE.match(facts.reading.narrow, held.end)
    return [match[1].strip()] if match else []


def _han_beside(facts: Facts, held: Held) -> list[str]:
    """What may be a name behind an office or, as in 李在明總統, before one: from where it begins."""
    folded = facts.reading.folded
    behind = [folded[held.end : held.end + LONGEST_NAME]]
    # 馬來西亞大使 is nobody's name
    is_of_place = any(one.start < held.start <= one.end and not one.is_of_glossary for one in facts.mentions)
    lengths = [length for length in (4, 3, 2) if held.start >= length and not is_of_place]
    before = [folded[held.start - length : held.start] for length in lengths]
    return [row for row in [*behind, *before] if _may_be_name(row)]


def _may_be_name(row: str) -> bool:
    pair = row[:NAME_LENGTH]
    is_name = pair in _surnames() or row[:1] in _surnames() or transcribed().match(pair)
    return len(pair) == NAME_LENGTH and bool(is_name) and pair not in _ordinary()


def _prints(body: Facts, held: Held, name: str) -> bool:
    """Whether a body prints a Latin name beside an office."""
    tokens = WORD.findall(name)
    if body.language == "en":
        theirs = {token for row in _latin_beside(body, held) for token in WORD.findall(row)}
        return not theirs.isdisjoint(tokens)
    around = _around(body.reading.folded, held)
    if any(prints_chinese(name, piece) for piece in _pieces(around)):
        return True
    if body.language in ("ja", "ko"):
        heard = consonants(around)
        if any(may_be_heard(token, heard) and len(token) > 3 for token in tokens):
            return True
    return any(
        may_stand_in(token, piece, sound_pairs(piece))
        for piece in _pieces(around)
        for token in _told_by(tokens)
    )


def _told_by(tokens: list[str]) -> list[str]:
    """The word of a Latin name that tells whose it is: Chang of Chang Tun-han, else the last."""
    is_family_first = "-" in tokens[-1] and tokens[0].lower() in family_names() if tokens else False
    return tokens[:1] if is_family_first else tokens[-1:]


def _prints_han(body: Facts, held: Held, name: str) -> bool:
    """Whether a body prints a name of Han characters beside an office, in those or in Latin letters."""
    if body.language == "en":
        tokens = [token for row in _latin_beside(body, held) for token in WORD.findall(row)]
        is_family = any(name.startswith(family_names().get(token.lower(), ())) for token in tokens)
        return is_family or any(
            may_stand_in(token, name[:4], sound_pairs(name[:4])) for token in _told_by(tokens)
        )
    around = _around(body.reading.folded, held)
    return any(
        piece.startswith(name[:NAME_LENGTH]) or name[:NAME_LENGTH] in piece for piece in _pieces(around)
    )


def _around(folded: str, held: Held) -> str:
    before = folded[max(0, held.start - LONGEST_NAME - 3) : held.start]
    dotted = DOTTED_NAME.match(folded, held.end)  # 莎拉·杜特蒂
    behind = max(held.end + LONGEST_NAME, dotted.end() if dotted else 0)
    return f"{before}|{folded[held.end : behind]}"


def _pieces(around: str) -> list[str]:
    """What touches an office on either side, up to the next mark, the next name or another office."""
    before, _, behind = (_offices().sub(" ", part) for part in around.partition("|"))
    return [NO_NAME.split(before)[-1], NO_NAME.split(behind)[0]]


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    """Each office by all its names, written small so that they are found in any case."""
    lexicon = Lexicon()
    for row in rows("offices"):
        for word in row.replace("|", " ").split():
            lexicon.add(word.replace("_", " ").lower(), row.split()[0])
            for deputy in deputies_of(word.replace("_", " ")):
                lexicon.add(deputy, f"deputy {row.split()[0]}")
    return lexicon


@lru_cache(maxsize=1)
def _offices() -> re.Pattern:
    """The offices in Han characters and Hangul, for the few that stand around another one."""
    forms = (fold(form) for names in _lexicon().labels.values() for form in names if not form.isascii())
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(fold(word) for word in words("surnames"))


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return frozenset(fold(word) for name in ("not_names", "everyday") for word in words(name))
