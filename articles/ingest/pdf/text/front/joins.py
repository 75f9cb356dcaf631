"""How well two lines of a front go together as lines of one headline."""

import re
from collections.abc import Sequence

from articles.ingest.pdf.text.blocks.lists import HEADING_NUMBER
from articles.ingest.pdf.text.blocks.measure import Measure
from articles.ingest.pdf.text.blocks.paragraphs import CLOSED, Paragraph, is_open
from articles.ingest.pdf.text.front.lines import is_kicker, is_names
from articles.ingest.pdf.text.line_kinds.houses import is_house
from articles.ingest.pdf.text.line_kinds.names import is_labelled, is_pen_name_above, names_of
from articles.text.press.bylines import is_translation

# A line of a headline that ends so goes on, however short it is.
UNFINISHED = re.compile(
    r"[的之和與与及のをにでとへ와을를및：:，、,]$|(?<![함회협논합주정강동결])의$|(?:に基づく|による|に関する|をめぐる|위한|대한|따른|들과)$"
    r"|(?:關於|关于|簽署|签署|發表|发表|舉行|举行|召開|召开)$"
    r"|\b(?:an?|the|and|or|of|to|in|on|at|by|for|from|with|as|its|their|our|into|between|under|how|why)$",
    re.IGNORECASE,
)
# What a second line begins with: a dash, and in Chinese what joins it to the first. Not 和平 (peace).
LED_TO = re.compile(r"[—―–─－~～-]")
JOINS_ON = re.compile(r"[並并暨的之]|[关關][于於]|[與与](?![會会])|及(?![時时])|和(?![平解約约諧谐談谈])")
WIDER = 1.25  # times the upper line: the lower one says more of it
SHORTEST_LINE = 10  # cells, of lines in capitals or in the middle
# Headlines are set a fifth to twice as large as the body: so much of its column a full line takes.
LEAST_FULL, MOST_FULL = 0.35, 0.88
# Lines in the middle begin so far from the edge of the column, and a place off at most, counted twice.
CENTRED, OFF_CENTRE = 0.15, 4
FEWEST_SPACED = 3  # lines of a front, between any of which a blank line may stand and say nothing


def leads_on(text: str, following: str = "") -> bool:
    """Whether a line of a headline goes on in the next, by its end or by how that begins."""
    if UNFINISHED.search(text) or is_open(text) or LED_TO.match(following) or JOINS_ON.match(following):
        return True
    return following[:1].isascii() and following[:1].islower()


def join_worth(parts: Sequence[Paragraph], at: int, type_: Measure, is_told: bool) -> float:
    """How much speaks for it that a line and the one below it are of one headline. Below 0 more against it.

    is_told: whether the text says again what the one below says, as it does not of its own authors.
    """
    line, below = parts[at], parts[at + 1]
    if HEADING_NUMBER.match(below.text) or line.text.endswith((".", "。")):
        return -4
    worth = -3.0 if is_parted(parts, at + 1) else -1.5 * (below.first.gap > 0)
    worth -= 4 * (not is_told and may_be_names(parts, at + 1, type_))
    if leads_on(line.text, below.text):
        return worth + 1.5
    if type_.sized:
        return worth - 9  # lines of one size are one paragraph already
    if line.text.isupper() and below.text.isupper():
        return worth + 1.5 * (min(line.cells, below.cells) >= SHORTEST_LINE)
    if line.text.isascii() and line.text.isupper():
        return worth - 2  # a series in capitals, above a headline that has small letters
    is_wider = below.cells > WIDER * line.cells and not _are_centred(line, below, type_)
    if is_wider or is_house(below.text):
        return worth - 2
    is_full = line.cells > LEAST_FULL * type_.column
    is_full = is_full and (line.cells < MOST_FULL * type_.column or type_.is_small(line.first))
    worth += 1.5 if is_full and below.cells <= line.cells + 3 else 0.5
    return worth - 1.5 * (CLOSED.search(line.text) is not None)


def _are_centred(line: Paragraph, below: Paragraph, type_: Measure) -> bool:
    """Whether two lines far from the edge have one middle and no white space between.

    The upper one is long enough to be no section's name, which stands there as well.
    """
    lines = (line, below)
    middles = [2 * part.first.indent + part.cells for part in lines]
    columns = [2 * part.first.indent + len(part.text) for part in lines]  # of tools that give each one place
    apart = min(abs(one - other) for one, other in (middles, columns))
    is_far = min(line.first.indent, below.first.indent) > CENTRED * type_.column
    is_section = line.cells < SHORTEST_LINE or is_kicker(line, type_.column)
    return is_far and not (is_section or below.first.gap) and apart <= OFF_CENTRE


def is_parted(parts: Sequence[Paragraph], at: int) -> bool:
    """Whether more white space stands above a line than between those of the front that are nearest."""
    usual = min(part.first.gap for part in parts[1:]) if len(parts) > FEWEST_SPACED else 0
    return parts[at].first.gap > usual


def may_be_names(parts: Sequence[Paragraph], at: int, type_: Measure) -> bool:
    """Whether a line is its authors' rather than the rest of a headline: two capitalised words are either.

    All who wrote it stand together, so that above these the line is none of them.
    """
    line, below = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    if below and is_pen_name_above(line.text, below.text):
        return True
    if not is_names(line, type_.column):
        return False
    return below is None or not (_signs(below.text) or is_names(below, type_.column))


def _signs(text: str) -> bool:
    """Whether a line names several people, or says of somebody that they wrote."""
    return len(names_of(text)) > 1 or (is_labelled(text) and not is_translation(text))
