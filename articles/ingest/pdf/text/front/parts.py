"""The front of a typeset article: what stands above its body."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise, zip_longest

from articles.ingest.furniture.notes import is_note
from articles.ingest.pdf.text.blocks.joining import OF_TEXT
from articles.ingest.pdf.text.blocks.lists import ITEM, is_sub_item
from articles.ingest.pdf.text.blocks.measure import LARGE, Measure, may_end
from articles.ingest.pdf.text.blocks.paragraphs import GOES_ON, Paragraph
from articles.ingest.pdf.text.front.candidates import letterhead_end, may_be_headline
from articles.ingest.pdf.text.front.headline import FARTHEST_SIGN, find_headline
from articles.ingest.pdf.text.front.joins import WIDER
from articles.ingest.pdf.text.front.lines import DASHED, is_kicker, is_names, is_told_of, stands_for_other
from articles.ingest.pdf.text.front.setting import Setting
from articles.ingest.pdf.text.line_kinds.dates import is_date, is_month
from articles.ingest.pdf.text.line_kinds.houses import ISSUE, heads_abstract, is_house, names_publication
from articles.ingest.pdf.text.line_kinds.names import (
    LONGEST_SIGNED,
    RAISED,
    STOPPED,
    is_byline,
    is_labelled,
    is_pen_name_above,
    is_pen_name_below,
    is_post,
    is_signed,
    is_signed_apart,
    names_of,
)
from articles.ingest.pdf.text.line_kinds.release import is_event_field, is_event_label, is_release_field
from articles.ingest.plain.segment import Segment
from articles.text.names.persons import looks_like_affiliation
from articles.text.press.bylines import is_editor_line
from articles.text.press.captions import looks_like_caption

# A front has at most so many lines: kicker, caption, headline, deck, authors, affiliations, dates.
LONGEST_FRONT = 14
LONGEST_DECK = 3  # lines
NOTE_SIGN = "*＊†‡"


@dataclass
class Front:
    """Paragraphs above the body by what they are."""

    headline: Paragraph | None = None
    names: list[Paragraph] = field(default_factory=list)
    affiliations: list[Paragraph] = field(default_factory=list)
    dates: list[Paragraph] = field(default_factory=list)
    kickers: list[Paragraph] = field(default_factory=list)
    deck: Paragraph | None = None

    def holds(self, paragraph: Paragraph) -> bool:
        held = [self.headline, self.deck, *self.names, *self.dates, *self.kickers]
        return any(paragraph is other for other in held)


def read_front(
    paragraphs: list[Paragraph], type_: Measure, heads: Collection[str] = (), title: Collection[int] = ()
) -> Front:
    """Find the headline and what belongs to it. All else, captions too, is left to the body.

    A headline broken over several lines is put together in the list given. heads: what pages have at theirs.
    title: where lines begin that are known to be the headline.
    """
    zone = _zone(paragraphs, type_)
    zone = zone[:-1] if _heads_items(zone, paragraphs[len(zone) :]) else zone
    parts = [part for paragraph in zone for part in _lines_apart(paragraph, type_)]
    setting = Setting.of(type_, parts, paragraphs[len(zone) :], heads)
    found = _known(parts, title) or find_headline(parts, setting)
    if found is None:
        return Front()
    letterhead = {line for part in parts[: letterhead_end(parts)] for line in part.lines}
    headline = Paragraph([line for part in parts[slice(*found)] for line in part.lines])
    paragraphs[: len(zone)] = zone = list(_put_together(zone, headline))
    at = zone.index(headline)
    above, below = zone[:at], zone[at + 1 :]
    front = Front(headline, deck=_deck(below, type_.column))
    front.dates = [paragraph for paragraph in above if is_date(paragraph.text)]
    front.kickers = [
        part
        for part in above
        if part not in front.dates
        and not (len(names_of(part.text)) > 1 and setting.are_people(part.text))
        and (
            part.first in letterhead
            or is_kicker(part, type_.column)
            or is_month(part.text)
            or setting.heads_with(part.text)
            or setting.names_house(part.text)
        )
    ]
    _read_below([part for part in below if part is not front.deck], front, setting)
    front.names = front.names or [part for part in above if _are_authors(part, front, setting)]
    return front


def _heads_items(zone: list[Paragraph], body: list[Paragraph]) -> bool:
    """Whether the last line of a front names the items that open the text, and only looks like a name."""
    is_apart = len(zone) > 1 and bool(zone[-1].first.gap) and bool(names_of(zone[-1].text))
    item = ITEM.match(body[0].text) if is_apart and body else None
    return item is not None and not item["number"]


def _are_authors(part: Paragraph, front: Front, setting: Setting) -> bool:
    """Whether a line above a headline says who wrote it, as covers do."""
    return not (front.holds(part) or names_publication(part.text)) and setting.are_people(part.text)


def _known(parts: list[Paragraph], title: Collection[int]) -> tuple[int, int] | None:
    """Where the lines of a known headline stand, from and to."""
    places = [place for place, part in enumerate(parts) if part.first.start in title]
    return (places[0], places[-1] + 1) if places else None


def _read_below(below: list[Paragraph], front: Front, setting: Setting) -> None:
    """Puts what stands between a headline and its text where it belongs."""
    type_ = setting.type
    for place, (paragraph, after) in enumerate(zip_longest(below, below[1:])):
        if not front.names and _is_pen_name(paragraph, below[place - 1] if place else None, after):
            front.names.append(paragraph)
        else:
            _place(paragraph, below[:place], front, setting)
    first = next((place for place, part in enumerate(below) if part in front.names), 0)
    front.affiliations += [part for part in below[:first] if is_house(part.text) or is_post(part.text)]
    front.affiliations += _affiliations(below, front, type_)


def _lines_apart(paragraph: Paragraph, type_: Measure) -> list[Paragraph]:
    """The lines of a front's paragraph, any of which may begin or end a headline where no size tells that."""
    if type_.sized or _is_prose(paragraph, type_.column) or looks_like_caption(paragraph.text):
        return [paragraph]
    return [Paragraph([line]) for line in paragraph.lines]


