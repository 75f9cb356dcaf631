"""Where the body stands among the lines of a page.

Every line is worth something: prose is worth its length, furniture costs. The body is one of the
maximal-scoring runs of lines, found in one pass (Ruzzo and Tompa 1999, "A linear time algorithm for
finding all maximal scoring subsequences"): the one that its surroundings speak for.
"""

from articles.ingest.furniture.phrases import RESIDUE_RULE, readers_follow
from articles.ingest.furniture.players import RULE as PLAYER
from articles.ingest.furniture.skipped import RULE as SKIPPED
from articles.ingest.plain.segment import Segment
from articles.ingest.scrape.body_score import has_date_before, is_headed, standing
from articles.ingest.scrape.headline import echo_words
from articles.ingest.scrape.page import LineRun, Page
from articles.ingest.scrape.strangers import LEAST_ALIKE, LEAST_OF_PART, shares_words, without_strangers
from articles.text.press.bylines import find_byline

# What a line is worth. Prose is worth its width in tens of Han characters up to a full paragraph, so
# that one endless line (a comment, a licence) does not outweigh an article.
PROSE_UNIT = 10
PARAGRAPH_WIDTH = 150
# The cost of leaving prose grows with every further line: one cross-heading or advert is nothing, four
# short lines in a row are the end of an article.
FURNITURE_STEP = -1.5
# A call or a question without a full stop may be a sentence or a headline, a number may number a chapter.
EXCLAMATION = -0.5
COSTS = {
    "related": -9.0,  # a list of other articles begins; only a long body goes on after one
    "legal": -12.0,  # nothing of an article follows the rights notice
    "closing": -20.0,  # an editor's line or a disclaimer closes an article
    "end": -20.0,  # an article says that it ends
    "list": -6.0,  # comments and lists of other articles carry such times on every entry
    "promotion": -2.0,  # stands in the middle of bodies too
    "share": -2.0,  # likewise
    "notice": -2.0,  # likewise
    "paywall": -2.0,  # likewise
}
ADDRESS = -4.0  # a link of its own seldom stands in a story, often below its headline

# One line alone between two paragraphs costs less than the shortest of them is worth.
INTERRUPTION, INTERRUPTING = -1.0, {"promotion", "share", "notice", "paywall"}

# What calls from a box between two paragraphs.
CALLING = INTERRUPTING | {"advert"}

# An inset list of other articles in the middle of a body, in lines but for their dates, and what must stand
# on both sides.
LONGEST_INSET = 8
# Without bullets the list's own titles are hard to tell from teasers, so more must stand there.
INSET_PARTS = (15.0, 15.0)
INSET_PARTS_BULLETED = (5.0, 8.0)
# A label and one or two titles, with nothing but prose and pictures behind them.
SHORT_INSET = 3
TOLD_FOR_BARE = 3  # paragraphs for each cross-heading there; in a list of teasers every one has its title
SHORT_INSET_PARTS = (5.0, 7.0)
# Below lines by these rules no story goes on.
CLOSING = {"legal", "list", "closing", "end", "paywall"}
# Beyond this worth a run is an article for certain, and its surroundings decide.
ENOUGH = 45.0
BEYOND = 0.02  # of a run's worth: of two that are articles for certain, the longer one
# A page prints its article first; what stands below one that is complete must be far better.
EARLIER_ARTICLE = -34.0
# So few lines below the last paragraph are no footer.
LAST_LINES = 2
# Where a clean text begins at the latest, in lines: below verses, or a sentence and a cross-heading.
MOST_OPENING_LINES = 6
OPENING_WIDTH = 18  # of one without a full stop; a name with its office is narrower
# A shorter line of prose that is printed twice is the page's, not the article's.
REPEATED_WIDTH = 60
# A run of less is not an article: two short sentences.
LEAST_WIDTH = 30


def find_body(page: Page) -> LineRun | None:
    """The run of lines that is the article's body, None when no run says enough to be one."""
    runs = joined_over_insets(page, maximal_runs(line_values(page)))
    best, most, behind = None, float("-inf"), 0.0
    for run in runs:
        if _width(page, run) < LEAST_WIDTH:
            continue
        worth = min(run.worth, ENOUGH) + run.worth * BEYOND + standing(page, run) + behind
        if worth > most:
            best, most = run, worth
        if not behind and is_headed(page, run):
            behind = EARLIER_ARTICLE
    if best is None:
        return None
    best = _with_last_parts(page, without_strangers(page, best), runs)
    return _with_its_edges(page, _with_first_parts(page, best, runs))


def _with_last_parts(page: Page, run: LineRun, runs: list[LineRun]) -> LineRun:
    """The run with the parts of the story behind links and calls that stand in its middle."""
    for part in runs:
        if part.first > run.last and _goes_on_in(page, run, part):
            run = LineRun(run.first, part.last, run.worth + part.worth)
    return run


