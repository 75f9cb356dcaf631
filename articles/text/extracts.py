"""A summary made of a text's own clauses: nothing in it that the text does not say.

What a text is about is said early and said again, so a term weighs by how often and how early it stands.
Clauses are taken one after another, each for the weight of the terms that those before it have not brought
yet, until the room is full. A clause never stands without the one that it leans on.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from articles.text.measures import LATIN_WORD
from articles.text.scripts import fold
from articles.text.sentences import clauses, sentences

MOST_SENTENCES = 40  # a text says early what it is about; the time grows with the square
# Fitted on every second of 3,000 news articles with headlines, see tests/benchmarks/drafts.py.
REPEATED = 1.1  # exponent of how often a term stands
EARLY = 1.2  # exponent of how early
OPENING = 30  # characters that count as equally early
OF_FUNCTION = 0.45  # factor for each character of a term that is a grammatical one
DENSE = 0.4  # exponent of a clause's size in its price; 1 asks for the densest clauses, 0 for the richest
LEAST_PRICED = 8  # characters; a shorter clause costs as much

SHORTEST_MEANT = 3  # letters; shorter English words are grammar (of, the, and)

# What stands in a text and not in its summary.
ASIDES = [
    re.compile(r"[（(][^（(）)]{0,60}[）)]"),  # a gloss or a dateline; the sentence reads on without it
    re.compile(r"^\s*(?:【[^】]{0,20}】|▲|※)\s*"),  # a label
    re.compile(
        r"^[^，。：:]{0,20}(?:导语|導語|导读|導讀|摘要|核心提示)\s*[:：]\s*"
    ),  # what the newsroom calls the lead
]
FUNCTION_CHARACTERS = frozenset(
    "的了是在和有不这我也就都而及与或一他她它们个为上中到会要可以能对从被把让将之于其但还又说等很没你那着过后时并如因所此只"
)
# Folded beginnings and ends of clauses that lean on a neighbour, with the reason.
LEANS_BACK = re.compile(
    r"^[“「『\s]*(?:但|而|却|就|则|所以|因此|因而|那么|也|还|并|且|才|从而|以便|以免|使|令|让|不过|然而|其中|甚至|尤其|同时|于是|反而)"
)  # the other half of a pair, or a result
LEANS_FORWARD = re.compile(
    r"^[“「『\s]*(?:如果|若|假如|倘若|一旦|除非|虽然|虽|尽管|只要|只有|因为|由于|即使|即便|哪怕|不管|无论|不论|不仅|不但|当|随着|据|根据|按照|为了|除了|除|对于|关于)"
    r"|(?:表示|指出|认为|强调|透露|称|说|问|道|写道|介绍|宣布|声明|提到|坦言|[:：—])[，,:：—\s]*$"
)  # a condition, a ground, or whose words these are


class Cut(NamedTuple):
    """A sentence of the extract. paragraph: the number of the one that it stands in, from 1."""

    paragraph: int
    text: str


@dataclass(frozen=True)
class Writing:
    """How a language is measured. terms: of a text, in order. size: of a text, in the unit of the budget."""

    terms: Callable[[str], list[str]]
    size: Callable[[str], int]
    full_stop: str


@dataclass(frozen=True)
class Clause:
    paragraph: int
    sentence: int
    place: int  # in its sentence
    text: str
    writing: Writing

    @cached_property
    def terms(self) -> list[str]:
        return self.writing.terms(self.text)

    @cached_property
    def size(self) -> int:
        return self.writing.size(self.text)

    @cached_property
    def leans_back(self) -> bool:
        return self.place > 0 and bool(LEANS_BACK.search(fold(self.text)))

    @cached_property
    def leans_forward(self) -> bool:
        return bool(LEANS_FORWARD.search(fold(self.text)))


def pairs(text: str) -> list[str]:
    """Each two characters that stand side by side, folded; a pair spans no mark."""
    runs = re.findall(r"[^\W_]+", fold(text))
    return [run[at : at + 2] for run in runs for at in range(len(run) - 1)]


def characters(text: str) -> int:
    return len(text) - sum(map(str.isspace, text))


def stems(text: str) -> list[str]:
    """The words that carry meaning, without the ends that grammar adds."""
    found = (word.lower() for word in LATIN_WORD.findall(text))
    return [word.removesuffix("s") for word in found if len(word) > SHORTEST_MEANT or word.isdigit()]


def word_count(text: str) -> int:
    return len(text.split())


CHINESE = Writing(pairs, characters, "。")
ENGLISH = Writing(stems, word_count, ".")


def extract(paragraphs: Sequence[str], budget: int, writing: Writing = CHINESE) -> list[Cut]:
    """What a text is about, in its own words and its own order.

    budget: in characters, or words of English; never exceeded. [] when not even one clause fits.
    """
    read = _read(paragraphs, writing)
    weights = _weights([clause for sentence in read for clause in sentence])
    taken = _taken(read, weights, budget)
    return _composed(read, taken, writing)


def _read(paragraphs, writing) -> list[list[Clause]]:
    every = [(number, one) for number, text in enumerate(paragraphs, 1) for one in sentences(text)]
    return [
        [Clause(number, at, place, text, writing) for place, text in enumerate(clauses(_without_asides(one)))]
        for at, (number, one) in enumerate(every[:MOST_SENTENCES])
    ]


def _without_asides(sentence: str) -> str:
    for aside in ASIDES:
        sentence = aside.sub("", sentence)
    return sentence


def _weights(every: list[Clause]) -> dict[str, float]:
    """How much each term tells of what the text is about."""
    often, first, at = Counter(), {}, 0
    for clause in every:
        often.update(clause.terms)
        for term in clause.terms:
            first.setdefault(term, at)
        at += len(clause.text)
    return {
        term: count**REPEATED
        * (1 + first[term] / OPENING) ** -EARLY
        * OF_FUNCTION ** sum(char in FUNCTION_CHARACTERS for char in term)
        for term, count in often.items()
    }


def _taken(read, weights, budget) -> set[Clause]:
    """The clauses that say most within the budget."""
    units = [_unit(sentence, clause) for sentence in read for clause in sentence]
    taken, covered, room = set(), set(), budget
    while best := _best(units, taken, covered, weights, room):
        taken |= best
        covered.update(term for clause in best for term in clause.terms)
        room -= sum(clause.size for clause in best)
    return taken


def _unit(sentence: list[Clause], clause: Clause) -> frozenset[Clause]:
    """A clause with those it leans on, and those that they lean on."""
    start = end = clause.place
    while start and (sentence[start].leans_back or sentence[start - 1].leans_forward):
        start -= 1
    while end + 1 < len(sentence) and sentence[end].leans_forward:
        end += 1
    return frozenset(sentence[start : end + 1])


def _best(units, taken, covered, weights, room) -> frozenset[Clause]:
    """What of a unit is still to be taken, for the unit that brings most for its price; empty at the end."""
    best, most = frozenset(), 0.0
    for unit in units:
        more = unit - taken
        size = sum(clause.size for clause in more)
        if not more or size > room:
            continue
        terms = {term for clause in more for term in clause.terms} - covered
        value = sum(weights[term] for term in terms) / max(size, LEAST_PRICED) ** DENSE
        if value > most:
            best, most = more, value
    return best


def _composed(read, taken, writing) -> list[Cut]:
    kept = ([clause for clause in sentence if clause in taken] for sentence in read)
    return [Cut(some[0].paragraph, _ended("".join(c.text for c in some), writing)) for some in kept if some]


def _ended(text: str, writing: Writing) -> str:
    """A sentence whose last clauses were dropped, with a full stop for its comma."""
    return re.sub(r"[，,；;：:、—\s]+$", writing.full_stop, text.strip())
