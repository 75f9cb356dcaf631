"""Fields above a post that no line stands above: Pelican's, MultiMarkdown's, Hexo's."""

import pytest

from articles.ingest.documents import Kind, RawDocument
from articles.ingest.intake.detect import detect
from tests.ingest.markdown.test_markdown import BODY, blocks, parsed

FIELDS = "Title: 潮汐表上的外交\nDate: 2025-03-14 08:20\nTags: 港口, 穿梭外交\nAuthors: 林若溪; 許知微\n"


def kind(text: str) -> Kind:
    return detect(RawDocument("post.md", text.encode()), text)


@pytest.mark.parametrize(
    "head",
    [
        f"{FIELDS}\n",
        f"{FIELDS}Summary: 論壇把議程\n  排在漲潮之前。\n\n",
        "title: 潮汐表上的外交\ndate: 2025-03-14 08:20\n"
        "tags:\n- 港口\n- 穿梭外交\nauthor: [林若溪, 許知微]\n---\n",
    ],
    ids=["Pelican", "a value over two lines", "Hexo"],
)
def test_fields_without_a_line_above_them_are_front_matter(head):
    document = parsed(f"{head}{BODY}\n")
    assert kind(f"{head}{BODY}\n") == Kind.MARKDOWN
    assert (document.headline, document.byline, document.keywords) == (
        "潮汐表上的外交",
        "林若溪、許知微",
        ["港口", "穿梭外交"],
    )
    assert (document.published.day, blocks(document)) == (14, [("paragraph", BODY)])


@pytest.mark.parametrize(
    "head",
    [
        "Subject: 潮汐表\nDate: 2025-03-14\nFrom: 林若溪\n\n",
        "Title: 潮汐表\nDate: 2025-03-14\nSource: 海岬電台\n\n",
    ],
    ids=["mail", "export"],
)
def test_fields_that_no_generator_asks_for_are_lines_of_a_page(head):
    assert kind(f"{head}{BODY}\n") != Kind.MARKDOWN
