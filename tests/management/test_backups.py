"""Backups: whole while the library is written to, checked to the last byte, put back in one piece."""

import json
import shutil
import threading
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections, transaction
from django.test import override_settings
from django.utils import timezone

from articles.management.backups import archive
from articles.models import Article, ArticleRendering, Provenance
from tests.admin.builders import make_imported
from tests.builders import make_article

pytestmark = pytest.mark.django_db(transaction=True)
PICTURE = "0a1b0a1b0a1b-2x3.png"


def furnish(var, media):
    """What a portal has beside its database."""
    (var / "secret-key").write_text("the first key")
    folder = media / "pictures"
    folder.mkdir(parents=True)
    (folder / PICTURE).write_bytes(b"a picture")


@pytest.fixture(autouse=True)
def surroundings(settings, tmp_path):
    settings.VAR = tmp_path
    furnish(tmp_path, settings.MEDIA_ROOT)
    return tmp_path


def back_up(file):
    make_article("渡輪與信使", tags=["首爾"], body=f"![](/pictures/{PICTURE})\n▲ 渡輪")
    call_command("backup", str(file))
    return file


@pytest.fixture
def backed_up(tmp_path):
    return back_up(tmp_path / "b.zip")


@pytest.fixture(scope="module")
def of_another_day(django_db_setup, django_db_blocker, tmp_path_factory):
    """A backup of a library that is gone; made once."""
    var = tmp_path_factory.mktemp("another-day")
    furnish(var, var / "media")
    with django_db_blocker.unblock(), override_settings(VAR=var, MEDIA_ROOT=var / "media"):
        file = back_up(var / "b.zip")
        call_command("flush", interactive=False, verbosity=0)
    return file


def test_backups_made_while_somebody_writes_are_all_whole_and_come_back(tmp_path):
    stop = threading.Event()
    writer = threading.Thread(target=write_until, args=(stop,))
    writer.start()
    files = [tmp_path / f"{number}.zip" for number in range(5)]
    try:
        for file in files:
            call_command("backup", str(file))
    finally:
        stop.set()
        writer.join()
    for file in files:
        call_command("restore", str(file))
        assert Article.objects.count() == ArticleRendering.objects.count()
        assert all(article.tags.count() == 1 for article in Article.objects.all())
        call_command("verify")


def write_until(stop):
    while not stop.is_set():
        with transaction.atomic():
            make_imported(f"標題{timezone.now().timestamp()}", name=f"{timezone.now()}.txt").tags.add("首爾")
    connections.close_all()


def test_a_restored_library_is_the_one_that_was_backed_up(backed_up, surroundings, settings):
    before = Article.objects.get()
    Article.objects.update(headline="改了")
    make_article("後來的")
    (settings.MEDIA_ROOT / "pictures" / PICTURE).unlink()
    (surroundings / "secret-key").write_text("another key")
    call_command("restore", str(backed_up))
    assert [article.headline for article in Article.objects.all()] == [before.headline]
    assert (settings.MEDIA_ROOT / "pictures" / PICTURE).read_bytes() == b"a picture"
    assert (surroundings / "secret-key").read_text() == "the first key"


def test_what_was_there_is_kept_and_comes_back_in_its_turn(backed_up, surroundings):
    make_article("後來的")
    call_command("restore", str(backed_up))
    (aside,) = (surroundings / "backups").iterdir()
    call_command("restore", str(aside))
    assert Article.objects.filter(headline="後來的").exists()


def test_a_backup_is_read_by_nobody_else(backed_up):
    assert backed_up.stat().st_mode & 0o077 == 0


def cut(file):
    file.write_bytes(file.read_bytes()[:-200])


def change_a_byte(file):
    data = bytearray(file.read_bytes())
    data[data.index(b"a picture")] ^= 1
    file.write_bytes(data)


