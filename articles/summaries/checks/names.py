"""The names that a text states: of the glossary, of countries, capitals and bodies."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from articles.summaries.checks.gazetteer import (
    HINT,
    LATIN_TOKEN,
    Found,
    Lexicon,
    gazetteer,
    is_of_club,
    longest,
    places_of,
    regions_of,
    short_forms,
    sure_short_forms,
    written_large,
)
from articles.summaries.checks.transcriptions import transcribed
from articles.text.names.persons import DOT
from articles.text.quantities.reading import Reading
from articles.text.quantities.tables import COUNTED_DIGITS
from articles.text.scripts import fold
from articles.text.words import words

NAMED_KINDS = ("person", "place", "organisation", "event")
ACRONYM = re.compile(r"[A-Z][A-Z0-9+]{1,9}")
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Topic:
    """A topic of the glossary. labels: (language, name) pairs, all there are.

    preferred: those that the house uses. avoided: names that it uses no longer, or never did.
    """

    key: str
    kind: str
    labels: tuple[tuple[str, str], ...]
    preferred: tuple[tuple[str, str], ...] = ()
    avoided: tuple[str, ...] = ()

    @cached_property
    def short_forms(self) -> tuple[tuple[str, ...], str]:
        """Parts of its Chinese names that may stand for it (高市, 長生); what stands before a title (李)."""
        if not self.is_named:
            return (), ""
        folded = [fold(label) for _, label in self.labels]
        long = [label for label in folded if HAN.match(label) and len(label) > 2]
        if self.kind != "person":
            return tuple(label[:2] for label in long), ""
        return tuple(label[:2] for label in long if label[:2] in _surnames()), "".join(
            label[0] for label in long
        )

    @cached_property
    def is_named(self) -> bool:
        """Whether its labels are names. Of topics (供應鏈, supply chains) only acronyms are: CPTPP."""
        return self.kind in NAMED_KINDS or any(ACRONYM.fullmatch(label) for _, label in self.labels)

    def has_label_for(self, language: str) -> bool:
        """Whether a text in that language can be expected to hold one of its labels."""
        return any((lang == "en") == (language == "en") or lang == "" for lang, _ in self.labels)


@dataclass(frozen=True)
class Names:
    """The part of the glossary that the checks need: the topics that the texts may speak of."""

    topics: tuple[Topic, ...] = ()

    def __hash__(self) -> int:
        """Reckoned once: texts are looked up by their names, of which there may be thousands."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.topics)

    @cached_property
    def lexicon(self) -> Lexicon:
        lexicon = Lexicon()
        for topic in self.topics:
            for label in topic.is_named * topic.labels:
                for form in forms(label[1], topic.kind):
                    lexicon.add(form, f"topic:{topic.key}")
        return lexicon

    @cached_property
    def every_name(self) -> Lexicon:
        """Names of things beside those of people and places: what the house calls them counts as well."""
        lexicon = Lexicon()
        for topic in self.topics:
            for _, label in topic.labels:
                for form in forms(label, topic.kind):
                    lexicon.add(form, f"topic:{topic.key}")
        return lexicon

    @cached_property
    def parts(self) -> dict[str, set[str]]:
        """Words of Latin names that stand for the whole: Ishiba, Jae-myung; the keys they may mean."""
        found = defaultdict(set)
        for topic in self.topics:
            for _, label in topic.is_named * topic.labels:
                for part in latin_parts(label):
                    found[part].add(f"topic:{topic.key}")
        return found

    @cached_property
    def family_names(self) -> dict[str, set[str]]:
        """Family names of two Han characters that stand for the whole; the keys they may mean."""
        found = defaultdict(set)
        for key, topic in self.by_key.items():
            for row in topic.short_forms[0] if topic.kind == "person" else ():
                found[row].add(key)
        return found

    @cached_property
    def by_short_form(self) -> dict[str, set[str]]:
        """What two characters may stand for, or one before a title; the keys they may mean."""
        found = defaultdict(set)
        for key, topic in self.by_key.items():
            parts, surnames = topic.short_forms
            for form in (*parts, *surnames):
                found[form].add(key)
        return found

    def labels_of(self, key: str) -> list[str]:
        """Every name by which the glossary or the gazetteer knows a key."""
        if key in self.by_key:
            return [label for _, label in self.by_key[key].labels]
        known = gazetteer().labels
        return [name.lstrip(HINT) for form in (key, f"{HINT}{key}") for name in known.get(form, ())]

    def is_person(self, key: str) -> bool:
        """Whether a key is of somebody in the glossary."""
        return key in self.by_key and self.by_key[key].kind == "person"

    @cached_property
    def by_key(self) -> dict[str, Topic]:
        return {f"topic:{topic.key}": topic for topic in self.topics}


