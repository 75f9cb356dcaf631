"""Whole pages: each raw page in pages/ beside what is read out of it. All texts are invented."""

import json
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from articles.ingest.documents import ParsedDocument, RawDocument
from articles.ingest.html.parse import parse
from articles.ingest.html.tree import ESCAPED_TWICE, UNSEEN
from articles.text.normalise import tidy

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
ADDRESSES = {"coast_times": "https://coast.example.com/2025/ferry-talks?from=home"}
LABELLED = sorted(Path(__file__).parents[4].glob("shared/cleaning/dev/html/*/raw.html"))
MARKS = "▲▼△▽"


def page(path: Path) -> ParsedDocument:
    return parse(path.read_text("utf8"), RawDocument(path.name, b"", url=ADDRESSES.get(path.stem, "")))


def visible_characters(path: Path) -> Counter:
    """What a reader could see of a page, by lxml alone."""
    page = ESCAPED_TWICE.sub("&", path.read_text("utf8"))
    root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in list(root.iter(*UNSEEN, html.etree.Comment)):
        if element.getparent() is not None:
            element.drop_tree()
    return characters("".join(root.itertext()))


def characters(text: str) -> Counter:
    return Counter(char for char in tidy(text) if not char.isspace() and char not in MARKS)


def held(document: ParsedDocument) -> str:
    pieces = [document.headline, document.standfirst]
    for block in document.blocks:
        pieces += [block.text, *block.items, *(cell for row in block.rows for cell in row)]
    return "".join(pieces + [piece.text for piece in document.removed])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_expected(path):
    document = page(path).as_json()
    expected = json.loads(path.with_suffix(".json").read_text("utf8"))
    document["blocks"] = [[block["type"], block["text"]] for block in document["blocks"]]
    assert {name: document[name] for name in expected} == expected


@pytest.mark.parametrize("path", [*PAGES, *LABELLED], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_visible_character_is_held_or_recorded_as_removed(path):
    assert characters(held(page(path))) == visible_characters(path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_removed_piece_names_its_rule(path):
    assert all(piece.rule and piece.text for piece in page(path).removed)
