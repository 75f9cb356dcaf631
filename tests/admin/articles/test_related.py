"""What stands beside an article, arranged by hand: it stays, whatever is computed again."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from lxml import html

from articles.management.roles import AUTHORS
from articles.models import Article, Related
from articles.models.articles.related import HIDDEN
from tests.builders import make_article, make_copies, make_tag

pytestmark = pytest.mark.django_db

TEXTS = iter(
    f"{first}{second}的渡口。" for first in "甲乙丙丁戊己庚辛壬癸" for second in "子丑寅卯辰巳午未申酉戌亥"
)


def make_one(headline, **fields):
    """An article that shares no words with another."""
    return make_article(headline, body=next(TEXTS), **fields)


def page_about(article):
    return reverse("admin:articles_article_related", args=[article.pk])


def put(client, article, other, reason="同一條航線", **changes):
    data = {"what": str(other.pk), "reason_zh": reason, "reason_en": "", "put": "1"}
    return client.post(page_about(article), data | changes)


def press(client, button, article, other):
    return client.post(page_about(article), {button: other.pk}, follow=True)


def shown_beside(client, article, prefix=""):
    """What a reader finds beside an article: headlines with their reasons."""
    page = html.fromstring(client.get(prefix + article.get_absolute_url()).content.decode())
    return [(link.text, link.get("data-reason")) for link in page.cssselect("a[rel=related]")]


def headlines_beside(client, article):
    return [headline for headline, _reason in shown_beside(client, article)]


def make_related(headlines=("渡輪", "燈塔")):
    tag = make_tag("奈良")
    return [make_one(headline, tags=[tag]) for headline in headlines]


def test_what_is_hidden_stands_on_neither_page_however_often_all_is_computed_again(desk):
    article, other = make_related()
    assert headlines_beside(desk, article) == ["燈塔"]
    press(desk, "hide", article, other)
    call_command("rebuild_derived")
    other.save()
    assert headlines_beside(desk, article) == headlines_beside(desk, other) == []


def test_what_was_put_by_hand_comes_first_with_its_reason_and_leads_back(desk):
    article, computed = make_related()
    chosen = make_one("碼頭")
    put(desk, article, chosen)
    call_command("rebuild_derived")
    assert shown_beside(desk, article)[0] == ("碼頭", "同一條航線")
    assert headlines_beside(desk, article) == ["碼頭", computed.headline]
    assert shown_beside(desk, chosen)[0] == ("渡輪", "同一條航線")


def test_a_reason_is_told_in_the_readers_language_if_it_is_said_in_it(desk):
    article, other = make_one("渡輪"), make_one("碼頭")
    put(desk, article, other, reason_en="The same line")
    assert shown_beside(desk, article) == [("碼頭", "同一條航線")]
    assert shown_beside(desk, article, "/en") == [("碼頭", "The same line")]


def test_a_computed_one_can_be_put_first_and_keeps_its_reason(desk):
    article, *others = make_related(("渡輪", "燈塔", "碼頭"))
    last = shown_beside(desk, article)[-1]
    press(desk, "first", article, Article.objects.get(headline=last[0]))
    assert shown_beside(desk, article)[0] == last
    assert others


def test_those_by_hand_are_moved_one_place_at_a_time(desk):
    article, *others = (make_one(headline) for headline in ("渡輪", "甲", "乙", "丙"))
    for other in others:
        put(desk, article, other)
    press(desk, "up", article, others[2])
    assert headlines_beside(desk, article) == ["甲", "丙", "乙"]
    press(desk, "down", article, others[0])
    assert headlines_beside(desk, article) == ["丙", "甲", "乙"]


def test_one_that_is_withdrawn_leaves_no_hole_and_has_its_place_when_it_comes_back(desk):
    article, *others = make_related([f"第{number}則" for number in range(9)])
    chosen = make_one("碼頭")
    put(desk, article, chosen)
    for status, seen in (("withdrawn", False), ("published", True)):
        chosen = Article.objects.get(pk=chosen.pk)
        chosen.status = status
        chosen.save()
        beside = headlines_beside(desk, article)
        assert len(beside) == 6
        assert (beside[0] == "碼頭") == seen
    assert others


def test_hiding_many_leaves_no_hole_either(desk):
    article, *_others = make_related([f"第{number}則" for number in range(16)])
    for row in Related.objects.filter(article=article)[:8]:
        press(desk, "hide", article, row.other)
    assert len(headlines_beside(desk, article)) == 6


def test_a_hidden_story_does_not_come_back_by_another_copy(desk):
    article = make_one("渡輪", tags=["奈良"])
    lead, copy = make_copies(tags=["奈良"])
    Related.objects.hide(article, lead, None)
    lead.status = "withdrawn"
    lead.save()
    copy.refresh_from_db()
    copy.save()
    assert copy.is_lead
    assert headlines_beside(desk, article) == []


def test_taken_away_or_no_longer_hidden_what_is_computed_has_the_word(desk):
    article, other = make_related()
    for button in ("hide", "first"):
        press(desk, button, article, other)
        press(desk, "leave", article, other)
        assert shown_beside(desk, article) == [("燈塔", "共同主題：奈良")]


def test_the_history_of_both_says_who_did_what(desk, editor):
    article, computed = make_related()
    chosen = make_one("碼頭")
    put(desk, article, chosen)
    press(desk, "hide", article, computed)
    for one, named in ((article, ["碼頭", "燈塔"]), (chosen, ["渡輪"]), (computed, ["渡輪"])):
        told = desk.get(reverse("admin:articles_article_history", args=[one.pk])).context["actions"]
        assert all(any(name in action.get_change_message() for action in told) for name in named)
        assert {action.user for action in told} == {editor}
    assert set(Related.objects.decided().values_list("by", flat=True)) == {editor.pk}


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("hide", "「燈塔」已隱藏：兩篇不再互列。"),
        ("leave", "「燈塔」是否列在旁邊，改由計算決定。"),
        ("first", "「燈塔」已由編輯列在旁邊。"),
    ],
)
def test_the_history_says_what_was_done(desk, button, told):
    article, computed = make_related()
    press(desk, button, article, computed)
    (action,) = desk.get(reverse("admin:articles_article_history", args=[article.pk])).context["actions"]
    assert action.get_change_message() == told


def test_the_history_says_that_the_order_was_changed(desk):
    article, first, second = make_one("渡輪"), make_one("碼頭"), make_one("燈塔")
    put(desk, article, first)
    put(desk, article, second)
    press(desk, "down", article, first)
    action, *_rest = desk.get(reverse("admin:articles_article_history", args=[article.pk])).context["actions"]
    assert action.get_change_message() == "相關文章的次序已調整。"


@pytest.mark.parametrize("given", ["{pk}", "/a/{pk}", "https://portal.example/zh-hans/articles/{pk}/碼頭/"])
def test_an_article_is_named_by_its_number_or_any_address_of_it(desk, given):
    article, other = make_one("渡輪"), make_one("碼頭")
    put(desk, article, other, what=given.format(pk=other.pk))
    assert headlines_beside(desk, article) == ["碼頭"]


def test_words_are_answered_with_the_articles_that_have_them(desk):
    article, other = make_one("渡輪"), make_one("跨海大橋通車")
    answer = put(desk, article, other, what="跨海大橋")
    assert answer.context["form"].candidates == [other]
    assert not Related.objects.by_hand().exists()
    put(desk, article, other, what="跨海大橋", choose=other.pk)
    assert headlines_beside(desk, article) == ["跨海大橋通車"]


@pytest.mark.parametrize(
    ("typed", "field"), [({"reason_zh": " "}, "reason_zh"), ({"what": "無此文"}, "what")]
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(desk, typed, field):
    article, other = make_one("渡輪"), make_one("碼頭")
    form = put(desk, article, other, **typed).context["form"]
    assert list(form.errors) == [field]
    assert form["what"].value() == typed.get("what", str(other.pk))
    assert not Related.objects.by_hand().exists()


def test_neither_itself_nor_a_copy_can_stand_beside_an_article(desk):
    lead, copy = make_copies()
    for other in (lead, copy):
        assert put(desk, lead, other).context["form"].errors["what"]


def test_an_author_sees_what_stands_beside_and_changes_nothing(works_as):
    article, other = make_related()
    author = works_as(AUTHORS)
    page = html.fromstring(author.get(page_about(article)).content.decode())
    assert page.cssselect("#content-main .waiting a")
    assert not page.cssselect("#content-main :is(button, input[type=submit])")
    assert press(author, "hide", article, other).status_code == 403
    assert not Related.objects.filter(position=HIDDEN).exists()


def test_a_button_for_what_is_no_longer_there_says_so(desk):
    article, other = make_related()
    Related.objects.all().delete()
    answer = press(desk, "hide", article, other)
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]


def test_the_page_asks_as_little_of_many_as_of_few(desk, django_assert_max_num_queries):
    article, *others = make_related([f"第{number}則" for number in range(12)])
    for other in others[:4]:
        put(desk, article, other)
    for other in others[4:8]:
        press(desk, "hide", article, other)
    with django_assert_max_num_queries(12):
        desk.get(page_about(article))
