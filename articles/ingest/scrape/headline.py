"""Which line heads a body: the one before it that says in short what the body says."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from articles.ingest.furniture.labels import SOURCE
from articles.ingest.plain.segment import Segment
from articles.ingest.plain.titles import is_before_house
from articles.ingest.scrape.page import LineRun, Page
from articles.text.letters import EAST_ASIAN
from articles.text.press.bylines import find_byline, looks_like_name

# How far above the body its headline may stand, in lines that are not blank.
HEADLINE_REACH = 80
# A text of which so few lines stand above the body begins with its article.
BEGINNING = 4
# So near below its dateline a deck stands, in lines; buttons may come between.
DECK_BELOW = 6
# A page may begin with its house's name instead, which is narrower.
MASTHEAD_WIDTH = 8
# Alone on its line so often stands the name of the account whose page it is.
COPIES_OF_ACCOUNT = 3
# How posts on social networks print their headline, right above the text.
BRACKETED = re.compile(r"【[^【】]+】")

# The lines that head a body, and how far above the date or byline the headline stands there. A narrower
# line that the body does not echo is a section's name.
HEADER_LINES = 10
ABOVE_MARK = 3
ALONE_WIDTH = 6
TITLED_WIDTH = 10  # a narrower line in a page's title may be a section's or a column's
CRUMBS = re.compile(r"\S\s*[>›»＞]\s*\S")

# The last lines of a story, where notes name its paper: a contributor, a writer's beat, the printed edition.
CLOSING = 3

HEADLINE_WIDTH = (4, 60)  # Han characters; no labelled headline is wider
# The share of a headline's words that come back in the body. Below this, the line is about something else.
LEAST_ECHO = 0.2
# Below this likeness a line is taken for furniture rather than for a headline.
LEAST_LIKENESS = 0.7

# What a line loses that stands below the date, where a deck stands and a headline seldom.
BELOW_DATE = -0.4
# Beyond this it is likelier, even there, than a line whose words do not come back.
SURE_BELOW_DATE = 0.5

# A headline beyond doubt: most of its words come back, and it has words enough.
CERTAIN = 1.1

# The lines above several bodies of one page are the same, and each body is asked about more than once.
REMEMBERED = 256

# Halves of a headline: how wide either is, and the lower one against the upper one.
HALF_WIDTH, DECK_SHARE = 20, 1.4
LINE_BREAK = 1  # character

LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’]{3,}")
EAST_ASIAN_RUN = re.compile(f"[{EAST_ASIAN}]+")
# What a letter's subject has before its headline: [Harbour Letter #47]
LETTER = re.compile(r"[\[【][^\[\]【】]{2,24}[\]】]\s?(?=\S.{5})")
COLUMN = re.compile(r"[^\W\d_]{2,6}\s?[:：|｜]\s?\S{4,}")
ALTERNATIVE = re.compile(r"\[[^\[\]]*\]")  # what w3m and pandoc print for a picture
NO_HEADLINE_END = re.compile(r"[。．，、；：,;:]$|[^.]\.$")


def certain_headline(page: Page, body: LineRun) -> Segment | None:
    """The line before a body that is its headline beyond doubt."""
    place = (body.first, body.last)
    if place not in page.certain:
        page.certain[place] = find_headline(page, body, CERTAIN)
    return page.certain[place]


def find_headline(page: Page, body: LineRun, least: float = LEAST_LIKENESS) -> Segment | None:
    """The line before the body that says what the body says, or two that do so together; None when none does.

    least: how likely it must be; CERTAIN for a headline beyond doubt.
    """
    line = _headline(page, body, least)
    return _over_two_lines(page, body, line) if line else None


def _headline(page: Page, body: LineRun, least: float) -> Segment | None:
    words = Counter(echo_words(_told_in(page, body)))
    candidates = [page.lines[n] for n in range(max(0, body.first - HEADLINE_REACH), body.first)]
    letter = LETTER.match(page.lines[0].text)
    titles = page.titles | ({page.lines[0].text[letter.end() :]} if letter else set())
    if marked := [line for line in candidates if line.text in titles]:
        return marked[-1]
    if set_out := _set_out(page, body, candidates, words):
        return set_out
    if bracketed := _in_brackets(page, body, words):
        return bracketed
    if titled := _in_title(page, candidates):
        return titled
    likely = [
        (_likeness(page, body, line, words), line) for line in candidates if _may_be_headline(page, line)
    ]
    for likeness, line in sorted(likely, key=lambda pair: -pair[0]):
        if likeness <= least:
            break
        if not find_byline(line.text):
            line = _above_its_deck(line, likely)
            return _above_its_dateline(page, line) or _without_house(page, body, line)
    if least != LEAST_LIKENESS:
        return None
    return (
        _first_line(page, body)
        or _below_date(page, body)
        or _below_its_dateline(page, likely, SURE_BELOW_DATE)
        or _best_unexplained(page, body)
        or _below_its_dateline(page, likely, LEAST_LIKENESS + BELOW_DATE)
    )


def _set_out(page: Page, body: LineRun, candidates: list[Segment], words: Counter) -> Segment | None:
    """The first line above a body that stands as a heading and says what the body says, else the likeliest;
    else the one right above it, whatever its words.
    """
    standing = [line for line in candidates if line.text in page.set_out and _may_be_headline(page, line)]
    likely = [(_likeness(page, body, line, words), line) for line in standing]
    first = next((pair for pair in likely if pair[0] > LEAST_LIKENESS), None)
    likeness, line = first or max(likely, key=lambda pair: pair[0], default=(0.0, None))
    if likeness > 0:
        return line
    near = [
        line for line in standing if body.first - line.number <= HEADER_LINES and line.width >= ALONE_WIDTH
    ]
    return near[-1] if near else None


def _in_title(page: Page, candidates: list[Segment]) -> Segment | None:
    """The last line above a body that the page's title says with a house behind it."""
    titled = [line for line in candidates if line.number in page.titled and line.width >= TITLED_WIDTH]
    return next(
        (line for line in reversed(titled) if _may_be_headline(page, line) and not _is_told(line)), None
    )


