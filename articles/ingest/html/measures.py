"""What a piece of a page measures: its length, how much of it is linked, whether it is prose, its weight."""

import re
from functools import lru_cache

from articles.ingest.html.pieces import Piece
from articles.text.letters import HAN, HANGUL, KANA, KATAKANA
from articles.text.scripts import fold

SENTENCE = re.compile(r"[。！？!?…」』”]|[.．](?=\s|$|[\"'’”)])|[，,、；;].*[，,、；;]")
SENTENCE_END = re.compile(r"[。！？!?.…．」』”\"'’)）]\s*$")
HAN_OR_KANA = re.compile(f"[{HAN}{KANA}]")
WORD = re.compile(rf"[^\W_{HAN}{KANA}]+")
UNITS_OF_A_WORD = 2  # a word of Latin or Hangul says as much as two Han characters
FULL_STOP = re.compile(r"[。！？!?.．]$")
BETWEEN_WORDS = re.compile(r"[\s·・•｜|/]+")  # 延伸 · 推薦
FEWEST_LINKS = 2  # in a line that lists linked names
# How a line says that somebody paid for it.
ADVERT = re.compile(r"^\W*(?:[廣广]告|推[廣广]|[贊赞]助|sponsored|advertis)", re.I)
SHORTEST_PROSE = 16  # units; a shorter line is prose only between other prose
SHORTEST_TITLE = 8  # units; shorter links are names of sections
LONG_LINE = 60  # units; so long a line is prose even without a full stop
LINKED = 0.5  # share of characters in links from which a line is a link
COST_OF_LINE = 6  # units that a line which is no prose costs its box
COST_OF_ENTRY = 2  # units that an item of a list costs: stories have lists too
MOST_COST_OF_LINK = 24  # units; a long linked headline costs no more than four short links
# What stands for words: two Han characters or katakana, the beginnings of other words; endings tell nothing.
# Nor do the words that every English sentence has.
EVERYWHERE = r"(?:this|that|these|those|with|from|have|been|were|will|your|they|their|them|when|what|than)\b"
WORD_BEGINNING = re.compile(
    rf"(?=([{HAN}]{{2}}|[{KATAKANA}]{{2}}|(?<![a-z])(?!{EVERYWHERE})[a-z]{{4}}|(?<![{HANGUL}])[{HANGUL}]{{2}}))"
)
LEAST_SHARED = 0.15  # of them; texts on one story repeat its names, other texts share a word by chance
NO_LETTER = re.compile(r"[\W_]+")
FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "menu"})


@lru_cache(maxsize=2048)
def units(text: str) -> int:
    """Length in reading units: Han characters and kana one each, a word of other scripts two."""
    return len(HAN_OR_KANA.findall(text)) + UNITS_OF_A_WORD * len(WORD.findall(text))


def link_share(piece: Piece) -> float:
    return piece.links / max(len(piece.text), 1)


def is_prose(piece: Piece) -> bool:
    """Whether a line is part of a running text: long enough, with the marks of sentences, not a link."""
    if piece.is_picture or piece.context.level or link_share(piece) > LINKED:
        return False
    length = units(piece.text)
    return length > LONG_LINE or (length >= SHORTEST_PROSE and bool(SENTENCE.search(piece.text)))


def is_worded(piece: Piece) -> bool:
    """Whether a line of links reads as text: a linked sentence, or linked names with words between them."""
    if ADVERT.match(piece.text):
        return False
    if units(piece.text) >= SHORTEST_PROSE and FULL_STOP.search(piece.text):
        return True
    linked = {element for element, _ in piece.runs if element.tag == "a"}
    return len(linked) >= FEWEST_LINKS and piece.links < len(BETWEEN_WORDS.sub("", piece.text))


def weight(piece: Piece) -> float:
    """What a piece speaks for its box being the body's, in reading units."""
    if piece.is_picture:
        return 0
    length = units(piece.text)
    if is_prose(piece):
        return length
    if link_share(piece) > LINKED and not is_worded(piece):
        return -min(COST_OF_LINE + length / 2, MOST_COST_OF_LINK)
    if SENTENCE_END.search(piece.text):
        return length - 1
    return -COST_OF_ENTRY if _is_entry(piece) else -COST_OF_LINE


def _is_entry(piece: Piece) -> bool:
    """A heading, or a plain line of a list or table: a text may hold many of them."""
    context = piece.context
    return bool(context.level or context.item is not None or context.cell is not None)


def lineage(piece: Piece):
    """The elements a piece stands in, from the innermost out."""
    element = piece.context.block
    while element is not None:
        yield element
        element = element.getparent()


def key(text: str) -> str:
    """Letters and digits alone, folded: for telling whether two printings are the same."""
    return NO_LETTER.sub("", fold(text))


def speaks_of(text: str, story: str) -> bool:
    """Whether a text shares words with a story; a notice of the page's services does not."""
    return shared_words(text, story) >= LEAST_SHARED


def shared_words(text: str, story: str) -> float:
    """The share of a text's words that a story says too; 1 for a text without words."""
    words, told = (set(WORD_BEGINNING.findall(fold(one))) for one in (text, story))
    return len(words & told) / len(words) if words else 1.0
