"""Typesense: a search tier of its own, for a portal on many machines.

Its own way of splitting Chinese finds wrong phrases, therefore it is given our tokens, spelt in hexadecimal
digits so that it neither splits nor normalises them. It learns of deleted articles with the next rebuild;
until then the database leaves them out.
"""

import json
import logging
import time
from collections.abc import Iterable
from contextlib import contextmanager
from functools import partial
from itertools import islice, product

import httpx2
from django.conf import settings

from articles.discovery.search.base import LOWEST_PLACE, Entry, SearchBackend, SearchTookTooLong, Terms
from articles.text.tokens import characters, tokens

COLLECTION = "articles"
DOCUMENTS = f"/collections/{COLLECTION}/documents"
SCHEMA = {
    "name": COLLECTION,
    "fields": [
        {"name": "phrases", "type": "string"},
        {"name": "characters", "type": "string[]"},
        {"name": "place", "type": "int64"},
        {"name": "written", "type": "int64"},
    ],
    "default_sorting_field": "place",
}
EXACT = {
    "query_by": "phrases",
    "prefix": "false",
    "num_typos": 0,
    "typo_tokens_threshold": 0,
    "drop_tokens_threshold": 0,
    "exhaustive_search": "true",
    "include_fields": "place",
}
PAGE = 250  # results in one answer, Typesense gives no more
MOST_COMBINATIONS = 24  # of the alternatives of several terms, each asked for by itself
BATCH = 200  # articles sent at once
TIMEOUT = 2.0  # seconds, for one node to answer
PATIENCE = 60.0  # seconds, for one node to take a batch of a rebuild in
LAST = 2**63 - 1  # an int64's highest number

logger = logging.getLogger(__name__)


class TypesenseBackend(SearchBackend):
    """settings.TYPESENSE_NODES: addresses, asked in turn until one answers. TYPESENSE_API_KEY."""

    def index(self, entries: Iterable[Entry]) -> None:
        with missed_when_down():
            send(entries)

    def forget(self, pks: Iterable[int]) -> None:
        numbers = ",".join(map(str, pks))
        with missed_when_down():
            delete(f"id:[{numbers}]")

    @contextmanager
    def rebuilding(self):
        """Articles are replaced one by one; those that were not are no longer there, and go.

        Raises SearchTookTooLong when the tier is down.
        """
        start = now()
        ask("POST", "/collections", json=SCHEMA)  # changes nothing when it is there
        yield partial(send, patience=PATIENCE)
        delete(f"written:<{start}", PATIENCE)

    def older(self, terms, before, limit):
        last = LAST if before is None else before - 1
        return self._in_order(terms, "desc", LOWEST_PLACE, last, limit)

    def newer(self, terms, after, limit):
        return self._in_order(terms, "asc", after + 1, LAST, limit)

    def best(self, terms, limit):
        order = "_text_match:desc,place:desc"
        found: list[int] = []
        for number in range(1, -(-limit // PAGE) + 1):
            places = [search(one, order, LOWEST_PLACE, LAST, number) for one in combinations(terms)]
            found += [place for answer in places for place in answer]
            if all(len(answer) < PAGE for answer in places):
                break
        return list(dict.fromkeys(found))[:limit]

    def _in_order(self, terms, direction, first, last, limit) -> list[int]:
        found = set()
        for one in combinations(terms):
            found.update(islice(places_of(one, direction, first, last), limit))
        return sorted(found, reverse=direction == "desc")[:limit]


@contextmanager
def missed_when_down():
    """An editor can save while the search tier is down; the next rebuild brings it up to date."""
    try:
        yield
    except SearchTookTooLong:
        logger.exception("The search index missed a change; run rebuild_derived --only search.")


def send(entries: Iterable[Entry], patience: float | None = None) -> None:
    entries = iter(entries)
    while batch := list(islice(entries, BATCH)):
        lines = "\n".join(json.dumps(document(entry)) for entry in batch)
        ask("POST", f"{DOCUMENTS}/import?action=upsert", patience, content=lines)


def delete(which: str, patience: float | None = None) -> None:
    ask("DELETE", DOCUMENTS, patience, params={"filter_by": which})


def document(entry: Entry) -> dict:
    return {
        "id": str(entry.pk),
        "place": entry.place,
        "written": now(),
        "phrases": " ".join(map(spelt, tokens(entry.text))),
        "characters": [spelt(char) for char in characters(entry.text)],
    }


def now() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def spelt(token: str) -> str:
    return token.encode().hex()


def combinations(terms: Terms) -> list[tuple]:
    """The phrases to find together, one alternative of each term."""
    return list(islice(product(*terms), MOST_COMBINATIONS))


def places_of(phrases, direction: str, first: int, last: int):
    """Every place in a stretch where the phrases stand, in order."""
    while found := search(phrases, f"place:{direction}", first, last):
        yield from found
        if len(found) < PAGE:
            return
        first, last = (first, found[-1] - 1) if direction == "desc" else (found[-1] + 1, last)


def search(phrases, order: str, first: int, last: int, page: int = 1) -> list[int]:
    """One answer of the engine. Hexadecimal digits are syntax nowhere."""
    longer = [phrase for phrase in phrases if not phrase.is_one_character]
    single = [f"characters:={spelt(phrase.text)}" for phrase in phrases if phrase.is_one_character]
    given = EXACT | {
        "q": " ".join(f'"{" ".join(map(spelt, phrase.tokens))}"' for phrase in longer) or "*",
        "filter_by": " && ".join([f"place:[{first}..{last}]", *single]),
        "sort_by": order if longer else order.removeprefix("_text_match:desc,"),
        "per_page": PAGE,
        "page": page,
        "collection": COLLECTION,
    }
    answer = ask("POST", "/multi_search", json={"searches": [given]})["results"][0]
    if "hits" not in answer:
        raise SearchTookTooLong(answer.get("error"))
    return [hit["document"]["place"] for hit in answer["hits"]]


def ask(method: str, path: str, patience: float | None = None, **given) -> dict:
    """The answer of the first node that gives one in time. Raises SearchTookTooLong when none does."""
    headers = {"X-TYPESENSE-API-KEY": settings.TYPESENSE_API_KEY}
    for node in settings.TYPESENSE_NODES:
        try:
            answer = httpx2.request(
                method, node + path, headers=headers, timeout=patience or TIMEOUT, **given
            )
        except httpx2.TransportError as error:
            logger.warning("%s does not answer: %s", node, error)
            continue
        if answer.status_code < 500:
            return answer.json() if "json" in answer.headers.get("content-type", "") else {}
        logger.warning("%s answers %s", node, answer.status_code)
    raise SearchTookTooLong("no node of the search tier answers")
