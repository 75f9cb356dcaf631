"""Which paragraph above a body is its headline, and which lines are part of it."""

import re
from collections.abc import Iterator

from articles.ingest.pdf.text.dated import is_date, is_month
from articles.ingest.pdf.text.front_lines import (
    DASHED,
    STOPPED,
    is_byline,
    is_house,
    is_kicker,
    is_labelled,
    is_letterhead,
    is_names,
    is_office_apart,
    is_pen_name_above,
    is_pen_name_below,
    is_post,
    names_issue,
    names_of,
)
from articles.ingest.pdf.text.imprint import is_address
from articles.ingest.pdf.text.paragraphs import ASIDE, CLOSED, LABELLED, LARGE, Measure, Paragraph
from articles.ingest.pdf.text.release import is_release_field
from articles.text.names.persons import looks_like_affiliation
from articles.text.press.captions import looks_like_caption

# A line of a headline that ends so goes on, however short it is.
UNFINISHED = re.compile(
    r"[的之和與与及のをにでとへ의와을를및]$|(?:に基づく|による|に関する|をめぐる|위한|대한|따른)$"
    r"|\b(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with)$",
    re.IGNORECASE,
)
# What leads on to the second line of a headline, and what a line below one begins with.
LEADS_ON, LED_TO = re.compile(r"[:：]$"), re.compile(r"[—―–─－~～-]")
# Type of headlines is larger, so that fewer cells fill a line: a much wider one is set smaller, or no title.
WIDER, SHORTEST_TITLE = 1.25, 10
LONG_HEADLINE = 40  # cells; a longer one stands out no more


def join_unfinished(paragraphs: list[Paragraph], zone: list[Paragraph], type_: Measure) -> None:
    """Joins lines that end as no headline does with the shorter ones below them: …東アジア協力の ⏎ 課題"""
    if type_.sized:
        return
    for at in reversed(range(len(zone) - 1)):
        line, below = zone[at], zone[at + 1]
        is_one = not type_.is_gap(below.first) and below.cells <= line.cells and _may_go_on(below)
        if is_one and UNFINISHED.search(line.text) and may_be_headline(line, type_):
            _join(paragraphs, zone, at)


def find_headline(zone: list[Paragraph], type_: Measure) -> int | None:
    """The largest type; the line above the authors' names; else the first that may be one and no kicker."""
    candidates = [n for n, paragraph in enumerate(zone) if may_be_headline(paragraph, type_)]
    large = [n for n in candidates if zone[n].size > LARGE]
    if large:
        largest = max(large, key=lambda n: _display(zone[n]))
        return largest - (LED_TO.match(zone[largest].text) is not None and largest - 1 in large)
    top = letterhead_end(zone)
    candidates = [n for n in candidates if n >= top and not _is_below_post(zone, n)] or candidates
    own = [n for n in candidates if not is_house(zone[n].text)]
    marked = next(_above_marks(zone, own, type_.column), None)
    if marked is not None:
        return marked
    candidates = own or candidates
    if len(candidates) > 1 and is_kicker(zone[candidates[0]], type_.column):
        whole = (n for n in candidates if not is_kicker(zone[n], type_.column))
        return next(whole, candidates[1])
    return candidates[0] if candidates else None


def _is_below_post(zone: list[Paragraph], at: int) -> bool:
    """Whether a line is a name, as it stands below what its bearer is."""
    return at > 0 and is_pen_name_below(zone[at].text, zone[at - 1].text)


def letterhead_end(zone: list[Paragraph]) -> int:
    """How many paragraphs a letterhead has: all down to its address, or to the line that says press release.

    Below names such an address is their bearers', unless a house is named first.
    """
    last = max((n for n, line in enumerate(zone) if _ends_letterhead(line.text)), default=-1)
    signed = any(is_byline(line.text) or names_of(line.text) for line in zone[: last + 1])
    return 0 if signed and not is_house(zone[0].text) else last + 1


def _ends_letterhead(text: str) -> bool:
    return is_address(text) or is_letterhead(text)


