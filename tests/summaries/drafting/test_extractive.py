"""The drafter that needs no network makes summaries of an article's own sentences."""

import pytest

from articles.models.summaries.draft import Draft
from articles.summaries.drafting.base import CannotDraft
from articles.summaries.drafting.drafts import make_draft
from articles.text.citations import cited, without_citations
from tests.builders import make_article

pytestmark = pytest.mark.django_db

BODY = (
    "渡輪航線星期一恢復，首航載來三十名代表。碼頭上擠滿了人。\n\n"
    "代表團先談漁業，再談海底電纜。雙方同意在秋天再談渡輪航線，地點是對岸的港口。"
)
SIMPLIFIED = "渡轮航线星期一恢复，首航载来三十名代表。\n\n双方同意在秋天再谈渡轮航线，地点是对岸的港口。"
ENGLISH = (
    "The ferry line was restored on Monday.\n\nBoth sides agreed to talk about the ferry line in autumn."
)


def test_an_extract_is_ready_and_cites_its_paragraphs():
    draft = make_draft(make_article("渡輪復航", body=BODY), "zh-Hant")
    assert (draft.state, draft.headline) == ("ready", "渡輪復航")
    assert cited(draft.text) == [1, 2]


def test_an_extract_has_no_more_characters_than_read_well():
    draft = make_draft(make_article(body=BODY * 8), "zh-Hant")
    assert len(without_citations(draft.text)) <= 100


def test_a_simplified_article_gets_a_traditional_summary_when_asked():
    draft = make_draft(make_article("渡轮复航", body=SIMPLIFIED, language="zh-Hans"), "zh-Hant")
    assert draft.state == "ready"
    assert draft.headline == "渡輪復航"
    assert "渡輪航線" in draft.text


def test_an_english_article_gets_an_english_summary():
    draft = make_draft(make_article("Ferry line restored", body=ENGLISH, language="en"), "en")
    assert draft.state == "ready"
    assert "restored on Monday [1]." in draft.text


@pytest.mark.parametrize(("written", "wanted"), [("zh-Hant", "en"), ("en", "zh-Hant"), ("ja", "zh-Hant")])
def test_an_extract_in_another_language_is_not_invented(written, wanted):
    article = make_article(body=ENGLISH if written == "en" else BODY, language=written)
    with pytest.raises(CannotDraft):
        make_draft(article, wanted)
    assert Draft.objects.count() == 0
