"""A full disk, a locked database, a stopped one: one clear line, and readers are served."""

import shutil
import sqlite3
from contextlib import contextmanager

from tests.failures.conftest import DOCUMENTS
from tests.failures.portals import Portal


def has_one_clear_line(said, *words):
    """Whether a command told what went wrong, and nothing of its insides."""
    return "Traceback" not in said and any(word in said.lower() for word in words)


def test_an_import_onto_a_full_disk_says_so_and_goes_on_once_there_is_room(prepared, small_disk, documents):
    shutil.copytree(prepared, small_disk / "var")
    portal = Portal(small_disk / "var", {})
    filler = small_disk / "filler"
    with filler.open("wb") as file:
        free = shutil.disk_usage(small_disk).free
        file.write(bytes(max(0, free - 100_000)))
    status, said = portal.manage("import_articles", "--publish", documents)
    assert status != 0
    assert has_one_clear_line(said, "disk is full", "no space", "no room", "without room")
    filler.unlink()
    assert portal.manage("import_articles", "--publish", documents)[0] == 0
    assert portal.count("articles_article") == DOCUMENTS
    assert portal.ask("PRAGMA integrity_check") == [("ok",)]


@contextmanager
def locked(portal):
    database = sqlite3.connect(portal.var / "shuttle.sqlite3", isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        database.close()


def test_while_the_database_is_locked_readers_read_and_an_import_says_why_it_cannot(portal, documents, serve):
    *others, last = sorted(documents.iterdir())
    assert portal.manage("import_articles", "--publish", *others)[0] == 0
    server = serve(portal)
    with locked(portal):
        assert server.get("/")[0] == 200
        status, said = portal.manage("import_articles", last)
        assert status != 0
        assert has_one_clear_line(said, "locked")
    assert portal.manage("import_articles", last)[0] == 0
    assert portal.count("articles_article") == DOCUMENTS


def test_while_postgresql_is_stopped_kept_pages_are_read_and_the_rest_is_back_with_it(
    cluster, portal, documents, serve
):
    portal.surroundings["DATABASE_URL"] = cluster.url
    assert portal.manage("migrate", "--verbosity", 0)[0] == 0
    assert portal.manage("import_articles", "--publish", documents)[0] == 0
    server = serve(portal)
    kept = server.get("/")
    assert kept[0] == 200
    cluster.stop()
    assert server.get("/") == kept
    assert server.get("/search/?q=x")[0] == 503
    assert server.get("/readyz")[0] == 503
    assert '"failing": ["database"]' in server.get("/readyz")[1]
    status, said = portal.manage("import_articles", documents)
    assert status != 0
    assert has_one_clear_line(said, "does not answer", "refused")
    cluster.start()
    assert server.get("/search/?q=x")[0] == 200
    assert server.get("/readyz")[0] == 200
