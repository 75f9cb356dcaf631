"""Slugs stay in their own script: romanising Han automatically misnames people (石破茂 → shi-po-mao)."""

import re
import unicodedata
from functools import lru_cache

NOT_IN_A_SLUG = re.compile(r"[^\w]+")


@lru_cache(maxsize=4096)  # sources have theirs from their names, on every card of theirs
def slugify(text: str, limit: int = 80) -> str:
    """A slug of at most `limit` characters in the text's own script, never empty.

    What has no word characters at all (an emoji, punctuation) is spelt by its code points: 🤝 → u1f91d.
    """
    words = NOT_IN_A_SLUG.sub("-", unicodedata.normalize("NFKC", text).lower()).strip("-_")
    return words[:limit].rstrip("-_") or spelt_by_code_points(text)[:limit] or "untitled"


def spelt_by_code_points(text: str) -> str:
    """u1f91d-u1f3fd for 🤝🏽."""
    return "-".join(f"u{ord(character):x}" for character in text.strip())
