"""Whole pages: each raw text in fixtures beside the article that a reader should get."""

import json
from pathlib import Path

import pytest

from articles.ingest.documents import RawDocument
from articles.ingest.scrape import parse as scrape
from tests.ingest.partition import assert_partition

PAGES = sorted(Path(__file__).parent.glob("fixtures/*.txt"))


def article(page):
    document = scrape.parse(page.read_text("utf8"), RawDocument(page.name, b""))
    shown = document.as_json()
    blocks = [[str(block.type), block.text or block.items] for block in document.blocks]
    fields = ("headline", "standfirst", "byline", "published", "source_name", "keywords", "language")
    return {name: shown[name] for name in fields} | {"blocks": blocks}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_reads_as_expected(page):
    assert article(page) == json.loads(page.with_suffix(".json").read_text("utf8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_character_of_a_page_is_held_or_removed(page):
    text = page.read_text("utf8")
    assert_partition(text, scrape.parse(text, RawDocument(page.name, b"")))
