"""The desk without its script: an ordinary form with the same fields, checks and buttons."""

import pytest

from articles.models import Article, Summary, Words
from articles.models.summaries.desk_state import DeskState
from tests.admin.desk.conftest import EN, ZH, address_of
from tests.builders import make_article, make_summary

pytestmark = pytest.mark.django_db


def findings(answer):
    return [(f.language, f.field, f.rule) for f in answer.context["editor"].findings]


def stored(article):
    return {summary.language: summary.proposed.text for summary in article.summaries.all()}


def state_of(article):
    return Article.objects.get(pk=article.pk).desk_state


def test_both_languages_stand_side_by_side_with_the_body(editor_in):
    article = make_article()
    page = editor_in.client.get(address_of(article)).content.decode()
    assert '<p id="p1">' in page
    assert 'name="zh-text"' in page
    assert 'name="en-text"' in page


def test_what_was_typed_is_saved_as_a_draft(editor_in):
    article = make_article()
    answer = editor_in.does(
        article, zh_headline="信使換座", zh_text=ZH, zh_points="重開談判\n添了燈", en_text=EN
    )
    assert answer.status_code == 302
    assert article.summaries.get(language="zh-Hant").words == Words("信使換座", ZH, ("重開談判", "添了燈"))
    assert set(article.summaries.values_list("status", flat=True)) == {"draft"}


def test_words_in_the_other_script_than_somebody_took_meanwhile_come_back(editor_in):
    article = make_article()
    data = editor_in.opens(article, zh_text=ZH)
    make_summary(article, "zh-Hans", "两国信使重开谈判。")
    assert ZH in editor_in.sends(article, data).content.decode()
    assert stored(article) == {"zh-Hans": "两国信使重开谈判。"}


def test_fields_left_empty_make_no_summary(editor_in):
    article = make_article()
    editor_in.does(article, zh_text=ZH)
    assert stored(article) == {"zh-Hant": ZH}


def test_publishing_shows_both_languages_to_readers(editor_in):
    article = make_article()
    editor_in.does(article, "publish", zh_text=ZH, en_text=EN)
    assert Summary.objects.published().count() == 2
    assert state_of(article) == DeskState.DONE


def test_published_summaries_of_a_draft_are_told_to_wait_for_it(editor_in):
    for status, told in (("draft", "It is now: Draft."), ("published", "Published.")):
        article = make_article(status=status)
        data = editor_in.opens(article, zh_text=ZH, en_text=EN)
        assert editor_in.tells(article, data, "publish")["told"].endswith(told)


def test_one_language_may_be_published_alone(editor_in):
    article = make_article()
    editor_in.does(article, "publish", zh_text=ZH)
    assert state_of(article) == DeskState.ONE


def test_publish_and_next_opens_the_next_article_of_the_queue(editor_in):
    older, newer = make_article("舊文"), make_article("新文")
    answer = editor_in.does(newer, "next", "?state=none", zh_text=ZH)
    assert answer.url == f"{address_of(older)}?state=none"


def test_at_the_end_of_a_queue_its_beginning_is_next(editor_in):
    older, newer = make_article("舊文"), make_article("新文")
    answer = editor_in.does(older, "next", "?state=none", zh_text=ZH)
    assert answer.url == f"{address_of(newer)}?state=none"


def test_after_the_last_article_the_empty_queue_is_shown(editor_in):
    article = make_article()
    answer = editor_in.does(article, "next", "?state=none", zh_text=ZH, en_text=EN)
    assert answer.url == "/en/admin/desk/?state=none"


@pytest.mark.parametrize(
    ("typed", "field", "rule"),
    [
        ({"zh_text": "渡" * 121}, "text", "too_long"),
        ({"zh_text": "渡" * 10_000}, "text", "too_long"),
        ({"en_text": "ferry " * 81}, "text", "too_long"),
        ({"zh_text": "The ferry sails again at dawn."}, "text", "wrong_language"),
        ({"zh_text": "\u200b\u200b"}, "text", "empty"),
        ({"en_text": "Envoys <b>reopened</b> their talks."}, "text", "markup"),
        ({"zh_text": ZH, "zh_points": "一\n二\n三\n四"}, "points", "too_many_points"),
        ({"zh_text": ZH + "[9]"}, "text", "citation"),
    ],
)
def test_words_that_no_summary_has_are_refused_beside_their_field_and_kept(editor_in, typed, field, rule):
    article = make_article()
    answer = editor_in.does(article, **typed)
    assert answer.status_code == 200
    assert (field, rule) in [found[1:] for found in findings(answer)]
    page = answer.content.decode()
    assert all(line in page for text in typed.values() for line in escaped(text).splitlines())
    assert not Summary.objects.exists()


