"""Spaces that a tool strewed between Han, before full-width marks, and between figures and Hangul.

Where a file sets every character on its own, a tool that guesses spaces from distances prints some where
there are none: 地方政 府 對 外. Han is written without, but for names and the cells of a table. Where figures
come from another font, it prints one behind each: 2023 년 5 월.
"""

import re

from articles.text.letters import HANGUL

WRITTEN_CLOSE = r"\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"  # Han
CLOSE = rf"[{WRITTEN_CLOSE}\u3001-\u3004\u3008-\u303f\uff01-\uff60]"  # and the marks that stand among it
STREWN = re.compile(rf"(?<={CLOSE}) (?={CLOSE})")
# A letter alone among others, as no writer parts them; beside figures stand units: 2025 年 3 月.
ALONE = re.compile(rf"(?<={CLOSE} )[{WRITTEN_CLOSE}](?= {CLOSE})")
BEFORE_MARK = re.compile(rf"(?<=[{WRITTEN_CLOSE}]) (?=[，、。；：！？」』）》])")
BEHIND_FIGURE = re.compile(rf"((?<![\d-])\d[\d,.]{{0,9}}) (?=[{HANGUL}])|(제) (?=\d)")
FIGURE_IN_WORD, FEWEST_FIGURES = re.compile(rf"\d[{HANGUL}]"), 3
LINE = re.compile(r"[^\n\r\f]+")
LONG = 12  # letters of a line of prose; shorter ones, set letter by letter, are headings
FEWEST_LINES, LEAST_LINES = 3, 0.1  # with such a letter, and their share of the long lines
SHORTEST_NAME, LONGEST_NAME = 2, 4  # letters, of names and cells, which may stand a space apart
NO_SPACE = "\u200b"  # of no width


def without_strewn_spaces(text: str) -> str:
    """The text with strewn spaces replaced by ones of no width; it keeps its length."""
    return _without_spaces_in_han(_without_spaces_behind_figures(BEFORE_MARK.sub(NO_SPACE, text)))


def _without_spaces_behind_figures(text: str) -> str:
    """A text that parts all its figures from Hangul, without the spaces that do."""
    is_strewn = sum(1 for _ in BEHIND_FIGURE.finditer(text)) >= FEWEST_FIGURES and not FIGURE_IN_WORD.search(
        text
    )
    return BEHIND_FIGURE.sub(lambda figure: figure[0][:-1] + NO_SPACE, text) if is_strewn else text


def _without_spaces_in_han(text: str) -> str:
    """A text that has spaces among Han in many lines, without them."""
    long = [line for line in LINE.findall(text) if len(line) >= LONG]
    strewn = sum(ALONE.search(line) is not None for line in long)
    if strewn < FEWEST_LINES or strewn < LEAST_LINES * len(long):
        return text
    return LINE.sub(lambda line: line[0] if _are_names(line[0]) else STREWN.sub(NO_SPACE, line[0]), text)


def _are_names(line: str) -> bool:
    """Whether all that spaces part is as long as names and cells are."""
    return all(SHORTEST_NAME <= len(part) <= LONGEST_NAME for part in line.split())
