"""Who wrote a page: printed bylines first, then what the page states out of sight."""

import re
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from articles.ingest.documents import Reason
from articles.ingest.furniture.notes import is_note
from articles.ingest.furniture.writers import ACCOUNT
from articles.ingest.html.fields.name_boxes import NameBox, followed_name
from articles.ingest.html.line_kinds import is_byline
from articles.ingest.html.measures import FURNITURE_TAGS, lineage
from articles.ingest.html.metadata import Metadata, names_of
from articles.ingest.html.pieces import Piece, spaced, tidy_inline
from articles.ingest.html.tree import hints
from articles.text.names.persons import could_be_pen_name, looks_like_affiliation, looks_like_name
from articles.text.press.bylines import (
    find_byline,
    find_closing_byline,
    is_editor_line,
    is_translation,
    unspaced,
)

AUTHOR_NAME = re.compile(r"author|byline|writer|reporter|journalist|columnist", re.I)
LABEL = re.compile(r"^\s*(by|作者|撰文|文|記者|记者|著者|글)\s*[:：／/|]?\s*", re.I)
WRITERS_LABEL = re.compile(r"by|(?:本文|文章)?作者|撰文者?|撰稿|著者|執筆者?|글쓴이|저자", re.I)
SEPARATOR = re.compile(r"\s?(?:[、,，;；/／&|]|\band\b)\s?", re.I)
OPENING, CLOSING = 4, 4  # pieces of the body in which a byline may stand
AUTHOR_METAS = (
    "author",
    "article:author",
    "og:article:author",
    "cxenseparse:author",
    "byl",
    "dc.creator",
    "creator",
    "parsely-author",
    "sailthru.author",
)
CREDITS = re.compile(
    r"[◎■●]?\s?(?:文字?|撰文|採訪|采访|取材|글|by|words|text)\s?[:：／/|｜・\s]", re.I
)  # 文／… 攝影／…
AUTHOR_CARD = re.compile(r"\b(?:author|byline)\b.{0,20}\bvcard\b|\bvcard\b.{0,20}\bauthor\b|\bbyline\b", re.I)
READERS = re.compile(r"comment|reply|respon|relat", re.I)
CARD_LEVELS, CARD_REACH = 3, 8  # elements around a name
LONGEST_NAME = 40  # characters: four Latin words
LONGEST_LABEL, LABEL_ENDS = 8, ":： "
ORIGINAL_MARK = re.compile(r"\W?原[创創]\W?")
BRACKETS = "[【（( "  # before 責編


def find_people(
    metadata: Metadata,
    pieces: list[Piece],
    body: list[Piece],
    head: list[Piece],
    boxes: list[NameBox],
    source: str,
) -> tuple[str, Reason]:
    """The authors' names joined by "、", "" when none is told, and why. A wrong name is worse than none.

    body: its pieces. head: those around the headline, up to the body. boxes: lines of nothing but names.
    source: the paper's name, no person's. Where the text is signed by these and others, all wrote it. A
    translator stands for a writer whom the page does not name.
    """
    around, head = head, [piece for piece in head if not (piece.context.rule or _is_aside(piece))]
    words = [piece for piece in body if piece.text and not _is_caption(piece)]
    after = pieces[body[-1].index + 1 :][:CLOSING]
    stated = _stated(metadata, head, _editors(metadata, pieces))
    ways = (
        ("printed by the headline", lambda: _labelled(head)),
        ("named box", lambda: _named(head) or _boxed(boxes) or _of_original(head, source)),
        ("printed in the text", lambda: _labelled([*words[:OPENING], *words[-CLOSING:], *after])),
        ("signed at the end", lambda: _signed(words)),
        ("account to follow", lambda: _followed(around, pieces)),
        ("stated out of sight", lambda: stated),
        ("named below the text", lambda: _named_below(pieces[body[-1].index + 1 :])),
        ("translated", lambda: _labelled([*head, *words[:OPENING]], translated=True)),
    )
    found = ((rule, people) for rule, way in ways if (people := way()))
    rule, people = next(found, ("not told", NOBODY))
    others = (
        ("signed with others", _labelled([*words[-CLOSING:], *after])),
        ("printed with others", _labelled(words[:OPENING])),
        ("stated with others", stated),
    )
    for why, all_of_them in others:
        if len(all_of_them.names) > len(people.names) > 0 and {*people.names} <= {*all_of_them.names}:
            rule, people = why, all_of_them
    names = dict.fromkeys(unspaced(name) for name in people.names if name != source)
    return "、".join(names), Reason(rule, people.evidence)


