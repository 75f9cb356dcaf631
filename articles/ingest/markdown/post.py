"""The pieces of a post's body: which are the article, which hold its fields, which are the feed's furniture.

A post holds one article and little else, so everything stays but what is known to be something else.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from articles.ingest.documents import Removed
from articles.ingest.furniture.notes import is_note, is_rights
from articles.ingest.furniture.phrases import LEGAL, tool_rule
from articles.ingest.html.fields.byline import linked_authors
from articles.ingest.html.fields.name_boxes import READING
from articles.ingest.html.fields.source import linked_topics
from articles.ingest.html.figures import mark_captions
from articles.ingest.html.line_kinds import furniture_rule, is_byline, is_dateline
from articles.ingest.html.measures import (
    FURNITURE_TAGS,
    is_prose,
    lineage,
    link_share,
    speaks_of,
    units,
)
from articles.ingest.html.pieces import Piece, parted
from articles.ingest.html.selection.density import Boxes
from articles.ingest.html.selection.edges import is_end_mark, parent_of
from articles.ingest.html.selection.pull_quotes import echoes, is_named_so
from articles.ingest.html.tree import STRONG
from articles.ingest.markdown.captions import in_small_print, mark_small_captions
from articles.text.names.persons import looks_like_name, names_apart
from articles.text.normalise import clean_name
from articles.text.press.bylines import Byline, find_byline, unspaced
from articles.text.press.dates import find_dates
from articles.text.press.posted import find_byline_beside, names_beside
from articles.text.scripts import fold

LONGEST_CALL = 60  # reading units of a sentence in a box that calls to something
LONGEST_LEAD = 16  # characters above or beside the titles of other posts
LINKED = 0.5  # share of characters in links, from which a line leads elsewhere
LONGEST_DATELINE = 60  # characters of one with a label
FRONT = 4  # pieces above the first prose, and below it, in which date and byline stand
MOST_STRAY_LINES = 2  # below a heading that has no text of its own
DATE_LABEL = re.compile(
    r"^\s*(?:日期|時間|时间|發[布佈表]時間|发[布表]时间|date|published|posted)\s*[:：]", re.IGNORECASE
)
# How blogs date and sign their posts: Posted on October 9, 2025 by Miriam Castellane
POSTED = re.compile(
    r"\s*(?:posted|published|written|submitted|by|on)\b|\s*(?:發[布佈表]|发[布表]|\d)", re.IGNORECASE
)
# Where a platform has it, as a link: 發佈於某某專欄
POSTED_IN = re.compile(r"\s*(?:發[佈布表]於|发[布表]于)")
EDITORS = re.compile(r"[責责][編编]|[網网][編编]|編輯|编辑|校[對对]|審[校核]|审[校核]|editor", re.IGNORECASE)
MOST_ABOUT_WRITER = 2  # paragraphs
LONGEST_BUTTON = 16  # characters: Leave a comment
LONGEST_LABEL = 24  # characters around the names of a byline
# The title of a film that the post no longer holds.
FILM = re.compile(r"^\s*(?:視頻|视频|影片|動画|영상|video)\s*[:：【\[|｜]", re.IGNORECASE)
# Where a note is filed: a few words and its tags.
FILED = re.compile(r"(?:[^\s#]{1,30}\s){0,6}(?:#[^\s#]{1,40}\s?){1,20}")
SENTENCE_END = re.compile(r"[。！？!?][」』”）)]*$")
# A reader's remark below a post of a board (PTT): 推 someone: well said 07/09 10:52
REMARK = re.compile(r"(?:推|噓|嘘|→)\s+[A-Za-z][A-Za-z0-9]{1,11}\s?[:：]\s")
# The head of such a post, its fields one behind the other: 作者: …　看板: …　標題: …　時間: …
BOARD_HEAD = re.compile(
    r"作者\s?[:：]?\s.{1,80}?(?:看板|站[內内]|[標标][題题])\s?[:：]?\s.{1,200}?[時时][間间]\s?[:：]?\s(?P<time>.{8,40})$"
)
DIVIDED = re.compile(r"\s[|｜·•]\s")  # the links of a row
SMALL_PRINT = "small print"
WORDLESS = re.compile(r"\W")


@dataclass
class Post:
    """A post's body taken apart. kept: the article's pieces. removed: the others, with their rules.

    names: people its lines print as authors. introduced: those whom its last lines introduce. keywords: what
    it is tagged with. date_lines: lines that print its date. notes: the makers' lines among those kept.
    """

    kept: list[Piece] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    introduced: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    date_lines: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)


def read_post(pieces: list[Piece], headline: str, authors: list[str]) -> Post:
    """Take a post's body apart.

    headline: from the front matter or the title line; repeated in the body it is left out. authors: whom the
    front matter states, as it is written.
    """
    post = Post(keywords=_tagged(pieces))
    rules = _rules(pieces, headline, authors)
    told = [piece.index for piece in pieces if is_prose(piece) and not piece.context.ancillary]
    prose = [place for place in told if not rules[place]] or [0]
    for place, piece in enumerate(pieces):
        if place <= prose[0] + FRONT or place >= prose[-1]:
            rules[place] = rules[place] or _field_rule(piece, post)
    for told_again in _pull_quotes([piece for piece in pieces if not rules[piece.index]]):
        rules[told_again] = "pull quote"
    post.kept, post.removed = parted(pieces, lambda piece: rules[piece.index])
    post.names = post.names or linked_authors(pieces)
    post.introduced += [piece.text for piece in pieces[_box_of_writer(pieces) + 1 :][:1]]
    for piece in filter(_is_below_last_rule, post.kept):
        if name := _introduces(piece):
            post.introduced.append(name)
            post.notes.add(piece.text)
    mark_captions(post.kept)
    mark_small_captions(post.kept)
    return post


def _pull_quotes(pieces: list[Piece]) -> set[int]:
    """The indexes of the post's own words, quoted in a box of their own; a list of its points has several."""
    boxes = Counter(parent_of(piece) for piece in pieces if piece.context.quoted)
    alone = {piece.index for piece in pieces if boxes[parent_of(piece)] == 1 or is_named_so(piece)}
    return echoes(pieces) & alone


