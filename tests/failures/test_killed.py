"""A process that is ended in the middle loses nothing and leaves nothing half-saved; the next goes on."""

import io
import random
import sqlite3
import time
import zipfile

from tests.failures.portals import kill, wait_for

HALF_SAVED = {
    "an article without its rendering": "SELECT id FROM articles_article WHERE id NOT IN "
    "(SELECT article_id FROM articles_articlerendering)",
    "an article without its raw document": "SELECT id FROM articles_article WHERE id NOT IN "
    "(SELECT article_id FROM articles_provenance WHERE article_id IS NOT NULL)",
}
KEPT = "SELECT headline, status, version FROM articles_article ORDER BY headline"


def kill_at_points(portal, table, most, *command, seed):
    """End a command again and again, each time when it has come a little further."""
    chance = random.Random(seed)  # noqa: S311  not a secret
    for _time in range(3):
        before = portal.count(table)
        goal = before + chance.randint(1, 3)
        process = portal.begin(*command)
        wait_for(lambda goal=goal: portal.count(table) >= min(goal, most), process)
        time.sleep(chance.uniform(0, 0.05))
        kill(process)
        assert portal.ask("PRAGMA integrity_check") == [("ok",)]
        assert [name for name, query in HALF_SAVED.items() if portal.ask(query)] == []


def test_a_killed_import_goes_on_and_a_finished_one_changes_nothing(portal, documents):
    command = ("import_articles", "--publish", documents)
    kill_at_points(portal, "articles_article", 12, *command, seed=7)
    assert portal.manage(*command)[0] == 0
    kept = portal.ask(KEPT)
    assert len(kept) == 12
    assert portal.manage(*command)[0] == 0
    assert portal.ask(KEPT) == kept
    assert portal.count("articles_provenance") == 12


def test_a_killed_queue_goes_on_where_it_ended(portal, documents):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(documents.iterdir()):
            archive.write(path, path.name)
    hand_in(portal, packed.getvalue())
    kill_at_points(portal, "articles_provenance", 12, "tick", seed=8)
    assert portal.manage("tick")[0] == 0
    names = [name for (name,) in portal.ask("SELECT name FROM articles_provenance ORDER BY id")]
    assert names == [f"posts.zip/{number:02}.txt" for number in range(12)]
    assert portal.ask("SELECT done, refused FROM articles_handedin WHERE finished_at IS NOT NULL") == [
        (12, "[]")
    ]


def hand_in(portal, data):
    database = sqlite3.connect(portal.var / "shuttle.sqlite3")
    with database:
        database.execute(
            "INSERT INTO articles_handedin (kind, name, handed_in_at, done, tries, kept, refused, data) "
            "VALUES ('files', 'posts.zip', '2025-09-01 00:00:00', 0, 0, '[]', '[]', ?)",
            [data],
        )
    database.close()
