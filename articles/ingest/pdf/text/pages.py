"""The printed lines of a text taken out of a PDF: pages, indents, widths, and what repeats on every page."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import dropwhile, pairwise

from articles.ingest.pdf.text.imprint import COMES_FROM_ELSEWHERE, contents, jumps
from articles.ingest.plain.segment import Segment
from articles.ingest.plain.widths import cells
from articles.ingest.record import INVISIBLE
from articles.text.quantities.tables import HAN_NUMERALS

# A page number alone on its line, with the words that come with it in our languages.
PAGE_NUMBER = re.compile(
    r"[-–—－―─‧·|\[(（第]*\s{0,9}(?:page|p\.?|頁|页)?\s{0,9}(?:(?P<number>\d{1,4})|(?P<roman>[ivxl]{1,8}))"
    r"\s{0,9}(?:頁|页)?[\s,，]{0,9}"
    r"(?:(?:/|of|共|／)\s{0,9}\d{1,4})?\s{0,9}(?:頁|页|ページ|쪽)?\s{0,9}[-–—－―─‧·|\])）]*",
    re.IGNORECASE,
)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
# A line drawn between the text and its notes.
DRAWN = re.compile(r"[-–—―─━_＿=]{4,}")
# How journals and letterheads count; a headline may end with a year, but not with one in brackets. Volume and
# number say so wherever they stand, and a code of capitals and figures alone on its line: RAS-WP-2025-014.
COUNT = rf"[\d{HAN_NUMERALS}]{{1,4}}"
ISSUE = re.compile(
    rf"(?:第\s*[\d{HAN_NUMERALS}]+\s*[期卷輯辑号號]|\d호|\b(?:vol|no|number|issue|paper|memo|brief|pp)\b\.?\s*\d+|\((?:19|20)\d\d\)"
    r"|\b[A-Z]{2,4} \d{2}-\d{1,3}|\s(?:19|20)\d\d[-/]\d{1,3}"
    r"|\b\d{1,3} ?\(\d{1,2}\))"
    r"(?:[\W\d年月日頁页년월일]|\bpp?\b)*$"
    rf"|第\s?{COUNT}\s?卷[\s,，]{{0,3}}第?\s?{COUNT}\s?[期號号]|\bvol\.? ?\d{{1,3}},? (?:no|issue)\.? ?\d"
    r"|[總总]第\s?\d|통권\s?제?\d|^[A-Z]{2,8}(?:[-–/][A-Z\d]{1,8}){0,3}[-–/]\d{1,8}$",
    re.IGNORECASE,
)
# A bullet that a tool has parted from its item.
BARE_BULLET = re.compile(r"[•‧●○■□◆◇▪◦]")
BARE_NUMBER = re.compile(r"(\d{1,2})[.)]")
DIGITS = re.compile(r"\d+")
# The page number beside what a running head says.
BESIDE_NUMBER = re.compile(r"^\d{1,4}[\s|·]{1,9}|[\s|·]{1,9}\d{1,4}$")
SPACES, MARKS = re.compile(r"\s+"), re.compile(r"[\W_]+")
# A running head that says which of how many pages it heads, glued into the text by tools without pages.
PAGE_OF_PAGES = re.compile(
    r"^(?:page|p\.)\s?\d{1,4}\s?(?:of|/)\s?\d{1,4}\b|\b(?:page|p\.)\s?\d{1,4}\s?(?:of|/)\s?\d{1,4}$"
    r"|^第\s?\d{1,4}\s?[頁页][,，]?\s?共\s?\d{1,4}\s?[頁页]|第\s?\d{1,4}\s?[頁页][,，]?\s?共\s?\d{1,4}\s?[頁页]$",
    re.IGNORECASE,
)
# Running heads stand at most so many lines from the edge of a page: title, issue, rule, number.
EDGE = 3
FRONT = 12  # lines that the headline of the first page is among
SHORTEST_HEADLINE = 8  # cells, of a headline that later pages repeat
# cells of a running head that only its place gives away
SHORT_HEAD = 40
SHORTEST_PART = 6  # likewise, of each of the parts that spaces part
NARROW = 0.7  # of a full line of its page: a head
REPEATED = 0.9  # likewise, of one that repeats parts of the front
# Lines of the shortest page; tables and lists have their numbered lines closer together. A head that does not
# count is printed so often.
SHORTEST_PAGE, FEWEST_HEADS = 10, 3
# A Roman page number before or behind the title that stands beside it in a running head.
ROMAN_HEAD = re.compile(r"(?:(?P<left>[ivxl]{1,8})\s.*|.*\s(?P<right>[ivxl]{1,8}))", re.IGNORECASE)
# Between the author, the title and the number in a running head.
HEAD_PARTS = re.compile(r"[:：|｜／/·．]+")
STOPPED = re.compile(r"[。．.！!？?…：:]$")
SENTENCE_END = re.compile(r"[。．.！!？?…」』”）)：:]$")


def read_lines(text: str, sizes: Mapping[int, float] | None = None) -> list[Segment]:
    """The lines of a text that are not blank. A form feed begins a page.

    sizes: of the type of each line, in points, by the offset where the line begins, where they are known.
    """
    lines, gap, page = [], 0, 0
    for found in re.finditer(r"[^\n\r\v\f\x85\u2028\u2029]+|\r\n|\s", text):
        raw = found[0]
        if INVISIBLE.sub("", raw).strip():
            lines.append(_line(found.start(), raw, page, gap))
            gap = -1
        else:
            page += "\f" in raw
            gap += raw in ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029")
    return _sized(lines, sizes) if sizes else lines


def _line(offset: int, raw: str, page: int, gap: int) -> Segment:
    indent = len(raw) - len(raw.lstrip())
    start, end = offset + indent, offset + len(raw.rstrip())
    printed = SPACES.sub(" ", INVISIBLE.sub("", raw)).strip()
    cells_before = cells(raw[:indent].replace("\t", "    "))
    return Segment(printed, ((start, end),), page=page, indent=cells_before, gap=max(gap, 0))


def _sized(lines: list[Segment], sizes: Mapping[int, float]) -> list[Segment]:
    """The lines with their sizes against the body's, which is the size that most of the text has."""
    lettering: Counter[float] = Counter()
    for line in lines:
        lettering[sizes.get(line.start, 0)] += line.cells
    body = max(lettering, key=lettering.get) or 1
    return [replace(line, size=round(sizes.get(line.start, body) / body, 2)) for line in lines]


