"""Does a power cut lose anything? `python -m tests.benchmarks.kills [--documents 1000] [--points 50]`

Ends an import, and the reading of the editors' queue, with SIGKILL at so many points. Afterwards everything
must be there once, nothing half, and importing again must change no row.
"""

import argparse
import random
import tempfile
from pathlib import Path

from tests.failures.killing import KEPT, hand_in, kill_at_points, packed
from tests.failures.portals import Portal

CHARACTERS = [chr(code) for code in range(0x5000, 0x5400)]
PARAGRAPHS = 4
PATIENCE = 3600  # seconds for the rest of an import


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--points", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        documents = written(Path(folder, "documents"), options.documents)
        report("import", killed_import(Portal(Path(folder, "one"), {}), documents, options.points))
        report("queue", killed_queue(Portal(Path(folder, "other"), {}), documents, options.points))


def report(name: str, faults: list[str]):
    print(f"{name}: {len(faults)} faults", *faults, sep="\n  ", flush=True)


def written(folder: Path, count: int) -> list[Path]:
    """So many documents, each a story of its own: copies would all be settled anew with each that comes."""
    folder.mkdir()
    rng = random.Random(1)  # noqa: S311  not a secret
    paths = [folder / f"{number:05}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        words = "\n\n".join(paragraph(rng) for _paragraph in range(PARAGRAPHS))
        path.write_text(f"第{number}次會談\n\n{words}\n", "utf-8")
    return paths


def paragraph(rng: random.Random) -> str:
    """Sentences that say nothing, and nothing twice."""
    return "".join(
        f"{''.join(rng.choices(CHARACTERS, k=12))}，{''.join(rng.choices(CHARACTERS, k=9))}。"
        for _ in range(3)
    )


def killed_import(portal: Portal, documents: list[Path], points: int) -> list[str]:
    count, command = len(documents), ("import_articles", "--publish", documents[0].parent)
    portal.manage("migrate", "--verbosity", 0)
    faults = kill_at_points(portal, "articles_article", count, command, seed=1, points=points)
    portal.manage(*command, patience=PATIENCE)
    kept = portal.ask(KEPT)
    portal.manage(*command, patience=PATIENCE)
    faults += [] if portal.ask(KEPT) == kept else ["importing again changed rows"]
    return faults + lost(portal, "articles_article", count)


def killed_queue(portal: Portal, documents: list[Path], points: int) -> list[str]:
    portal.manage("migrate", "--verbosity", 0)
    hand_in(portal, packed(documents))
    count = len(documents)
    faults = kill_at_points(portal, "articles_provenance", count, ("tick",), seed=2, points=points)
    portal.manage("tick", patience=PATIENCE)
    return faults + lost(portal, "articles_provenance", count)


def lost(portal: Portal, table: str, count: int) -> list[str]:
    """Whether there are as many rows as documents."""
    found = portal.count(table)
    return [] if found == count else [f"{found} of {count} are there"]


if __name__ == "__main__":
    main()
