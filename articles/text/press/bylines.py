"""People's names in bylines: 記者某某／台北報導, 文／某某, 新华社记者某某, By So-and-so, 某某 기자.

How bylines are printed is written in the tables of byline_forms.py; whether what stands in the place of
names is a person's name is for names.py. A line is only believed when both agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from articles.text.names.persons import (
    HANGUL_FOREIGN_NAME,
    could_be_pen_name,
    looks_like_affiliation,
    looks_like_name,
    name_ends,
    names_apart,
    pen_name_end,
    places_of,
)
from articles.text.press.byline_patterns import (
    CLOSES_THE_LINE,
    EDITOR_LINE,
    FORMS,
    HINT,
    NAME_SEPARATOR,
    NO_AUTHOR_BEFORE,
    OPENINGS,
    PLACE_NAME,
    PLACE_OF_REPORT,
    PRESS_ROLE_END,
    ROLE_BEFORE_NAME,
    SENTENCE,
    TRANSLATED,
    Form,
    Opening,
    narrowed,
    place_of,
)

__all__ = [
    "Byline",
    "find_byline",
    "is_editor_line",
    "is_translation",
    "looks_like_affiliation",
    "looks_like_name",
    "unspaced",
]

# Bylines are short, or stand at the head or the tail of a paragraph; no more of it is looked at.
HEAD, TAIL = 90, 90
MOST_NAMES = 8
# Several steps of a parser ask about the same lines of a document.
REMEMBERED = 512
MOST_OPENINGS = 20  # in one window; a line of more is no line of fields
SEGMENT = 24  # characters before a label in which another label may void it

PEN_JOINT = re.compile(r"\s?[、&]\s?")
SLASH = re.compile(r"[/|]")
# What closes a commentary: its author in brackets behind the last sentence.
SIGNATURE = re.compile(r"[。！？!?…」』”][\s　]*[（(](?P<names>[^（()）。，,]{2,24})[）)]\s*$")
# （王大同、台北・李小安）: where one of several signs from.
PLACE_BEFORE_NAME = re.compile(rf"(?:^|(?<=[、，])){PLACE_NAME}[・=＝](?=\S)")

Span = tuple[int, int]


@dataclass(frozen=True)
class Byline:
    """The people a line names as its authors. spans: where each name stands, (start, end) in the line."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def joined(self) -> str:
        return "、".join(self.names)


