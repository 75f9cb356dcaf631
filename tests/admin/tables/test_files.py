"""Table files: formulas that nobody runs, and what comes back is what went out."""

import io
import re
import zipfile

import openpyxl
import pytest
import tablib
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.admin.tables.files import MOST_BYTES, TableError, read, written

pytestmark = pytest.mark.usefixtures("_in_english")
KINDS = ["csv", "xlsx"]
CELLS = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\ufffe\uffff"))


FORMULAS = [
    '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\tx", "'already", "|cmd", "＝1+1", "＋1", "－1",
    "＠SUM(A1)", " =1", "\u3000=1", "\u00a0=1", "\ufeff=1", "\u200b=1", "\u200d＝1", "\u2060+1", "\u00ad-1",
    "\u202e=1", "\n=1", " \u200b ＝1", "﹢1", "﹣1", "﹦1", "﹫A", "\u22121", "｜cmd", "\u200b'=1",
]  # fmt: skip


@pytest.fixture
def _in_english():
    with translation.override("en"):
        yield


def table(*rows, headers=("text",)):
    return tablib.Dataset(*rows, headers=list(headers))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cell", FORMULAS, ids=ascii)
def test_a_cell_that_looks_like_a_formula_is_text_and_comes_back_whole(kind, cell):
    made = written(table([cell]), kind)
    assert stored(made, kind) == f"'{cell}"
    assert read(f"a.{kind}", made)[0] == (cell,)


def stored(made, kind):
    """What a spreadsheet program finds in the cell."""
    if kind == "csv":
        return tablib.import_set(made.decode("utf-8-sig"), format="csv")[0][0]
    cell = openpyxl.load_workbook(io.BytesIO(made)).active["A2"]
    assert cell.data_type == "s"
    return cell.value


@pytest.mark.parametrize("kind", KINDS)
def test_points_keep_their_lines(kind):
    made = written(table(["航線恢復\n票價不變"]), kind)
    assert read(f"a.{kind}", made)[0] == ("航線恢復\n票價不變",)


def test_a_csv_says_that_it_is_utf_8_because_excel_asks():
    assert written(table(["渡輪"]), "csv").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_excel_may_part_cells_with_another_mark(mark):
    made = f"text{mark}points\n渡輪靠岸{mark}霧散\n".encode()
    assert read("a.csv", made)[0] == ("渡輪靠岸", "霧散")


def test_a_csv_in_the_encoding_of_an_old_excel_is_read():
    lines = "text\n清晨的渡輪在霧中靠岸，兩國的信使換了座位，午後談判重開。\n"
    assert read("a.csv", lines.encode("big5"))[0][0].startswith("清晨的渡輪")


def test_empty_rows_are_left_out():
    assert len(read("a.csv", b"text,points\na,b\n,\n")) == 1


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"text\na,b\n", "lengths"),
        ("a.xlsx", b"no zip", "cannot be read"),
        ("a.pdf", b"text", ".csv or .xlsx"),
        ("a.csv", b"\xef\xbb\xbftext\n\xff", "UTF-8"),
        ("a.csv", b"text\n" + b"x" * 200_000, "field limit"),
        ("a.csv", b"x" * (MOST_BYTES + 1), "5 MB"),
        ("a.csv", b"text\n" + b"a\n" * 4_001, "4,000 rows"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(name, data, reason):
    with pytest.raises(TableError, match=reason):
        read(name, data)


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_unread():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (101 * 1024 * 1024))
    with pytest.raises(TableError, match="unpacked"):
        read("a.xlsx", packed.getvalue())


def remade(*changes: tuple[bytes, bytes]) -> bytes:
    """A workbook in whose parts some bytes are others."""
    packed, whole = io.BytesIO(), written(table(["釜山", "港"], headers="ab"), "xlsx")
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(packed, "w") as archive:
        for name in before.namelist():
            part = before.read(name)
            for old, new in changes:
                part = part.replace(old, new)
            archive.writestr(name, part)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<worksheet", b"<"),
        (b"<sheetData>", b"<sheetData><row r='x'><c r='?'/></row>"),
        (b"spreadsheetml.sheet.main", b"x"),
    ],
)
def test_a_damaged_workbook_is_refused_in_words(old, new):
    with pytest.raises(TableError, match="cannot be read"):
        read("a.xlsx", remade((old, new)))


@pytest.mark.parametrize("place", [8, 10])  # of the flags and the way of packing in a zip's directory
def test_an_encrypted_or_oddly_packed_workbook_is_refused_in_words(place):
    data = bytearray(remade())
    for entry in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[entry.start() + place] = 99
    with pytest.raises(TableError, match="cannot be read"):
        read("a.xlsx", bytes(data))


def test_a_cell_behind_all_others_makes_no_table_of_milliards():
    far = remade((b'r="B2"', b'r="XFD1048576"'), (b"A1:B2", b"A1:XFD1048576"))
    assert list(read("a.xlsx", far)) == [("釜山", "")]


@given(CELLS, CELLS)
def test_any_words_come_back_from_a_csv(first, second):
    (row,) = read("a.csv", written(table(["x", first, second], headers="abc"), "csv"))
    assert row == ("x", first, second)