def paged(lines: list[Segment]) -> list[Segment]:
    """The lines on their pages, where a text without form feeds still has page numbers or running heads."""
    if not lines or lines[-1].page:
        return lines
    numbers = _counted(lines)
    feet = numbers if len(numbers) > 1 else _heads_in_text(lines) or _counting_pages(lines)
    ends = [line.start for line in feet] or _ends_above_heads(lines)
    return [replace(line, page=bisect_left(ends, line.start)) for line in lines]


def _ends_above_heads(lines: list[Segment]) -> list[int]:
    """Where pages end, by heads that say what the front says beside numbers that count up, left and right."""
    front = _letters("".join(_key(line) for line in lines[:FRONT]))
    heads = [line for line in lines[FRONT:] if BESIDE_NUMBER.search(line.text) and _repeats(line, front)]
    numbers = [int(DIGITS.search(BESIDE_NUMBER.search(line.text)[0])[0]) for line in heads]
    is_counted = len(numbers) > 1 and all(below - above == 1 for above, below in pairwise(numbers))
    return [line.start - 1 for line in heads] if is_counted else []


def _heads_in_text(lines: list[Segment]) -> list[Segment]:
    """Lines that come again a page apart, their numbers counting up, and interrupt a sentence once."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(_key(line), []).append(place)
    heads = [found for found in places.values() if len(found) > 1 and _are_heads(found, lines)]
    return [lines[place] for place in max(heads, key=len, default=[])]


def _counting_pages(lines: list[Segment]) -> list[Segment]:
    return [line for line in lines if PAGE_OF_PAGES.search(line.text)]


def _are_heads(places: list[int], lines: list[Segment]) -> bool:
    apart = all(below - above >= SHORTEST_PAGE for above, below in pairwise(places))
    inside = (place and _is_full_and_open(lines[place - 1], lines) for place in places)
    return apart and _counts_up([lines[place] for place in places]) and any(inside)


def _counts_up(lines: list[Segment]) -> bool:
    """Whether one number of lines that are alike counts up, or they are many and print none."""
    printed = zip(*(map(int, DIGITS.findall(line.text)) for line in lines), strict=True)
    steps = [{below - above for above, below in pairwise(numbers)} for numbers in printed]
    return {1} in steps if steps and steps != [{0}] * len(steps) else len(lines) >= FEWEST_HEADS


def pages(lines: list[Segment]) -> list[list[Segment]]:
    found: dict[int, list[Segment]] = {}
    for line in lines:
        found.setdefault(line.page, []).append(line)
    return list(found.values())


def furniture(lines: list[Segment]) -> dict[Segment, str]:
    """Lines that belong to the page and not to the article, each with the rule that says so."""
    sheets = pages(lines)
    found = dict.fromkeys(_page_numbers(sheets), "page number")
    found |= dict.fromkeys((line for line in lines if DRAWN.fullmatch(line.text)), "rule")
    found |= dict.fromkeys((line for line in lines if BARE_BULLET.fullmatch(line.text)), "mark")
    found |= dict.fromkeys(_bare_numbers(lines), "mark")
    found |= dict.fromkeys([*contents(lines), *jumps(lines), *_other_stories(sheets)], "furniture")
    printed = list(filter(None, ([line for line in sheet if line not in found] for sheet in sheets)))
    heads = _running_heads(printed) if len(printed) > 1 else _lone_head(printed, found)
    return found | dict.fromkeys(heads, "running head")


def _other_stories(sheets: list[list[Segment]]) -> Iterator[Segment]:
    """What a rule parts from the end of a story that another page of a paper began."""
    for sheet in sheets:
        resumed = dropwhile(lambda line: not COMES_FROM_ELSEWHERE.fullmatch(line.text), sheet)
        yield from dropwhile(lambda line: not DRAWN.fullmatch(line.text), resumed)


def _bare_numbers(lines: list[Segment]) -> list[Segment]:
    """The numbers of items that a tool has parted from these, all of them counting up from one."""
    numbers = [line for line in lines if BARE_NUMBER.fullmatch(line.text)]
    runs = [[]]
    for line in numbers:
        runs += [[]] if line.text.startswith("1.") or line.text == "1)" else []
        if int(BARE_NUMBER.fullmatch(line.text)[1]) == len(runs[-1]) + 1:
            runs[-1].append(line)
    return [line for run in runs if len(run) > 1 for line in run]


def without(lines: list[Segment], left_out: Collection[Segment]) -> list[Segment]:
    """The other lines. A rule that is left out still parts what stands above it from what stands below."""
    kept, is_parted = [], False
    for line in lines:
        if line not in left_out:
            kept.append(replace(line, gap=max(line.gap, 1), below_rule=True) if is_parted else line)
        is_parted = line in left_out and DRAWN.fullmatch(line.text) is not None
    return kept


def _page_numbers(sheets: list[list[Segment]]) -> Iterator[Segment]:
    if len(sheets) > 1:
        yield from _numbers_at_edges(sheets)
    elif sheets:
        yield from _counted(sheets[0])


def _numbers_at_edges(sheets: list[list[Segment]]) -> Iterator[Segment]:
    """The numbers at the edges of pages that count up with these or stand outermost. Others are figures."""
    edges = [(sheet, list(filter(_is_number, _edge(sheet)))) for sheet in sheets]
    steps = Counter(_value(line) - line.page for _, edge in edges for line in edge)
    usual, times = max(steps.items(), key=lambda step: step[1], default=(0, 0))
    for sheet, edge in edges:
        counting = [line for line in edge if _value(line) - line.page == usual]
        alone = [line for line in edge if len(edge) == 1 and line in (sheet[0], sheet[-1])]
        yield from counting if times > 1 and counting else alone


def _is_number(line: Segment) -> bool:
    return PAGE_NUMBER.fullmatch(line.text) is not None


def _counted(lines: list[Segment]) -> list[Segment]:
    """The numbers that count up through a text, if the last line is one of them."""
    numbered = list(filter(_is_number, lines))
    values = list(map(_value, numbered))
    if values and values == list(range(values[0], values[0] + len(values))) and numbered[-1] is lines[-1]:
        return numbered
    return []


def _value(line: Segment) -> int:
    """The number of a page that a line prints."""
    found = PAGE_NUMBER.fullmatch(line.text)
    if found["number"]:
        return int(found["number"])
    return _roman(found["roman"])


def _roman(letters: str) -> int:
    """The value of a Roman number; digits are subtracted where a greater one follows, as in xiv."""
    digits = [ROMAN[letter] for letter in letters.lower()]
    return sum(-one if one < other else one for one, other in zip(digits, [*digits[1:], 0], strict=True))


def _running_heads(sheets: list[list[Segment]]) -> list[Segment]:
    """Lines that stand at the edge of several pages, their digits aside, and repeated headlines."""
    edges = [{_key(line): line for line in _edge(sheet)} for sheet in sheets]
    seen = Counter(key for edge in edges for key in edge)
    least = max(2, len(sheets) / 3)
    repeated = {key for key, times in seen.items() if times >= least and any(map(str.isalpha, key))}
    heads = [line for edge in edges for key, line in edge.items() if key in repeated]
    heads = [line for line in heads if not _is_headline(line, sheets)]
    heads += [*_roman_heads(sheets), *_repeated_headlines(sheets)]
    heads += [line for sheet in sheets for line in _counting_pages(_edge(sheet))]
    headed = {sheet[0].page for sheet in sheets if sheet[0] in heads}
    rest = filter(None, ([line for line in sheet if line not in heads] for sheet in sheets))
    return [*heads, *_heads_of_one_page(list(rest), headed)]


def _roman_heads(sheets: list[list[Segment]]) -> list[Segment]:
    """First and last lines with a Roman number that counts up with the pages, as no chapter's does."""
    counted: dict[int, list[Segment]] = {}
    for line in (line for sheet in sheets for line in (sheet[0], sheet[-1])):
        found = ROMAN_HEAD.fullmatch(line.text) if line.cells <= SHORT_HEAD else None
        if found:
            counted.setdefault(_roman(found["left"] or found["right"]) - line.page, []).append(line)
    rows = (lines for lines in counted.values() if len({line.page for line in lines}) > 1)
    return [line for lines in rows for line in lines]


