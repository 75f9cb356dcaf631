"""Table files: how a spreadsheet program reads ours without running anything, and how we read theirs."""

import codecs
import csv
import io
import re
import unicodedata
import zipfile

import tablib
from django.utils.translation import gettext as _

from articles.ingest.documents import DocumentError
from articles.ingest.intake.decoding import decode
from articles.ingest.intake.packed import UNREADABLE
from articles.text.normalise import drop_invisible

# What a browser is told that each is.
FORMATS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A cell that begins so is a formula to some spreadsheet program, which would run it (OWASP, "CSV Injection"):
# full-width twins are one to a program set to an East Asian language, | runs a command in old ones.
# An apostrophe before it makes it text; reading takes that apostrophe away again.
OPENS_FORMULA = frozenset("'=+-@|\u2212")  # of these the compatible forms too, as NFKC folds them
WHITE_OPENINGS = frozenset("\t\r")  # move what follows into a cell of its own
# What XML, and so XLSX, cannot hold.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
MARK = "\ufeff"  # tells Excel that a CSV is UTF-8
PARTED_BY = ",;\t"  # Excel parts cells with another mark in some countries

MOST_BYTES = 5 * 1024 * 1024  # of an upload
MOST_UNPACKED = 100 * 1024 * 1024  # bytes of a workbook, which is a zip archive
MOST_ROWS = 4_000  # checked within the seconds that a request may take
MOST_COLUMNS = 100  # a workbook may say of one cell that it stands behind seventeen milliards of others
# What is raised for a damaged one, beside what zipfile raises.
DAMAGED = (*UNREADABLE, LookupError, SyntaxError, AttributeError, TypeError, StopIteration)


class TableError(Exception):
    """The file is no table that can be read; says why in a sentence."""


def written(dataset: tablib.Dataset, kind: str) -> bytes:
    """A table as a file. kind: a key of FORMATS."""
    safe = tablib.Dataset(*(map(_safe, row) for row in dataset), headers=dataset.headers)
    made = _format(kind).export_data(safe)
    return made if isinstance(made, bytes) else f"{MARK}{made}".encode()


def _format(kind):
    """Loaded when a table is asked for: its libraries are a tenth of what the portal takes to start."""
    from import_export.formats.base_formats import CSV, XLSX

    return XLSX() if kind == "xlsx" else CSV()


def _safe(cell):
    text = UNWRITABLE.sub("", "" if cell is None else str(cell))
    return f"'{text}" if is_formula(text) else text


def is_formula(text: str) -> bool:
    """Whether a program may take a cell for a formula: some pass over what is white or prints nothing."""
    first = drop_invisible(text).lstrip()[:1]
    return text[:1] in WHITE_OPENINGS or unicodedata.normalize("NFKC", first)[:1] in OPENS_FORMULA


def read(name: str, data: bytes) -> tablib.Dataset:
    """The table in a file, empty rows left out. name: the file's. Raises TableError."""
    if len(data) > MOST_BYTES:
        raise TableError(_("The file is larger than 5 MB."))
    kind = name.rpartition(".")[2].lower()
    if kind not in FORMATS:
        raise TableError(_("The file must be a .csv or .xlsx table."))
    table = _workbook(data) if kind == "xlsx" else _text_table(data)
    headers = [str(header or "").strip() for header in table.headers or []]
    rows = [[_plain(cell) for cell in row] for row in table if any(row)]
    if len(rows) > MOST_ROWS:
        raise TableError(_("The table has more than 4,000 rows."))
    return tablib.Dataset(*rows, headers=headers)


def _workbook(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise TableError(_("The workbook is too large when unpacked."))
        return _first_sheet(data)
    except DAMAGED as error:
        raise TableError(_("The workbook cannot be read.")) from error


def _first_sheet(data):
    from openpyxl import load_workbook  # loaded with the format, see above

    sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).active
    rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    headers = next(rows)
    width = max((place for place, header in enumerate(headers, 1) if header), default=0)
    return tablib.Dataset(*(row[:width] for row in rows if any(row)), headers=headers[:width])


def _text_table(data):
    try:
        text = _text(data)
        first = text.partition("\n")[0]
        return tablib.import_set(text, format="csv", delimiter=max(PARTED_BY, key=first.count))
    except DocumentError as error:
        raise TableError(str(error)) from error
    except csv.Error as error:
        raise TableError(_("The table cannot be read: %s.") % error) from error
    except tablib.InvalidDimensions as error:
        raise TableError(_("The rows of the table are of different lengths.")) from error


def _text(data):
    """Ours carry a mark of their encoding; an old spreadsheet program's have to be guessed."""
    if data.startswith(codecs.BOM_UTF8):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise TableError(_("The table is not in UTF-8, as its first bytes say.")) from error
    return decode(data).text


def _plain(cell):
    text = "" if cell is None else str(cell)
    return text[1:] if text[:1] == "'" and is_formula(text[1:]) else text
