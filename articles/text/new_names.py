"""What a text may be about that nobody has named yet: its people, places, bodies, visits, treaties.

Pieces of Han text that cohere are weighed as terms are by C-value (Frantzi, Ananiadou and Mima 2000): by how
often they stand in the text, times the logarithm of their length, times their cohesion. Shape decides between
them: a family name, a title beside the piece, what two countries have with each other. Names in other scripts
show by themselves where they begin and end, and are counted.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.text.cohesion import FEWEST, Pieces
from articles.text.names import HAN, looks_like_name
from articles.text.scripts import fold
from articles.text.topic_shapes import (
    could_be_topic,
    has_head,
    is_between_countries,
    known_words,
    visits,
)
from articles.text.words import words

MOST_CHARACTERS = 20_000  # of a text that are looked at, a page of a newspaper; it bounds the work
RUN = re.compile(rf"[{HAN}]+")

# How much more a piece is worth than one of no such shape.
PERSON, TITLED = 1.5, 2.0  # a family name and a given name; a title beside them
BETWEEN = 3.0  # countries' short forms stand in so many pieces that none of them seems to cohere
VISIT = 4  # mentions that one is worth: a visit is named once and a meeting, a trip, talks from then on
LONGEST_PERSON = 4  # characters
LONGEST_COUNTED = 4  # characters that a name in letters is weighed by: they say less than Han characters do

KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}(?:[・＝][\u30a1-\u30fa\u30fc]{2,})*")
HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")
JOSA = re.compile(r"(?<=..)(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|까지|부터)$")
_WORD = r"[A-Z][A-Za-z0-9\u00c0-\u024f'’&-]*"
LATIN = re.compile(rf"\b{_WORD}(?:(?: (?:of|the|and|de|van|von|al))* {_WORD})*", re.ASCII)
SENTENCE = re.compile(r"(?:^|[.!?。！？:：\n\"“「『]\s*)$")


class Candidate(NamedTuple):
    """text: as printed. count: how often it stands there. score: how much speaks for it."""

    text: str
    count: int
    score: float


def new_names(text: str) -> list[Candidate]:
    """What may be names in a text, best first, as printed; of those that overlap the better one.

    text: plain, in any script; its first 20,000 characters are looked at.
    """
    text = text[:MOST_CHARACTERS]
    found = [*_han_names(text), *_counted_names(text)]
    return sorted(found, key=lambda candidate: -candidate.score)


def _han_names(text):
    runs = RUN.findall(text)
    pieces, titled = Pieces(runs, known_words()), _titled(runs)
    found = [_weighed(piece, pieces, titled) for piece in pieces if could_be_topic(piece)]
    found += [_once(name, pieces) for name in titled if name not in pieces.counts]
    found += [_visit(name, n, pieces) for name, n in Counter(visits(text)).items()]
    return _apart(sorted(found, key=lambda candidate: -candidate.score))


def _weighed(piece, pieces, titled):
    count = pieces.counts[piece]
    weight = count * math.log2(len(piece)) * pieces.cohesion(piece)
    return Candidate(piece, count, weight * _shape(piece, titled))


def _shape(piece, titled):
    folded = fold(piece)
    if is_between_countries(folded):
        return BETWEEN
    if _is_person(piece):
        return TITLED if piece in titled else PERSON
    return 1.0


def _is_person(piece):
    return len(piece) > 2 and looks_like_name(piece)  # of two characters too many words look like one


def _once(name, pieces):
    """A person who is named once, with a title."""
    return Candidate(name, 1, TITLED * math.log2(len(name)) * math.log(pieces.characters))


def _visit(name, count, pieces):
    return Candidate(name, count, (VISIT + count - 1) * math.log(pieces.characters / count))


def _titled(runs):
    """The names behind titles: 首相林小滿, where a mark or an everyday word ends them."""
    places = ((run, match.end()) for run in runs for match in _titles().finditer(fold(run)))
    return {name for run, start in places for name in _name_at(run, start)}


def _name_at(run, start):
    ends = range(min(len(run), start + LONGEST_PERSON), start + 2, -1)
    named = [run[start:end] for end in ends if _ends_at(run, end) and looks_like_name(run[start:end])]
    return named[:1]


def _ends_at(run, end):
    """Whether a name may end at a place: before a mark, grammar or a known word, and inside none."""
    known = known_words()
    if fold(run[end - 1]) in known or fold(run[end - 1 : end + 1]) in known:
        return False
    return end == len(run) or fold(run[end]) in known or fold(run[end : end + 2]) in known


def _apart(found):
    """Of candidates that overlap the better ones, and the others as far as they stand alone as well."""
    kept = []
    for candidate in found:
        if _has_part(candidate.text, kept):
            continue
        alone = candidate.count - sum(other.count for other in kept if candidate.text in other.text)
        if alone == candidate.count or alone >= FEWEST:
            kept.append(candidate._replace(score=candidate.score * alone / candidate.count))
    return kept


def _has_part(text, kept):
    """Whether a better candidate stands in a text, and no head makes another name of it: 李在明夫婦."""
    held = [other.text for other in kept if other.text in text]
    return any(not has_head(fold(text)) or _is_person(other) for other in held)


def _counted_names(text) -> Iterator[Candidate]:
    """Names in scripts that show where they end."""
    for counted in (Counter(KATAKANA.findall(text)), _hangul(text), _latin(text)):
        for name, count in counted.items():
            if count >= FEWEST:
                length = min(len(name), LONGEST_COUNTED)
                yield Candidate(name, count, count * math.log2(length) * math.log(len(text) / count))


def _hangul(text):
    """Words without the particles behind them, which tell a stem when two different ones follow it."""
    return Counter(JOSA.sub("", word) for word in HANGUL.findall(text))


def _latin(text):
    """Capitalised words that stand in the middle of a sentence and are nowhere written small."""
    counted, inside = Counter(), set()
    small = set(re.findall(r"\b[a-z][\w'’-]*", text))
    for match in LATIN.finditer(text):
        opens = bool(SENTENCE.search(text[max(0, match.start() - 3) : match.start()]))
        name = match[0]
        first, _, rest = name.partition(" ")
        if opens and first.lower() in small:
            name, opens = rest, False
        if len(name) > 1 and name.lower() not in small:
            counted[name] += 1
            inside |= set() if opens and " " not in name else {name}
    return Counter({name: n for name, n in counted.items() if name in inside})


@lru_cache(maxsize=1)
def _titles():
    longest_first = sorted({fold(word) for word in words("titles")}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
