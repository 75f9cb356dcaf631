"""Two versions of a text side by side: paragraph by paragraph, with the words that came and went."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.diff.alignment import Gap, gaps
from articles.text.diff.paragraphs import followed
from articles.text.tokens import WRITTEN_SOLID

KEPT, DELETED, INSERTED, CHANGED = "kept", "del", "ins", "changed"  # two of them as HTML calls them
PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n\s*")
# A number with its commas, a word, a run of white space, or one character.
WORD = re.compile(rf"\d[\d,.]*\d|(?:(?![{WRITTEN_SOLID}])[^\W_])+|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class DiffRun:
    """kind: kept, del or ins."""

    kind: str
    text: str


@dataclass(frozen=True)
class DiffParagraph:
    """kind: kept, changed, del or ins. runs: all of its text in either version, in order."""

    kind: str
    runs: tuple[DiffRun, ...]


def paragraph_diff(old: str, new: str) -> list[DiffParagraph]:
    """The paragraphs of both versions in order, those of one version only among the others.

    A paragraph that was moved counts as deleted and inserted. Texts are compared as they are typed; the time
    grows with their length, not with its square.
    """
    one, other = paragraphs(old), paragraphs(new)
    found, at = [], 0
    for gap in gaps(one, other):
        found += [DiffParagraph(KEPT, (DiffRun(KEPT, text),)) for text in one[at : gap.start]]
        found += _in_gap(one[gap.start : gap.end], other[gap.new_start : gap.new_end])
        at = gap.end
    return found + [DiffParagraph(KEPT, (DiffRun(KEPT, text),)) for text in one[at:]]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a Markdown text as they are typed, without the white space between them."""
    return [paragraph for paragraph in PARAGRAPH_END.split(text.strip()) if paragraph]


def _in_gap(old: list[str], new: list[str]) -> Iterator[DiffParagraph]:
    """What lies between kept paragraphs: pairs that are alike, and those of one version only."""
    at = new_at = 0
    for place, new_place in [*_pairs(old, new), (len(old), len(new))]:
        yield from (DiffParagraph(DELETED, (DiffRun(DELETED, text),)) for text in old[at:place])
        yield from (DiffParagraph(INSERTED, (DiffRun(INSERTED, text),)) for text in new[new_at:new_place])
        if place < len(old):
            yield DiffParagraph(CHANGED, tuple(_runs(old[place], new[new_place])))
        at, new_at = place + 1, new_place + 1


def _pairs(old, new) -> list[tuple[int, int]]:
    """Paragraphs that are versions of each other, in the order of both texts."""
    if len(old) == len(new) == 1:
        return [(0, 0)]
    pairs: list[tuple[int, int]] = []
    for pair in sorted(followed(old, new).items()):
        if not pairs or pair[1] > pairs[-1][1]:
            pairs.append(pair)
    return pairs


def _runs(old: str, new: str) -> Iterator[DiffRun]:
    one, other = WORD.findall(old), WORD.findall(new)
    at = 0
    for gap in _legible(gaps(one, other)):
        yield from _run(KEPT, one[at : gap.start])
        yield from _run(DELETED, one[gap.start : gap.end])
        yield from _run(INSERTED, other[gap.new_start : gap.new_end])
        at = gap.end
    yield from _run(KEPT, one[at:])


def _run(kind: str, words: list[str]) -> Iterator[DiffRun]:
    if words:
        yield DiffRun(kind, "".join(words))


def _legible(found: list[Gap]) -> list[Gap]:
    """Gaps with one word between them become one: a sentence in shreds cannot be read."""
    joined: list[Gap] = []
    for gap in found:
        if joined and gap.start - joined[-1].end <= 1:
            joined[-1] = Gap(joined[-1].start, gap.end, joined[-1].new_start, gap.new_end)
        else:
            joined.append(gap)
    return joined
