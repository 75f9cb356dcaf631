"""Raw documents: read beside the cleaned text, never changed, never served as a page of ours."""

from pathlib import Path

import pytest
from django.utils import translation

import articles
from articles.admin.imports.admin import file_name
from articles.admin.imports.cleaning_record import CleaningRecord
from articles.admin.imports.reasons import FOUND, LEFT_OUT
from articles.ingest.clean import clean
from articles.ingest.documents import Kind, RawDocument, Reason, Removed
from articles.ingest.furniture.phrases import IN_PAGES, IN_TEXT
from articles.ingest.storage.store import keep_waiting
from articles.models import Provenance
from tests.admin.builders import make_imported, make_waiting
from tests.builders import make_article

FIXTURES = Path(__file__).parents[2] / "ingest"
DOCUMENTS = [
    path
    for path in FIXTURES.rglob("*")
    if path.suffix in (".html", ".txt", ".md") and "field" not in path.parts
]
SAMPLE_PDF = Path(articles.__file__).parent / "sample/documents/who-calls-first.pdf"

pytestmark = pytest.mark.django_db


def raw_page(client, article, **query):
    return client.get(f"/en/admin/articles/article/{article.pk}/raw/", query)


def test_the_raw_text_stands_whole_with_the_removed_pieces_marked(desk):
    article = make_imported()
    record = raw_page(desk, article).context["record"]
    raw = bytes(article.provenance.get().data).decode()
    assert "".join(piece.text for piece in record.pieces) == raw
    assert [(piece.text, piece.rule) for piece in record.pieces if piece.rule] == [
        ("首頁 > 國際", "menu"),
        ("記者", "byline-label"),
    ]


def test_the_rule_is_told_beside_what_it_removed(desk):
    page = raw_page(desk, make_imported()).content.decode()
    told = "above the headline: the site&#x27;s menu"
    assert f'<del>首頁 &gt; 國際</del><small class="rule">{told}</small>' in page


def test_a_rule_without_words_of_its_own_is_told_by_its_name(desk):
    assert '<small class="rule">byline-label</small>' in raw_page(desk, make_imported()).content.decode()


@pytest.mark.parametrize(
    ("prefix", "told"),
    [("/en", "printed beside the headline"), ("", "印在標題旁"), ("/zh-hans", "印在标题旁")],
)
def test_why_a_field_holds_what_it_does_is_told_beside_it(desk, prefix, told):
    reasons = {"byline": Reason("printed by the headline", "記者林小滿／港口報導")}
    address = f"{prefix}/admin/articles/article/{make_imported(reasons=reasons).pk}/raw/"
    page = desk.get(address).content.decode()
    assert f'<small class="why">{told}: <q lang="zh-Hant">記者林小滿／港口報導</q></small>' in page


def test_every_rule_that_the_parsers_note_has_words_for_an_editor():
    parsed = [clean(RawDocument(path.name, path.read_bytes())) for path in DOCUMENTS]
    assert {reason.rule for document in parsed for reason in document.reasons.values()} <= set(FOUND)
    removed = {piece.rule for document in parsed for piece in document.removed}
    assert removed | {row.rule for row in (*IN_TEXT, *IN_PAGES)} <= set(LEFT_OUT)


def test_what_holds_a_word_is_told_where_one_points(desk):
    story = ["清晨的渡輪載著兩國代表靠岸，碼頭上的旗子還沒有升起。", "午後，雙方在舊海關大樓簽字，換了文本。"]
    raw = RawDocument("talks.txt", "\n\n".join(["渡輪靠岸的早晨", *story]).encode())
    document = keep_waiting(raw, clean(raw))
    with translation.override("en"):
        held = {piece.text: piece.holder for piece in CleaningRecord(document).pieces if piece.holder}
    assert held == {"渡輪靠岸的早晨": "Headline", story[0]: "Block 1", story[1]: "Block 2"}


def test_pieces_removed_from_a_page_of_html_are_told_with_their_rules(desk):
    removed = [
        Removed("navigation", text="首頁"),
        Removed("share", text="轉寄"),
        Removed("navigation", text="國際"),
    ]
    article = make_imported(kind=Kind.HTML, removed=removed)
    answer = raw_page(desk, article)
    assert not answer.context["record"].is_marked
    with translation.override("en"):
        told = [(row.why, row.unit.words) for row in answer.context["rows"] if row.unit.rule]
    assert told == [
        ("ways through the site", "首頁"),
        ("buttons to share and to subscribe", "轉寄"),
        ("ways through the site", "國際"),
    ]


def test_the_text_of_a_pdf_is_marked_as_the_cleaner_read_it():
    raw = RawDocument("who-calls-first.pdf", SAMPLE_PDF.read_bytes())
    record = CleaningRecord(keep_waiting(raw, clean(raw)))
    assert record.is_marked
    assert {piece.rule for piece in record.pieces} >= {"", "date"}


def test_markup_in_a_raw_document_is_shown_and_never_run(desk):
    page = raw_page(desk, make_imported(body="<script>alert(1)</script>靠岸。")).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_an_article_written_here_has_no_raw_document(desk):
    assert "no raw document" in raw_page(desk, make_article()).content.decode()


@pytest.mark.parametrize("document", ["x", "0", "9" * 25, "-1"])
def test_an_unknown_raw_document_is_not_found_and_breaks_nothing(desk, document):
    assert raw_page(desk, make_imported(), document=document).status_code in (200, 404)


def test_a_download_is_a_file_of_plain_text_whatever_it_holds(desk):
    waiting = make_waiting(name="https://press.example/a/page.html?x=1")
    answer = desk.get(f"/admin/articles/provenance/{waiting.pk}/download/")
    assert answer.content == bytes(waiting.data)
    assert answer["Content-Type"] == "text/plain"
    assert answer["Content-Disposition"] == 'attachment; filename="page.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("posts.zip/渡輪.txt", "渡輪.txt"),
        ("https://press.example/", "press.example"),
        ("a\r\nSet-Cookie: b", "a Set-Cookie: b"),
        ("https://press.example/%E6%B8%A1", "渡"),
        ("/", "document-7"),
    ],
)
def test_a_download_is_named_after_the_end_of_its_path(name, kept):
    assert file_name(Provenance(pk=7, name=name)) == kept


def test_raw_documents_cannot_be_changed_or_added(desk):
    waiting = make_waiting()
    assert desk.get("/admin/articles/provenance/add/").status_code == 403
    assert desk.post(f"/admin/articles/provenance/{waiting.pk}/change/", {"name": "x"}).status_code == 403


def test_the_inbox_lists_what_waits(desk):
    make_imported()
    waiting = make_waiting("燈塔來信", name="b.txt")
    listed = desk.get("/admin/articles/provenance/", {"state": "waiting"}).context["cl"].result_list
    assert list(listed) == [waiting]


def queries_for_bytes(desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as queries:
        assert "海港晨訊" in desk.get("/admin/articles/provenance/").text
    return [query["sql"] for query in queries if '"data"' in query["sql"]]


def test_the_list_of_raw_documents_reads_the_bytes_of_short_ones_at_once(desk, django_assert_max_num_queries):
    for number in range(3):
        make_waiting("海港晨訊", name=f"{number}.txt")
    assert len(queries_for_bytes(desk, django_assert_max_num_queries)) == 1


def test_the_list_of_raw_documents_reads_no_bytes_of_long_ones(desk, django_assert_max_num_queries):
    long = make_waiting("海港晨訊")
    long.data = bytes(100_000)
    long.save()
    assert queries_for_bytes(desk, django_assert_max_num_queries) == []
