"""No text, however hostile, holds a regular expression of the portal longer than in step with its length.

Every pattern is asked as the code asks it: at the head of a text where it is only matched, anywhere else
where it searches.
"""

import ast
import pkgutil
import re
import signal
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, partial
from importlib import import_module
from itertools import product
from math import inf
from pathlib import Path
from time import process_time
from types import ModuleType

import pytest

import articles
import portal.urls  # noqa: F401  its address patterns are what pages are read by
from articles.ingest.furniture.phrase import Phrase
from articles.text.press.captions import LONGEST_CAPTION
from tests.ingest.furniture.steps import hostile_starts

LENGTH = 10_000  # characters of a hostile text; what is taken by the square costs 60 milliseconds and more
LIMIT = 0.02  # seconds of CPU; what takes longer is asked of a longer text too, for a busy machine is slow
LONGER = (
    4  # times; where time grows in step it takes as long as so many of the shorter, by the square four times
)
OUT_OF_STEP = 2  # times as long as so many of the shorter
ENDLESS = 0.5  # seconds of CPU; nothing that grows in step comes near, nor what is bounded
BOUNDED_LIMIT = 0.1  # seconds of CPU for a line as long as may be
TRIES = 2  # of which the quicker counts
IN_PLACE_CALLS = {
    f"re.{way}" for way in ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")
}
STARTS = [("", run) for run in (" ", "\n", "a", "1", "中", "[", "(", "<!--", "<", "- ", "# ", "“")]
ENDS = ("\0", "丙", "\n")  # no mark and no letter that a pattern names, and the end of a line
AT_A_PLACE = (".FORMS[",)  # tables whose patterns are matched where a name ends, and nowhere else
# Patterns that are asked of the end of a line alone, which is no longer than this.
BOUNDED = {"captions.CREDIT_PATTERNS": LONGEST_CAPTION}


class TooLong(Exception):
    """The limit of CPU time was reached; `re` looks for signals while it matches."""


def modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(articles.__path__, "articles.")
    return [import_module(module.name) for module in found if ".migrations" not in module.name]


def patterns_in(value: object, name: str) -> Iterator[tuple[str, re.Pattern]]:
    """The compiled patterns of a value, and of whatever it holds. Rows of furniture are bounded."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from (*patterns_in(key, f"{name}.key"), *patterns_in(inside, f"{name}[{key}]"))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for number, inside in enumerate(value):
            yield from patterns_in(inside, f"{name}[{number}]")
    elif is_dataclass(value) and not isinstance(value, (type, Phrase)):
        for field in fields(value):
            yield from patterns_in(getattr(value, field.name), f"{name}.{field.name}")
    elif isinstance(value, type) and value.__module__.startswith("articles."):
        for attribute, inside in vars(value).items():
            if isinstance(inside, (re.Pattern, dict, tuple)):
                yield from patterns_in(inside, f"{name}.{attribute}")


@cache
def nodes_of(module: ModuleType) -> list[ast.AST]:
    return list(ast.walk(ast.parse(Path(module.__file__).read_text())))


def written_in_place(module: ModuleType) -> Iterator[tuple[str, re.Pattern]]:
    """The patterns of calls such as re.split(r"…", text), as far as the module's own names make them up."""
    for node in nodes_of(module):
        if not (isinstance(node, ast.Call) and ast.unparse(node.func) in IN_PLACE_CALLS):
            continue
        try:
            pattern = eval(ast.unparse(node.args[0]), dict(vars(module)))  # noqa: S307  the portal's own source
        except NameError:
            continue
        if isinstance(pattern, str):
            yield f"{module.__name__}:{node.lineno}", re.compile(pattern)


def uses_in(module: ModuleType) -> dict[str, set[str]]:
    """Of each name in a module's source: the attributes that are read from it, "" where it is read alone."""
    uses, inner = {}, set()
    for node in nodes_of(module):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            uses.setdefault(node.value.id, set()).add(node.attr)
            inner.add(node.value)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in inner:
            uses.setdefault(node.id, set()).add("")
    return uses


def ways_asked(pattern: re.Pattern, name: str) -> set[str]:
    """The methods by which modules that know a pattern by a name ask it; "" where it is handed on."""
    if any(table in name for table in AT_A_PLACE):
        return {"match"}
    known = [
        uses[key]
        for module, uses in USES.items()
        for key, value in vars(module).items()
        if value is pattern and key in uses
    ]
    return set().union(*known) or {""}


