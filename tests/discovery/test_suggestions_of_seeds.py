"""What the shared seeds suggest with an empty glossary; their printed keywords are kept from the text."""

import json
from pathlib import Path

import pytest

from articles.discovery.suggestions import suggest_topics
from articles.ingest.block_markdown import to_markdown
from articles.ingest.clean import clean
from articles.ingest.documents import RawDocument
from tests.builders import make_article

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
LEAST = 6

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here"),
]


def new_names_of(seed):
    path = next(SEEDS.glob(f"{seed}_*"))
    parsed = clean(RawDocument(path.name, path.read_bytes()))
    provisional = parsed.headline_is_provisional
    article = make_article(
        parsed.headline, body=to_markdown(parsed.blocks), headline_is_provisional=provisional
    )
    return suggest_topics(article).new


@pytest.mark.parametrize("seed", ["000", "001"])
def test_most_printed_keywords_are_suggested(seed):
    printed = json.loads((SEEDS / "gold" / "000.json").read_text("utf-8"))["keywords"]
    assert len({*printed} & {*new_names_of(seed)}) >= LEAST


def test_whom_the_article_is_about_comes_first():
    assert new_names_of("004")[0] == "高市早苗"
