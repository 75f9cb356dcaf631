"""How well the cleaner reads labelled documents, and pages damaged in ten ways.

    .venv/bin/python -m tests.benchmarks.cleaning [--set DIR …] [--worst N]

Prints, for each set and kind, the means that the scorer beside the labelled documents defines (f1 of the
body, paragraphs, title, date, author), then for each way of damaging a page the mean over all labelled pages:
how much an answer hangs on one cue. Without labelled documents beside the project it says so and ends.
"""

import argparse
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

from articles.ingest.clean import clean
from articles.ingest.documents import DocumentError, RawDocument
from articles.ingest.intake.decoding import decode
from tests.benchmarks.damage import DAMAGES

SHARED = Path(__file__).resolve().parents[3] / "shared" / "cleaning"
SETS = (SHARED / "dev", SHARED / "lookalikes")
SHOWN = ("f1", "para_f1", "boil_kept", "title", "date", "author")
NOTHING = {"headline": "", "byline": "", "published": None, "blocks": []}


def labelled(folder: Path):
    """(kind, name, file, label) of each document of a set."""
    for label in sorted(folder.glob("*/*/gold.json")):
        raw = next(path for path in sorted(label.parent.glob("raw.*")))
        yield label.parts[-3], label.parts[-2], raw, json.loads(label.read_text("utf-8"))


def read(name: str, data: bytes) -> dict:
    """What the cleaner makes of a document; a refused one holds nothing."""
    try:
        return clean(RawDocument(name, data)).as_json()
    except DocumentError:
        return NOTHING


def scored(answer: dict, label: dict) -> dict:
    return evaluate.score(label, evaluate.as_scored(answer))


def print_row(title: str, rows: list[dict]) -> None:
    means = {column: [row[column] for row in rows if row.get(column) is not None] for column in SHOWN}
    told = " ".join(f"{column}={statistics.mean(values):.3f}" for column, values in means.items() if values)
    print(f"{title:28} n={len(rows):3} {told}")


def measure_set(folder: Path, worst: int) -> None:
    rows, names = defaultdict(list), []
    for kind, name, raw, label in labelled(folder):
        row = scored(read(raw.name, raw.read_bytes()), label)
        rows[kind].append(row)
        names.append((row["f1"], f"{kind}/{name}"))
    for kind, found in sorted(rows.items()):
        print_row(f"{folder.name} {kind}", found)
    for value, name in sorted(names)[:worst]:
        print(f"    {value:.3f} {name}")


def measure_damages(folders: list[Path]) -> None:
    pages = [
        (name, decode(raw.read_bytes()).text, label)
        for folder in folders
        for kind, name, raw, label in labelled(folder)
        if kind == "html"
    ]
    for title, (damage, ending) in DAMAGES.items():
        answers = [(read(f"{name}.{ending}", damage(text).encode()), label) for name, text, label in pages]
        print_row(title, [scored(answer, label) for answer, label in answers])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--set", type=Path, action="append", help="holds <kind>/<name>/raw.*, gold.json")
    arguments.add_argument("--worst", type=int, default=3, metavar="N", help="also name the N worst of a set")
    options = arguments.parse_args()
    folders = [folder for folder in options.set or SETS if folder.is_dir()]
    for folder in folders:
        measure_set(folder, options.worst)
    measure_damages(folders)


if not (SHARED / "evaluate.py").is_file():
    sys.exit("There are no labelled documents beside the project.")
sys.path.insert(0, str(SHARED))
import evaluate  # noqa: E402

if __name__ == "__main__":
    main()
