"""A row of the table of furniture: what gives a kind of line away, up to which length, and why."""

import re
from dataclasses import dataclass

from articles.text.press.byline_patterns import narrowed

NEVER = r"(?!)"


@dataclass(frozen=True)
class Phrase:
    """A kind of line that is none of the story.

    rule: the name in the record of removals. longest: the width, in Han characters, up to which the
    patterns may be trusted (0: they are asked of no text alone); nothing longer is looked at. why: the
    reason. patterns: what gives it away, any of them.

    Where a page tells its lines from prose, links and headings by its tags, less is asked of words.
    label: what such a line begins with. words: what makes up a share of such a line's letters; half of
    them for words that a list's item may hold too (外界關注的三個問題, Share the last orange).

    All are written in Simplified characters and half-width marks and ask `narrowed` text.
    """

    rule: str
    longest: int
    why: str
    patterns: tuple[str, ...] = ()
    label: str = ""
    words: str = ""
    share: float = 0.5

    def __post_init__(self):
        asked = {"_said": "|".join(self.patterns), "_label": self.label, "_words": self.words}
        for name, pattern in asked.items():
            object.__setattr__(self, name, compiled(pattern or NEVER))

    def says(self, text: str, width: float) -> bool:
        """Whether the patterns give a line away. text: narrowed."""
        return width <= self.longest and self._said.search(text) is not None

    def makes_up(self, text: str, least: float) -> bool:
        """Whether a line of a page that is no prose is this. least: share of its letters, 0 to 1."""
        if label := self._label.search(text):
            return letters(label.group()) >= least * letters(text)
        matches = self._words.findall(text)
        return bool(matches) and letters("".join(matches)) >= max(self.share, least) * letters(text)


def compiled(pattern: str) -> re.Pattern:
    """A pattern that asks narrowed text, upper and lower case alike."""
    return re.compile(narrowed(pattern), re.IGNORECASE)


def any_of(words: str) -> str:
    """A pattern that matches any of the words, which are parted by spaces."""
    return f"(?:{'|'.join(words.split())})"


def letters(text: str) -> int:
    """How many characters of a text are letters."""
    return sum(map(str.isalpha, text))