def _put_together(zone: list[Paragraph], headline: Paragraph) -> Iterator[Paragraph]:
    """The paragraphs of a front with the lines of the headline as one of them."""
    for paragraph in zone:
        for is_headline, group in groupby(paragraph.lines, headline.lines.__contains__):
            lines = list(group)
            if not is_headline:
                yield Paragraph(lines)
            elif lines[0] is headline.first:
                yield headline


def _deck(below: list[Paragraph], column: int) -> Paragraph | None:
    """What stands between a headline and who wrote it, or when: more of what it says."""
    deck = below[0] if below else None
    if deck is None or DASHED.fullmatch(deck.text):
        return deck
    signs = [is_told_of(line.text) or is_names(line, column) for line in below[: FARTHEST_SIGN + 1]]
    says_more = not (
        signs[0] or is_release_field(deck.text) or stands_for_other(deck, column) or is_sub_item(deck.first)
    )
    return deck if says_more and any(signs) and len(deck.lines) <= LONGEST_DECK else None


def _zone(paragraphs: list[Paragraph], type_: Measure) -> list[Paragraph]:
    """The paragraphs before the first that is prose, and no note, below a line that may be the headline."""
    zone: list[Paragraph] = []
    for place, paragraph in enumerate(paragraphs[:LONGEST_FRONT]):
        is_told = _is_prose(paragraph, type_.column) and not looks_like_caption(paragraph.text)
        is_noted = is_note(paragraph.text) or _is_of_names(paragraph.text, zone)
        if is_told and not (is_noted or _is_signed_deck(paragraph, paragraphs[place + 1 :])):
            lines = [part for other in zone for part in _lines_apart(other, type_)]
            if any(may_be_headline(line, type_) for line in lines) or len(paragraph.lines) > 2:
                break
        zone.append(paragraph)
    return zone


def _is_of_names(text: str, above: list[Paragraph]) -> bool:
    """Whether a line says who somebody is, behind the sign that a line above has behind a name."""
    return text[0] in NOTE_SIGN and any(text[0] in part.text[1:] for part in above)


def _is_signed_deck(paragraph: Paragraph, below: list[Paragraph]) -> bool:
    """Whether a short paragraph stands right above who wrote it: magazines say first what it is about."""
    return len(paragraph.lines) <= LONGEST_DECK and bool(below) and is_labelled(below[0].text)


def _is_prose(paragraph: Paragraph, column: int) -> bool:
    if paragraph.size > LARGE:
        return False
    return len(paragraph.lines) > 3 or (
        not is_release_field(paragraph.text)
        and STOPPED.search(paragraph.text) is not None
        and paragraph.cells > 0.5 * column
    )


