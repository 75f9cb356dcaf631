"""Are changed bodies judged right? `python -m tests.benchmarks.staleness [--texts 300]`

Prints each invented change of tests/summaries/staleness/changed_bodies.py with its verdict, then the share of
real news that is judged right when it is converted, set with other marks, broken into paragraphs otherwise
(all of it cosmetic), and when one digit or one negation is changed (all of substance), with
the time a body takes.
"""

import argparse
import json
import lzma
import random
import re
import time
from pathlib import Path

from articles.summaries.staleness.judgement import COSMETIC, SUBSTANCE, judge
from articles.text.scripts import convert

NEWS = Path(__file__).resolve().parents[3] / "shared/corpus/news-zh.jsonl.xz"
DIGIT = re.compile(r"[0-9]")
NEGATION = re.compile(r"(?<=[\u4e00-\u9fff])(?:没有|未(?![来免]))(?=[\u4e00-\u9fff])")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=300)
    options = parser.parse_args()
    invented()
    if NEWS.exists():
        real(options.texts)


def invented() -> None:
    from tests.summaries.staleness import changed_bodies

    right = 0
    every = [(COSMETIC, case) for case in changed_bodies.COSMETIC]
    every += [(SUBSTANCE, case) for case in changed_bodies.SUBSTANCE]
    for kind, case in every:
        change = judge(case.old, case.new)
        right += change.kind == kind
        mark = "right" if change.kind == kind else "WRONG"
        words = f"{change.before[:20]!r} → {change.after[:20]!r}" if change.rule else ""
        print(f"  {mark} {change.kind:9} {change.rule:9} {case.name} {words}")
    print(f"{right} of {len(every)} invented changes judged right")


def real(size: int) -> None:
    rng = random.Random(3)  # noqa: S311
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        bodies = [json.loads(line)["text"] for line in lines]
    bodies = rng.sample(bodies, size)
    for name, (kind, change) in CHANGES.items():
        pairs = [(body, change(body, rng)) for body in bodies]
        pairs = [(old, new) for old, new in pairs if new.strip() != old.strip()]
        started = time.perf_counter()
        verdicts = [judge(old, new) for old, new in pairs]
        spent = (time.perf_counter() - started) / max(len(pairs), 1) * 1000
        right = sum(verdict.kind == kind for verdict in verdicts)
        print(f"  {name:32} {right} of {len(pairs)} right, {spent:.1f} ms each")
        for (_old, _new), verdict in zip(pairs, verdicts, strict=True):
            if verdict.kind != kind:
                print(f"    {verdict}")


def remarked(body, rng):
    return body.translate(str.maketrans("，：；？！（）“”", ",:;?!()「」"))


def spaced(body, rng):
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])", " ", body)


def one_of(pattern, replacement):
    def change(body, rng):
        found = list(pattern.finditer(body))
        if not found:
            return body
        match = rng.choice(found)
        return body[: match.start()] + replacement(match[0], rng) + body[match.end() :]

    return change


def another_digit(digit, rng):
    return rng.choice([other for other in "123456789" if other != digit])


def doubled(char, rng):
    return char * 2


CHANGES = {
    "converted to Traditional": (COSMETIC, lambda body, rng: convert(body, "zh-Hant")),
    "converted to Taiwan's words": (COSMETIC, lambda body, rng: taiwanese(body)),
    "other marks": (COSMETIC, remarked),
    "spaces around Latin and digits": (COSMETIC, spaced),
    "a paragraph for each sentence": (COSMETIC, lambda body, rng: body.replace("。", "。\n\n")),
    "one digit changed": (SUBSTANCE, one_of(DIGIT, another_digit)),
    "one negation taken out": (SUBSTANCE, one_of(NEGATION, lambda word, rng: "")),
    "a sentence taken out": (
        SUBSTANCE,
        one_of(re.compile(r"(?<=。)[^。！？“”]{12,}。"), lambda word, rng: ""),
    ),
}


def taiwanese(body):
    from opencc import OpenCC

    return OpenCC("s2tw").convert(body)


if __name__ == "__main__":
    main()
