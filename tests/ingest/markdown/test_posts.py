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


def test_a_form_for_remarks_below_a_post_is_none_of_it_and_does_not_hide_its_byline():
    story = "燈塔守把三封信放在同一個餅乾盒裡，第一封問的是霧幾點散。\n\n" * 3
    form = "發表評論：請在以下表格裡填寫您的姓名與電子郵件，審核後才會顯示。\n\n姓名 *\n"
    document = parse(f"---\ntitle: 三封信\n---\n記者：許知微\n\n{story}{form}", RawDocument("a.md", b""))
    assert (document.byline, len(document.blocks)) == ("許知微", 3)


def test_a_clipper_s_own_tag_is_no_topic_and_its_links_are_names():
    matter = 'title: 三封信\nauthor: "[[Miriam Castellane]]"\ntags: [clippings, 燈塔]'
    document = parse(f"---\n{matter}\n---\n燈塔守把三封信放在餅乾盒裡。\n", RawDocument("a.md", b""))
    assert (document.byline, document.keywords) == ("Miriam Castellane", ["燈塔"])
