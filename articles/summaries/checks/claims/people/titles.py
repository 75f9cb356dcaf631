"""What stands before a name: 外交部長吳立中 where a body has 國安會秘書長吳立中, whatever the offices are.

Offices that are in no list are told apart by the characters that say what they are for: 法相 is 法務大臣, as
both have 法. Where no character of a title stands in any that the body gives, somebody is asked to look.
"""

import re
from collections.abc import Iterator

from articles.summaries.checks.claims.people.offices import classes_at, offices_with_names
from articles.summaries.checks.claims.people.speakers import is_written, who_say
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import places_of
from articles.summaries.checks.unknown_names import HAN, people, titled
from articles.text.scripts import fold

BEFORE = re.compile(rf"(?:(?![与和跟同及向对在的曾赴访由])[{HAN}]){{2,16}}$")
LONGEST = 16
# 旅遊與體育部長 is one office, 李明與外交部長 none: of what stands before the joining word nobody is named.
JOINED = re.compile(rf"[{HAN}]{{2,4}}[与和及暨]$")
LONGEST_JOINED = 5
# Folded, what says that somebody holds an office, not which: none of these tells two of them apart.
GENERIC = frozenset("长官部相大臣员主席总副代理前现任新首国家政府局处署司院会中央地方市县省区委一第的驻")
OF_ANYTHING = ("head", "chair", "chairman", "chief", "director", "president")  # say not of what
RANK = re.compile("副|次(?=[长官])|代理|候任|前")
NO_OFFICES = re.compile("(?:先生|女士|夫人|教授|学者|专家|记者|作家|导演|律师|研究员|领导人|领袖|主管)$")


def other_titles(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each title before a name to which the body gives others alone."""
    if body.language[:2] != "zh":
        return
    if facts.language == "en":
        yield from _in_english(facts, body)
    if facts.language[:2] != "zh":
        return
    for name in _named(facts, body):
        theirs = [title for at in places_of(name, body.reading.folded) if (title := _title(body, at))]
        for at in places_of(name, facts.reading.folded) if theirs else ():
            own = _title(facts, at)
            if own and all(_are_apart(facts, own, body, other) for other in theirs):
                yield *own, body.reading.quote(*theirs[0])


def _in_english(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """The offices of the list before names to which the body gives titles in none of their characters."""
    for start, end, latin, words in offices_with_names(facts):
        if facts.reading.folded[start:end] in OF_ANYTHING:
            continue
        known = {name for name in _all_in(body) if is_written(latin, name)}
        places = (
            [at for name in known for at in places_of(name, body.reading.folded)] if len(known) == 1 else ()
        )
        theirs = [title for at in places if (title := _title(body, at))]
        own = set("".join(words)) - GENERIC
        if theirs and own and all(_is_of_none(own, body, title) for title in theirs):
            yield start, end, body.reading.quote(*theirs[0])


def _all_in(body: Facts) -> Iterator[str]:
    """The people of a body, of whom several may have one family name."""
    yield from who_say(body)
    yield from (body.reading.folded[one.start : one.end] for one in body.mentions if one.is_of_glossary)


def _is_of_none(own: set[str], body: Facts, title: tuple[int, int]) -> bool:
    theirs = set(body.reading.folded[slice(*title)]) - GENERIC
    return bool(theirs) and own.isdisjoint(theirs)


def _named(facts: Facts, body: Facts) -> frozenset[str]:
    """The people whom a text names and a body may, folded."""
    text = facts.reading.folded
    of_glossary = (text[one.start : one.end] for one in facts.mentions if one.is_of_glossary)
    return frozenset([*who_say(body), *map(fold, people(facts)), *of_glossary])


def _title(facts: Facts, at: int) -> tuple[int, int] | None:
    """Where the title that ends at a place begins, and the place."""
    run = BEFORE.search(facts.reading.folded, max(0, at - LONGEST), at)
    ends = [match.end() for match in titled().finditer(facts.reading.folded, run.start(), at)] if run else []
    if at not in ends or NO_OFFICES.search(run[0]):
        return None
    start = _where_joined(facts, run.start())
    named = [one.end for one in facts.mentions if start <= one.start < one.end < at]
    return max([start, *named]), at


def _where_joined(facts: Facts, start: int) -> int:
    """Where the first half of an office begins of which the second one does at a place."""
    folded = facts.reading.folded
    half = JOINED.search(folded, max(0, start - LONGEST_JOINED), start)
    return half.start() if half and not titled().search(half[0]) else start


def _are_apart(facts: Facts, own: tuple[int, int], body: Facts, other: tuple[int, int]) -> bool:
    """Whether two titles share no character that says what they are for, and no office of the list, or are of
    one office and of two ranks."""
    if _is_of_another_rank(facts.reading.folded[slice(*own)], body.reading.folded[slice(*other)]):
        return True
    ours = set(facts.reading.folded[slice(*own)]) - GENERIC
    theirs = set(body.reading.folded[slice(*other)]) - GENERIC
    classes = classes_at(facts, own[1]), classes_at(body, other[1])
    return bool(ours and theirs) and ours.isdisjoint(theirs) and classes[0].isdisjoint(classes[1])


def _is_of_another_rank(own: str, other: str) -> bool:
    """Whether one of two titles that end alike is a deputy's, and nothing else is told of it."""
    ranks = [RANK.findall(title) for title in (own, other)]
    bare = [RANK.sub("", title) for title in (own, other)]
    return own[-1:] == other[-1:] and bool(ranks[0]) != bool(ranks[1]) and bare[0][-2:] == bare[1][-2:]
