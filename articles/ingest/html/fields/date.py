"""When a page says it was published."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from articles.ingest.documents import Reason
from articles.ingest.furniture.labels import DAY_POSTED
from articles.ingest.html.line_kinds import is_byline, is_dateline
from articles.ingest.html.measures import is_prose
from articles.ingest.html.metadata import Metadata
from articles.ingest.html.pieces import Piece, spaced, tidy_inline
from articles.text.press.addresses import day_in
from articles.text.press.dates import PrintedDate, find_dates, parse_date

# Names of meta elements that state the day of publication, the strictest first. None that names a change.
PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "publishdate",
    "pubdate",
    "publish_date",
    "publication_date",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "og:release_date",
    "apub:time",
    "dc.date.issued",
    "dc.date",
    "weibo: article:create_at",
    "date",
    "og:time",
)
STATED = ("datePublished", "pubDate", "dateCreated", "upDate")
UPDATED = re.compile(r"(更新|修改|修訂|修订|updated?|modified|最終更新|수정)\D{0,12}$", re.I)
ABOVE, BELOW = 6, 8  # lines around the headline in which the date of publication is printed
LONGEST_DATELINE = 120  # characters; dates in longer lines belong to the text
NOTHING = (None, Reason("not told"))


Found = tuple[date | datetime | None, Reason]


def published(
    metadata: Metadata, pieces: list[Piece], span: tuple[int, int], language: str, address: str
) -> Found:
    """The date (or aware datetime) of publication, None when the page tells none, and why it is that.

    span: indexes of the headline's and of the body's first piece, between which dates are printed. A date
    stated in UTC yields to one printed within a day of it, for the printed one is the place's own.
    """
    stated = _stated(metadata, language)
    printed = _printed(pieces, span, language)
    if stated[0] and printed[0] and _is_utc(stated[0]) and _days_apart(stated[0], printed[0]) <= 1:
        return printed
    posted = _posted(pieces[span[1] :], language)
    ways = (stated, printed, _timed(pieces, language), posted, _in_address(address))
    return next((found for found in ways if found[0]), NOTHING)


def _stated(metadata: Metadata, language: str) -> Found:
    stated = [str(value) for value in metadata.stated(*STATED)]
    metas = [text for name in PUBLISHED_METAS for text in metadata.metas.get(name, ())]
    return _first([*stated, *metas], language, "stated out of sight")


def _first(texts: Iterable[str], language: str, rule: str) -> Found:
    return next(
        ((value, Reason(rule, text)) for text in texts if (value := parse_date(text, language))), NOTHING
    )


def _printed(pieces: list[Piece], span: tuple[int, int], language: str) -> Found:
    """The first date printed from the headline to the body, else shortly above; an update's only for want."""
    headline, body = span
    start = headline if headline >= 0 else max(0, body - ABOVE - BELOW)
    near = pieces[start : max(body, start + BELOW)] + pieces[max(0, start - ABOVE) : start]
    found = [pair for piece in near if _is_dateline(piece) for pair in _dates_on(piece, language)]
    first = [(line, printed) for line, printed in found if not UPDATED.search(line[: printed.start])]
    if first:
        return first[0][1].value, Reason("printed by the headline", first[0][0])
    return (found[0][1].value, Reason("date of an update", found[0][0])) if found else NOTHING


def _dates_on(piece: Piece, language: str) -> list[tuple[str, PrintedDate]]:
    """The dates on a line; in boxes that touch one another, as <b>Jane Doe</b><b>Nov 5, 2025</b>, as well."""
    for line in (piece.text, spaced(piece)):
        if printed := find_dates(line, language):
            return [(line, date) for date in printed]
    return []


def _is_dateline(piece: Piece) -> bool:
    if not 0 < len(piece.text) <= LONGEST_DATELINE or piece.context.rule or _is_datum(piece):
        return False
    # points behind numbers make no prose, nor do commas between names
    return not is_prose(piece) or is_dateline(piece.text) or is_byline(piece.text)


def _is_datum(piece: Piece) -> bool:
    """Whether it stands in a table beside the name of what it is: 簽署日 1998年4月3日, but not 登録日."""
    cell = piece.context.cell
    if cell is None or cell.tag != "td":
        return False
    label = next((beside for beside in cell.itersiblings(preceding=True) if beside.tag == "th"), None)
    return label is not None and not DAY_POSTED.fullmatch(tidy_inline(label.text_content()))


def _posted(below: list[Piece], language: str) -> Found:
    """The date that a line below the text begins with, behind the whole label of the day of publication."""
    for piece in below:
        dates = find_dates(piece.text, language) if len(piece.text) <= LONGEST_DATELINE else []
        if dates and DAY_POSTED.fullmatch(piece.text[: dates[0].start]):
            return dates[0].value, Reason("printed below the text", piece.text)
    return NOTHING


def _timed(pieces: list[Piece], language: str) -> Found:
    """The first date in a time element."""
    times = (
        element.get("datetime") or ""
        for piece in pieces
        for element, _ in piece.runs
        if element.tag == "time"
    )
    return _first(times, language, "element for times")


def _in_address(address: str) -> Found:
    day = day_in(address)
    return (day, Reason("in the address", address)) if day else NOTHING


def _is_utc(value) -> bool:
    return isinstance(value, datetime) and value.utcoffset() == timedelta(0)


def _days_apart(one, other) -> int:
    return abs((_day(one) - _day(other)).days)


def _day(value) -> date:
    return value.date() if isinstance(value, datetime) else value
