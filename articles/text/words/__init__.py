"""Word lists, one file a list: words between white space, lines that begin with # say why."""

from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


@lru_cache(maxsize=32)
def words(name: str) -> tuple[str, ...]:
    """The words of a list in the order of its file. name: the file's, without ".txt"."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
