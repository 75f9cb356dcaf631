"""What a page prints about its article: headline, date, byline, source, keywords.

Each finder looks only where such a field stands, around the body, and says from which characters it took
the value, so that exactly those are kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import takewhile

from articles.ingest.documents import Reason
from articles.ingest.furniture.labels import DATE_LABEL, HASHTAGS, KEYWORD_LABEL, UPDATE_LABEL
from articles.ingest.plain.segment import Segment, Span
from articles.ingest.scrape.byline import find_signature
from articles.ingest.scrape.headline import find_headline
from articles.ingest.scrape.page import LineRun, Page
from articles.ingest.scrape.source import house_name, printed_source
from articles.ingest.scrape.standfirst import find_standfirst
from articles.text.press.dates import PrintedDate
from articles.text.press.keywords import split_keywords

# How far around the body its fields stand, in lines that are not blank.
ABOVE_HEADLINE = 4
WITHOUT_HEADLINE = 8  # above the body, where no headline says how far the head reaches
BELOW_BODY = 8  # sources and updates are printed there
KEYWORDS_REACH = 200  # some pages print them at their very end
LAST_RANK = 2  # of the dates around a body: that of an update
STACK_REACH, FEWEST_STACKED = 24, 3  # lines below the body, and keywords without a label
MOST_LISTED = 12  # keywords below one label
LONGEST_KEYWORD = 16  # characters of one that has a line of its own


@dataclass
class Fields:
    """The fields of an article as the places in the document that print them.

    byline_is_apart: whether the byline stands outside the text of the body, which else holds it.
    dates: places of the printed date, which `published` holds as a value. reasons: as in ParsedDocument.
    """

    headline: Segment | None = None
    standfirst: Span | None = None
    published: date | datetime | None = None
    dates: list[Span] = field(default_factory=list)
    byline: list[Span] = field(default_factory=list)
    byline_is_apart: bool = False
    source: Span | None = None
    keywords: list[Span] = field(default_factory=list)
    reasons: dict[str, Reason] = field(default_factory=dict)

    @property
    def places(self) -> list[Span]:
        """All but the headline's, and but for a byline that the body holds."""
        names = self.byline if self.byline_is_apart else []
        single = filter(None, (self.standfirst, self.source))
        return [*names, *self.keywords, *self.dates, *single]

    def are_free(self, places: list[Span]) -> bool:
        """Whether no other field stands there already."""
        return all(end <= first or last <= start for start, end in places for first, last in self.places)


def read_fields(page: Page, body: LineRun) -> Fields:
    """The fields printed around a body."""
    headline = find_headline(page, body)
    fields = Fields(headline, find_standfirst(page, body, headline))
    fields.reasons["headline"] = Reason("likeliest line")
    fields.reasons["standfirst"] = Reason("above the text")
    around = _around(page, body, fields.headline)
    _read_date(page, around, fields)
    _read_byline(page, body, around, fields)
    _read_source(page, around, fields)
    _read_keywords(page, body, fields)
    return fields


def _around(page: Page, body: LineRun, headline: Segment | None) -> list[int]:
    """Numbers of the lines that may print fields: before the body first, then below it."""
    top = headline.number - ABOVE_HEADLINE if headline else body.first - WITHOUT_HEADLINE
    before = [n for n in range(max(0, top), body.first) if not headline or n != headline.number]
    below = range(body.last + 1, min(len(page.lines), body.last + 1 + BELOW_BODY))
    return before + list(takewhile(lambda n: page.rules[n] != "related", below))


def _read_date(page: Page, around: list[int], fields: Fields) -> None:
    printed = [(page.lines[n], found) for n in around if not page.captions[n] for found in page.dates(n)]
    if printed:
        line, found = min(printed, key=lambda pair: _date_rank(*pair))
        fields.published = found.value
        fields.dates = [line.place(found.start, found.end)]
        rule = "date of an update" if _date_rank(line, found) == LAST_RANK else "printed by the text"
        fields.reasons["published"] = Reason(rule, line.text)


def _date_rank(line: Segment, found: PrintedDate) -> int:
    """0 for a date of publication, 1 for one without a label, 2 for an update."""
    label = line.text[: found.start]
    if UPDATE_LABEL.search(label):
        return LAST_RANK
    return 0 if DATE_LABEL.search(label) else 1