def _is_pen_name(paragraph: Paragraph, above: Paragraph | None, after: Paragraph | None) -> bool:
    text = paragraph.text
    is_below = above is not None and is_pen_name_below(text, above.text)
    return is_below or (after is not None and is_pen_name_above(text, after.text))


def _place(paragraph: Paragraph, above: list[Paragraph], front: Front, setting: Setting) -> None:
    """Puts a paragraph below the headline with the names or the dates. above: what stands between."""
    text = paragraph.text
    if is_date(text) and not is_labelled(text):
        front.dates.append(paragraph)
    elif _is_of_names(text, front.names):
        front.affiliations.append(paragraph)
    elif _is_field(text, above[-1].text if above else "") or OF_TEXT.fullmatch(text):
        front.kickers.append(paragraph)
    elif (
        is_byline(text)
        or (not front.names and setting.holds_names(paragraph))
        or (_follows_names(above, front, setting.type.is_gap(paragraph.first)) and names_of(text))
    ):
        front.names.append(paragraph)


def _is_field(text: str, above: str) -> bool:
    """Whether a line says something of a publication or an event, behind its label or below it."""
    if is_month(text) or is_release_field(text) or is_event_field(text):
        return True
    return is_event_label(text) or is_event_label(above)


def _follows_names(above: list[Paragraph], front: Front, is_apart: bool) -> bool:
    """Whether names stand right above, or above a line that says who their bearers are.

    is_apart: whether there is white space between, which only such a line reaches across.
    """
    if is_apart and not (
        above and (looks_like_affiliation(above[-1].text) or front.names[-1:] == above[-1:])
    ):
        return False
    last = above[-2:] if above and not front.holds(above[-1]) else above[-1:]
    return any(line is name for line in last for name in front.names)


def _affiliations(below: list[Paragraph], front: Front, type_: Measure) -> list[Paragraph]:
    """The lines right below the names that say who these people are."""
    found = []
    for above, paragraph, following in zip(below, below[1:], [*below[2:], None], strict=False):
        follows = any(above is other for other in front.names + found)
        sure = (
            looks_like_affiliation(paragraph.text)
            or is_house(paragraph.text)
            or type_.is_small(paragraph.first)
        )
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


def _closes_byline(text: str) -> bool:
    """Whether a line signs, and names nobody below it."""
    return is_signed(text) and is_labelled(text) and not GOES_ON.search(text)


def _parted_above(front: list[Segment]) -> Iterator[Segment]:
    """What begins above the line that signs: below a short line's end, or much wider than the line above.

    Magazines print a picture's words, the headline and the deck there, each in its own type.
    """
    signed = next((at for at, line in enumerate(front) if is_labelled(line.text)), 0)
    widest = max((line.cells for line in front[:signed]), default=0)
    for above, line in pairwise(front[:signed]):
        is_ended = may_end(above) and WIDER * above.cells < widest
        if is_ended or line.cells > WIDER * above.cells:
            yield line


def sure_lines(lines: list[Segment]) -> set[Segment]:
    """The lines that stand for themselves: a front's names of people and dates, and what begins below dates.

    Anywhere in a text: a byline in brackets.
    """
    front = lines[: LONGEST_FRONT + 1]
    below = {line for above, line in pairwise(front) if is_date(above.text) or is_signed_apart(above.text)}
    below |= {line for above, line in pairwise(front) if line.gap and is_labelled(above.text)}
    below |= {line for above, line in pairwise(front) if _closes_byline(above.text)}
    short = [line for line in front[:-1] if len(line.text) <= LONGEST_SIGNED]
    own = {line for line in short if names_of(line.text) or is_date(line.text) or is_signed(line.text)}
    fields = {line for line in front if is_release_field(line.text) or is_editor_line(line.text)}
    own |= fields | {below for line, below in pairwise(front) if line in fields}
    pen_names = {
        line for pair in pairwise(front) for line in pair if is_pen_name_above(pair[0].text, pair[1].text)
    }
    posts = {line for line, below in pairwise(front) if is_house(line.text) and is_post(below.text)}
    headed = [pair for pair in pairwise(front) if heads_abstract(pair[0].text) or ISSUE.search(pair[0].text)]
    heads = {line for pair in headed for line in pair}
    own |= {line for pair in pairwise(lines) if is_signed_apart(pair[0].text) for line in pair}
    own |= set(_parted_above(front))
    own |= {below for line, below in pairwise(front) if RAISED.match(below.text) and names_of(line.text)}
    return below | own | pen_names | posts | heads