def _above_marks(zone: list[Paragraph], candidates: list[int], column: int) -> Iterator[int]:
    """Those of the candidates right above a signed line, then those above names, then those above dates."""
    pairs = [(n, zone[n], zone[n + 1]) for n in candidates if n + 1 < len(zone)]
    yield from (n for n, _, below in pairs if is_labelled(below.text))
    yield from (n for n, line, below in pairs if is_names(below, column) and not is_names(line, column))
    pairs = [pair for pair in pairs if not looks_like_affiliation(pair[1].text)]
    for n, line, below in pairs:
        if is_date(below.text) and (not is_kicker(line, column) or (n and _leads_on(zone[n - 1], line))):
            yield n


def _display(paragraph: Paragraph) -> float:
    """How much a paragraph stands out. A letterhead is large too, but says less than a headline."""
    return paragraph.size * min(sum(line.cells for line in paragraph.lines), LONG_HEADLINE)


def may_be_headline(paragraph: Paragraph, type_: Measure) -> bool:
    """Whether a paragraph has the length of a headline and is nothing else that fronts have."""
    text = paragraph.text
    if len(paragraph.lines) > 3 or len(text) < 4 or len(text) > 160 or STOPPED.search(text):
        return False
    if ASIDE.fullmatch(text) or is_post(text):
        return False
    if names_issue(text) or is_office_apart(text) or is_release_field(text):
        return False
    if any(map(type_.is_small, paragraph.lines)):
        return False
    return not (looks_like_caption(text) or is_byline(text) or is_date(text) or LABELLED.match(text))


def whole_headline(paragraphs: list[Paragraph], zone: list[Paragraph], at: int, type_: Measure) -> int:
    """Joins the lines of a headline. Returns its place."""
    told = " ".join(paragraph.text for paragraph in paragraphs[len(zone) :])
    while at and may_be_headline(zone[at - 1], type_) and _leads_to(zone, at, type_, told):
        at -= 1
        _join(paragraphs, zone, at)
    while at + 1 < len(zone) and _goes_on(zone, at, type_, told):
        _join(paragraphs, zone, at)
    return at


def _join(paragraphs: list[Paragraph], zone: list[Paragraph], at: int) -> None:
    zone[at].lines += zone[at + 1].lines
    del zone[at + 1]
    del paragraphs[paragraphs.index(zone[at]) + 1]


def _goes_on(zone: list[Paragraph], at: int, type_: Measure, told: str) -> bool:
    """Whether the line below a headline's is one more of it. told: what the text below says."""
    line, following, after = zone[at], zone[at + 1], (zone[at + 2 :] or [None])[0]
    if _runs_into(line, following, after, type_, told):
        return True
    if type_.sized:
        return following.size > LARGE and LED_TO.match(following.text) is not None
    if type_.is_gap(following.first) or not may_be_headline(following, type_):
        return False
    return _are_capitals(line, following) and not names_of(following.text) and not is_house(following.text)


def _leads_to(zone: list[Paragraph], at: int, type_: Measure, told: str) -> bool:
    """Whether the line above a headline's is one more of it."""
    above, line = zone[at - 1], zone[at]
    if names_issue(above.text):
        return False
    if _runs_into(above, line, None, type_, told):
        return True
    if type_.sized or type_.is_gap(line.first) or is_house(above.text):
        return False
    if _are_capitals(above, line):
        return True
    is_whole = is_kicker(above, type_.column) or line.cells > WIDER * above.cells
    return _leads_on(above, line) or (not is_whole and _is_set_alike(zone, at, type_))


def _are_capitals(above: Paragraph, line: Paragraph) -> bool:
    """Whether two lines are all capitals, and the upper one more than a word that names a section."""
    return above.text.isupper() and line.text.isupper() and min(above.cells, line.cells) >= SHORTEST_TITLE


def _is_set_alike(zone: list[Paragraph], at: int, type_: Measure) -> bool:
    """Whether a line and the one above it are set as those above them are not."""
    above, line = zone[at - 1], zone[at]
    alike = _is_indented(above) == _is_indented(line) and not type_.is_gap(line.first)
    return alike and _begins_apart(zone, at - 1, type_)


