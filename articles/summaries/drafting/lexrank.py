"""How central each sentence is to a text: LexRank.

Source: G. Erkan and D. R. Radev, LexRank: Graph-based Lexical Centrality as Salience in Text Summarization,
Journal of Artificial Intelligence Research 22 (2004), the continuous form.
"""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

LEAST_ALIKE = 0.1  # cosine below which two sentences have nothing to do with each other, as in the paper
DAMPING = 0.15  # share of a walk's steps that go anywhere, as in the paper
ROUNDS = 20  # the walk has settled to a hundredth by then


def lexrank(sentences: Sequence[Sequence[str]]) -> list[float]:
    """A number for each sentence, on average 1. The time grows with the square of how many there are.

    sentences: the terms of each.
    """
    links = _links([Counter(terms) for terms in sentences])
    ranks = [1.0] * len(links)
    for _ in range(ROUNDS):
        ranks = _walked(links, ranks)
    return ranks


def _links(counted: list[Counter]) -> list[dict[int, float]]:
    """For each sentence those that it is like, itself included, and their shares, which add up to 1."""
    lengths = [sqrt(sum(count * count for count in terms.values())) or 1 for terms in counted]
    alike = [{at: 1.0} for at in range(len(counted))]
    for one in range(len(counted)):
        for other in range(one):
            likeness = _product(counted[one], counted[other]) / (lengths[one] * lengths[other])
            if likeness > LEAST_ALIKE:
                alike[one][other] = alike[other][one] = likeness
    return [{at: value / sum(row.values()) for at, value in row.items()} for row in alike]


def _product(one: Counter, other: Counter) -> int:
    few, many = sorted((one, other), key=len)
    return sum(count * many[term] for term, count in few.items() if term in many)


def _walked(links: list[dict[int, float]], ranks: list[float]) -> list[float]:
    """The ranks one step on."""
    after = [DAMPING] * len(ranks)
    for rank, row in zip(ranks, links, strict=True):
        for at, share in row.items():
            after[at] += (1 - DAMPING) * share * rank
    return after
