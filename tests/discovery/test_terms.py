"""The terms that tell a text from others, by how often they stand in it and how few have them."""

import pytest

from articles.discovery import terms
from articles.discovery.terms import distinctive_terms, pieces_of, weighed

OFTEN = "".join(chr(0x4E00 + 97 * at) for at in range(120))  # each pair of it stands in the texts twice
ONCE = "".join(chr(0x5000 + 89 * at) for at in range(40))


@pytest.fixture
def asked(monkeypatch):
    """Whatever is asked about stands in two of a thousand articles; gives the tokens, a list a look-up."""
    lists = []

    def frequencies(tokens):
        lists.append(list(tokens))
        return dict.fromkeys(lists[-1], 2), 1_000

    monkeypatch.setattr(terms, "frequencies", frequencies)
    return lists


def test_what_stands_once_is_not_looked_up_where_it_cannot_be_among_the_best(asked):
    distinctive_terms(f"{spread()}。{ONCE}")
    assert len(asked) == 1
    assert not set(pieces_of(ONCE)) & set(asked[0])


def test_what_stands_once_is_looked_up_where_too_little_stands_often(asked):
    assert ONCE[:2] in [term.text for term in distinctive_terms(f"{OFTEN[:3]}。{OFTEN[:3]}。{ONCE}")]


@pytest.mark.parametrize("size", [3, 40, 120])
def test_the_best_are_those_of_all(asked, size):
    text = f"{OFTEN[:size]}。{OFTEN[:size]}。{ONCE}"
    best, _total = weighed(pieces_of(text))
    assert distinctive_terms(text) == best[: terms.MOST_TERMS]


def spread() -> str:
    """Sixty pairs, each twice and never beside the same."""
    pairs = [OFTEN[at : at + 2] for at in range(0, 120, 2)]
    return "。".join(pairs + pairs)