def forms(label: str, kind: str) -> set[str]:
    """A label as it may be printed: Lee Jae-myung, Lee Jaemyung, Jae-myung Lee."""
    if HAN.search(label) or kind != "person" or " " not in label:
        return {label}
    orders = {label, " ".join([*label.split()[1:], label.split()[0]])}
    return orders | {re.sub(r"(?<=[a-z])[-‑ ](?=[a-z])", "", order) for order in orders}


def latin_parts(label: str) -> set[str]:
    """The words of a Latin name that may stand alone, lower case; none of a name of one word."""
    if not label.isascii() and HAN.search(label):
        return set()
    parts = {word.lower().replace("-", "") for word in label.split() if word[:1].isupper() and len(word) > 1}
    return parts if len(label.split()) > 1 else set()


@dataclass
class Mention:
    """A name in a summary. keys: what it may mean. is_in_place: as a place, not a government.

    is_meeting_place: something is held there; "officials in Tokyo" are the government all the same.
    """

    start: int
    end: int
    keys: frozenset[str]
    is_capital: bool = False
    is_in_place: bool = False
    is_part: bool = field(default=False)
    is_meeting_place: bool = False

    @property
    def is_capital_as_place(self) -> bool:
        """Whether a capital is where something was, and no government."""
        return self.is_capital and self.is_in_place

    @property
    def is_country(self) -> bool:
        return not self.is_capital and any(key.startswith("country:") for key in self.keys)

    @property
    def is_of_glossary(self) -> bool:
        return any(key.startswith("topic:") for key in self.keys)


LARGE_BEFORE = re.compile(r"(?<![.!?:;“\"] )(?<=[a-z,] )([A-Z][a-z'’-]+)[ -]$")
LARGE_BEHIND = re.compile(r"[ -]([A-Z][A-Za-z'’-]*)")
LONGEST_BEFORE_PLACE = 16  # characters of "instead of in " and a gap
COUNTED = re.compile(rf"[0-9][日月成]|[{COUNTED_DIGITS}两]成")  # a figure with its unit, whatever follows
PREPOSITIONS, BEHIND_PLACE = "对和向于同", "的之与和及是在岛藩海市县离到、"
BEHIND_FAMILY_NAME = re.compile(r"[^\u3400-\u9fff]|[与和在则也表说称访抵赴将曾于对向]|会[见谈晤]|$")
IN_PLACE_LATIN = re.compile(
    r"(?<!instead of )(?<!not )"
    r"(?:\b(?:[Ii]n|[Aa]t|(?:visit|trip|journey)\sto|[Rr]each(?:es|ed)|[Vv]isit(?:s|ed|ing)?|[Nn]ear|[Oo]utside"
    r"|(?:went|goes|travels|travell?ed|flew|flies|came|comes|heads|headed)\sto))\s$"
)
IN_PLACE_HAN = re.compile(r"(?:[在访抵于赴]|抵达|到达|前往|访问|来到|飞往|飞抵)$")

LONGEST_GIVEN = 20  # characters of a given name and what stands before it