def _in_brackets(page: Page, body: LineRun, words: Counter) -> Segment | None:
    """The line right above a body that is wholly in brackets and echoed by it, without these."""
    line = page.lines[body.first - 1] if body.first else None
    if line is None or not BRACKETED.fullmatch(line.text) or not _may_be_headline(page, line):
        return None
    is_title = line.width >= ALONE_WIDTH and not _is_told(line) and _likeness(page, body, line, words) > 0
    return (
        replace(line, text=line.text[1:-1], where=(line.place(1, len(line.text) - 1),)) if is_title else None
    )


def _above_its_deck(line: Segment, likely: list[tuple[float, Segment]]) -> Segment:
    """The line right above a likely headline that is one as well, and shorter: then the lower is its deck."""
    above = (pair for pair in likely if pair[1].number == line.number - 1)
    likeness, other = next(above, (0.0, line))
    return other if likeness > LEAST_LIKENESS and ALONE_WIDTH <= other.width < line.width else line


def _over_two_lines(page: Page, body: LineRun, line: Segment) -> Segment:
    """A headline with its other half, where two short lines stand by themselves between blank ones.

    A deck is longer than its headline. Korean papers and pages in Latin letters set decks so too.
    """
    if not page.language.startswith(("zh", "ja")):
        return line
    lines = page.lines[: body.first]
    for first in (line.number - 1, line.number):
        halves = lines[max(first, 0) : first + 2]
        if len(halves) == 2 and _are_halves(page, *halves):
            top, end = halves
            return replace(end, text=top.text + end.text, where=((top.start, end.end),))
    return line


