"""The front of a typeset article: what stands above its body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from articles.ingest.furniture.labels import PRINTED_KEYWORDS
from articles.ingest.pdf.text.pages import ISSUE
from articles.ingest.pdf.text.paragraphs import ASIDE, CLOSED, LARGE, Measure, Paragraph
from articles.ingest.plain.segment import Segment
from articles.text.names.persons import could_be_pen_name, looks_like_affiliation, names_apart
from articles.text.press.bylines import find_byline, unspaced
from articles.text.press.captions import looks_like_caption
from articles.text.press.dates import find_dates

# A front has at most so many lines: kicker, caption, headline, deck, authors, affiliations, dates.
LONGEST_FRONT = 14
# Between names and what their bearers are.
AFTER_NAMES = re.compile(r"\s{0,4}[（(|｜]\s*| ")
ENCLOSED = re.compile(r"\s*[（(][^（()）]*[)）]$")
# Short words that open a text and are no names.
NOT_NAMES = re.compile(
    r"[前引導导序緒绪摘結结目評评社短時时專专導]?(?:言|論|论|要|語|语|錄|录|評|评|欄|栏|訪|访|讀|读|題|题|記|记)"
)
LABELLED = re.compile(rf"^(?:{PRINTED_KEYWORDS})\s*[:：]\s*", re.IGNORECASE)
LETTERHEAD = re.compile(
    r"新聞稿|新闻稿|press release|news release|報道資料|プレスリリース|보도자료", re.IGNORECASE
)
# How houses and their series are called, whose names stand above headlines.
HOUSE = re.compile(
    r"[^，。：:？?]{1,30}(?:研究院|研究所|研究中心|基金會|基金会|智庫|智库|學會|学会|協會|协会|大學|大学|評論|评论|季刊|月刊|學報"
    r"|学报|紀要|센터|연구원|연구소|학회|재단|리뷰)|.{0,40}\b(?:Institute|Cent(?:er|re)|Council|Foundation|Society|Quarterly|Review)"
    r"|.{0,30}(?:政策簡報|政策简报|工作論文|工作论文|研究報告|研究报告|研究レポート|ポリシーブリーフ|브리프|리포트"
    r"|(?:issue|policy) briefs?|(?:working|policy|discussion) papers?|commentary)",
    re.IGNORECASE,
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
# What leads on to the second line of a headline, and what a line below one begins with.
LEADS_ON, LED_TO = re.compile(r"[:：]$"), re.compile(r"[—―–─－~～-]")
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
    front.dates = [paragraph for paragraph in above if _is_date(paragraph.text)]
    front.kickers = [paragraph for paragraph in above if _is_kicker(paragraph, column)]
    for before, paragraph in pairwise([front.headline, *below]):
        _place(paragraph, before, front, column)
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
    while at and _may_be_headline(zone[at - 1], type_) and _leads_to(zone, at, type_):
        at -= 1
        _join(paragraphs, zone, at)
    while at + 1 < len(zone) and _runs_into(zone[at], zone[at + 1], (zone[at + 2 :] or [None])[0], type_):
        _join(paragraphs, zone, at)
    return at


def _leads_to(zone: list[Paragraph], at: int, type_: Measure) -> bool:
    """Whether the line above a headline's is one more of it."""
    above, line = zone[at - 1], zone[at]
    if _runs_into(above, line, None, type_):
        return True
    if type_.sized or type_.is_gap(line.first) or _is_house(above.text):
        return False
    is_alike = _is_indented(above) == _is_indented(line) and not _is_kicker(above, type_.column)
    return _leads_on(above, line) or (is_alike and _begins_apart(zone, at - 1, type_))


def _leads_on(line: Paragraph, following: Paragraph) -> bool:
    open_ended = LEADS_ON.search(line.text) or UNFINISHED.search(line.text)
    return bool(open_ended or LED_TO.match(following.text))


def _begins_apart(zone: list[Paragraph], at: int, type_: Measure) -> bool:
    """Whether a line is the first of those that are set as it is: below white space, or in the middle."""
    return at == 0 or type_.is_gap(zone[at].first) or _is_indented(zone[at - 1]) != _is_indented(zone[at])


