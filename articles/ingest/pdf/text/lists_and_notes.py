"""What stands in a typeset text besides paragraphs: items of lists, rows of tables, notes."""

import re
from itertools import count, groupby, pairwise, takewhile
from statistics import median
from unicodedata import numeric

from articles.ingest.pdf.text.layout import PART
from articles.ingest.pdf.text.pages import pages
from articles.ingest.pdf.text.paragraphs import GOES_ON, Measure, Paragraph, may_end
from articles.ingest.plain.segment import Segment, Span
from articles.ingest.plain.widths import cells
from articles.text.quantities.numerals import han_value
from articles.text.quantities.tables import COUNTED_DIGITS

ITEM = re.compile(r"(?:(?P<number>\d{1,2})[.、．)）](?!\d)|[•‧●○■□◆◇▪◦])\s*(?=\S)")
# Clauses of a statement, which are paragraphs and keep their numbers.
CLAUSE = re.compile(rf"[（(]?(?P<number>[{COUNTED_DIGITS}十])(?:[)）]、?|、)")
# 一、 1. １　 第一章 （一） 壹、 Ⅱ.
HEADING_NUMBER = re.compile(
    rf"[第（(]?(?P<number>\d{{1,2}}|[{COUNTED_DIGITS}十]{{1,2}}|[壹貳參叁肆伍陸柒捌玖]|[Ⅰ-Ⅻ])(?:[章節节部]|[)）、.．]|(?=\s))\s*(?=[^\W\d_])"
)
LARGE_NUMBERS = {char: int(numeric(char)) for char in "壹貳參叁肆伍陸柒捌玖ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"}
FARTHEST_ITEM = 8  # lines between the beginnings of two items; headings are numbered too, but stand farther
FEWEST_ITEMS = 2  # one numbered line is a heading

# Rows and cells that make a table; with two cells a row it takes more rows.
FEWEST_ROWS = {2: 3}
# Widths of cells; lines of columns that could not be taken apart are wider.
USUAL_CELL, WIDEST_CELL = 20, 44

FARTHEST_HEAD = 3  # lines
NOTE_MARK = re.compile(
    r"(?:[註注]\s*)?[\[［(（]?\d{1,3}[\])）］]?[.、．:：]?\s*(?=[^\W\d_]|[「『“\"《〈])|[*＊†‡※①-⑳¹²³]|[註注][:：]"
)
NOTE_NUMBER = re.compile(r"[\[［(（]?(\d{1,3})[\])）］]?\s*(?=[^\W\d_]|[「『“])")
CITED = re.compile(r"[\[［]\d{1,3}[\]］]|[①-⑳*＊†‡¹²³]")
NOTES_HEADING = re.compile(
    r"(?:註釋|注释|註解|附註|附注|註|脚注|注|尾註|Notes|Endnotes|References|參考文獻|参考文献|參考資料|参考资料)[:：]?",
    re.IGNORECASE,
)


def items(lines: list[Segment]) -> set[Segment]:
    """The lines that begin items of lists: bulleted ones, and those that count up from one."""
    marks = {line: mark for line in lines if (mark := ITEM.match(line.text))}
    bulleted = {line for line, mark in marks.items() if not mark["number"]}
    return bulleted | _counted(lines, {line: int(mark["number"] or 0) for line, mark in marks.items()})


def clauses(lines: list[Segment]) -> set[Segment]:
    """The lines that begin numbered paragraphs."""
    marks = {line: mark for line in lines if (mark := CLAUSE.match(line.text))}
    return _counted(lines, {line: han_value(mark["number"]) for line, mark in marks.items()})


def _counted(lines: list[Segment], numbers: dict[Segment, int]) -> set[Segment]:
    """The numbered lines that count up from one, each near the one before."""
    found, counted, last = set(), [], 0
    for place, line in enumerate(lines):
        number = numbers.get(line, 0)
        if number and number == len(counted) + 1 and (number == 1 or place - last <= FARTHEST_ITEM):
            counted, last = [*counted, line], place
        elif number:
            counted, last = [line] * (number == 1), place
        found.update(counted if len(counted) >= FEWEST_ITEMS else [])
    return found


