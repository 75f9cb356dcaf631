"""Punctuation of Chinese text that was typed half-width, made full-width as Chinese sets it.

Only marks that stand beside Han characters are touched. Numbers, times, addresses, Latin words, code and the
marks of Markdown stay as they are, and so does every letter of the text.
"""

import re

from articles.text.letters import HAN, KANA

# What is never looked into: code, the targets of links and pictures, addresses.
UNTOUCHED = re.compile(r"`[^`\n]*`|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|(?:https?://|www\.)[!-~]+")
_CHINESE = f"{HAN}{KANA}々〇，。、；：？！）」』”》〉…—％"
AFTER = f"(?<=[{_CHINESE}])"  # a mark belongs to what it follows
FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
MARK = re.compile(rf"{AFTER}[ \t]?([,;:?!])(?!\[)[ \t]?")
# A stop ends a sentence where a line, a space or another Chinese character follows.
STOP = re.compile(rf"{AFTER}[ \t]?(?<!\.)\.(?!\.)(?=$|[\s{HAN}「『“”」』）\"')])[ \t]?", re.MULTILINE)
ELLIPSIS = re.compile(rf"{AFTER}\.{{3,6}}|\.{{3,6}}(?=[{HAN}])")
DASH = re.compile(rf"{AFTER}[ \t]?-{{2,3}}[ \t]?(?=[{HAN}「『“])")
BRACKETS = re.compile(r"(?<!\])\(([^()\n]{1,200})\)")
QUOTED = re.compile(r'"([^"\n]{1,400})"')
IN_CHINESE = re.compile(f"[{HAN}]")
QUOTATION_MARKS = {"zh-Hant": "「」", "zh-Hans": "“”"}


def full_width(text: str, language: str) -> str:
    """A text with its half-width marks made full-width; one in another language than Chinese stays as it is.

    text: Markdown. language: zh-Hant or zh-Hans, which quote differently. Idempotent.
    """
    if language not in QUOTATION_MARKS:
        return text
    parts, at = [], 0
    for kept in UNTOUCHED.finditer(text):
        parts += [_widened(text[at : kept.start()], language), kept.group()]
        at = kept.end()
    return "".join([*parts, _widened(text[at:], language)])


def _widened(text: str, language: str) -> str:
    """Until nothing changes: of 真的?! and ((港口)) the second mark stands beside Chinese only then."""
    while (changed := _once(text, QUOTATION_MARKS[language])) != text:
        text = changed
    return text


def _once(text: str, quotation_marks: str) -> str:
    text = ELLIPSIS.sub("……", text)
    text = DASH.sub("——", text)
    text = BRACKETS.sub(_bracketed, text)
    text = QUOTED.sub(lambda found: _quoted(found, quotation_marks), text)
    text = MARK.sub(lambda found: FULL[found[1]], text)
    return STOP.sub("。", text)


def _bracketed(found: re.Match) -> str:
    beside = (
        found.string[max(found.start() - 1, 0) : found.start()] + found.string[found.end() : found.end() + 1]
    )
    return f"（{found[1]}）" if IN_CHINESE.search(beside + found[1]) else found.group()


def _quoted(found: re.Match, marks: str) -> str:
    return f"{marks[0]}{found[1]}{marks[1]}" if IN_CHINESE.search(found[1]) else found.group()
