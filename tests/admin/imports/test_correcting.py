"""In Raw beside cleaned one click keeps a line, removes a block or says what it is; another undoes it."""

from datetime import datetime, timedelta, timezone

import pytest
from lxml import html

from articles.admin.imports import rows
from articles.ingest.clean import clean
from articles.ingest.documents import RawDocument
from articles.ingest.storage.store import import_waiting, keep_waiting
from articles.models import Article, Correction, Provenance
from tests.admin.builders import make_waiting, preview_data
from tests.builders import make_source

pytestmark = pytest.mark.django_db

IMPORT = "/en/admin/articles/article/import/"
STORY = ["清晨的渡輪載著兩國代表靠岸，碼頭上的旗子還沒有升起。", "午後，雙方在舊海關大樓簽字，換了文本。"]
RELATED = "延伸閱讀：燈塔守的一天"
LINES = [*STORY, f"<a href='/b'>{RELATED}</a>"]
NAMED = "<head><meta property='og:site_name' content='渡輪日報'></head>"
PAGE = f"{NAMED}<body><h1>渡輪靠岸的早晨</h1><div>{''.join(f'<p>{line}</p>' for line in LINES)}</div></body>"


@pytest.fixture(autouse=True)
def known_source():
    """The source that the page names."""
    return make_source("渡輪日報")


@pytest.fixture
def waiting():
    raw = RawDocument("ferry.html", PAGE.encode())
    return keep_waiting(raw, clean(raw))


@pytest.fixture
def article(waiting):
    return Article.objects.get(pk=import_waiting(waiting).id)


def preview(document):
    return f"{IMPORT}{document.pk}/"


def button(answer, words, choice):
    """What the button beside a unit of these words sends."""
    row = next(row for row in answer.context["rows"] if row.unit.words == words)
    value = {"undo": str(row.undo)} if choice == "undo" else {"correct": f"{choice}:{row.key}"}
    ((name, sent),) = value.items()
    assert f'name="{name}" value="{sent}"' in answer.content.decode()
    return value


def click(client, document, words, choice, **typed):
    """A click in the preview, with what was typed into the fields meanwhile."""
    data = preview_data(client, preview(document), **typed)
    return client.post(
        preview(document), data | button(client.get(preview(document)), words, choice), follow=True
    )


def click_in_article(client, article, words, choice):
    address = f"/en/admin/articles/article/{article.pk}/raw/"
    return client.post(
        f"{IMPORT}{article.provenance.first().pk}/correct/",
        button(client.get(address), words, choice),
        follow=True,
    )


def import_it(client, document, **typed):
    data = preview_data(client, preview(document), **typed)
    return client.post(preview(document), data | {"decision": "draft"}, follow=True)


def test_a_removed_line_is_kept_and_a_block_removed_before_the_document_comes_in(desk, waiting):
    click(desk, waiting, RELATED, "keep")
    click(desk, waiting, STORY[1], "remove")
    import_it(desk, waiting)
    assert Article.objects.get().body == f"{STORY[0]}\n\n{RELATED}"


def test_a_block_is_said_to_be_a_heading(desk, waiting):
    click(desk, waiting, STORY[1], "heading")
    import_it(desk, waiting)
    assert Article.objects.get().body.endswith(f"## {STORY[1]}")


def test_a_correction_is_undone_where_it_was_made(desk, waiting):
    click(desk, waiting, STORY[1], "remove")
    click(desk, waiting, STORY[1], "undo")
    assert not Correction.objects.exists()


def test_a_click_keeps_what_was_typed_into_the_fields(desk, waiting):
    answer = click(desk, waiting, RELATED, "keep", headline="碼頭上的三個小時", byline="林小滿")
    assert answer.context["fields"]["headline"].value() == "碼頭上的三個小時"
    import_it(desk, waiting)
    assert (Article.objects.get().headline, Article.objects.get().byline) == ("碼頭上的三個小時", "林小滿")


def test_a_click_keeps_what_was_said_of_a_new_source(desk):
    waiting = make_waiting()
    click(desk, waiting, "首頁 > 國際", "keep", source_rights="link")
    assert desk.get(preview(waiting)).context["form"]["rights"].value() == "link"


def test_the_first_line_is_no_part_of_the_body_once_it_is_typed_as_the_headline(desk, waiting):
    import_it(desk, waiting, headline=STORY[0])
    assert (Article.objects.get().headline, Article.objects.get().body) == (STORY[0], STORY[1])


def test_the_first_line_is_kept_beside_the_headline_by_a_click(desk, waiting):
    click(desk, waiting, RELATED, "keep", headline=STORY[0])
    click(desk, waiting, STORY[0], "keep")
    import_it(desk, waiting)
    assert Article.objects.get().body.startswith(STORY[0])


def told_of(client, document):
    """The corrections of a document as its page lists them."""
    listed = html.fromstring(client.get(preview(document)).content.decode()).cssselect(".corrections q")
    return {words.text for words in listed}


def test_what_was_said_is_listed_in_words(desk):
    waiting = make_waiting()
    typed = {"published": "2025-08-24 09:30", "language": "en", "keywords": "渡輪，shuttle diplomacy"}
    click(desk, waiting, "首頁 > 國際", "keep", source_rights="link", **typed)
    said = {"2025-08-24 09:30", "English", "渡輪、shuttle diplomacy", "Headline and a link", "首頁 > 國際"}
    assert told_of(desk, waiting) == said


def test_an_address_that_nobody_typed_is_not_said_by_anybody(desk):
    waiting = make_waiting(source_url="https://east.example/ferry")
    click(desk, waiting, "首頁 > 國際", "keep")
    assert told_of(desk, waiting) == {"首頁 > 國際"}


