"""Are seeded faults found, and nothing else? `python -m tests.benchmarks.checks [--all] [--show]`

Forty seeded faults, ten of each kind, and every clean summary there is: the invented ones, the same in other
notations, and those of the sample library against its documents. Then faults that rules put into every pair
(a digit, unit, scale, currency, weekday, month, name, a fact dropped), with the recall by kind: the set grows
with the sample library. --all: every fault of the forty's kinds that can be seeded.
A fault is found where a chip of either colour stands; an alarm is a red one.
--show: what was missed and what was alarmed at. Then the time for an article of 3,000 characters.
"""

import argparse
import os
import time
from collections import Counter


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from tests.summaries.checks.library import faults, glossary, invented, other_notations, sample
    from tests.summaries.checks.seeding import seeded as by_rule

    names = glossary()
    own = [*invented(), *documents()]
    clean = [*own, *other_notations(invented())]
    alarms = [(case, found) for case in clean if (found := faults_in(case, names))]
    print(f"false alarms: in {len(alarms)} of {len(clean)} clean summaries")
    every = faults(own)
    seeded = every if options.all else sample(every, 40)
    missed = recall("found", seeded, names)
    missed += recall("found of those made by rule", list(by_rule(own)), names)
    looks = [case for case in own if to_look_at(case, names)]
    print(f"something to look at: in {len(looks)} of {len(own)} clean summaries")
    for case, found in alarms * options.show:
        print("ALARM", case.change, case.evidence.body, case.zh, case.en, *found, sep="\n    ")
    for case in missed * options.show:
        print("MISSED", case.change, case.evidence.body[:200], case.zh, case.en, sep="\n    ")
    print(f"{speed(own, names):.1f} ms CPU for an article of 3,000 characters")


def recall(told: str, seeded: list, names) -> list:
    """Print how many faults of each kind are found; those that are not."""
    missed = [case for case in seeded if not chips(case, names)]
    print(f"{told}: {len(seeded) - len(missed)} of {len(seeded)} faults")
    for kind, count in sorted(Counter(case.change for case in seeded).items()):
        print(f"  {kind:16} {count - sum(case.change == kind for case in missed)} of {count}")
    return missed


def chips(case, names) -> list[str]:
    """The chips of either colour: what is wrong, and what somebody is asked to look at."""
    return faults_in(case, names) + to_look_at(case, names)


def to_look_at(case, names) -> list[str]:
    """The amber chips of a case."""
    from articles.summaries.checks import check

    return [one.quote for one in check(case.words, case.evidence, names) if one.level == "look"]


def faults_in(case, names) -> list[str]:
    """The red chips of a case."""
    from articles.summaries.checks import check

    found = check(case.words, case.evidence, names)
    return [f"{one.language} {one.rule} {one.quote}" for one in found if one.level == "fault"]


def documents() -> list:
    """The summaries of the sample library with its documents, cleaned."""
    import yaml

    from articles.ingest.block_markdown import to_markdown
    from articles.ingest.clean import clean
    from articles.ingest.intake.gather import gather
    from articles.summaries.checks import Evidence
    from tests.summaries.checks.library import LIBRARY, Case

    cases = []
    for entry in yaml.safe_load(LIBRARY.read_text("utf-8"))["documents"]:
        (raw,) = gather(str(LIBRARY.parent / entry["file"]))
        parsed = clean(raw)
        printed = parsed.published.date() if hasattr(parsed.published, "date") else parsed.published
        evidence = Evidence(
            to_markdown(parsed.blocks), parsed.headline, parsed.standfirst, printed, beside=parsed.byline
        )
        zh, en = entry["summaries"]["zh"], entry["summaries"]["en"]
        cases.append(
            Case(entry["file"], zh["text"], en["text"], evidence, "", (zh["headline"], en["headline"]))
        )
    return cases


def speed(cases, names) -> float:
    """The median of the milliseconds of CPU that a check takes when nothing of it was read before."""
    from articles.summaries.checks import Evidence, check

    body = "\n\n".join(case.evidence.body for case in cases if "的" in case.evidence.body)
    words, taken = cases[0].words, []
    for turn in range(15):
        evidence = Evidence(body[turn : 3000 + turn])
        start = time.process_time()
        check(words, evidence, names)
        taken.append((time.process_time() - start) * 1000)
    return sorted(taken)[len(taken) // 2]


if __name__ == "__main__":
    main()
