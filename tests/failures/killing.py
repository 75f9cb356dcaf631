"""Ends a command again and again, each time when it has come a little further, and looks at what it left."""

import io
import random
import sqlite3
import time
import zipfile

from tests.failures.portals import Portal, kill, wait_for

HALF_SAVED = {
    "an article without its rendering": "SELECT id FROM articles_article WHERE id NOT IN "
    "(SELECT article_id FROM articles_articlerendering)",
    "an article without its raw document": "SELECT id FROM articles_article WHERE id NOT IN "
    "(SELECT article_id FROM articles_provenance WHERE article_id IS NOT NULL)",
}
KEPT = "SELECT headline, status, version FROM articles_article ORDER BY headline"


def kill_at_points(portal: Portal, table: str, most: int, command, *, seed: int, points=3) -> list[str]:
    """What was found half-saved or damaged after any of the kills. most: rows that the table will have."""
    chance, faults = random.Random(seed), []  # noqa: S311  not a secret
    step = max(1, most * 2 // (3 * points))
    for _time in range(points):
        goal = portal.count(table) + chance.randint(1, step)
        process = portal.begin(*command)
        wait_for(lambda goal=goal: portal.count(table) >= min(goal, most), process)
        time.sleep(chance.uniform(0, 0.05))
        kill(process)
        faults += faults_of(portal)
    return faults


def faults_of(portal: Portal) -> list[str]:
    damage = [told for (told,) in portal.ask("PRAGMA integrity_check") if told != "ok"]
    return damage + [name for name, query in HALF_SAVED.items() if portal.ask(query)]


def hand_in(portal: Portal, data: bytes) -> None:
    """Put a zip archive into the queue."""
    database = sqlite3.connect(portal.var / "shuttle.sqlite3")
    with database:
        database.execute(
            "INSERT INTO articles_handedin (kind, name, handed_in_at, done, tries, kept, refused, data) "
            "VALUES ('files', 'posts.zip', '2025-09-01 00:00:00', 0, 0, '[]', '[]', ?)",
            [data],
        )
    database.close()


def packed(paths) -> bytes:
    """Files as a zip archive."""
    archived = io.BytesIO()
    with zipfile.ZipFile(archived, "w") as archive:
        for path in paths:
            archive.write(path, path.name)
    return archived.getvalue()
