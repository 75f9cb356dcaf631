"""Findings that an editor dismisses: gone until words or body change, and listed for the administrator."""

import pytest

from articles.models import Dismissal, Summary
from tests.admin.desk.conftest import address_of
from tests.builders import make_article

pytestmark = pytest.mark.django_db
WRONG = "The talks took 131 minutes. They were long."


@pytest.fixture
def article(db):
    return make_article(body="兩國會談113分鐘，週六結束。")


def faults(answer):
    """The mark of each fault by the words it is about."""
    editor = answer.context["editor"]
    return {one.quote: editor.marks[one] for one in editor.findings if one.level == "fault"}


def opened(editor, article):
    return editor.client.get(address_of(article))


def dismiss(editor, article, do="save", **typed):
    """Save the words, then dismiss all that is found."""
    editor.does(article, **typed)
    marks = faults(opened(editor, article)).values()
    data = editor.opens(article) | {"dismiss": list(marks)} | {f"why-{mark}": "as told" for mark in marks}
    return editor.sends(article, data, do)


def test_what_is_dismissed_is_found_no_more(editor_in, article):
    dismiss(editor_in, article, en_text=WRONG)
    assert faults(opened(editor_in, article)) == {}
    kept = Dismissal.objects.get()
    assert (kept.rule, kept.quote, kept.reason) == ("number", "131", "as told")
    assert kept.dismissed_by == editor_in.user


def test_what_is_dismissed_keeps_nobody_from_publishing(editor_in, article):
    dismiss(editor_in, article, "publish", en_text=WRONG)
    assert Summary.objects.published().count() == 1


def test_it_stays_away_while_other_sentences_change(editor_in, article):
    dismiss(editor_in, article, en_text=WRONG)
    editor_in.does(article, en_text=f"{WRONG} They ended.")
    assert faults(opened(editor_in, article)) == {}


def test_it_is_found_again_when_its_sentence_changes(editor_in, article):
    dismiss(editor_in, article, en_text=WRONG)
    editor_in.does(article, en_text="The talks lasted 131 minutes. They were long.")
    assert list(faults(opened(editor_in, article))) == ["131"]


def test_it_is_found_again_when_the_body_changes(editor_in, article):
    dismiss(editor_in, article, en_text=WRONG)
    article.body = "兩國會談114分鐘，週六結束。"
    article.save()
    assert list(faults(opened(editor_in, article))) == ["131"]


def test_saving_by_the_clock_dismisses_nothing(editor_in, article):
    dismiss(editor_in, article, "autosave", en_text=WRONG)
    assert not Dismissal.objects.exists()


def test_a_mark_that_is_not_found_dismisses_nothing(editor_in, article):
    data = editor_in.opens(article, en_text=WRONG) | {"dismiss": ["f" * 32]}
    editor_in.sends(article, data)
    assert not Dismissal.objects.exists()


def test_the_administrator_sees_what_was_dismissed_and_may_take_it_back(editor_in, colleague, article):
    dismiss(editor_in, article, en_text=WRONG)
    administrator = colleague("house", "Administrators")
    page = administrator.client.get("/en/admin/articles/dismissal/").content.decode()
    assert "131" in page
    assert "as told" in page
    kept = Dismissal.objects.get()
    administrator.client.post(f"/en/admin/articles/dismissal/{kept.pk}/delete/", {"post": "yes"})
    assert list(faults(opened(editor_in, article))) == ["131"]


def test_the_list_says_what_a_rule_finds_without_the_words_it_found(article, desk):
    Dismissal.objects.create(article=article, language="zh-Hant", rule="house_name", quote="舊稱")
    assert "“…”" in desk.get("/en/admin/articles/dismissal/").content.decode()


def test_an_editor_does_not_see_the_list(editor_in):
    assert editor_in.client.get("/en/admin/articles/dismissal/").status_code == 403
