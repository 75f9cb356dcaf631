"""How long a summary is: what an editor counts, without citations.

The desk's live counters repeat the two definitions:
characters: [...text.replace(/\\[\\d+\\]/g, "").replace(/\\s/gu, "")].length
words: (text.replace(/\\[\\d+\\]/g, " ").match(/\\S*[\\p{L}\\p{N}]\\S*/gu) ?? []).length
"""

import re

CITED = re.compile(r"\[\d{1,4}\]")


def characters(text: str) -> int:
    """Characters of a Chinese summary, marks among them, white space and citations not."""
    return len("".join(CITED.sub("", text).split()))


def words(text: str) -> int:
    """Words of an English summary: what stands between white space and holds a letter or a digit."""
    return sum(any(map(str.isalnum, piece)) for piece in CITED.sub(" ", text).split())
