"""What other extractors take for the body, each told as the box of our tree that fits its text best.

They are asked only when our own extractor is in doubt (see extract.py): together they cost several times
as much, and our own reads short Chinese pages better.
"""

import copy
from collections import defaultdict
from configparser import ConfigParser

from lxml import etree, html
from readability import Document
from readability.readability import Unparseable
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG

from articles.ingest.html.measures import is_prose, key, lineage, units
from articles.ingest.html.pieces import Piece

# trafilatura counts Latin letters; one Chinese character says as much as three or four of them.
CJK_LIMITS = {"MIN_EXTRACTED_SIZE": "60", "MIN_OUTPUT_SIZE": "1", "MIN_EXTRACTED_COMM_SIZE": "1000"}
MOST_PIECES = 5_000  # of a page that they are asked about; real ones have at most 700
PROBE = 30  # letters of a line by which it is found in an extractor's text


def boxes_of_others(root, pieces: list[Piece]) -> list:
    """The boxes that trafilatura and readability choose; fewer when one finds nothing."""
    if len(pieces) > MOST_PIECES:
        return []
    texts = [by_trafilatura(root), by_readability(root)]
    return [box for text in texts if (box := fitting_box(pieces, text)) is not None]


def by_trafilatura(root) -> str:
    """The text that trafilatura extracts, with limits that suit CJK text; "" for none."""
    found = bare_extraction(copy.deepcopy(root), fast=True, include_comments=False, config=_cjk_config())
    return found.text or "" if found else ""


def _cjk_config() -> ConfigParser:
    config = copy.deepcopy(DEFAULT_CONFIG)
    for name, value in CJK_LIMITS.items():
        config.set("DEFAULT", name, value)
    return config


def by_readability(root) -> str:
    """The text that readability extracts; "" for none."""
    page = etree.tostring(root, encoding="unicode", method="html")
    try:
        summary = Document(page, min_text_length=8, retry_length=60).summary(html_partial=True)
        return "".join(html.fromstring(summary).itertext())
    except (Unparseable, etree.ParserError):
        return ""


def fitting_box(pieces: list[Piece], text: str):
    """The element whose prose is most nearly the prose of a text (by F1 of units); None when none is."""
    known = key(text)
    prose = [piece for piece in pieces if is_prose(piece) and not piece.context.rule]
    found = [piece for piece in prose if key(piece.text)[:PROBE] in known]
    whole, hits = _sums(prose), _sums(found)
    total = sum(units(piece.text) for piece in found)
    return max(hits, key=lambda box: 2 * hits[box] / (whole[box] + total), default=None)


def _sums(pieces: list[Piece]) -> dict:
    sums: dict = defaultdict(int)
    for piece in pieces:
        for element in lineage(piece):
            sums[element] += units(piece.text)
    return sums
