"""The date in a page's own address, for a page that prints no other: /2025/03/14/, /20250314/.

Pages link to many articles. An address is the page's own where it stands alone at an end of the text, and
where the buttons below a story or the answers to it lead back to it.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

ALONE = re.compile(r"\s*(?P<address>https?://\S+)\s*")
# What a button copies, printed beside it.
COPIED = re.compile(
    r"^[ \t]{0,9}(?:(?:url|링크|주소)\s?복사(?:하기)?|(?:複製|复制|拷貝)(?:連結|链接|網址|网址)"
    r"|copy (?:link|url)|(?:url|リンク)をコピー)[ \t:：]{1,9}(?P<address>https?://\S{1,1000})[ \t]{0,9}$",
    re.IGNORECASE | re.MULTILINE,
)
ENDS = 3  # lines at either end of a text in which its address stands
# What a share button is told: sharer.php?u=https://…
SHARED = re.compile(
    r"[?&](?:u|url|link|href|text|body)=[^\s&()<>]{0,60}?(?P<address>https?(?::|%3A)[^\s&()<>\"]{1,1000})",
    re.I,
)
ANSWERED = re.compile(
    r"(?P<address>https?://[^\s()<>\"#]{1,1000})#(?:comments?|respond|reply)\b", re.IGNORECASE
)
# /2025/03/14/, /2025/0314/c1002-1.html, /20250314/, t20250314_12.html: its figures begin a part of the
# address, at most behind the one letter that publishing systems put there, and no further figure follows.
DATE = re.compile(r"[/_-][a-zA-Z]?((?:19|20)\d{2})[/_-]?(\d{2})[/_-]?(\d{2})(?!\d)")


def day_in(address: str) -> date | None:
    """The first day that an address states: of one article, most often that of its publication."""
    return next((day for found in DATE.finditer(address) if (day := _day(*map(int, found.groups())))), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dated_address(text: str) -> tuple[date, str] | None:
    """The day that all of a page's own addresses state, and one of them.

    None where they state none, or several.

    text: the page as it was written, with the addresses of its links.
    """
    stated = [(day, address) for address in _own(text) if (day := day_in(address))]
    return stated[0] if len({day for day, _ in stated}) == 1 else None


def _own(text: str) -> Iterator[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    for line in (*lines[:ENDS], *lines[ENDS:][-ENDS:]):
        if alone := ALONE.fullmatch(line):
            yield alone["address"]
    for pattern in (SHARED, ANSWERED, COPIED):
        for found in pattern.finditer(text):
            yield unquote(found["address"])
