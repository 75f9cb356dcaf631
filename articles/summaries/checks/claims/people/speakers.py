"""Who says something: a summary that lets A say what in the body B says, and A elsewhere."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.claims.beside import Beside, by_words
from articles.summaries.checks.claims.people.spelled import prints_chinese
from articles.summaries.checks.clauses import CLAUSE, SPEECH, Part, Parts, cut_up
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import places_of
from articles.summaries.checks.transcriptions import family_names
from articles.summaries.checks.unknown_names import (
    HAN,
    capitalised,
    is_ordinary,
    may_be_named,
    people,
    surnames,
    titled,
)
from articles.text.names.persons import DOT
from articles.text.quantities.quantity import Quantity
from articles.text.quantities.reading import mask
from articles.text.scripts import fold

SAYS = re.compile(
    r"表示|[指提说称]|认为|强调|希望|盼|要求|回应|回答|答[复覆]|呼吁|主张|建议|承认|否认|警告|提醒|证实|透露|批评|宣布"
    r"|解释|坦言|直言|肯定|质疑|追问|估计|预估|反驳|反对|支持|赞成|介绍|补充|抱怨|担心|关切|保证|承诺"
)
SAYS_IN_ENGLISH = re.compile(
    r"(?<![a-z])(?:sa(?:id|ys)|told|tells|argue[sd]|warn(?:s|ed)|add(?:s|ed)|call(?:s|ed)\sfor|urge[sd]|propose[sd]|suggest(?:s|ed)"
    r"|want(?:s|ed)|hope[sd]|den(?:y|ies|ied)|acknowledge[sd]|admit(?:s|ted)|complain(?:s|ed)|caution(?:s|ed)|note[sd])(?![a-z])"
)
# 曹炳宇回應說, at the beginning of a clause.
BARE = re.compile(rf"(?<![{HAN}])([{HAN}]{{3}})(?=[则也]?(?:{SAYS.pattern}))")
HE = re.compile(r"[\s「“]{0,2}[他她]")
# 國民力量黨則批評: whoever spoke before does not say this.
OF_ANOTHER = re.compile(rf"(?![他她并也又还另同])[{HAN}]{{2,12}}?(?:{SAYS.pattern})")
SHORT = 2  # characters of a family name of a longer name, by which somebody is named again


class Speech(NamedTuple):
    """A part of a body and who is seen to say it; "" where that is not certain."""

    part: Part
    speaker: str
    named: frozenset[str]


def other_speakers(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, who says it in the body) for each name in a text that is given another one's words."""
    if body.language[:2] != "zh":
        return
    if facts.language[:2] == "zh" and SAYS.search(facts.reading.folded):
        yield from _by_their_words(facts, body)
    elif facts.language == "en" and SAYS_IN_ENGLISH.search(facts.reading.folded):
        yield from _by_their_numbers(facts, body)


