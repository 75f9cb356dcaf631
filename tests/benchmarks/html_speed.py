"""How much CPU time our HTML parser needs beside trafilatura alone, on the same pages in one run.

    .venv/bin/python tests/benchmarks/html_speed.py [FOLDER]

FOLDER is searched for .html files; without it the pages of the test suite are read. Prints milliseconds
a page for both and the ratio; under 1 means that we are faster. A script, not a test: its figures depend
on the machine, and only the ratio is meant to be compared.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from trafilatura import extract  # noqa: E402

from articles.ingest.documents import DocumentError, RawDocument  # noqa: E402
from articles.ingest.html.parse import parse  # noqa: E402

ROUNDS = 3


def ours(text: str) -> None:
    try:
        parse(text, RawDocument("benchmark", b""))
    except DocumentError as error:
        print(f"refused: {error}", file=sys.stderr)


def alone(text: str) -> None:
    extract(text)


def with_fields(text: str) -> None:
    extract(text, with_metadata=True)


def seconds(read, texts: list[str]) -> float:
    """CPU seconds of the fastest round, the first of which also warms the caches."""
    return min(_round(read, texts) for _ in range(ROUNDS))


def _round(read, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "ingest" / "html"
    texts = [path.read_text("utf8", errors="replace") for path in sorted(folder.rglob("*.html"))]
    if not texts:
        sys.exit(f"no .html files under {folder}")
    mine, body, fields = (seconds(read, texts) for read in (ours, alone, with_fields))
    per_page = 1000 / len(texts)
    print(
        f"{len(texts)} pages, ms a page: ours {mine * per_page:.1f}, trafilatura {body * per_page:.1f}",
        end="",
    )
    print(f" (with its metadata {fields * per_page:.1f}); ratio {mine / body:.2f} ({mine / fields:.2f})")


if __name__ == "__main__":
    main()
