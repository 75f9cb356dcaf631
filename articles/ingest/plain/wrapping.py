"""Lines that a tool broke at a width: html2text, w3m and lynx at 78 or 80 cells, mail programs at 72.

Such a tool breaks a line where its next word does not fit. So each of its breaks leaves a range of widths,
from the line as it is to the line with one more word; and the width that lies in most of these ranges is the
tool's. Lines that end where their writers ended them agree on none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from articles.ingest.plain.segment import BULLETS, CAPTION_MARKS, SPACES, TERMINATED, Span, line_spans
from articles.ingest.plain.widths import cells
from articles.text.letters import EAST_ASIAN

NARROWEST = 36  # cells of a line that may be broken; shorter ones are titles and menus
FEWEST_BREAKS, LEAST_AGREEING = 6, 0.7
FEWEST_UNANIMOUS = 4  # breaks of a short story, all of them at one width
SLACK = 2  # cells that a full-width line may stay short of, so that no mark stands at its end
# What cannot be parted at a line's end: a word of Latin letters, or a full-width one and the marks around it.
WORD = re.compile(
    r"[!-\u024f\u1100-\u11ff\u2010-\u206f\uac00-\ud7a3]+"
    r"|[「『（《〈【〔［“‘]{0,3}\S[、。，．：；？！」』）】〕］》〉・ー]{0,3}"
)
RULE = re.compile(r"[-=_*~]{4,}[ \t]*$", re.MULTILINE)
MARKED = re.compile(rf"(?:[{re.escape(BULLETS + CAPTION_MARKS)}]|\d{{1,3}}[.)])\s|[#>|\u2500-\u257f]")
EITHER_WIDTH = re.compile("[“”‘’—…‥]")
FRAME = re.compile(r"[\u2500-\u257f]")  # of a table
FULL = re.compile(rf"[{EAST_ASIAN}\u3000-\u303f\uff01-\uff60]")
# html2text counts characters, breaks at spaces alone, and at 78 unless it is told another width (its
# BODY_WIDTH). In full-width text spaces stand at Latin words and figures, so that its few
# breaks agree on no width.
HTML2TEXT, LINKS, UNBROKEN, NARROW = 78, "](", re.compile(r"\S+"), re.compile(r"[!-~]")
ALONE = re.compile(rf"[{EAST_ASIAN}]{{1,2}}[。．）)」』]?[ \t]*(?:\n[ \t]*\n|\Z)")  # the end of a paragraph
HYPHEN = re.compile(r"[^\W\d_]-\s")


def breaks_inside(text: str) -> list[Span]:
    """Where a tool broke the lines of a text at its width: each break, with the white space around it."""
    breaks = list(_breaks(text))
    found = [(span, *_range(text, span)) for span in breaks]
    told = _told(text, breaks)
    width = max(_agreed(found), _agreed([one for one in found if one[0] in told]))
    broken = [
        span
        for span, least, most in found
        if least <= width <= most
        or (width > 0 and _is_torn(text, span))
        or (LINKS in text and _is_html2texts(text, span))
    ]
    return _without_copies(text, broken)


def _without_copies(text: str, breaks: list[Span]) -> list[Span]:
    """The breaks but for those below a line that ends as a sentence does and is printed again."""
    above = [_line_above(text, start) for start, _ in breaks]
    copies = Counter(above)
    return [
        span
        for span, line in zip(breaks, above, strict=True)
        if copies[line] == 1 or not TERMINATED.search(line)
    ]


def _line_above(text: str, end: int) -> str:
    return text[text.rfind("\n", 0, end) + 1 : end].strip(SPACES)


def rejoins_without_space(text: str, span: Span) -> bool:
    """Whether nothing parts the words around a break: full-width ones, and one broken at its hyphen."""
    start, end = span
    if FULL.match(text, start - 1) and FULL.match(text, end):
        return True
    return HYPHEN.match(text, max(0, start - 2)) is not None and text[end].islower()


def _is_html2texts(text: str, span: Span) -> bool:
    """Whether html2text breaks there: beside Latin, at a word too many, in the midst of a sentence."""
    start, end = span
    above = text[text.rfind("\n", 0, start) + 1 : start]
    if TERMINATED.search(above) or not (NARROW.match(above[-1]) or NARROW.match(text, end)):
        return False
    return len(above) <= HTML2TEXT <= len(above) + len(UNBROKEN.match(text, end).group())


def _is_torn(text: str, span: Span) -> bool:
    """Whether a word is torn there: a full-width character or two stand alone on the line below."""
    return FULL.match(text, span[0] - 1) is not None and ALONE.match(text, span[1]) is not None


def _breaks(text: str) -> Iterator[Span]:
    """The breaks between two lines of one paragraph, of which the second neither is set in nor has a mark."""
    for (_, start), (end, _) in pairwise(line_spans(text)):
        above, between = text[text.rfind("\n", 0, start) + 1 : start], text[start:end]
        if (
            between.count("\n") != 1
            or 2 * len(above) < NARROWEST
            or cells(above) < NARROWEST
            or FRAME.search(above)
        ):
            continue
        inset = between.partition("\n")[2]
        if (
            not (MARKED.match(text, end) or RULE.match(text, end))
            and "\u3000" not in inset
            and len(inset) <= _hang(above)
        ):
            yield start, end


def _told(text: str, breaks: list[Span]) -> set[Span]:
    """The breaks in stretches of lines that end as a sentence does: menus and titles end where they like."""
    told, stretch = set(), []
    for span, following in zip_longest(breaks, breaks[1:]):
        stretch.append(span)
        line_end = (text.find("\n", span[1]) + 1 or len(text) + 1) - 1
        if following is None or following[0] > line_end:
            told.update(stretch if TERMINATED.search(text[span[1] : line_end].rstrip(SPACES)) else ())
            stretch = []
    return told


def _hang(above: str) -> int:
    """How far the lines below the first of a paragraph or of an item may be set in."""
    words = above.lstrip(SPACES)
    mark = MARKED.match(words)
    return len(above) - len(words) + (len(mark.group()) if mark else 0)


def _range(text: str, span: Span) -> tuple[int, int]:
    """The widths, in cells, at which a tool would have broken there.

    Tools count quotation marks, dashes and dots as one cell or as two.
    """
    start, end = span
    above = text[text.rfind("\n", 0, start) + 1 : start]
    word = WORD.match(text, end)
    following = cells(word.group() if word else text[end])
    room = SLACK - 1 if FULL.match(text, end) else 0
    return cells(above) - len(EITHER_WIDTH.findall(above)), cells(above) + following + room


def _agreed(found: list[tuple[Span, int, int]]) -> int:
    """The width at which most breaks are a tool's, -1 where too few agree."""
    votes = Counter(width for _, least, most in found for width in range(least, min(most, least + 40) + 1))
    width, agreeing = max(votes.items(), key=lambda vote: (vote[1], -vote[0]), default=(-1, 0))
    fewest = FEWEST_UNANIMOUS if agreeing == len(found) else FEWEST_BREAKS
    return width if agreeing >= max(fewest, LEAST_AGREEING * len(found)) else -1
