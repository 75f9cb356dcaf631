"""Which paper a page comes from, and the topics it names."""

import re

from articles.ingest.documents import Reason
from articles.ingest.html.fields.byline import spaced
from articles.ingest.html.metadata import Metadata, names_of
from articles.ingest.html.pieces import Piece, tidy_inline
from articles.ingest.html.tree import hints
from articles.text.normalise import clean_name
from articles.text.press.keywords import split_keywords
from articles.text.scripts import fold

SOURCE = re.compile(
    r"(?:來源|来源|出處|出处|稿源|轉自|转自|source)\s*[:：|｜]\s*(?P<name>[^\s|｜,，;；()（）:：]{2,24})",
    re.I,
)
TITLE_END = re.compile(r"(?:\s[-–—|｜:：]\s?|[_|｜]|[-–—])\s*(?P<name>[^-–—|｜_:：]{2,20})\s*$")
TITLE_START = re.compile(r"(?P<name>[^-–—|｜_:：]{2,20}?)\s*(?:\s[-–—|｜:：]\s?|[_|｜])")
ACCOUNT = re.compile(r"nick-?name|account[-_]?name|channel[-_]?name|(?:^|[\s_-])js_name", re.I)
KEYWORD_METAS = ("news_keywords", "article:tag", "keywords")
MOST_KEYWORDS = 20


def source_name(metadata: Metadata, head: list[Piece], headline: str) -> tuple[str, Reason]:
    """The paper and why: printed behind 来源： near the headline, else stated, else at the end of its title.

    head: the pieces around the headline, up to the body. headline: no paper's name, though titles may end
    with it.
    """
    for piece in head:
        match = SOURCE.search(spaced(piece)) if piece.text and not piece.context.rule else None
        if match:
            return clean_name(match["name"]), Reason("printed by the headline", spaced(piece))
    if account := _account(head):
        return account, Reason("named box", account)
    if stated := _stated_source(metadata):
        return clean_name(stated), Reason("stated out of sight", stated)
    name = clean_name(_source_in_title(metadata.title, headline))
    return name, Reason("in the title", metadata.title) if name else Reason("not told")


def _account(head: list[Piece]) -> str:
    """The account under whose name a platform shows the page: printed in a box that is called so."""
    runs = [run for piece in head if not piece.context.rule for run in piece.runs]
    names = (clean_name(tidy_inline(text)) for element, text in runs if ACCOUNT.search(hints(element)))
    return next(filter(None, names), "")


def _stated_source(metadata: Metadata) -> str:
    publishers = [name for value in metadata.stated("publisher") for _, name in names_of(value)]
    stated = [metadata.first("og:site_name"), *publishers, metadata.first("source", "application-name")]
    return next(filter(None, stated), "")


def _source_in_title(title: str, headline: str) -> str:
    """What the page's title ends with, or begins with when the headline stands last."""
    match = TITLE_END.search(title)
    if match and fold(match["name"]) == fold(headline):
        match = TITLE_START.match(title)
    return match["name"] if match else ""


def keywords(metadata: Metadata, text: str) -> list[str]:
    """The topics a page states. text: headline and body; a list of which nothing is in it is the site's."""
    for name in KEYWORD_METAS:
        stated = metadata.metas.get(name, ())
        found = list(dict.fromkeys(word for line in stated for word in split_keywords(line, text)))
        if any(word in text for word in found):
            return found[:MOST_KEYWORDS]
    return []
