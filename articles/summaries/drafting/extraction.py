"""A summary made of a text's own clauses: nothing in it that the text does not say.

A term weighs by the sentences it stands in, each for its LexRank, and by how early it comes first. Clauses
are taken one after another, each for the weight of the terms that those before it have not brought yet (the
part of maximal marginal relevance), until the room is full. None stands without the one that it leans on.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from articles.summaries.drafting.dependent_clauses import binds_next, leans_back, leans_forward
from articles.summaries.drafting.lexrank import lexrank
from articles.summaries.drafting.sentences import clauses, sentences
from articles.text.language import IN_HAN
from articles.text.measures import ELLIPSIS, LATIN_WORD
from articles.text.scripts import fold

MOST_SENTENCES = 40  # a text says early what it is about; the time grows with the square
WAYS = 8  # to begin; from three on hardly anything is gained

# Fitted on every second of 3,000 news articles with headlines, see tests/benchmarks/drafts.py.
REPEATED = 1.1  # exponent of how often a term stands
EARLY = 0.96  # exponent of how early
OPENING = 30  # characters that count as equally early
OF_FUNCTION = 0.644  # factor for each character of a pair that carries grammar
OF_HEADLINE = 4  # factor for what a line set apart at the head of the text says
DENSE = 0.6  # exponent of a clause's size in its price: 1 asks for the densest clauses, 0 for the richest
LEAST_PRICED = 8  # characters; a shorter clause costs as much
# Grammar, and the dates and names of newsrooms that open a report.
FUNCTION_CHARACTERS = frozenset(
    "的了是在和有我也就都而及与或一他她它们个为上中到会要以对从把让将之于其但还又说等那着过时并如因所此只"
    "日月年间近据者报讯消息记"
)
LONGEST_HEADLINE, HEADLINES = 40, 2  # characters, lines at the head of a text
SHORTEST_MEANT = 3  # letters; shorter English words are grammar (of, the, and)

# What stands in a text and not in its summary.
LEFT_OUT = [
    # The headline that the source gave is set apart, the words for it are not kept.
    (re.compile(r"[（(]\s*原[标標][题題]\s*[:：]\s*([^）)]{4,60})[）)]"), "\\1\n"),
    (re.compile(r"原[标標][题題]\s*[:：]"), "\n"),
    # A gloss or a dateline: the sentence reads on without it.
    (re.compile(r"[（(][^（(）)]{0,60}[）)]"), ""),
    # Labels, and what newsrooms call a lead.
    (re.compile(r"【[^】]{0,20}】|[▲※●]"), ""),
    (re.compile(r"^[^，。：:]{0,20}(?:导语|導語|导读|導讀|摘要|核心提示)\s*[:：]\s*"), ""),
]
CODE = re.compile(r"[{}<>]|://|\w\.\w+\(|\);")  # of a page's own making, and addresses
CUT_END = re.compile(r"(?<![，,；;：:、—\s])[，,；;：:、—\s]+$")
ENDED = re.compile(r"[。！？!?….][」』”’》）)\"']*$")


class Cut(NamedTuple):
    """A sentence of the extract. paragraph: the number of the one that it stands in, from 1."""

    paragraph: int
    text: str


@dataclass(frozen=True)
class Writing:
    """How a language is written.

    terms: of a text, in order. size: of a text, in the unit of the budget. fragment: a clause up to this size
    says nothing by itself. letters: one of them stands in all prose. parts: of a sentence, taken one by one.
    """

    terms: Callable[[str], list[str]]
    size: Callable[[str], int]
    fragment: int
    letters: re.Pattern
    parts: Callable[[str], list[str]]
    full_stop: str


@dataclass(frozen=True, eq=False)
class Clause:
    paragraph: int
    sentence: int
    place: int  # in its sentence
    text: str
    writing: Writing

    @cached_property
    def terms(self) -> list[str]:
        return self.writing.terms(self.text) if self.is_prose else []

    @cached_property
    def size(self) -> int:
        return self.writing.size(self.text)

    @cached_property
    def is_prose(self) -> bool:
        return bool(self.writing.letters.search(self.text)) and not CODE.search(self.text)

    @cached_property
    def is_fragment(self) -> bool:
        return self.size <= self.writing.fragment

    @cached_property
    def leans_back(self) -> bool:
        return self.is_fragment or leans_back(self.text)

    @cached_property
    def leans_forward(self) -> bool:
        return self.is_fragment or leans_forward(self.text)

    @cached_property
    def is_set_apart(self) -> bool:
        """A line by itself, as headlines are: no mark ends it."""
        line = self.text.strip()
        return self.is_prose and len(line) <= LONGEST_HEADLINE and line[-1:].isalnum()


class Unit:
    """Clauses that stand or fall together."""

    def __init__(self, clauses: Iterable[Clause]):
        self.clauses = frozenset(clauses)
        self.size = sum(clause.size for clause in self.clauses) + self._ellipses()
        self.terms = frozenset(term for clause in self.clauses for term in clause.terms)

    def beside(self, taken: frozenset[Clause]) -> "Unit":
        """What of it is still to be taken."""
        return self if self.clauses.isdisjoint(taken) else Unit(self.clauses - taken)

    def _ellipses(self) -> int:
        """How many of its sentences lack their beginning, and with it, most often, who does what they say."""
        begun = {clause.sentence for clause in self.clauses if clause.place == 0}
        return len({clause.sentence for clause in self.clauses} - begun)

    @property
    def can_stand(self) -> bool:
        return all(one.is_prose for one in self.clauses) and not all(one.is_fragment for one in self.clauses)


def pairs(text: str) -> list[str]:
    """Each two characters that stand side by side, folded; a pair spans no mark."""
    runs = re.findall(r"[^\W_]+", fold(text))
    return [run[at : at + 2] for run in runs for at in range(len(run) - 1)]


def characters(text: str) -> int:
    """All of a clause, and the full stop that it needs when nothing ends it."""
    text = text.strip()
    return len(text) + (not ENDED.search(text) and not CUT_END.search(text))


def stems(text: str) -> list[str]:
    """The words that carry meaning, without the plural's end."""
    found = (word.lower() for word in LATIN_WORD.findall(text))
    return [word.removesuffix("s") for word in found if len(word) > SHORTEST_MEANT or word.isdigit()]


