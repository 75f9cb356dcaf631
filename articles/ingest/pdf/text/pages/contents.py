"""What leads from one page to another: tables of contents, and jumps of a newspaper's stories."""

import re
from collections.abc import Iterator
from itertools import dropwhile, pairwise, takewhile

from articles.ingest.plain.segment import Segment

# Leaders: dots from a title to its page. A run is asked about where it begins, and in one step.
LEADERS = re.compile(r"(?<![.…·．･])(?<![.…·．･]\s)(?:[.…·．･]\s?){5,}+(?:\d{1,4}|[ivxl]{1,6})$")
PAGE = re.compile(r"(?<=\S)\s\d{1,4}$")  # that an entry names without them
CONTENTS = re.compile(
    r"(?:table of )?contents|list of (?:tables|figures)|目\s?[錄录次]|[圖图図表]\s?[次目]|목\s?차|차\s?례",
    re.IGNORECASE,
)
# Where a story breaks off on one page of a paper, and goes on on another.
JUMP = r"[（(【]?\s?(?:{}[^（()）。]{{0,6}}[版頁页]|(?:continued|cont’d) {} (?:page )?\w{{1,4}})\s?[)）】]?"
GOES_ON_ELSEWHERE = re.compile(JUMP.format("下[轉转接]", "on"), re.IGNORECASE)
COMES_FROM_ELSEWHERE = re.compile(JUMP.format("上接", "from"), re.IGNORECASE)
MOST_BETWEEN = 10  # lines of other things between the two
# Lines printed twice in one order, among the first; three may be a headline with its letterhead.
FEWEST_IN_ADVANCE, FARTHEST_IN_ADVANCE = 4, 40
LEAST_APART = 3  # lines from one heading to the next, on the mean
SAID = re.compile(r"[。．，、,.!?！？；;：:]$|.{40}")
# 13:10　基調講演, 09:30–10:00 報到; and the end of a sentence, which programmes have none of.
HOUR, FEWEST_HOURS = re.compile(r"(\d{1,2})[:：](\d{2})(?!\d)"), 3
SENTENCE = re.compile(r"[。．]$|[a-z]{2}\.$|다\.$")
FEWEST_ENTRIES = 2  # one line with leaders may be a form's


def programme(lines: list[Segment]) -> list[Segment]:
    """The entries of a programme above a text, each behind its hour, with what stands between them."""
    above = list(takewhile(lambda line: not SENTENCE.search(line.text), lines))
    entries = [at for at, line in enumerate(above) if HOUR.match(line.text)]
    hours = [tuple(map(int, HOUR.match(above[at].text).groups())) for at in entries]
    if len(entries) < FEWEST_HOURS or hours != sorted(hours):
        return []
    return above[entries[0] : entries[-1] + 1]


def jumps(lines: list[Segment]) -> list[Segment]:
    """The lines that lead from one page of a paper to another, with all that stands between the two."""
    ends = [at for at, line in enumerate(lines) if GOES_ON_ELSEWHERE.fullmatch(line.text)]
    found: list[Segment] = [lines[at] for at in ends]
    for at in ends:
        below = range(at + 1, min(len(lines), at + 2 + MOST_BETWEEN))
        resumed = next((n for n in below if COMES_FROM_ELSEWHERE.fullmatch(lines[n].text)), at)
        found += lines[at + 1 : resumed + 1]
    return found


def contents(lines: list[Segment]) -> list[Segment]:
    """The lines of a table of contents, with its heading."""
    entries = [line for line in lines if LEADERS.search(line.text)]
    led = [*_contents_headings(lines, entries), *entries] if len(entries) >= FEWEST_ENTRIES else []
    return [*led, *(_contents_without_leaders(lines) or _headings_in_advance(lines))]


def _contents_headings(lines: list[Segment], entries: list[Segment]) -> Iterator[Segment]:
    for line, below in pairwise(lines):
        if CONTENTS.fullmatch(line.text) and below in entries:
            yield line


def _contents_without_leaders(lines: list[Segment]) -> list[Segment]:
    """The first heading of a table of contents and the lines below it that later pages print again."""
    headed = list(dropwhile(lambda line: not CONTENTS.fullmatch(line.text), lines))
    told = {line.text for line in headed if line.page > headed[0].page}
    below = takewhile(lambda line: line.page == headed[0].page, headed[1:])
    entries = list(takewhile(lambda line: PAGE.sub("", line.text) in told, below))
    return [headed[0], *entries] if len(entries) >= FEWEST_ENTRIES else []


def _headings_in_advance(lines: list[Segment]) -> list[Segment]:
    """The first lines below each other that are all printed again as headings, in their order."""
    last = {line.text: place for place, line in enumerate(lines)}
    run: list[Segment] = []
    for at, line in enumerate(lines[:FARTHEST_IN_ADVANCE]):
        is_entry = last[line.text] > at and not SAID.search(line.text)
        if is_entry and (not run or last[line.text] > last[run[-1].text]):
            run.append(line)
        elif len(run) >= FEWEST_IN_ADVANCE:
            break
        else:
            run = [line] * is_entry
    if len(run) < FEWEST_IN_ADVANCE or last[run[0].text] <= lines.index(run[-1]):
        return []
    return run if last[run[-1].text] - last[run[0].text] >= LEAST_APART * len(run) else []
