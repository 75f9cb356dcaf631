"""Which pieces of a box are the body, and under which rule each of the others is left out."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import dropwhile, groupby, pairwise, takewhile

from articles.ingest.furniture.notes import is_note
from articles.ingest.furniture.phrases import NOTICE, is_signature_mark, readers_follow
from articles.ingest.furniture.phrases import is_end_mark as says_end
from articles.ingest.furniture.players import RULE as PLAYER
from articles.ingest.furniture.players import player_lines
from articles.ingest.furniture.register import addressed
from articles.ingest.html.blocks import is_bold_heading
from articles.ingest.html.line_kinds import is_byline, is_dateline, rule_against
from articles.ingest.html.measures import FULL_STOP, is_prose, is_worded, key, lineage, speaks_of, units
from articles.ingest.html.pieces import Piece
from articles.ingest.html.selection.density import Boxes
from articles.ingest.html.selection.edges import (
    alike,
    end_of_body,
    is_core,
    is_end_mark,
    leads_on,
    parent_of,
    start_of_body,
)
from articles.ingest.html.selection.pull_quotes import echoes
from articles.text.press.captions import looks_like_caption

CLOCK = re.compile(r"\d[:：]\d\d")
MOST_SIGNED = 0.15  # of the prose of a text; a signature below it is shorter
LEAST_IN_ARTICLE = 0.8  # of the prose, in an article element below which nothing is the text's
END_MARK_FROM = 0.5  # share of the prose that must be passed before a heading can end the body


@dataclass
class Choice:
    """A choice of pieces. kept: the body's, in order. rules: why others are left out, by index.

    pieces: all there were to choose from. from_script: the page does not print the body, a script would.
    """

    pieces: list[Piece] = field(default_factory=list)
    kept: list[Piece] = field(default_factory=list)
    rules: dict[int, str] = field(default_factory=dict)
    from_script: bool = False

    @property
    def prose(self) -> int:
        return sum(units(piece.text) for piece in self.kept if is_prose(piece))


def in_box(pieces: list[Piece], box) -> list[Piece]:
    return [piece for piece in pieces if box in lineage(piece)]


def choose(pieces: list[Piece], boxes: Boxes, box, headline: int = -1) -> Choice:
    """The body among the pieces of a box.

    headline: index of the headline's piece; the body starts after it.
    """
    choice = Choice(pieces)
    inside = _from_headline(_with_notes_below(pieces, box), headline)
    inside = _until_end(_without_players(inside, choice), boxes, choice)
    headed = pieces[headline].text if headline >= 0 else ""
    for piece in _without_tools(_without_calls(_trimmed(inside, choice), choice), choice, headed):
        rule = _rule_in_box(piece, boxes, box)
        if rule:
            choice.rules[piece.index] = rule
        else:
            choice.kept.append(piece)
    told_again = echoes(choice.kept)
    choice.rules |= dict.fromkeys(told_again, "pull quote")
    choice.kept = [piece for piece in choice.kept if piece.index not in told_again]
    if choice.kept:
        choice.kept = [*_lead_figures(pieces[headline + 1 : choice.kept[0].index], boxes), *choice.kept]
    return choice


def _lead_figures(above: list[Piece], boxes: Boxes) -> list[Piece]:
    """Pictures with captions that stand between headline and body, outside its box, but for their buttons."""
    shown = [piece for piece in above if piece.is_picture or not rule_against(piece)]
    return [
        piece
        for pair in pairwise(shown)
        if _is_captioned(*pair) and not boxes.in_furniture(pair[0])
        for piece in pair
    ]


def _is_captioned(picture: Piece, below: Piece) -> bool:
    if not picture.is_picture or not below.text or below.context.rule or is_byline(below.text):
        return False
    in_figure = below.context.figure is not None and below.context.figure is picture.context.figure
    return below.context.caption or in_figure or looks_like_caption(below.text)


def _with_notes_below(pieces: list[Piece], box) -> list[Piece]:
    """The pieces of a box, and the lines of the makers printed right below it."""
    inside = in_box(pieces, box)
    below = pieces[inside[-1].index + 1 :]
    return [*inside, *takewhile(_is_note_below, below)] if _is_core_or_note(inside[-1]) else inside


def _is_note_below(piece: Piece) -> bool:
    return is_note(piece.text) and not piece.links and not piece.context.rule


def _is_core_or_note(piece: Piece) -> bool:
    return is_core(piece) or is_note(piece.text)


def _from_headline(pieces: list[Piece], headline: int) -> list[Piece]:
    """What stands below the headline; everything when the headline is printed below the text only."""
    below = [piece for piece in pieces if piece.index > headline]
    return below if any(is_core(piece) for piece in below) else pieces


def _without_players(pieces: list[Piece], choice: Choice) -> list[Piece]:
    """Without the lines of players, before one of them (Up next) is taken for the end of the text."""
    players = player_lines([piece.text for piece in pieces])
    choice.rules |= {pieces[place].index: PLAYER for place in players if pieces[place].text}
    return [piece for place, piece in enumerate(pieces) if place not in players or piece.is_picture]


def _without_calls(pieces: list[Piece], choice: Choice) -> list[Piece]:
    """Without the sentences that address the reader, where the others tell a story."""
    core = [piece for piece in pieces if is_core(piece) and not piece.context.quoted]
    calls = {core[place].index for place in addressed([piece.text for piece in core])}
    choice.rules |= dict.fromkeys(calls, NOTICE.rule)
    return [piece for piece in pieces if piece.index not in calls]


def _until_end(pieces, boxes, choice) -> list[Piece]:
    """Cuts where a heading says that something else begins, and boxes with such a heading inside the text."""
    values = [max(boxes.values[piece.index], 0) for piece in pieces]
    kept, passed, parent, place = [], 0, None, 0
    told: dict = defaultdict(float)
    while place < len(pieces):
        piece = pieces[place]
        if passed and is_end_mark(piece):
            resumed = _resumed(pieces, place + 1, [parent, max(told, key=told.get)], boxes)
            late = passed >= END_MARK_FROM * sum(values) or readers_follow(piece.text)
            over = says_end(piece.text) or _signs_off(pieces, values, place, parent)
            if late and (over or not resumed):
                told = _told_below(pieces[place:]) if over else []
                choice.rules |= {
                    after.index: "after the body" for after in pieces[place:] if after not in told
                }
                return kept + told
            if resumed > place + 1:
                story = _outside_box(pieces, place, resumed)
                own = {piece.index for piece in story}
                box = [inside.index for inside in pieces[place:resumed] if inside.index not in own]
                choice.rules |= dict.fromkeys(box, "box in the body")
                kept += story
                place = resumed
                continue
        if is_core(piece):
            passed, parent = passed + values[place], parent_of(piece)
            told[parent] += values[place]
        kept.append(piece)
        place += 1
    return kept


def _told_below(pieces: list[Piece]) -> list[Piece]:
    """What belongs to a text though it stands below its end: notes, and pictures with their captions."""
    captions = [piece.context.caption and not piece.context.rule for piece in pieces]
    shown = [piece.is_picture and below for piece, below in zip(pieces, [*captions[1:], False], strict=True)]
    told = zip(pieces, captions, shown, strict=True)
    return [piece for piece, *is_figure in told if any(is_figure) or (piece.text and is_note(piece.text))]


def _signs_off(pieces: list[Piece], values: list[float], place: int, parent) -> bool:
    """Whether a line is the mark above a signature: little of the text's own box stands below it."""
    if not is_signature_mark(pieces[place].text):
        return False
    own = [
        value if alike(parent_of(piece), parent) else 0 for piece, value in zip(pieces, values, strict=True)
    ]
    return sum(own[place:]) <= MOST_SIGNED * sum(own[:place])


