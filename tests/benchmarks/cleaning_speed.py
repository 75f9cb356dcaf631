"""How many plain-text documents a CPU second cleans, kind by kind.

    .venv/bin/python tests/benchmarks/cleaning_speed.py [PATH…]

PATHs are files or folders that are searched for .txt files; without any, the sample library and, where it
is present, the labelled set beside the project are read. Every document is decoded, told its kind and parsed
in this one process; its start and the first, warming round are left out. A script, not a test: its figures
depend on the machine, and on a busy one they are too low.
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from articles.ingest.clean import clean  # noqa: E402
from articles.ingest.documents import DocumentError, RawDocument  # noqa: E402

DEFAULT = (
    ROOT / "articles" / "sample" / "documents",
    ROOT.parent / "shared" / "cleaning" / "dev",
    ROOT.parent / "shared" / "seeds",
)
ROUNDS = 3


def documents(paths: list[Path]) -> list[RawDocument]:
    files = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [RawDocument(file.name, file.read_bytes()) for file in files]


def by_kind(raws: list[RawDocument]) -> dict[str, list[RawDocument]]:
    kinds = defaultdict(list)
    for raw in raws:
        try:
            kinds[clean(raw).kind].append(raw)
        except DocumentError as error:
            print(f"{raw.name} is refused: {error}", file=sys.stderr)
    return kinds


def seconds(raws: list[RawDocument]) -> float:
    """CPU seconds of the fastest round."""
    return min(_round(raws) for _ in range(ROUNDS))


def _round(raws: list[RawDocument]) -> float:
    start = time.process_time()
    for raw in raws:
        clean(raw)
    return time.process_time() - start


def main() -> None:
    paths = [Path(path) for path in sys.argv[1:]] or [path for path in DEFAULT if path.is_dir()]
    kinds = by_kind(documents(paths))
    if not kinds:
        sys.exit("no .txt documents found")
    for kind, raws in sorted(kinds.items()):
        size = sum(len(raw.data) for raw in raws) / len(raws) / 1000
        speed = len(raws) / seconds(raws)
        print(f"{kind:10} {len(raws):4} documents of {size:5.1f} kB: {speed:6.1f} a CPU second")


if __name__ == "__main__":
    main()