def _are_halves(page: Page, top: Segment, end: Segment) -> bool:
    around = [page.lines[n] for n in (top.number - 1, end.number + 1) if n >= 0]
    stand_alone = len(around) == 2 and _are_apart(around[0], top) and _are_apart(end, around[1])
    short = max(top.width, end.width) <= HALF_WIDTH and end.width <= DECK_SHARE * top.width
    plain = (
        _may_be_headline(page, top) and _may_be_headline(page, end) and not (_is_told(top) or _is_told(end))
    )
    return stand_alone and short and plain and not _are_apart(top, end) and not top.is_terminated


def _are_apart(above: Segment, below: Segment) -> bool:
    """Whether a blank line stands between two lines."""
    return below.mark_start - above.end > LINE_BREAK


def _without_house(page: Page, body: LineRun, line: Segment) -> Segment:
    """The line below that prints a headline without the house which the page's title has behind it."""
    below = page.lines[line.number + 1 : body.first]
    same = (other for other in below if other.width >= ALONE_WIDTH and is_before_house(other.text, line.text))
    return next(same, line)


def _told_in(page: Page, body: LineRun) -> str:
    """What a body says without what repeats names: captions, and notes on writers and edition below it."""
    told = [
        line
        for line in page.lines[body.first : body.last + 1]
        if line.text and not page.captions[line.number]
    ]
    story = told[:-CLOSING] if len(told) > 2 * CLOSING else told
    return " ".join(line.text for line in story)


def _below_its_dateline(page: Page, likely: list[tuple[float, Segment]], least: float) -> Segment | None:
    """The likeliest line right below a dateline, where nothing above it may be the headline."""
    below = [pair for pair in likely if pair[1].number and page.is_dateline(pair[1].number - 1)]
    likeness, line = max(below, key=lambda pair: pair[0], default=(0.0, None))
    return line if likeness > least else None


def _above_its_dateline(page: Page, line: Segment) -> Segment | None:
    """The line right above the dateline that stands above a line: then this one is only the deck.

    A headline may be a quotation that the text does not echo, while the deck below the date does.
    """
    dated = [n for n in range(max(1, line.number - DECK_BELOW), line.number) if page.is_dateline(n)]
    above = page.lines[dated[0] - 1] if dated else None
    fits = above is not None and _may_be_headline(page, above) and not _is_told(above)
    return above if fits and above.width >= ALONE_WIDTH else None


def _first_line(page: Page, body: LineRun) -> Segment | None:
    """The first line of a text that begins with its article and no menu, whatever its words."""
    above = page.lines[: body.first]
    if len(above) > BEGINNING or any(page.rules[: body.first]):
        return None
    titles = (line for line in above if _may_be_headline(page, line) and not _is_told(line))
    return next((line for line in titles if line.number == 0 or line.width >= ALONE_WIDTH), None)


def _below_date(page: Page, body: LineRun) -> Segment | None:
    """In a diary the one line between the dateline and the body; a paper prints a section's name there."""
    if not page.verses:
        return None
    above = page.lines[max(0, body.first - 2) : body.first]
    if len(above) < 2 or not page.is_dateline(above[0].number):
        return None
    return above[1] if _may_be_headline(page, above[1]) and not _is_told(above[1]) else None


def _best_unexplained(page: Page, body: LineRun) -> Segment | None:
    """The fullest of the lines that no field explains, among those that date or sign a body."""
    block = [page.lines[n] for n in range(max(0, body.first - HEADER_LINES), body.first)]
    marks = [line.number for line in block if page.prints_date(line.number) or find_byline(line.text)]
    unexplained = [line for line in block if _may_stand_alone(page, line, marks)]
    words = [
        (_fullness(set(echo_words(line.text))) + _position(page, body, line), line) for line in unexplained
    ]
    return max(words, key=lambda pair: pair[0])[1] if words else None


def _may_stand_alone(page: Page, line: Segment, marks: list[int]) -> bool:
    """Whether a line says enough for a headline and stands right by a date or a byline."""
    by_a_mark = any(0 < mark - line.number <= ABOVE_MARK for mark in marks)
    plain = _may_be_headline(page, line) and not _is_told(line)
    return by_a_mark and plain and line.width >= ALONE_WIDTH and not SOURCE.search(line.text)