def _is_headline(line: Segment, sheets: list[list[Segment]]) -> bool:
    """Whether the line stands lower on the first page than where later pages repeat it."""
    if line.page != sheets[0][0].page or ISSUE.search(line.text):
        return False
    later = [[_key(other) for other in sheet[:EDGE]] for sheet in sheets[1:]]
    places = [keys.index(_key(line)) for keys in later if _key(line) in keys]
    return bool(places) and sheets[0].index(line) > max(places)


def _repeated_headlines(sheets: list[list[Segment]]) -> list[Segment]:
    """The first lines of later pages that repeat a line, or a few in a row, from the first page's front.

    In a head a headline may stand in capitals, and beside the page number.
    """
    front = [_key(line) for line in sheets[0][:FRONT]]
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
    front = _letters("".join(_key(line) for line in sheets[0][:FRONT]))
    for before, sheet in pairwise(sheets):
        yield from (line for line in sheet[1:][-2:] if _is_narrow(line, sheet) and _repeats(line, front))
        if len(sheet) == 1 or (sheet[0].gap and sheet[0].page in headed):
            continue
        if all(_is_narrow(line, sheet) for line in sheet[:2]) and _is_head(sheet[1], front):
            yield from sheet[:2]
        elif _is_head_or_interrupts(sheet[0], sheet, before, front):
            yield sheet[0]


