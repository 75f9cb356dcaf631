"""A summary's citations: `[3]` behind a statement says that paragraph 3 of the body bears it out."""

import re
from typing import NamedTuple

CITATION = re.compile(r"\s?\[(\d{1,4})\]")
# White space that a citation leaves behind between a word and the mark that follows it.
GAP = re.compile(r"(?<!\s)\s+([。，、；：,.;:])")


class CitedRun(NamedTuple):
    """Words of a summary, or one of its citations."""

    text: str
    paragraph: int | None = None


def runs(text: str) -> list[CitedRun]:
    """A summary's text parted at its citations, in order; what is between two of them is a run of words."""
    found, end = [], 0
    for match in CITATION.finditer(text):
        found += [CitedRun(text[end : match.start()]), CitedRun(match[1], int(match[1]))]
        end = match.end()
    return [run for run in [*found, CitedRun(text[end:])] if run.text]


def cited(text: str) -> list[int]:
    """The numbers of the cited paragraphs, each once, in order."""
    return list(dict.fromkeys(run.paragraph for run in runs(text) if run.paragraph is not None))


def without_citations(text: str) -> str:
    """The words alone: for feeds, cards and meta descriptions, and for counting."""
    return GAP.sub(r"\1", CITATION.sub("", text)).strip()
