"""What stands in a typeset text besides paragraphs: items, clauses, numbered headings, pull quotes."""

import re
from collections import Counter
from itertools import pairwise
from unicodedata import numeric

from articles.ingest.pdf.text.blocks.measure import Measure, may_end
from articles.ingest.pdf.text.blocks.paragraphs import GOES_ON, Paragraph
from articles.ingest.plain.segment import FULL_STOP, Segment
from articles.text.quantities.numerals import han_value
from articles.text.quantities.tables import COUNTED_DIGITS

ITEM = re.compile(r"(?:(?P<number>\d{1,2})[.、．)）](?!\d)|[•‧●○■□◆◇▪◦])\s*(?=\S)")
# Clauses of a statement, which are paragraphs and keep their numbers.
CLAUSE = re.compile(
    rf"[（(]?(?P<han>[{COUNTED_DIGITS}十])(?:[)）]、?|、)|[（(](?P<digits>\d{{1,2}})[)）]|(?P<circled>[①-⑳])"
)
# What opens a question or an answer.
TURN = re.compile(
    rf"(?:[{COUNTED_DIGITS}十]{{1,3}}、|\d{{1,2}}[.、])?(?:[QA]|[问問答]|[記记]者|질문|답변|문|답)\s?[:：]"
    r"|――|——|○[々\u3040-\u9fff]{3,16} \S|[QA]\d{0,2}[.．] ?\S"
)
FEWEST_TURNS = 3
# Whoever speaks several times is named before a colon each time: 盧委員以晴：
SPEAKER, TIMES_NAMED = re.compile(r"(?P<who>[^\W\d][^：:。，、\s]{1,11})[：:](?!//)"), 2
# The letter that stands for a small circle in Korean releases, whose points keep it as clauses do.
SUB_ITEM = re.compile(r"[ㅇᄋ]\s")
# 一、 1. １　 第一章 （一） 壹、 Ⅱ. 가.
HEADING_NUMBER = re.compile(
    rf"[第（(]?(?P<number>\d{{1,2}}|[{COUNTED_DIGITS}十]{{1,2}}|[壹貳參叁肆伍陸柒捌玖]|[Ⅰ-Ⅻ]|[가나다라마바사아](?=[.)]))(?:[章節节部]|[)）、.．]|(?=\s))\s*(?=[^\W\d_])"
)
# 1.2 and 2.1.3, counted within their chapters
SECTION_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s{1,9}(?=[^\W\d_])")
# A pull quote stands in quotation marks, and its lines are broken otherwise than those of the text.
QUOTED = re.compile(r"\s|[“”\"「」『』‘’]")
SHORTEST_QUOTE, SHORTEST_SENTENCE, NARROW = (
    16,
    10,
    0.8,
)  # letters; of the column, which the larger type of a quote does not fill
LARGE_NUMBERS = {char: int(numeric(char)) for char in "壹貳參叁肆伍陸柒捌玖ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"}
SYLLABLES = "가나다라마바사아"
KINDS = (SYLLABLES, "壹貳參叁肆伍陸柒捌玖", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ")
LARGE_NUMBERS |= {char: number for number, char in enumerate(SYLLABLES, start=1)}
FARTHEST_ITEM = 8  # lines between the beginnings of two items; headings are numbered too, but stand farther
FARTHEST_CLAUSE = 40  # likewise, where each begins with a full line, as no heading does
LONG_ITEM, SENTENCES = 3, 2  # lines and sentences from which a numbered item is a clause, with its number
FULL = 0.85  # of the column, which a full line takes
HALF = 0.5  # of the column, which headings behind a bullet do not take
FEWEST_ITEMS = 2  # one numbered line is a heading


def items(lines: list[Segment], type_: Measure) -> set[Segment]:
    """The lines that begin items of lists: bulleted ones, and those that count up from one."""
    marks = {line: mark for line in lines if (mark := ITEM.match(line.text))}
    bulleted = {line for line, mark in marks.items() if not mark["number"]} - bulleted_headings(lines, type_)
    numbers = {line: int(mark["number"] or 0) for line, mark in marks.items()}
    return (bulleted | _counted(lines, numbers, type_)) - turns(lines)


def bulleted_headings(lines: list[Segment], type_: Measure) -> set[Segment]:
    """Bulleted lines without an end between lines that have no bullet: ■ 요약, ◆ 背景"""
    marks = {line for line in lines if (mark := ITEM.match(line.text)) and not mark["number"]}
    alone = {
        (line, below)
        for above, line, below in zip([None, *lines], lines, lines[1:], strict=False)
        if line in marks and above not in marks and below not in marks
    }
    return {line for line, below in alone if _is_short(line, type_) and _may_be_heading(line, below, type_)}


def _is_short(line: Segment, type_: Measure) -> bool:
    return line.cells < HALF * type_.column


def clauses(lines: list[Segment], type_: Measure) -> set[Segment]:
    """The lines that begin numbered paragraphs, questions and answers."""
    marks = {line: mark for line in lines if (mark := CLAUSE.match(line.text))}
    counted = _counted(lines, {line: _clause_number(mark) for line, mark in marks.items()}, type_)
    return counted | turns(lines) | {line for line in lines if is_sub_item(line)}


def turns(lines: list[Segment]) -> set[Segment]:
    """The lines with which somebody asks or answers, where a text has several: each begins a paragraph."""
    opening = [
        line for above, line in pairwise(lines) if line.gap or may_end(above) or above.text.endswith("」")
    ]
    named = {line: mark["who"] for line in opening if (mark := SPEAKER.match(line.text))}
    times = Counter(named.values())
    found = {line for line in opening if TURN.match(line.text) or times[named.get(line)] >= TIMES_NAMED}
    if sum(line.text.startswith("――") for line in found) >= FEWEST_TURNS:
        found |= {line for line in opening if line.text.startswith("「")}
    return found if len(found) >= FEWEST_TURNS else set()


def is_sub_item(line: Segment) -> bool:
    """Whether a line begins a point below a point of a Korean release."""
    return SUB_ITEM.match(line.text) is not None


def _clause_number(mark: re.Match) -> int:
    if mark["han"]:
        return han_value(mark["han"])
    return int(mark["digits"]) if mark["digits"] else int(numeric(mark["circled"]))


def long_items(paragraphs: list[Paragraph], items: set[Segment]) -> set[Segment]:
    """The first lines of numbered items when most of them are paragraphs: clauses of a statement."""
    numbered = [part for part in paragraphs if part.first in items and ITEM.match(part.first.text)["number"]]
    long = [part for part in numbered if _is_long(part)]
    return {part.first for part in numbered} if 2 * len(long) > len(numbered) else set()


def _is_long(paragraph: Paragraph) -> bool:
    return len(paragraph.lines) >= LONG_ITEM or len(FULL_STOP.findall(paragraph.text)) >= SENTENCES


def _counted(lines: list[Segment], numbers: dict[Segment, int], type_: Measure) -> set[Segment]:
    """The numbered lines that count up from one, each near the one before."""
    found, counted, last = set(), [], 0
    for place, line in enumerate(lines):
        number = numbers.get(line, 0)
        farthest = FARTHEST_CLAUSE if line.cells > FULL * type_.column else FARTHEST_ITEM
        if number and number == len(counted) + 1 and (number == 1 or place - last <= farthest):
            counted, last = [*counted, line], place
        elif number:
            counted, last = [line] * (number == 1), place
        if number and len(counted) >= FEWEST_ITEMS:
            found.update(counted)
    return found


def numbered_headings(lines: list[Segment], type_: Measure) -> set[Segment]:
    """Short lines whose numbers count up from one through the text or a chapter, with text below each."""
    series: dict[str, list[list[Segment]]] = {}
    for line, below in pairwise(lines):
        mark = HEADING_NUMBER.match(line.text)
        if not mark or not _may_be_heading(line, below, type_):
            continue
        following = HEADING_NUMBER.match(below.text)
        if following and _style(following) == _style(mark):
            continue
        runs, number = series.setdefault(_style(mark), [[]]), _heading_value(mark)
        if number == len(runs[-1]) + 1:
            runs[-1].append(line)
        elif number == 1:
            runs.append([line])
    runs = (run for runs in series.values() for run in runs if len(run) >= FEWEST_ITEMS)
    return (
        {line for run in runs for line in run}
        | _section_headings(lines, type_)
        | bulleted_headings(lines, type_)
    )


def _section_headings(lines: list[Segment], type_: Measure) -> set[Segment]:
    """Likewise of those numbered 1.1, 1.2, 2.1: each number is greater than the one before."""
    found, last = [], ()
    for line, below in pairwise(lines):
        mark = SECTION_NUMBER.match(line.text)
        number = tuple(map(int, mark["number"].split("."))) if mark else ()
        if number > last and _may_be_heading(line, below, type_):
            found, last = [*found, line], number
    return set(found) if len(found) >= FEWEST_ITEMS else set()


def _may_be_heading(line: Segment, below: Segment, type_: Measure) -> bool:
    return type_.has_room(line, below) and not (may_end(line) or GOES_ON.search(line.text))


def _style(mark: re.Match) -> str:
    """How a heading is numbered: its number as a sign for its kind, with what stands around it."""
    number = mark["number"]
    kind = "0" if number.isdecimal() else next((kind for kind in KINDS if number in kind), "一")
    return kind + mark[0].strip().replace(mark["number"], "#")


def _heading_value(mark: re.Match) -> int:
    number = mark["number"]
    if number in LARGE_NUMBERS:
        return LARGE_NUMBERS[number]
    return int(number) if number.isdecimal() else han_value(number)


def pull_quotes(paragraphs: list[Paragraph], column: int) -> list[Paragraph]:
    """The paragraphs that print again in short lines what a longer one tells. column: of a full line."""
    told = [QUOTED.sub("", paragraph.text).casefold() for paragraph in paragraphs]
    quotes = []
    for at, paragraph in enumerate(paragraphs):
        together = paragraphs[at : at + 1 + _is_parted_quote(paragraph, paragraphs[at + 1 : at + 2])]
        text = "".join(told[at : at + len(together)])
        if _may_be_quote(together, text, column) and any(text in other and text != other for other in told):
            quotes += together
    return quotes


def _is_parted_quote(paragraph: Paragraph, below: list[Paragraph]) -> bool:
    """Whether a line and the one below it may be one quote, which ends its lines where it likes."""
    return bool(below) and len(paragraph.lines) == len(below[0].lines) == 1 and not paragraph.is_terminated


def _may_be_quote(parts: list[Paragraph], text: str, column: int) -> bool:
    """Whether lines narrower than the text's are long enough; a sentence on one line may be shorter."""
    is_narrow = all(part.cells < NARROW * column for part in parts)
    lines = sum(len(part.lines) for part in parts)
    shortest = SHORTEST_QUOTE if lines > 1 else SHORTEST_SENTENCE
    return is_narrow and len(text) >= shortest and (lines > 1 or parts[0].is_terminated)