MEETING = re.compile(
    r"会[谈面晤]|会议|峰会|谈判|磋商|举行|召开|登场|签[署约]|论坛"
    r"|(?<![a-z])(?:talks?|talked|met|meet(?:ing|s)?|summits?|held|hold|hosts?|hosted|sign(?:s|ed)?|negotiat\w+|forum|conference)(?![a-z])"
)
BEFORE_DOT = re.compile(rf"([\u3400-\u9fff]{{1,4}})[{DOT}]")
LONGEST_TITLE = 8  # characters of Han
CLAUSE_ENDS = ("，", ",", "。", "；", ". ", ";", "\n")


@dataclass
class Sighting:
    """Every known name in a text, inside longer ones as well."""

    reading: Reading
    names: Names

    @cached_property
    def of_glossary(self) -> list[Found]:
        return self.names.lexicon.find(self.reading)

    @cached_property
    def of_gazetteer(self) -> list[Found]:
        return gazetteer().find(self.reading)

    @cached_property
    def large_words(self) -> list[re.Match]:
        return [match for match in LATIN_TOKEN.finditer(self.reading.narrow) if match[0][0].isupper()]


def mentions(seen: Sighting) -> list[Mention]:
    """The names that a text states, in order of place; parts of names where the whole is in the glossary."""
    found = sorted(
        [*seen.of_glossary, *seen.of_gazetteer, *sure_short_forms(seen.reading.folded)],
        key=lambda one: (one.start, -one.end),
    )
    whole = [
        _mention(seen.reading, one)
        for one in longest(found)
        if not runs_into_word(seen.reading.folded, one)
        and not _is_somebody(seen.reading.narrow, one)
        and not is_of_club(seen.reading.narrow, one)
        and not all(key.startswith(HINT) for key in one.keys)
        and not _is_part_of_person(seen.reading.folded, one)
    ]
    taken = [(one.start, one.end) for one in whole]
    parts = [*_parts(seen, taken), *_family_names(seen, taken)]
    return sorted([*whole, *parts], key=lambda one: one.start)


def _is_somebody(narrow: str, found: Found) -> bool:
    """Whether the name of a firm stands behind a given name: Norikazu Suzuki."""
    if not all(key.startswith("company:") for key in found.keys):
        return False
    before = LARGE_BEFORE.search(narrow, max(0, found.start - LONGEST_GIVEN), found.start)
    return bool(before) and not before[1].endswith(("'s", "’s")) and before[1].lower() not in written_large()


def _is_part_of_person(folded: str, found: Found) -> bool:
    """Whether a city is a part of a name: behind a title, as in 總統馬德里加爾, or before a name's dot."""
    is_city = all(key.startswith(("city:", "capital:", "country:")) for key in found.keys)
    if not (is_city and HAN.match(folded, found.start)):
        return False
    if _is_in_dotted_name(folded, found):
        return True
    title = _title_before().search(folded[max(0, found.start - LONGEST_TITLE) : found.start])
    return bool(title and transcribed().match(folded, found.end))


def _is_in_dotted_name(folded: str, found: Found) -> bool:
    """Whether what stands between a city and the dot of a foreign name writes sounds: 艾德里安·林."""
    behind = BEFORE_DOT.match(folded, found.end)
    return bool(behind and transcribed().fullmatch(folded, found.start - 1, behind.end(1)))


def _mention(reading: Reading, found: Found) -> Mention:
    is_capital = any(key.startswith("capital:") for key in found.keys)
    is_in_place = _stands_as_place(reading, found.start)
    is_met_in = is_in_place and bool(MEETING.search(_clause_around(reading.folded, found)))
    return Mention(found.start, found.end, found.keys, is_capital, is_in_place, is_meeting_place=is_met_in)


def _stands_as_place(reading: Reading, start: int) -> bool:
    if reading.narrow[start - 1 : start].isspace():
        before = reading.narrow[max(0, start - LONGEST_BEFORE_PLACE) : start]
        if IN_PLACE_LATIN.search(before):
            return True
    return bool(IN_PLACE_HAN.search(reading.folded[max(0, start - 2) : start]))