class People(NamedTuple):
    """Names, and the text that gave them."""

    names: list[str]
    evidence: str

    def __bool__(self) -> bool:
        return bool(self.names)


NOBODY = People([], "")


def _is_caption(piece: Piece) -> bool:
    """Whether it stands below a picture; makers call a box of writer and photographer `credit` as well."""
    return piece.context.caption and not (is_byline(piece.text) and CREDITS.match(piece.text))


def _is_aside(piece: Piece) -> bool:
    """Whether it stands in a box for other articles, which have writers of their own."""
    return any(box.tag in FURNITURE_TAGS for box in lineage(piece))


def _labelled(pieces: list[Piece], translated: bool = False) -> People:
    """Names behind a printed label, 記者… or By …, in the first of the pieces that has any.

    More lines that are nothing but bylines may follow it: several authors, one a line. translated: whether
    translators are looked for, or writers.
    """
    pieces = [piece for piece in pieces if is_translation(piece.text) == translated]
    found = (
        (place, names)
        for place, piece in enumerate(pieces)
        if (names := _names_by_label(piece) or _named_below_label(pieces, place))
    )
    place, names = next(found, (0, []))
    if not names:
        return NOBODY
    beside = takewhile(lambda piece: is_byline(piece.text), pieces[place + 1 :])
    return People(names + [name for piece in beside for name in _names_by_label(piece)], pieces[place].text)


def _names_by_label(piece: Piece) -> list[str]:
    texts = dict.fromkeys((spaced(piece), piece.text)) if piece.text else ()
    byline = next(filter(None, map(find_byline, texts)), None)
    return list(byline.names) if byline else _named_beside_label(piece)


def _named_beside_label(piece: Piece) -> list[str]:
    """The name, pen names too, in a box beside one on its line that holds a label alone: 作者 | 碼頭拾貝."""
    said = [text for _, run in piece.runs if (text := tidy_inline(run))]
    labelled = (name for label, name in pairwise(said) if WRITERS_LABEL.fullmatch(label))
    pen_names = (name for name in labelled if could_be_pen_name(name) and not ACCOUNT.fullmatch(name.lower()))
    bylines = (find_byline(f"作者：{name}") for name in pen_names)
    return [name for byline in bylines if byline for name in byline.names][:1]


def _named_below_label(pieces: list[Piece], place: int) -> list[str]:
    """The name in a box behind one that holds its label alone, as in a list of terms: 저자 | 노해성."""
    label, name = (pieces[place - 1].text if place else "", pieces[place].text)
    if not 0 < len(label) <= LONGEST_LABEL or not looks_like_name(name):
        return []
    byline = find_byline(f"{label.rstrip(LABEL_ENDS)}：{name}")
    return list(byline.names) if byline else []


def _named(pieces: list[Piece]) -> People:
    """Names in boxes that their makers called author or byline, in the first line that has any."""
    for piece in pieces:
        boxes = [(element, tidy_inline(text)) for element, text in piece.runs if _is_author_box(element)]
        names = [name for element, text in boxes for name in _names_in(text, _is_typed(element))]
        if names and not (is_translation(piece.text) or is_editor_line(spaced(piece))):
            return People(names, piece.text)
    return NOBODY


def _boxed(boxes: list[NameBox]) -> People:
    """Names on lines that hold nothing else."""
    return People([name for box in boxes for name in box.names], " ".join(box.piece.text for box in boxes))


def _of_original(head: list[Piece], source: str) -> People:
    """The name, pen names too, between the mark that a post is no copy and the account that shows it."""
    said = [said for piece in head for _, text in piece.runs if (said := tidy_inline(text))]
    for mark, name, account in zip(said, said[1:], said[2:], strict=False):
        if ORIGINAL_MARK.fullmatch(mark) and account == source and could_be_pen_name(name):
            return People([name], f"{mark} {name} {account}")
    return NOBODY