def numbered_headings(lines: list[Segment], type_: Measure) -> set[Segment]:
    """Short lines whose numbers count up from one through the text, with text below each."""
    series: dict[str, list[Segment]] = {}
    for line, below in pairwise(lines):
        mark = HEADING_NUMBER.match(line.text)
        if not mark or not type_.has_room(line, below) or may_end(line) or GOES_ON.search(line.text):
            continue
        counted = series.setdefault(_style(mark), [])
        following = HEADING_NUMBER.match(below.text)
        if _heading_value(mark) == len(counted) + 1 and not (following and _style(following) == _style(mark)):
            counted.append(line)
    return {line for counted in series.values() if len(counted) >= FEWEST_ITEMS for line in counted}


def _style(mark: re.Match) -> str:
    """How a heading is numbered: its number as a sign for its kind, with what stands around it."""
    return ("0" if mark["number"].isdecimal() else "一") + mark[0].strip().replace(mark["number"], "#")


def _heading_value(mark: re.Match) -> int:
    number = mark["number"]
    if number in LARGE_NUMBERS:
        return LARGE_NUMBERS[number]
    return int(number) if number.isdecimal() else han_value(number)


def table_cells(line: Segment, text: str) -> list[Span]:
    """Where the cells of a line stand in the text; one for a line of prose."""
    if len(line.where) > 1:
        return [line.whole]
    return [found.span() for found in PART.finditer(text, line.start, line.end)]


def table_rows(lines: list[Segment], text: str) -> set[Segment]:
    """The lines of tables: right below each other, with equally many cells."""
    groups = groupby(lines, lambda line: (line.page, len(table_cells(line, text))))
    tables = [rows for (_, many), group in groups if _is_table(rows := list(group), many, text)]
    return {row for rows in tables for row in rows}


def _is_table(rows: list[Segment], many: int, text: str) -> bool:
    if many < 2 or len(rows) < FEWEST_ROWS.get(many, 2):
        return False
    widths = [cells(text[start:end]) for row in rows for start, end in table_cells(row, text)]
    return median(widths) <= USUAL_CELL and max(widths) <= WIDEST_CELL


def heads(lines: list[Segment], text: str) -> set[Segment]:
    """The first lines with a wide gap, which name a journal and its issue, and the lines below them."""
    pairs = pairwise(lines[:FARTHEST_HEAD])
    return {line for head, below in pairs if len(table_cells(head, text)) > 1 for line in (head, below)}


def foot_notes(lines: list[Segment], type_: Measure) -> list[Segment]:
    """Notes at the feet of pages or columns, each of which may interrupt a sentence."""
    return _small_notes(lines, type_) if type_.sized else _last_notes(lines)


def end_notes(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """What stands below a heading that says notes, or else the last paragraphs numbered from one."""
    for place, paragraph in enumerate(paragraphs):
        if NOTES_HEADING.fullmatch(paragraph.text):
            return paragraphs[place + 1 :]
    return _numbered_notes(paragraphs)


def _numbered_notes(paragraphs: list[Paragraph]) -> list[Paragraph]:
    marks = [NOTE_NUMBER.match(paragraph.text) for paragraph in paragraphs]
    numbers = [int(mark[1]) if mark else 0 for mark in marks]
    start = max((place for place, number in enumerate(numbers) if number == 1), default=len(numbers))
    notes = list(takewhile(lambda pair: pair[0] == pair[1], zip(numbers[start:], count(1), strict=False)))
    return paragraphs[start : start + len(notes)] if len(notes) > 1 else []


def _small_notes(lines: list[Segment], type_: Measure) -> list[Segment]:
    groups = groupby(lines, lambda line: (line.page, type_.is_small(line)))
    small = [list(group) for (_, is_small), group in groups if is_small]
    return [line for group in small if NOTE_MARK.match(group[0].text) for line in group]


def _last_notes(lines: list[Segment]) -> list[Segment]:
    """The last lines of pages, from one below white space that the page cites, or ruled off, or in the way.

    A marked line is in the way where it interrupts a sentence of a page that has a next one.
    """
    notes, sheets = [], pages(lines)
    for sheet in sheets:
        starts = [at for at, line in enumerate(sheet) if at and line.gap and NOTE_MARK.match(line.text)]
        interrupts = starts and sheet is not sheets[-1] and not may_end(sheet[starts[0] - 1])
        if starts and (interrupts or sheet[starts[0]].below_rule or _is_cited(sheet, starts[0])):
            notes += sheet[starts[0] :]
    return notes


def _is_cited(sheet: list[Segment], at: int) -> bool:
    """Whether the mark that a line begins with stands in the text above it; a bare number says nothing."""
    mark = CITED.match(sheet[at].text)
    return mark is not None and any(mark[0] in line.text for line in sheet[:at])
