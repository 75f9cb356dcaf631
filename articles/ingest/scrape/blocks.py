"""The lines of a body as blocks: paragraphs, cross-headings, figures, lists and notes."""

import re
from functools import partial

from articles.ingest.documents import Block, BlockType
from articles.ingest.furniture.notes import is_note
from articles.ingest.furniture.phrases import LEGAL
from articles.ingest.plain.chapters import chapter_number
from articles.ingest.plain.segment import Segment
from articles.ingest.record import Record
from articles.ingest.scrape.byline import introduces
from articles.ingest.scrape.fields import Fields
from articles.ingest.scrape.headline import CLOSING, echo_words
from articles.ingest.scrape.lines.lists import HEADING_WIDTH, INTRODUCTION, LABEL_WIDTH
from articles.ingest.scrape.lines.tables import Table
from articles.ingest.scrape.page import CLAUSE_MARKS, LineRun, Page
from articles.text.press.captions import split_credit
from articles.text.quantities.tables import COUNTED_DIGITS

# A line that goes on (behind a comma, or a particle that wants its verb), or a whole sentence that only wants
# the full stop, is no heading.
HEADING_END = re.compile(r"[，、；：,;:。．！!]$|(?<=[一-鿿ぁ-ヿ])[はがをと]$")
CHAPTER = re.compile(rf"0?[1-9]$|[{COUNTED_DIGITS}]$")
# A question in an interview stands behind its speaker.
QUOTATION_MARKS = '「」『』“”"'
SPEAKER = re.compile(r"[^\W\d]{1,4}\s?[:：].*[?？]$")
# A question that is led to and goes on behind a comma is a sentence of the story.
ASKED_IN_FULL = re.compile(r"^\w{4,}[:：]\w+，\w+[?？]$")
# A page that prints nearly every paragraph behind a bullet has no lists but an odd way of printing.
WHOLLY_BULLETED = 0.8
# Two captions are one picture's when they share most of their words (an alternative text beside the
# caption differs in a name or two).
SAME_CAPTION = 0.6
# Sub-headlines above the first paragraph: how many, and the share of their words that come back in it.
LEADS = 4
LEAD_ECHO = 0.5
NOTES_BELOW = 6  # lines below a body, in which its notes stand
# Widths of titles and captions that a page prints twice. A shorter one may well recur, a longer one is its
# writer's doing, and so is a sentence.
REPEATS = (8, 60)
# How far above the first paragraph its pictures may stand, in lines.
ABOVE = 8
FARTHEST_ABOVE = 30  # below a headline; buttons may stand between

# A box of calls, which a prompt to read on below may open: what it says besides them is short, and shares
# fewer of its words with the story.
CALLS, OPENING = {"promotion", "share"}, {"advert"}
PARAGRAPH, LEAST_CALLED_ECHO = 40, 0.5
BOX_REACH = 3  # lines from one in the middle to a call

# Signs that mark a line alone as a heading; dots and strokes mark the items of lists.
HEADING_MARKS = "■□◆◇●○▪"
# The time before an entry's heading in a running report: 14:10 …
TIME_BEFORE = re.compile(r"\d{1,2}[:：]\d{2}\s+\S")
# A heading right below the titles of other articles is so much narrower than the narrowest of these.
NARROWER, NARROW = 0.7, 12
QUOTED_BELOW = 4  # lines below a quoted heading in which its text says it again

# A line that begins so goes on with the sentence of the line before it.
GOES_ON = re.compile(r"[，。、；：！？」』）》,;!?)]|[a-z]")


