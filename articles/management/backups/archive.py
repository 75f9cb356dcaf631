"""The file of a backup: a zip of the database's snapshot, the pictures, the secret key, and a list."""

import hashlib
import json
import math
import shutil
import zipfile
import zlib
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from articles.management.backups import databases
from articles.management.backups.problem import BackupProblem
from articles.models.articles import picture as pictures

FORMAT = 1  # of the list; a newer one is refused
LIST, DATABASE, SECRET_KEY, PICTURES = "backup.json", "database", "secret-key", "media/pictures/"
PIECE = 1024 * 1024  # bytes read at once
LONGEST_LIST = 64 * PIECE  # bytes; a hundred for each picture
# A snapshot packs to a third; pictures are packed already.
PACKED, UNPACKED = zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED


def make(file: Path) -> dict:
    """Write the whole library as it is now; returns the list. The file appears when it is complete.

    Raises BackupProblem, and OSError where the disk is full; an older file of that name stays then.
    """
    unfinished = file.with_name(f"{file.name}.part")
    try:
        with TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
            snapshot = Path(folder) / DATABASE
            databases.snapshot(snapshot)
            listed = write(unfinished, snapshot)
        check(unfinished)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    return listed


def write(file: Path, snapshot: Path) -> dict:
    """Pictures are listed after the snapshot: those of its articles were there before it was taken."""
    file.touch(mode=0o600)  # it holds the secret key and everybody's password hashes
    with zipfile.ZipFile(file, "w") as archive:
        files = {DATABASE: add(archive, DATABASE, snapshot, PACKED)}
        for picture in sorted(pictures.folder().glob("*.*")):
            name = f"{PICTURES}{picture.name}"
            files[name] = add(archive, name, picture, UNPACKED)
        if (settings.VAR / SECRET_KEY).exists():
            files[SECRET_KEY] = add(archive, SECRET_KEY, settings.VAR / SECRET_KEY, UNPACKED)
        listed = {
            "format": FORMAT,
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "database": databases.vendor(),
            "migrations": sorted(map(list, MigrationLoader(connection).applied_migrations)),
            "files": files,
        }
        archive.writestr(LIST, json.dumps(listed, indent=1))
    return listed


def add(archive, name: str, file: Path, packing: int) -> dict:
    """Put a file in; its size and checksum."""
    entry = zipfile.ZipInfo.from_file(file, name)
    entry.compress_type = packing
    with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        return copied(source, target)


def copied(source, target=None, most: float = math.inf) -> dict:
    """Size and checksum of what is read, a little beyond `most` bytes at most."""
    checksum, size = hashlib.sha256(), 0
    while size <= most and (piece := source.read(PIECE)):
        checksum.update(piece)
        size += len(piece)
        if target:
            target.write(piece)
    return {"size": size, "sha256": checksum.hexdigest()}


@contextmanager
def opened(file: Path):
    """The archive and its list. Raises BackupProblem where it is none of ours."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, read_list(archive)
    except FileNotFoundError as error:
        raise BackupProblem("there is no such file") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError) as error:
        raise BackupProblem(f"the file is damaged: {error}") from error


def read_list(archive) -> dict:
    try:
        listed = json.loads(archive.read(LIST)) if archive.getinfo(LIST).file_size <= LONGEST_LIST else {}
        newer = listed["format"] > FORMAT
        refuse_odd(listed)
    except (KeyError, ValueError, TypeError, RuntimeError) as error:
        raise BackupProblem("the file is no backup of this portal, or not a whole one") from error
    if newer:
        raise BackupProblem("the backup was made by a newer version of the portal")
    return listed


def refuse_odd(listed) -> None:
    """Raises KeyError, TypeError or ValueError for a list of another shape than `write` gives it."""
    words = [listed["made_at"], listed["database"]]
    for app, name in listed["migrations"]:
        words += [app, name]
    sizes = [told["size"] for told in [listed["files"][DATABASE], *listed["files"].values()]]
    if not all(isinstance(word, str) for word in words) or not all(isinstance(size, int) for size in sizes):
        raise TypeError


def check(file: Path) -> dict:
    """Read a backup to its end; returns the list. Raises BackupProblem where anything is not as it was."""
    with opened(file) as (archive, listed), TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
        check_names(archive, listed)
        check_room(file.parent, listed)
        for name in listed["files"]:
            target = Path(folder) / DATABASE if name == DATABASE else None
            take_out(archive, listed, name, target)
        databases.check(Path(folder) / DATABASE, listed["database"])
        return listed


def check_names(archive, listed):
    missing = sorted(set(listed["files"]) ^ set(archive.namelist()) ^ {LIST})
    if missing:
        raise BackupProblem(f"{missing[0]} is missing, or was not there when the backup was made")


def check_room(folder: Path, listed) -> None:
    """Before the disk is full, and the portal beside it cannot save any more."""
    needed, free = listed["files"][DATABASE]["size"], shutil.disk_usage(folder).free
    if needed > free:
        raise BackupProblem(f"its database needs {needed:,} bytes, and {free:,} are free in {folder}")


def take_out(archive, listed, name: str, target: Path | None = None) -> None:
    """Read a file of a backup to its end, into `target` if given. Raises BackupProblem for other bytes."""
    told = listed["files"][name]
    try:
        with archive.open(name) as source, target.open("wb") if target else nullcontext() as kept:
            found = copied(source, kept, most=told["size"])
    except RuntimeError as error:  # encrypted, or packed in a way that is not known here
        raise BackupProblem(f"{name} cannot be unpacked: {error}") from error
    if found != told:
        raise BackupProblem(f"{name} is not what was backed up: its checksum is another")


def put_back(file: Path) -> dict:
    """Give the library the contents of a backup that `check` has passed; returns the list."""
    with (
        opened(file) as (archive, listed),
        TemporaryDirectory(dir=settings.VAR, prefix=".restore-") as folder,
    ):
        refuse_others(listed)
        snapshot = Path(folder) / DATABASE
        take_out(archive, listed, DATABASE, snapshot)
        put_back_pictures(archive, listed, Path(folder))
        databases.put_back(snapshot)
        if SECRET_KEY in listed["files"]:
            take_out(archive, listed, SECRET_KEY, Path(folder) / SECRET_KEY)
            (Path(folder) / SECRET_KEY).chmod(0o600)
            (Path(folder) / SECRET_KEY).replace(settings.VAR / SECRET_KEY)
        return listed


def refuse_others(listed) -> None:
    """Raises BackupProblem for another kind of database, or tables that this version does not know."""
    if listed["database"] != databases.vendor():
        raise BackupProblem(f"it is of a {listed['database']} database, and this is {databases.vendor()}")
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    newer = [f"{app}.{name}" for app, name in listed["migrations"] if (app, name) not in known]
    if newer:
        raise BackupProblem(f"it was made by a newer version of the portal, whose {newer[0]} is unknown here")


def put_back_pictures(archive, listed, folder: Path) -> None:
    """A picture is named by what it shows: one that is there is the same. First, so that none is missing."""
    kept = pictures.folder()
    kept.mkdir(parents=True, exist_ok=True)
    for name in listed["files"]:
        if name.startswith(PICTURES) and not (kept / Path(name).name).exists():
            take_out(archive, listed, name, folder / "picture")
            shutil.move(folder / "picture", kept / Path(name).name)
