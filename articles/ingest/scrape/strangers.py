"""Stretches at the rims of a body that speak of something else: a page's notices, its rules for comments.

Bare lines part the stretches: cross-headings inside a story, labels of what stands around one. A story
shares words with its headline and with itself; a house that speaks of its own matters shares none.
"""

import re

from articles.ingest.furniture.players import RULE as PLAYER
from articles.ingest.scrape.headline import echo_words, find_headline
from articles.ingest.scrape.page import HEADING_WIDTH, LineRun, Page
from articles.text.letters import HANGUL, HIRAGANA

# Pairs with Hiragana are grammar, which all texts share, as the ends of Korean words are.
GRAMMAR = re.compile(f"[{HIRAGANA}{HANGUL}]")
KOREAN_WORD = re.compile(rf"(?<![{HANGUL}])[{HANGUL}]{{2}}")
# Parts of labelled stories share 3 words in 100 and more with what is told above them, rules for comments .6.
LEAST_SHARED = 0.02
# A stretch of fewer words may be a story's sentence about something new.
FEWEST_WORDS = 12
# How lines of a story end that are no sentences: items, clauses, calls.
ENDS = re.compile(r"[，、；：,;:。．！？!?][」』”’）)]*$")


def without_strangers(page: Page, run: LineRun) -> LineRun:
    """The run without a first stretch that shares no word, and without all from a stranger on."""
    stretches = _stretches(page, run)
    if page.verses or len(stretches) == 1:
        return run
    headline = find_headline(page, run)
    known = _words(headline.text) if headline else set()
    first = _begins_apart(page, stretches, known)
    known |= _words_of(page, stretches[first])
    for above, stretch in zip(stretches[first:], stretches[first + 1 :], strict=False):
        words = _words_of(page, stretch)
        if len(words) >= FEWEST_WORDS and len(words & known) < LEAST_SHARED * len(words):
            return LineRun(stretches[first].start, above.stop - 1, run.worth)
        known |= words
    return LineRun(stretches[first].start, run.last, run.worth)


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


def _words(text: str) -> set[str]:
    words = {word for word in echo_words(text) if not GRAMMAR.search(word)}
    return words.union(KOREAN_WORD.findall(text))
