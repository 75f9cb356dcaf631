"""What editors decided about single pieces of a document, applied to what the cleaner made of it.

A document is read as its units in reading order: each block, each line that was left out, each piece that a
field holds. A correction names its unit by the words, and by how many units of the same words stand before
it, so that it finds it again when the cleaner has learnt or another version of the page comes. Units change
their state and never their words; that is why any correction can be undone without the others noticing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from articles.ingest.documents import Block, BlockType, Held, ParsedDocument, Reason, Removed
from articles.ingest.record import INVISIBLE, LINE_PIECE

EDITOR = "editor"  # the rule of what an editor left out
HEADING_LEVEL = 2


class Choice(StrEnum):
    KEEP = "keep"
    REMOVE = "remove"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    NOTE = "note"
    FIELD = "field"


# What a block can be said to be. Lists, tables and pictures hold more than words: they are kept or removed.
TYPES = {
    Choice.PARAGRAPH: BlockType.PARAGRAPH,
    Choice.HEADING: BlockType.HEADING,
    Choice.CAPTION: BlockType.FIGURE,
    Choice.NOTE: BlockType.NOTE,
}
TEXTS = ("headline", "standfirst", "byline", "source_name", "source_url", "language")
FIELDS = (*TEXTS, "published", "keywords")


@dataclass(frozen=True)
class Correction:
    """words: of the unit, or the name of a field. occurrence: how many units of these words stand before.

    value: of a field; keywords one a line, a date in ISO form.
    """

    choice: Choice
    words: str
    occurrence: int = 0
    value: str = ""


@dataclass
class Unit:
    """A piece of a document.

    rule: by which it is left out, "" for one that is kept. block: where the body holds it. holder: the field
    that does. spans: where it stands in plain text. correction: the last one that was applied to it.
    """

    words: str
    rule: str = ""
    block: Block | None = None
    holder: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    occurrence: int = 0
    correction: Correction | None = None

    @property
    def packed(self) -> str:
        return packed(self.words)

    @property
    def can_be(self) -> list[Choice]:
        """What it may be said to be, and is not."""
        if self.block is None or self.block.src or not self.block.text:
            return []
        return [choice for choice, kind in TYPES.items() if kind != self.block.type]


def packed(text: str) -> str:
    """Words as they are compared: without white space and without what nobody sees."""
    return INVISIBLE.sub("", "".join(text.split()))


def corrected(parsed: ParsedDocument, corrections: Iterable[Correction], text: str = "") -> ParsedDocument:
    """The document after the corrections, in the order in which they were made.

    text: that the document was read from; of markup its words alone, which say where a line belongs.
    Those that find no place are passed over: their words are not in the document.
    """
    corrections = list(corrections)
    if not corrections:
        return parsed
    units = units_of(parsed, text)
    apply(units, corrections)
    return _with_fields(_document(parsed, units, text), corrections)


def apply(units: list[Unit], corrections: Iterable[Correction]) -> list[Correction]:
    """Change the state of units; returns the corrections whose words are not there."""
    corrections = list(corrections)
    _free_headline(units, corrections)
    pieces = (correction for correction in corrections if correction.choice != Choice.FIELD)
    return [correction for correction in pieces if not _apply(units, correction)]


def _free_headline(units, corrections):
    """The body's first line is no part of it any more where an editor typed it as the headline."""
    first = next((unit for unit in units if unit.block and unit.packed), None)
    fields = {said.words: said.value for said in corrections if said.choice == Choice.FIELD}
    if first and first.packed == packed(fields.get("headline", "")):
        _change(first, Correction(Choice.REMOVE, first.words))


def _apply(units, correction):
    found = _found(units, correction)
    for unit in found:
        _change(unit, correction)
    return bool(found)


def _found(units, correction):
    """The unit of these words; where lines were broken otherwise, those that the words are made of."""
    words = packed(correction.words)
    same = [unit for unit in units if unit.packed == words and not unit.holder]
    if same:
        return [same[min(correction.occurrence, len(same) - 1)]]
    if correction.choice not in (Choice.KEEP, Choice.REMOVE):
        return []
    is_kept = correction.choice == Choice.REMOVE
    others = [unit for unit in units if bool(unit.block) == is_kept and not unit.holder and unit.packed]
    parts = [unit for unit in others if unit.packed in words]
    return parts if packed("".join(unit.words for unit in parts)) == words else []


def _change(unit, correction):
    unit.correction = correction
    if correction.choice == Choice.REMOVE:
        unit.block, unit.rule = None, EDITOR
    elif correction.choice == Choice.KEEP:
        unit.block, unit.rule = unit.block or Block(BlockType.PARAGRAPH, _tidy(unit.words)), ""
    elif correction.choice in unit.can_be:
        unit.block = _as(TYPES[correction.choice], unit.block)


def _as(kind, block):
    level = HEADING_LEVEL if kind == BlockType.HEADING else 0
    return Block(kind, block.text, level=level, caption=block.text if kind == BlockType.FIGURE else "")


