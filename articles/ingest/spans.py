"""The record of what a plain-text parse keeps and what it leaves out.

A parser claims every piece of the decoded text once: `keep` for what a field or a block holds, `remove`
for the rest, with the name of the rule. What nobody claimed ends in the record too, so that no reader
has to wonder where a line went.
"""

import re
from collections.abc import Callable, Iterator

from articles.ingest.documents import Block, ParsedDocument, Removed

# What a reader cannot see and `str.isspace` does not call white space: control characters, the soft
# hyphen, zero-width spaces and joiners, direction marks, byte order marks, interlinear marks.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)
SPACE = re.compile(r"\s+")
# A line break beside a character that is written without spaces, or before a closing mark, is no space.
BROKEN_LINE = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef])\s*\n\s*|\s*\n\s*(?=[\u2e80-\u9fff\uff00-\uffef,.;:!?)\]’”])"
)
LINE_PIECE = re.compile(r"[^\s][^\r\n]*")


class Spans:
    """Kept and removed pieces of one decoded text, by offsets in characters."""

    def __init__(self, text: str):
        self.text = text
        self._kept: list[tuple[int, int]] = []
        self._removed: list[Removed] = []

    def keep(self, start: int, end: int) -> str:
        """Claim a piece for a field or a block.

        Returns the piece as printed, runs of white space as one space, invisible characters left out
        (and recorded).
        """
        visible, at = [], start
        for mark in INVISIBLE.finditer(self.text, start, end):
            visible.append(self._keep_visible(at, mark.start()))
            self.remove(*mark.span(), "invisible")
            at = mark.end()
        piece = BROKEN_LINE.sub("", "".join([*visible, self._keep_visible(at, end)]))
        return SPACE.sub(" ", piece).strip()

    def remove(self, start: int, end: int, rule: str) -> None:
        """Claim a piece as left out by `rule`. White space around it does not count."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if start < end:
            self._removed.append(Removed(rule, start, end))

    def record(self, rule_at: Callable[[int], str] = lambda offset: "unclaimed") -> list[Removed]:
        """Everything left out, in order, neighbours of one rule joined.

        rule_at: names the rule for a line, or piece of a line, that was claimed by nobody.
        Raises ValueError when two claims overlap: that is a mistake in the parser.
        """
        for start, end in self._gaps():
            for piece in LINE_PIECE.finditer(self.text, start, end):
                self.remove(*piece.span(), rule_at(piece.start()))
        return self._joined(sorted(self._removed, key=lambda piece: piece.start))

    def _keep_visible(self, start: int, end: int) -> str:
        self._kept.append((start, end))
        return self.text[start:end]

    def _gaps(self) -> Iterator[tuple[int, int]]:
        claims = sorted([*self._kept, *((piece.start, piece.end) for piece in self._removed)])
        at = 0
        for start, end in [*claims, (len(self.text), len(self.text))]:
            if start < at and start < end:
                raise ValueError(f"characters {start} to {at} were claimed twice")
            if start > at:
                yield at, start
            at = max(at, end)

    def _joined(self, pieces: list[Removed]) -> list[Removed]:
        joined: list[Removed] = []
        for piece in pieces:
            last = joined[-1] if joined else None
            if last and last.rule == piece.rule and not self.text[last.end : piece.start].strip():
                joined[-1] = Removed(piece.rule, last.start, piece.end)
            else:
                joined.append(piece)
        return joined


def coverage_errors(text: str, parsed: ParsedDocument) -> list[str]:
    """What breaks the contract of removal, one line each; empty for a sound record.

    White space aside, every character of `text` is either removed or held by a field or a block, never
    both and never twice removed, and the blocks hold theirs in reading order. A field may repeat what a
    block holds (a byline inside a paragraph).
    """
    left, errors = _left_over(text, parsed.removed)
    held, at = bytearray(len(left)), 0
    # Blocks first: a caption may begin with the headline's own words.
    for piece in map(_packed, _block_texts(parsed.blocks)):
        at = _mark(held, left, piece, at, errors)
    fields = [parsed.source_name, *parsed.byline.split("、"), *parsed.keywords]
    for piece in map(_packed, [*_head_texts(parsed), *fields]):
        _mark(held, left, piece, 0, errors)
    errors += [f"kept but held by nothing: {left[a:b]!r}" for a, b in _zero_runs(held)]
    return errors


def _left_over(text: str, removed: list[Removed]) -> tuple[str, list[str]]:
    pieces, errors, at = [], [], 0
    for piece in sorted(removed, key=lambda piece: piece.start):
        if piece.start < at or piece.end > len(text) or piece.start >= piece.end:
            errors.append(f"removed span {piece.start}–{piece.end} ({piece.rule}) overlaps or lies outside")
        pieces.append(text[at : piece.start])
        at = max(at, piece.end)
    return _packed("".join([*pieces, text[at:]])), errors


def _block_texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        yield from block.items
        for row in block.rows:
            yield from row


def _head_texts(parsed: ParsedDocument) -> list[str]:
    return [parsed.standfirst] if parsed.headline_is_provisional else [parsed.headline, parsed.standfirst]


def _mark(held: bytearray, left: str, piece: str, start: int, errors: list[str]) -> int:
    """Marks where `left` holds the piece, at a place that nothing holds yet if there is one."""
    found = at = left.find(piece, start)
    while at >= 0 and any(held[at : at + len(piece)]):
        at = left.find(piece, at + 1)
    found = at if at >= 0 else found
    if found < 0:
        errors.append(f"held but not left in the text: {piece!r}")
        return start
    held[found : found + len(piece)] = b"\x01" * len(piece)
    return found + len(piece)


def _zero_runs(held: bytearray) -> Iterator[tuple[int, int]]:
    return (run.span() for run in re.finditer(rb"\x00+", bytes(held)))


def _packed(text: str) -> str:
    return SPACE.sub("", text)