class BodyReader:
    """Turns the lines of a body into blocks and claims each line on the way."""

    def __init__(self, page: Page, body: LineRun, fields: Fields, record: Record):
        self.page, self.body, self.record = page, body, record
        self.blocks: list[Block] = []
        self.seen = {fields.headline.text} if fields.headline else set()
        self.latest = -1
        self.others: list[Segment] = []
        self.tables = {
            first: rows
            for first, rows in page.tables.items()
            if body.first < first and rows[-1][-1][0] < body.last
        }
        self.tabled: set[int] = set()
        self.field_lines = {page.number_at(start) for start, _ in fields.places}
        self.writers = [page.said_at(place) for place in fields.byline]
        self.headline = fields.headline
        self.told = page.text_of(body)
        self.words = set(echo_words(self.told))
        self.bullets_are_lists = _bulleted_share(page, body) < WHOLLY_BULLETED

    def read(self) -> list[Block]:
        """The blocks, in reading order."""
        for number in [*self._above(), *range(self.body.first, self.body.last + 1), *self._below()]:
            if number not in self.field_lines and number not in self.tabled:
                self._read_line(self.page.lines[number])
        return self.blocks

    def _above(self) -> list[int]:
        """Pictures between the headline and the first paragraph, and sub-headlines right above that."""
        top = self.headline.number + 1 if self.headline else max(0, self.body.first - ABOVE)
        top = max(top, self.body.first - FARTHEST_ABOVE)
        leads = self._leads()
        numbers = {*self.page.chapters, *self.page.bare_chapters}
        leads |= {n for n in numbers if n + 1 in (*leads, self.body.first)}
        return [n for n in range(top, self.body.first) if n in leads or self._is_figure(self.page.lines[n])]

    def _leads(self) -> set[int]:
        """Lines between date or headline and the first paragraph, from the first that says what it says."""
        numbers = []
        for number in range(self.body.first - 1, max(-1, self.body.first - LEADS - 1), -1):
            if not self._may_lead(self.page.lines[number]):
                break
            numbers.insert(0, number)
        echoing = (place for place, number in enumerate(numbers) if self._echoes(self.page.lines[number]))
        leads = set(numbers[next(echoing, len(numbers)) :]) - self.field_lines
        return set() if self._are_deck(leads) else leads

    def _are_deck(self, leads: set[int]) -> bool:
        """Whether lines above a story are its headline's second and third, as Korean papers print them.

        A single one stands above the picture, while a cross-heading stands below it.
        """
        if self.page.language != "ko":
            return False
        lines = [self.page.lines[number] for number in sorted(leads)]
        bare = [line for line in lines if not self._is_figure(line)]
        is_stack = len(bare) > 1 or lines[:1] == bare != lines
        return is_stack and not any(self._is_numbered(line) or line.is_terminated for line in bare)

    def _may_lead(self, line: Segment) -> bool:
        number = line.number
        if self._is_figure(line) or (number in self.field_lines and not self.page.prints_date(number)):
            return True
        is_headline = self.headline is not None and number == self.headline.number
        about = is_headline or number in self.field_lines or self.page.rules[number]
        about = about or (line.full_stops and line.text in self.told)  # of a summary
        return not (about or line.bullet or line.is_menu or line.width < 4 or self.page.copies[line.text] > 1)

    def _echoes(self, line: Segment) -> bool:
        share = _share(set(echo_words(line.text)), self.words)
        leads_in = line.text.endswith(INTRODUCTION) and line.width > LABEL_WIDTH
        if self._is_numbered(line) or line.is_terminated or leads_in or share >= LEAD_ECHO:
            return True
        return self._goes_on(self.page.lines[line.number + 1])

    def _is_numbered(self, line: Segment) -> bool:
        """Whether a number stands alone above a line: the heading of a chapter."""
        return line.number > 0 and CHAPTER.match(self.page.lines[line.number - 1].text) is not None

    def _below(self) -> list[int]:
        """Pictures right below the last paragraph, and notes not far from it."""
        numbers, end = [], min(len(self.page.lines), self.body.last + 1 + NOTES_BELOW)
        pictures = True
        for number in range(self.body.last + 1, end):
            line = self.page.lines[number]
            pictures = pictures and self._is_figure(line)
            if self.page.rules[number] in ("related", "legal"):
                break
            if pictures or self._is_note(line):
                numbers.append(number)
        return numbers

    def _read_line(self, line: Segment) -> None:
        if rule := self._left_out(line):
            self.record.leave_out(rule, line.mark_start, line.end)
            return
        self.seen.add(line.text)
        self.record.leave_out("mark", line.mark_start, line.start)
        self._add(line)
        self.latest = line.number

    def _left_out(self, line: Segment) -> str:
        """The rule that leaves a line out of the body, "" to keep it."""
        rule = self.page.rules[line.number]
        if line.number in self.tables:
            return ""
        goes_on = rule == "related" or (self.others and not self._ends_list(line))
        self.others = [*self.others, line] if goes_on else []
        if goes_on:
            return "related"
        if self.page.is_advert(line.number) and not self._goes_on_below_advert(line):
            return "advert"
        if line.number in self.page.inset_titles and self.body.first < line.number < self.body.last:
            return "related"
        if line.text in self.seen and not line.full_stops and REPEATS[0] <= line.width <= REPEATS[1]:
            return "repeated"
        if self._is_pull_quote(line):
            return "pull quote"
        if self._is_called(line):
            return "promotion"
        if self._is_figure(line) and self._is_repeated_below(line):
            return "repeated caption"
        numbers = (*self.page.entry_times, *self.page.chapters, *self.page.bare_chapters)
        is_mark = line.is_wordless and line.number not in numbers
        return "mark" if is_mark else "" if self._is_note(line) else rule

    def _add(self, line: Segment) -> None:
        last = self.blocks[-1] if self.blocks else Block(BlockType.NOTE)
        if line.number in self.tables:
            self._add_table(self.tables[line.number])
        elif line.number in self.page.chapters or line.number in self.page.bare_chapters:
            self.blocks.append(Block(BlockType.HEADING, self._begin(line), level=2))
        elif self.latest == line.number - 1 and self.latest in self.page.chapters:
            last.text = f"{last.text} {self._go_on(line)}"
        elif self._is_figure(line):
            self.blocks.append(figure(self._begin(line)))
        elif self._is_note(line):
            self.blocks.append(Block(BlockType.NOTE, self._begin(line)))
        elif self._is_marked_heading(line):
            self.blocks.append(Block(BlockType.HEADING, self._begin(line), level=2))
        elif line.bullet and self.bullets_are_lists:
            self._add_item(last, line)
        elif self.latest == line.number - 1 and last.type == BlockType.PARAGRAPH and self._goes_on(line):
            last.text = joined(last.text, self._go_on(line))
        elif self._is_heading(line):
            self.blocks.append(Block(BlockType.HEADING, self._begin(line), level=2))
        else:
            self.blocks.append(Block(BlockType.PARAGRAPH, self._begin(line)))

    def _add_table(self, rows: Table) -> None:
        """A table, all of whose lines are read at its first one."""
        self.blocks.append(Block(BlockType.TABLE))
        hold = partial(self.record.hold, len(self.blocks) - 1)
        lines = self.page.lines
        self.blocks[-1].rows = [[hold(*lines[n].place(*span)) for n, span in row] for row in rows]
        self.tabled.update(n for row in rows for n, _ in row)

    def _add_item(self, last: Block, line: Segment) -> None:
        if last.type == BlockType.LIST:
            last.items.append(self._go_on(line))
        else:
            self.blocks.append(Block(BlockType.LIST, items=[self._begin(line)]))

    def _begin(self, line: Segment) -> str:
        """The words of a line, held by a new block."""
        return self.record.hold(len(self.blocks), *line.whole)

    def _go_on(self, line: Segment) -> str:
        """The words of a line, held by the last block."""
        return self.record.hold(len(self.blocks) - 1, *line.whole)

    def _is_figure(self, line: Segment) -> bool:
        return self.page.captions[line.number] and not line.bullet and not self.page.rules[line.number]

    def _is_note(self, line: Segment) -> bool:
        rule = self.page.rules[line.number]
        if rule == "closing" or (is_note(line.text) and rule != LEGAL.rule):
            return True
        closes = self.body.last - CLOSING < line.number <= self.body.last
        return closes and any(introduces(line.text, name) for name in self.writers)

    def _is_story(self, line: Segment) -> bool:
        return (self.page.is_told(line) and not line.bullet) or self.page.captions[line.number]

    def _ends_list(self, line: Segment) -> bool:
        """Whether the story goes on behind a list of others: told, or headed below bulleted titles."""
        below = self.page.lines[line.number + 1 : self.body.last + 1][:1]
        if self._is_story(line) or line.number in self.page.in_tables:
            return True
        return any(map(self.page.is_told, below)) and self._heads_below(line)

    def _heads_below(self, line: Segment) -> bool:
        """Whether a line between others' titles and the story is unlike these titles: a heading."""
        if self.page.is_dated_label(line):
            return False
        above = self.others[-1]
        if line.bullet or above.bullet:
            return not line.bullet or (line.marks != above.marks and self._is_marked_heading(line))
        narrowest = min((other.width for other in self.others[1:]), default=0)
        narrow = line.width <= min(NARROW, NARROWER * narrowest) and not CLAUSE_MARKS.search(line.text)
        return narrow or TIME_BEFORE.match(line.text) is not None

    def _is_marked_heading(self, line: Segment) -> bool:
        """Whether a short line alone behind a sign stands above the story: ■ 두 항구의 겨울."""
        if line.marks[:1] not in HEADING_MARKS or not line.bullet or line.width > HEADING_WIDTH:
            return False
        around = self.page.lines[max(0, line.number - 1) : line.number + 2]
        alone = not any(other.marks == line.marks for other in around if other is not line)
        return alone and not line.is_terminated and any(map(self._is_headed, around[-1:]))

    def _goes_on_below_advert(self, line: Segment) -> bool:
        """Whether the line below a bare label is the story's: a heading by its sign, or echoed by it."""
        if self.page.rules[line.number]:
            return False
        return self._is_marked_heading(line) or self._echo(line) >= LEAST_CALLED_ECHO

    def _is_pull_quote(self, line: Segment) -> bool:
        """Whether a line marked as a quotation says again, for the eye, what a longer paragraph says."""
        said = line.text.lstrip("> ").strip(QUOTATION_MARKS)
        marked = said != line.text and line.width >= REPEATS[0] / 2 and not self._is_quoted_below(line)
        return marked and any(
            said in other.text and 2 * len(said) < len(other.text)
            for other in self.page.lines[self.body.first : self.body.last + 1]
        )

    def _is_called(self, line: Segment) -> bool:
        """Whether a line between two calls is of their box: it shares few words with the story."""
        reach = 1 if self.page.is_told(line) or line.number in self.page.between_entries else BOX_REACH
        above, below = (self._rule_near(line.number, step, reach) for step in (-1, 1))
        if above not in CALLS | OPENING or below not in CALLS or line.width > PARAGRAPH:
            return False
        return self._echo(line) < LEAST_CALLED_ECHO

    def _rule_near(self, number: int, step: int, reach: int) -> str:
        """The rule of the next line up or down that has one, over no sentence. reach: how many are asked."""
        for near in range(number + step, number + (reach + 1) * step, step):
            if not 0 <= near < len(self.page.lines) or self.page.is_told(self.page.lines[near]):
                return ""
            if self.page.rules[near]:
                return self.page.rules[near]
        return ""

    def _echo(self, line: Segment) -> float:
        """The share of its words that the text says elsewhere."""
        return _share(set(echo_words(line.text)), set(echo_words(self.told.replace(line.text, ""))))

    def _is_repeated_below(self, line: Segment) -> bool:
        """Whether the next line is the same picture's caption; the later one is the one on the page."""
        number = line.number + 1
        return (
            number < len(self.page.lines)
            and self.page.captions[number]
            and likeness(line.text, self.page.lines[number].text) >= SAME_CAPTION
        )

    def _is_heading(self, line: Segment) -> bool:
        return (
            line.width <= HEADING_WIDTH
            and line.number not in self.page.entry_times
            and (not self.page.is_told(line) or self._is_quoted_below(line))
            and (not line.full_stops or chapter_number(line.text) > 0)
            and not HEADING_END.search(line.text)
            and not SPEAKER.match(line.text)
            and not ASKED_IN_FULL.search(line.text)
            and line.number < self.body.last
            and any(self._is_headed(below) for below in self.page.lines[line.number + 1 : line.number + 4])
            and not self._goes_on(self.page.lines[line.number + 1])
            and line.number not in self.page.parallel | self.page.in_tables
        )

    def _is_quoted_below(self, line: Segment) -> bool:
        """Whether a line is in quotation marks what the paragraph below it says again."""
        said = line.text.strip(QUOTATION_MARKS)
        below = self.page.lines[line.number + 1 : min(line.number + QUOTED_BELOW, self.body.last) + 1]
        return said != line.text and any(said in other.text for other in below)

    def _is_headed(self, line: Segment) -> bool:
        """Whether a line is of a sort that stands below cross-headings: prose, or what leads to a list."""
        return self.page.is_told(line) or line.text.endswith(INTRODUCTION) or line.number in self.page.listed

    def _goes_on(self, line: Segment) -> bool:
        before = self.page.lines[line.number - 1]
        return not before.is_terminated and GOES_ON.match(line.text) is not None


def figure(text: str) -> Block:
    """A figure from its caption line."""
    parts = split_credit(text)
    return Block(BlockType.FIGURE, text, caption=parts.caption, credit=parts.credit)


def likeness(one: str, other: str) -> float:
    """The share of words that two lines have in common, 0 to 1."""
    words, others = set(echo_words(one)), set(echo_words(other))
    return len(words & others) / len(words | others) if words or others else 0.0


def _share(words: set[str], others: set[str]) -> float:
    return len(words & others) / len(words) if words else 0.0


def joined(one: str, other: str) -> str:
    """Two pieces of one sentence, with a space between Latin words."""
    return f"{one} {other}" if one[-1:].isascii() and other[:1].isalnum() else one + other


def _bulleted_share(page: Page, body: LineRun) -> float:
    prose = [line for line in page.lines[body.first : body.last + 1] if page.is_told(line)]
    return sum(line.bullet for line in prose) / len(prose)
