"""Which pieces are the body: our own extractor first, others' opinions when it is in doubt."""

from articles.ingest.html.body import Choice, choose
from articles.ingest.html.density import Boxes
from articles.ingest.html.metadata import Metadata
from articles.ingest.html.pieces import Piece


def find_body(pieces: list[Piece], metadata: Metadata, headline: int) -> Choice:
    """The body of a page. headline: index of its piece, -1 when it is not printed."""
    boxes = Boxes(pieces, headline, metadata.first("description", "og:description"))
    box = boxes.best()
    return choose(pieces, boxes, box, headline)
