"""What a reader typed, as phrases to find and filters to keep to."""

import re
from dataclasses import dataclass

from articles.text.normalise import drop_invisible
from articles.text.tokens import Phrase, phrases, searchable

LONGEST_QUERY = 200  # characters; what follows is not looked at
MOST_TERMS = 8  # phrases looked for at once

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

    tags, sources: names as typed. is_cut: more was typed than is looked at.
    """

    typed: str
    terms: tuple[tuple[Phrase, ...], ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.terms or self.tags or self.sources)

    @property
    def phrases(self) -> list[Phrase]:
        return [phrase for term in self.terms for phrase in term]


def parse(typed: str) -> Query:
    """Any text is a query. Nothing in it is an operator but quotation marks, tag: and source:."""
    shown = " ".join(drop_invisible(typed).split())
    parts = list(PART.finditer(shown[:LONGEST_QUERY]))
    words = [part["quoted"] or part["word"] or "" for part in parts if not part["filter"]]
    found = list(dict.fromkeys(phrase for text in words for phrase in phrases(searchable(text))))
    return Query(
        typed=shown[:LONGEST_QUERY],
        terms=tuple(other_names(phrase) for phrase in found[:MOST_TERMS]),
        tags=names(parts, "tag"),
        sources=names(parts, "source"),
        is_cut=len(shown) > LONGEST_QUERY or len(found) > MOST_TERMS,
    )


def names(parts, kind: str) -> tuple[str, ...]:
    """The names given to one filter, each once."""
    given = [part["named"] or part["name"] for part in parts if (part["filter"] or "").lower() == kind]
    return tuple(dict.fromkeys(name for name in given if name))


def other_names(phrase: Phrase) -> tuple[Phrase, ...]:
    """A phrase and whatever else it may be called in a text. The one place where a query is widened."""
    return (phrase,)