def is_deck(zone: list[Paragraph], at: int, type_: Measure) -> bool:
    """Whether what was taken for the headline says more of the one right above it, below heads set apart.

    In the middle of the page white space may part the two, if it is less than around them.
    """
    if type_.sized or not at or not may_be_headline(zone[at - 1], type_) or is_house(zone[at - 1].text):
        return False
    above, line = zone[at - 1], zone[at]
    says_more = line.cells > WIDER * above.cells and above.cells >= SHORTEST_TITLE
    if says_more and type_.is_gap(line.first):
        return not is_kicker(above, type_.column) and _stand_together(zone, at)
    return says_more and at > 1 and _is_set_alike(zone, at, type_)


def is_deck_of_stack(zone: list[Paragraph], at: int, type_: Measure) -> bool:
    """Whether what was taken for the headline is the last of three lines: two of the headline, and its deck.

    Papers and offices set their lines so, each as long as it is, where no size of type is known.
    """
    stack = zone[max(0, at - 2) : at + 1]
    if type_.sized or len(stack) < 3 or any(len(line.lines) > 1 for line in stack):
        return False
    if LED_TO.match(stack[-1].text):  # it is told of the line above alone
        return False
    together = not any(type_.is_gap(line.first) or is_house(line.text) for line in stack[1:])
    heads = all(may_be_headline(line, type_) for line in stack) and not is_kicker(stack[0], type_.column)
    return together and heads and min(line.cells for line in stack) >= SHORTEST_TITLE


def join_above(paragraphs: list[Paragraph], zone: list[Paragraph], at: int) -> int:
    """Joins a line with the one above it. Returns their place."""
    _join(paragraphs, zone, at - 1)
    return at - 1


def _stand_together(zone: list[Paragraph], at: int) -> bool:
    """Whether a line stands below one in the middle, with more white space around the two than between."""
    above, line, below = zone[at - 1], zone[at], zone[at + 1 : at + 2]
    is_apart = at == 1 or line.first.gap < above.first.gap
    return is_apart and _is_indented(above) and any(line.first.gap < other.first.gap for other in below)


def _leads_on(line: Paragraph, following: Paragraph) -> bool:
    open_ended = LEADS_ON.search(line.text) or UNFINISHED.search(line.text)
    return bool(open_ended or LED_TO.match(following.text))


def _begins_apart(zone: list[Paragraph], at: int, type_: Measure) -> bool:
    """Whether a line is the first of those set as it is: below white space or a date, or in the middle."""
    if at == 0 or type_.is_gap(zone[at].first) or _is_indented(zone[at - 1]) != _is_indented(zone[at]):
        return True
    return any(says(zone[at - 1].text) for says in (names_issue, is_date, is_month))


def _is_indented(paragraph: Paragraph) -> bool:
    return paragraph.first.indent > 0


def _runs_into(
    line: Paragraph, following: Paragraph, after: Paragraph | None, type_: Measure, told: str
) -> bool:
    """Whether a headline's line goes on in the next.

    Headlines are set one and a fifth to twice as large as the body, so their full lines take that much
    less of its cells; and only the last is shorter. A text does not speak of its own authors.
    """
    if type_.sized:
        return False  # lines of one size are one paragraph already
    full = 0.35 * type_.column < line.last.cells < 0.88 * type_.column or UNFINISHED.search(line.text)
    shorter = following.cells <= line.last.cells + 3 and len(following.lines) <= 2
    if not full or not shorter or type_.is_gap(following.first) or not _may_go_on(following):
        return False
    if after is not None and is_pen_name_above(following.text, after.text):
        return False
    is_told = following.text.isascii() and following.text in told
    is_all = after is not None and len(names_of(after.text)) > 1  # who wrote it stands below, together
    if names_of(following.text) and not (is_told or is_all or UNFINISHED.search(line.text)):
        return False
    if is_told or is_all or not is_names(following, type_.column):
        return CLOSED.search(line.text) is None or following.cells > 0.3 * type_.column
    return CLOSED.search(line.text) is None and after is not None and is_names(after, type_.column)


def _may_go_on(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if names_issue(text) or is_release_field(text) or DASHED.fullmatch(text):
        return False
    return not (STOPPED.search(text) or looks_like_caption(text) or is_byline(text) or is_date(text))
