"""The titles of pages, which have the house behind the headline."""

import re

HOUSE_BEHIND = re.compile(r"\s{0,3}[|｜_\-–—:：·«‹<]")
# A headline that numbers its series, as the title need not: [항구의 사람들]③ …
NUMBERED = re.compile(
    r"^(?P<series>[\[【<〈][^\[\]【】<>〈〉]{2,24}[\]】>〉])\s?(?:[①-⑳]|[(（]\d{1,2}[)）])(?=\s?\S{4})"
)


def is_before_house(headline: str, title: str) -> bool:
    """Whether the title of a page is a headline with a house behind it."""
    ways = (headline, NUMBERED.sub(r"\g<series>", headline, count=1))
    return any(title.startswith(way) and HOUSE_BEHIND.match(title, len(way)) is not None for way in ways)
