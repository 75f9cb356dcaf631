"""Whether a line names who wrote or spoke, and which names those are."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from articles.ingest.pdf.text.line_kinds.dates import REMEMBERED
from articles.text.names.persons import (
    HAN,
    KANA,
    could_be_pen_name,
    looks_like_affiliation,
    looks_like_name,
    names_apart,
)
from articles.text.press.bylines import Byline, find_byline, is_editor_line, unspaced

# Between names and what their bearers are.
AFTER_NAMES = re.compile(r"\s{0,4}[（(|｜/／∕]\s*| ")
SLASH = "/／∕"
ENCLOSED = re.compile(r"(?<!\s)\s{0,4}[（(][^（()）]{0,60}[)）]$")
# Behind names, whose notes say who they are.
NOTE_SIGNS = re.compile(r"(?<![*＊†‡※¹²³⁴])[*＊†‡※¹²³⁴]++(?=[\s、，,·・]|$)|\s?\[\d{1,2}\](?=[\s、，,·・]|$)")
# The same as figures, which a text has lost the height of: 张伟1,2 李娜2
NOTE_FIGURES = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:[,，]\d{1,2}){0,3}(?=[\s、，,;；]|$)")
# Letters that have lost their height, before where those work whose names end in them: a Institute; b College
RAISED = re.compile(r"(?:^|[;,] )([a-h]) (?=[A-Z])")
# Before a name, and no part of it.
HONORIFIC = re.compile(r"(?<![^\s,&])(?:Dr|Prof|Professor|Mr|Mrs|Ms|Amb|Ambassador)\b\.?\s+")
# Who spoke, as said before the name; and who answers for a broker's report.
SPEAKS = re.compile(
    r"(?:(?:[证證]券)?分析[师師]|(?:論文)?研究生|主[講讲]人?|演[講讲][人者]|[講讲]者|講演者|報告人|报告人|発表者|발표자|연사|강연자|speaker)\s?[:：]\s?|(?:演[講讲]|講演)[:：／/]\s?",
    re.IGNORECASE,
)
# The same in a headline: Remarks by Ambassador Jane Doe at the forum
SPOKEN = re.compile(
    r"\b(?:[Rr]emarks|[Aa]ddress|[Ss]peech|[Ss]tatement|[Ll]ecture|[Tt]estimony) by "
    r"(?:[A-Z][\w.’'-]{0,20} ){0,5}?"
    r"(?P<name>[A-Z][\w’'-]{1,20} (?:[A-Z]\. )?[A-Z][\w’'-]{1,20})(?= [a-z]|[,;:]|$)",
)
LONGEST_POST = 10  # characters
IN_BRACKETS = re.compile(r"[【〔（(][^【〔（()）〕】]{4,60}[】〕）)]")  # 【記者某某、某某／某地連線報導】
LONGEST_SIGNED, LONGEST_LABEL = 80, 12  # characters of a line that signs, and of what is no name on it
# A line of fields, who wrote and who pictured, when: pieces without a sentence's marks, each so long.
FIELDS = re.compile(r"[^\s，。！？!?；;]{1,24}(?: [^\s，。！？!?；;]{1,24}){1,5}")
# What an English sentence says of its author, behind the name.
OCCUPATION = re.compile(
    r" (?:is|was|are|teaches|works|writes|holds|serves|covers|lectures|leads|directs|heads|studies)\b"
)
# Who writes reports, as said before the name: 客員研究員　三浦 瑠香
WRITES = re.compile(
    r"(?:研究[員员室所院]|中心|[學学]院|大[學学]|編輯部|编辑部|연구소|센터|センター|教授|[講讲][師师]|[記记]者|(?:編集|論説|論說|论说)委員|연구위원|연구원|교수)$"
)
# Who signs in a paper, as said before the name: 駐沙洲大使  何遠
SERVES = re.compile(
    r"(?:大使|公使|[参參][赞贊]|[总總][领領]事|部[长長]|外[长長]|外相|首相|[总總][统統]|主席|[书書][记記]|[院校所][长長]|主任|代表|대사|장관|총영사)$"
)
# Behind a company: （BRK.A）, (0700.HK), (NYSE: BRK)
TICKER = re.compile(
    r"[(（]\s?(?:[A-Z]{2,8}\s?[:：]\s?[A-Z\d]{1,6}|[A-Z\d]{1,6}(?:\.[A-Z]{1,2}){1,2}|\d{4,6})\s?[)）]"
)
# A sign that a newspaper sets before its author: ◎ 林予安
NAME_MARK = re.compile(r"^[◎○●◆◇■□]\s?")
# 東雲 航: whoever writes, behind what they are, has a name with a space in it.
SPACED_PEN_NAME = re.compile(rf"[{HAN}]{{1,3}}[ \u3000][{HAN}{KANA}]{{1,4}}")
# Behind a stop may stand the mark of a note, or in brackets what was heard.
STOPPED = re.compile(
    r"[。．；;，,]$|[^.]\.$"
    r"|(?:[。．]|(?<!\d)\.)[」』”’\"）)]{0,2}\s?(?:\d{1,2}[)）]?|[①-⑳¹²³*＊†‡]|[（(【［\[][^（()）。]{1,12}[)）】］\]])$"
)


def presents(text: str, names: Iterable[str]) -> bool:
    """Whether an English sentence says of one of some people what they do."""
    return any(name and text.startswith(name) and OCCUPATION.match(text, len(name)) for name in names)


def byline_of(text: str) -> Byline | None:
    """The byline of a line, behind which brackets may say what its people are."""
    return find_byline(text) or find_byline(ENCLOSED.sub("", text))


def is_byline(text: str) -> bool:
    """Whether a line is none of the text and says who wrote it."""
    return (byline_of(text) is not None or _is_spoken(text)) and not STOPPED.search(text)


def is_labelled(text: str) -> bool:
    """Whether a line says of the names on it that they are its authors'."""
    found = byline_of(text)
    is_written = found is not None and found.spans[0][0] > 0
    return (is_written or _is_spoken(text)) and not STOPPED.search(text)


