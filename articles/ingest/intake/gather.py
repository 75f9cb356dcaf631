"""Files, folders, zip archives and standard input → RawDocuments, in a stable order.

What cannot be read is not skipped in silence: it comes out as a Refusal that names it.
"""

import io
import os
import posixpath
import stat
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from articles.ingest.documents import MAX_BYTES, TOO_LARGE, RawDocument
from articles.ingest.intake.packed import UNREADABLE, is_word, unpacked

# Endings that hold documents. In a folder or an archive others (pictures, styles) are passed over.
PAGES = {".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".eml"}
DOCUMENT_ENDINGS = PAGES | {".md", ".markdown", ".txt", ".text", ".pdf", ".docx", ""}
ARCHIVE_ENDINGS = {".zip"}
# Of documents that are not read; in an archive each is told, for somebody meant it to come in.
FOREIGN_ENDINGS = ARCHIVE_ENDINGS | {".7z", ".doc", ".epub", ".odt", ".pages", ".rar", ".rtf", ".wps"}
MAX_ENTRIES = 10_000  # documents in one archive
MAX_UNPACKED = 1024**3  # bytes of one archive, unpacked
MAX_RATIO = 200  # times its packed size an entry may have; text packs about 5 to 20 times


@dataclass(frozen=True)
class Refusal:
    """A document that could not even be read: its name and the reason, in one line."""

    name: str
    reason: str


@dataclass(frozen=True)
class FolderFiles:
    """What lies in or under a document's folder, and nothing outside it."""

    folder: Path

    def read(self, relative: str) -> bytes | None:
        try:
            path = (self.folder / relative).resolve()
            if not (path.is_relative_to(self.folder.resolve()) and path.is_file()):
                return None
        except (OSError, ValueError, RuntimeError):  # names that no file can have; links in a circle
            return None
        try:
            if path.stat().st_size <= MAX_BYTES:
                return path.read_bytes()
        except OSError as error:
            raise ValueError(f"it cannot be read: {error.strerror}.") from error
        raise ValueError(TOO_LARGE)


@dataclass(frozen=True)
class ArchiveFiles:
    """What lies beside a document in its archive, which stays open as long as a document of it is held."""

    archive: zipfile.ZipFile
    folder: PurePosixPath

    def read(self, relative: str) -> bytes | None:
        name = posixpath.normpath(str(self.folder / relative))
        try:
            entry = self.archive.getinfo(name)
        except KeyError:
            return None
        return unpacked(self.archive, entry)


def gather(path: str) -> Iterator[RawDocument | Refusal]:
    """The documents at a path: a file, a folder (searched through), a .zip or "-" for standard input."""
    if path == "-":
        yield RawDocument("standard input", sys.stdin.buffer.read(MAX_BYTES + 1))
    elif Path(path).is_dir():
        yield from _folder(Path(path))
    else:
        yield from _file(Path(path))


def gather_upload(name: str, data: bytes) -> Iterator[RawDocument | Refusal]:
    """The documents of an uploaded file: itself, or what its archive holds."""
    is_archive = Path(name).suffix.lower() in ARCHIVE_ENDINGS or zipfile.is_zipfile(io.BytesIO(data))
    if is_archive and not is_word(data):
        yield from _archive(name, io.BytesIO(data))
    else:
        yield RawDocument(name, data)


def name_of(path: Path) -> str:
    """As people are told it and it is stored: on the disk a name is bytes, and not always text."""
    return os.fsencode(path).decode("utf-8", "replace")


def documents_in(folder: Path) -> Iterator[Path]:
    """The files in or under a folder that may be documents or archives of them."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        wanted = path.suffix.lower() in DOCUMENT_ENDINGS | ARCHIVE_ENDINGS
        if path.is_file() and wanted and not hidden:
            yield path


def _folder(folder):
    for path in documents_in(folder):
        yield from _file(path)


def _file(path):
    try:
        if path.suffix.lower() in ARCHIVE_ENDINGS:
            yield from _archive(name_of(path), path)
            return
        if path.stat().st_size > MAX_BYTES:
            yield Refusal(name_of(path), f"The file is larger than {MAX_BYTES:,} bytes.")
            return
        yield RawDocument(name_of(path), path.read_bytes(), neighbours=FolderFiles(path.parent))
    except FileNotFoundError:
        yield Refusal(name_of(path), "There is no such file.")
    except OSError as error:
        yield Refusal(name_of(path), f"The file cannot be read: {error.strerror}.")


def _archive(name, file):
    try:
        yield from _entries(name, zipfile.ZipFile(file))  # not closed here: see ArchiveFiles
    except (FileNotFoundError, PermissionError):
        raise
    except UNREADABLE:
        yield Refusal(name, "The file is not a readable zip archive.")


def _entries(name, archive):
    shown = list(filter(_is_shown, archive.infolist()))
    entries = [entry for entry in shown if _ending(entry) in DOCUMENT_ENDINGS]
    if len(entries) > MAX_ENTRIES:
        yield Refusal(
            name, f"The archive holds {len(entries):,} documents; at most {MAX_ENTRIES:,} are read."
        )
        return
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        yield Refusal(name, f"The archive unpacks to more than {MAX_UNPACKED:,} bytes.")
        return
    for entry in sorted(entries, key=lambda entry: entry.filename):
        yield _entry(f"{name}/{entry.filename}", archive, entry)
    foreign = [entry for entry in shown if _ending(entry) in FOREIGN_ENDINGS]
    for entry in sorted(foreign, key=lambda entry: entry.filename):
        path = f"{name}/{entry.filename}"
        yield Refusal(path, f"Documents of this kind ({_ending(entry)}) are not read.")


def _ending(entry):
    return PurePosixPath(entry.filename).suffix.lower()


def _is_shown(entry):
    """Whether it is a file of the archive, and none that a system keeps for itself."""
    parts = PurePosixPath(entry.filename).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    is_folder = entry.filename.endswith("/")  # is_dir() fails on an entry without a name
    return not is_folder and not hidden and not is_link


def _entry(name, archive, entry):
    if entry.flag_bits & 1:
        return Refusal(name, "The entry is encrypted.")
    if entry.file_size > MAX_BYTES:
        return Refusal(name, f"The entry is larger than {MAX_BYTES:,} bytes.")
    if entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
        return Refusal(name, f"The entry unpacks to more than {MAX_RATIO} times its size, like a zip bomb.")
    try:
        with archive.open(entry) as file:
            beside = ArchiveFiles(archive, PurePosixPath(entry.filename).parent)
            return RawDocument(name, file.read(MAX_BYTES + 1), neighbours=beside)
    except UNREADABLE as error:
        return Refusal(name, f"The entry cannot be unpacked: {error}.")
