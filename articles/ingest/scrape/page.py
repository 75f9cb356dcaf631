"""A page scrape as lines, with what each line gives away about itself."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby, pairwise

from articles.ingest.furniture.labels import DATE_LABEL, HASHTAGS, KEYWORD_LABEL, SOURCE
from articles.ingest.furniture.notes import closes_article, is_note
from articles.ingest.furniture.phrases import (
    LEGAL,
    NOTICE,
    RESIDUE_RULE,
    furniture_rule,
    is_end_mark,
    is_signature_mark,
)
from articles.ingest.furniture.players import RULE as PLAYER
from articles.ingest.furniture.players import player_lines
from articles.ingest.furniture.register import addressed
from articles.ingest.furniture.skipped import RULE as SKIPPED
from articles.ingest.furniture.skipped import skipped_lines
from articles.ingest.plain.chapters import LONGEST as LONGEST_NUMBER
from articles.ingest.plain.chapters import chapter_number, in_order
from articles.ingest.plain.lazily import measured
from articles.ingest.plain.marks import is_code
from articles.ingest.plain.segment import (
    FULL_STOP,
    Segment,
    Span,
)
from articles.ingest.plain.titles import is_before_house
from articles.ingest.scrape.lines.captions import is_caption
from articles.ingest.scrape.lines.lists import INTRODUCTION, LABEL_WIDTH, Lists, is_bare
from articles.ingest.scrape.lines.tables import Table, find_tables, lines_of, worded_stacks
from articles.text.letters import HAN
from articles.text.press.dates import PrintedDate, find_dates

YEAR = re.compile(r"\d{4}|[年년]|民國|民国|(?<!\d)1[01]\d[-./]\d")
# What stands above the name in a box about the author.
ABOUT_WRITER = re.compile(
    r"\W*(?:この記事を書いた(?:人|記者)|執筆者|筆者(?:紹介|プロフィール)?|本文作者|[关關][於于]作者|作者[简簡介][介紹绍]"
    r"|about the author|written by|기자\s?(?:소개|정보)|글쓴이)\W*$",
    re.IGNORECASE,
)
# Where his other posts are; the word of respect says that it is somebody: 물결이님의 게시글 더보기
MORE_OF_WRITER = re.compile(
    r"(?P<name>\S{2,20}?)\s?(?:님의 (?:다른 )?(?:게시글|글)(?: 더보기)?"
    r"|さんの(?:他の|ほかの)?(?:記事|投稿)(?:一覧|を(?:もっと)?見る)?)"
)
LONGEST_NAME = 20
# A line that tells when or by whom is short; in a longer one a date belongs to the story.
META_WIDTH = 50
LONE_ADDRESS = re.compile(r"https?://\S+")
# What a line that dates an article prints beside the date, in characters.
DATELINE_REST = 14
# The button on a picture; between it and a caption stands the picture's title.
ENLARGES = re.compile(
    r"(?:이미지|사진) 확대(?:보기)?|(?:写真|画像)を?拡大(?:する)?"
    r"|(?:点击|點擊)?(?:查看|放大)(?:图片|圖片|大图|大圖)"
    r"|(?:enlarge|expand|zoom) (?:image|photo|picture)",
    re.IGNORECASE,
)
LONGEST_TOLD_AGAIN = 120  # Han characters of a caption; a longer line is a paragraph said twice
# Titles of other pages in the middle of a story, where their links stand one below the other without a label.
FEWEST_TITLES, TITLE_WIDTH = 3, (8, 40)
CLAUSE_MARKS = re.compile(rf"[，、；：;]|[:,]\s*$|^\W*\d|[{HAN}] [{HAN}]")
# Lines of a story without full stops: how many stand together at least, and how wide they are.
FEWEST_VERSES = 5
VERSE_WIDTH = (12, 80)
# The time of an entry in a running report, alone on its line.
TIME_OF_ENTRY = re.compile(
    r"(?:(?:上午|下午|晚上|午前|午後|오전|오후)\s?)?\d{1,2}[:.：时時]\d{2}[分분]?(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?",
    re.IGNORECASE,
)
FEWEST_ENTRIES = 3
COUNTER = re.compile(r"[1-9]\d*")
FEWEST_BARE = 3  # chapters that have a number and no heading


@dataclass(frozen=True)
class LineRun:
    """Lines first to last (inclusive) and what they are worth together."""

    first: int
    last: int
    worth: float


@dataclass
class Page:
    """The lines of a document with what is known of each.

    titles: lines that it marks as titles. set_out: lines that stand as headings do. certain: headlines found
    already, by their bodies. may_head: for lines that were asked about, whether they may be headlines.
    """

    lines: list[Segment]
    language: str
    titles: frozenset[str] = frozenset()
    set_out: frozenset[str] = frozenset()
    _dates: dict[int, list[PrintedDate]] = field(default_factory=dict)
    may_head: dict[int, bool] = field(default_factory=dict)
    certain: dict[Span, Segment | None] = field(default_factory=dict)

    @measured
    def copies(self) -> Counter:
        """How often each line is printed."""
        return Counter(line.text for line in self.lines)

    @measured
    def rules(self) -> list[str]:
        """For each line, the rule by which its words make it furniture, or ""."""
        texts = [line.text for line in self.lines]
        boxes = dict.fromkeys(skipped_lines(texts), SKIPPED) | dict.fromkeys(player_lines(texts), PLAYER)
        rules = [boxes.get(line.number) or _rule(line) for line in self.lines]
        told = [line for line in self.lines if line.is_prose and not rules[line.number]]
        for place in addressed([line.text for line in told]):
            if not is_note(told[place].text):
                rules[told[place].number] = NOTICE.rule
        return rules

    @measured
    def verses(self) -> set[int]:
        """Numbers of the lines that tell a story without full stops, where that is most of what a page tells.

        Writers of diaries put a space for a comma and a line for a full stop. Titles in lists look alike, but
        stand on pages whose stories have full stops.
        """
        found, run = set(), []
        for line in [*self.lines, None]:
            if line is not None and self._is_verse(line):
                run.append(line)
                continue
            found.update(run if len(run) >= FEWEST_VERSES else [])
            run = []
        told = sum(line.width for line in self.lines if line.is_prose)
        return {line.number for line in found} if sum(line.width for line in found) > told else set()

    def is_told(self, line: Segment) -> bool:
        """Whether a line tells a story, in sentences or in lines that stand for them."""
        return line.is_prose or line.number in self.verses

    def _is_verse(self, line: Segment) -> bool:
        plain = not (line.bullet or line.full_stops or self.rules[line.number] or line.is_menu)
        return plain and VERSE_WIDTH[0] <= line.width <= VERSE_WIDTH[1] and self.copies[line.text] == 1

    @measured
    def entry_times(self) -> list[int]:
        """Numbers of the lines that are the times of a running report's entries, each with a story below."""
        times = [line.number for line in self.lines if TIME_OF_ENTRY.fullmatch(line.text)]
        told = [
            number
            for number, following in pairwise([*times, len(self.lines)])
            if any(map(self.is_told, self.lines[number + 1 : following]))
        ]
        return told if len(told) >= FEWEST_ENTRIES else []

    @measured
    def between_entries(self) -> set[int]:
        """Numbers of the bare lines of a running report: times, headings of entries, a button below each."""
        times = self.entry_times
        inside = range(times[0], times[-1] + 2) if times else ()
        return {number for number in inside if self.rules[number] in ("", "share")}

    @measured
    def writers(self) -> set[str]:
        """Names that a box about the author introduces, or whose other posts the page offers, of any kind."""
        below = pairwise(self.lines)
        about = {line.text for label, line in below if ABOUT_WRITER.match(label.text) and _may_be_name(line)}
        return about.union(
            more["name"] for line in self.lines if (more := MORE_OF_WRITER.fullmatch(line.text))
        )

    @measured
    def rights(self) -> list[str]:
        """The lines that say whose the rights are."""
        return [line.text for line in self.lines if self.rules[line.number] == LEGAL.rule]

    @measured
    def titled(self) -> set[int]:
        """Numbers of the lines that the page's title, its first line, prints with the house behind them."""
        lines = [line for line in self.lines[1:] if line.width >= TITLE_WIDTH[0]]
        return {line.number for line in lines if is_before_house(line.text, self.lines[0].text)}

    @measured
    def captions(self) -> list[bool]:
        """For each line, whether it is a picture's caption."""
        again = self._told_again()
        captions = [
            line.arrow or line.number in again or (is_caption(line) and not self._only_dates(line))
            for line in self.lines
        ]
        for button, title, caption in zip(self.lines, self.lines[1:], self.lines[2:], strict=False):
            if ENLARGES.fullmatch(button.text) and captions[caption.number] and not title.is_prose:
                captions[title.number] = True
        return captions

    def _told_again(self) -> set[int]:
        """Numbers of the sentences between others that stand right below themselves: what a text browser
        shows for a picture, and its caption. A story never says the same twice in a row.
        """
        lines = [unescape(line.text) if "&" in line.text else line.text for line in self.lines]
        alike = [
            n
            for n, (text, below) in enumerate(pairwise(lines))
            if text == below and self.lines[n].is_prose and self.lines[n].width <= LONGEST_TOLD_AGAIN
        ]
        if not alike:
            return set()
        told = next((line.number for line in self.lines if line.full_stops), 0)
        return {number for above in alike if above > told for number in (above, above + 1)}

    def _only_dates(self, line: Segment) -> bool:
        """Whether a line says little more than a date, and perhaps whose the article is."""
        return self.prints_date(line.number) and len(self._undated(line)) <= DATELINE_REST

    def is_dated_label(self, line: Segment) -> bool:
        """Whether a line only dates the article; its full stops are those of its date: Sept. 14, 2025."""
        return self._only_dates(line) and not FULL_STOP.search(self._undated(line))

    def _undated(self, line: Segment) -> str:
        text = line.text
        for found in reversed(self.dates(line.number)):
            text = text[: found.start] + text[found.end :]
        return text

    @measured
    def listed(self) -> set[int]:
        """Numbers of the lines that are a story's own list, and of the cross-heading right above one."""
        return self._lists.listed()

    @measured
    def inset_titles(self) -> set[int]:
        """Numbers of lines that read as titles of other pages: so many in a row head no paragraph."""
        runs = groupby(self.lines, lambda line: self._is_title(line))
        stacks = (list(lines) for is_title, lines in runs if is_title)
        return {line.number for stack in stacks if len(stack) >= FEWEST_TITLES for line in stack}

    def _is_title(self, line: Segment) -> bool:
        shortest, longest = TITLE_WIDTH
        plain = not (self.is_told(line) or line.is_menu or line.bullet or line.full_stops)
        plain = plain and line.number not in self.in_tables
        free = plain and not (self.rules[line.number] or self.captions[line.number])
        return free and shortest <= line.width <= longest and not CLAUSE_MARKS.search(line.text)

    @measured
    def tables(self) -> dict[int, Table]:
        """The tables between a story's paragraphs, by the numbers of their first lines."""
        return find_tables(self.lines, self.rules)

    @measured
    def in_tables(self) -> set[int]:
        return lines_of(self.lines, self.tables) | worded_stacks(self.lines, self.rules)

    @measured
    def inside(self) -> set[int]:
        """Numbers of the lines that stand in the middle of a story: lists, tables, entries."""
        return self.listed | self.between_entries | self.in_tables | self.parallel

    @measured
    def chapters(self) -> dict[int, int]:
        """Numbers of the lines that are nothing but a chapter's number above its heading."""
        return in_order(
            (line.number, chapter_number(line.text))
            for line, below in pairwise(self.lines)
            if len(line.text) <= LONGEST_NUMBER and self._heads(below) and not below.full_stops
        )

    @measured
    def bare_chapters(self) -> set[int]:
        """Numbers of the lines that are a chapter's number above its text; a bare 1 may count pictures."""
        found = in_order(
            (line.number, chapter_number(line.text))
            for line, below in pairwise(self.lines)
            if COUNTER.fullmatch(line.text) is None and below.full_stops and self.is_told(below)
        )
        return set(found) if len(found) >= FEWEST_BARE else set()

    def _heads(self, line: Segment) -> bool:
        return not self.rules[line.number] and is_bare(line)

    @measured
    def introduced(self) -> set[int]:
        """Numbers of the first items of lists that a colon introduces."""
        return self._lists.introduced()

    @measured
    def parallel(self) -> set[int]:
        """Numbers of lines that a story lists without bullets: a name, a colon and what is to say of it."""
        return self._lists.parallel()

    @measured
    def _lists(self) -> Lists:
        return Lists(self.lines, self.rules, self.captions)

    def is_advert(self, number: int) -> bool:
        """Whether a line is an advert: it says so, or it is the one line below a bare label."""
        above = self.rules[number - 1 : number] == ["advert"] and self.lines[number - 1].width <= 6
        return self.rules[number] == "advert" or (above and not self._leads_on(self.lines[number]))

    def _leads_on(self, line: Segment) -> bool:
        return line.full_stops > 0 or line.text.endswith(INTRODUCTION)

    def dates(self, number: int) -> list[PrintedDate]:
        """The complete dates on a line that is short enough to be about the article."""
        if number not in self._dates:
            line = self.lines[number]
            is_dated = line.width <= META_WIDTH and YEAR.search(line.text)
            self._dates[number] = find_dates(line.text, self.language) if is_dated else []
        return self._dates[number]

    @measured
    def starts(self) -> list[int]:
        return [line.mark_start for line in self.lines]

    def text_of(self, run: LineRun) -> str:
        """What the lines of a run say."""
        return " ".join(line.text.replace("\n", "") for line in self.lines[run.first : run.last + 1])

    def text_without(self, number: int) -> str:
        """What all lines but one say."""
        return "\n".join(line.text for line in self.lines if line.number != number)

    def number_at(self, offset: int) -> int:
        """The number of the line that a character stands on, -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def line_at(self, place: Span) -> str:
        """The text of the line that a piece stands on."""
        return self.lines[self.number_at(place[0])].text

    def said_at(self, place: Span) -> str:
        """The words of a line that a piece holds."""
        line = self.lines[self.number_at(place[0])]
        return line.text[place[0] - line.start : place[1] - line.start]

    def is_value(self, number: int) -> bool:
        """Whether a line stands below the name of a field with a colon: 发文机关： ⏎ 某某局."""
        above = self.lines[number - 1].text if number else ""
        return above.endswith(INTRODUCTION) and self.lines[number - 1].width <= LABEL_WIDTH

    def is_about(self, number: int) -> bool:
        """Whether a line is furniture or prints a field: it is about the article, not of it."""
        return bool(self.rules[number]) or self.is_labelled(number) or self.is_address(number)

    def is_address(self, number: int) -> bool:
        """Whether a line is nothing but the address of a page."""
        return LONE_ADDRESS.fullmatch(self.lines[number].text) is not None

    def is_labelled(self, number: int) -> bool:
        """Whether a line prints a field of the article: keywords, source or date."""
        text = self.lines[number].text
        labels = KEYWORD_LABEL.match(text) or HASHTAGS.match(text) or SOURCE.match(text)
        return labels is not None or self.is_dateline(number)

    def is_dateline(self, number: int) -> bool:
        """Whether a line tells when the article appeared, or is the label of such a line."""
        line = self.lines[number]
        return self.prints_date(number) or (line.width < 12 and DATE_LABEL.match(line.text) is not None)

    def prints_date(self, number: int) -> bool:
        return bool(self.dates(number))


def _may_be_name(line: Segment) -> bool:
    return line.width <= LONGEST_NAME and not line.full_stops and not line.bullet


def _rule(line: Segment) -> str:
    if is_code(line.text):
        return RESIDUE_RULE
    if is_end_mark(line.text) or is_signature_mark(line.text):
        return "end"
    rule = furniture_rule(line.text, line.width)
    return "closing" if rule != LEGAL.rule and closes_article(line.text, line.width) else rule
