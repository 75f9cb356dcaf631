"""Checks of form: what no summary may be (refused), and what lengths read best (advice)."""

import re
import unicodedata

from articles.summaries.checks.findings import find
from articles.summaries.rules import GOOD_RATIO, MOST_HEADLINE, MOST_POINTS, length_in, ratio_of
from articles.text.citations import CITATION, without_citations
from articles.text.language import IN_HAN, IN_HANGUL, IN_HIRAGANA, IN_KATAKANA, LATIN_WORD, detect_language
from articles.text.normalise import is_visible, tidy
from articles.text.scripts import simplified_only, traditional_only

MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>?|<!--|<[!?][A-Za-z]|&(?:[A-Za-z]{2,31}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});"
)
# Controls, lone surrogates, private use, unassigned; and the marks that turn the direction of writing.
UNPRINTABLE = {"Cc", "Cs", "Co", "Cn"}
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SMALL_LATIN_WORD = re.compile(r"\b[a-z]{2,}\b")


def fields(words) -> list[tuple[str, str]]:
    """The fields of one language's words in reading order; every point by itself."""
    return [
        ("headline", words.headline),
        ("text", words.text),
        *(("points", point) for point in words.points),
    ]


def check_form(language: str, own, paragraphs: int | None):
    """What is wrong with one language's words whatever the body says. own: its Words."""
    for field, text in fields(own):
        yield from _check_field(language, field, text, paragraphs)
    if len(own.headline) > MOST_HEADLINE:
        yield find(language, "headline", "headline_too_long", count=len(own.headline), most=MOST_HEADLINE)
    if (count := sum(bool(point.strip()) for point in own.points)) > MOST_POINTS:
        yield find(language, "points", "too_many_points", count=count, most=MOST_POINTS)
    yield from _check_length(language, own.text)


def _check_field(language, field, text, paragraphs):
    if not text:
        if field == "text":
            yield find(language, field, "no_text")
        return
    if not is_visible(without_citations(tidy(text))):
        yield find(language, field, "empty")
        return
    if match := MARKUP.search(text):
        yield find(language, field, "markup", match[0])
    if bad := "".join(char for char in text if _is_unprintable(char)):
        yield find(language, field, "control", bad[0])
    elif is_wrong_language(text, language):
        yield find(language, field, "wrong_language")
    for match in CITATION.finditer(text) if paragraphs is not None else ():
        if not 1 <= int(match[1]) <= paragraphs:
            yield find(language, field, "citation", match[0].strip())


def _is_unprintable(char: str) -> bool:
    return char in TURNING or (unicodedata.category(char) in UNPRINTABLE and char not in "\t\n\r")


def is_wrong_language(text: str, language: str) -> bool:
    """Whether a text is clearly in another language, or in the other Chinese script."""
    text = without_citations(text)
    han, latin = len(IN_HAN.findall(text)), len(LATIN_WORD.findall(text))
    east_asian = (
        han + len(IN_HANGUL.findall(text)) + len(IN_HIRAGANA.findall(text)) + len(IN_KATAKANA.findall(text))
    )
    if language == "en":
        return east_asian > 2 * latin or (east_asian > 0 and detect_language(text) != "en")
    if latin > han / 1.6 and (not han or len(SMALL_LATIN_WORD.findall(text)) > 3):
        return latin > 0 and not (latin == 1 and text.isupper())
    found = detect_language(text)
    if found in ("ja", "ko"):
        return True
    own, other = traditional_only(), simplified_only()
    if language == "zh-Hans":
        own, other = other, own
    foreign = sum(char in other for char in text)
    return foreign > sum(char in own for char in text)


def _check_length(language, text):
    length = length_in(language)
    count = length.count(text)
    if count > length.most:
        yield find(language, "text", "too_long", count=count, most=length.most)
    elif count and not length.least <= count <= length.good:
        yield find(language, "text", "length", count=count, least=length.least, most=length.good)


def check_ratio(language: str, chinese: str, english: str):
    """Whether a Chinese and an English text say about as much. Nothing while one of them is empty."""
    ratio, (least, most) = ratio_of(chinese, english), GOOD_RATIO
    if ratio is not None and not least <= ratio <= most:
        yield find(language, "text", "ratio", ratio=f"{ratio:.1f}", least=least, most=most)
