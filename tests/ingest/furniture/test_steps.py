"""No line, however hostile, makes a pattern of the table look at it more than in step with its length."""

import re

import pytest

from articles.ingest.furniture import labels, phrases
from articles.ingest.furniture.phrase import compiled
from tests.ingest.furniture.steps import Steps, hostile_starts

# A row's patterns look at no line beyond its bound; the others look at lines of any length.
UNBOUNDED = {
    **{f"label of {row.rule}": compiled(row.label) for row in phrases.IN_PAGES if row.label},
    **{f"words of {row.rule}": compiled(row.words) for row in phrases.IN_PAGES if row.words},
    **{
        name: value
        for room in (labels, phrases)
        for name, value in vars(room).items()
        if isinstance(value, re.Pattern)
    },
}
# Of what a line repeats. Steps may grow by half more than the length does: what leads to the run is looked
# at as well.
SHORT, LONG = 20, 60
ENDS = "\0丙"  # no mark and no letter that a pattern names


def grows_faster(pattern, short=SHORT, long=LONG):
    """Whether some hostile line takes clearly more steps for its length when it is longer."""
    steps = Steps(pattern)
    for head, pumped in {("", " "), ("", "a"), ("", "1"), *hostile_starts(pattern)}:
        for end in ENDS:
            few, many = (steps.search(head + pumped * length + end) for length in (short, long))
            if many / few > 1.5 * long / short:
                return True
    return False


@pytest.mark.parametrize("pattern", UNBOUNDED.values(), ids=UNBOUNDED)
def test_steps_grow_with_the_length_of_a_line_alone(pattern):
    assert not grows_faster(pattern)


@pytest.mark.parametrize("pattern", [r"^\W*\d*\W*$", r"\s+x", r"^.*,.*;$"])
def test_a_pattern_whose_steps_grow_by_the_square_is_found_out(pattern):
    assert grows_faster(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"(?:a+)+$", r"^(?:\w+\s?)*$"])
def test_a_pattern_whose_steps_double_with_each_character_is_found_out(pattern):
    assert grows_faster(re.compile(pattern), short=4, long=12)
