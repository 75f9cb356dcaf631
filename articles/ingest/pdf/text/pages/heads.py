"""Running heads: what repeats on pages, or stands at their edges as no line of an article does."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise, takewhile

from articles.ingest.pdf.text.line_kinds.houses import ISSUE
from articles.ingest.pdf.text.pages.lines import SPACES
from articles.ingest.pdf.text.pages.numbers import EDGE, counting_pages, edge_lines, roman
from articles.ingest.plain.segment import Segment
from articles.ingest.plain.widths import cells

DIGITS = re.compile(r"\d+")
# The page number beside what a running head says.
BESIDE_NUMBER = re.compile(r"^\d{1,4}[\s|·]{1,9}|[\s|·]{1,9}\d{1,4}$")
MARKS = re.compile(r"[\W_]+")
FRONT = 12  # lines that the headline of the first page is among
SHORTEST_HEADLINE = 8  # cells, of a headline that later pages repeat
# cells of a running head that only its place gives away
SHORT_HEAD = 40
SHORTEST_PART = 6  # likewise, of each of the parts that spaces part
NARROW = 0.7  # of a full line of its page: a head
REPEATED = 0.9  # likewise, of one that repeats parts of the front
# A page number before or behind the title that stands beside it in a running head.
ROMAN_HEAD = re.compile(r"(?:(?P<left>[ivxl]{1,8})\s.*|.*\s(?P<right>[ivxl]{1,8}))", re.IGNORECASE)
NUMBERED_HEAD = re.compile(r"(?:(?P<left>\d{1,4})[\s|·].*|.*[\s|·](?P<right>\d{1,4}))")
# Between the author, the title and the number in a running head.
HEAD_PARTS = re.compile(r"[:：|｜／/·．]+")
# The day of the week behind a date, and the code of a newspaper's page before its section: B6 體育
WEEKDAY = re.compile(
    r"\d\s?[日號号]\s?[(（]?(?:星期|[週周禮礼][一-鿿]|[月火水木金土日](?:曜|[)）]))|\d\s?일\s?[(（]?[월화수목금토일](?:요일|[)）])"
)
PAGE_CODE = re.compile(r"(?:[A-Z]{1,2}\d{1,2}|第?\d{1,2}版)(?:\s|$)")
STOPPED = re.compile(r"[。．.！!？?…：:]$")
SENTENCE_END = re.compile(r"[。．.！!？?…」』”）)：:]$")


def running_heads(sheets: list[list[Segment]]) -> list[Segment]:
    """Lines that stand at the edge of several pages, their digits aside, and repeated headlines."""
    edges = [{key_of(line): line for line in edge_lines(sheet)} for sheet in sheets]
    seen = Counter(key for edge in edges for key in edge)
    least = max(2, len(sheets) / 3)
    repeated = {key for key, times in seen.items() if times >= least and any(map(str.isalpha, key))}
    heads = [line for edge in edges for key, line in edge.items() if key in repeated]
    heads = [line for line in heads if not _is_headline(line, sheets)]
    heads += [*_counting_heads(sheets, ROMAN_HEAD.fullmatch, roman), *_numbered_heads(sheets)]
    heads += _repeated_headlines(sheets)
    heads += [line for sheet in sheets for line in counting_pages(edge_lines(sheet))]
    heads += [line for above, sheet in pairwise(sheets) for line in _long_head(above, sheet)]
    headed = {sheet[0].page for sheet in sheets if sheet[0] in heads}
    rest = filter(None, ([line for line in sheet if line not in heads] for sheet in sheets))
    return [*heads, *_heads_of_one_page(list(rest), headed)]


def _long_head(above: list[Segment], sheet: list[Segment]) -> list[Segment]:
    """The first lines of two pages that are alike and end nothing, where more do than stand at an edge."""
    pairs = zip(above, sheet, strict=False)
    alike = list(takewhile(lambda pair: key_of(pair[0]) == key_of(pair[1]) and not _stops(pair[0]), pairs))
    return [line for pair in alike for line in pair] if len(alike) > EDGE else []


def _stops(line: Segment) -> bool:
    return STOPPED.search(line.text) is not None


def _numbered_heads(sheets: list[list[Segment]]) -> list[Segment]:
    """The same with figures, one of which stands behind words: chapters have theirs before these."""
    heads = [line for line in _counting_heads(sheets, NUMBERED_HEAD.fullmatch, int) if not _stops(line)]
    return heads if any(NUMBERED_HEAD.fullmatch(line.text)["right"] for line in heads) else []


def _counting_heads(
    sheets: list[list[Segment]], read: Callable[[str], re.Match | None], value: Callable[[str], int]
) -> list[Segment]:
    """First and last lines with a number that counts up with the pages, as no chapter's Roman one does."""
    counted: dict[int, list[Segment]] = {}
    for line in (line for sheet in sheets for line in (sheet[0], sheet[-1])):
        found = read(line.text) if line.cells <= SHORT_HEAD else None
        if found:
            counted.setdefault(value(found["left"] or found["right"]) - line.page, []).append(line)
    rows = (lines for lines in counted.values() if len({line.page for line in lines}) > 1)
    return [line for lines in rows for line in lines]