def _rules(pieces: list[Piece], headline: str, authors: list[str]) -> list[str]:
    """For each piece the rule that leaves it out, "" for none."""
    box = _box_of_writer(pieces)
    boxes, tail = Boxes(pieces), min(_tail(pieces[:box]), _calls(pieces, headline, authors))
    insets = _insets(pieces) | _crumbs(pieces, headline)
    told = [place for place, piece in enumerate(pieces) if is_prose(piece) and not boxes.in_furniture(piece)]
    rules = [
        _rule_against(piece, boxes, headline)
        or ("links" if piece.index in insets else "")
        or ("byline" if told and place < told[0] and piece.text in authors else "")
        or ("furniture" if told and place > told[-1] and _is_beside(piece, boxes) else "")
        or ("after the body" if place >= tail and not is_note(piece.text) else "")
        for place, piece in enumerate(pieces)
    ]
    captions = [place for place in range(1, len(pieces)) if pieces[place - 1].is_picture]
    return ["" if rule == SMALL_PRINT and place in captions else rule for place, rule in enumerate(rules)]


def _insets(pieces: list[Piece]) -> set[int]:
    """The indexes of what stands in quotations of links alone: a label, and titles of other posts."""
    quoted = [piece for piece in pieces if piece.context.quoted and piece.text]
    found: set[int] = set()
    for _, group in groupby(quoted, key=_quotation):
        said = list(group)
        plain = sum(len(piece.text) - piece.links for piece in said)
        titles = any(piece.links for piece in said) and not any(map(_is_sentence, said))
        if titles and plain <= LONGEST_LEAD:
            found.update(piece.index for piece in said)
    return found


def _crumbs(pieces: list[Piece], headline: str) -> set[int]:
    """The indexes of the links above the place where a post prints its headline again, as its page did."""
    printed = [piece.index for piece in pieces if piece.context.level == 1 and _same(piece.text, headline)]
    above = pieces[: printed[0]] if printed else []
    return {piece.index for piece in above if link_share(piece) > LINKED and not is_prose(piece)}


def _quotation(piece: Piece):
    """The outermost quotation that a piece stands in."""
    return [box for box in lineage(piece) if box.tag == "blockquote"][-1:]


def _is_sentence(piece: Piece) -> bool:
    return SENTENCE_END.search(piece.text) is not None


