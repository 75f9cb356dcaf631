"""Which paper a page comes from, and the topics it names."""

import re
from collections.abc import Iterator
from itertools import groupby, takewhile

from articles.ingest.documents import Reason
from articles.ingest.furniture.labels import HASHTAGS, KEYWORD_LABEL
from articles.ingest.furniture.phrase import letters
from articles.ingest.html.measures import LINKED, is_prose, link_share, speaks_of
from articles.ingest.html.metadata import Metadata, names_of
from articles.ingest.html.pieces import Piece, spaced, tidy_inline
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
TAG_PAGE = re.compile(r"/(?:tags?|hash-?tags?|keywords?)[/=][^/]", re.I)
MOST_KEYWORDS = 20  # of a page; more are written for search engines
HASHES = "#＃ "


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


def keywords(metadata: Metadata, pieces: list[Piece], text: str) -> tuple[list[str], Reason]:
    """The topics a page prints, else those it states out of sight for search engines, and why.

    text: headline and body; a list of which nothing is in it is the site's.
    """
    if printed := _printed_keywords(pieces, text):
        return printed, Reason("linked as topics", "、".join(printed))
    if stated := _stated_keywords(metadata, text):
        return stated, Reason("stated out of sight", "、".join(stated))
    return [], Reason("not told")


def _printed_keywords(pieces: list[Piece], text: str) -> list[str]:
    """The first box of topics that the text bears out, else all of them: a cloud of others is the site's."""
    seen = [piece for piece in pieces if piece.text and not piece.context.hidden]
    found = list(_topics(seen, text))
    boxes = [*(list(box) for _, box in groupby(found, key=lambda topic: topic[0])), found]
    lists = [list(dict.fromkeys(word for _, word in box)) for box in boxes]
    fitting = next((words[:MOST_KEYWORDS] for words in lists if _is_borne_out(words, text)), [])
    return [word.strip(HASHES) for word in fitting]


def _is_borne_out(words: list[str], text: str) -> bool:
    """Whether the text has half of the words, of Latin ones a beginning: Rivers, of river regimes.

    Of hashtags, which are written without spaces and for the one text that they stand below, it has one.
    """
    told, bare = fold(text), [word.strip(HASHES) for word in words]
    unspaced = told.replace(" ", "")
    said = sum(
        fold(word) in told or fold(word) in unspaced or (word.isascii() and speaks_of(word, text))
        for word in bare
    )
    hashed = all(word.startswith(tuple("#＃")) for word in words)
    return said > 0 if hashed else 2 * said >= len(words) > 0


def _topics(seen: list[Piece], text: str) -> Iterator[tuple[object, str]]:
    """The words linked or written behind a label that says so, or linked as tags, each with its box.

    Categories are the site's sections.
    """
    for place, piece in enumerate(seen):
        box = piece.context.block.getparent()
        for word in [*linked_topics(piece), *_written_topics(piece, text)]:
            yield box, word
        if KEYWORD_LABEL.fullmatch(piece.text):
            for below in _siblings(seen[place + 1 :]):
                for word in linked_topics(below, is_labelled=True):
                    yield box, word


def _written_topics(piece: Piece, text: str) -> list[str]:
    """The words of a line of hashtags, or behind a label and a colon, without links."""
    if piece.links or piece.context.level:
        return []
    label = KEYWORD_LABEL.match(piece.text)
    is_list = HASHTAGS.match(piece.text) or (label and label.group().rstrip().endswith((":", "：", "#")))
    if not is_list or is_prose(piece):
        return []
    return split_keywords(piece.text[label.end() if label else 0 :], text)


def linked_topics(piece: Piece, is_labelled: bool = False) -> Iterator[str]:
    """The words of a line that are linked as tags, or below or behind a label."""
    if not piece.links:
        return
    is_list = not is_prose(piece)
    is_labelled = is_labelled or _are_hashtags(piece)
    for element, text in piece.runs:
        said = tidy_inline(text)
        link = element if element.tag == "a" else next(element.iterancestors("a"), None)
        if link is None and letters(said):
            is_labelled = KEYWORD_LABEL.fullmatch(said) is not None
        elif link is not None and letters(said) and (is_labelled or _is_tag(link, is_list)):
            yield said


def _are_hashtags(piece: Piece) -> bool:
    """Whether the links of a line are words with a hash before each."""
    begins = piece.text.startswith(tuple("#＃"))
    return begins and link_share(piece) > LINKED and HASHTAGS.match(spaced(piece)) is not None


def _siblings(below: list[Piece]) -> Iterator[Piece]:
    """The first of the pieces and those that stand in the same box, as far as they are links."""
    home = below[0].context.block.getparent() if below else None
    return takewhile(lambda piece: piece.links and piece.context.block.getparent() is home, below)


def _is_tag(link, is_list: bool) -> bool:
    """Whether a link says that it leads to a tag. is_list: of its line, for stories link names so too."""
    kinds = (link.get("rel") or "").split()
    leads = is_list and TAG_PAGE.search(link.get("href") or "") is not None
    return ("tag" in kinds or leads) and "category" not in kinds


def _stated_keywords(metadata: Metadata, text: str) -> list[str]:
    for name in KEYWORD_METAS:
        stated = metadata.metas.get(name, ())
        found = list(dict.fromkeys(word for line in stated for word in split_keywords(line, text)))
        if any(word in text for word in found):
            return found[:MOST_KEYWORDS]
    return []