def _by_their_words(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """By clauses: a name with what it is seen to say, laid beside what the body has each of them say."""
    folded, known, said = facts.reading.folded, who_say(body), _speeches(body)
    speaker, start = "", 0
    for clause in _cut(folded, known, CLAUSE):
        named = _named(clause.cut(folded), known)
        if named:
            speaker, start = named[0]
            is_said = SAYS.search(folded, clause.start + start, clause.end)
            speaker, start = (speaker if is_said and len(named) == 1 else ""), clause.start + start
        elif OF_ANOTHER.match(folded, clause.start):
            speaker = ""
        shares = by_words(clause, _cut(body.reading.folded, known, SPEECH)) if speaker else {}
        if shares and (other := _other(speaker, Beside(clause, max(shares, key=shares.get), shares), said)):
            yield start, start + _length(folded, start, speaker), body.reading.quote(*_place(body, other))
        if folded[clause.end - 1 : clause.end] in "。\n":
            speaker = ""


def _other(speaker: str, laid: Beside, said: dict[int, Speech]) -> str:
    """Who says in the body what a clause has its speaker say; "" when that may be the same."""
    told = [said[one.start] for one in (laid.best, *laid.others)]
    if any(speaker in one.named or one.speaker == speaker for one in told):
        return ""
    return told[0].speaker


def _by_their_numbers(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """By sentences: a name with the numbers in what it says, where the body has another one say them."""
    text, known, speeches = facts.reading.narrow, who_say(body), _speeches(body).values()
    names = capitalised(facts) if known else []
    for sentence in facts.sentences:
        own = [name for name in names if name in sentence.cut(text)]
        is_said = SAYS_IN_ENGLISH.search(facts.reading.folded, sentence.start, sentence.end)
        meant = [one for one in known if len(own) == 1 and is_written(own[0], one)]
        numbers = [one for one in facts.numbers if sentence.holds(one.start)] if meant and is_said else ()
        speakers = {one.speaker for number in numbers for one in _having(number, body, speeches)}
        if len(speakers) == 1 and "" not in speakers and not any(is_written(own[0], one) for one in speakers):
            start = text.index(own[0], sentence.start)
            yield start, start + len(own[0]), body.reading.quote(*_place(body, speakers.pop()))


def _having(number: Quantity, body: Facts, speeches: Iterable[Speech]) -> list[Speech]:
    """What in the body has a number that is no small one."""
    if number.is_small or number.unit == "age":
        return []
    places = [one.start for one in body.readings if one.worths & number.worths and one.unit == number.unit]
    return [speech for speech in speeches if any(speech.part.holds(place) for place in places)]


def is_written(name: str, han: str) -> bool:
    """Whether a name in Latin letters may write one of Han characters."""
    if prints_chinese(name, han):
        return True
    families = [family for word in name.lower().split() for family in family_names().get(word, ())]
    return any(han.startswith(family) for family in families)


@lru_cache(maxsize=64)  # a body is asked for each change of a summary
def _speeches(body: Facts) -> dict[int, Speech]:
    """By where each begins: cut up again, a body is in other parts."""
    folded, known = body.reading.folded, who_say(body)
    found: dict[int, Speech] = {}
    last = ""
    for part in _cut(folded, known, SPEECH):
        text = part.cut(folded)
        named = _named(text, known)
        if named:
            last = named[0][0] if SAYS.search(text, named[0][1]) else ""
        elif not HE.match(text):
            last = ""
        found[part.start] = Speech(part, last, frozenset(name for name, _ in named))
        if text.endswith("\n"):
            last = ""
    return found


@lru_cache(maxsize=64)
def who_say(body: Facts) -> tuple[str, ...]:
    """The people whom a Chinese body names, folded: those with a title of whom it tells what they do, and
    those whom it names twice."""
    folded = body.reading.folded
    found = [match[1] for match in _titled().finditer(folded) if may_be_named(match[1])]
    bare = (match[1] for match in BARE.finditer(folded))
    found += [name for name in bare if name[0] in surnames() and folded.count(name) > 1]
    found += [name for name in map(fold, people(body)) if folded.count(name) > 1]
    return tuple(dict.fromkeys(name for name in found if not is_ordinary(name)))


@lru_cache(maxsize=1)
def _titled() -> re.Pattern:
    """A name behind a title, before what somebody does: 駐華大使金宗律答復."""
    return re.compile(
        rf"{titled().pattern}([{HAN}]{{2,5}}?)"
        rf"(?=[在则也于对向当昨今前随会没{DOT}]|\d|[一二三四五六七八九十廿]{{1,3}}日|质询|致词|受访|{SAYS.pattern})"
    )


def _named(text: str, known: tuple[str, ...]) -> list[tuple[str, int]]:
    """Who is named in a text, each with the place, in order of place."""
    places = [(at, name) for name in known if (at := _at(text, name)) >= 0]
    return [(name, at) for at, name in sorted(places)]


def _at(text: str, name: str) -> int:
    at = text.find(name)
    return text.find(name[:SHORT]) if at < 0 and len(name) > SHORT + 1 else at


def _cut(folded: str, known: tuple[str, ...], ends: re.Pattern) -> Parts:
    """A text cut up without the names of people: whoever says it, its words are the same."""
    named = [(at, at + len(name)) for name in known for at in places_of(name, folded)]
    return cut_up(mask(folded, named), ends)


def _length(folded: str, start: int, name: str) -> int:
    return len(name) if folded.startswith(name, start) else SHORT


def _place(body: Facts, name: str) -> tuple[int, int]:
    at = body.reading.folded.find(name)
    return at, at + len(name)
