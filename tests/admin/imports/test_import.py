"""Import at the desk: hand in, look, decide. Whatever comes in, one line says what became of it."""

import io
import zipfile

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.admin.imports import forms as import_form
from articles.ingest.documents import DocumentError, RawDocument
from articles.ingest.storage.queue import work_through
from articles.ingest.worker import CleaningWorker
from articles.models import Article, Provenance
from tests.admin.builders import make_imported, make_waiting
from tests.builders import make_source

pytestmark = pytest.mark.django_db

IMPORT = "/en/admin/articles/article/import/"


@pytest.fixture(autouse=True)
def known_source():
    """The source that the documents of these tests print."""
    return make_source("東海時報")


PAGE = """渡輪與燈塔

記者林小滿／綜合報導　2025年8月24日

清晨的渡輪在霧中靠岸，兩岸的代表在碼頭握手，隨後乘車前往燈塔旁的會議廳。

會談進行了三個小時，雙方同意每月開航一次，並在下個月檢討班次與票價。
"""


def upload(name="ferry.txt", data=PAGE):
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def archive(**pages):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, page in pages.items():
            file.writestr(f"{name}.txt", page)
    return packed.getvalue()


def hand_in(client, **data):
    """The page after the queue has been read, or the form with what is wrong with it."""
    answer = client.post(IMPORT, data)
    if answer.status_code != 302:
        return answer
    work_through()
    return client.get(answer.url, follow=True)


def told(answer):
    return [str(message) for message in answer.context["messages"]]


def refusals(answer):
    return [f"{name}: {reason}" for item, *_words in answer.context["items"] for name, reason in item.refused]


def form_errors(answer):
    return {name: " ".join(errors) for name, errors in answer.context["form"].errors.items()}


def decide(client, decision, *documents):
    data = {"decision": decision, "document": [document.pk for document in documents]}
    return client.post(f"{IMPORT}decide/", data, follow=True)


@pytest.mark.parametrize("handed_in", [{"files": upload}, {"text": lambda: PAGE}])
def test_a_document_handed_in_is_shown_before_it_is_kept(desk, handed_in):
    answer = hand_in(desk, **{name: make() for name, make in handed_in.items()})
    waiting = Provenance.objects.get()
    assert answer.redirect_chain == [(f"{IMPORT}{waiting.pk}/", 302)]
    assert "在霧中靠岸" in answer.content.decode()
    assert waiting.article is None
    assert not Article.objects.exists()


def test_an_address_is_fetched_and_shown(desk, monkeypatch):
    page = RawDocument("https://press.example/1", PAGE.encode(), url="https://press.example/1")
    monkeypatch.setattr(CleaningWorker, "fetch", lambda worker, url: page)
    answer = hand_in(desk, url="press.example/1")
    assert "在霧中靠岸" in answer.content.decode()
    assert Provenance.objects.get().url == "https://press.example/1"


def test_an_address_that_cannot_be_fetched_is_told(desk, monkeypatch):
    def refuse(worker, url):
        raise DocumentError(f"{url} is at 10.0.0.1, which is not a public address.")

    monkeypatch.setattr(CleaningWorker, "fetch", refuse)
    answer = hand_in(desk, url="https://inside.example/")
    assert "not a public address" in refusals(answer)[0]


def test_an_archive_becomes_a_list_to_decide_on(desk):
    answer = hand_in(desk, files=upload("posts.zip", archive(one=PAGE, two=PAGE.replace("渡輪", "燈船"))))
    assert "2 documents read" in answer.content.decode()
    assert len(desk.get(IMPORT).context["records"]) == 2


def test_several_files_are_taken_in_at_once(desk):
    hand_in(desk, files=[upload("a.txt"), upload("b.txt", PAGE.replace("渡輪", "燈船"))])
    assert Provenance.objects.count() == 2


def test_a_file_that_is_too_large_is_refused_at_once(desk, monkeypatch):
    monkeypatch.setattr(import_form, "MAX_UPLOAD", 10)
    assert "ferry.txt is larger than" in form_errors(hand_in(desk, files=upload()))["files"]