def is_held_up(pattern: re.Pattern, ways: set[str]) -> bool:
    """Whether the time on some hostile text grows faster than the text."""
    return any(
        seconds(pattern, [text(LENGTH)], ways, LIMIT) == inf and outgrows(pattern, text, ways)
        for text in hostile_texts(pattern)
    )


def outgrows(pattern: re.Pattern, text: Callable[[int], str], ways: set[str]) -> bool:
    long = quickest(pattern, [text(LONGER * LENGTH)], ways)
    return long == inf or long > OUT_OF_STEP * quickest(pattern, [text(LENGTH)] * LONGER, ways)


def is_held_up_within(bound: int, pattern: re.Pattern, ways: set[str]) -> bool:
    """Whether some hostile text of so many characters takes long, however the time grows up to there."""
    return any(
        seconds(pattern, [text(bound)], ways, LIMIT) == inf
        and quickest(pattern, [text(bound)], ways) > BOUNDED_LIMIT
        for text in hostile_texts(pattern)
    )


def hostile_texts(pattern: re.Pattern) -> Iterator[Callable[[int], str]]:
    """Texts that a pattern may begin on again and again, each in the length that is asked for."""
    starts = hostile_starts(pattern)
    wholes = {("", head + run) for head, run in starts if head}
    for (head, run), end in product((*STARTS, *starts, *wholes), ENDS):
        yield partial(hostile_text, head, run, end)


def hostile_text(head: str, run: str, end: str, length: int) -> str:
    return head + run * (length // max(len(run), 1)) + end


def quickest(pattern: re.Pattern, texts: list[str], ways: set[str]) -> float:
    return min(seconds(pattern, texts, ways, ENDLESS) for _ in range(TRIES))


def seconds(pattern: re.Pattern, texts: list[str], ways: set[str], limit: float) -> float:
    """What a pattern takes of the processor for some texts; infinite above the limit."""
    began = process_time()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, limit)
        for text in texts:
            ask(pattern, text if isinstance(pattern.pattern, str) else text.encode(), ways)
        return process_time() - began
    except TooLong:
        return inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def ask(pattern: re.Pattern, text: str | bytes, ways: set[str]) -> None:
    for way in ways & {"match", "fullmatch"}:
        getattr(pattern, way)(text)
    if ways - {"match", "fullmatch"}:
        sum(1 for _ in pattern.finditer(text))


def stop(*_):
    raise TooLong


@pytest.fixture(autouse=True)
def limit():
    before = signal.signal(signal.SIGVTALRM, stop)
    yield
    signal.signal(signal.SIGVTALRM, before)


USES = {module: uses_in(module) for module in modules()}
PATTERNS = {
    id(pattern): (name, pattern, ways_asked(pattern, name))
    for module in USES
    for key, value in vars(module).items()
    if not key.startswith("__")
    for name, pattern in patterns_in(value, f"{module.__name__}.{key}")
}.values()
IN_PLACE = dict(found for module in USES for found in written_in_place(module))


@pytest.mark.parametrize(("name", "pattern", "ways"), PATTERNS, ids=[name for name, *_ in PATTERNS])
def test_a_pattern_is_not_held_up(name, pattern, ways):
    bound = next((bound for table, bound in BOUNDED.items() if table in name), None)
    assert not (is_held_up_within(bound, pattern, ways) if bound else is_held_up(pattern, ways))


@pytest.mark.parametrize("pattern", IN_PLACE.values(), ids=IN_PLACE)
def test_a_pattern_written_in_place_is_not_held_up(pattern):
    assert not is_held_up(pattern, {"search"})


@pytest.mark.parametrize(
    "pattern", [r"\s*,", r"\[[^\]]*\]\(", r"<!--.*?-->", r"(?:<!--.*?-->\s*)*<x", r"(?:a+)+$"]
)
def test_a_pattern_that_looks_again_and_again_is_found_out(pattern):
    assert is_held_up(re.compile(pattern), {"search"})


def test_a_pattern_that_is_matched_at_the_head_alone_may_begin_with_a_run():
    assert not is_held_up(re.compile(r"\s*,"), {"match"})
