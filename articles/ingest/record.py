"""A plain-text document as a partition of its text.

Every visible character has one claim: a holder (a field, or a block by its place), or the rule that left
it out. Parsers take the words of fields and blocks from here and from nowhere else. What nobody claimed
is the arithmetic rest and goes into the record too, so that no reader has to wonder where a line went.
"""

import re
from collections.abc import Callable

from articles.ingest.documents import Held, Removed

# What a reader cannot see and `str.isspace` does not call white space: control characters, the soft
# hyphen, zero-width spaces and joiners, direction marks, byte order marks, interlinear marks.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)
# A line break beside a character that is written without spaces, before a closing mark, or between a Korean
# word and its particle is no space.
BROKEN_LINE = re.compile(
    r"(?<!\s)(?:(?<=[\uac00-\ud7a3A-Za-z0-9])\n(?=(?:은|는|을|를|의|에|에서|으로|로|와|과|에는|에도|에선|에서는)\s|고\s한)|(?<=[\u2e80-\u9fff\uff00-\uffef])[^\S\n]*\n\s*"
    r"|[^\S\n]*\n\s*+(?=[\u2e80-\u9fff\uff00-\uffef,.;:!?)\]’”]))"
)
LINE_PIECE = re.compile(r"[^\s][^\r\n]*")
# The claim on a character, one byte each.
FREE, HELD, LEFT_OUT = b"\x00", b"\x01", b"\x02"
Claim = tuple[str | int, int, int]  # by whom or by which rule, start, end
UNCLAIMED = re.compile(FREE + b"+")


def as_printed(words: str) -> re.Pattern:
    """What finds words in a text, whatever white space parts them and whatever unseen their letters."""
    unseen = f"(?:{INVISIBLE.pattern})?"
    return re.compile(r"\s+".join(unseen.join(map(re.escape, word)) for word in words.split()))


class Record:
    """The claims on one decoded text, by offsets in characters. White space at their ends does not count.

    Claiming a character twice raises ValueError at once: that is a mistake in the parser.
    """

    def __init__(self, text: str):
        self.text = text
        self._held: list[Claim] = []
        self._left_out: list[Claim] = []
        self._claims = bytearray(len(text))

    def hold(self, holder: str | int, start: int, end: int) -> str:
        """Claim a piece for a field or a block.

        holder: the field's name, or the block's place in the document's blocks.
        Returns the piece as printed, runs of white space as one space, invisible characters left out
        (and recorded).
        """
        at = start
        for mark in INVISIBLE.finditer(self.text, start, end):
            self._claim(HELD, self._held, holder, at, mark.start())
            self.leave_out("invisible", *mark.span())
            at = mark.end()
        self._claim(HELD, self._held, holder, at, end)
        return self._printed(start, end)

    def quote(self, start: int, end: int) -> str:
        """A piece for a field that repeats words that something holds, "" when these were left out."""
        return self._printed(start, end) if HELD in self._claims[start:end] else ""

    def leave_out(self, rule: str, start: int, end: int) -> None:
        """Claim a piece as left out by `rule`."""
        self._claim(LEFT_OUT, self._left_out, rule, start, end)

    @property
    def held(self) -> list[Held]:
        """The pieces that fields and blocks hold, in the order in which these print them."""
        return [Held(*claim) for claim in self._joined(self._held)]

    def removed(self, rule_at: Callable[[int], str] = lambda offset: "unclaimed") -> list[Removed]:
        """Everything that is held by nothing, in order, neighbours of one rule joined.

        rule_at: names the rule for a line, or piece of a line, that was claimed by nobody.
        """
        for rest in list(UNCLAIMED.finditer(self._claims)):
            for piece in LINE_PIECE.finditer(self.text, *rest.span()):
                self.leave_out(rule_at(piece.start()), *piece.span())
        return [Removed(*claim) for claim in self._joined(sorted(self._left_out, key=lambda claim: claim[1]))]

    def _claim(self, kind: bytes, claims: list[Claim], claimant: str | int, start: int, end: int) -> None:
        piece = self.text[start:end].lstrip()
        start, end = end - len(piece), end - len(piece) + len(piece.rstrip())
        if self._claims.count(FREE, start, end) < end - start:
            raise ValueError(f"characters {start} to {end} were claimed twice")
        if start < end:
            self._claims[start:end] = kind * (end - start)
            claims.append((claimant, start, end))

    def _printed(self, start: int, end: int) -> str:
        visible = INVISIBLE.sub("", self.text[start:end])
        return " ".join((BROKEN_LINE.sub("", visible) if "\n" in visible else visible).split())

    def _joined(self, claims: list[Claim]) -> list[Claim]:
        """The claims, those of one claimant as one where only white space parts them."""
        joined: list[Claim] = []
        for claimant, start, end in claims:
            same, first, last = joined[-1] if joined else (None, 0, 0)
            if same == claimant and last <= start and not self.text[last:start].strip():
                joined[-1] = (claimant, first, end)
            else:
                joined.append((claimant, start, end))
        return joined
