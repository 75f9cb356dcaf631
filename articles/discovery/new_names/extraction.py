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
from typing import NamedTuple

from articles.discovery.new_names.cohesion import FEWEST, SHORTEST, Pieces
from articles.discovery.new_names.single_mentions import free_names
from articles.text.letters import HANGUL, KATAKANA
from articles.text.names.persons import HAN, LONGEST_NAME, looks_like_name
from articles.text.names.shapes import (
    could_be_topic,
    has_head,
    is_between_countries,
    known_words,
    places,
    visits,
)
from articles.text.scripts import fold
from articles.text.words import words

MOST_CHARACTERS = 20_000  # of a text that are looked at, a page of a newspaper; it bounds the work
# The stroke 丶 stands for 、 in careless print; what a figure counts (23日, 200米) is no part of a name.
RUN = re.compile(rf"(?:(?!丶|(?<=\d).)[{HAN}])+")

# How much more a piece is worth than one of no such shape.
PERSON = 1.5  # a family name and a given name; those with a title are worth more
BETWEEN = 3.0  # countries' short forms stand in so many pieces that none of them seems to cohere
VISIT = 4  # mentions that one is worth: a visit is named once and a meeting, a trip, talks from then on
LONGEST_COUNTED = 4  # characters that a name in letters is weighed by: they say less than Han characters do

KATAKANA_NAME = re.compile(rf"[{KATAKANA}]{{2,}}(?:[・＝][{KATAKANA}]{{2,}})*")
HANGUL_RUN = re.compile(rf"[{HANGUL}]{{2,}}")
JOSA = re.compile(r"(?<=..)(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|까지|부터)$")
_WORD = r"[A-Z][A-Za-z0-9\u00c0-\u024f'’&-]*"
LATIN = re.compile(rf"\b{_WORD}(?:(?: (?:of|the|de|van|von|al)){{0,2}} {_WORD}){{0,5}}", re.ASCII)
SMALL = re.compile(r"\b[a-z][A-Za-z'’-]*")
SENTENCE = re.compile(r"(?:^|[.!?。！？:：\n\"“「『]\s{0,3})$")


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
    pieces, free = Pieces(runs, known_words()), free_names(runs)
    found = {
        piece: pieces.cohesion(piece) * _shape(piece, free) for piece in pieces if _is_telling(piece, pieces)
    }
    for name in free.keys() - found.keys():
        found[name] = pieces.most_cohesion(name) * free[name]
    weighed = [_weighed(piece, text.count(piece), worth) for piece, worth in found.items()]
    visited = Counter(visit for run in runs for visit in visits(run))
    weighed += [_visit(name, n, pieces) for name, n in visited.items()]
    return _apart(sorted(weighed, key=lambda candidate: -candidate.score))


def _is_telling(piece, pieces):
    """Whether a piece may be a topic; any two characters may meet twice."""
    is_enough = len(piece) > SHORTEST or pieces.counts[piece] > FEWEST or fold(piece) in places()
    return is_enough and could_be_topic(piece)


def _shape(piece, free):
    if is_between_countries(fold(piece)):
        return BETWEEN
    return free.get(piece) or (PERSON if _is_person(piece) else 1.0)


def _weighed(piece, count, worth):
    return Candidate(piece, count, count * math.log2(len(piece)) * worth)


def _visit(name, count, pieces):
    return Candidate(name, count, (VISIT + count - 1) * math.log(pieces.characters / count))


def _apart(found):
    """Of candidates that overlap the better ones, and the others as far as they stand alone as well."""
    kept = []
    for candidate in found:
        if _has_part(candidate.text, kept) or _is_part_of_person(candidate.text, kept):
            continue
        alone = candidate.count - sum(other.count for other in kept if candidate.text in other.text)
        if alone == candidate.count or alone >= FEWEST:
            kept.append(candidate._replace(score=candidate.score * alone / candidate.count))
    return kept


def _has_part(text, kept):
    """Whether a better candidate stands in a text, and no head makes another name of it: 李在明夫婦."""
    held = [other.text for other in kept if other.text in text]
    return any(not has_head(fold(text)) or _is_person(other) for other in held)


def _is_part_of_person(text, kept):
    """石破 beside 石破茂 is the same man."""
    return any(text in other.text and _is_person(other.text) for other in kept)


def _is_person(piece):
    return len(piece) > 2 and looks_like_name(piece)  # of two characters too many words look like one


def _counted_names(text) -> Iterator[Candidate]:
    """Names in scripts that show where they end."""
    for counted in (Counter(KATAKANA_NAME.findall(text)), _hangul(text), _latin(text)):
        for name, count in counted.items():
            if count >= FEWEST and len(name) <= LONGEST_NAME:
                length = min(len(name), LONGEST_COUNTED)
                yield Candidate(name, count, count * math.log2(length) * math.log(len(text) / count))


def _hangul(text):
    """Words without the particles behind them."""
    return Counter(JOSA.sub("", word) for word in HANGUL_RUN.findall(text))


def _latin(text):
    """Capitalised words that stand in the middle of a sentence and are nowhere written small.

    Who is named in full once and then by one word (Lee Jae-myung, Lee) counts in full each time.
    """
    counted, inside = Counter(), set()
    small = set(SMALL.findall(text))
    for match in LATIN.finditer(text):
        opens = bool(SENTENCE.search(text[max(0, match.start() - 3) : match.start()]))
        name = _without_titles(match[0], small if opens else ())
        if len(name) > 1 and name.lower() not in small:
            counted[name] += 1
            inside |= set() if opens and name == match[0] and " " not in name else {name}
    return _by_full_name(Counter({name: n for name, n in counted.items() if name in inside}))


def _without_titles(name, small):
    """A name without the titles before it and without a first word that only its place capitalises."""
    first, _, rest = name.partition(" ")
    if first in words("latin_not_names") or (rest and first.lower() in small):
        return _without_titles(rest, small)
    return name


def _by_full_name(counted):
    full = {name: name.split() for name in counted if " " in name}
    parts = Counter(part for words in full.values() for part in words)
    for name, own in full.items():
        counted[name] += sum(counted[part] for part in own if parts[part] == 1)
    return Counter({name: n for name, n in counted.items() if parts[name] != 1})
