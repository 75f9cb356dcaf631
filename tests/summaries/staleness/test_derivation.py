"""What becomes of summaries when the body of their article changes."""

import pytest

from articles.models import Summary
from articles.models.articles.derivation import DERIVATIONS
from articles.models.articles.rendering import ArticleRendering
from articles.models.summaries.summary import ReviewedBody, Words
from articles.summaries.staleness.derivation import (
    EXPLANATIONS,
    change_since_review,
    derive_staleness,
    difference_since_review,
    explanation,
    moved_citations,
)
from articles.summaries.staleness.substitutions import ALL_RULES
from tests.builders import make_article, make_summary, make_tag

pytestmark = pytest.mark.django_db

BODY = "渡輪在清晨六點靠岸，載來35名信使。\n\n談判在午後重開，桌上多了一盞燈，兩國代表同意下月再會。"


def changed(article, body):
    """The article's summary once its body is another one."""
    article.body = body
    article.save()
    return article.summaries.get()


@pytest.fixture
def article():
    return make_article(body=BODY, summaries={"zh-Hant": "兩國代表同意再會。"})


def test_a_summary_stays_when_only_the_marks_of_the_body_change(article):
    assert changed(article, BODY.replace("，", ", ")).status == "published"


def test_a_summary_goes_stale_when_a_number_changes(article):
    assert changed(article, BODY.replace("35", "36")).status == "stale"


def test_a_stale_summary_is_right_again_when_the_body_returns(article):
    changed(article, BODY.replace("35", "36"))
    assert changed(article, BODY).status == "published"


def test_small_changes_do_not_carry_a_summary_away_unnoticed():
    body = "".join(f"信使在第{number}站換馬，天色漸暗，路旁的旅店亮起燈火。" for number in range(30))
    article = make_article(body=body, summaries={"zh-Hant": "信使趕路。"})
    statuses = []
    for number in range(30):
        body = body.replace(f"第{number}站換馬，天色漸暗", f"第{number}站換馬，天色漸黑")
        statuses.append(changed(article, body).status)
    assert statuses[0] == "published"
    assert statuses[-1] == "stale"


def test_what_changed_since_the_review_can_be_told(article):
    summary = changed(article, BODY.replace("35", "36"))
    change = change_since_review(summary)
    assert (change.rule, change.before, change.after) == ("number", "35", "36")


def test_a_draft_is_never_stale():
    article = make_article(body=BODY)
    make_summary(article, status="draft")
    assert changed(article, "全新的正文。").status == "draft"


def test_an_article_without_summaries_costs_one_query(article, django_assert_num_queries):
    bare = make_article(body=BODY)
    with django_assert_num_queries(1):
        derive_staleness(bare)


def test_somebody_elses_save_in_between_is_taken_in(article, monkeypatch):
    save = Summary.save

    def save_after_another(self, *args, **kwargs):
        monkeypatch.setattr(Summary, "save", save)
        Summary.objects.get(pk=self.pk).propose(Words(text="另一版"), None)
        save(self, *args, **kwargs)

    monkeypatch.setattr(Summary, "save", save_after_another)
    summary = changed(article, BODY.replace("35", "36"))
    assert (summary.status, summary.pending["text"]) == ("stale", "另一版")


def test_a_save_that_leaves_the_body_alone_leaves_the_summary_alone(article):
    version = article.summaries.get().version
    article.headline = "另一個標題"
    article.save()
    assert article.summaries.get().version == version


def test_another_name_of_a_topic_is_no_change():
    make_tag("東岸通訊社").labels.create(text="東通社")
    body = "東岸通訊社在清晨報導渡輪靠岸。" * 9
    article = make_article(body=body, summaries={"zh-Hant": "渡輪靠岸。"})
    assert changed(article, body.replace("東岸通訊社", "東通社")).status == "published"


def test_staleness_is_derived_before_the_body_is_rendered():
    assert next(iter(DERIVATIONS)) == "summaries"


def test_citations_follow_their_paragraphs(article):
    article.summaries.get().propose(Words(text="渡輪靠岸。[1]代表同意再會。[2]"), None)
    article.summaries.get().publish(None)
    assert changed(article, f"前一夜下了雪。\n\n{BODY}").text == "渡輪靠岸。[2]代表同意再會。[3]"


def test_citations_in_a_waiting_revision_follow_too(article):
    article.summaries.get().propose(Words(text="代表同意再會。[2]", points=("再會[2]",)), None)
    summary = changed(article, f"前一夜下了雪。\n\n{BODY}")
    assert (summary.pending["text"], summary.pending["points"]) == ("代表同意再會。[3]", ["再會[3]"])


def test_citations_of_a_draft_follow_though_it_is_never_stale(article):
    make_summary(article, language="en", status="draft", text="They meet again.[2]")
    changed_body = f"前一夜下了雪。\n\n{BODY}"
    article.body = changed_body
    article.save()
    draft = article.summaries.get(language="en")
    assert (draft.status, draft.text) == ("draft", "They meet again.[3]")


def test_citations_follow_paragraphs_that_are_set_otherwise(article):
    article.body = BODY.replace("兩國代表", "**兩國代表** & 信使")
    article.save()
    article.summaries.get().propose(Words(text="代表同意再會。[2]"), None)
    article.summaries.get().publish(None)
    body = f"前一夜下了雪。\n\n{BODY}".replace("兩國代表", "兩國代表 & 信使")
    assert changed(article, body).text == "代表同意再會。[3]"


def test_citations_stay_where_no_paragraph_was_counted_before(article):
    article.summaries.get().propose(Words(text="渡輪靠岸。[1]"), None)
    article.summaries.get().publish(None)
    ArticleRendering.objects.filter(article=article).delete()
    assert changed(article, f"前一夜下了雪。\n\n{BODY}").text == "渡輪靠岸。[1]"


def test_nothing_is_told_of_a_summary_that_was_never_reviewed(article):
    draft = make_summary(article, language="en", status="draft")
    assert change_since_review(draft) is None
    assert difference_since_review(draft) == []


def test_a_body_that_is_not_kept_any_more_is_a_change_of_its_own(article):
    ReviewedBody.objects.all().delete()
    summary = changed(article, BODY + "\n")
    summary.body_fingerprint = "unknown"
    change = change_since_review(summary)
    assert (change.kind, change.rule) == ("substance", "unknown")


def test_headings_and_pictures_are_not_counted_as_paragraphs(article):
    article.summaries.get().propose(Words(text="代表同意再會。[2]"), None)
    summary = changed(article, f"## 雪夜\n\n![港口](/a.jpg)\n▲ 港口\n\n{BODY}")
    assert summary.proposed.text == "代表同意再會。[2]"


def test_the_citation_of_a_paragraph_that_is_gone_goes_with_it():
    assert moved_citations("靠岸。[1] 再會。[2]", {1: 4}) == "靠岸。[4] 再會。"


def test_the_difference_since_the_review_can_be_shown(article):
    summary = changed(article, BODY.replace("35", "36"))
    assert [part.kind for part in difference_since_review(summary)] == ["changed", "kept"]


@pytest.mark.parametrize("rule", [*ALL_RULES, "unknown"])
def test_every_rule_is_explained_to_the_editor(rule):
    assert str(explanation(rule)) not in ("", rule)


def test_every_explanation_is_one_of_a_rule():
    assert set(EXPLANATIONS) == {*ALL_RULES, "unknown"}