def _resumed(pieces: list[Piece], start: int, parents: list, boxes: Boxes) -> int:
    """Where the text goes on in one of its boxes, or in a box like these; 0 when it does not.

    parents: the box of its last paragraph, which may be a list's or a quotation's, and the fullest.
    """
    for place in range(start, len(pieces)):
        piece = pieces[place]
        beside = any(alike(parent_of(piece), parent) for parent in parents)
        if beside and is_core(piece) and not boxes.in_furniture(piece):
            return place
    return 0


def _outside_box(pieces: list[Piece], mark: int, resumed: int) -> list[Piece]:
    """The lines of the text between a box and where the text goes on: headings, what announces a list, lists.

    mark, resumed: where the box's mark stands, and the text's next paragraph. A mark with nothing else in its
    element heads what stands behind it, of which only the headings right above the text are the text's.
    """
    parent, between = parent_of(pieces[resumed]), pieces[mark + 1 : resumed]
    box = _box_outside(pieces[mark], {parent, *parent.iterancestors(), *lineage(pieces[resumed])})
    behind = list(dropwhile(lambda piece: box in lineage(piece), between))
    if len(behind) < len(between) or box in lineage(pieces[mark - 1]):
        return [piece for piece in behind if leads_on(piece, parent) or _is_shown_in(piece, parent)]
    above = takewhile(lambda piece: _is_heading(piece) and leads_on(piece, parent), reversed(behind))
    headings = list(above)[::-1]
    return [] if headings == behind and _is_heading(pieces[mark]) else headings


def _is_shown_in(piece: Piece, box) -> bool:
    """Whether a piece is a picture of a box, or its caption."""
    return (piece.is_picture or piece.context.caption) and box in lineage(piece)


def _is_heading(piece: Piece) -> bool:
    return bool(piece.context.level) or is_bold_heading(piece)