@dataclass(frozen=True)
class BylineReader:
    """A line as printed, and as its labels are compared: offsets are the same in both."""

    line: str
    text: str

    def spans(self) -> list[Span]:
        """The places of the names in the first byline of the line."""
        for start, place in self._openings():
            for form in FORMS:
                if place in form.places and (spans := self._read(form, start, place)):
                    return spans
        return []

    def _openings(self) -> Iterator[tuple[int, Opening]]:
        """Where a byline may begin: at the line's start, in a bracket, behind a gap in a line of fields."""
        for start, end in self._windows():
            for opening in islice(OPENINGS.finditer(self.text, start, end), MOST_OPENINGS):
                place = place_of(opening)
                if place != Opening.GAP or self._is_between_fields(opening.end()):
                    yield opening.end(), place

    def _windows(self) -> list[Span]:
        length = len(self.text)
        windows = [(0, length)] if length <= HEAD + TAIL else [(0, HEAD), (length - TAIL, length)]
        return [window for window in windows if HINT.search(self.text, *window)]

    def _is_between_fields(self, at: int) -> bool:
        """Not in prose, nor behind the label of somebody who is no author: 攝影：本報記者…"""
        before = self.text[max(0, at - SEGMENT) : at]
        return at <= self._first_sentence and not NO_AUTHOR_BEFORE.search(before)

    @cached_property
    def _first_sentence(self) -> int:
        """Where the first sentence ends that others follow; the line's length when it has none."""
        sentence = SENTENCE.search(self.text)
        return sentence.end() if sentence else len(self.text)

    def _read(self, form: Form, start: int, place: Opening) -> list[Span]:
        label = form.before.match(self.text, start)
        if not label:
            return []
        for at in self._name_starts(label.end(), form):
            spans = self._people(at, form)
            if spans and self._stands_apart(spans[-1][1], place):
                return spans
        return []

    def _name_starts(self, at: int, form: Form) -> list[int]:
        """Where the names may begin: behind what the author is, 某某网专栏作者 王大同, or at once."""
        role = form.roles and ROLE_BEFORE_NAME.match(self.text, at)
        if not role:
            return [at]
        if looks_like_name(self.line[at : role.start("role")]) and not PRESS_ROLE_END.search(role["role"]):
            return [at]
        return [role.end(), at]

    def _people(self, at: int, form: Form, known: int = 0) -> list[Span]:
        """Names, one behind the other, up to an ending of the form; none when it does not end so."""
        ends = [end for end in name_ends(self.text, at) if self._is_person(self.line[at:end], form, known)]
        for end in ends:
            if others := self._others(end, form, known + 1):
                return [(at, end), *others]
        for ending in form.endings:
            for end in ends:
                if ending.closes(self.text, at, end):
                    return [(at, end)]
        return [] if known else self._pen_names(at, form)

    def _is_person(self, name: str, form: Form, known: int) -> bool:
        return form.person(name) or (known > 0 and form.pen_beside and could_be_pen_name(name))

    def _others(self, end: int, form: Form, known: int) -> list[Span]:
        if PLACE_OF_REPORT.match(self.text, end):  # ／金浦即時報導 says where from, whatever list of places
            return []
        separator = NAME_SEPARATOR.match(self.text, end) if known < MOST_NAMES else None
        if separator and form.slash_ends and SLASH.search(separator[0]):
            return []
        return self._people(separator.end(), form, known) if separator else []

    def _pen_names(self, at: int, form: Form) -> list[Span]:
        """What a label says are people, up to an ending that leaves no doubt where the last of them ends."""
        spans: list[Span] = []
        while form.pen_ending and len(spans) < MOST_NAMES and (end := pen_name_end(self.line, at)) > at:
            spans.append((at, end))
            if form.pen_ending.match(self.text, end):
                return spans
            if not (joint := PEN_JOINT.match(self.text, end)):
                break
            at = joint.end()
        return []

    def _stands_apart(self, end: int, place: Opening) -> bool:
        """Whether a bracket is one that bylines are printed in: on a line of fields, or closing the line."""
        if place != Opening.BRACKET or (len(self.text) <= HEAD and self._first_sentence == len(self.text)):
            return True
        return CLOSES_THE_LINE.match(self.text, end) is not None


@lru_cache(REMEMBERED)
def find_byline(line: str) -> Byline | None:
    """The people whom a line, or the head or tail of a paragraph, prints as its authors.

    None when there are none, when only an organisation is named, or when what stands in their place is no
    name. Editors (責編, 核稿編輯) and photographers (記者某某攝) are no authors. Spans are offsets in the
    line as given.
    """
    spans = BylineReader(line, narrowed(line)).spans()
    names = tuple(unspaced(line[start:end]) for start, end in spans)
    return Byline(names, tuple(spans)) if spans else None


def find_closing_byline(paragraph: str) -> Byline | None:
    """The names in brackets behind the last sentence of an article: …有待協商。（王大同）

    None when anything else stands there. Only the last paragraph of an article is signed so.
    """
    signed = SIGNATURE.search(paragraph, max(0, len(paragraph) - TAIL))
    names = names_apart(PLACE_BEFORE_NAME.sub("", signed["names"].strip())) if signed else []
    spans = tuple(places_of(names, paragraph, signed.start("names"))) if signed else ()
    return Byline(tuple(map(unspaced, names)), spans) if names else None


def unspaced(name: str) -> str:
    """A name without the white space that spreads it: 李　文 is 李文. Foreign names in Hangul keep theirs."""
    if HANGUL_FOREIGN_NAME.fullmatch(name):
        return name
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", name)


def is_translation(line: str) -> bool:
    """Whether whom a line names only translated: 譯者：…, 翻訳：…, Translated by …"""
    return len(line) <= HEAD and bool(TRANSLATED.match(narrowed(line)))


def is_of_others(label: str) -> bool:
    """Whether a line is nothing but the label of people who are no authors: 攝影, 核稿, 責任編輯."""
    return NO_AUTHOR_BEFORE.match(f"{narrowed(label)}:") is not None or is_editor_line(f"{label}：{label}")


def is_editor_line(line: str) -> bool:
    """Whether a line names editors, proofreaders or producers: 責編：…, 【责任编辑：…】, Edited by …"""
    return len(line) <= HEAD and bool(EDITOR_LINE.match(narrowed(line)))
