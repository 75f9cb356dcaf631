"""Headlines whose lines end between words: Chinese has no spaces, and browsers part 李｜在明 like any words.

Names of the glossary stay whole, and so do short clauses, so that lines end after ：，、？ where they can, as
https://www.w3.org/TR/clreq/ wishes. No library is asked: those that divide Chinese into words part names.
"""

import re
from functools import lru_cache
from itertools import pairwise

from django.db.models import Exists, OuterRef
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from articles.discovery.links import TAG, Name, by_prefix, linked_labels, mentions
from articles.freshness import ALL
from articles.freshness.memory import remembered
from articles.models import ArticleTag

# Characters that are kept on a line: a headline on a telephone of 320 px has ten to the line, of which a name
# is to leave some for what stands before it.
LONGEST, LONGEST_CLAUSE = 8, 10
# A mark that ends a clause, and what stands and closes with it; or the space that parts two in a headline.
CLAUSE_END = re.compile(r"[：，、？！；][：，、？！；」』）》〉]*|(?<=[^\x00-\x7f])[ \u3000](?=[^\x00-\x7f])")


class Names(dict[str, list[Name]]):
    """Names by their first characters. version: another object for others."""

    def __init__(self, names):
        super().__init__(names)
        self.version = object()


@remembered(ALL)
def names_in_headlines() -> Names:
    """The names that are kept whole: those of public topics."""
    public = Exists(ArticleTag.objects.published().filter(tag=OuterRef("tag")))
    return of_labels(tuple(label for label in linked_labels().filter(public) if is_kept(label[0])))


@lru_cache(maxsize=1)
def of_labels(labels: tuple) -> Names:
    return Names(by_prefix(labels))


def is_kept(name: str) -> bool:
    """Alphabets end their lines between words by themselves."""
    return len(name) <= LONGEST and not name.isascii()


def unbroken(headline: str, names: dict[str, list[Name]]) -> SafeString:
    """A headline as HTML, names and short clauses kept whole.

    headline: plain, or safe with marks in it. names: as `names_in_headlines` gives them, or nothing.
    """
    escaped = conditional_escape(headline)
    if len(headline) <= LONGEST or headline.isascii():
        return escaped
    pieces = TAG.split(escaped)
    pieces[::2] = [in_spans(piece, names or {}) for piece in pieces[::2]]
    return mark_safe("".join(pieces))  # noqa: S308  escaped above, or safe before


def in_spans(text: str, names) -> str:
    """text: escaped, without tags."""
    clauses = short_clauses(text)
    found = [(start, end) for _name, start, end in mentions(text, names)]
    apart = [span for span in found if not any(start <= span[0] < end for start, end in clauses)]
    written, last = [], 0
    for start, end in sorted([*clauses, *apart]):
        written += [text[last:start], '<span class="unbroken">', text[start:end], "</span>"]
        last = end
    return "".join([*written, text[last:]])


def short_clauses(text: str) -> list[tuple[int, int]]:
    """Where those stand that are kept on a line; none in a text of one clause."""
    ends = [0, *(match.end() for match in CLAUSE_END.finditer(text)), len(text)]
    return [
        (start, end)
        for start, end in pairwise(ends)
        if 1 < end - start <= LONGEST_CLAUSE and end - start < len(text)
    ]