def _trimmed(pieces: list[Piece], choice: Choice) -> list[Piece]:
    """Without the lines of the page's frame before the first and after the last piece of the body."""
    core = [place for place, piece in enumerate(pieces) if is_core(piece)]
    if not core:
        choice.rules |= {piece.index: "no prose" for piece in pieces}
        return []
    start, end = start_of_body(pieces, core[0]), end_of_body(pieces, core[-1])
    choice.rules |= {piece.index: "before the body" for piece in pieces[:start]}
    choice.rules |= {piece.index: "after the body" for piece in pieces[end:]}
    return pieces[start:end]


def _without_tools(pieces: list[Piece], choice: Choice, headline: str) -> list[Piece]:
    """Without the boxes before and behind the text that speak of something else: tools, calls, notices."""
    core = [piece for piece in pieces if is_core(piece)]
    if not core:
        return pieces
    main = _fullest_parent(core)
    told = [piece.index for piece in core if alike(parent_of(piece), main)]
    around = {main, *main.iterancestors()}
    above, text = _parted(pieces, told[0])
    text, below = _parted(text, told[-1] + 1)
    said = sum(units(piece.text) for piece in text if is_core(piece))
    tools = _tools(above, around, f"{headline} {_words([*text, *below])}", said)
    calls = _tools(
        below, around, f"{headline} {_words([*above, *text])}", said, sure=True
    ) | _outside_article(core, below)
    choice.rules |= dict.fromkeys(tools, "box before the body") | dict.fromkeys(calls, "box after the body")
    return [piece for piece in pieces if piece.index not in tools | calls]


def _outside_article(core: list[Piece], below: list[Piece]) -> set[int]:
    """The indices of what stands below the text outside the article element that holds nearly all of it."""
    held: dict = defaultdict(int)
    for piece in core:
        for article in (box for box in lineage(piece) if box.tag == "article"):
            held[article] += units(piece.text)
    whole = sum(units(piece.text) for piece in core)
    holder = next((article for article, said in held.items() if said >= LEAST_IN_ARTICLE * whole), None)
    outside = [piece for piece in below if holder is not None and holder not in lineage(piece)]
    return {piece.index for piece in outside if not is_note(piece.text)}


def _parted(pieces: list[Piece], index: int) -> tuple[list[Piece], list[Piece]]:
    """The pieces before the one with an index, and the rest."""
    return [piece for piece in pieces if piece.index < index], [
        piece for piece in pieces if piece.index >= index
    ]


def _words(pieces: list[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)


def _tools(pieces: list[Piece], around: set, story: str, told: int, sure: bool = False) -> set[int]:
    """The indices of what stands in boxes, of several lines each, that speak of nothing that the story does.
    A box that tells more than the story is none of them: entries of a running report above its background.

    told: reading units of the story's prose. sure: whether one line of a box must be furniture by its words
    too, as the last entries of a running report stand in boxes of their own.
    """
    tools = set()
    for _, group in groupby(pieces, key=lambda piece: _box_outside(piece, around)):
        box = list(group)
        if sum(units(piece.text) for piece in box if is_core(piece)) > told:
            continue
        if len(box) > 1 and _speaks_of_nothing(box, story) and (not sure or any(map(rule_against, box))):
            tools |= {piece.index for piece in box}
    return tools


def _fullest_parent(core: list[Piece]):
    sums = defaultdict(int)
    for piece in core:
        sums[parent_of(piece)] += units(piece.text)
    return max(sums, key=sums.get)


def _box_outside(piece: Piece, around: set):
    """The outermost element in which a piece stands beside those that hold the text."""
    return [*takewhile(lambda element: element not in around, lineage(piece)), None][-2:][0]


def _speaks_of_nothing(box: list[Piece], story: str) -> bool:
    """Whether the sentences of a box share no words with the story, but for those repeated from it."""
    said, whole = [piece for piece in box if FULL_STOP.search(piece.text)], key(story)
    own = [piece for piece in said if key(piece.text) not in whole and not rule_against(piece)]
    return bool(said) and not any(speaks_of(piece.text, story) for piece in own)


def _rule_in_box(piece: Piece, boxes: Boxes, box) -> str:
    """The rule that leaves a piece of the body's stretch out, "" for none."""
    rule = rule_against(piece)
    if rule == "links" and is_worded(piece) and boxes.trusts(piece):
        return ""
    if not rule and boxes.in_furniture(piece, below=box) and not is_note(piece.text):
        return "furniture"
    return rule or ("date" if _stamps_entry(piece) else "")


def _stamps_entry(piece: Piece) -> bool:
    """Whether a line is nothing but a day and an hour, as entries are posted; chronologies have no hours."""
    plain = not piece.context.level and piece.context.cell is None
    return plain and CLOCK.search(piece.text) is not None and is_dateline(piece.text)
