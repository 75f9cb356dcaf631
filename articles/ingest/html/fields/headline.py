"""The headline: what the page prints large and also calls itself."""

import re
from collections import Counter
from itertools import takewhile
from urllib.parse import urlsplit

from articles.ingest.documents import Reason
from articles.ingest.html.fields.headline_place import (
    SHORTEST,
    above_fields,
    are_of_site,
    headed_by_section,
    may_print,
    says_more,
)
from articles.ingest.html.line_kinds import is_dateline
from articles.ingest.html.measures import LINKED, is_prose, key, link_share, units
from articles.ingest.html.metadata import Metadata
from articles.ingest.html.pieces import Piece, tidy_inline
from articles.ingest.html.tree import hints
from articles.text.diff.containment import containment

# Between a headline and the names of section and site: " - ", "_", "|", "：" behind a space.
SUFFIX = re.compile(
    r"\s?[_|｜丨]\s?|\s[-–—:：/»]+\s|\s?[-–—](?=[^-–—]{2,12}$)|\u3000|\s?[【(（][^】)）]{0,60}[】)）]$"
)
TITLE_META = ("articletitle", "og:title", "twitter:title", "title", "ob:title", "dc.title", "headline")
# What parts the names of site and section from a headline behind them: 某委員會-新聞稿-…
BEFORE_HEADLINE = re.compile(r"[-–—|｜丨_:：>»/]\s*$")
LONGEST_TITLE = 400  # characters
LINES_TO_TEXT = 6  # between a headline and its date or text: section, source, buttons
LEAST_OVERLAP = 0.4  # of shingles of the shorter one in the other
BOLD = 0.9  # share of the characters of a line in bold
LEAST_SHARE = 0.4  # of the page's title that a printed headline must make up
# What makers of blogs and boards call the heading of a post: "post-title", "entry-title", "article_tit".
POST_TITLE = re.compile(
    r"(?:^|[\s_-])(?:post|entry|article|news|story)[-_]?(?:title|tit|subject|headline)(?=[\s_-]|$)", re.I
)
# What they call the head of a site. "article-header" is an article's.
SITE_HEADER = re.compile(
    r"(?:^|\s)(?:(?:site|page|blog|main|top)[-_]?)?(?:header|masthead|logo)(?=\s|$)", re.I
)
HOME = frozenset({"", "/", "/index.html"})  # paths


class Headline:
    """text: "" when neither printed nor stated. places: indexes of the pieces that print it, best first.

    reason: its evidence is what the page calls itself.
    """

    def __init__(self, pieces: list[Piece], metadata: Metadata):
        titles = stated_titles(metadata)
        rule, text = _found(pieces, titles)
        self.text = text or without_suffix(titles, metadata)
        self.reason = Reason(rule, next(iter(titles), ""))
        wanted = key(self.text)
        self.places = [piece.index for piece in pieces if wanted and key(piece.text) == wanted]
        self.place = _main_place([pieces[index] for index in self.places])


def _found(pieces: list[Piece], titles: list[str]) -> tuple[str, str]:
    """The rule by which a line is the headline, and the line, "" where none prints it."""
    keys = [*map(key, titles)]
    if only := _only_heading(pieces, keys):
        return "only heading", only[0].text
    printed = _printed(pieces, titles)
    if printed and (printed[0].context.level or not are_of_site(titles, pieces)):
        below = headed_by_section(printed[0], pieces)
        return ("heading above the date", below.text) if below else ("printed title", printed[0].text)
    by_place = above_fields(pieces)
    if by_place and not are_of_site(titles, pieces):
        is_headline = by_place.context.level and not printed and says_more(by_place, titles, pieces)
        by_place = by_place if is_headline else None
    return ("line above the date", by_place.text) if by_place else ("title out of sight", "")


def _only_heading(pieces: list[Piece], keys: list[str]) -> list[Piece]:
    """The page's one heading of the first rank, if date or text follow it: that is what the page prints.

    What it states elsewhere may be worded for search engines. The name of a site as the only such heading
    has a menu or another heading below it, or the rest of what the page calls itself.
    """
    headings = [piece for piece in pieces if piece.context.level == 1 and may_print(piece)]
    if len(headings) != 1 or _names_site(headings[0], pieces, keys):
        return []
    return headings if _heads_text(pieces[headings[0].index + 1 :]) else []


def _names_site(heading: Piece, pieces: list[Piece], keys: list[str]) -> bool:
    """Whether a heading stands at the head of the site and a heading below it is the rest of a title."""
    name = key(heading.text)
    rests = {rest for title in keys for rest in (title.removeprefix(name), title.removesuffix(name))}
    below = (piece for piece in pieces[heading.index + 1 :] if piece.context.level and may_print(piece))
    return _heads_site(heading) and any(key(piece.text) in rests - {name} for piece in below)