def _is_head_or_interrupts(first: Segment, sheet: list[Segment], before: list[Segment], front: str) -> bool:
    is_short = first.cells <= SHORT_HEAD and not SENTENCE_END.search(first.text)
    is_said = _repeats(first, front) and first.cells < REPEATED * _usual_width(sheet)
    named = (is_short or _is_narrow(first, sheet)) and _is_head(first, front)
    return named or is_said or (is_short and _is_full_and_open(before[-1], before))


def _is_head(line: Segment, front: str) -> bool:
    return ISSUE.search(line.text) is not None or _repeats(line, front)


def _is_narrow(line: Segment, sheet: list[Segment]) -> bool:
    """Whether a line is much shorter than those of its page, and ends nothing."""
    return line.cells < NARROW * _usual_width(sheet) and not STOPPED.search(line.text)


def _usual_width(sheet: list[Segment]) -> int:
    """The width of a full line of a page, of which tables and headings leave at least a quarter."""
    widths = sorted(line.cells for line in sheet)
    return widths[3 * len(widths) // 4]


def _repeats(line: Segment, front: str) -> bool:
    """Whether every part of a line stands in the front. Spaces part it where its parts are no mere words."""
    bare = BESIDE_NUMBER.sub("", line.text)
    parts = [part for said in HEAD_PARTS.split(bare) if (part := _letters(said))]
    spaced = list(map(_letters, bare.split()))
    wide = min(map(cells, spaced)) >= SHORTEST_PART and not bare.isascii()
    is_long = line.cells >= SHORTEST_HEADLINE
    return is_long and (
        all(part in front for part in parts) or (wide and all(part in front for part in spaced))
    )


def _letters(text: str) -> str:
    """The letters of a text, and 0 for each number: what two lines share whatever parts their words."""
    return MARKS.sub("", DIGITS.sub("0", text)).casefold()


def _is_full_and_open(line: Segment, sheet: list[Segment]) -> bool:
    """Whether a sentence goes on behind the line, which is as wide as the lines of its page are."""
    return not SENTENCE_END.search(line.text) and line.cells >= 0.9 * _usual_width(sheet)


def _lone_head(sheets: list[list[Segment]], numbers: dict[Segment, str]) -> list[Segment]:
    """On a single page: the line that some tools put between the end of the text and the page number."""
    last = sheets[0][-1] if sheets and sheets[0] else None
    if not numbers or last is None or last.cells > SHORT_HEAD or SENTENCE_END.search(last.text):
        return []
    return [last]


def _edge(sheet: list[Segment]) -> list[Segment]:
    return sheet if len(sheet) <= 2 * EDGE else sheet[:EDGE] + sheet[-EDGE:]


def _key(line: Segment) -> str:
    return DIGITS.sub("0", SPACES.sub("", line.text))