def _clause_around(folded: str, found: Found) -> str:
    start = max(folded.rfind(mark, 0, found.start) for mark in CLAUSE_ENDS)
    ends = [end for mark in CLAUSE_ENDS if (end := folded.find(mark, found.end)) >= 0]
    return folded[start + 1 : min(ends, default=len(folded))]


def runs_into_word(folded: str, found: Found) -> bool:
    """Whether a short name is none: 李強 in 李強調, 下關 in 天下關注, 日經 in 9日經, 成都 in 九成都.

    Nor is 日本海 one in 日本海上執法機關.
    """
    if folded[found.end - 1 : found.end + 1] == "海上":
        return True
    if folded[found.end - 1] == "国":  # a country, whatever stands behind it: 美國外來移民
        return False
    if found.start and COUNTED.match(folded, found.start - 1):
        return True
    if found.end - found.start != 2 or not HAN.match(folded[found.start]):
        return False
    is_preposition = folded[found.start] in PREPOSITIONS and HAN.match(folded[found.end : found.end + 1])
    return folded[found.end - 1 : found.end + 1] in _everyday() or bool(
        is_preposition and folded[found.end] not in BEHIND_PLACE
    )


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return frozenset(fold(word) for name in ("not_names", "everyday") for word in words(name))


def _parts(seen: Sighting, taken):
    """Words of known names that stand alone, but for those of another's: Kim where Kim Moon-soo stands."""
    parts = seen.names.parts
    words_of = [match for match in seen.large_words if match[0].lower() in parts]
    free = [
        match
        for match in words_of
        if not any(one < match.end() and match.start() < other for one, other in taken)
    ]
    others = {match[0] for match in free if _is_of_another(seen.reading.narrow, *match.span())}
    for match in free:
        if match[0] not in others:
            yield Mention(*match.span(), frozenset(parts[match[0].lower()]), is_part=True)


def _family_names(seen: Sighting, taken):
    """石破 for 石破茂, where a name may end; of two characters only, as 李 is anybody."""
    folded = seen.reading.folded
    for row in seen.names.family_names.keys() & seen.reading.pairs:
        keys = seen.names.family_names[row]
        for start in places_of(row, folded):
            end = start + len(row)
            is_taken = any(one < end and start < other for one, other in taken)
            if not is_taken and BEHIND_FAMILY_NAME.match(folded, end):
                yield Mention(start, end, frozenset(keys), is_part=True)


def _is_of_another(text: str, start: int, end: int) -> bool:
    """Whether a word is part of a longer name that is not known: the Kim of Kim Dae-jung."""
    before, behind = LARGE_BEFORE.search(text, 0, start), LARGE_BEHIND.match(text, end)
    return any(found and found[1].lower() not in written_large() for found in (before, behind))


def present(seen: Sighting) -> set[str]:
    """The keys of everything that a text may be said to name, generously: also 石破, 李總統, Lee, 日韓."""
    folded = seen.reading.folded
    found = {key for one in seen.of_glossary for key in one.keys}
    found |= {key.lstrip(HINT) for one in seen.of_gazetteer for key in one.keys}
    found |= short_forms(folded)
    found |= regions_of(found)
    for match in seen.large_words:
        found |= seen.names.parts.get(match[0].lower(), set())
    short = seen.names.by_short_form
    titled = {folded[match.start() - 1] for match in _titles_in().finditer(folded) if match.start()}
    for form in short.keys() & (seen.reading.pairs | titled):
        found |= short[form]
    return found


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(fold(word) for word in words("surnames"))


@lru_cache(maxsize=1)
def _titles_in() -> re.Pattern:
    """What may stand behind one character that is somebody: 李總統, 王外長, 李氏."""
    return re.compile(f"{_titles()}|氏|某")


@lru_cache(maxsize=1)
def _title_before() -> re.Pattern:
    return re.compile(rf"(?:{_titles()})$")


def _titles() -> str:
    return "|".join(sorted(map(re.escape, {fold(word) for word in words("titles")}), key=len, reverse=True))