def _is_beside(piece: Piece, boxes: Boxes) -> bool:
    """Whether prose stands in a box of its own, about the author or of readers' remarks."""
    return is_prose(piece) and not is_note(piece.text) and boxes.in_furniture(piece)


def _box_of_writer(pieces: list[Piece]) -> int:
    """Where a box about the writer ends a post: a portrait, the same name as a heading, and little below it.

    The number of pieces where none does.
    """
    headed = [place for place, piece in enumerate(pieces) if piece.context.level]
    place = headed[-1] if headed else 0
    named = place > 0 and pieces[place - 1].is_picture and pieces[place - 1].alt == pieces[place].text
    if not named or not looks_like_name(pieces[place].text):
        return len(pieces)
    told = sum(map(is_prose, pieces[place + 1 :]))
    return place - 1 if told <= MOST_ABOUT_WRITER else len(pieces)


def _calls(pieces: list[Piece], headline: str, authors: list[str]) -> int:
    """Where the house speaks below the post's last rule: no sentence there shares words with the story, or
    begins with the name of its writer.
    """
    place = next((place for place, piece in enumerate(pieces) if _is_below_last_rule(piece)), len(pieces))
    story = " ".join([headline, *(piece.text for piece in pieces[:place])])
    said = [piece for piece in pieces[place:] if is_prose(piece)]
    told = sum(units(piece.text) for piece in pieces[:place] if is_prose(piece))
    speaks = any(
        is_note(piece.text)
        or speaks_of(piece.text, story)
        or _introduces(piece)
        or piece.text.startswith(tuple(authors))
        for piece in said
    )
    speaks = speaks or told < sum(units(piece.text) for piece in said)
    return len(pieces) if speaks or not said or not place else place


def _is_below_last_rule(piece: Piece) -> bool:
    above = [element for box in lineage(piece) for element in box.itersiblings("hr", preceding=True)]
    below = [element for box in lineage(piece) for element in box.itersiblings("hr")]
    return bool(above) and not below


def _introduces(piece: Piece) -> str:
    """The name in bold that a line begins with which says who its bearer is; "" for any other line."""
    element, said = next(((element, text) for element, text in piece.runs if text.strip()), (None, ""))
    names = (
        names_apart(READING.sub("", said.strip())) if element is not None and element.tag in STRONG else []
    )
    return unspaced(names[0]) if len(names) == 1 and len(piece.text) > 2 * len(said) else ""


def _rule_against(piece: Piece, boxes: Boxes, headline: str) -> str:
    """The rule that leaves a piece out, "" for none."""
    if piece.context.rule:
        return piece.context.rule
    if piece.text and (_same(piece.text, headline) or _heads(piece, headline)):
        return "headline repeated"
    if rule := tool_rule(piece.text):
        return rule
    if _is_button(piece):
        return "share"
    if REMARK.match(piece.text):
        return "readers"
    if in_small_print(piece):
        return SMALL_PRINT
    if is_rights(piece.text):
        return LEGAL.rule
    if _leads_elsewhere(piece):
        return "links"
    if FILM.match(piece.text) and not piece.text.endswith("。"):
        return "film"
    if is_prose(piece) and (is_note(piece.text) or units(piece.text) > LONGEST_CALL):
        return "furniture" if _in_frame(piece) else ""
    return "furniture" if boxes.in_furniture(piece) and not piece.context.caption else ""


def _leads_elsewhere(piece: Piece) -> bool:
    """Whether a line is a label and links to other posts: 推薦閱讀：…"""
    rule = furniture_rule(piece) if piece.links else ""
    return rule == "navigation" or (rule == "related" and link_share(piece) > LINKED)


def _is_button(piece: Piece) -> bool:
    """Whether a line is nothing but a button of the platform that showed the post, or a count beside one."""
    context = piece.context
    if piece.is_picture or context.level or context.item is not None or context.cell is not None:
        return False
    return len(piece.text) <= LONGEST_BUTTON and (
        not any(map(str.isalpha, piece.text)) or furniture_rule(piece) in ("share", "counter")
    )


def _same(text: str, headline: str) -> bool:
    return bool(headline) and WORDLESS.sub("", fold(text)) == WORDLESS.sub("", fold(headline))


