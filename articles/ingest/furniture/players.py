"""Players of sound and pictures as they look in the lines of a page: buttons, times, titles that come next.

None of their words is sure by itself; a player is a run of lines with several of them, or with a sure one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.ingest.furniture.phrases import (
    PLAYER,
    PLAYERS_BUTTON,
    PLAYERS_NEXT,
    PLAYERS_TIME,
    REMEMBERED,
)
from articles.ingest.plain.widths import width
from articles.text.press.byline_patterns import narrowed

RULE = PLAYER.rule
# What stands between two lines of a player at most, in lines and their width in Han characters; and between
# two sure ones: the menus of video.js have sixty colours and sizes, of one or two words each.
MOST_BETWEEN, WIDEST = 6, 20
MOST_IN_MENUS, WIDEST_IN_MENUS = 60, 8
STOPS = "。.！!？?"


def player_lines(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that players print. lines: all lines of a page, in order."""
    return {number for run in _runs(lines) for number in run}


def _runs(lines: Sequence[str]) -> Iterator[range]:
    run: list[tuple[int, str]] = []
    for seed in _seeds(lines):
        if run and not _goes_on(lines, run[-1], seed):
            yield from _player(lines, run)
            run = []
        run.append(seed)
    yield from _player(lines, run)


def _seeds(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that a player may print, each with its kind."""
    for number, line in enumerate(lines):
        if kind := _kind(line):
            yield number, kind


@lru_cache(REMEMBERED)
def _kind(line: str) -> str:
    said = width(line)
    if said > PLAYER.longest:
        return ""
    plain = narrowed(line)
    if PLAYER.says(plain, said):
        return RULE
    kinds = {"button": PLAYERS_BUTTON, "next": PLAYERS_NEXT, "time": PLAYERS_TIME}
    return next((kind for kind, pattern in kinds.items() if pattern.match(plain)), "")


def _goes_on(lines: Sequence[str], above: tuple[int, str], below: tuple[int, str]) -> bool:
    between = lines[above[0] + 1 : below[0]]
    if len(between) <= MOST_BETWEEN:
        return all(map(_is_short, between))
    in_menus = above[1] == below[1] == RULE and len(between) <= MOST_IN_MENUS
    return in_menus and all(width(line) <= WIDEST_IN_MENUS for line in between)


def _is_short(line: str) -> bool:
    return width(line) <= WIDEST and not line.endswith(tuple(STOPS))


def _player(lines: Sequence[str], run: list[tuple[int, str]]) -> Iterator[range]:
    """The lines of a run that is a player, with the title below its last word for what comes next."""
    kinds = {kind for _, kind in run}
    if RULE in kinds or {"next", "time"} <= kinds or {"button", "time"} <= kinds:
        last, kind = run[-1]
        titled = kind == "next" and last + 1 < len(lines) and _is_short(lines[last + 1])
        yield range(run[0][0], last + 1 + titled)
