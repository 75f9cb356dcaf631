"""What belongs to a page and not to its article."""

import re
from collections.abc import Iterator
from itertools import dropwhile

from articles.ingest.pdf.text.pages.contents import COMES_FROM_ELSEWHERE, contents, jumps, programme
from articles.ingest.pdf.text.pages.heads import lone_head, running_heads
from articles.ingest.pdf.text.pages.lines import DRAWN, pages
from articles.ingest.pdf.text.pages.mastheads import mastheads
from articles.ingest.pdf.text.pages.numbers import page_numbers
from articles.ingest.plain.segment import Segment

# A bullet that a tool has parted from its item.
BARE_BULLET = re.compile(r"[•‧●○■□◆◇▪◦]")
BARE_NUMBER = re.compile(r"(\d{1,2})[.)]")


def furniture(lines: list[Segment]) -> dict[Segment, str]:
    """Lines that belong to the page and not to the article, each with the rule that says so."""
    sheets = pages(lines)
    found = dict.fromkeys(page_numbers(sheets), "page number")
    found |= dict.fromkeys((line for line in lines if DRAWN.fullmatch(line.text)), "rule")
    found |= dict.fromkeys((line for line in lines if BARE_BULLET.fullmatch(line.text)), "mark")
    found |= dict.fromkeys(_bare_numbers(lines), "mark")
    found |= dict.fromkeys([*contents(lines), *jumps(lines), *_other_stories(sheets)], "furniture")
    found |= dict.fromkeys(programme(lines), "programme")
    found |= dict.fromkeys(mastheads(lines), "running head")
    printed = list(filter(None, ([line for line in sheet if line not in found] for sheet in sheets)))
    heads = running_heads(printed) if len(printed) > 1 else lone_head(printed, found)
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