def _is_told(line: Segment) -> bool:
    return line.bullet or line.full_stops > 0 or find_byline(line.text) is not None


@lru_cache(REMEMBERED)
def echo_words(text: str) -> tuple[str, ...]:
    """The pairs of Han characters, kana or Hangul and the Latin words of a text, as often as they occur."""
    pairs = [one + other for run in EAST_ASIAN_RUN.findall(text) for one, other in pairwise(run)]
    return (*pairs, *LATIN_WORD.findall(text.lower()))


def _may_be_headline(page: Page, line: Segment) -> bool:
    """Each body of a page asks about the same lines above it."""
    if line.number not in page.may_head:
        page.may_head[line.number] = _reads_as_headline(page, line)
    return page.may_head[line.number]


def _reads_as_headline(page: Page, line: Segment) -> bool:
    shortest, longest = HEADLINE_WIDTH
    return (
        shortest <= line.width <= longest
        and not (page.rules[line.number] and not _is_column(page, line))
        and not page.captions[line.number]
        and not page.prints_date(line.number)
        and not (line.is_menu or line.is_wordless or ALTERNATIVE.fullmatch(line.text))
        and not CRUMBS.search(line.text)
        and line.text not in page.writers
        and not page.is_value(line.number)
        and not _is_house(page, line)
        and not NO_HEADLINE_END.search(line.text)
    )


def _is_house(page: Page, line: Segment) -> bool:
    """Whether a short line is whose the page is: printed beside the date, in its rights, or often."""
    if line.width > MASTHEAD_WIDTH:
        return False
    if page.copies[line.text] >= COPIES_OF_ACCOUNT or any(line.text in rights for rights in page.rights):
        return True
    below = page.lines[line.number + 1 : line.number + 1 + HEADER_LINES]
    return any(line.text in other.text and page.is_dated_label(other) for other in below)


def _is_column(page: Page, line: Segment) -> bool:
    """Whether a line right above the dateline, which reads as a button, has words behind a column's name.

    评论：班列改道之后
    """
    dated = line.number + 1 < len(page.lines) and page.is_dateline(line.number + 1)
    return page.rules[line.number] == "share" and dated and COLUMN.match(line.text) is not None


def _likeness(page: Page, body: LineRun, line: Segment, words: Counter) -> float:
    """How well a line would head the body: its echo there, and where and how it is printed."""
    own = set(echo_words(line.text))
    echo = sum(word in words for word in own) / len(own) if own else 0.0
    if echo < LEAST_ECHO:
        return 0.0
    loud = sum(min(words[word], 3) for word in own) / (3 * len(own))
    return echo + 0.3 * loud + _fullness(own) + _position(page, body, line)


def _fullness(words: set[str]) -> float:
    """A headline says something: up to 0.6 for twelve words; a tag or a section echoes with two or three."""
    return min(len(words), 12) / 20


def _is_signed(page: Page, number: int) -> bool:
    """Whether a name, or a byline, stands right below a line, as below headlines."""
    below = page.lines[number + 1 : number + 2]
    return any(looks_like_name(line.text) or find_byline(line.text) is not None for line in below)


def _position(page: Page, body: LineRun, line: Segment) -> float:
    number = line.number
    below = any(page.is_dateline(n) for n in range(number + 1, min(number + 6, body.first)))
    above = any(page.is_dateline(n) for n in range(max(0, number - 3), number)) and not _is_signed(
        page, number
    )
    return (
        (0.3 if below else BELOW_DATE if above else 0)
        + (0.1 if page.copies[line.text] > 1 else 0)
        + (0.5 if number == 0 and body.first <= BEGINNING and line.width > MASTHEAD_WIDTH else 0)
        - (0.3 if line.bullet else 0)
        - 0.005 * (body.first - number)
    )