def _followed(head: list[Piece], pieces: list[Piece]) -> People:
    name = followed_name(head, pieces)
    return People([name], name) if name else NOBODY


def _named_below(pieces: list[Piece]) -> People:
    """The one writer whom all boxes below a text name that are typed as its author's, but for remarks."""
    runs = [(element, tidy_inline(text)) for piece in pieces for element, text in piece.runs]
    typed = [(element, text) for element, text in runs if _is_typed(element) and _is_card(element)]
    names = {text for _, text in typed if _is_person(text, lenient=True)}
    return People([*names], *names) if len(names) == 1 else NOBODY


def _is_card(element) -> bool:
    """Whether a name stands on the card of a text's author (hCard's author vcard), and of no reader."""
    around = [hints(box) for box in islice(element.iterancestors(), CARD_REACH)]
    return any(AUTHOR_CARD.search(box) for box in around[:CARD_LEVELS]) and not any(
        map(READERS.search, around)
    )


def linked_authors(pieces: list[Piece]) -> list[str]:
    """The people whom a page links as its authors (rel="author"), pen names among them."""
    runs = [(element, text) for piece in pieces for element, text in piece.runs]
    links = [tidy_inline(text) for element, text in runs if "author" in (element.get("rel") or "").split()]
    return [name for name in links if _is_person(name, lenient=True)]


def _is_author_box(element) -> bool:
    above = element.getparent()
    return any(
        box is not None and AUTHOR_NAME.search(hints(box) + (box.get("rel") or ""))
        for box in (element, above)
    )


def _is_typed(element) -> bool:
    """Whether the markup says that it is somebody's name: hCard's fn, rel="author", itemprop="author"."""
    typed = {*element.get("class", "").split(), *element.get("rel", "").split(), element.get("itemprop")}
    return not typed.isdisjoint(("fn", "author")) and element.tag in ("a", "span")


def _names_in(text: str, lenient: bool = False) -> list[str]:
    """The persons a text consists of; none when anything in it is no person's name."""
    if not text or len(text) > LONGEST_NAME * 3:
        return []
    names = [name for name in SEPARATOR.split(LABEL.sub("", text)) if name]
    return names if names and all(_is_person(name, lenient) for name in names) else []


def _is_person(name: str, lenient: bool) -> bool:
    """lenient: where the page itself says that it is a person, so that any word of letters counts."""
    if looks_like_name(name):
        return True
    return lenient and could_be_pen_name(unspaced(name)) and not looks_like_affiliation(name)


def _signed(words: list[Piece]) -> People:
    """Names in brackets behind the last sentence; lines of the makers may follow it."""
    last = next((piece for piece in reversed(words) if not is_note(piece.text)), None)
    signed = find_closing_byline(last.text) if last else None
    return People(list(signed.names), last.text) if signed else NOBODY


def _editors(metadata: Metadata, pieces: list[Piece]) -> str:
    """Where the page names its editors: content systems state them as authors as well."""
    lines = [piece.text for piece in pieces if is_editor_line(piece.text.lstrip(BRACKETS))]
    return "\n".join([*metadata.metas.get("editor", ()), *lines])


def _stated(metadata: Metadata, head: list[Piece], editors: str) -> People:
    """Authors in JSON-LD, else in meta elements, as far as they are people and no editors.

    A name is one whose shape says so, or which the page types as a Person, or states, and prints alone.
    """
    printed = {tidy_inline(text) for piece in head for _, text in piece.runs}
    for value in metadata.stated("author"):
        names = [
            name
            for kind, name in names_of(value)
            if kind in ("", "Person") and _is_person(name, lenient=kind == "Person" and name in printed)
        ]
        if people := [name for name in names if name not in editors]:
            return People(people, ", ".join(name for _, name in names_of(value)))
    metas = [text for text in _author_metas(metadata) if text not in editors]
    found = (People(_names_in(text, lenient=text in printed), text) for text in metas)
    return next((people for people in found if people.names), NOBODY)


def _author_metas(metadata: Metadata) -> list[str]:
    return [text for name in AUTHOR_METAS for text in metadata.metas.get(name, ())]
