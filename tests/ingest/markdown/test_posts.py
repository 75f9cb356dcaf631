"""Whole posts: each raw post in fixtures/posts beside what is read out of it. All texts are invented."""

import json
from pathlib import Path

import pytest

from articles.ingest.documents import RawDocument
from articles.ingest.markdown.parse import parse

POSTS = sorted((Path(__file__).parent / "fixtures" / "posts").glob("*.md"))


def article(post):
    found = parse(post.read_text("utf8"), RawDocument(post.name, b"")).as_json()
    fields = ("headline", "standfirst", "byline", "published", "source_name", "keywords", "language")
    blocks = [[block["type"], block["text"] or block.get("items", [])] for block in found["blocks"]]
    return {name: found[name] for name in fields} | {"blocks": blocks}


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.stem)
def test_a_post_is_read_as_expected(post):
    assert article(post) == json.loads(post.with_suffix(".json").read_text("utf8"))