def _read_byline(page: Page, body: LineRun, around: list[int], fields: Fields) -> None:
    signature = find_signature(page, body, around)
    if signature and (not signature.is_apart or fields.are_free(signature.places)):
        fields.byline, fields.byline_is_apart = signature.places, signature.is_apart
        rule = "printed by the text" if signature.is_apart else "printed in the text"
        fields.reasons["byline"] = Reason(rule, page.line_at(signature.places[0]))


def _read_source(page: Page, around: list[int], fields: Fields) -> None:
    above = fields.headline.number + 1 if fields.headline else 0
    printed = [(place, "printed by the text") for place in printed_source(page, around, above)]
    houses = [(place, "holder of the rights") for place in house_name(page, around)]
    for place, rule in printed + houses:
        if fields.are_free([place]):
            fields.source = place
            fields.reasons["source_name"] = Reason(rule, page.line_at(place))
            return


def _read_keywords(page: Page, body: LineRun, fields: Fields) -> None:
    if stacked := _stacked_keywords(page, body):
        fields.keywords = [line.whole for line in stacked]
        fields.reasons["keywords"] = Reason("printed by the text", stacked[0].text)
    for number in _keyword_lines(page, body, fields.headline):
        line = page.lines[number]
        label = KEYWORD_LABEL.match(line.text)
        start = label.end() if label else 0
        words = split_keywords(line.text[start:], page.text_without(number))
        places = [line.place(*span) for span in _printed(line.text, start, words)]
        if places and fields.are_free(places):
            fields.keywords = places + _listed_below(page, body, line)
            fields.reasons["keywords"] = Reason("printed by the text", line.text)
            return


def _stacked_keywords(page: Page, body: LineRun) -> list[Segment]:
    """Keywords one a line without a label: what the story speaks of, right above a list of other articles."""
    below = page.lines[body.last + 1 : body.last + 1 + STACK_REACH]
    ends = (n for n, line in enumerate(below) if page.rules[line.number] == "related")
    story = page.text_of(body)
    stacks = (takewhile(lambda line: _is_keyword(page, line, story), reversed(below[:end])) for end in ends)
    long_enough = (stack[::-1] for stack in map(list, stacks) if len(stack) >= FEWEST_STACKED)
    return next(long_enough, [])


def _is_keyword(page: Page, line: Segment, story: str) -> bool:
    return 1 < len(line.text) <= LONGEST_KEYWORD and line.text in story and not page.rules[line.number]


def _listed_below(page: Page, body: LineRun, first: Segment) -> list[Span]:
    """Keywords printed one a line: below a bare label, as long as the story speaks of them, or up to the
    heading of something else.
    """
    if (
        KEYWORD_LABEL.match(first.text)
        or HASHTAGS.match(first.text)
        or not 0 < len(first.text) <= LONGEST_KEYWORD
    ):
        return []
    following = page.lines[first.number + 1 : first.number + MOST_LISTED + 2]
    short = list(
        takewhile(lambda line: len(line.text) <= LONGEST_KEYWORD and not page.rules[line.number], following)
    )
    ends = len(short) < len(following) and page.rules[following[len(short)].number] == "related"
    story = page.text_of(body)
    named = short if ends else takewhile(lambda line: line.text in story, short)
    return [line.place(0, len(line.text)) for line in named]


def _keyword_lines(page: Page, body: LineRun, headline: Segment | None) -> Iterator[int]:
    """Numbers of the lines that print keywords: behind a label, below one that stands alone, or #tags."""
    below = range(body.last + 1, min(len(page.lines), body.last + KEYWORDS_REACH))
    above = range(max(0, body.first - WITHOUT_HEADLINE), body.first)
    for number in [*below, *above]:
        label = KEYWORD_LABEL.match(page.lines[number].text)
        if label and label.end() == len(page.lines[number].text):
            number += 1
        elif not label and not (number <= body.last + BELOW_BODY and HASHTAGS.match(page.lines[number].text)):
            continue
        if number < len(page.lines) and number not in (body.first, headline.number if headline else -1):
            yield number


def _printed(text: str, at: int, words: list[str]) -> Iterator[Span]:
    """Where those of the words stand that are printed in a text one after the other."""
    for word in words:
        if (start := text.find(word, at)) >= 0:
            at = start + len(word)
            yield start, at