def test_a_field_that_an_editor_set_is_told_to_be_theirs(desk, waiting):
    answer = click(desk, waiting, RELATED, "keep", byline="林小滿")
    found = {field.label: field.why for field in answer.context["record"].fields}
    assert found["Byline"] == "an editor said so"


def test_the_hour_of_a_document_is_shown_as_it_is_typed_and_keeps_its_clock(desk):
    hour = datetime(2025, 8, 24, 9, 30, tzinfo=timezone(timedelta(hours=9)))
    waiting = make_waiting(published=hour)
    shown = desk.get(preview(waiting)).context["fields"]["published"].value()
    assert shown == "2025-08-24 09:30"
    click(desk, waiting, "首頁 > 國際", "keep", published="2025-08-24 10:00")
    assert Correction.objects.get(words="published").value == "2025-08-24T10:00:00+09:00"


def test_another_source_that_nobody_knows_is_asked_for(desk):
    make_source("東海時報")
    waiting = make_waiting()
    answer = import_it(desk, waiting, source_name="峽灣通訊社")
    assert answer.context["form"]["name"].value() == "峽灣通訊社"
    assert not Article.objects.exists()


def test_fields_that_cannot_be_are_refused_beside_what_was_typed(desk, waiting):
    answer = import_it(desk, waiting, published="昨天", headline="")
    fields = answer.context["fields"]
    assert set(fields.errors) == {"published", "headline"}
    assert fields["published"].value() == "昨天"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2025-08-24", "2025-08-24"), ("2025-08-24 09:30", "2025-08-24T09:30:00+08:00"), ("", None)],
)
def test_a_date_is_typed(desk, waiting, typed, kept):
    import_it(desk, waiting, published=typed)
    article = Article.objects.get()
    shown = article.published_at and (
        article.published_at.date().isoformat() if article.published_precision == "day" else kept
    )
    assert shown == kept


def test_topics_are_typed(desk, waiting):
    import_it(desk, waiting, keywords="渡輪、燈塔")
    names = Article.objects.get().suggestions.values_list("text", flat=True)
    assert set(names) == {"渡輪", "燈塔"}


def test_in_an_imported_document_a_click_edits_the_body(desk, article):
    click_in_article(desk, article, STORY[1], "remove")
    article.refresh_from_db()
    assert article.body == STORY[0]
    assert article.changes.get().by.username == "editor"
    click_in_article(desk, article, STORY[1], "undo")
    article.refresh_from_db()
    assert article.body == "\n\n".join(STORY)


def test_a_correction_that_does_not_fit_the_article_is_told(desk, article):
    article.body = "別的文字。"
    article.save()
    answer = click_in_article(desk, article, STORY[1], "remove")
    assert "changed here since" in str(next(iter(answer.context["messages"])))
    assert not Correction.objects.exists()


def test_a_button_of_a_page_from_before_another_cleaning_changes_nothing(desk, waiting):
    data = preview_data(desk, preview(waiting)) | button(desk.get(preview(waiting)), STORY[1], "remove")
    blocks = [{"type": "paragraph", "text": "別的。"}, *waiting.parsed["blocks"]]
    Provenance.objects.update(parsed=waiting.parsed | {"blocks": blocks})
    answer = desk.post(preview(waiting), data, follow=True)
    assert "cleaned again meanwhile" in str(next(iter(answer.context["messages"])))
    assert not Correction.objects.exists()


@pytest.mark.parametrize("correct", ["explode:0-0", "keep", "keep:99-0", "field:0-0", "keep:²-0"])
def test_what_no_button_sends_changes_nothing(desk, waiting, correct):
    data = preview_data(desk, preview(waiting)) | {"correct": correct}
    assert desk.post(preview(waiting), data).status_code in (302, 403)
    assert not Correction.objects.exists()


def test_who_may_not_change_an_article_may_not_correct_it(client, article, django_user_model):
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))
    address = f"{IMPORT}{article.provenance.get().pk}/correct/"
    assert client.post(address, {"correct": "remove:1-0"}).status_code == 403


def test_corrections_of_other_documents_cannot_be_undone_here(desk, waiting):
    click(desk, waiting, RELATED, "keep")
    other = make_waiting()
    data = preview_data(desk, preview(other)) | {"undo": Correction.objects.get().pk}
    assert desk.post(preview(other), data).status_code == 404


def test_the_preview_costs_the_same_however_long_the_document(desk, waiting, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        desk.get(preview(waiting))


def test_fields_of_an_article_are_not_undone_beside_its_raw_document(desk, waiting):
    import_it(desk, waiting, headline="碼頭上的三個小時")
    page = desk.get(f"/en/admin/articles/article/{Article.objects.get().pk}/raw/").content.decode()
    assert "Corrections" in page
    assert 'name="undo"' not in page


def test_rules_that_editors_overrule_are_listed_with_their_last_documents(desk, waiting):
    click(desk, waiting, RELATED, "keep")
    click(desk, waiting, STORY[1], "remove")
    rules = desk.get(f"{IMPORT}overruled/").context["rules"]
    assert sorted((rule.rule, rule.count) for rule in rules) == [
        ("", 1),
        (Correction.objects.first().rule, 1),
    ]
    assert rules[0].documents == [waiting]


def test_the_list_of_overruled_rules_is_an_administrators(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))
    assert client.get(f"{IMPORT}overruled/").status_code == 403


def test_a_preview_that_shows_a_part_says_how_much_it_leaves_out(desk, waiting, monkeypatch):
    count = len(desk.get(preview(waiting)).context["rows"])
    monkeypatch.setattr(rows, "MOST_ROWS", 1)
    page = desk.get(preview(waiting)).content.decode()
    assert f"{count - 1} more piece" in page
