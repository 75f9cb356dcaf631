"""Spaces that a tool strewed between Han.

Where a file sets every character on its own, a tool that guesses spaces from distances prints some where
there are none: 地方政 府 對 外. Han is written without, but for names and the cells of a table.
"""

import re

WRITTEN_CLOSE = r"\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"  # Han
CLOSE = rf"[{WRITTEN_CLOSE}\u3001-\u3004\u3008-\u303f\uff01-\uff60]"  # and the marks that stand among it
STREWN = re.compile(rf"(?<={CLOSE}) (?={CLOSE})")
# A letter alone among others, as no writer parts them; beside figures stand units: 2025 年 3 月.
ALONE = re.compile(rf"(?<={CLOSE} )[{WRITTEN_CLOSE}](?= {CLOSE})")
LINE = re.compile(r"[^\n\r\f]+")
LONG = 12  # letters of a line of prose; shorter ones, set letter by letter, are headings
FEWEST_LINES, LEAST_LINES = 3, 0.1  # with such a letter, and their share of the long lines
SHORTEST_NAME, LONGEST_NAME = 2, 4  # letters, of names and cells, which may stand a space apart
NO_SPACE = "\u200b"  # of no width


def without_strewn_spaces(text: str) -> str:
    """The text with strewn spaces replaced by ones of no width, if it has many; it keeps its length."""
    long = [line for line in LINE.findall(text) if len(line) >= LONG]
    strewn = sum(ALONE.search(line) is not None for line in long)
    if strewn < FEWEST_LINES or strewn < LEAST_LINES * len(long):
        return text
    return LINE.sub(lambda line: line[0] if _are_names(line[0]) else STREWN.sub(NO_SPACE, line[0]), text)


def _are_names(line: str) -> bool:
    """Whether all that spaces part is as long as names and cells are."""
    return all(SHORTEST_NAME <= len(part) <= LONGEST_NAME for part in line.split())