def rewritten(file, change):
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    with zipfile.ZipFile(file, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def take_a_picture_out(file):
    rewritten(file, lambda parts: parts.pop(f"media/pictures/{PICTURE}"))


def put_something_in(file):
    rewritten(file, lambda parts: parts.update({"../evil": b"x"}))


def change_the_database(file):
    rewritten(file, lambda parts: parts.update(database=parts["database"][:-4096]))


def no_list(file):
    rewritten(file, lambda parts: parts.pop("backup.json"))


def no_archive(file):
    file.write_bytes(b"no archive")


def list_of(**told):
    """The list of a backup with something else in it."""

    def damage(file):
        def change(parts):
            listed = json.loads(parts["backup.json"])
            parts["backup.json"] = json.dumps({**listed, **told}).encode()

        rewritten(file, change)

    damage.__name__ = f"list_with_other_{next(iter(told))}"
    return damage


def endless_list(file):
    rewritten(file, lambda parts: parts.update({"backup.json": b"[" * 100_000}))


def long_list(file):
    rewritten(file, lambda parts: parts.update({"backup.json": b" " * archive.LONGEST_LIST + b"{}"}))


def list_of_other_things(file):
    rewritten(file, lambda parts: parts.update({"backup.json": b'["format", "files"]'}))


def unknown_packing(file):
    changed_in_directory(file, 10, b"\x63\x00")


def encrypted(file):
    changed_in_directory(file, 8, b"\x01\x00")


def larger_than_the_disk(file):
    list_of(files={"database": {"size": 10**15, "sha256": ""}, **listed_pictures(file)})(file)


def more_than_is_listed(file):
    rewritten(file, lambda parts: parts.update(database=parts["database"] + bytes(9_000_000)))


def listed_pictures(file):
    with zipfile.ZipFile(file) as backup:
        files = json.loads(backup.read("backup.json"))["files"]
    return {name: told for name, told in files.items() if name != "database"}


def changed_in_directory(file, place, value):
    """Other bytes in what the archive's directory says of its first file, the database."""
    data = bytearray(file.read_bytes())
    start = data.index(b"PK\x01\x02") + place
    data[start : start + len(value)] = value
    file.write_bytes(data)


DAMAGES = [
    list_of(format="1"),
    list_of(migrations=["articles"]),
    list_of(migrations=[["articles", {}]]),
    list_of(migrations=7),
    list_of(database=["sqlite"]),
    list_of(files=[]),
    list_of(made_at=None),
    endless_list,
    long_list,
    list_of_other_things,
    unknown_packing,
    encrypted,
    larger_than_the_disk,
    more_than_is_listed,
    cut,
    change_a_byte,
    take_a_picture_out,
    put_something_in,
    change_the_database,
    no_list,
    no_archive,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_backup_is_told_and_changes_nothing(of_another_day, tmp_path, damage):
    damaged = Path(shutil.copy(of_another_day, tmp_path))
    damage(damaged)
    make_article("後來的")
    with pytest.raises(CommandError):
        call_command("verify", str(damaged))
    with pytest.raises(CommandError, match="was not restored"):
        call_command("restore", str(damaged))
    assert [article.headline for article in Article.objects.all()] == ["後來的"]


def test_a_library_that_cannot_even_be_opened_is_left_to_whoever_restores(backed_up, monkeypatch):
    def fail():
        raise DatabaseError("file is not a database")

    monkeypatch.setattr(connections["default"].introspection, "table_names", fail)
    with pytest.raises(CommandError, match=r"not a database.* move it away yourself and try again"):
        call_command("restore", str(backed_up))


def test_a_backup_of_a_newer_version_is_refused(backed_up):
    def from_the_future(parts):
        listed = json.loads(parts["backup.json"])
        listed["migrations"].append(["articles", "9999_of_the_future"])
        parts["backup.json"] = json.dumps(listed).encode()

    rewritten(backed_up, from_the_future)
    with pytest.raises(CommandError, match=r"newer version .* articles\.9999_of_the_future"):
        call_command("restore", str(backed_up))


def test_a_backup_that_fails_leaves_the_one_before(backed_up, monkeypatch):
    before = backed_up.read_bytes()

    def fail(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "add", fail)
    with pytest.raises(CommandError, match=r"No backup was made: .*No space left"):
        call_command("backup", str(backed_up))
    assert backed_up.read_bytes() == before
    assert [file.name for file in backed_up.parent.glob("*.part")] == []


def test_a_whole_library_is_said_to_be_whole(backed_up, capsys):
    make_imported()
    call_command("verify")
    assert "Whole: 2 articles, 1 raw documents" in capsys.readouterr().out


def test_what_is_no_longer_as_it_was_stored_is_named(backed_up, settings, capsys):
    make_imported()
    Provenance.objects.update(data=b"changed")
    (settings.MEDIA_ROOT / "pictures" / PICTURE).unlink()
    with pytest.raises(CommandError, match="2 things"):
        call_command("verify")
    told = capsys.readouterr().err
    assert "pages/ferry.txt: its checksum is another" in told
    assert PICTURE in told