def escaped(text):
    return text.strip().replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("typed", ["a\x00b", "渡" * 20_001])
def test_what_cannot_be_looked_at_is_refused_too(editor_in, typed):
    answer = editor_in.does(make_article(), zh_text=typed)
    assert "text" in answer.context["editor"].forms[0].errors
    assert not Summary.objects.exists()


def test_a_refused_language_keeps_the_other_from_nothing(editor_in):
    article = make_article()
    editor_in.does(article, zh_text="渡" * 121, en_text=EN)
    assert stored(article) == {"en": EN}


def test_a_fault_is_asked_about_once_and_published_on_request(editor_in):
    article = make_article(body="兩國的 70 名信使重開談判。")
    asked = editor_in.does(article, "publish", zh_text="兩國的 77 名信使重開談判。")
    assert (asked.status_code, Summary.objects.published().exists()) == (200, False)
    assert stored(article) == {"zh-Hant": "兩國的 77 名信使重開談判。"}
    data = editor_in.opens(article) | {"sure": asked.context["sure"]}
    editor_in.sends(article, data, "publish")
    assert Summary.objects.published().exists()


def test_the_answer_to_one_fault_is_no_answer_to_another(editor_in):
    article = make_article(body="兩國的 70 名信使重開談判。")
    asked = editor_in.does(article, "publish", zh_text="兩國的 77 名信使重開談判。")
    data = editor_in.opens(article, zh_text="兩國的 88 名信使重開談判。") | {"sure": asked.context["sure"]}
    editor_in.sends(article, data, "publish")
    assert not Summary.objects.published().exists()


@pytest.mark.parametrize("typed", [{}, {"zh_headline": "信使換座"}])
def test_nothing_is_published_without_a_text(editor_in, typed):
    answer = editor_in.does(make_article(), "publish", **typed)
    assert answer.status_code == 200
    assert not Summary.objects.published().exists()


def test_readers_keep_the_former_words_until_the_new_ones_are_published(editor_in):
    article = make_article()
    make_summary(article, text="信使回來了。")
    editor_in.does(article, zh_text=ZH)
    assert Summary.objects.get().text == "信使回來了。"
    editor_in.does(article, "publish")
    assert Summary.objects.get().text == ZH


def test_a_published_summary_is_withdrawn_and_never_emptied(editor_in):
    article = make_article()
    make_summary(article)
    assert editor_in.does(article, zh_text="").status_code == 200
    assert Summary.objects.get().pending is None
    editor_in.does(article, "withdraw:zh")
    assert not Summary.objects.published().exists()
    assert Summary.objects.get().text


def test_a_summary_in_simplified_chinese_is_the_chinese_one(editor_in):
    article = make_article()
    make_summary(article, "zh-Hans", "两国信使重开谈判。")
    editor_in.does(article, zh_text="两国信使重开谈判，桌上多了一盏灯。")
    assert stored(article) == {"zh-Hans": "两国信使重开谈判，桌上多了一盏灯。"}


def test_an_author_hands_in_and_an_editor_publishes(author, editor_in):
    article = make_article()
    author.does(article, "submit", zh_text=ZH, en_text=EN)
    assert state_of(article) == DeskState.REVIEW
    editor_in.does(article, "publish")
    assert {s.reviewer for s in Summary.objects.published()} == {editor_in.user}


@pytest.mark.parametrize("action", ["publish", "next", "withdraw:zh", "right"])
def test_an_author_publishes_nothing(author, action):
    article = make_article()
    assert author.does(article, action, zh_text=ZH).status_code == 403
    assert not Summary.objects.exists()


def test_an_author_sees_no_button_to_publish(author):
    page = author.client.get(address_of(make_article())).content.decode()
    assert 'value="submit"' in page
    assert 'value="next"' not in page
    assert 'value="publish"' not in page
