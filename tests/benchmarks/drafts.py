"""Do drafts say what headlines say? `python -m tests.benchmarks.drafts [--articles 1500] [--part held-out]`

Extracts of 100 characters from real news, compared with the headline that the newsroom gave: the share of the
headline's pairs of characters that stand in the extract, folded, as often as there. Beside it the same for
the first 100 characters, and for whole sentences chosen by somebody who sees the headline. The weights were
fitted on articles with even numbers; those with odd numbers are held out.
"""

import argparse
import json
import lzma
import os
import time
from collections import Counter
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")  # the room's door knows the models
django.setup()

from articles.summaries.drafting.extraction import extract, pairs  # noqa: E402
from articles.summaries.drafting.sentences import sentences  # noqa: E402

NEWS = Path(__file__).parents[3] / "shared" / "corpus" / "news-zh.jsonl.xz"
BUDGET = 100  # characters
PARTS = {"fitted": 0, "held-out": 1}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--part", choices=PARTS, default="held-out")
    options = parser.parse_args()
    news = [item for item in read() if item["id"] % 2 == PARTS[options.part]][: options.articles]
    print_figures(options.part, news)


def read() -> list[dict]:
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def print_figures(part: str, news: list[dict]) -> None:
    start = time.process_time()
    drafts = [draft(item["text"]) for item in news]
    seconds = time.process_time() - start
    print(f"{len(news)} articles, {part}; {BUDGET} characters, bigram recall of the headline")
    for name, texts in (("lead", map(lead, news)), ("extractive", drafts), ("oracle", map(seen, news))):
        print(f"  {name:10} {mean(map(recall, headlines(news), texts)):.4f}", flush=True)
    print(f"  {seconds / len(news) * 1000:.1f} ms CPU a draft, {mean(map(len, drafts)):.0f} characters long")


def lead(item: dict) -> str:
    return item["text"][:BUDGET]


def headlines(news):
    return [item["headline"] for item in news]


def draft(text: str) -> str:
    return "".join(cut.text for cut in extract([text], BUDGET))


def recall(headline: str, text: str) -> float:
    wanted = Counter(pairs(headline))
    return (wanted & Counter(pairs(text))).total() / max(1, wanted.total())


def seen(item: dict) -> str:
    """Whole sentences picked one by one with the headline in sight."""
    chosen, left = "", sentences(item["text"])
    while fitting := [one for one in left if len(chosen) + len(one) <= BUDGET]:
        best = max(fitting, key=lambda one: recall(item["headline"], chosen + one))
        left.remove(best)
        chosen += best
    return chosen


def mean(numbers) -> float:
    found = list(numbers)
    return sum(found) / len(found)


if __name__ == "__main__":
    main()