def _heads_site(heading: Piece) -> bool:
    """Whether a heading leads home, or stands in the header of a site and not in an article's."""
    element = heading.context.block
    links = [link.get("href", "") for link in element.iter("a")]
    if any(link and not link.startswith("#") and urlsplit(link).path in HOME for link in links):
        return True
    around = [*element.iterancestors()]
    in_header = any(box.tag == "header" or SITE_HEADER.search(hints(box)) for box in around)
    return in_header and not any(box.tag in ("article", "main") for box in around)


def _heads_text(below: list[Piece]) -> bool:
    seen = [piece for piece in below if piece.text and not piece.context.rule]
    lines = [piece for piece in seen if link_share(piece) <= LINKED][:LINES_TO_TEXT]
    before_heading = takewhile(lambda piece: not piece.context.level, lines)
    return any(is_prose(piece) or _is_dated(piece) for piece in before_heading)


def _is_dated(piece: Piece) -> bool:
    """Whether a line is a date, or one of the boxes that make it up is, as beside the writer's name."""
    return any(is_dateline(tidy_inline(said)) for said in (piece.text, *(text for _, text in piece.runs)))


def stated_titles(metadata: Metadata) -> list[str]:
    """Everything the page calls itself, suffixes included."""
    stated = [tidy_inline(str(title)) for title in metadata.stated("headline", "title")]
    metas = [metadata.first(name) for name in TITLE_META]
    return [title[:LONGEST_TITLE] for title in [*metas, *stated, metadata.title] if title]


def _printed(pieces: list[Piece], titles: list[str]) -> list[Piece]:
    """Printed lines that are a title or the beginning of one, the likeliest first."""
    keys = [key(title) for title in titles]
    lines = [
        piece
        for piece in pieces
        if may_print(piece) and not (piece.context.level and _names_site(piece, pieces, keys))
    ]
    found = [piece for piece in lines if _share(piece, keys) >= LEAST_SHARE]
    found = found or [piece for piece in lines if _ends_title(piece, titles)]
    found = found or [piece for piece in lines if piece.context.level == 1 and _resembles(piece.text, titles)]
    return sorted(found, key=lambda piece: (-_likeliness(piece, keys), piece.index))


def _resembles(text: str, titles: list[str]) -> bool:
    """Whether a heading says in other words what the page calls itself."""
    return any(containment(text, title) >= LEAST_OVERLAP for title in titles)


def _share(piece: Piece, keys: list[str]) -> float:
    """The largest share of a title that a line makes up: at its beginning, a heading anywhere in it."""
    printed = key(piece.text)
    heading = piece.context.level in (1, 2) or _heads_post(piece)
    fitting = (title for title in keys if title.startswith(printed) or (heading and printed in title))
    return max((len(printed) / len(title) for title in fitting if printed), default=0)


def _ends_title(piece: Piece, titles: list[str]) -> bool:
    """Whether a heading, or a line in bold, is the most of a title, behind the names of site and section."""
    is_heading = piece.context.level or (piece.strong >= BOLD * len(piece.text) and not piece.links)
    ended = [title for title in titles if is_heading and title.endswith(piece.text)]
    parted = [title for title in ended if BEFORE_HEADLINE.search(title[: -len(piece.text)])]
    return any(units(piece.text) >= LEAST_SHARE * units(title) for title in parted)


def _heads_post(piece: Piece) -> bool:
    return bool(piece.context.level) and bool(POST_TITLE.search(hints(piece.context.block)))


def _likeliness(piece: Piece, keys: list[str]) -> float:
    """Headings before other lines, lines before links; the longer the better."""
    rank = {0: 1.0, 1: 3.0, 2: 2.5, 3: 2.0}.get(piece.context.level, 1.5)
    exact = key(piece.text) in keys
    return rank + exact + _share(piece, keys) - (2 if piece.links and not piece.context.level else 0)


def without_suffix(titles: list[str], metadata: Metadata) -> str:
    """The headline in stated titles: what most of them begin with, without the site's name; "" for none."""
    site = key(metadata.first("og:site_name", "application-name"))
    bare = [_cut(title, site) for title in titles]
    votes = Counter(key(title) for title in bare)
    return max(bare, key=lambda title: (votes[key(title)], len(title)), default="")


def _cut(title: str, site: str) -> str:
    """A title up to the first separator with enough before it and less behind it."""
    for mark in SUFFIX.finditer(title):
        before, behind = title[: mark.start()], title[mark.end() :]
        if units(before) >= SHORTEST and (units(behind) < units(before) or (site and site in key(behind))):
            return before
    return title


def _main_place(pieces: list[Piece]) -> int:
    """Index of the printing that the body follows: the last one of the highest rank that is no link."""
    seen = [piece for piece in pieces if not piece.context.rule]
    plain = [piece for piece in seen if not piece.links or piece.context.level] or seen
    ranked = sorted(plain, key=lambda piece: (piece.context.level or 9, -piece.index))
    return ranked[0].index if ranked else -1
