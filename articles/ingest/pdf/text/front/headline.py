"""Which lines above a body are its headline.

Every run of a few lines that might be one is weighed: what stands below and above it, whether it is whole,
whether the text speaks of it again. EVIDENCE holds the signs with what each is worth; the heaviest run is
the headline. Where sizes of type are known, the largest type says more than all of these.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.ingest.pdf.text.blocks.lists import HEADING_NUMBER
from articles.ingest.pdf.text.blocks.measure import LARGE, Measure
from articles.ingest.pdf.text.blocks.paragraphs import Paragraph
from articles.ingest.pdf.text.front.candidates import MOST_LINES, is_other, letterhead_end, may_be_headline
from articles.ingest.pdf.text.front.joins import join_worth, leads_on, may_be_names
from articles.ingest.pdf.text.front.lines import is_kicker, is_names, stands_for_other
from articles.ingest.pdf.text.front.setting import UNSPACED, Setting, are_told, bare, pairs_of, stems_of
from articles.ingest.pdf.text.line_kinds.houses import is_house, names_issue, names_publication
from articles.ingest.pdf.text.line_kinds.names import is_pen_name_below, names_of

FARTHEST_SIGN = 3  # lines below a headline, its deck between, where its authors or its date stand
SHORTEST_TITLE, LONGEST_TITLE = 8, 120  # cells; a shorter one names a section, a longer one tells
SHORTEST_PRINTED = 4  # characters
WIDEST_OF_SEVERAL = 50  # cells of one of several columns; of labelled pages in one it has 54 and more
IN_ONE = 1.5  # for what the text says in one across the end of a line
SUBTITLE = 3.5  # for how well a title and its subtitle go together, over what their widths say against it
LONG_HEADLINE = 40  # cells; a longer one stands out no more
# A title in English: The Long Wait for a Pilot
CAPITALISED = re.compile(
    r"[A-Z0-9“‘][\w’'-]*(?:,? (?:[A-Z0-9“‘][\w’'.-]*|[a-z]{1,4}|between|through|without))*[?!]?"
)
APOSTROPHE = re.compile("['’]")
MOST_JOINED = 1.5  # for how well lines go together, however many: a headline of one line is none the less


@dataclass(frozen=True)
class Run:
    """Lines of a front that may be a headline.

    parts: all lines of the front, start, end: which of them. top: how many of them are a letterhead.
    """

    parts: tuple[Paragraph, ...]
    start: int
    end: int
    top: int
    setting: Setting

    @cached_property
    def lines(self) -> tuple[Paragraph, ...]:
        return self.parts[self.start : self.end]

    @cached_property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @cached_property
    def cells(self) -> int:
        return sum(line.cells for part in self.lines for line in part.lines)

    @property
    def above(self) -> Paragraph | None:
        return self.parts[self.start - 1] if self.start else None

    @property
    def below(self) -> Paragraph | None:
        return self.parts[self.end] if self.end < len(self.parts) else None

    @property
    def worth(self) -> float:
        return sum(worth * sign(self) for worth, sign in EVIDENCE)


def find_headline(parts: list[Paragraph], setting: Setting) -> tuple[int, int] | None:
    """The lines that are the headline, from and to; None where no line may be one."""
    top = letterhead_end(parts)
    runs = [Run(tuple(parts), *span, top, setting) for span in _spans(parts, setting.type)]
    runs = [run for run in runs if len(run.text) >= SHORTEST_PRINTED]
    best = max(runs, key=lambda run: run.worth, default=None)
    return (best.start, best.end) if best else None


def _spans(parts: list[Paragraph], type_: Measure) -> Iterator[tuple[int, int]]:
    """Where runs begin and end of lines that may each be part of one, the last one its end."""
    for start in range(len(parts)):
        for end in range(start + 1, min(start + MOST_LINES, len(parts)) + 1):
            if may_be_headline(parts[end - 1], type_):
                yield start, end
            elif not may_be_headline(parts[end - 1], type_, is_last=False):
                break


def _sign_below(run: Run) -> float:
    """What stands below says who wrote it, or when; the farther down the less."""
    below = run.parts[run.end : run.end + FARTHEST_SIGN]
    column = run.setting.type.column
    signs = [run.setting.is_told_of(line.text) or 2 * is_names(line, column) for line in below]
    return max((sign - place for place, sign in enumerate(signs) if sign), default=0)


def _is_told(run: Run) -> float:
    """The share of its words that the text says again."""
    said = stems_of(run.text)
    return len(said & run.setting.words) / len(said) if said else 0


def _is_running_head(run: Run) -> float:
    """Later pages have it at their heads, and it is not what a series or a house is called there.

    That stands above the number of an issue, or beside a house that the line above it names. The more the two
    have in common the better.
    """
    if run.below is not None and names_issue(run.below.text):
        return 0
    house = bare(run.above.text) if run.above is not None and is_house(run.above.text) else None
    heads = [head for head in run.setting.heads_with(run.text) if house is None or house not in head]
    said = len(bare(run.text))
    return max((1 + min(said, len(head)) / (3 * max(said, len(head))) for head in heads), default=0)


def _is_no_name(run: Run) -> bool:
    """No line of it names a house, and it is no section, date or person itself."""
    column = run.setting.type.column
    if any(names_publication(line.text) or run.setting.names_house(line.text) for line in run.lines):
        return False
    if any(_are_several(line, run.setting) for line in run.lines):
        return False
    if len(run.lines) > 1 or are_told(run.text, run.setting.small):
        return True
    is_below_post = run.above is not None and is_pen_name_below(run.text, run.above.text)
    return not (is_below_post or is_names(run.lines[0], column))


def _are_several(line: Paragraph, setting: Setting) -> bool:
    """Whether a line names several people, of whom the text does not tell as a headline would."""
    return len(names_of(line.text)) > 1 and setting.are_people(line.text) and not setting.tells(line.text)


def _is_whole(run: Run) -> bool:
    """Neither does it go on below nor the line above in it, and no head has either together with it."""
    type_, heads_whole = run.setting.type, run.setting.heads_whole
    if run.below and heads_whole(run.text + run.below.text):
        return False
    if run.above and heads_whole(run.above.text + run.text) and not names_publication(run.above.text):
        return False
    above = (
        run.start
        and may_be_headline(run.above, type_, is_last=False)
        and leads_on(run.above.text, run.lines[0].text)
    )
    goes_on = run.below and may_be_headline(run.below, type_) and leads_on(run.text, run.below.text)
    rest = run.below and _is_rest(run)
    return not (above or rest or (goes_on and not is_house(run.below.text)))


def _is_rest(run: Run) -> bool:
    """Whether the line right below is too short to be anything but the rest."""
    line = run.below
    if line.first.gap or line.cells >= SHORTEST_TITLE or may_be_names(run.parts, run.end, run.setting.type):
        return False
    return not (names_publication(line.text) or is_other(line.text))


def _are_joined(run: Run) -> float:
    """How well its lines go together: very well where a later page has them at its head in one."""
    if len(run.lines) > 1 and run.setting.heads_whole(run.text):
        return MOST_JOINED
    joins = range(run.start, run.end - 1)
    told = [run.setting.tells(run.parts[at + 1].text) for at in joins]
    worths = [
        join_worth(run.parts, at, run.setting.type, is_told) for at, is_told in zip(joins, told, strict=True)
    ]
    worths += [IN_ONE for at in joins if _is_said_in_one(run.parts[at], run.parts[at + 1], run.setting)]
    worths += [SUBTITLE for at in joins if _is_title_of(run.parts[at], run.parts[at + 1], run.setting)]
    return min(sum(worths), MOST_JOINED)


def _is_said_in_one(line: Paragraph, below: Paragraph, setting: Setting) -> bool:
    """Whether the text says the last two Han or kana of a line and the first two below it in one."""
    told = bare(line.text)[-2:] + bare(below.text)[:2]
    is_unspaced = len(told) == 4 and UNSPACED.fullmatch(told)
    return bool(is_unspaced) and setting.words.issuperset(pairs_of(told))


def _is_title_of(line: Paragraph, below: Paragraph, setting: Setting) -> bool:
    """Whether a line is the short title, or the question, to the English subtitle right below it.

    Both are in capitalised words, and the text says those of the title again. A subtitle no wider than the
    title has none but words that the text says in small letters.
    """
    if below.first.gap or not are_told(line.text, setting.words):
        return False
    are_capitalised = all(CAPITALISED.fullmatch(part.text) for part in (line, below))
    if below.cells <= line.cells or are_told(below.text, setting.small):
        return are_capitalised and are_told(below.text, setting.small)
    if line.text.endswith("?"):
        return are_capitalised
    return below.first.is_title_cased and (line.text.isupper() or APOSTROPHE.sub("", line.text).istitle())


def _is_short(run: Run) -> bool:
    return run.cells < SHORTEST_TITLE or (
        len(run.lines) == 1 and is_kicker(run.lines[0], run.setting.type.column)
    )


def _is_long(run: Run) -> bool:
    return run.cells > LONGEST_TITLE


def _is_small(run: Run) -> bool:
    """Whether lines of it are wider than the only column of a page, as captions are."""
    type_ = run.setting.type
    return type_.column > WIDEST_OF_SEVERAL and any(
        type_.is_small(line) for part in run.lines for line in part.lines
    )


def _is_below_one(run: Run) -> bool:
    """Above it stands a line that may itself be a headline: this one is its deck, or a heading."""
    type_ = run.setting.type
    return any(
        may_be_headline(line, type_) and not stands_for_other(line, type_.column)
        for line in run.parts[run.top : run.start]
    )


def _is_below_names(run: Run) -> bool:
    """Above it stands who wrote it."""
    return any(run.setting.are_people(line.text) for line in run.parts[run.top : run.start])


def _is_in_letterhead(run: Run) -> bool:
    return run.start < run.top


def _is_numbered(run: Run) -> bool:
    return HEADING_NUMBER.match(run.text) is not None


def _stands_out(run: Run) -> float:
    """How large its type is against the largest line's, where that is known."""
    if not run.setting.type.sized:
        return 0
    most = max(map(_display, run.parts))
    return max(map(_display, run.lines)) / most if most else 0


def _display(paragraph: Paragraph) -> float:
    return (
        paragraph.size
        * min(sum(line.cells for line in paragraph.lines), LONG_HEADLINE)
        * (paragraph.size > LARGE)
    )


EVIDENCE: tuple[tuple[float, Callable[[Run], float]], ...] = (
    (30, _stands_out),
    (1, _sign_below),
    (3, _is_told),
    (3, _is_running_head),
    (5, _is_no_name),
    (4, _is_whole),
    (1, _are_joined),
    (-2, _is_short),
    (-2, _is_long),
    (-2, _is_small),
    (-1.5, _is_below_one),
    (-3, _is_below_names),
    (-8, _is_in_letterhead),
    (-3, _is_numbered),
)
