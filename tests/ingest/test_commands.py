"""The commands keep their contract: JSON a document, one line a refusal, nothing half-saved."""

import json
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from articles.ingest.clean import clean
from articles.ingest.documents import DocumentError, RawDocument
from articles.ingest.worker import CleaningWorker
from articles.management.commands import import_articles, rebuild_derived
from articles.models import Article, ArticleRendering, Provenance, Source
from articles.models.articles.derivation import DERIVATIONS
from articles.models.source import Rights
from tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db

TEXT = """渡輪在晨霧裡靠岸

記者林可／釜山報導

清晨六點，渡輪載著兩國代表靠上碼頭，岸邊的旗子還沒有升起。船長說，這條航線停了四年，如今每週往返三次。

代表團下船後直接前往會場，午前先談漁業，午後再談海底電纜。雙方同意把會議紀錄公開，並在秋天換到對岸的港口再見。
"""


OTHER = """海底電纜的修復船昨夜出港

海底電纜的修復船昨夜離開下關，預計三天後抵達斷點。船上的工程師說，這一帶的海流比地圖上標的還要急。

港務局把航道清出一條寬一海里的走廊，漁船暫時改走南側。居民在防波堤上看著船燈慢慢變小。
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.txt"
    path.write_bytes(b"\x00\x01\x02\xff\xfe" * 40)
    return path


def cleaned(capsys, *paths):
    """The lines of JSON, whether or not a document was refused."""
    try:
        call_command("clean_document", "--json", *map(str, paths))
    except CommandError as error:
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()], str(error)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()], ""


def imported(tmp_path, *arguments):
    """The lines of the report."""
    report = tmp_path / "report.jsonl"
    try:
        call_command("import_articles", *map(str, arguments), "--report", str(report))
    except CommandError:
        assert '"refused"' in report.read_text()
    return [json.loads(line) for line in report.read_text().splitlines()]


def test_a_cleaned_document_has_every_field_of_the_contract(capsys, document):
    (line,), _ = cleaned(capsys, document)
    assert set(line) >= {
        *("path", "headline", "standfirst", "byline", "source_name", "source_url", "published", "language"),
        *("keywords", "blocks", "removed", "warnings"),
    }
    assert (line["headline"], line["byline"], line["published"]) == ("渡輪在晨霧裡靠岸", "林可", None)


def test_a_headline_that_is_not_printed_stays_empty(capsys, tmp_path):
    path = tmp_path / "headless.txt"
    path.write_text(TEXT.split("\n\n", 2)[2])
    (line,), _ = cleaned(capsys, path)
    assert line["headline"] == ""
    assert line["provisional_headline"].startswith("清晨六點")


def test_cleaning_touches_no_database(capsys, document, django_assert_num_queries):
    with django_assert_num_queries(0):
        cleaned(capsys, document)


def test_a_refused_document_is_named_and_the_others_still_come(capsys, document, broken):
    lines, error = cleaned(capsys, broken, document, "/nowhere.txt")
    assert [("error" in line) for line in lines] == [True, False, True]
    assert lines[0]["path"] == str(broken)
    assert error == "2 of 3 documents were refused."


def test_an_import_reports_each_document(tmp_path, document):
    (line,) = imported(tmp_path, document, "--publish")
    article = Article.objects.published().get()
    assert line == {
        "path": str(document),
        "outcome": "created",
        "url": article.get_absolute_url(),
        "id": article.pk,
        "reason": "",
    }


def ferry_page(path):
    """A page that prints a source nobody knows."""
    path.write_text(f"---\ntitle: 渡輪在晨霧裡靠岸\nsource: 峽灣通訊社\n---\n\n{TEXT.split(chr(10), 3)[3]}")
    return path


@pytest.mark.parametrize(
    ("arguments", "rights", "said"),
    [
        ([], "whole", "assumed; --rights or NEW_SOURCE_RIGHTS decide it"),
        (["--rights", "link"], "link", "as told"),
    ],
)
def test_what_was_assumed_for_a_new_source_is_printed_and_reported(tmp_path, capsys, arguments, rights, said):
    page = ferry_page(tmp_path / "ferry.md")
    (line,) = imported(tmp_path, page, *arguments)
    assert line["new_source"] == {"name": "峽灣通訊社", "rights": rights}
    assert Rights(Source.objects.get().rights).word == rights
    assert f"new source 峽灣通訊社: rights {rights} ({said})" in capsys.readouterr().out


def test_the_rights_of_new_sources_are_a_setting(tmp_path, settings):
    settings.NEW_SOURCE_RIGHTS = "excerpt"
    imported(tmp_path, ferry_page(tmp_path / "ferry.md"))
    assert Source.objects.get().rights == "excerpt"


def test_how_many_tell_no_source_and_are_shown_whole_is_printed(tmp_path, capsys, document):
    imported(tmp_path, document)
    assert "without a source, shown whole: 1 (--source names one)" in capsys.readouterr().out
    imported(tmp_path, document)
    assert "without a source" not in capsys.readouterr().out


@pytest.mark.parametrize("said", [["--rights", "link"], []])
def test_what_tells_no_source_is_refused_where_it_could_not_be_shown_whole(
    tmp_path, capsys, settings, document, said
):
    settings.NEW_SOURCE_RIGHTS = "whole" if said else "excerpt"
    (line,) = imported(tmp_path, document, *said)
    assert "it tells no source" in line["reason"]
    assert not Article.objects.exists()
    (line,) = imported(tmp_path, document, *said, "--source", "峽灣通訊社")
    assert line["outcome"] == "created"


def test_the_rights_of_a_known_source_stay_and_are_not_reported(tmp_path):
    make_source("峽灣通訊社", rights="link")
    (line,) = imported(tmp_path, ferry_page(tmp_path / "ferry.md"), "--rights", "own")
    assert "new_source" not in line
    assert Source.objects.get().rights == "link"


def test_importing_again_changes_nothing(tmp_path, document):
    imported(tmp_path, document)
    (line,) = imported(tmp_path, document)
    assert line["outcome"] == "unchanged"
    assert Article.objects.count() == 1


@pytest.fixture
def cleanings(monkeypatch):
    """The names of the documents that were cleaned."""
    names = []

    def noted(worker, raw):
        names.append(Path(raw.name).name)
        return clean(raw)

    monkeypatch.setattr(CleaningWorker, "clean", noted)
    return names


def test_what_this_cleaner_has_read_before_it_does_not_read_again(tmp_path, document, cleanings):
    imported(tmp_path, document)
    kept = Provenance.objects.values_list("name", "parsed", "fingerprints", "cleaner_version").get()
    (line,) = imported(tmp_path, document)
    assert (line["outcome"], cleanings) == ("unchanged", ["ferry.txt"])
    assert Provenance.objects.values_list("name", "parsed", "fingerprints", "cleaner_version").get() == kept


def test_what_was_read_before_can_still_be_published(tmp_path, document, cleanings):
    imported(tmp_path, document)
    (line,) = imported(tmp_path, document, "--publish")
    assert (line["outcome"], cleanings) == ("updated", ["ferry.txt"])


def test_what_an_earlier_cleaner_read_is_read_again(tmp_path, document, cleanings):
    imported(tmp_path, document)
    Provenance.objects.update(cleaner_version="0.9")
    imported(tmp_path, document)
    assert len(cleanings) == 2


def test_the_same_bytes_under_another_name_are_read_again(tmp_path, document, cleanings):
    imported(tmp_path, document)
    imported(tmp_path, document.rename(tmp_path / "2025-08-24-ferry.md"))
    assert cleanings == ["ferry.txt", "2025-08-24-ferry.md"]


def test_a_picture_that_comes_later_is_taken_in(tmp_path, cleanings):
    page = tmp_path / "ferry.html"
    page.write_text(PAGE.replace("<p>代表團", '<p><img src="quay.png" alt="碼頭"></p><p>代表團'))
    imported(tmp_path, page)
    Image.new("RGB", (640, 480)).save(tmp_path / "quay.png")
    (line,) = imported(tmp_path, page)
    assert (line["outcome"], len(cleanings)) == ("updated", 2)
    assert "/pictures/" in Article.objects.get().body


def test_every_document_of_an_archive_keeps_its_picture(tmp_path):
    with zipfile.ZipFile(tmp_path / "posts.zip", "w") as archive:
        for name, words in (("ferry", PAGE), ("cable", PAGE.replace("渡輪", "海底電纜"))):
            shown = words.replace("<p>代表團", f'<p><img src="{name}.png" alt="碼頭"></p><p>代表團')
            archive.writestr(f"{name}.html", shown)
            with archive.open(f"{name}.png", "w") as file:
                Image.new("RGB", (640, len(name) * 90)).save(file, "PNG")
    imported(tmp_path, tmp_path / "posts.zip")
    assert ["/pictures/" in article.body for article in Article.objects.all()] == [True, True]


def test_a_document_is_stored_while_the_next_one_is_cleaned(tmp_path, document, monkeypatch):
    other, order = document.with_name("other.txt"), []
    other.write_text(OTHER)
    begin, store = CleaningWorker.begin, import_articles.import_document
    monkeypatch.setattr(
        CleaningWorker, "begin", lambda worker, raw: order.append("begun") or begin(worker, raw)
    )
    monkeypatch.setattr(
        import_articles,
        "import_document",
        lambda *args, **terms: order.append("stored") or store(*args, **terms),
    )
    lines = imported(tmp_path, document, other)
    assert [line["outcome"] for line in lines] == ["created", "created"]
    assert order == ["begun", "begun", "stored", "stored"]


def test_a_refusal_is_reported_and_the_others_are_imported(tmp_path, document, broken):
    lines = imported(tmp_path, broken, document)
    assert [line["outcome"] for line in lines] == ["refused", "created"]
    assert lines[0]["reason"]


def test_all_documents_can_be_given_one_source(tmp_path, document):
    imported(tmp_path, document, "--source", "峽灣通訊社")
    assert Article.objects.get().source == Source.objects.get(name="峽灣通訊社")


def test_an_address_is_fetched(tmp_path, monkeypatch):
    monkeypatch.setattr(CleaningWorker, "fetch", lambda worker, url: RawDocument(url, TEXT.encode(), url=url))
    (line,) = imported(tmp_path, "https://news.example/ferry")
    assert line["outcome"] == "created"
    assert Article.objects.get().source_url == "https://news.example/ferry"


def test_an_address_that_is_refused_is_reported(tmp_path, monkeypatch):
    def refuse(worker, url):
        raise DocumentError("10.0.0.1 is not a public address.")

    monkeypatch.setattr(CleaningWorker, "fetch", refuse)
    (line,) = imported(tmp_path, "http://inside.example/")
    assert (line["outcome"], line["reason"]) == ("refused", "10.0.0.1 is not a public address.")


def test_a_killed_import_continues_when_run_again(tmp_path, document, monkeypatch):
    (tmp_path / "z.txt").write_text(OTHER)
    store = import_articles.import_document

    def killed(raw, *args, **kwargs):
        if raw.name.endswith("z.txt"):
            raise KeyboardInterrupt
        return store(raw, *args, **kwargs)

    monkeypatch.setattr(import_articles, "import_document", killed)
    with pytest.raises(KeyboardInterrupt):
        imported(tmp_path, document, tmp_path / "z.txt")
    monkeypatch.undo()
    lines = imported(tmp_path, document, tmp_path / "z.txt")
    assert [line["outcome"] for line in lines] == ["unchanged", "created"]


def test_rebuilding_brings_derived_tables_back(tmp_path, document):
    imported(tmp_path, document, "--publish")
    article = Article.objects.get()
    ArticleRendering.objects.update(body_html="", folded="", excerpt="")
    article.tags.add("釜山")
    article.tagged.update(visible_from=None)
    call_command("rebuild_derived")
    article = Article.objects.get()
    assert "渡輪載著兩國代表" in article.body_html
    assert article.tagged.get().visible_from == article.visible_from


def test_rebuilding_can_be_limited_to_one_part(tmp_path, document):
    imported(tmp_path, document)
    ArticleRendering.objects.update(body_html="")
    call_command("rebuild_derived", "--only", "topics")
    assert Article.objects.get().body_html == ""


def test_a_rebuilt_rendering_has_its_links(tmp_path, document):
    imported(tmp_path, document, "--publish")
    article = Article.objects.get()
    article.tags.add("渡輪")
    call_command("rebuild_derived", "--only", "rendering")
    assert 'rel="tag"' in Article.objects.get().body_html


def test_rebuilding_finds_related_articles_by_the_rebuilt_index(monkeypatch):
    said = []
    monkeypatch.setattr(rebuild_derived, "rebuild", lambda articles: said.append("search"))
    monkeypatch.setattr(rebuild_derived, "derive", lambda article, parts: said.extend(parts))
    make_article()
    call_command("rebuild_derived")
    assert said == list(DERIVATIONS)


PAGE = """<html><head><title>渡輪在晨霧裡靠岸 | 海濱日報</title></head><body><nav><a href="/">首頁</a></nav>
<h1>渡輪在晨霧裡靠岸</h1><p>2025年8月24日</p><p>記者林可／釜山報導</p>
<p>清晨六點，渡輪載著兩國代表靠上碼頭，岸邊的旗子還沒有升起。船長說，這條航線停了四年，如今每週往返三次。</p>
<p>代表團下船後直接前往會場，午前先談漁業，午後再談海底電纜。雙方同意把會議紀錄公開。</p></body></html>"""


def explained(tmp_path, capsys, *options):
    (tmp_path / "ferry.html").write_text(PAGE)
    call_command("clean_document", str(tmp_path / "ferry.html"), *options)
    return capsys.readouterr().out


def test_why_a_field_holds_what_it_does_is_told_on_demand(tmp_path, capsys):
    told = explained(tmp_path, capsys, "--explain")
    assert "byline: 林可\n    because: printed by the headline · 記者林可／釜山報導" in told
    assert "links: 首頁" in told
    assert "because" not in explained(tmp_path, capsys)


def test_the_reasons_are_part_of_the_json(tmp_path, capsys):
    reasons = json.loads(explained(tmp_path, capsys, "--json"))["reasons"]
    assert reasons["published"] == {"rule": "printed by the headline", "evidence": "2025年8月24日"}
