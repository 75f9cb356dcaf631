"""A process that is ended in the middle loses nothing and leaves nothing half-saved; the next goes on."""

from tests.failures.conftest import DOCUMENTS
from tests.failures.killing import KEPT, hand_in, kill_at_points, packed


def test_a_killed_import_goes_on_and_a_finished_one_changes_nothing(portal, documents):
    command = ("import_articles", "--publish", documents)
    assert kill_at_points(portal, "articles_article", DOCUMENTS, command, seed=7) == []
    assert portal.manage(*command)[0] == 0
    kept = portal.ask(KEPT)
    assert len(kept) == DOCUMENTS
    assert portal.manage(*command)[0] == 0
    assert portal.ask(KEPT) == kept
    assert portal.count("articles_provenance") == DOCUMENTS


def test_a_killed_queue_goes_on_where_it_ended(portal, documents):
    hand_in(portal, packed(sorted(documents.iterdir())))
    assert kill_at_points(portal, "articles_provenance", DOCUMENTS, ("tick",), seed=8) == []
    assert portal.manage("tick")[0] == 0
    names = [name for (name,) in portal.ask("SELECT name FROM articles_provenance ORDER BY id")]
    assert names == [f"posts.zip/{number:02}.txt" for number in range(DOCUMENTS)]
    assert portal.ask("SELECT done, refused FROM articles_handedin WHERE finished_at IS NOT NULL") == [
        (DOCUMENTS, "[]")
    ]
