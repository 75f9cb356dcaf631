"""Word lists, one file a list: words between white space, lines that begin with # say why."""

from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


def rows(name: str) -> list[str]:
    """The lines of a list that say something, for lists that are tables. name: the file's, without ".txt"."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=32)
def words(name: str) -> tuple[str, ...]:
    """The words of a list in the order of its file. name: the file's, without ".txt"."""
    return tuple(word for row in rows(name) for word in row.split())