def _is_indented(paragraph: Paragraph) -> bool:
    return paragraph.first.indent > 0


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
    if names_of(following.text):
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
    own = [n for n in candidates if not _is_house(zone[n].text)]
    marked = next(_above_marks(zone, own, type_.column), None)
    if marked is not None:
        return marked
    candidates = own or candidates
    if len(candidates) > 1 and _is_kicker(zone[candidates[0]], type_.column):
        return candidates[1]
    return candidates[0] if candidates else None


def _above_marks(zone: list[Paragraph], candidates: list[int], column: int) -> Iterator[int]:
    """Those of the candidates right above a signed line, then those above names, then those above dates."""
    pairs = [(n, zone[n], zone[n + 1]) for n in candidates if n + 1 < len(zone)]
    yield from (n for n, _, below in pairs if is_labelled(below.text))
    yield from (n for n, line, below in pairs if _is_names(below, column) and not _is_names(line, column))
    yield from (n for n, line, below in pairs if _is_date(below.text) and not _is_kicker(line, column))


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


def _place(paragraph: Paragraph, before: Paragraph, front: Front, column: int) -> None:
    """Puts a paragraph below the headline, and below `before`, with the names or the dates."""
    text = paragraph.text
    if _is_date(text):
        front.dates.append(paragraph)
    elif (
        _is_byline(text)
        or (not front.names and _is_names(paragraph, column))
        or (front.names and before is front.names[-1] and names_of(text))
    ):
        front.names.append(paragraph)


def _is_byline(text: str) -> bool:
    return find_byline(text) is not None and not STOPPED.search(text)


def is_labelled(text: str) -> bool:
    """Whether a line says of the names on it that they are its authors'."""
    found = find_byline(text)
    return found is not None and found.spans[0][0] > 0 and not STOPPED.search(text)


def _is_names(paragraph: Paragraph, column: int) -> bool:
    """Whether a line holds names of people and nothing else.

    A pen name counts where it is as short as a name, or set in the middle of the page.
    """
    text = paragraph.text
    if names_of(text):
        return True
    longest = 12 if paragraph.first.indent > 0.25 * column else 6
    return paragraph.cells <= longest and could_be_pen_name(text) and not NOT_NAMES.search(text)


def sure_lines(lines: list[Segment]) -> set[Segment]:
    """The lines of a front that stand for themselves: names of people, dates, and what begins below dates."""
    front = lines[: LONGEST_FRONT + 1]
    below = {line for above, line in pairwise(front) if _is_date(above.text)}
    return below | {line for line in front[:-1] if names_of(line.text) or _is_date(line.text)}


def names_of(text: str) -> list[str]:
    """The names on a line that holds nothing else but what these people are, [] when it does."""
    text = NOTE_SIGNS.sub("", text)
    return names_apart(text) or next(_named_first(text), [])


def _named_first(text: str) -> Iterator[list[str]]:
    """The names at the beginning of a line that goes on with what the people are."""
    for found in reversed(list(AFTER_NAMES.finditer(text))):
        head, rest = text[: found.start()], text[found.end() :]
        is_said, is_enclosed = looks_like_affiliation(rest), bool(ENCLOSED.fullmatch(text, found.start()))
        if is_said or is_enclosed:
            yield from filter(None, [names_apart(head)])
        if is_said and is_enclosed and could_be_pen_name(unspaced(head)):
            yield [head]


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


def _is_house(text: str) -> bool:
    """Whether a line is the name of a house or of its series."""
    return HOUSE.fullmatch(text) is not None


def _names_issue(text: str) -> bool:
    return bool(ISSUE.search(text) or LETTERHEAD.search(text))


def _is_kicker(paragraph: Paragraph, column: int) -> bool:
    """Whether a line above the headline names a section, a journal or its issue: captions say more."""
    text = paragraph.text
    if len(paragraph.lines) > 2 or looks_like_caption(text) or _is_date(text):
        return False
    short = paragraph.cells <= 0.25 * column or paragraph.size > LARGE or _is_house(text)
    return short or _names_issue(text) or bool(YEAR.search(text) or find_dates(text))