def _with_first_parts(page: Page, run: LineRun, runs: list[LineRun]) -> LineRun:
    """The run with the parts above links and calls, up to one that the page prints below its date.

    Buttons alone stand between a standfirst and its story too.
    """
    whole, is_parted = run, False
    for part in reversed([part for part in runs if part.last < run.first]):
        if not _goes_on_in(page, part, whole):
            break
        rules = {page.rules[n] for n in range(part.last + 1, whole.first)} - {"share"}
        is_parted = is_parted or not rules.isdisjoint({*CALLING, "related"})
        whole = LineRun(part.first, whole.last, part.worth + whole.worth)
        if is_parted and has_date_before(page, part):
            run = whole
    return run


def _goes_on_in(page: Page, run: LineRun, part: LineRun) -> bool:
    """Whether a run goes on in a part below it: sentences of its words that no title right above sums up.

    A single one may be a teaser unless nothing but calls parts it from the run.
    """
    between = page.lines[run.last + 1 : part.first]
    if not 0 < len(between) <= LONGEST_INSET or any(_closes(page, line) for line in between):
        return False
    if not _is_of_a_piece(page, part) or not page.lines[part.first].full_stops:
        return False
    is_teaser = part.first == part.last and not _are_calls(page, between)
    least = LEAST_ALIKE if is_teaser else LEAST_OF_PART
    above = LineRun(part.first - 1, part.first - 1, 0)
    return shares_words(page, run, part, least) and not shares_words(page, above, part)


def _are_calls(page: Page, between: list[Segment]) -> bool:
    """Whether lines are a box of calls: the first and the last say so, and no title of another page does."""
    rules = [page.rules[line.number] for line in between]
    return {rules[0], rules[-1]} <= CALLING and "related" not in rules


def _closes(page: Page, line: Segment) -> bool:
    """Whether nothing of a story follows a line: rights, keywords, what readers say, another date."""
    return page.rules[line.number] in CLOSING or page.is_labelled(line.number) or readers_follow(line.text)


def _with_its_edges(page: Page, run: LineRun) -> LineRun:
    run = _with_first_lines(page, _from_its_beginning(page, run))
    return _with_last_lines(page, _with_last_list(page, run))


def _from_its_beginning(page: Page, run: LineRun) -> LineRun:
    """The run from right below its head, on a page of nothing but headline, date, names and article."""
    if any(page.rules) or page.lines[0].full_stops or run.first > MOST_OPENING_LINES:
        return run
    head = [n for n in range(run.first) if n == 0 or _is_of_head(page, n)]
    opening = range(head[-1] + 1 if head else run.first, run.first)
    first = next((n for n in opening if _opens_text(page.lines[n])), run.first)
    return LineRun(first, run.last, run.worth)


def _is_of_head(page: Page, number: int) -> bool:
    """Whether a line is the title that the document marks, furniture, a field, or names its writers."""
    text = page.lines[number].text
    return text in page.titles or page.is_about(number) or find_byline(text) is not None


def _opens_text(line: Segment) -> bool:
    return line.full_stops > 0 or line.width >= OPENING_WIDTH


def _with_first_lines(page: Page, run: LineRun) -> LineRun:
    """The run with the sentences right above it that a summary further up has printed already."""
    first, words = run.first, set(echo_words(page.text_of(run)))
    while first - 1 in page.between_entries:
        first -= 1
    while (
        first
        and _is_summed_up(page, first - 1)
        and words.intersection(echo_words(page.lines[first - 1].text))
    ):
        first -= 1
    return LineRun(first, run.last, run.worth)


def _is_summed_up(page: Page, number: int) -> bool:
    """Whether a line is the last of several copies of a sentence."""
    line = page.lines[number]
    plain = line.full_stops and not page.rules[number] and not page.captions[number]
    return bool(plain) and line.text in {above.text for above in page.lines[:number]}


def _with_last_list(page: Page, run: LineRun) -> LineRun:
    """The run with the list that its last sentence, or a line right below that, introduces."""
    last = run.last
    while last + 1 < len(page.lines) and (last + 1 in page.listed or last + 2 in page.introduced):
        last += 1
    return LineRun(run.first, last, run.worth)


def _with_last_lines(page: Page, run: LineRun) -> LineRun:
    """The run with the last lines of a text that ends with its article: a signature, a verse, a place."""
    rest = range(run.last + 1, len(page.lines))
    if len(rest) > LAST_LINES or any(page.is_about(n) or page.copies[page.lines[n].text] > 1 for n in rest):
        return run
    return LineRun(run.first, len(page.lines) - 1, run.worth)


