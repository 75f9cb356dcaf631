"""Stored documents are cleaned again when the cleaner has learnt; editors' changes stay."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.ingest.documents import RawDocument
from articles.ingest.storage.store import import_document
from articles.ingest.worker import CleaningWorker
from articles.models import Article, Provenance

pytestmark = pytest.mark.django_db

STORY = "兩國外長在港口城市會面，談了三個小時，隨後一同步行到碼頭向記者說明結果。"
MORE = "會談沒有觸及邊界，只談漁業與航班；下一輪定在秋天，地點還沒有公布。"
PAGE = f"<html><body><h1>兩國外長碼頭會談</h1><div><p>{STORY}</p><p>{MORE}</p></div></body></html>"


@pytest.fixture
def article():
    """An article that an earlier cleaner had read without its second paragraph and with a worse headline."""
    raw = RawDocument("page.html", PAGE.encode())
    with CleaningWorker() as worker:
        parsed = worker.clean(raw)
    parsed.blocks, parsed.headline = parsed.blocks[:1], "碼頭"
    import_document(raw, parsed)
    Provenance.objects.update(cleaner_version="0.9")
    return Article.objects.get()


def reclean(*options):
    said = StringIO()
    call_command("reclean_articles", *options, stdout=said, stderr=said)
    return said.getvalue()


def test_an_article_takes_over_what_the_cleaner_has_learnt(article):
    assert "1 of 1 articles changed" in reclean()
    article.refresh_from_db()
    assert (article.headline, MORE in article.body) == ("兩國外長碼頭會談", True)


def test_cleaning_again_once_more_changes_nothing(article):
    reclean()
    assert "0 of 1 articles changed" in reclean()


def test_what_an_editor_changed_is_not_touched(article):
    article.headline = "碼頭上的三個小時"
    article.save()
    reclean()
    article.refresh_from_db()
    assert (article.headline, MORE in article.body) == ("碼頭上的三個小時", True)


def test_a_dry_run_stores_nothing(article):
    assert "1 of 1 articles would change" in reclean("--dry-run")
    article.refresh_from_db()
    assert MORE not in article.body
    assert Provenance.objects.get().cleaner_version == "0.9"


def test_the_report_says_what_changes_and_what_an_editor_keeps(article, tmp_path):
    article.headline = "碼頭上的三個小時"
    article.save()
    reclean("--dry-run", "--report", str(tmp_path / "report"))
    told = json.loads((tmp_path / "report").read_text("utf-8"))
    assert (told["fields"], told["kept"]) == (["body"], ["headline"])
    assert (told["added"], told["lost"]) == ([MORE], [])


@pytest.mark.parametrize(("since", "count"), [("0.9", 0), ("0.10", 1), ("1.0", 1)])
def test_only_documents_that_an_earlier_cleaner_read_are_asked_for(article, since, count):
    assert f"{count} of {count} articles" in reclean("--dry-run", "--since", since)


def test_a_document_that_is_refused_now_leaves_its_article_as_it_is(article):
    Provenance.objects.update(data=b"\x00\x01\x02\x03" * 30)
    with pytest.raises(CommandError, match="1 documents were refused"):
        reclean()
    assert Article.objects.get().headline == "碼頭"
