"""Names on lines of fields that hold a date too."""

import pytest

from articles.ingest.html.line_kinds import is_dateline
from articles.text.press.dates import find_dates
from articles.text.press.posted import names_beside


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("許知微 | 2025-09-14 | 點閱 1,204", ["許知微"]),
        ("2025-09-14　許知微", ["許知微"]),
        ("2025年9月14日 · 許知微、李小安 · 約 6 分鐘閱讀", ["許知微", "李小安"]),
        ("Miriam Castellane | September 14, 2025 | 1,204 views", ["Miriam Castellane"]),
        ("September 14, 2025 | By Miriam Castellane", ["Miriam Castellane"]),
        ("Miriam Castellane, September 14, 2025", ["Miriam Castellane"]),
        ("국제 | 2025-09-14", []),
        ("國際 | 2025-09-14", []),
        ("South Asia | September 14, 2025", []),
        ("Analysis | Miriam Castellane | September 14, 2025", []),
        ("許知微 | 點閱 1,204", []),
    ],
)
def test_names_beside_a_date_and_what_pages_print_there_are_read(line, names):
    assert names_beside(line, find_dates(line)) == names


@pytest.mark.parametrize(
    "line", ["Updated 8:57 AM ET, Fri May 5, 2017", "Published 6:02 PM PDT, Tue May 2, 2023"]
)
def test_the_hour_the_weekday_and_the_zone_beside_a_date_are_no_words_of_a_story(line):
    assert is_dateline(line)
