"""Page scrapes and clean text: plain text with, around and inside the article, whatever the page had.

    lines → what each gives away (page) → where the body stands (body) → what is printed around it
    (fields) → paragraphs, headings, figures (blocks) → the record of what is left out

No step knows a site; the tables of words are in `furniture`.
"""

from collections.abc import Callable, Iterator
from functools import partial

from articles.ingest.documents import DocumentError, Kind, ParsedDocument, RawDocument, Reason
from articles.ingest.plain.marks import as_written
from articles.ingest.plain.segment import Span
from articles.ingest.record import Record
from articles.ingest.scrape.blocks import BodyReader
from articles.ingest.scrape.body import find_body
from articles.ingest.scrape.fields import Fields, read_fields
from articles.ingest.scrape.lines.reading import read_lines
from articles.ingest.scrape.page import LineRun, Page
from articles.text.language import detect_language
from articles.text.press.addresses import dated_address
from articles.text.press.bylines import unspaced

# So many characters tell the language of a text.
SAMPLE = 1000
# A body of less than a paragraph or two, in Han characters, beside so many times as much prose that was left
# out, may be the wrong one: it is a brief on a page of rules, or the story was taken for something else.
BARELY, TIMES_AS_MUCH = 80, 3
NEARLY_EMPTY = "The text is very short beside the prose of the page that was left out."


def parse(text: str, raw: RawDocument) -> ParsedDocument:
    """The article in a page scrape or in a text that is clean already.

    text: the decoded text; offsets in the result count its characters. raw: not looked at here.
    The headline is "" when none is printed. Raises DocumentError when nothing reads as a body.
    """
    dump = as_written(text)
    document = _parsed(dump.text, dump.titles, dump.set_out) if dump else _parsed(text)
    if dump:
        document.removed, document.held = dump.removed(document.removed), dump.held(document.held)
    if document.published is None and (dated := dated_address(text)):
        document.published, address = dated
        document.reasons["published"] = Reason("in the page's address", address)
    return document


def _parsed(text: str, *headings: frozenset[str]) -> ParsedDocument:
    page = Page(read_lines(text), detect_language(text[:SAMPLE]), *headings)
    body = find_body(page)
    if body is None:
        raise DocumentError(f"No body found: {_reason(page)}.")
    return _document(page, body, Record(text))


def _reason(page: Page) -> str:
    if not page.lines:
        return "the text is empty"
    prose = sum(line.is_prose for line in page.lines)
    return f"{prose or 'none'} of its {len(page.lines)} lines read{'s' * (prose < 2)} as a full sentence"


def _document(page: Page, body: LineRun, record: Record) -> ParsedDocument:
    fields = read_fields(page, body)
    document = ParsedDocument(
        Kind.SCRAPE,
        headline=_held(record, "headline", fields.headline and fields.headline.whole),
        standfirst=_held(record, "standfirst", fields.standfirst),
        source_name=_held(record, "source_name", fields.source),
        published=fields.published,
        keywords=[record.hold("keywords", *place) for place in fields.keywords],
        reasons=fields.reasons | {"language": Reason("letters of the text")},
        warnings=[NEARLY_EMPTY] if _is_nearly_empty(page, body) else [],
    )
    for place in fields.dates:
        record.leave_out("date", *place)
    document.blocks = BodyReader(page, body, fields, record).read()
    document.byline = "、".join(_names(record, fields))
    document.language = detect_language("\n".join(block.text for block in document.blocks)[:SAMPLE])
    document.removed, document.held = record.removed(_rule_of_the_rest(page, body, fields)), record.held
    return document


def _is_nearly_empty(page: Page, body: LineRun) -> bool:
    told = [line for line in page.lines if page.is_told(line) and not page.captions[line.number]]
    kept = sum(line.width for line in told if body.first <= line.number <= body.last)
    left_out = sum(line.width for line in told if not page.rules[line.number]) - kept
    return kept < BARELY and left_out >= TIMES_AS_MUCH * kept


def _held(record: Record, field: str, place: Span | None) -> str:
    return record.hold(field, *place) if place else ""


def _names(record: Record, fields: Fields) -> Iterator[str]:
    """The names of the byline, but for those on a line of the body that was left out in the end."""
    read = partial(record.hold, "byline") if fields.byline_is_apart else record.quote
    return filter(None, (unspaced(read(*place)) for place in fields.byline))


def _rule_of_the_rest(page: Page, body: LineRun, fields: Fields) -> Callable[[int], str]:
    """Names the rule for lines that neither a field nor a block claimed, by their words or their place."""
    told = {page.number_at(start) for start, _ in fields.places}
    top = fields.headline.number if fields.headline else body.first

    def rule_at(offset: int) -> str:
        number = page.number_at(offset)
        if number in told:
            return "label"
        if number < 0 or body.first <= number <= body.last or number == top:
            return "mark"
        return page.rules[number] or (
            "menu" if number < top else "label" if number < body.first else "footer"
        )

    return rule_at
