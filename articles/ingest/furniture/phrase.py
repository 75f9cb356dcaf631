"""A row of the tables of furniture: what gives a kind of line away, up to which length, and why."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """A kind of line that is none of the story.

    rule: the name in the record of removals. longest: the width, in Han characters, up to which the
    patterns may be trusted. why: the reason. patterns: what gives it away, any of them.
    """

    rule: str
    longest: int
    why: str
    patterns: tuple[str, ...]

    def __post_init__(self):
        object.__setattr__(self, "search", re.compile("|".join(self.patterns), re.IGNORECASE).search)


def any_of(words: str) -> str:
    """A pattern that matches any of the words, which are parted by spaces."""
    return f"(?:{'|'.join(words.split())})"
