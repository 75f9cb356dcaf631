"""The front of a typeset article: what stands above its body."""

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from articles.ingest.furniture.labels import PRINTED_KEYWORDS
from articles.ingest.pdf.text.pages import ISSUE
from articles.ingest.pdf.text.paragraphs import ASIDE, CLOSED, LARGE, Measure, Paragraph
from articles.ingest.plain.segment import Segment
from articles.text.names.persons import could_be_pen_name, looks_like_affiliation, looks_like_name
from articles.text.press.bylines import find_byline
from articles.text.press.captions import looks_like_caption
from articles.text.press.dates import find_dates

# A front has at most so many lines: kicker, caption, headline, deck, authors, affiliations, dates.
LONGEST_FRONT = 14
# Between the names of several authors.
SEPARATOR = re.compile(
    r"\s{0,4}[、，,/／&]\s*|\s{1,4}and\s+|(?<=[\u3400-\u9fff\uac00-\ud7af])\s+(?=[\u3400-\u9fff\uac00-\ud7af])"
)
# Short words that open a text and are no names.
NOT_NAMES = re.compile(
    r"[前引導导序緒绪摘結结目評评社短時时專专導]?(?:言|論|论|要|語|语|錄|录|評|评|欄|栏|訪|访|讀|读|題|题|記|记)"
)
LABELLED = re.compile(rf"^(?:{PRINTED_KEYWORDS})\s*[:：]\s*", re.IGNORECASE)
LETTERHEAD = re.compile(
    r"新聞稿|新闻稿|press release|news release|報道資料|プレスリリース|보도자료", re.IGNORECASE
)
YEAR = re.compile(r"(?:19|20)\d\d\s?年?\s?(?:\d{1,2}\s?月)?$")
# A line of a headline that ends so goes on, however short it is.
UNFINISHED = re.compile(r"\b(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with)$", re.IGNORECASE)
# Journals print when a manuscript came in, was changed, was accepted and came out.
PUBLISHED = re.compile(
    r"(?:出版|發表|发表|刊登|刊出|發布|发布|公開|掲載|게재|발행)(?:日期|時間|时间|日|일)?\s?[:：]\s?(?=\d|民|令|平)"
)
DATE_LABEL = re.compile(
    r"[；;，,\s]?(?:收稿|投稿|修回|修訂|修订|接受|受理|採用|采用|錄用|录用|出版|發表|发表|刊登|刊出|發布|发布|公開|掲載|접수|심사|게재|발행)"
    r"(?:日期|時間|时间|日|일)?\s?[:：]\s?"
)
# Behind names, whose notes say who they are.
NOTE_SIGNS = re.compile(r"(?<![*＊†‡※¹²³⁴])[*＊†‡※¹²³⁴]++(?=[\s、，,]|$)")
LONG_HEADLINE = 40  # cells; a longer one stands out no more
STOPPED = re.compile(r"[。．；;，,]$|[^.]\.$")


@dataclass
class Front:
    """Paragraphs above the body by what they are."""

    headline: Paragraph | None = None
    names: list[Paragraph] = field(default_factory=list)
    affiliations: list[Paragraph] = field(default_factory=list)
    dates: list[Paragraph] = field(default_factory=list)
    kickers: list[Paragraph] = field(default_factory=list)

    def holds(self, paragraph: Paragraph) -> bool:
        held = [self.headline, *self.names, *self.dates, *self.kickers]
        return any(paragraph is other for other in held)


def read_front(paragraphs: list[Paragraph], type_: Measure) -> Front:
    """Find the headline and what belongs to it. All else, captions too, is left to the body.

    A headline broken over several lines is put together in the list given.
    """
    column = type_.column
    zone = _zone(paragraphs, type_)
    headline = _headline(zone, type_)
    if headline is None:
        return Front()
    headline = _whole_headline(paragraphs, zone, headline, type_)
    above, below = zone[:headline], zone[headline + 1 :]
    front = Front(zone[headline])
    for paragraph in above + below:
        _place(paragraph, front, column, after_headline=paragraph in below)
    front.affiliations += _affiliations(below, front, type_)
    return front


