"""Would the tests of a room notice a mistake in it? `python -m tests.mutation articles/summaries/staleness`

Makes small mistakes in the room, one at a time (see mutants.py), and runs its tests, which stand
under the same name in tests/, until one fails. Prints the mistakes that none noticed, and the share of
the others. Of many mutants a sample is taken, the same each time. The files stay as they are: each run
is a process of its own that is given the changed module when it imports it.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant, mutants_of

# Imported once for all runs: what takes long, and the settings, which choose the folder of the database.
SHARED = ("django.test", "hypothesis.strategies", "lxml.html", "tests.settings")
QUIETLY = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "--assert=plain", "--reuse-db"]
MOST_MUTANTS = 200  # a share of 85 % is then known within 5
PATIENCE = 4  # times as long as the tests need; then a mutant runs in circles


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", type=Path, nargs="+", help="folders or modules in articles/")
    parser.add_argument("--most", type=int, default=MOST_MUTANTS, help="how many mutants of each at most")
    options = parser.parse_args()
    os.nice(10)
    for name in SHARED:
        import_module(name)
    for room in options.rooms:
        report(room, options.most)


def report(room: Path, most: int) -> None:
    every = [mutant for path in modules_of(room) for mutant in mutants_of(path)]
    tried = random.Random(0).sample(every, min(most, len(every)))  # noqa: S311
    survivors = list(surviving(tried, tests_of(room)))
    share = 1 - len(survivors) / len(tried)
    print(f"{room}: {share:.2f} of {len(tried)} mutants were noticed (there are {len(every)}).")


def modules_of(room: Path) -> list[Path]:
    return sorted(room.rglob("*.py")) if room.is_dir() else [room]


def tests_of(room: Path) -> str:
    """articles/text/diff → tests/text/diff; articles/ingest/record.py → tests/ingest/test_record.py."""
    beside = Path("tests", *room.parts[1:])
    return str(beside if room.is_dir() else beside.with_name(f"test_{room.name}"))


def surviving(mutants: list[Mutant], tests: str) -> Iterator[Mutant]:
    """Those that no test notices."""
    began = time.monotonic()
    if run(tests, limit=3600):
        raise SystemExit(f"{tests} fail as they are.")
    limit = int(PATIENCE * (time.monotonic() - began)) + 1
    for mutant in sorted(mutants, key=lambda mutant: (mutant.path, mutant.line)):
        if run(tests, limit, mutant) == 0:
            print(mutant, flush=True)
            yield mutant


def run(tests: str, limit: int, mutant: Mutant | None = None) -> int:
    """Run tests in a process of their own for so many seconds; 0 when all pass."""
    child = os.fork()
    if not child:
        signal.alarm(limit)
        fall_silent()
        if mutant:
            sys.meta_path.insert(0, Importer(mutant))
        os._exit(pytest.main([*QUIETLY, tests]))
    return os.waitpid(child, 0)[1]


def fall_silent():
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


class Importer(SourceFileLoader):
    """Finds the mutant where its module is imported."""

    def __init__(self, mutant: Mutant):
        parts = mutant.path.with_suffix("").parts
        super().__init__(".".join(parts).removesuffix(".__init__"), str(mutant.path.resolve()))
        self.mutant = mutant

    def find_spec(self, name, _path, _target=None):
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, _name):
        return self.mutant.code()


if __name__ == "__main__":
    main()
