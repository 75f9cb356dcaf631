"""Small pages, each built after a fault seen in the field: beside each page what is right, and why."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from articles.ingest.clean import clean
from articles.ingest.documents import BlockType, RawDocument

FIELD = Path(__file__).parent / "fixtures" / "field"
EXPECTED = sorted(FIELD.glob("*.json"))
FIELDS = ("headline", "standfirst", "byline", "source_name", "source_url")


def cases():
    for expected in EXPECTED:
        page = next(path for path in FIELD.glob(f"{expected.stem}.*") if path != expected)
        yield pytest.param(page, json.loads(expected.read_text("utf-8")), id=expected.stem)


@pytest.mark.parametrize(("page", "right"), list(cases()))
def test_a_page_from_the_field_is_read_right(page, right):
    document = clean(RawDocument(page.name, page.read_bytes()))
    text = "\n".join(map(words, document.blocks))
    stated = {name: right[name] for name in FIELDS if name in right}
    assert {name: getattr(document, name) for name in stated} == stated
    assert "published" not in right or document.published == moment(right["published"])
    assert [words for words in right.get("holds", []) if words not in text] == []
    assert [words for words in right.get("lacks", []) if words in text + document.headline] == []
    for kind in BlockType:
        wanted = right.get(f"{kind}s")
        assert wanted is None or sum(block.type == kind for block in document.blocks) == wanted, kind
    assert bool(document.warnings) or not right.get("warns")


def words(block):
    """What a reader sees of a block."""
    rows = [" ".join(row) for row in block.rows]
    return "\n".join([block.text, *block.items, *rows])


def moment(printed):
    return datetime.fromisoformat(printed) if "T" in printed else date.fromisoformat(printed)
