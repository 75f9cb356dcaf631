"""Making text tidy: what a person cannot see goes, what they can see stays as printed."""

import re
import unicodedata

# Unicode categories of characters that print nothing of their own.
INVISIBLE_CATEGORIES = {
    "Cc",  # controls, NUL among them
    "Cf",  # zero-width joiners, bidi marks, soft hyphens, byte order marks
    "Co",  # private use: no font has them
    "Cs",  # lone surrogates cannot be stored as UTF-8
    "Cn",  # unassigned and non-characters
}
# Letters by category, blank to the eye: fillers of Hangul, Khmer vowels, the Braille blank.
BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5\u2800\u034f")
# Variation selectors choose a glyph and print none.
VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d]")
WHITE_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Text in NFC without zero-width, bidi and control characters, each run of white space one space.

    The ideographic space counts as white space. Nothing visible is changed but its composition.
    """
    visible = drop_invisible(WHITE_SPACE.sub(" ", text))  # first: it may part a letter from its accent
    return WHITE_SPACE.sub(" ", unicodedata.normalize("NFC", visible)).strip()


def drop_invisible(text: str) -> str:
    """Text without the characters that print nothing; white space stays."""
    if text.isprintable():  # Python's word for: no character of these categories
        return text
    return "".join(char for char in text if not _is_invisible(char))


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in INVISIBLE_CATEGORIES and char not in "\t\n\r"


def clean_name(text: str) -> str:
    """A name for a tag, a source or a person: tidied, its script kept; "" when nothing of it is visible.

    Full-width Latin letters and half-width kana become the usual width, so that one name has one form;
    every other compatibility character (㈱, ², ﬁ) stays as printed. Running it twice changes nothing.
    """
    widened = "".join(_usual_width(char) for char in text)
    name = tidy(VARIATION_SELECTORS.sub("", widened))
    return name if is_visible(name) else ""


def _usual_width(char: str) -> str:
    """NFKC for characters that differ from another only in width (Unicode's <wide> and <narrow>)."""
    if unicodedata.decomposition(char).startswith(("<wide>", "<narrow>")):
        return unicodedata.normalize("NFKC", char)
    return char


def is_visible(text: str) -> bool:
    """Whether a reader would see anything: a letter, number, mark of punctuation or symbol."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in BLANK_LETTERS for char in text)
