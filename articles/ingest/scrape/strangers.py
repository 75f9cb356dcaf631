"""Stretches at the rims of a body that speak of something else: a page's notices, its rules for comments.

Bare lines part the stretches: cross-headings inside a story, labels of what stands around one. A story
shares words with its headline and with itself; a house that speaks of its own matters shares none.
"""

import re
from functools import lru_cache

from articles.ingest.furniture.players import RULE as PLAYER
from articles.ingest.scrape.headline import echo_words, find_headline
from articles.ingest.scrape.lines.lists import HEADING_WIDTH
from articles.ingest.scrape.page import LineRun, Page
from articles.text.letters import HANGUL, HIRAGANA

# Pairs with Hiragana are grammar, which all texts share, as the ends of Korean words are.
GRAMMAR = re.compile(f"[{HIRAGANA}{HANGUL}]")
KOREAN_WORD = re.compile(rf"(?<![{HANGUL}])[{HANGUL}]{{2}}")
# Parts of labelled stories share 3 words in 100 and more with what is told above them, short ends of stories
# 1.5, rules for comments .6.
LEAST_SHARED, LEAST_OF_PART = 0.01, 0.03
# Ends of stories behind links share 8 words in 100 with the rest and more, and three at least.
FEWEST_SHARED, LEAST_ALIKE = 3, 0.08
# A stretch of fewer words may be a story's sentence about something new.
FEWEST_WORDS = 12
# What stands above a stranger is an article by itself, in Han characters: two short sentences at least.
LEAST_ABOVE = 30
REMEMBERED = 64  # stretches; each is asked about more than once
# How the last paragraph of a story names who edited it: （編輯：某某）1141002, （责任编辑：某某）
EDITED = re.compile(r"[（(](?:[责責]任?)?[编編][辑輯審审]?\s?[:：／/][^（()）]{2,20}[）)]\d{0,8}$")
# How lines of a story end that are no sentences: items, clauses, calls.
ENDS = re.compile(r"[，、；：,;:。．！？!?][」』”’）)]*$")


def without_strangers(page: Page, run: LineRun) -> LineRun:
    """The run without a first stretch that shares no word, and without all from a stranger on.

    What an editor signs is the story's. Where more of the story stands below a stretch than above it, or a
    part that surely is the story's, or hardly anything above, it is no stranger.
    """
    stretches = _stretches(page, run)
    if page.verses or len(stretches) == 1:
        return run
    headline = find_headline(page, run)
    known = _words(headline.text) if headline else set()
    first = _begins_apart(page, stretches, known)
    known = known | _words_of(page, stretches[first])
    end, above, beyond, is_parted = stretches[first].stop, _told_width(page, stretches[first]), 0.0, False
    for stretch in stretches[first + 1 :]:
        if above >= LEAST_ABOVE and _is_strange(page, stretch, known):
            is_parted = True
            continue
        words = _words_of(page, stretch)
        is_parted = is_parted and not _is_alike(words, known, LEAST_OF_PART)
        known = known | words
        beyond += _told_width(page, stretch)
        if not is_parted or beyond > above:
            end, above, beyond, is_parted = stretch.stop, above + beyond, 0.0, False
    return LineRun(stretches[first].start, run.last if end == stretches[-1].stop else end - 1, run.worth)


def shares_words(page: Page, run: LineRun, part: LineRun, least: float = LEAST_ALIKE) -> bool:
    """Whether so many words of a part are those of another that both speak of the same.

    least: the share of the part's words.
    """
    words, others = (_words_of(page, range(lines.first, lines.last + 1)) for lines in (part, run))
    return _is_alike(words, others, least)


def _is_alike(words: set[str], others: set[str], least: float) -> bool:
    shared = len(words & others)
    return shared >= FEWEST_SHARED and shared >= least * len(words)


def _is_strange(page: Page, stretch: range, known: set[str]) -> bool:
    words = _words_of(page, stretch)
    shares = len(words & known) >= LEAST_SHARED * len(words)
    return len(words) >= FEWEST_WORDS and not (shares or EDITED.search(page.lines[stretch[-1]].text))


def _told_width(page: Page, stretch: range) -> float:
    return sum(page.lines[number].width for number in stretch if page.is_told(page.lines[number]))


def _begins_apart(page: Page, stretches: list[range], known: set[str]) -> int:
    """1 where the first stretch, a line, shares no word with headline or story, else 0."""
    first, *rest = (_words_of(page, stretch) for stretch in stretches)
    return int(len(stretches[0]) == 1 and not first & known.union(*rest))


def _stretches(page: Page, run: LineRun) -> list[range]:
    """The lines of a run between its bare ones; the first begins with the run."""
    found, start, end = [], run.first, run.first
    for number in range(run.first, run.last + 1):
        line = page.lines[number]
        if _interrupts(page, number):
            continue
        if (
            page.is_told(line)
            or line.width > HEADING_WIDTH
            or ENDS.search(line.text)
            or page.captions[number]
            or number in page.in_tables
        ):
            if start is None:
                start = number
            end = number + 1
        elif start is not None:
            found.append(range(start, end))
            start = None
    return found if start is None else [*found, range(start, end)]


def _interrupts(page: Page, number: int) -> bool:
    """Whether an advert or a player stands there, which a story goes on below."""
    return page.rules[number] == PLAYER or page.is_advert(number)


def _words_of(page: Page, stretch: range) -> set[str]:
    told = (page.lines[number].text for number in stretch if not _interrupts(page, number))
    return _words(" ".join(told))


@lru_cache(REMEMBERED)
def _words(text: str) -> set[str]:
    words = {word for word in set(echo_words(text)) if not GRAMMAR.search(word)}
    return words.union(KOREAN_WORD.findall(text))
