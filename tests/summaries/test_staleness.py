"""What becomes of summaries when the body of their article changes."""

import pytest

from articles.models import Summary
from articles.summaries.staleness import change_since_review, derive_staleness
from tests.builders import make_article, make_summary

pytestmark = pytest.mark.django_db

BODY = "渡輪在清晨六點靠岸，載來35名信使。\n\n談判在午後重開，桌上多了一盞燈，兩國代表同意下月再會。"


def changed(article, body):
    article.body = body
    article.save()
    derive_staleness(article)
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
    original = Summary.save

    def save_after_another(self, *args, **kwargs):
        monkeypatch.setattr(Summary, "save", original)
        Summary.objects.get(pk=self.pk).propose(self.words.__class__(text="另一版"), None)
        original(self, *args, **kwargs)

    monkeypatch.setattr(Summary, "save", save_after_another)
    summary = changed(article, BODY.replace("35", "36"))
    assert (summary.status, summary.pending["text"]) == ("stale", "另一版")