def speaker_of(headline: str) -> str:
    """Who spoke what is printed, if its headline says so, "" otherwise."""
    found = SPOKEN.search(headline)
    return found["name"] if found and looks_like_name(found["name"]) else ""


def _is_spoken(text: str) -> bool:
    """Whether a line says who spoke."""
    return SPEAKS.match(text) is not None and bool(names_of(text))


def is_signed(text: str) -> bool:
    """Whether a line is a label, names and next to nothing else but fields of its kind."""
    found = find_byline(text) if len(text) <= LONGEST_SIGNED else None
    if is_signed_apart(text) or found is None:
        return found is not None
    rest = len(text) - sum(end - start for start, end in found.spans)
    is_labelled = found.spans[0][0] > 0
    return rest <= LONGEST_LABEL or (is_labelled and FIELDS.fullmatch(text) is not None)


def is_signed_apart(text: str) -> bool:
    """Whether a line is a byline in brackets, as papers print it above a report."""
    return IN_BRACKETS.fullmatch(text) is not None and find_byline(text) is not None


def is_post(text: str) -> bool:
    """Whether a line is what somebody is who writes, and no more: 上席研究員"""
    return len(text) <= LONGEST_POST and WRITES.search(text) is not None


def is_pen_name_above(text: str, below: str) -> bool:
    """Whether a line is two words as short as names, and the one below says what somebody is."""
    return SPACED_PEN_NAME.fullmatch(text) is not None and looks_like_affiliation(below)


def is_pen_name_below(text: str, above: str) -> bool:
    """Whether a line is two words as short as names, and the one above says what somebody is who writes."""
    return SPACED_PEN_NAME.fullmatch(text) is not None and is_post(above)


def names_of(text: str) -> list[str]:
    """The names on a line that holds nothing else but what these people are, [] when it does."""
    return list(_names_of(text))


@lru_cache(REMEMBERED)
def _names_of(text: str) -> list[str]:
    if TICKER.search(text):
        return []
    text = SPEAKS.sub(
        "", HONORIFIC.sub("", NOTE_FIGURES.sub("", NOTE_SIGNS.sub("", NAME_MARK.sub("", text)))), count=1
    )
    return names_apart(text) or next(_named_first(text), []) or _named_last(text)


def without_raised(names: list[str], below: str) -> list[str]:
    """Names without the letters behind all of them that the line below explains."""
    raised = tuple(RAISED.findall(below)) if below.startswith("a ") else ()
    return [name[:-1] for name in names] if raised and all(name.endswith(raised) for name in names) else names


def _named_last(text: str) -> list[str]:
    """The names behind what their bearer is: 客員研究員　三浦 瑠香"""
    words = unicodedata.normalize("NFKC", text).split()
    written = [n for n, word in enumerate(words[:-1], start=1) if WRITES.search(word) or SERVES.search(word)]
    if not written or is_editor_line(text):
        return []
    name = " ".join(words[written[-1] :])
    return names_apart(name) or [name] * (SPACED_PEN_NAME.fullmatch(name) is not None)


def _named_first(text: str) -> Iterator[list[str]]:
    """The names at the beginning of a line that goes on with what the people are."""
    if (bare := ENCLOSED.sub("", text)) != text:
        yield from filter(None, [next(_named_first(bare), [])])
    for found in reversed(list(AFTER_NAMES.finditer(text))):
        head, rest = text[: found.start()], text[found.end() :]
        is_said, is_enclosed = looks_like_affiliation(rest), bool(ENCLOSED.fullmatch(text, found.start()))
        if is_said or is_enclosed:
            yield from filter(None, [names_apart(head)])
        is_parted = is_enclosed or found[0].strip() in set(SLASH)
        if is_said and is_parted and could_be_pen_name(unspaced(head)):
            yield [head]