def _tidy(words):
    return " ".join(INVISIBLE.sub("", words).split())


def units_of(parsed: ParsedDocument, text: str = "") -> list[Unit]:
    """A document in reading order, as the cleaner left it."""
    is_plain = bool(parsed.held) and all(piece.start is not None for piece in parsed.removed)
    units = list(_in_plain_text(parsed, text) if is_plain else _in_markup(parsed, text))
    before = Counter()
    for unit in units:
        unit.occurrence = before[unit.packed]
        before[unit.packed] += not unit.holder
    return units


def _in_plain_text(parsed, text):
    """By the offsets of the record; a block that holds nothing of its own stays behind the one before it."""
    units = [Unit(block_words(block), block=deepcopy(block)) for block in parsed.blocks]
    fields = []
    for piece in parsed.held:
        span = (piece.start, piece.end)
        if isinstance(piece.holder, int):
            units[piece.holder].spans.append(span)
        else:
            fields.append(Unit(text[slice(*span)], holder=piece.holder, spans=[span]))
    lines = [
        Unit(text[start:end], rule=piece.rule, spans=[(start, end)])
        for piece in parsed.removed
        for start, end in _lines(text, piece)
    ]
    places = list(_rising(min(unit.spans)[0] if unit.spans else None for unit in units))
    others = [*fields, *lines]
    return _merged(units, places, others, [unit.spans[0][0] for unit in others])


def _lines(text, piece):
    for line in LINE_PIECE.finditer(text, piece.start, piece.end):
        yield line.start(), line.start() + len(line[0].rstrip())


def _in_markup(parsed, text):
    """By where their words stand one after another in the text of the page."""
    whole = packed(text)
    blocks = [Unit(block_words(block), block=deepcopy(block)) for block in parsed.blocks]
    lines = [
        Unit(piece.text if piece.start is None else text[piece.start : piece.end], rule=piece.rule)
        for piece in parsed.removed
    ]
    return _merged(blocks, list(_places(blocks, whole)), lines, list(_places(lines, whole)))


def _places(units, whole):
    at = 0
    for unit in units:
        found = whole.find(unit.packed, at)
        at = found if found >= 0 else at
        yield at
        at += len(unit.packed) * (found >= 0)


def _rising(places):
    last = 0
    for place in places:
        last = last if place is None else max(last, place)
        yield last


def _merged(blocks, block_places, others, other_places):
    """Both in one order. Blocks keep theirs whatever the places say: it is the reading order."""
    placed = [
        (place, 1, number, unit)
        for number, (place, unit) in enumerate(zip(block_places, blocks, strict=True))
    ]
    placed += [
        (place, 0, number, unit)
        for number, (place, unit) in enumerate(zip(other_places, others, strict=True))
    ]
    return [unit for *_place, unit in sorted(placed, key=lambda one: one[:3])]


def block_words(block: Block) -> str:
    """Everything that a block says."""
    return block.text or "\n".join([*block.items, *(" ".join(row) for row in block.rows)]) or block.alt


def _document(parsed, units, text):
    kept = [unit for unit in units if unit.block]
    removed = list(_removed(units, text))
    held = [Held(unit.holder, *span) for unit in units if unit.holder for span in unit.spans]
    held += [Held(place, *span) for place, unit in enumerate(kept) for span in unit.spans]
    return replace(parsed, blocks=[unit.block for unit in kept], removed=removed, held=held)


def _removed(units: list[Unit], text: str) -> Iterator[Removed]:
    """As the cleaner records them: lines of one rule as one where only white space parts them."""
    left_out = [unit for unit in units if unit.rule]
    spans = sorted((span, unit.rule) for unit in left_out for span in unit.spans)
    yield from (Removed(unit.rule, text=unit.words) for unit in left_out if not unit.spans)
    last = None
    for (start, end), rule in spans:
        if last and last.rule == rule and not text[last.end : start].strip():
            last = replace(last, end=end)
            continue
        if last:
            yield last
        last = Removed(rule, start, end)
    if last:
        yield last


def _with_fields(document, corrections):
    for correction in corrections:
        if correction.choice == Choice.FIELD and correction.words in FIELDS:
            _set_field(document, correction.words, correction.value)
    return document


def _set_field(document, name, value):
    if name == "published":
        document.published = _moment(value) if value else None
    elif name == "keywords":
        document.keywords = value.split("\n") if value else []
    else:
        setattr(document, name, value)
    document.reasons = document.reasons | {name: Reason(EDITOR)}
    if name == "headline" and value:
        document.headline_is_provisional = False
    if not value:  # the words that it held are no field's now
        document.removed = [*document.removed, *_given_up(document, name)]
        document.held = [piece for piece in document.held if piece.holder != name]


def _given_up(document, name):
    return [Removed(EDITOR, piece.start, piece.end) for piece in document.held if piece.holder == name]


def _moment(value: str) -> date | datetime:
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