def _affiliations(below: list[Paragraph], front: Front, type_: Measure) -> list[Paragraph]:
    """The lines right below the names that say who these people are."""
    found = []
    for above, paragraph, following in zip(below, below[1:], [*below[2:], None], strict=False):
        follows = any(above is other for other in front.names + found)
        sure = looks_like_affiliation(paragraph.text) or type_.is_small(paragraph.first)
        leads = following is not None and front.holds(following)
        if follows and not front.holds(paragraph) and (sure or leads) and _may_be_affiliation(paragraph):
            found.append(paragraph)
    return found


def _may_be_affiliation(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        len(paragraph.lines) <= 2
        and paragraph.size <= LARGE
        and not (STOPPED.search(text) or looks_like_caption(text))
    )


def _whole_headline(paragraphs: list[Paragraph], zone: list[Paragraph], at: int, type_: Measure) -> int:
    """Joins the lines of a headline. Returns its place."""
    while at and _may_be_headline(zone[at - 1], type_) and _runs_into(zone[at - 1], zone[at], None, type_):
        at -= 1
        _join(paragraphs, zone, at)
    while at + 1 < len(zone) and _runs_into(zone[at], zone[at + 1], (zone[at + 2 :] or [None])[0], type_):
        _join(paragraphs, zone, at)
    return at


def _join(paragraphs: list[Paragraph], zone: list[Paragraph], at: int) -> None:
    zone[at].lines += zone[at + 1].lines
    del zone[at + 1]
    del paragraphs[paragraphs.index(zone[at]) + 1]


def _runs_into(line: Paragraph, following: Paragraph, after: Paragraph | None, type_: Measure) -> bool:
    """Whether a headline's line goes on in the next.

    Headlines are set one and a fifth to twice as large as the body, so their full lines take that much
    less of its cells; and only the last is shorter.
    """
    if type_.sized:
        return False  # lines of one size are one paragraph already
    full = 0.35 * type_.column < line.last.cells < 0.88 * type_.column or UNFINISHED.search(line.text)
    shorter = following.cells <= line.last.cells + 3 and len(following.lines) <= 2
    if not full or not shorter or type_.is_gap(following.first) or not _may_go_on(following):
        return False
    if _are_names(following.text):
        return False
    if not _is_names(following, type_.column):
        return CLOSED.search(line.text) is None or following.cells > 0.3 * type_.column
    return CLOSED.search(line.text) is None and after is not None and _is_names(after, type_.column)