def word_count(text: str) -> int:
    return len(text.split())


CHINESE = Writing(pairs, characters, 5, IN_HAN, clauses, "。")
ENGLISH = Writing(stems, word_count, 2, LATIN_WORD, lambda sentence: [sentence], ".")


def extract(paragraphs: Sequence[str], budget: int, writing: Writing = CHINESE) -> list[Cut]:
    """What a text is about, in its own words and its own order.

    budget: in characters, or words of English; never exceeded. [] when not even one clause fits.
    """
    read = _read(paragraphs, writing)
    return _composed(read, _taken(read, _weights(read), budget), writing)


def _read(paragraphs, writing) -> list[list[Clause]]:
    texts = map(_without_asides, paragraphs)
    every = [(number, one) for number, text in enumerate(texts, 1) for one in sentences(text)]
    return [
        [Clause(number, at, place, text, writing) for place, text in enumerate(writing.parts(one))]
        for at, (number, one) in enumerate(every[:MOST_SENTENCES])
    ]


def _without_asides(text: str) -> str:
    for pattern, stays in LEFT_OUT:
        text = pattern.sub(stays, text)
    return text


def _weights(read: list[list[Clause]]) -> dict[str, float]:
    """How much each term tells of what the text is about."""
    spoken = [[term for clause in sentence for term in clause.terms] for sentence in read]
    often, first = Counter(), _first_places(read)
    for rank, terms in zip(lexrank(spoken), spoken, strict=True):
        for term in terms:
            often[term] += rank
    headline = {term for clause in _opening_lines(read) for term in clause.terms}
    return {
        term: count**REPEATED
        * (1 + first[term] / OPENING) ** -EARLY
        * OF_FUNCTION ** sum(char in FUNCTION_CHARACTERS for char in term)
        * (OF_HEADLINE if term in headline else 1)
        for term, count in often.items()
    }


def _first_places(read) -> dict[str, int]:
    """How many characters stand before the clause in which a term comes first."""
    places, at = {}, 0
    for clause in (clause for sentence in read for clause in sentence):
        for term in clause.terms:
            places.setdefault(term, at)
        at += len(clause.text)
    return places


def _opening_lines(read) -> list[Clause]:
    """The lines by themselves with which a text begins: a headline that stayed in the body."""
    first = [clause for sentence in read[:HEADLINES] for clause in sentence][:HEADLINES]
    return list(takewhile(lambda clause: clause.is_set_apart, first))


def _taken(read, weights, budget) -> frozenset[Clause]:
    """The clauses that say most within the budget: of several ways to begin, the one that ends best."""
    spans = dict.fromkeys(_span(sentence, one.place) for sentence in read for one in sentence)
    units = [unit for unit in map(Unit, spans) if unit.can_stand]
    worth = {unit: _worth(unit.terms, weights) for unit in units}
    starts = sorted((unit for unit in units if unit.size <= budget), key=worth.get, reverse=True)[:WAYS]
    ways = [_filled(start, worth, weights, budget) for start in starts]
    return max(ways, key=lambda way: _worth(way.terms, weights)).clauses if ways else frozenset()


def _span(sentence: list[Clause], place: int) -> tuple[Clause, ...]:
    """A clause with those it leans on, and those that they lean on."""
    start = end = place
    while start and (sentence[start].leans_back or binds_next(sentence[start - 1].text)):
        start -= 1
    while end + 1 < len(sentence) and sentence[end].leans_forward:
        end += 1
    return tuple(sentence[start : end + 1])


def _filled(taken: Unit, worth, weights, budget) -> Unit:
    """As much more as there is room for."""
    while best := _best(taken, worth, weights, budget - taken.size):
        taken = Unit(taken.clauses | best.clauses)
    return taken


def _best(taken: Unit, worth, weights, room) -> Unit | None:
    """What is still to be taken of the unit that brings most for its price."""
    best, most = None, 0.0
    for unit, whole in worth.items():
        more = unit.beside(taken.clauses)
        price = max(more.size, LEAST_PRICED) ** DENSE
        if more.size <= room and whole / price > most:  # what is new of it is worth no more than the whole
            value = _worth(more.terms - taken.terms, weights) / price
            best, most = (more, value) if value > most else (best, most)
    return best


def _worth(terms: Iterable[str], weights: dict[str, float]) -> float:
    return sum(map(weights.__getitem__, terms))


def _composed(read, taken, writing) -> list[Cut]:
    kept = ([clause for clause in sentence if clause in taken] for sentence in read)
    return [Cut(some[0].paragraph, _shown(some, writing)) for some in kept if some]


def _shown(kept: list[Clause], writing: Writing) -> str:
    """What is kept of a sentence: an ellipsis where it does not begin, a full stop where it did not end."""
    text = CUT_END.sub("", "".join(clause.text for clause in kept)).lstrip()
    return ELLIPSIS * (kept[0].place > 0) + text + writing.full_stop * (not ENDED.search(text))
