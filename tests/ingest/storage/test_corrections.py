"""Corrections stand: after another cleaning, another import, another version; and each can be undone."""

import pytest

from articles.ingest.correcting import Choice, Correction
from articles.ingest.documents import RawDocument
from articles.ingest.storage.corrections import DoesNotFit, correct, corrected_document, say_fields, undo
from articles.ingest.storage.recleaning import reclean
from articles.ingest.storage.store import import_document, import_waiting, keep_waiting
from articles.ingest.worker import CleaningWorker
from articles.models import Article, Provenance
from tests.ingest.storage.test_recleaning import MORE, PAGE, STORY

pytestmark = pytest.mark.django_db

LEFT_OUT = "延伸閱讀：燈塔守的一天"
WHOLE = PAGE.replace("</p></div>", f'</p><p class="related"><a href="/b">{LEFT_OUT}</a></p></div>')


@pytest.fixture(scope="module")
def worker():
    with CleaningWorker() as worker:
        yield worker


@pytest.fixture
def waiting(worker):
    raw = RawDocument("page.html", WHOLE.encode())
    return keep_waiting(raw, worker.clean(raw))


@pytest.fixture
def article(waiting):
    return Article.objects.get(pk=import_waiting(waiting).id)


def the_document():
    return Provenance.objects.get()


def body():
    return Article.objects.get().body


KEEP, REMOVE = Correction(Choice.KEEP, LEFT_OUT), Correction(Choice.REMOVE, MORE)


def test_a_waiting_document_comes_in_as_it_was_corrected(waiting):
    correct(waiting, KEEP)
    correct(waiting, REMOVE)
    import_waiting(waiting)
    assert body() == f"{STORY}\n\n{LEFT_OUT}"


def test_a_correction_of_an_imported_document_is_an_edit_in_the_articles_history(article, admin_user):
    correct(the_document(), REMOVE, by=admin_user)
    assert body() == STORY
    change = article.changes.get()
    assert (change.by, change.why, MORE in change.before["body"]) == (admin_user, "edit", True)


def test_corrections_stand_after_another_cleaning(article, worker):
    correct(the_document(), REMOVE)
    assert reclean(the_document(), worker).fields == []
    assert body() == STORY


def test_corrections_stand_beside_what_the_cleaner_has_learnt(worker):
    raw = RawDocument("page.html", WHOLE.encode())
    parsed = worker.clean(raw)
    parsed.blocks = parsed.blocks[:1]  # as an earlier cleaner read it
    import_document(raw, parsed)
    correct(the_document(), KEEP)
    assert reclean(the_document(), worker).fields == ["body"]
    assert body() == f"{STORY}\n\n{MORE}\n\n{LEFT_OUT}"


def test_corrections_stand_after_importing_the_same_again(article, worker):
    correct(the_document(), REMOVE)
    raw = RawDocument("page.html", WHOLE.encode())
    assert import_document(raw, worker.clean(raw)).outcome == "unchanged"
    assert body() == STORY


def test_corrections_hold_for_the_next_version_of_the_page(article, worker):
    correct(the_document(), REMOVE)
    later = "第二天，兩國外長又在同一個碼頭見面，這一次談的是電纜的維修，也談到了下一年的航班。"
    raw = RawDocument("page.html", WHOLE.replace(f"<p>{MORE}", f"<p>{later}</p><p>{MORE}").encode())
    assert import_document(raw, worker.clean(raw)).outcome == "updated"
    assert body() == f"{STORY}\n\n{later}"


def test_a_correction_is_undone_in_the_article_too(article):
    before = body()
    correct(the_document(), REMOVE)
    correct(the_document(), KEEP)
    undo(the_document().corrections.first())
    assert body() == f"{before}\n\n{LEFT_OUT}"
    undo(the_document().corrections.get())
    assert body() == before


def test_an_editors_own_words_stay_beside_a_correction(article):
    article.body = f"前言。\n\n{article.body}"
    article.save()
    correct(the_document(), REMOVE)
    assert body() == f"前言。\n\n{STORY}"


def test_a_correction_of_words_that_an_editor_changed_since_is_not_made(article):
    article.body = article.body.replace("邊界", "國界")
    article.save()
    with pytest.raises(DoesNotFit):
        correct(the_document(), REMOVE)
    assert not the_document().corrections.exists()
    assert "國界" in body()


def test_a_correction_never_leaves_an_article_empty(article):
    correct(the_document(), REMOVE)
    with pytest.raises(DoesNotFit):
        correct(the_document(), Correction(Choice.REMOVE, STORY))
    assert body() == STORY


def test_fields_are_kept_as_corrections_and_come_in(waiting):
    say_fields(waiting, {"headline": "碼頭上的三個小時", "byline": "林小滿"})
    import_waiting(waiting)
    article = Article.objects.get()
    assert (article.headline, article.byline) == ("碼頭上的三個小時", "林小滿")


def test_a_field_as_the_cleaner_read_it_is_no_correction(waiting):
    say_fields(waiting, {"headline": "別的"})
    say_fields(waiting, {"headline": waiting.parsed["headline"], "byline": ""})
    assert not waiting.corrections.exists()


def test_fields_said_by_hand_stand_after_another_cleaning(waiting, worker):
    say_fields(waiting, {"headline": "碼頭上的三個小時"})
    import_waiting(waiting)
    assert reclean(the_document(), worker).fields == []
    assert Article.objects.get().headline == "碼頭上的三個小時"


def test_the_cleaners_own_answer_is_kept_as_it_was(waiting):
    before = waiting.parsed
    correct(waiting, KEEP)
    assert corrected_document(waiting).as_json() != before
    import_waiting(waiting)
    assert the_document().parsed == before
