"""What the lines around a run of prose say for its being the article."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from articles.ingest.furniture.labels import KEYWORD_LABEL
from articles.ingest.furniture.players import RULE as PLAYER
from articles.ingest.scrape.headline import certain_headline
from articles.ingest.scrape.page import META_WIDTH, LineRun, Page

# How far above and below a run its witnesses stand, in lines. Buttons, type sizes and dialogs may part a date
# from its story; beyond the nearest lines only few may stand between that tell something, of so many in all.
LINES_BEFORE = 8
MOST_TELLING = 3
FARTHEST_BEFORE = 30
NARROWEST_TELLING = 8  # in Han characters; narrower lines are buttons and names
LABEL_BEFORE = 3  # a label's list begins right below it
LINES_BELOW = 3  # keywords stand right below their article
# Lost over the length of the page: of equals, the upper one is the article.
LATENESS = -6.0
# A run of less is a teaser at best and heads nothing.
PARAGRAPH = 8.0
# Of the sentences of a run; a summary has a line about itself besides those it repeats.
MOST_RECURRING = 0.5
LONGER = 2  # times, in width

# How papers begin a story: （法新社羅馬19日電）, 〔記者某某／台北報導〕, 中新网9月9日电, WASHINGTON —
DATELINE = re.compile(
    r"[（(〔\[【][^（(〔\[【）)〕\]】]{2,24}[）)〕\]】]|.{2,16}[電电訊讯]\s?[)）】]?\s|"
    r"[A-Z]{3,}[^.]{0,30}[—–-] "
)
CREDIT_WORDS = re.compile(
    r"記者|记者|撰文|編譯|编译|作者|來源|来源|報導|报道|報道|文[/／]|\bby\b|source|기자|取材", re.IGNORECASE
)


@dataclass(frozen=True)
class Witness:
    """Something around a run that speaks for it, or against it.

    worth: in the units of a run's own worth, tens of Han characters of prose. why: the reason.
    """

    worth: float
    says: Callable[[Page, LineRun], bool]
    why: str


def standing(page: Page, run: LineRun) -> float:
    """What the lines around a run, and its place on the page, are worth together."""
    lateness = LATENESS * run.first / len(page.lines)
    return lateness + sum(witness.worth for witness in WITNESSES if witness.says(page, run))


def is_headed(page: Page, run: LineRun) -> bool:
    """Whether a headline that the run echoes stands above it, with a complete date or as the page's title."""
    placed = has_date_before(page, run) or _titled_before(page, run)
    dated = run.worth >= PARAGRAPH and placed and not _recurs_below(page, run)
    return dated and certain_headline(page, run) is not None


def _before(run: LineRun, lines: int) -> range:
    return range(max(0, run.first - lines), run.first)


def _told_before(page: Page, run: LineRun) -> range:
    """The nearest lines above a run, and those beyond as long as hardly anything is told there."""
    told, passed, first = 0, 0, run.first
    while first and passed < FARTHEST_BEFORE:
        told += not page.rules[first - 1] and page.lines[first - 1].width >= NARROWEST_TELLING
        if told > MOST_TELLING and passed >= LINES_BEFORE:
            break
        passed += page.rules[first - 1] != PLAYER
        first -= 1
    return range(first, run.first)


def has_date_before(page: Page, run: LineRun) -> bool:
    """Whether a complete date stands above a run, and hardly anything that tells something between."""
    return any(page.prints_date(number) for number in _told_before(page, run))


def _titled_before(page: Page, run: LineRun) -> bool:
    """Whether the headline of the page's title stands above a run, and no other prose between."""
    above = takewhile(lambda n: not page.is_told(page.lines[n]), reversed(_before(run, FARTHEST_BEFORE)))
    return not page.titled.isdisjoint(above)


def _credit_before(page: Page, run: LineRun) -> bool:
    above = [page.lines[number] for number in _told_before(page, run)]
    return any(line.width < META_WIDTH and CREDIT_WORDS.search(line.text) for line in above)


def _label_of_a_list_before(page: Page, run: LineRun) -> bool:
    return any(page.rules[number] == "related" for number in _before(run, LABEL_BEFORE))


def _entry_of_a_list_before(page: Page, run: LineRun) -> bool:
    return any(page.rules[number] == "list" for number in _before(run, LABEL_BEFORE))


def _recurs_below(page: Page, run: LineRun) -> bool:
    """Whether most of its sentences come again in a longer text below: it sums the story up.

    A text as long is the same one printed twice.
    """
    told = [line for line in page.lines[run.first : run.last + 1] if line.is_prose]
    below = [line for line in page.lines[run.last + 1 :] if line.is_prose]
    again = "\n".join(line.text for line in below)
    recurring = sum(line.text in again for line in told)
    longer = sum(line.width for line in below) > LONGER * sum(line.width for line in told)
    return longer and recurring >= MOST_RECURRING * len(told) > 0


def _certainly_titled(page: Page, run: LineRun) -> bool:
    return run.worth >= PARAGRAPH and certain_headline(page, run) is not None


def _keywords_below(page: Page, run: LineRun) -> bool:
    below = page.lines[run.last + 1 : run.last + 1 + LINES_BELOW]
    return any(KEYWORD_LABEL.match(line.text) for line in below)


def _begins_with_a_dateline(page: Page, run: LineRun) -> bool:
    return DATELINE.match(page.lines[run.first].text) is not None


WITNESSES = (
    Witness(8.0, has_date_before, "an article prints its complete date, a teaser seldom does"),
    Witness(20.0, _titled_before, "the page's own title stands above it"),
    Witness(2.0, _certainly_titled, "most words of a line above it come back in it"),
    Witness(4.0, _credit_before, "an article names its writer or source"),
    Witness(5.0, _keywords_below, "keywords stand below an article"),
    Witness(5.0, _begins_with_a_dateline, "a report begins with its place, day or reporter"),
    Witness(-30.0, _recurs_below, "a summary's sentences come again in the story below it"),
    Witness(-8.0, _label_of_a_list_before, "the label says that other articles follow"),
    Witness(-6.0, _entry_of_a_list_before, "three hours ago is said of entries in a list"),
)
