"""Which pieces are the body: the densest box in sight or, for want of one, out of sight and in scripts."""

from dataclasses import replace

from articles.ingest.html.metadata import Metadata
from articles.ingest.html.pieces import Piece
from articles.ingest.html.selection.density import Boxes
from articles.ingest.html.selection.script_bodies import stated_bodies
from articles.ingest.html.selection.trim import Choice, choose

SHORTEST_BODY = 16  # units; a page with less prose holds no article
LEAST_BODY = 40  # units; a visible body shorter than this is looked for elsewhere
LONGER = 3  # times as long must a body out of sight be to replace one in sight


def find_body(root, pieces: list[Piece], metadata: Metadata, headline: int) -> Choice:
    """The body of a page; a choice of no pieces when it holds none.

    root: the page's tree. headline: index of its piece, -1 when it is not printed.
    """
    choice = _visible_body(pieces, metadata, headline)
    if choice.prose >= LEAST_BODY:
        return choice
    return max(
        [choice, *_bodies_out_of_sight(root, pieces, metadata, headline)], key=lambda one: _claim(one, choice)
    )


def _visible_body(pieces: list[Piece], metadata: Metadata, headline: int) -> Choice:
    boxes = Boxes(pieces, headline, metadata.first("description", "og:description"))
    box = boxes.best()
    return Choice(pieces) if box is None else choose(pieces, boxes, box, headline)


def _bodies_out_of_sight(root, pieces: list[Piece], metadata: Metadata, headline: int) -> list[Choice]:
    """Bodies that a script would unveil (hidden elements) or write (states in scripts)."""
    unveiled = [replace(piece, context=replace(piece.context, hidden=False)) for piece in pieces]
    choices = [_visible_body(unveiled, metadata, headline)]
    for stated in stated_bodies(root, metadata):
        moved = [replace(piece, index=len(pieces) + piece.index) for piece in stated]
        choices.append(Choice([*pieces, *moved], kept=moved, from_script=True))
    return choices


def _claim(choice: Choice, visible: Choice) -> int:
    """Length of a body, that of one out of sight only when it is much longer."""
    if choice is visible or choice.prose >= LONGER * visible.prose:
        return choice.prose
    return -1