def _may_go_on(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return not (STOPPED.search(text) or looks_like_caption(text) or _is_byline(text) or _is_date(text))


def _zone(paragraphs: list[Paragraph], type_: Measure) -> list[Paragraph]:
    """The paragraphs before the first that is prose."""
    zone = []
    for paragraph in paragraphs[:LONGEST_FRONT]:
        if _is_prose(paragraph, type_.column) and not looks_like_caption(paragraph.text):
            if any(_may_be_headline(other, type_) for other in zone):
                break
            if len(paragraph.lines) > 2:
                break
        zone.append(paragraph)
    return zone


def _is_prose(paragraph: Paragraph, column: int) -> bool:
    if paragraph.size > LARGE:
        return False
    return len(paragraph.lines) > 3 or (
        STOPPED.search(paragraph.text) is not None and paragraph.cells > 0.5 * column
    )


def _headline(zone: list[Paragraph], type_: Measure) -> int | None:
    """The largest type; the line above the authors' names; else the first that may be one and no kicker."""
    candidates = [n for n, paragraph in enumerate(zone) if _may_be_headline(paragraph, type_)]
    large = [n for n in candidates if zone[n].size > LARGE]
    if large:
        return max(large, key=lambda n: _display(zone[n]))
    for n in candidates:
        if (
            n + 1 < len(zone)
            and _is_names(zone[n + 1], type_.column)
            and not _is_names(zone[n], type_.column)
        ):
            return n
    if len(candidates) > 1 and _is_kicker(zone[candidates[0]], type_.column):
        return candidates[1]
    return candidates[0] if candidates else None


def _display(paragraph: Paragraph) -> float:
    """How much a paragraph stands out. A letterhead is large too, but says less than a headline."""
    return paragraph.size * min(sum(line.cells for line in paragraph.lines), LONG_HEADLINE)


def _may_be_headline(paragraph: Paragraph, type_: Measure) -> bool:
    text = paragraph.text
    if len(paragraph.lines) > 3 or len(text) < 4 or len(text) > 160 or STOPPED.search(text):
        return False
    if ASIDE.fullmatch(text):
        return False
    if _names_issue(text):
        return False
    if any(map(type_.is_small, paragraph.lines)):
        return False
    return not (looks_like_caption(text) or _is_byline(text) or _is_date(text) or LABELLED.match(text))


def _place(paragraph: Paragraph, front: Front, column: int, after_headline: bool) -> None:
    text = paragraph.text
    if _is_date(text):
        front.dates.append(paragraph)
    elif not after_headline:
        front.kickers += [paragraph] * _is_kicker(paragraph, column)
    elif _is_byline(text) or (not front.names and _is_names(paragraph, column)):
        front.names.append(paragraph)


def _is_byline(text: str) -> bool:
    return find_byline(text) is not None and not STOPPED.search(text)


def _is_names(paragraph: Paragraph, column: int) -> bool:
    """Whether a line holds names of people and nothing else.

    A pen name counts where it is as short as a name, or set in the middle of the page.
    """
    text = paragraph.text
    if _are_names(text):
        return True
    longest = 12 if paragraph.first.indent > 0.25 * column else 6
    return paragraph.cells <= longest and could_be_pen_name(text) and not NOT_NAMES.search(text)


def sure_lines(lines: list[Segment]) -> set[Segment]:
    """The lines of a front that stand for themselves: names of people, dates, and what begins below dates."""
    front = lines[: LONGEST_FRONT + 1]
    below = {line for above, line in pairwise(front) if _is_date(above.text)}
    return below | {line for line in front[:-1] if _are_names(line.text) or _is_date(line.text)}


def _are_names(text: str) -> bool:
    text = NOTE_SIGNS.sub("", text)
    return bool(named_first(text)) or all(map(looks_like_name, SEPARATOR.split(text)))


def named_first(text: str) -> str:
    """The name at the beginning of a line that goes on with what the person is, "" when it does not."""
    name, _, rest = NOTE_SIGNS.sub("", text).partition(" ")
    return name if looks_like_name(name) and looks_like_affiliation(rest.strip()) else ""


def _is_date(text: str) -> bool:
    """Whether the text prints a date and little else, or dates with what each is the date of."""
    dates = find_dates(text)
    printed = sum(date.end - date.start for date in dates)
    labels = sum(len(label[0]) for label in DATE_LABEL.finditer(text))
    return any(date.end - date.start > 0.6 * len(text) for date in dates) or (
        bool(dates and labels) and printed + labels > 0.9 * len(text)
    )


def date_in(text: str, language: str) -> date:
    """The date a line prints; of several that of publication, else the first."""
    published = PUBLISHED.search(text)
    return find_dates(text[published.start() :] if published else text, language)[0].value


def _names_issue(text: str) -> bool:
    return bool(ISSUE.search(text) or LETTERHEAD.search(text))


def _is_kicker(paragraph: Paragraph, column: int) -> bool:
    """Whether a line above the headline names a section, a journal or its issue: captions say more."""
    text = paragraph.text
    if len(paragraph.lines) > 2 or looks_like_caption(text):
        return False
    short = paragraph.cells <= 0.25 * column or paragraph.size > LARGE
    return short or _names_issue(text) or bool(YEAR.search(text) or find_dates(text))