def line_values(page: Page) -> list[float]:
    """What each line is worth, furniture growing dearer the longer it lasts."""
    values, away = [], 0
    for number, line in enumerate(page.lines):
        if _tells_story(page, number):
            values.append(_story_worth(line))
            away = 0
        elif _stands_inside(page, number):
            values.append(0.0)
        elif (line.is_terminated or line.is_wordless) and not page.rules[number]:
            values.append(EXCLAMATION)
        elif _interrupts(page, number):
            values.append(INTERRUPTION)
        else:
            away += 1
            is_address = line.text[:4] == "http" and page.is_address(number)
            cost = ADDRESS if is_address else COSTS.get(page.rules[number], 0)
            values.append(FURNITURE_STEP * away + cost)
    return values


def _tells_story(page: Page, number: int) -> bool:
    line = page.lines[number]
    if number in page.verses:
        return True
    told_once = page.copies[line.text] == 1 or line.width > REPEATED_WIDTH
    plain = told_once and not (page.rules[number] or page.captions[number] or page.is_dated_label(line))
    return line.is_prose and plain


def _stands_inside(page: Page, number: int) -> bool:
    """Whether a line is of a sort that stands in the middle of stories: picture, advert, player, list."""
    caption = page.captions[number] and not page.rules[number]
    is_box = page.rules[number] in (PLAYER, SKIPPED, RESIDUE_RULE)
    return caption or number in page.inside or page.is_advert(number) or is_box


def _interrupts(page: Page, number: int) -> bool:
    """Whether a call or notice stands alone between two paragraphs of a story."""
    return (
        page.rules[number] in INTERRUPTING
        and 0 < number < len(page.lines) - 1
        and _tells_story(page, number - 1)
        and _tells_story(page, number + 1)
    )


def _story_worth(line: Segment) -> float:
    worth = 1 + min(line.width, PARAGRAPH_WIDTH) / PROSE_UNIT
    return worth / 2 if line.bullet else worth


def maximal_runs(values: list[float]) -> list[LineRun]:
    """All disjoint runs whose worth no longer and no shorter run beats."""
    runs: list[tuple[int, int, float, float]] = []
    total = 0.0
    for at, value in enumerate(values):
        if value > 0:
            run = (at, at, total, total + value)
            while (left := _joinable(runs, run)) is not None:
                run = (runs[left][0], at, runs[left][2], run[3])
                del runs[left:]
            runs.append(run)
        total += value
    return [LineRun(first, last, after - before) for first, last, before, after in runs]


def joined_over_insets(page: Page, runs: list[LineRun]) -> list[LineRun]:
    """The runs, with those joined that only a labelled list of other articles parts."""
    joined: list[LineRun] = []
    for run in runs:
        if joined and _is_inset(page, joined[-1], run):
            left = joined.pop()
            run = LineRun(left.first, run.last, left.worth + run.worth)
        joined.append(run)
    return joined


def _is_inset(page: Page, left: LineRun, right: LineRun) -> bool:
    """Whether the lines between two runs are such a list, and the runs too long to be its teasers."""
    between = [n for n in range(left.last + 1, right.first) if not page.is_dated_label(page.lines[n])]
    least = _least_around(page, between, right)
    return (
        0 < len(between) <= LONGEST_INSET
        and page.rules[between[0]] == "related"
        and not any(page.rules[n] in ("legal", "list", "closing") for n in between)
        and left.worth >= least[0]
        and right.worth >= least[1]
    )


def _least_around(page: Page, between: list[int], right: LineRun) -> tuple[float, float]:
    """What must stand above and below a list for it to be an inset. Comments and teasers have names and
    titles between them; a story that goes on is all of a piece."""
    is_whole = right.last > right.first and _is_of_a_piece(page, right)
    if is_whole and len(between) <= SHORT_INSET:
        return SHORT_INSET_PARTS
    return INSET_PARTS_BULLETED if all(page.lines[n].bullet for n in between[1:]) else INSET_PARTS


def _is_of_a_piece(page: Page, part: LineRun) -> bool:
    """Whether a part is paragraphs, with hardly a bare line between them."""
    numbers = range(part.first, part.last + 1)
    told = [n for n in numbers if _tells_story(page, n)]
    bare = sum(n not in told and not page.captions[n] for n in numbers)
    return TOLD_FOR_BARE * bare <= len(told)


def _joinable(runs: list[tuple], run: tuple) -> int | None:
    """The nearest earlier run from which the worth only rises, if joining gains anything."""
    for left in range(len(runs) - 1, -1, -1):
        if runs[left][2] < run[2]:
            return left if runs[left][3] < run[3] else None
    return None


def _width(page: Page, run: LineRun) -> float:
    return sum(line.width for line in page.lines[run.first : run.last + 1] if page.is_told(line))