def _is_headline(line: Segment, sheets: list[list[Segment]]) -> bool:
    """Whether the line stands lower on the first page than where later pages repeat it."""
    if line.page != sheets[0][0].page or ISSUE.search(line.text):
        return False
    later = [[key_of(other) for other in sheet[:EDGE]] for sheet in sheets[1:]]
    places = [keys.index(key_of(line)) for keys in later if key_of(line) in keys]
    return bool(places) and sheets[0].index(line) > max(places)


def _repeated_headlines(sheets: list[list[Segment]]) -> list[Segment]:
    """The first lines of later pages that repeat a line, or a few in a row, from the first page's front.

    In a head a headline may stand in capitals, and beside the page number.
    """
    front = [key_of(line) for line in sheets[0][:FRONT]]
    printed = {
        "".join(front[at : at + count]).casefold() for at in range(len(front)) for count in range(1, 4)
    }
    firsts = [sheet[0] for sheet in sheets[1:] if sheet[0].cells >= SHORTEST_HEADLINE]
    return [line for line in firsts if not printed.isdisjoint(_with_and_without_number(line))]


def _with_and_without_number(line: Segment) -> set[str]:
    bare = BESIDE_NUMBER.sub("", line.text)
    return {SPACES.sub("", DIGITS.sub("0", text)).casefold() for text in (line.text, bare)}


def _heads_of_one_page(sheets: list[list[Segment]], headed: set[int]) -> Iterator[Segment]:
    """First lines of later pages that no other page repeats, as left and right pages have their own heads.

    They are short and end nothing; and they or the line below them name an issue or repeat parts of the first
    page's front, which some tools print last on the page; or they stand in the middle of a sentence, where
    prose is a full line or ends. headed: the pages with a head, which white space parts from the text.
    """
    front = letters("".join(key_of(line) for line in sheets[0][:FRONT]))
    for before, sheet in pairwise(sheets):
        usual = usual_width([*before, *sheet])
        yield from (line for line in sheet[1:][-2:] if is_narrow(line, usual) and repeats(line, front))
        if len(sheet) == 1 or (sheet[0].gap and sheet[0].page in headed):
            continue
        if all(is_narrow(line, usual) for line in sheet[:2]) and _is_head(sheet[1], front):
            yield from sheet[:2]
        elif _is_head_or_interrupts(sheet[0], usual, before, front):
            yield sheet[0]


def _is_head_or_interrupts(first: Segment, usual: int, before: list[Segment], front: str) -> bool:
    is_short = first.cells <= min(SHORT_HEAD, REPEATED * usual) and not SENTENCE_END.search(first.text)
    is_said = repeats(first, front) and first.cells < REPEATED * usual
    named = (is_short or is_narrow(first, usual)) and _is_head(first, front)
    counts = ISSUE.search(first.text) is not None and not SENTENCE_END.search(first.text.rstrip("）)"))
    return named or counts or is_said or (is_short and is_full_and_open(before[-1], before))


def _is_head(line: Segment, front: str) -> bool:
    return ISSUE.search(line.text) is not None or repeats(line, front)


def is_narrow(line: Segment, usual: int) -> bool:
    """Whether a line is much shorter than those of its page usually are, and ends nothing."""
    return line.cells < NARROW * usual and not STOPPED.search(line.text)


def usual_width(sheet: list[Segment]) -> int:
    """The width of a full line of a page, of which tables and headings leave at least a quarter."""
    widths = sorted(line.cells for line in sheet)
    return widths[3 * len(widths) // 4]


def repeats(line: Segment, front: str) -> bool:
    """Whether every part of a line stands in the front. Spaces part it where its parts are no mere words."""
    bare = BESIDE_NUMBER.sub("", line.text)
    parts = [part for said in HEAD_PARTS.split(bare) if (part := letters(said))]
    spaced = list(map(letters, bare.split()))
    wide = min(map(cells, spaced)) >= SHORTEST_PART and not bare.isascii()
    is_long = line.cells >= SHORTEST_HEADLINE
    return is_long and (
        all(part in front for part in parts) or (wide and all(part in front for part in spaced))
    )


def letters(text: str) -> str:
    """The letters of a text, and 0 for each number: what two lines share whatever parts their words."""
    return MARKS.sub("", DIGITS.sub("0", text)).casefold()


def is_full_and_open(line: Segment, sheet: list[Segment]) -> bool:
    """Whether a sentence goes on behind the line, which is as wide as the lines of its page are."""
    return not SENTENCE_END.search(line.text) and line.cells >= 0.9 * usual_width(sheet)


def lone_head(sheets: list[list[Segment]], numbers: dict[Segment, str]) -> list[Segment]:
    """On a single page: the line that some tools put between the end of the text and the page number; or the
    head of a newspaper's page, with its name or its code beside the day of the week.
    """
    last = sheets[0][-1] if sheets and sheets[0] else None
    foot = list(
        takewhile(
            lambda line: not SENTENCE_END.search(line.text), reversed(sheets[0][-EDGE:] if last else [])
        )
    )
    dated = [line for line in foot if WEEKDAY.search(line.text)]
    if dated and any(map(PAGE_CODE.match, (line.text for line in foot))):
        return foot
    if not numbers or last is None or last.cells > SHORT_HEAD or SENTENCE_END.search(last.text):
        return []
    return [last]


def key_of(line: Segment) -> str:
    return DIGITS.sub("0", SPACES.sub("", line.text))
