"""README's picture of the house, from the imports as they are: `python -m tests.house_picture` draws it anew.

The floors and their order are those of the contract in pyproject.toml, the words those of README, the rooms
and the arrows those of the code.
"""

import re
import tomllib
from collections import Counter
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs/house.svg"
WORDS = re.compile(r"^    (articles/\w+)(?:\.py|/)\S* +(.+)$", re.MULTILINE)

WIDTH, TOP, ROW, BOTTOM = 980, 50, 58, 20
LEFT, MIDDLE, RIGHT = 40, 220, 940
ARROWS_AT = 820  # where they leave and reach the rows
STEP = 12  # how much further out an arrow runs for each floor it passes
PAPER, INK, SOFT, HAIR, SEAL = "#fbfaf6", "#1d1b18", "#6b655c", "#ddd7cb", "#a4262c"
FONTS = "'Noto Sans TC','PingFang TC','Noto Sans CJK TC',sans-serif"


def floors() -> list[str]:
    """The parts of the house, each importing only from those before it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [layer.removeprefix("articles.") for layer in reversed(layers)]


def arrows() -> Counter[tuple[str, str]]:
    """(who imports, what is imported) → by how many imports."""
    graph = grimp.build_graph("articles", cache_dir=None)
    pairs = (
        (_floor(module), _floor(imported))
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    )
    known = set(floors())
    return Counter(pair for pair in pairs if pair[0] != pair[1] and known.issuperset(pair))


def _floor(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def rooms(floor: str) -> list[str]:
    """The folders on a floor."""
    return sorted(path.parent.name for path in (ROOT / "articles" / floor).glob("*/__init__.py"))


def drawn() -> str:
    """The picture, as SVG."""
    order, words = floors(), dict(WORDS.findall((ROOT / "README.md").read_text("utf-8")))
    height = TOP + ROW * len(order) + BOTTOM
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="{FONTS}" '
        f'font-size="13" fill="{INK}">',
        "<title>The house: what imports what</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
        _text(LEFT, 34, "raw document → parse → clean → store → render → page", SOFT),
        _text(RIGHT, 34, "an arrow runs from who imports to what is imported", SOFT, "end"),
        *(line for at, floor in enumerate(order) for line in _row(at, floor, words[f"articles/{floor}"])),
        *(_arrow(order.index(one), order.index(other)) for one, other in sorted(arrows())),
    ]
    return "\n  ".join(lines) + "\n</svg>\n"


def _row(at: int, floor: str, words: str) -> list[str]:
    y = TOP + at * ROW
    name = f"articles/{floor}" if (ROOT / "articles" / floor).is_dir() else f"articles/{floor}.py"
    return [
        f'<path d="M{LEFT} {y}H{RIGHT}" stroke="{HAIR}"/>',
        _text(LEFT, y + 25, name, weight=600),
        _text(MIDDLE, y + 25, words),
        _text(MIDDLE, y + 45, " · ".join(rooms(floor)), SOFT),
    ]


def _text(x, y, words, colour=INK, anchor="start", weight=400) -> str:
    look = f'fill="{colour}" text-anchor="{anchor}" font-weight="{weight}"'
    return f'<text x="{x}" y="{y}" {look}>{escape(words)}</text>'


def _arrow(start: int, end: int) -> str:
    """From the row that imports up to the row that is imported."""
    from_y, to_y = TOP + start * ROW + 22, TOP + end * ROW + 36
    out = ARROWS_AT + STEP * (start - end + 1)
    line = f"M{ARROWS_AT} {from_y}C{out} {from_y} {out} {to_y} {ARROWS_AT + 7} {to_y}"
    head = f"M{ARROWS_AT} {to_y}l8 -3v6z"
    return f'<path d="{line}" stroke="{SEAL}" fill="none"/><path d="{head}" fill="{SEAL}"/>'


if __name__ == "__main__":
    PICTURE.write_text(drawn(), "utf-8")
