"""How wide a text is: in cells on paper, and in what it says."""

import re

# Full-width characters (Unicode Standard Annex 11), and the quotation marks, dashes and dots that Chinese
# and Japanese type sets full.
FULL_WIDTH = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
    "\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003ffff\u3000“”‘’—…‥]+"
)
# A Han, kana or Hangul character says about as much as three Latin letters: 1,000 Chinese characters
# are 600 to 750 English words, and an English word with its space is about six letters.
LATIN_WIDTH = 0.3


def cells(text: str) -> int:
    """The cells a text takes on paper: two for a full-width character, one for any other."""
    return len(text) if text.isascii() else 2 * len(text) - len(FULL_WIDTH.sub("", text))


def width(text: str) -> float:
    """How much a text says, in Han characters."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return wide + (len(text) - wide) * LATIN_WIDTH