def _heads(piece: Piece, headline: str) -> bool:
    """Whether a heading of the first rank is the headline without the name of its site behind it."""
    own, stated = (WORDLESS.sub("", fold(text)) for text in (piece.text, headline))
    return piece.context.level == 1 and bool(own) and stated.startswith(own)


def _in_frame(piece: Piece) -> bool:
    return any(element.tag in FURNITURE_TAGS for element in lineage(piece))


def _field_rule(piece: Piece, post: Post) -> str:
    """The rule of a line near the head or the end that holds a field. Editors' lines stay, as notes."""
    text = piece.text
    if head := BOARD_HEAD.match(text):
        post.date_lines.append(head["time"])
        return "label"
    if _dates_post(text):
        post.date_lines.append(text)
        post.names = post.names or names_beside(text, find_dates(text))
        return "date"
    if _is_signed_date(text, post):
        return "date"
    byline = find_byline(text) if len(text) <= LONGEST_DATELINE else None
    if byline and not post.names:
        post.names += byline.names
        return _byline_rule(text, byline, post)
    if POSTED_IN.match(text) and link_share(piece) > LINKED:
        return "links"
    return "links" if piece.links and not is_prose(piece) and (find_dates(text) or _is_row(piece)) else ""


def _is_row(piece: Piece) -> bool:
    """Whether a line is a row of links and little else: the original | an archive."""
    return piece.links > LINKED * len(WORDLESS.sub("", piece.text)) and DIVIDED.search(piece.text) is not None


def _is_signed_date(text: str, post: Post) -> bool:
    """Whether a line posts the text in its first word: its date and writer are read."""
    dates = find_dates(text) if len(text) <= LONGEST_DATELINE and POSTED.match(text) else []
    byline = find_byline_beside(text, dates)
    if byline:
        post.date_lines.append(text)
        post.names = post.names or list(byline.names)
    return byline is not None


def _byline_rule(text: str, byline: Byline, post: Post) -> str:
    """A line that names editors or translators too stays as a note; prose by its author stays as it is."""
    others = len(text) - sum(end - start for start, end in byline.spans)
    if EDITORS.search(text) or is_note(text):
        post.notes.add(text)
        return ""
    return "byline" if is_byline(text) and others <= LONGEST_LABEL else ""


def _dates_post(text: str) -> bool:
    is_labelled = len(text) <= LONGEST_DATELINE and DATE_LABEL.match(text) and find_dates(text)
    return bool(is_labelled) or is_dateline(text) or bool(names_beside(text, find_dates(text)))


def _tail(pieces: list[Piece]) -> int:
    """Where what follows the article begins: links, furniture, and headings with nothing below them."""
    end = _other_articles(pieces)
    while end and _is_trailing(pieces[end - 1]):
        end -= 1
    for place in range(end - 1, max(end - 2 - MOST_STRAY_LINES, 0), -1):
        if is_prose(pieces[place]) or _goes_on(pieces, place):
            break
        if pieces[place].context.level:
            return place
    return end


def _other_articles(pieces: list[Piece]) -> int:
    """Where other articles, or the line of rights, begin behind all prose; the end when neither does."""
    behind = takewhile(
        lambda piece: not is_prose(piece) or is_note(piece.text) or is_rights(piece.text), reversed(pieces)
    )
    ends = (piece.index for piece in behind if is_end_mark(piece) or is_rights(piece.text))
    return min(ends, default=len(pieces))


def _goes_on(pieces: list[Piece], place: int) -> bool:
    """Whether a line is a sentence, though a short one, that shares words with what stands above it."""
    story = " ".join(piece.text for piece in pieces[:place] if is_prose(piece))
    return SENTENCE_END.search(pieces[place].text) is not None and speaks_of(pieces[place].text, story)


def _is_trailing(piece: Piece) -> bool:
    if piece.is_picture or not piece.text or is_note(piece.text):
        return False
    return (
        link_share(piece) > LINKED
        or bool(furniture_rule(piece) or tool_rule(piece.text))
        or FILED.fullmatch(piece.text) is not None
        or in_small_print(piece)
        or _in_frame(piece)
    )


def _tagged(pieces: list[Piece]) -> list[str]:
    """The texts of links that say they are tags, or stand behind a label that says so."""
    names = [clean_name(word) for piece in pieces for word in linked_topics(piece)]
    return list(dict.fromkeys(filter(None, names)))
