"""Page scrapes and clean text: plain text with, around and inside the article, whatever the page had.

    lines → what each gives away (page) → where the body stands (body) → what is printed around it
    (fields) → paragraphs, headings, figures (blocks) → the record of what is left out

No step knows a site; the tables of words are in `phrases`.
"""

from collections.abc import Callable

from articles.ingest.documents import DocumentError, Kind, ParsedDocument, RawDocument
from articles.ingest.scrape.blocks import BodyReader
from articles.ingest.scrape.body import find_body
from articles.ingest.scrape.fields import Fields, read_fields
from articles.ingest.scrape.page import Page, Run, read_lines
from articles.ingest.spans import Spans
from articles.text.language import detect_language

# So many characters tell the language of a text.
SAMPLE = 1000


def parse(text: str, raw: RawDocument) -> ParsedDocument:
    """The article in a page scrape or in a text that is clean already.

    text: the decoded text; offsets in the result count its characters. raw: not looked at here.
    The headline is "" when none is printed. Raises DocumentError when nothing reads as a body.
    """
    page = Page(read_lines(text), detect_language(text[:SAMPLE]))
    body = find_body(page)
    if body is None:
        raise DocumentError(f"No body found: {_reason(page)}.")
    return _document(page, body, Spans(text))


def _reason(page: Page) -> str:
    if not page.lines:
        return "the text is empty"
    prose = sum(line.is_prose for line in page.lines)
    return f"{prose or 'none'} of its {len(page.lines)} lines read{'s' * (prose < 2)} as a full sentence"


def _document(page: Page, body: Run, spans: Spans) -> ParsedDocument:
    fields = read_fields(page, body)
    document = ParsedDocument(
        Kind.SCRAPE,
        headline=_claim_headline(fields, spans),
        standfirst=spans.keep(*fields.standfirst) if fields.standfirst else "",
        source_name=fields.source,
        published=fields.published,
        keywords=fields.keywords,
    )
    _claim_fields(fields, spans)
    document.blocks = BodyReader(page, body, fields, spans).read()
    document.byline = "、".join(_kept_names(fields, document))
    document.language = detect_language("\n".join(block.text for block in document.blocks)[:SAMPLE])
    document.removed = spans.record(_rule_of_the_rest(page, body, fields))
    return document


def _kept_names(fields: Fields, document: ParsedDocument) -> list[str]:
    """The names of the byline, but for those on a line of the body that was left out in the end."""
    told = "\n".join(block.text for block in document.blocks)
    return [name for name in fields.byline if fields.byline_is_apart or name in told]


def _claim_headline(fields: Fields, spans: Spans) -> str:
    return spans.keep(fields.headline.start, fields.headline.end) if fields.headline else ""


def _claim_fields(fields: Fields, spans: Spans) -> None:
    for start, end in fields.kept:
        spans.keep(start, end)
    for start, end in fields.dates:
        spans.remove(start, end, "date")


def _rule_of_the_rest(page: Page, body: Run, fields: Fields) -> Callable[[int], str]:
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
