"""What a newspaper prints at the edge of each page: the section, the paper, the day, the number of the page.

A tool may put it anywhere in the text, and a page cut out of a paper has it but once.
"""

import re
from collections.abc import Iterator
from datetime import date

from articles.ingest.pdf.text.line_kinds.dates import in_one_era
from articles.ingest.plain.segment import Segment
from articles.text.press.dates import find_dates

LONGEST = 72  # characters, with the day by its era and by the moon
PAGE_IN_WORDS = re.compile(r"(?:^|\s)第?\s?\d{1,3}\s?(?:版|面)(?=\s|$)")
# A number alone, or behind the letter of a section, at either end of the line: C2, 05, (8)
PAGE = re.compile(r"^[(（]?[A-Z]{0,2}\d{1,3}[)）]?(?=\s)|(?<=\s)[(（]?[A-Z]{0,2}\d{1,3}[)）]?$")
# Only beside the day of the week is such a number no figure of a table.
WEEKDAY = re.compile(
    r"[(（]?(?:(?:星期|[週周禮礼]拜?)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일"
    r"|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,?)[)）]?",
    re.IGNORECASE,
)
# A paper, a section and a number have nothing but spaces and lines between them; sentences and sources more.
TELLS = re.compile(r"[，。、；：！？《》「」『』“”\"?!,;:]")
LETTER = re.compile(r"[^\W\d_]")


def mastheads(lines: list[Segment]) -> Iterator[Segment]:
    """The lines that name a paper with its day and a page, where all of them are of one day."""
    found = {line: day for line in lines if (day := _day_of_page(line.text))}
    if len(set(found.values())) == 1:
        yield from found


def _day_of_page(text: str) -> date | None:
    """The day that a line prints beside the number of a page and words, None when it prints more or less."""
    if len(text) > LONGEST or not any(map(str.isdigit, text)):
        return None
    text = in_one_era(text)
    dates = find_dates(text, "zh-Hant")
    if len(dates) != 1:
        return None
    printed = dates[0]
    rest = WEEKDAY.sub(" ", f"{text[: printed.start]} {text[printed.end :]}").strip()
    pages = PAGE_IN_WORDS.search(rest) or (PAGE.search(rest) if WEEKDAY.search(text) else None)
    return printed.value if pages and LETTER.search(PAGE.sub(" ", rest)) and not TELLS.search(rest) else None
