"""Parsed documents become articles, once, and an editor's changes are never lost."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.ingest.documents import Block, BlockType, Kind, ParsedDocument, RawDocument
from articles.ingest.storage import incoming
from articles.ingest.storage.store import import_document, import_waiting, keep_waiting
from articles.models import Article, Provenance, Source, TagSuggestion
from articles.models.articles import derivation
from tests.builders import make_tag

pytestmark = pytest.mark.django_db

BODY = "清晨的渡輪載著兩國代表靠岸，碼頭上的旗子還沒有升起。"


def make_raw(name="a.html", data="頁面", **overrides):
    return RawDocument(name, data.encode(), **overrides)


def make_parsed(*paragraphs, **overrides):
    blocks = [Block(BlockType.PARAGRAPH, text) for text in paragraphs or [BODY]]
    fields = {"headline": "渡輪靠岸", "language": "zh-Hant", "source_name": "峽灣通訊社", "blocks": blocks}
    return ParsedDocument(Kind.HTML, **(fields | overrides))


def the_article():
    return Article.objects.get()


def test_a_new_document_becomes_a_draft():
    outcome = import_document(make_raw(), make_parsed())
    assert outcome.outcome == "created"
    assert (the_article().headline, the_article().body, the_article().status) == ("渡輪靠岸", BODY, "draft")


def test_publishing_lets_readers_see_it_at_once():
    import_document(make_raw(), make_parsed(), publish=True)
    assert Article.objects.published().count() == 1


def test_the_outcome_says_where_the_article_is():
    outcome = import_document(make_raw(), make_parsed())
    assert (outcome.path, outcome.id) == ("a.html", the_article().pk)
    assert outcome.url == the_article().get_absolute_url()


def test_the_same_bytes_again_change_nothing():
    import_document(make_raw(), make_parsed())
    assert import_document(make_raw("copy.html"), make_parsed()).outcome == "unchanged"
    assert Article.objects.count() == 1


def test_the_same_bytes_again_can_publish_a_draft():
    import_document(make_raw(), make_parsed())
    assert import_document(make_raw(), make_parsed(), publish=True).outcome == "updated"
    assert the_article().status == "published"


def test_a_withdrawn_article_stays_withdrawn():
    import_document(make_raw(), make_parsed())
    Article.objects.update(status="withdrawn")
    import_document(make_raw(), make_parsed(), publish=True)
    assert the_article().status == "withdrawn"


def test_a_changed_page_at_the_same_address_updates_its_article():
    address = "https://news.example/a"
    import_document(make_raw(), make_parsed(source_url=address))
    outcome = import_document(
        make_raw("b.html", "新的頁面"), make_parsed(BODY, "午後，雙方簽字。", source_url=address)
    )
    assert outcome.outcome == "updated"
    assert "午後，雙方簽字。" in the_article().body


def test_another_text_at_the_same_address_is_another_article():
    address = "https://news.example/app"
    import_document(make_raw(), make_parsed(source_url=address))
    other = make_parsed("海底電纜的談判今天在港口重開。", headline="電纜", source_url=address)
    assert import_document(make_raw("b.html", "別頁"), other).outcome == "created"


@pytest.mark.parametrize("known_by", [{"source_url": "https://fjord.example/a/1"}, {}])
def test_a_text_most_of_which_differs_waits_for_an_editor(known_by):
    import_document(make_raw(), make_parsed(**known_by))
    other = make_parsed("議會昨晚表決，通過了明年的漁業預算，反對的議員在表決以前離席。", **known_by)
    outcome = import_document(make_raw(data="第二頁"), other)
    assert (outcome.outcome, the_article().body) == ("refused", BODY)
    assert "waits for an editor" in outcome.reason
    assert import_waiting(Provenance.objects.get(article=None)).outcome == "updated"


def test_a_changed_file_of_the_same_name_and_headline_updates_its_article():
    import_document(make_raw(), make_parsed())
    assert import_document(make_raw(data="二版"), make_parsed(BODY, "補寫的一段。")).outcome == "updated"


def test_what_an_editor_changed_is_kept_and_told():
    import_document(make_raw(), make_parsed())
    article = the_article()
    article.body = "編輯改過的內文。"
    article.save()
    outcome = import_document(make_raw(data="二版"), make_parsed(BODY, "來源補上的一段。"))
    assert the_article().body == "編輯改過的內文。"
    assert "body" in outcome.reason


def test_what_the_source_changed_beside_an_editors_change_is_taken_over():
    import_document(make_raw(), make_parsed())
    article = the_article()
    article.body = "編輯改過的內文。"
    article.save()
    outcome = import_document(make_raw(data="二版"), make_parsed(byline="林可"))
    assert outcome.outcome == "updated"
    assert (the_article().byline, the_article().body) == ("林可", "編輯改過的內文。")


def test_a_raw_document_is_kept_untouched_with_what_the_cleaner_made_of_it():
    import_document(make_raw(), make_parsed())
    provenance = Provenance.objects.get()
    assert bytes(provenance.data).decode() == "頁面"
    assert provenance.parsed["headline"] == "渡輪靠岸"


def test_a_date_without_a_time_keeps_its_day_in_every_zone():
    import_document(make_raw(), make_parsed(published=date(2026, 1, 15)))
    assert the_article().printed_at == date(2026, 1, 15)


def test_a_time_is_stored_in_utc_and_shown_in_the_sources_zone():
    taipei = timezone(timedelta(hours=8))
    import_document(make_raw(), make_parsed(published=datetime(2026, 1, 15, 9, 30, tzinfo=taipei)))
    assert the_article().published_at == datetime(2026, 1, 15, 1, 30, tzinfo=UTC)
    assert the_article().printed_at.isoformat() == "2026-01-15T09:30:00+08:00"


def test_one_source_has_one_record_in_either_script():
    import_document(make_raw(), make_parsed())
    import_document(
        make_raw("b.html", "二"), make_parsed("另一則。", headline="另", source_name="峡湾通讯社")
    )
    assert Source.objects.count() == 1


def test_a_document_without_a_source_name_takes_the_host_of_its_address():
    import_document(make_raw(), make_parsed(source_name="", source_url="https://www.news.example/a"))
    assert the_article().source.name == "news.example"


def test_a_named_source_overrides_the_printed_one():
    source = Source.objects.create(name="海峽日報")
    import_document(make_raw(), make_parsed(), source=source)
    assert the_article().source == source


def test_keywords_that_the_glossary_knows_become_topics_and_the_others_wait():
    make_tag("穿梭外交")
    import_document(make_raw(), make_parsed(keywords=["穿梭外交", "渡輪", "峽灣通訊社", "！！"]))
    assert [tag.name for tag in the_article().tags.all()] == ["穿梭外交"]
    assert [suggestion.text for suggestion in the_article().suggestions.all()] == ["渡輪"]


def test_what_follows_from_an_import_is_derived_once(monkeypatch):
    derived, function_of = Counter(), derivation.derivation

    def counted(name):
        derived[name] += 1
        return function_of(name)

    monkeypatch.setattr(derivation, "derivation", counted)
    make_tag("釜山")
    import_document(make_raw(), make_parsed("渡輪在釜山靠岸。", keywords=["釜山"]))
    assert derived == dict.fromkeys(derivation.DERIVATIONS, 1)
    assert 'rel="tag"' in the_article().body_html


def test_a_dismissed_keyword_is_not_revived_by_importing_again():
    import_document(make_raw(), make_parsed(keywords=["渡輪"]))
    TagSuggestion.objects.get().dismiss()
    import_document(make_raw(data="二版"), make_parsed(BODY, "新的一段。", keywords=["渡輪", "燈塔"]))
    assert [suggestion.text for suggestion in TagSuggestion.objects.waiting()] == ["燈塔"]


def test_a_topic_that_an_editor_took_away_is_not_given_again():
    make_tag("穿梭外交")
    import_document(make_raw(), make_parsed(keywords=["穿梭外交"]))
    the_article().tags.clear()
    import_document(make_raw(data="二版"), make_parsed(BODY, "新的一段。", keywords=["穿梭外交"]))
    assert not the_article().tags.exists()


def test_a_document_waits_in_the_inbox_without_an_article():
    waiting = keep_waiting(make_raw(), make_parsed())
    assert waiting.article is None
    assert not Article.objects.exists()


def test_a_waiting_document_is_imported_as_it_was_previewed():
    waiting = keep_waiting(make_raw(), make_parsed(published=date(2026, 1, 15)))
    outcome = import_waiting(waiting, publish=True)
    waiting.refresh_from_db()
    assert outcome.outcome == "created"
    assert waiting.article == the_article()
    assert the_article().printed_at == date(2026, 1, 15)


def test_a_document_that_waited_longer_than_its_cleaner_lived_is_still_that_cleaners():
    keep_waiting(make_raw(), make_parsed())
    Provenance.objects.update(cleaner_version="0.9")
    import_waiting(Provenance.objects.get())
    assert Provenance.objects.get().cleaner_version == "0.9"


def test_a_failure_half_way_leaves_nothing(monkeypatch):
    monkeypatch.setattr("articles.ingest.storage.incoming.Incoming.keep_with", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        import_document(make_raw(), make_parsed())
    assert not Article.objects.exists()


def test_the_body_is_written_as_markdown_once(monkeypatch):
    written = []
    to_markdown = incoming.to_markdown
    monkeypatch.setattr(incoming, "to_markdown", lambda blocks: written.append(blocks) or to_markdown(blocks))
    import_document(make_raw(), make_parsed())
    import_document(make_raw(data="新"), make_parsed(BODY, "補一段。"))
    assert len(written) == 2


def test_nothing_is_written_before_a_change_is_permitted():
    import_document(make_raw(), make_parsed())

    def refuse(article):
        raise PermissionError

    with CaptureQueriesContext(connection) as queries, pytest.raises(PermissionError):
        import_document(make_raw(data="新"), make_parsed(BODY, "補一段。"), permit=refuse)
    assert not {query["sql"].split()[0] for query in queries} & {"INSERT", "UPDATE", "DELETE"}


def test_of_a_new_article_nothing_is_asked_that_only_an_older_one_can_have():
    with CaptureQueriesContext(connection) as queries:
        import_document(make_raw(), make_parsed(), publish=True)
    doubted = ['DELETE FROM "articles_']
    doubted += [f'FROM "articles_{name}"' for name in ("summary", "articlechange", "nameuse")]
    assert not [query["sql"] for query in queries for words in doubted if words in query["sql"]]
    assert len(queries) <= (44 if connection.vendor == "postgresql" else 38)


def test_what_changes_nothing_needs_no_permission():
    import_document(make_raw(), make_parsed())
    assert import_document(make_raw(), make_parsed(), permit=pytest.fail).outcome == "unchanged"
