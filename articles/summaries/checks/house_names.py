"""House names: a name that we no longer use or never do, and two forms of one name in one summary.

What is quoted is left as it was said. Two labels of a topic are two forms of a name unless one abbreviates
the other, as an acronym does and a place without its 縣.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.summaries.checks.findings import Finding, find
from articles.summaries.checks.form import fields
from articles.summaries.checks.gazetteer import LATIN_TOKEN, longest
from articles.summaries.checks.names import HAN, Names, Topic, forms, runs_into_word
from articles.text.quantities.reading import Reading, mask
from articles.text.scripts import SIMPLIFIED, TRADITIONAL, convert

QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"]*\"")
TAI = re.compile(r"[台臺](?=[\u4e00-\u9fff])(.)")  # 台灣 and 臺灣, whether or not the glossary has them


@dataclass(frozen=True)
class Use:
    """A name of a topic as a summary prints it."""

    topic: Topic
    field: str
    quote: str

    @property
    def form(self) -> str:
        return form_of(self.quote)


def check_house_names(language: str, own, names: Names) -> list[Finding]:
    """The names in one language's words that the house writes otherwise. own: its Words."""
    by_topic = defaultdict(list)
    for field, text in fields(own):
        for use in uses(field, text, names):
            by_topic[use.topic, bool(HAN.search(use.quote))].append(use)
    found = [finding for group in by_topic.values() for finding in _of_one_name(language, group)]
    named = {use.quote for group in by_topic.values() for use in group}
    return [*found, *_of_tai(language, own, named)]


def in_house(text: str, quote: str, ours: str) -> str:
    """A text with a name of it as we write it, but where it is quoted."""
    letters = r"[A-Za-zÀ-ɏ0-9]"
    name = re.compile(
        rf"(?<!{letters}){re.escape(quote)}(?!{letters})" if quote.isascii() else re.escape(quote)
    )
    found = [match.span() for match in name.finditer(unquoted(text))]
    for start, end in reversed(found):
        text = text[:start] + ours + text[end:]
    return text


def unquoted(text: str) -> str:
    """A text with blanks where others are quoted; the length stays."""
    return mask(text, [match.span() for match in QUOTED.finditer(text)])


def uses(field: str, text: str, names: Names) -> Iterator[Use]:
    """The names of topics that stand in a field, the longest where one stands inside another."""
    reading = Reading(unquoted(text))
    for found in longest(names.every_name.find(reading)):
        if not runs_into_word(reading.folded, found):
            for key in found.keys:
                yield Use(names.by_key[key], field, reading.quote(found.start, found.end))


def _of_one_name(language: str, group: list[Use]) -> Iterator[Finding]:
    """group: the uses of one topic's names in one kind of letters."""
    topic, written = group[0].topic, {use.form: use for use in group}
    ours = ours_of(topic, language)
    avoided = {form for form in written if ours and form in avoided_forms(topic)}
    for form in avoided:
        yield find(language, written[form].field, "house_name", written[form].quote, ours=ours)
    others = [form for form in written if form not in avoided]
    best = form_of(ours) if form_of(ours) in others else max(others, key=_counted(group), default="")
    for form in others:
        if not (abbreviates(form, best) or abbreviates(best, form)):
            told = ours if ours and bool(HAN.search(ours)) == bool(HAN.search(form)) else written[best].quote
            yield find(language, written[form].field, "two_forms", written[form].quote, ours=told)


def _counted(group: list[Use]):
    written = [use.form for use in group]
    return lambda form: (written.count(form), -written.index(form))


def _of_tai(language: str, own, named: set[str]) -> Iterator[Finding]:
    """台 and 臺 in one word, of words that no topic is called by."""
    words = defaultdict(list)
    for field, text in fields(own):
        for match in TAI.finditer(unquoted(text)):
            words[match[1]].append((field, match[0]))
    for places in words.values():
        written = [word for _field, word in places]
        if len({*written}) > 1 and not any(word in name for word in written for name in named):
            ours = max(written, key=written.count)
            field, other = next(place for place in places if place[1] != ours)
            yield find(language, field, "two_forms", other, ours=ours)


def ours_of(topic: Topic, language: str) -> str:
    """What the house calls a topic in a language, "" where it has no name for it."""
    preferred = dict(topic.preferred)
    if language == "en" or language in preferred:
        return preferred.get(language, "")
    other = SIMPLIFIED if language == TRADITIONAL else TRADITIONAL
    return convert(preferred[other], language) if other in preferred else ""


@lru_cache(maxsize=1024)
def avoided_forms(topic: Topic) -> set[str]:
    """The forms of the names that are not used, but for those that a name in use has too."""
    kept = {form for _, name in topic.preferred for form in spellings(name, topic.kind)}
    return {form for name in topic.avoided for form in spellings(name, topic.kind)} - kept


def spellings(name: str, kind: str) -> set[str]:
    """A name in the forms in which it is told from others: in both scripts, or in either order."""
    if HAN.search(name):
        return {name, convert(name, TRADITIONAL), convert(name, SIMPLIFIED)}
    return {form_of(form) for form in forms(name, kind)}


def form_of(name: str) -> str:
    """What two names are compared by: Latin ones by their words, others as they are printed."""
    tokens = LATIN_TOKEN.findall(name)
    return name if HAN.search(name) or not tokens else " ".join(tokens).lower()


def abbreviates(short: str, long: str) -> bool:
    """Whether a name has only characters of a longer one, in their order: 東協 of 東南亞國家協會."""
    rest = iter(long)
    return all(char in rest for char in short)
