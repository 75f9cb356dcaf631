"""Import at the desk: hand in, look, decide. Whatever comes in, one line says what became of it."""

import io
import zipfile

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles.admin.imports import forms as import_form
from articles.ingest.documents import DocumentError, RawDocument
from articles.ingest.storage.corrections import say_fields
from articles.ingest.storage.queue import work_through
from articles.ingest.worker import CleaningWorker
from articles.models import Article, Provenance
from tests.admin.builders import make_imported, make_waiting, preview_data
from tests.builders import make_source

pytestmark = pytest.mark.django_db

IMPORT = "/en/admin/articles/article/import/"


@pytest.fixture(autouse=True)
def known_source():
    """The source that the documents of these tests print."""
    return make_source("東海時報")


PAGE = """渡輪與燈塔

來源：東海時報
記者林小滿／綜合報導　2025年8月24日

清晨的渡輪在霧中靠岸，兩岸的代表在碼頭握手，隨後乘車前往燈塔旁的會議廳。

會談進行了三個小時，雙方同意每月開航一次，並在下個月檢討班次與票價。
"""

OTHER_PAGE = """燈船停航

來源：東海時報
記者林小滿／綜合報導　2025年8月25日

港務局宣布，舊燈船下週退役，改由自動浮標指引船隻出入東邊的航道。

漁民擔心冬季風浪太大，浮標的燈光不夠亮，要求保留燈船到明年春天。
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
    return [f"{name}: {reason}" for item, *_rest in answer.context["items"] for name, reason in item.refused]


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


@pytest.mark.parametrize(
    ("status", "on_its_page", "in_the_list"),
    [
        (None, "Import as draft", "Import as draft"),
        ("draft", "Update the article", "Import"),
        ("published", "Update the page that readers see", "Import"),
    ],
)
def test_the_button_says_what_it_will_do(desk, status, on_its_page, in_the_list):
    if status:
        make_imported()
        Article.objects.update(status=status)
    waiting = make_waiting(body="清晨的渡輪晚了一刻鐘靠岸。")
    for address, told in ((f"{IMPORT}{waiting.pk}/", on_its_page), (IMPORT, in_the_list)):
        page = html.fromstring(desk.get(address).content.decode())
        (button,) = page.cssselect("button[name=decision][value=draft]")
        assert " ".join(button.text_content().split()) == told
    is_live = status == "published"
    assert ("Changes a page that readers see:" in page.text_content()) is is_live


@pytest.mark.parametrize("typed", ["9999-12-31", "0001-01-01 00:00"])
def test_a_date_at_an_end_of_the_calendar_is_refused_beside_its_field(desk, typed):
    address = f"{IMPORT}{make_waiting().pk}/"
    answer = desk.post(address, preview_data(desk, address, published=typed) | {"decision": "draft"})
    assert answer.context["fields"].errors["published"] == ["The year has to be between 1000 and 2999."]


@pytest.mark.parametrize("decision", ["draft", "discard"])
@pytest.mark.parametrize("before", ["draft", "discard"])
def test_who_decides_after_a_colleague_is_told_and_given_the_words(desk, decision, before):
    waiting = make_waiting()
    address = f"{IMPORT}{waiting.pk}/"
    typed = preview_data(desk, address, headline="我的標題", standfirst="我的導語。")
    decide(desk, before, waiting)
    answer = desk.post(address, typed | {"decision": decision})
    page = html.fromstring(answer.content.decode())
    done = "imported" if before == "draft" else "discarded"
    assert page.cssselect("h1")[0].text_content() == f"Somebody {done} this document while you had it open."
    values = dict(page.cssselect("form.words-back")[0].form_values())
    assert (values["headline"].strip(), values["standfirst"].strip()) == ("我的標題", "我的導語。")
    (way_on,) = page.cssselect("#content-main > p a")
    assert desk.get(way_on.get("href")).status_code == 200


def test_who_decides_on_many_is_told_of_those_that_a_colleague_decided_on(desk):
    waiting = make_waiting()
    decide(desk, "discard", waiting)
    assert told(decide(desk, "draft", waiting)) == ["Decided on by somebody else meanwhile: 1."]


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


def test_a_file_that_is_too_large_is_refused_beside_its_name_and_the_others_wait(desk, monkeypatch):
    monkeypatch.setattr(import_form, "MAX_UPLOAD", len(PAGE.encode()))
    answer = hand_in(desk, files=[upload("large.txt", PAGE + "。"), upload("good.txt")])
    assert refusals(answer)[0].startswith("large.txt: The file is larger than")
    assert Provenance.objects.get().name == "good.txt"


@pytest.mark.parametrize("nothing", ["", " "])
def test_an_empty_file_among_good_ones_is_named_and_the_good_ones_wait(desk, nothing):
    answer = hand_in(desk, files=[upload("good.txt"), upload("empty.txt", nothing)])
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


def test_files_beside_an_address_that_is_none_are_handed_in(desk):
    answer = hand_in(desk, files=[upload("good.txt"), upload("empty.txt", "")], url="not an address")
    assert "url" in form_errors(answer)
    assert answer.context["form"]["url"].value() == "not an address"
    assert told(answer) == ["The files are handed in; the rest is not."]
    work_through()
    assert Provenance.objects.get().name == "good.txt"


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
    assert "was imported before" in told(answer)[-1]
    assert Provenance.objects.count() == 1


def test_the_preview_tells_what_was_found_kept_and_removed(desk):
    answer = desk.get(f"{IMPORT}{make_waiting().pk}/")
    record, rows = answer.context["record"], answer.context["rows"]
    found = {str(field.label): field.value for field in record.fields}
    assert found["Headline"] == "渡輪與燈塔"
    assert found["Date"] == "2025-08-24"
    assert found["Byline"] == "林小滿"
    assert [row.unit.words for row in rows if row.unit.rule] == ["首頁 > 國際", "記者"]
    assert ["在霧中靠岸" in row.html for row in rows if row.unit.block] == [True]


def test_after_importing_one_stands_in_the_list_of_what_came_in(desk):
    answer = decide(desk, "draft", make_waiting("渡輪", name="a"), make_waiting("燈塔", name="b"))
    assert [(article.headline, article.status) for article in answer.context["articles"]] == [
        ("渡輪", "draft"),
        ("燈塔", "draft"),
    ]
    assert told(answer) == ["imported 2"]


def test_after_importing_one_the_next_that_waits_is_one_click_away(desk):
    first, second = make_waiting("渡輪", name="a"), make_waiting("燈塔", name="b")
    answer = decide(desk, "draft", first)
    assert reverse("admin:articles_article_import_document", args=[second.pk]) in answer.content.decode()


def test_publishing_is_a_step_of_its_own(desk):
    came = decide(desk, "draft", make_waiting("渡輪", name="a"), make_waiting("燈塔", name="b"))
    assert not Article.objects.published().exists()
    first = Article.objects.get(headline="渡輪")
    data = {"action": "publish", "index": "0", "_selected_action": [first.pk]}
    answer = desk.post(came.context["publish_at"], data, follow=True)
    assert Article.objects.published().get() == first
    assert answer.context["cl"].result_count == 2


def test_what_is_here_word_for_word_is_named_beside_its_file(desk):
    hand_in(desk, text=PAGE)
    decide(desk, "draft", Provenance.objects.get())
    answer = hand_in(desk, files=[upload("again.txt"), upload("new.txt", PAGE.replace("渡輪", "燈船"))])
    assert "Here already, word for word:" in answer.content.decode()


def test_copies_among_what_was_handed_in_together_are_named_unticked_on_both(desk):
    other = PAGE.replace("渡輪與燈塔", "霧中的碼頭") + "船長說，這條航線停了四年，如今每週往返三次。"
    hand_in(desk, files=[upload("one.txt"), upload("two.txt", other), upload("else.txt", OTHER_PAGE)])
    page = desk.get(IMPORT)
    one, two, apart = page.context["records"]
    assert (one.twin, two.twin, apart.twin) == (two, one, None)
    assert page.content.decode().count("The same story as another document that waits:") == 2
    assert page.content.decode().count("checked") == 1


def test_one_document_alone_names_the_copy_of_it_that_waits(desk):
    hand_in(desk, files=[upload("one.txt"), upload("two.txt", PAGE.replace("渡輪與燈塔", "霧中的碼頭"))])
    one, two = Provenance.objects.order_by("pk")
    assert f'href="{IMPORT}{two.pk}/"' in desk.get(f"{IMPORT}{one.pk}/").content.decode()


@pytest.mark.parametrize("files", [["a.txt", "b.txt"], ["both.zip"]])
def test_a_file_handed_in_twice_is_named_beside_the_second(desk, files):
    archived = archive(a=PAGE, b=PAGE)
    answer = hand_in(desk, files=[upload(n, archived if n.endswith(".zip") else PAGE) for n in files])
    told = [len(here_before) for _item, _state, here_before, _words in answer.context["items"]]
    assert told == [1, 0][: len(files)]  # the latest stands first
    assert answer.content.decode().count("Here already, word for word:") == 1


def test_what_has_just_come_in_is_not_said_to_have_been_here(desk):
    hand_in(desk, files=[upload("new.txt"), upload("other.txt", OTHER_PAGE)])
    decide(desk, "draft", *Provenance.objects.all())
    assert "Here already" not in desk.get(f"{IMPORT}queue/").content.decode()


def test_a_document_too_long_to_show_is_refused_and_goes_on_waiting(desk):
    answer = decide(desk, "draft", make_waiting(body="深" * 500_000))
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


@pytest.mark.parametrize("page", ["", "{}/"])
def test_however_many_that_wait_were_corrected_it_costs_the_same(desk, django_assert_max_num_queries, page):
    def cost():
        with django_assert_max_num_queries(25) as queries:
            desk.get(f"{IMPORT}{page.format(first.pk)}")
        return len(queries)

    first = make_waiting()
    say_fields(make_waiting("燈塔", name="other"), {"byline": "周望"})
    before = cost()
    for number in range(10):
        say_fields(make_waiting(f"第{number}封信", name=f"{number}.txt"), {"byline": "周望"})
    assert cost() == before
