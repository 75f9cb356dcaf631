"""Names that neither the glossary nor the gazetteer knows, looked for in the body as they are printed."""

import re
from functools import lru_cache

from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import LATIN_TOKEN
from articles.text.names import DOT, FOREIGN_NAME
from articles.text.scripts import fold
from articles.text.words import words

HAN = "\u3400-\u9fff"
# What follows a name in a Chinese sentence, folded; a name is told by what stands on both sides of it.
BEHIND_NAME = (
    rf"(?=[^{HAN}]|[与和同在将于赴访抵则也表说称指认强出提主重对向为被从自及或等就今昨明曾已首是以把]"
    r"|会[见谈晤]|$)"
)
LATIN_SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]*\s+|[\"“‘(]\s*|\n\s*|[–—]\s*)$")


def strangers(facts: Facts, body: Facts, language: str) -> list[tuple[str, str]]:
    """(rule, quote) for each unknown name that the body does not print.

    A Chinese name missing in a Chinese body is a fault, a Latin one missing in an English body too; a Latin
    name and a Chinese body cannot be compared, which the editor is told.
    """
    taken = [(one.start, one.end) for one in facts.mentions]
    if language == "en":
        rule = "name" if body.language == "en" else "unknown_name"
        found = [(rule, one) for one in _latin(facts, body, taken)]
    else:
        found = [("name", one) for one in _han(facts, body, taken)] if body.language[:2] == "zh" else []
    return list(dict.fromkeys(found))


def _latin(facts: Facts, body: Facts, taken):
    text = facts.reading.narrow
    known = {token.lower() for token in LATIN_TOKEN.findall(body.reading.narrow)}
    for name in _capitalised(text, taken):
        tokens = [token.lower() for token in LATIN_TOKEN.findall(name)]
        if not any(token in known or token.replace("-", "") in known for token in tokens):
            yield name


def _capitalised(text: str, taken):
    """Runs of words written large within a sentence, but for those that are no names."""
    if _is_title_case(text):
        return
    run: list[tuple[int, int]] = []
    for match in [*LATIN_TOKEN.finditer(text), None]:
        if (
            match
            and _is_name_word(match, text, taken)
            and (not run or text[run[-1][1] : match.start()] in " -")
        ):
            run.append(match.span())
            continue
        if run:
            yield text[run[0][0] : run[-1][1]]
        run = [match.span()] if match and _is_name_word(match, text, taken) else []


def _is_name_word(match: re.Match, text: str, taken) -> bool:
    word, (start, end) = match[0], match.span()
    if not word[0].isupper() or len(word) < 2 or word.lower() in _written_large():
        return False
    if any(one < end and start < other for one, other in taken):
        return False
    return not LATIN_SENTENCE_START.search(text, max(0, start - 6), start)


def _is_title_case(text: str) -> bool:
    tokens = [token for token in LATIN_TOKEN.findall(text) if len(token) > 3]
    return len(tokens) > 3 and sum(token[0].isupper() for token in tokens) > 0.7 * len(tokens)


@lru_cache(maxsize=1)
def _written_large() -> frozenset[str]:
    return frozenset(words("written_large"))


def _han(facts: Facts, body: Facts, taken):
    folded = facts.reading.folded
    for match in FOREIGN_NAME.finditer(facts.reading.narrow):
        parts = [part for part in re.split(rf"[{DOT}]", folded[match.start() : match.end()]) if len(part) > 1]
        if not any(part[-2:] in body.reading.folded or part[:2] in body.reading.folded for part in parts):
            yield match[0]
    for match in _titled().finditer(folded):
        start = match.end()
        if any(one <= start < other for one, other in taken):
            continue
        ends = [start + len(name) for name in _names_at(folded, start)]
        if ends and not any(folded[start : min(end, start + 2)] in body.reading.folded for end in ends):
            yield facts.reading.quote(start, max(ends))


def _names_at(folded: str, start: int) -> list[str]:
    """The names that may stand behind a title: family name, given name, and then a word of its own."""
    found = []
    for length in (2, 3, 4, 5):
        name = folded[start : start + length]
        if len(name) == length and _is_person(name) and re.match(BEHIND_NAME, folded[start + length :]):
            found.append(name)
    return found


def _is_person(name: str) -> bool:
    if not re.fullmatch(rf"[{HAN}]+", name) or name[:2] in _ordinary() or name in _ordinary():
        return False
    if name[:2] in _surnames() and len(name) >= 3:
        return True
    return name[0] in _common_surnames() and len(name) in (2, 3)


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(fold(word) for word in words("surnames") if len(word) > 1)


@lru_cache(maxsize=1)
def _common_surnames() -> frozenset[str]:
    """The first hundred of the list: the rarer ones are ordinary characters (和, 成, 任)."""
    return frozenset([fold(word) for word in words("surnames") if len(word) == 1][:60])


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return frozenset(fold(word) for name in ("not_names", "everyday") for word in words(name))


@lru_cache(maxsize=1)
def _titled() -> re.Pattern:
    titles = sorted({fold(word) for word in words("titles")}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, titles)))
