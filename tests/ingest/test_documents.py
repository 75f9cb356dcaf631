"""What the cleaner answers can be written down and read back."""

from datetime import UTC, date, datetime

import pytest

from articles.ingest.documents import Block, BlockType, Kind, ParsedDocument, Removed


def make_parsed(**fields):
    blocks = [
        Block(BlockType.PARAGRAPH, "渡輪靠岸。"),
        Block(BlockType.LIST, items=["一", "二"], ordered=True),
        Block(BlockType.FIGURE, "碼頭（圖／峽灣通訊社）", caption="碼頭", credit="峽灣通訊社", src="a.png"),
    ]
    return ParsedDocument(
        Kind.HTML,
        headline="渡輪",
        blocks=blocks,
        removed=[Removed("menu", 0, 3), Removed("ad", text="廣告")],
        **fields,
    )


@pytest.mark.parametrize("published", [None, date(2026, 1, 15), datetime(2026, 1, 15, 9, 30, tzinfo=UTC)])
def test_an_answer_comes_back_as_it_was(published):
    parsed = make_parsed(published=published, warnings=["短"], keywords=["奈良"])
    assert ParsedDocument.from_json(parsed.as_json()) == parsed


def test_a_provisional_headline_stays_provisional():
    parsed = make_parsed(headline_is_provisional=True)
    assert parsed.as_json()["headline"] == ""
    assert ParsedDocument.from_json(parsed.as_json()) == parsed
