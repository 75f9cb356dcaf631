"""What waits at the desk, in which order, and how much it costs to look."""

import pytest
from django.db import connection

from articles.admin.desk import queue as queues
from articles.admin.desk.queue import Queue
from articles.discovery.stories import join
from articles.models import Article
from articles.pages import pagination
from tests.admin.desk.conftest import ZH, address_of
from tests.builders import make_article, make_copies, make_source, make_summary, make_tag

pytestmark = pytest.mark.django_db

DESK = "/en/admin/desk/"


def shown(answer):
    return [row.article.headline for row in answer.context["rows"]]


def open_queue(colleague, **query):
    return colleague.client.get(DESK, query)


def test_each_article_stands_in_one_queue_newest_first(editor_in):
    for headline in ("一", "二"):
        make_article(headline)
    make_summary(make_article("三"))
    assert shown(open_queue(editor_in, state="none")) == ["二", "一"]
    assert shown(open_queue(editor_in, state="one")) == ["三"]


def test_the_first_article_of_the_queue_lies_open(editor_in):
    make_article("一"), make_article("二")
    assert open_queue(editor_in).context["article"].headline == "二"


def test_the_most_urgent_queue_is_opened_first(editor_in):
    make_article("一")
    make_summary(make_article("二"), status="stale")
    assert open_queue(editor_in).context["queue"].state == "stale"


def test_what_was_handed_in_waits_also_when_a_copy_leads_from_then_on(editor_in, author):
    article = make_article("一", source=make_source(rights="link"))
    author.does(article, "submit", zh_text=ZH)
    join(make_article("二", source=make_source(rights="own")), article)
    assert not Article.objects.get(pk=article.pk).is_lead
    assert shown(open_queue(editor_in, state="review")) == ["一"]


def test_what_was_handed_in_of_a_copy_waits_on_the_first_page_too(editor_in, author):
    _lead, copy = make_copies()
    author.does(copy, "submit", zh_text=ZH)
    work = {each.label: each.count for each in editor_in.client.get("/en/admin/").context["work"]}
    assert work["To review"] == 1


def test_a_stale_summary_of_a_copy_waits(editor_in):
    _lead, copy = make_copies(body="渡輪載客131人。", summaries={"zh-Hant": "渡輪載客131人。"})
    copy.body = "渡輪載客132人。"
    copy.save()
    assert "轉載" in shown(open_queue(editor_in, state="stale"))


def test_copies_and_withdrawn_articles_wait_for_no_new_summary(editor_in):
    make_article("一", status="withdrawn")
    make_article("二", is_lead=False)
    make_article("三", status="draft")
    assert shown(open_queue(editor_in, state="none")) == ["三"]


def test_a_queue_is_narrowed_by_source_and_by_topic_in_any_of_its_names(editor_in):
    source = make_source()
    make_article("一", source=source)
    make_article("二", tags=["穿梭外交"])
    make_article("三")
    assert shown(open_queue(editor_in, state="none", source=source.pk)) == ["一"]
    assert shown(open_queue(editor_in, state="none", topic="穿梭外交")) == ["二"]
    assert shown(open_queue(editor_in, state="none", topic="穿梭外交", source=source.pk)) == []


@pytest.mark.parametrize(
    "query", ["state=nonsense", "source=x", "source=" + "9" * 30, "before=x", "topic=🦄", "source=²"]
)
def test_an_address_that_somebody_made_up_shows_the_whole_queue(editor_in, query):
    make_article("一")
    assert shown(editor_in.client.get(f"{DESK}?{query}")) == ["一"]


def test_the_queue_is_read_page_by_page(editor_in, monkeypatch):
    monkeypatch.setattr(pagination, "PAGE_SIZE", 2)
    for number in range(5):
        make_article(f"{number}")
    first = open_queue(editor_in, state="none")
    rest = open_queue(editor_in, state="none", before=str(first.context["page"].older), rows="1")
    assert shown(first) + shown(rest) == ["4", "3", "2", "1"]
    assert b"<html" not in rest.content


def test_a_number_is_counted_only_so_far(editor_in, monkeypatch):
    monkeypatch.setattr(queues, "MOST_COUNTED", 2)
    for _number in range(4):
        make_article()
    page = open_queue(editor_in, state="none").content.decode()
    assert "<b>2+</b>" in page
    assert "2+" in editor_in.client.get("/en/admin/").content.decode()


def test_the_queue_is_read_along_its_index(editor_in):
    make_article()
    plan = Queue("none").waiting.newest_first()[:20].explain()
    # PostgreSQL chooses by how many rows there are, and here are few.
    assert "article_desk" in plan or connection.vendor == "postgresql"


def test_the_desk_costs_the_same_however_much_waits(editor_in, django_assert_max_num_queries):
    article = make_article(tags=["甲"], summaries={"zh-Hant": "渡輪復航。", "en": "Ferries sail."})
    with django_assert_max_num_queries(30) as queries:
        editor_in.client.get(address_of(article))
    before = len(queries)
    article.tags.set([f"話題{number}" for number in range(20)])
    for number in range(15):
        make_article(
            f"{number}",
            tags=["甲"],
            source=make_source(),
            summaries={"zh-Hant": "渡輪復航。", "en": "Ferries sail."},
        )
    with django_assert_max_num_queries(30) as queries:
        editor_in.client.get(address_of(article))
    assert len(queries) <= before


def test_names_of_topics_are_offered_in_both_languages(editor_in):
    tag = make_tag("李在明")
    tag.labels.create(text="Lee Jae-myung", language="en", kind="preferred")
    tag.take_names_from_labels()
    article = make_article(tags=[tag])
    names = editor_in.client.get(address_of(article)).context["names"]
    assert [(name.chinese, name.english) for name in names] == [("李在明", "Lee Jae-myung")]


def test_names_that_the_body_mentions_are_offered_too(editor_in):
    make_article(tags=["對馬海峽"])
    article = make_article(body="渡輪駛過對馬海峽。")
    names = editor_in.client.get(address_of(article)).context["names"]
    assert [name.chinese for name in names] == ["對馬海峽"]