def test_a_bad_file_among_good_ones_is_named_and_the_good_ones_wait(desk):
    answer = hand_in(desk, files=[upload("good.txt"), upload("empty.txt", " ")])
    assert refusals(answer) == ["empty.txt: The document is empty."]
    assert Provenance.objects.get().name == "good.txt"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("broken.zip", b"PK\x03\x04 not a zip"),
        ("nothing.html", b"<html><body></body></html>"),
        ("noise.txt", bytes(range(128, 256)) * 40),
        ("broken.pdf", b"%PDF-1.7 and no more"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_in_one_line(desk, name, data):
    answer = hand_in(desk, files=upload(name, data))
    assert refusals(answer)[0].startswith(f"{name}: ")
    assert not Provenance.objects.exists()


@pytest.mark.parametrize("text", [" \n ", "\x00渡輪"])
def test_pasted_text_that_is_refused_stays_in_the_form(desk, text):
    answer = hand_in(desk, text=text, url="not an address")
    assert "url" in form_errors(answer)
    assert answer.context["form"]["text"].value() == text


def test_pasted_text_that_cannot_be_read_stays_to_be_copied(desk):
    answer = hand_in(desk, text="\x01\x02\x03渡輪\x04\x05")
    assert refusals(answer) or form_errors(answer)


def test_what_is_handed_in_is_read_later_and_the_page_shows_how_far_it_is(desk):
    answer = desk.post(IMPORT, {"text": PAGE}, follow=True)
    assert not Provenance.objects.exists()
    assert "waiting its turn" in answer.content.decode()
    assert answer["Refresh"] == "1"


def test_what_others_handed_in_is_theirs_to_see(desk, client):
    desk.post(IMPORT, {"text": PAGE})
    client.force_login(User.objects.create_superuser("colleague"))
    assert client.get(f"{IMPORT}queue/").context["items"] == []


def test_handing_in_nothing_asks_for_something(desk):
    assert "paste a text" in form_errors(hand_in(desk))["__all__"]


def test_a_document_imported_before_leads_to_its_article(desk):
    hand_in(desk, text=PAGE)
    decide(desk, "draft", Provenance.objects.get())
    answer = hand_in(desk, text=PAGE)
    assert "was imported before" in told(answer)[0]
    assert Provenance.objects.count() == 1


def test_the_preview_tells_what_was_found_kept_and_removed(desk):
    record = desk.get(f"{IMPORT}{make_waiting().pk}/").context["record"]
    found = {str(field.label): field.value for field in record.fields}
    assert found["Headline"] == "渡輪與燈塔"
    assert found["Date"] == "2025-08-24"
    assert found["Byline"] == "林小滿"
    assert [texts for _rule, texts in record.removed_by_rule] == [["首頁 > 國際"], ["記者"]]
    assert "在霧中靠岸" in record.body_html


def test_import_as_draft_opens_the_article(desk):
    answer = decide(desk, "draft", make_waiting())
    article = Article.objects.get()
    assert article.status == "draft"
    assert answer.redirect_chain == [(f"/en/admin/articles/article/{article.pk}/change/", 302)]


def test_import_and_publish_makes_the_article_public(desk):
    decide(desk, "publish", make_waiting())
    assert Article.objects.published().get().headline == "渡輪與燈塔"


def test_all_waiting_documents_are_imported_at_once(desk):
    answer = decide(desk, "publish", make_waiting("渡輪", name="a"), make_waiting("燈塔", name="b"))
    assert {article.headline for article in Article.objects.published()} == {"渡輪", "燈塔"}
    assert told(answer) == ["imported 2"]


def test_discarding_forgets_the_document(desk):
    decide(desk, "discard", make_waiting())
    assert not Provenance.objects.exists()
    assert not Article.objects.exists()


def test_a_document_already_imported_is_not_discarded(desk):
    decide(desk, "discard", make_imported().provenance.get())
    assert Provenance.objects.exists()


def test_a_document_too_long_to_show_is_refused_and_goes_on_waiting(desk):
    answer = decide(desk, "publish", make_waiting(body="深" * 500_000))
    assert "characters" in told(answer)[-1]
    assert Provenance.objects.get().article is None
    assert not Article.objects.exists()


def test_the_preview_of_an_imported_document_leads_to_its_article(desk):
    article = make_imported()
    answer = desk.get(f"{IMPORT}{article.provenance.get().pk}/")
    assert answer.url == f"/en/admin/articles/article/{article.pk}/change/"


def test_what_was_imported_stands_in_the_articles_history(desk):
    decide(desk, "draft", make_waiting())
    assert LogEntry.objects.get().get_edited_object() == Article.objects.get()


def test_the_import_page_costs_the_same_however_many_wait(desk, django_assert_max_num_queries):
    def cost():
        with django_assert_max_num_queries(12) as queries:
            desk.get(IMPORT)
        return len(queries)

    make_waiting()
    first = cost()
    for number in range(10):
        make_waiting(f"第{number}封信", name=f"{number}.txt")
    assert cost() == first


@pytest.mark.parametrize("decision", ["", "explode"])
def test_an_unknown_decision_is_refused(desk, decision):
    assert decide(desk, decision, make_waiting()).status_code == 403


def test_deciding_by_a_plain_link_is_refused(desk):
    assert desk.get(f"{IMPORT}decide/").status_code == 405


def test_publishing_needs_leave_to_change(client, django_user_model):
    author = django_user_model.objects.create_user("author", is_staff=True)
    author.user_permissions.add(*permissions("add_article", "view_article"))
    client.force_login(author)
    waiting = make_waiting()
    assert 'value="publish"' not in client.get(f"{IMPORT}{waiting.pk}/").content.decode()
    assert decide(client, "publish", waiting).status_code == 403
    decide(client, "draft", waiting)
    assert Article.objects.get().status == "draft"


def permissions(*names):
    return Permission.objects.filter(codename__in=names)
