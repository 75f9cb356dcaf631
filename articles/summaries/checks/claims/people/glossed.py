"""The names that a body prints in two scripts, 維斯特奇（Miloš Vystrčil）, and how a summary uses them.

The body says itself who is who, so that both languages of a summary can be held to it: whether they speak of
the same people, and whether English spells them as the body does.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.claims.people.speakers import is_written
from articles.summaries.checks.claims.people.spelled import prints_chinese
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import LATIN_TOKEN, places_of
from articles.summaries.checks.names import Names
from articles.summaries.checks.transcriptions import family_names, may_stand_in, sound_pairs
from articles.summaries.checks.unknown_names import capitalised, people, strangers, without_title
from articles.text.scripts import fold
from articles.text.words import words as listed

HAN = "\u3400-\u9fff"
GLOSS = re.compile(rf"(?<=[{HAN}·])\s?\(([A-Z][A-Za-zÀ-ɏ'’.-]+(?:\s[A-Za-zÀ-ɏ'’.-]+){{1,4}})\)")
BEFORE_GLOSS, LONGEST_BEFORE_GLOSS = re.compile(rf"[{HAN}·]{{2,16}}$"), 16  # characters
SHORTEST_HAN, LONGEST_HAN = 3, 6  # characters of a name before which no title stands
SHORTEST_LATIN = 3  # letters of a word that is somebody's


class Glossed(NamedTuple):
    """A name as a body prints it.

    han: what it may be in folded characters. latin: in Latin letters. tokens: the words of it that are nobody
    else's, by which an English text is seen to print it.
    """

    han: frozenset[str]
    latin: str
    tokens: frozenset[str]

    def stands_in(self, facts: Facts) -> bool:
        if facts.language == "en":
            return not self.tokens.isdisjoint(facts.latin_words)
        return any(form in facts.reading.folded for form in self.han)


def only_in_one(one: Facts, other: Facts, body: Facts) -> tuple[list[str], list[str]]:
    """The names of the body that each of two languages has for itself, as printed; none unless both do."""
    known = glossed(body)
    ours = [name for name in known if name.stands_in(one) and not name.stands_in(other)]
    theirs = [name for name in known if name.stands_in(other) and not name.stands_in(one)]
    if not (ours and theirs):
        return [], []
    return [_quote(name, one) for name in ours], [_quote(name, other) for name in theirs]


def other_people(
    chinese: Facts, english: Facts, body: Facts | None, names: Names
) -> tuple[list[str], list[str]]:
    """The people whom each of two texts names in the other's place; none unless both do.

    Nor where the article names both in sentences of their own, of which each language tells one.
    """
    theirs = [name for rule, name in strangers(english, chinese, "en") if rule == "name"]
    theirs += _of_glossary(english, chinese, names)
    ours = [name for name in people(chinese) if not _is_answered(fold(name), english)] if theirs else []
    ours += _of_glossary(chinese, english, names)
    if not (ours and theirs) or (body and _are_apart(ours, theirs, body)):
        return [], []
    return ours, theirs


def _are_apart(chinese: list[str], english: list[str], body: Facts) -> bool:
    """Whether a Chinese body names people of two rows, and never two of them in one sentence."""
    folded, known = body.reading.folded, list(map(fold, people(body)))
    ours = [places_of(fold(name), folded) for name in chinese]
    theirs = [
        [at for one in known if is_written(name, one) for at in places_of(one, folded)] for name in english
    ]
    return body.sentences.tell_apart(ours, theirs)


def _of_glossary(facts: Facts, other: Facts, names: Names) -> list[str]:
    """The people of the glossary whom the other text does not name."""
    return [
        facts.reading.quote(one.start, one.end)
        for one in facts.mentions
        if one.keys.isdisjoint(other.keys) and any(names.is_person(key) for key in one.keys)
    ]


def _is_answered(name: str, facts: Facts) -> bool:
    """Whether a Latin text has a word that may write a name of Han characters."""
    pairs, known = sound_pairs(name), capitalised(facts)
    words = {word for whole in known for word in whole.split()}
    return any(prints_chinese(whole, name) for whole in known) or any(
        may_stand_in(word, name, pairs) for word in words
    )


def spelled_otherwise(facts: Facts, body: Facts) -> Iterator[tuple[str, str]]:
    """(name, what the body has) for the Latin names of a text that a body glosses in another spelling."""
    if facts.language != "en":
        return
    known = [name for name in glossed(body) if name.latin not in facts.reading.narrow]
    for name in capitalised(facts) if known else ():
        if not _tokens(name) <= body.latin_words:
            yield from ((name, other.latin) for other in known if _is_another_spelling(name, other, body))


def _is_another_spelling(name: str, other: Glossed, body: Facts) -> bool:
    """Whether a name reads as the characters do, or is of their family and of as many words.

    Or all but one of its words are those of the name, and that one is nowhere in the body.
    """
    if any(prints_chinese(name, form) for form in other.han):
        return True
    their = other.latin.lower().split()
    own = name.lower().split()[-len(their) :]  # a title may stand before it
    apart = [one for one, two in zip(own, their, strict=False) if one != two]
    if len(own) == len(their) and len(apart) == 1 < len(own) and apart[0] not in body.latin_words:
        return True
    families = family_names().get(name.split()[0].lower(), ())
    is_family = any(form.startswith(families) for form in other.han) if families else False
    return is_family and len(name.split()) == len(other.latin.split())


def _quote(name: Glossed, facts: Facts) -> str:
    """The name as a text prints it."""
    if facts.language == "en":
        printed = (match[0] for match in LATIN_TOKEN.finditer(facts.reading.narrow))
        short = next(token for token in printed if token.lower() in name.tokens)
        return name.latin if name.latin in facts.reading.text else short
    form = max((form for form in name.han if form in facts.reading.folded), key=len)
    at = facts.reading.folded.find(form)
    return facts.reading.quote(at, at + len(form))


def glossed(body: Facts) -> tuple[Glossed, ...]:
    """The names that a body prints in Han characters and, in brackets, in Latin letters."""
    return _glossed(body.reading.narrow, body.reading.folded)


@lru_cache(maxsize=64)
def _glossed(narrow: str, folded: str) -> tuple[Glossed, ...]:
    found = [
        (folded[slice(*before.span())], match[1])
        for match in GLOSS.finditer(narrow)
        if (
            before := BEFORE_GLOSS.search(narrow, max(0, match.start() - LONGEST_BEFORE_GLOSS), match.start())
        )
    ]
    used = [_tokens(latin) for _, latin in found]
    return tuple(
        Glossed(_forms(run), latin, frozenset(own))
        for at, (run, latin) in enumerate(found)
        if (own := used[at] - set().union(*(other for one, other in enumerate(used) if one != at)))
    )


def _forms(run: str) -> frozenset[str]:
    """What may be the name at the end of a run: all behind its title, or three characters and more."""
    name = without_title(run)
    if name != run:
        return frozenset([name]) if len(name) > 1 else frozenset()
    return frozenset(run[-length:] for length in range(SHORTEST_HAN, min(LONGEST_HAN, len(run)) + 1))


def _tokens(latin: str) -> set[str]:
    tokens = {token.lower() for token in LATIN_TOKEN.findall(latin) if len(token) >= SHORTEST_LATIN}
    return tokens - set(listed("written_large"))
