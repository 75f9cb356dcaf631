"""Names that tell a page's boxes from its article."""

import pytest

from articles.ingest.html.selection.box_names import BODY_NAME, FURNITURE_NAME


@pytest.mark.parametrize(
    "name",
    [
        *("comments", "related-box", "read-more", "ranking", "latest", "left-sidebar", "footer", "share-bar"),
        *("kg-cta-card", "cta", "kg-signup-card", "kg-bookmark-card"),
        *("advert", "popup", "app-download", "player", "feedback", "author-bio", "tags"),
    ],
)
def test_a_name_of_the_trade_tells_furniture(name):
    assert FURNITURE_NAME.search(name)


@pytest.mark.parametrize(
    "name", ["column", "text", "intro", "story", "footnote", "kg-callout-card", "actant", "cactus"]
)
def test_a_name_that_says_nothing_tells_none(name):
    assert not FURNITURE_NAME.search(name)


@pytest.mark.parametrize("name", ["article_body", "post-content", "story-text", "newsBody", "article"])
def test_a_name_tells_the_article_s_own_box(name):
    assert BODY_NAME.search(name)
