"""Which pieces are the body: by our own extractor, with other opinions in doubt, from scripts for want."""

from dataclasses import replace

from articles.ingest.html.measures import lineage
from articles.ingest.html.metadata import Metadata
from articles.ingest.html.pieces import Piece
from articles.ingest.html.selection.density import Boxes
from articles.ingest.html.selection.other_extractors import boxes_of_others
from articles.ingest.html.selection.script_bodies import stated_bodies
from articles.ingest.html.selection.trim import Choice, choose

# Our extractor is in doubt when its box holds less than this share of the page's weight, or less than this
# many units. On the labelled pages it was right wherever it was not.
LEAST_SHARE, LEAST_UNITS = 0.65, 80
WORTH_OF_OPINION = 0.25
SHORTEST_BODY = 16  # units; a page with less prose holds no article
LEAST_BODY = 40  # units; a visible body shorter than this is looked for elsewhere
LONGER = 3  # times as long must a body out of sight be to replace one in sight


def find_body(root, pieces: list[Piece], metadata: Metadata, headline: int) -> Choice:
    """The body of a page; a choice of no pieces when it holds none.

    root: the page's tree. headline: index of its piece, -1 when it is not printed.
    """
    choice = _visible_body(root, pieces, metadata, headline)
    if choice.prose >= LEAST_BODY:
        return choice
    return max(
        [choice, *_bodies_out_of_sight(root, pieces, metadata, headline)], key=lambda one: _claim(one, choice)
    )


def _visible_body(root, pieces: list[Piece], metadata: Metadata, headline: int) -> Choice:
    boxes = Boxes(pieces, headline, metadata.first("description", "og:description"))
    ours = boxes.best()
    if ours is None:
        return Choice(pieces)
    if not _is_doubtful(boxes, ours):
        return choose(pieces, boxes, ours, headline)
    others = boxes_of_others(root, pieces)
    choices = {box: choose(pieces, boxes, box, headline) for box in [ours, *others]}
    return choices[best_supported(choices, others, boxes.values)]


def _is_doubtful(boxes: Boxes, box) -> bool:
    spoken_for = sum(value for value in boxes.values if value > 0)
    inside = sum(
        value
        for piece, value in zip(boxes.pieces, boxes.values, strict=True)
        if value > 0 and box in lineage(piece)
    )
    return boxes.sums[box] < LEAST_UNITS or inside < LEAST_SHARE * spoken_for


def best_supported(choices: dict, others: list, values: list[float]):
    """The box whose chosen stretch weighs most, furniture in it included; each opinion adds a quarter.

    choices: by box. others: the boxes that the other extractors chose. values: the weights of the pieces.
    Two others who agree on a list of teasers do not outweigh a body near the headline; two who agree on a
    body nearly as good do.
    """

    def support(box) -> float:
        kept = choices[box].kept
        weight = sum(values[kept[0].index : kept[-1].index + 1]) if kept else 0
        return weight * (1 + WORTH_OF_OPINION * _opinions(box, others))

    return max(choices, key=support)


def _opinions(box, others: list) -> int:
    return sum(_overlap(box, other) for other in others)


def _overlap(one, other) -> bool:
    """Whether one box is the other or stands in it."""
    return one is other or one in other.iterancestors() or other in one.iterancestors()


def _bodies_out_of_sight(root, pieces: list[Piece], metadata: Metadata, headline: int) -> list[Choice]:
    """Bodies that a script would unveil (hidden elements) or write (states in scripts)."""
    unveiled = [replace(piece, context=replace(piece.context, hidden=False)) for piece in pieces]
    choices = [_visible_body(root, unveiled, metadata, headline)]
    for stated in stated_bodies(root, metadata):
        moved = [replace(piece, index=len(pieces) + piece.index) for piece in stated]
        choices.append(Choice([*pieces, *moved], kept=moved, from_script=True))
    return choices


def _claim(choice: Choice, visible: Choice) -> int:
    """Length of a body, that of one out of sight only when it is much longer."""
    if choice is visible or choice.prose >= LONGER * visible.prose:
        return choice.prose
    return -1
