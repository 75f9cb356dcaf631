"""How many steps a pattern takes on a text, counted by a plain backtracking matcher without shortcuts."""

import re
from collections.abc import Iterator
from re import _compiler, _parser

REPEATS = (_parser.MAX_REPEAT, _parser.MIN_REPEAT)
LOOKAHEADS = (_parser.ASSERT, _parser.ASSERT_NOT)
AHEAD = 1


class Steps:
    """Searches texts for a pattern. taken: how often a character or a place was looked at."""

    def __init__(self, pattern: re.Pattern):
        self.flags, self.taken = pattern.flags, 0
        self.tree = _parser.parse(pattern.pattern, pattern.flags)
        self._compiled: dict[str, re.Pattern] = {}

    def search(self, text: str) -> int:
        """The steps of one search."""
        self.taken = 0
        any(self._first(tuple(self.tree), text, at) is not None for at in range(len(text) + 1))
        return self.taken

    def _first(self, nodes: tuple, text: str, at: int) -> int | None:
        return next(self._ends(nodes, text, at), None)

    def _ends(self, nodes: tuple, text: str, at: int) -> Iterator[int]:
        """Where a sequence that begins at a place may end, in the order in which it is tried."""
        if not nodes:
            yield at
            return
        for end in self._ends_of(*nodes[0], text, at):
            yield from self._ends(nodes[1:], text, end)

    def _ends_of(self, kind, value, text: str, at: int) -> Iterator[int]:
        self.taken += 1
        if kind in REPEATS:
            least, most, body = value
            yield from self._rounds(kind, least, most, tuple(body), text, at)
        elif kind is _parser.BRANCH:
            for branch in value[1]:
                yield from self._ends(tuple(branch), text, at)
        elif kind is _parser.SUBPATTERN:
            yield from self._ends(tuple(value[-1]), text, at)
        elif kind in LOOKAHEADS and value[0] == AHEAD:
            found = self._first(tuple(value[1]), text, at) is not None
            yield from [at] * (found == (kind is _parser.ASSERT))
        elif match := self._one(kind, value).match(text, at):
            yield match.end()

    def _rounds(self, kind, least: int, most: int, body: tuple, text: str, at: int) -> Iterator[int]:
        """A repeat: as many rounds as there may be first, or as few."""
        if kind is _parser.MIN_REPEAT and least <= 0:
            yield at
        for end in self._ends(body, text, at) if most > 0 else ():
            if end > at:
                yield from self._rounds(kind, least - 1, most - 1, body, text, end)
        if kind is _parser.MAX_REPEAT and least <= 0:
            yield at

    def _one(self, kind, value) -> re.Pattern:
        """What matches one character, or a place between two."""
        key = f"{kind} {value}"
        if key not in self._compiled:
            tree = _parser.SubPattern(self.tree.state, [(kind, value)])
            self._compiled[key] = _compiler.compile(tree, self.flags)
        return self._compiled[key]


def hostile_starts(pattern: re.Pattern) -> set[tuple[str, str]]:
    """For each repeat without an end: what leads there, and what it repeats."""
    return set(_before_repeats(tuple(_parser.parse(pattern.pattern, pattern.flags)), ""))


def _before_repeats(nodes: tuple, head: str) -> Iterator[tuple[str, str]]:
    beside = {_sample((node,)) for node in nodes} - {""}
    for kind, value in nodes:
        if kind in REPEATS and value[1] is _parser.MAXREPEAT:
            yield from ((head, pumped) for pumped in {_sample(tuple(value[2])), *" a1!", *beside})
        for inside in _inside(kind, value):
            yield from _before_repeats(inside, head)
        head += _sample(((kind, value),))


def _inside(kind, value) -> list[tuple]:
    if kind is _parser.BRANCH:
        return [tuple(branch) for branch in value[1]]
    if kind in (*REPEATS, _parser.SUBPATTERN):
        return [tuple(value[-1])]
    return []


def _sample(nodes: tuple) -> str:
    """A text that a sequence matches, as short as may be."""
    return "".join(_sample_of(kind, value) for kind, value in nodes)


def _sample_of(kind, value) -> str:
    if kind is _parser.LITERAL:
        return chr(value)
    if kind is _parser.IN:
        return next((chr(code) for op, code in value if op is _parser.LITERAL), "a")
    if kind in REPEATS:
        return _sample(tuple(value[2])) * value[0]
    inside = _inside(kind, value)
    return _sample(inside[0]) if inside else ""
