"""What a reader typed, as phrases to find and filters to keep to."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from django.utils import timezone

from articles.models import LabelKey
from articles.models.articles.prepared import padded, prepared
from articles.models.topics.label import folded_name
from articles.text.normalise import drop_invisible
from articles.text.tokens import SearchPhrase, phrases, searchable

LONGEST_QUERY = 200  # characters; what follows is not looked at
MOST_TERMS = 8  # phrases looked for at once
MOST_NAMES = 12  # spellings looked for of one topic

# "…" and 「…」 keep words together, tag: and source: name a filter; everything else is words.
PART = re.compile(
    r"(?P<filter>\b(?:tag|source))[:：]\s*(?:[\"“「](?P<named>[^\"”」]*)[\"”」]?|(?P<name>\S+))"
    r"|[\"“「](?P<quoted>[^\"”」]*)[\"”」]?"
    r"|(?P<word>[^\s\"“「]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Query:
    """terms: all must be found; each is one phrase and its other names, any of which will do.

    words: as typed, quoted ones whole. tags, sources: names as typed. is_cut: more was typed than is used.
    """

    typed: str
    words: tuple[str, ...] = ()
    terms: tuple[tuple[SearchPhrase, ...], ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.terms or self.tags or self.sources)

    @property
    def phrases(self) -> list[SearchPhrase]:
        return [phrase for term in self.terms for phrase in term]


def parse(typed: str) -> Query:
    """Any text is a query. Nothing in it is an operator but quotation marks, tag: and source:."""
    shown = " ".join(drop_invisible(typed[: 10 * LONGEST_QUERY]).split())
    parts = list(PART.finditer(shown[:LONGEST_QUERY]))
    words = [part["quoted"] or part["word"] or "" for part in parts if not part["filter"]]
    found = list(dict.fromkeys(phrase for word in words for phrase in phrases_in(word)))
    return Query(
        typed=shown[:LONGEST_QUERY],
        words=tuple(word for word in words if word),
        terms=tuple((phrase,) for phrase in found[:MOST_TERMS]),
        tags=names(parts, "tag"),
        sources=names(parts, "source"),
        is_cut=len(shown) > LONGEST_QUERY or len(found) > MOST_TERMS,
    )


def names(parts, kind: str) -> tuple[str, ...]:
    """The names given to one filter, each once."""
    given = [part["named"] or part["name"] for part in parts if (part["filter"] or "").lower() == kind]
    return tuple(dict.fromkeys(name for name in given if name))[:MOST_TERMS]


def with_other_names(query: Query) -> Query:
    """The query widened by the glossary: whoever looks for a topic finds it by all its names.

    The whole query may be a name (kim jong un), or each of its words. The one place that widens a query.
    """
    known = other_names({" ".join(query.words), *query.words})
    if whole := known.get(folded_name(" ".join(query.words))):
        return replace(query, terms=(whole,))
    names = {(phrase,): known.get(folded_name(word)) for word in query.words for phrase in phrases_in(word)}
    return replace(query, terms=tuple(names.get(term) or term for term in query.terms))


def other_names(names: set[str]) -> dict[str, tuple[SearchPhrase, ...]]:
    """By folded name, the phrases that find whatever topic the name means, its own first."""
    wanted = [folded_name(name) for name in names if len(name) > 1]
    keys = read_published(timezone.now(), *padded(wanted))
    known = {folded: tag for folded, tag in keys if len(phrases_in(folded)) == 1}
    named = defaultdict(list)
    for tag, folded in read_names(*padded([*known.values()])):
        named[tag].append(folded)
    return {folded: spellings([folded, *named[tag]]) for folded, tag in known.items()}


@prepared
def read_published(now, *folded):
    return LabelKey.objects.published(now).filter(folded__in=folded).values_list("folded", "tag")


@prepared
def read_names(*tags):
    return LabelKey.objects.filter(tag__pk__in=tags).values_list("tag", "folded")


def spellings(names: list[str]) -> tuple[SearchPhrase, ...]:
    """A name of one character would find too much, one with a mark inside is several phrases."""
    found = [phrases_in(name) for name in dict.fromkeys(names)]
    return tuple(one[0] for one in found if len(one) == 1 and not one[0].is_one_character)[:MOST_NAMES]


def phrases_in(word: str) -> list[SearchPhrase]:
    return phrases(searchable(word))
