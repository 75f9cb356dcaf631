"""Sentences that a flattened page broke at every link and bold word, put together again.

    元市長の ⏎ 某某 ⏎ 氏が会見し、 ⏎ 再開 ⏎ を発表した。

Lines are only joined when a sentence ends in the last of them and enough of them begin or end as no sentence
does.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.ingest.plain.segment import BULLETS, CAPTION_MARKS, FULL_STOP, TERMINATED, Span
from articles.ingest.plain.widths import width
from articles.text.letters import HAN, KATAKANA

# How many pieces make a sentence at most, and how wide it is at least.
MOST_PIECES = 40
LEAST_WIDTH = 20
# A line with a comma that goes on for so long and does not end is a sentence's beginning.
OPEN_WIDTH = 15

# No line begins so: closing marks, a word of grammar with the word it governs, a small letter.
STRONG_START = re.compile(
    r"[，。、；：！？」』”’）》〉】,.;:!?)\]%％](?!\s*$)|[。．！？」』”’）》】.!?)]\s*$|[的][^\W\d_]|"
    rf"(?:[はがをにでとのへも][、,{HAN}{KATAKANA}]|を|氏(?=[はがをのにとも])|さん[はがをのにとも]|"
    r"との|には|では|への|とは|からの?|までの?|による|について|として|という)|"
    r"(?:은|는|이|가|을|를|의|에|에서|으로|로|와|과|도|에는|에도|에선|에서는|으로는|까지|부터|라는|이라는|라고|이라고)\s|"
    r"고\s(?:[한했하말밝전])|[a-z]+[\s,.;]|(?:[のとやはがをにでもへ的和与與]|and|of|in|to|the)\s*$"
)
# A line may end so, and seldom does unless it goes on.
WEAK_END = re.compile(
    r"[，、；（「『“‘《〈(\[,;—]$|[的和與与及在於于由對对是為为把被從从向將将以說说稱称了]$|[のはがをにでとへも]$|[은는이가을를의에로와과도]$|"
    r"\b(?:the|an?|of|in|to|and|or|by|for|with|on|at|from|that|is|was|as|has|its?|his|her|their)$",
    re.IGNORECASE,
)
# The space between a sentence's words and those of a link in it, where a tool has kept it.
KEPT_SPACE = re.compile(r"[ \u00a0]\n")
BRACKETS = (("「", "」"), ("『", "』"), ("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))
COMMA = re.compile(r"[，、,]")
# Of the joints in a chain so many must show; a list of titles has one by chance. An end shows below so much.
LEAST_SHOWING, SHOWING_WIDTH = 0.25, 10
LINK_WIDTH = 8  # of a link in the middle of a sentence, in Han characters
MARKED = re.compile(rf"[{re.escape(BULLETS + CAPTION_MARKS)}]")


def rejoined(text: str, spans: list[Span]) -> Iterator[Span]:
    """The lines of a text, those joined that are pieces of one sentence. spans: where its lines stand."""
    chain: list[Span] = []
    for span in spans:
        if chain and not _may_follow(text, chain, span):
            yield from _settled(text, chain)
            chain = []
        chain.append(span)
    yield from _settled(text, chain)


def _may_follow(text: str, chain: list[Span], span: Span) -> bool:
    if len(chain) >= MOST_PIECES:
        return False
    return _goes_on(text, chain[-1], span) or (len(chain) > 1 and _is_link(text, *chain[-2:], span))


def _is_link(text: str, above: Span, link: Span, below: Span) -> bool:
    """Whether a line is the words of a link in a sentence that the line above it leaves open."""
    short = width(text[slice(*link)]) <= LINK_WIDTH and not FULL_STOP.search(text, *link)
    return short and text.count("\n", link[1], below[0]) == 1 and _shows(text, above, link)


def _goes_on(text: str, above: Span, below: Span) -> bool:
    """Whether something says that a line goes on in the one below it."""
    if text.count("\n", above[1], below[0]) > 1 or MARKED.match(text, *below):
        return False
    piece = text[above[0] : above[1]]
    if TERMINATED.search(piece):
        return False
    return _begins_inside(text, below) or _is_open(piece)


def _begins_inside(text: str, span: Span) -> bool:
    return STRONG_START.match(text, *span) is not None


def _is_open(piece: str) -> bool:
    long = width(piece) >= OPEN_WIDTH and (COMMA.search(piece) or FULL_STOP.search(piece)) is not None
    return (
        long
        or WEAK_END.search(piece) is not None
        or any(piece.count(a) > piece.count(b) for a, b in BRACKETS)
    )


def _settled(text: str, chain: list[Span]) -> list[Span]:
    """A chain with its pieces up to the last full stop as one line, when they make a sentence."""
    if len(chain) == 1:
        return chain
    stops = [place for place, span in enumerate(chain) if FULL_STOP.search(text, *span)]
    pieces = chain[: stops[-1] + 1] if stops else []
    showing = sum(_shows(text, above, below) for above, below in pairwise(pieces))
    if not showing or showing < LEAST_SHOWING * (len(pieces) - 1):
        return chain
    whole = (pieces[0][0], pieces[-1][1])
    return [whole, *chain[len(pieces) :]] if width(text[slice(*whole)]) >= LEAST_WIDTH else chain


def _shows(text: str, above: Span, below: Span) -> bool:
    """Whether a sentence surely goes on from one line to the next."""
    piece = text[slice(*above)]
    if _begins_inside(text, below):
        return True
    said_more = COMMA.search(piece) or FULL_STOP.search(piece)
    open_end = WEAK_END.search(piece) or KEPT_SPACE.match(text, above[1])
    return width(piece) >= SHOWING_WIDTH and bool(said_more and open_end)
