"""Editors write pages of their own; what they said before can be brought back."""

import pytest

from articles.management.roles import AUTHORS, EDITORS
from articles.models import FreePage
from tests.admin.builders import form_data
from tests.builders import make_free_page

pytestmark = pytest.mark.django_db
LIST, ADD = "/admin/articles/freepage/", "/admin/articles/freepage/add/"


def test_an_editor_makes_a_page(works_as):
    editor = works_as(EDITORS)
    typed = {"slug": "關於-霧港", "title_hant": "關於", "text_hant": "渡輪。", "is_published": "on"}
    editor.post(ADD, form_data(editor, ADD, **typed))
    page = FreePage.objects.get()
    assert editor.get(page.get_absolute_url()).status_code == 200
    assert page.history.get().history_user.username == EDITORS


def test_an_author_sees_none_of_them(works_as):
    make_free_page()
    author = works_as(AUTHORS)
    assert author.get(LIST).status_code == author.get(ADD).status_code == 403


def history_of(page):
    return f"{LIST}{page.pk}/history/"


def test_the_history_shows_what_changed(desk):
    page = make_free_page()
    page.text_hant = "這裡收錄飛機的消息。"
    page.save()
    shown = desk.get(history_of(page)).content.decode()
    assert "<del>渡輪</del>" in shown.replace("</del><del>", "")
    assert "<ins>飛機</ins>" in shown.replace("</ins><ins>", "")


def test_an_earlier_version_is_brought_back(desk):
    page = make_free_page()
    page.text_hant, page.is_published = "別的。", False
    page.save()
    desk.post(history_of(page), {"restore": page.history.earliest().history_id})
    page.refresh_from_db()
    assert (page.text_hant, page.is_published) == ("這裡收錄渡輪的消息。", False)
    assert page.history.count() == 3


@pytest.mark.parametrize("sent", ["", "x", "999"])
def test_a_version_that_there_is_not_is_not_found(desk, sent):
    page = make_free_page()
    assert desk.post(history_of(page), {"restore": sent}).status_code == 404
    assert desk.get(f"{LIST}x/history/").status_code == 404


def test_an_author_brings_nothing_back(works_as):
    page = make_free_page()
    author = works_as(AUTHORS)
    assert author.post(history_of(page), {"restore": page.history.get().history_id}).status_code == 403
