"""Names that neither the glossary nor the gazetteer knows, looked for in the body as they are printed."""

import re
from functools import lru_cache

from articles.summaries.checks.claims.people.offices import may_hold
from articles.summaries.checks.claims.people.spelled import prints_chinese, prints_korean
from articles.summaries.checks.consonants import may_be_heard
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import LATIN_TOKEN, written_large
from articles.summaries.checks.transcriptions import (
    family_names,
    is_japanese,
    is_sure_family_name,
    may_stand_in,
    transcribed,
)
from articles.text.names.persons import DOT, FOREIGN_NAME
from articles.text.scripts import fold
from articles.text.words import words

HAN = "\u3400-\u9fff"
HAN_RUN = re.compile(rf"[{HAN}]+")
# What stands before and behind a name in a Chinese sentence, folded. Measured on the openings of 1,500 news
# articles: of 180 runs of characters that are told by both sides, 170 are names of people.
BEFORE_NAME = re.compile(rf"(?:^|[^{HAN}]|[与和跟对向由被据以及为是])(?=[{HAN}])")
BEHIND_NAME = re.compile(
    rf"(?:[^{HAN}]|[与和同在将于赴访抵则也表说称指认强出提主重对向为被从自及或等就今昨明曾已首是以把午晚共率仍并还又亦再均]"
    r"|会[见谈晤]|$)"
)
# What a body is called by: two characters that tell it from others of its kind.
INSTITUTION = re.compile(
    rf"(?P<own>(?:(?![该本此某各两多几家等的其这那间所名个座一二三四五六七八九十和与及或在由向对为是当全新老大小旗下])[{HAN}]){{2}})"
    r"(?P<kind>资本|集团|基金会?|大学|学院|研究[所院]|研究中心|委员会|协会|检察院|总局|(?<![出破结入开布平大残骗饭赌定僵格时全收终])局)"
)
MOST_SOUNDS = 6  # characters of a foreign name without a dot
LARGE_WORD = re.compile(r"(?<![A-Za-z\d'’-])[A-Z][A-Za-zÀ-ɏ'’-]*")
LATIN_NAME = re.compile(r"(?<![A-Za-z\d'’.-])[A-Z][a-zÀ-ɏ]+[A-Za-zÀ-ɏ'’-]*(?: [A-Z][A-Za-zÀ-ɏ'’.-]*)*")
HYPHENATED_GIVEN_NAME = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+$")  # Kim Dae-jung
OFFICE_BEFORE = re.compile(
    r"(?i:\b(?:president|premier|minister|secretary|chancellor|ambassador|envoy|governor|mayor|general|admiral"
    r"|commander|chief|director|professor|analyst|scholar|spokes(?:man|woman|person)|mr\.?|ms\.?|mrs\.?|dr\.?)),?\s$"
)
LONGEST_OFFICE = 16  # characters of "spokesperson, "
SPEAKS_BEHIND = re.compile(
    r",?\s(?:said|says|told|tells|warned|warns|argued|argues|announced|met|spoke|came|visited)\b"
)
POSSESSIVE = re.compile(r"['’]s?$")
SMALL_IN_TITLES = re.compile(r"an?|the|of|to|in|on|for|and|at|by|as|or|with|from|but|s")
LATIN_SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]{0,9}\s{1,9}|[\"“‘(]\s{0,9}|\n\s{0,9}|[–—]\s{0,9})$")


def strangers(facts: Facts, body: Facts, language: str) -> list[tuple[str, str]]:
    """(rule, quote) for each unknown name that the body does not print.

    A name missing in a body of its own script is a fault. A Latin one and a body in another script are
    compared by the family names of the region and by sound; where that finds nothing, the editor is asked to
    look.
    """
    taken = [(one.start, one.end) for one in facts.mentions]
    if language == "en":
        found = _latin(facts, body, _taken(facts))
    elif body.language[:2] == "zh":
        found = [*_han(facts, body, taken), *_latin_in_chinese(facts, body, taken)]
    elif body.language == "ja":
        found = [one for one in _han(facts, body, taken) if fold(one[1])[:2] in _long_surnames()]
    else:
        found = []
    return list(dict.fromkeys(found))


def _latin(facts: Facts, body: Facts, taken):
    for name in _capitalised(facts.reading.narrow, taken):
        if not body.latin_words.isdisjoint(_tokens(name)):
            continue
        if body.language == "en":
            yield "name", name
        elif (is_spelled := _is_spelled_out(name, body)) is not None and (
            is_spelled or _is_named_person(name, facts.reading.narrow)
        ):
            if not is_spelled:
                yield "name", name
        elif not _may_be_printed(name, body):
            if body.language != "ko" and _has_one_spelling(name):
                yield "name", name
            elif _is_named_person(name, facts.reading.narrow) and _is_in_doubt(name, facts, body):
                yield "unknown_name", name


def _is_in_doubt(name: str, facts: Facts, body: Facts) -> bool:
    """Whether a name that is not heard in a body is no other spelling of one there.

    Chinese writes names in too many ways to say so, but where it gives somebody else the same office.
    """
    is_held = may_hold(name, facts, body)
    # In Japanese the names of its own people are written by their meaning, and cannot be heard.
    is_heard = body.language == "ko" or (
        body.language == "ja" and not all(map(is_japanese, LATIN_TOKEN.findall(name)))
    )
    return is_held is False or (is_held is None and is_heard)


def _is_spelled_out(name: str, body: Facts) -> bool | None:
    """Whether a body prints a name that is spelled syllable by syllable; None when it is not."""
    if body.language == "ko":
        return prints_korean(name, body.reading.narrow)
    return prints_chinese(name, body.reading.folded)


def _is_named_person(name: str, text: str) -> bool:
    """Whether what stands around a name says that it is a person's: an office before it, "said" behind it."""
    if name.isupper():  # SEF said: initials of a body
        return False
    at = text.find(name)
    is_held = OFFICE_BEFORE.search(text, max(0, at - LONGEST_OFFICE), at)
    return bool(is_held or HYPHENATED_GIVEN_NAME.search(name) or SPEAKS_BEHIND.match(text, at + len(name)))


def _tokens(name: str) -> set[str]:
    tokens = [token.lower() for token in LATIN_TOKEN.findall(name)]
    return {
        *tokens,
        *(token.replace("-", "") for token in tokens),
        *(token.removesuffix("s") for token in tokens),
    }


def _may_be_printed(name: str, body: Facts) -> bool:
    """Whether a body in another script than Latin may print a name."""
    if body.language[:2] == "zh":
        return _may_be_transcribed(name, body)
    is_family = any(_is_family_in(token, body) for token in LATIN_TOKEN.findall(name))
    return is_family or may_be_heard(name, body.consonants)


def _is_family_in(token: str, body: Facts) -> bool:
    return any(han in body.reading.folded for han in family_names().get(token.lower(), ()))


def _may_be_transcribed(name: str, body: Facts) -> bool:
    tokens = LATIN_TOKEN.findall(name)
    if HYPHENATED_GIVEN_NAME.search(name):
        tokens = [token for token in tokens if token.lower() in family_names()][:1] or tokens
    return any(may_stand_in(token, body.reading.folded, body.sounds) for token in tokens)


def _has_one_spelling(name: str) -> bool:
    """Whether a name that a Chinese body prints would be seen there: Koizumi, Kim Dae-jung."""
    tokens = LATIN_TOKEN.findall(name)
    if HYPHENATED_GIVEN_NAME.search(name):
        return tokens[0].lower() in family_names()
    return any(is_sure_family_name(token) for token in tokens)


def _latin_in_chinese(facts: Facts, body: Facts, taken):
    """Names in Latin letters: another one than the body prints is a fault, one more is to be looked at."""
    names = [
        name
        for name in _latin_names(facts, taken)
        if body.latin_words.isdisjoint(_tokens(name)) and name not in body.reading.narrow
    ]
    if names and _latin_names(body, [(one.start, one.end) for one in body.mentions]):
        yield from (("name", name) for name in names)
    else:
        yield from (("unknown_name", name) for name in names if not _may_be_transcribed(name, body))


def _latin_names(facts: Facts, taken) -> list[str]:
    """Words with small letters; those of capitals alone are codes and abbreviations."""
    found = LATIN_NAME.finditer(facts.reading.narrow)
    return [
        match[0]
        for match in found
        if not any(one < match.end() and match.start() < other for one, other in taken)
        and any(token not in written_large() for token in _tokens(match[0]))
    ]


def _capitalised(text: str, taken):
    """Runs of words written large within a sentence, but for those that are no names."""
    if _is_title_case(text):
        return
    run: list[re.Match] = []
    for match in [*LARGE_WORD.finditer(text), None]:
        if match and _is_name_word(match, text, taken):
            if run and text[run[-1].end() : match.start()] != " ":
                yield from _run(run, text)
                run = []
            run.append(match)
        else:
            yield from _run(run, text)
            run = []
    yield from _run(run, text)


def capitalised(facts: Facts) -> list[str]:
    """The names that a Latin text writes large and neither the glossary nor the gazetteer knows."""
    return list(_capitalised(facts.reading.narrow, _taken(facts)))


def _taken(facts: Facts) -> list[tuple[int, int]]:
    """Where known names and dates stand: January-May is nobody."""
    return [(one.start, one.end) for one in (*facts.mentions, *facts.dates)]


def _run(run: list[re.Match], text: str):
    """A row of words as one name; a single one that opens a sentence is any word."""
    if len(run) > 1 or (run and not LATIN_SENTENCE_START.search(text, 0, run[0].start())):
        yield POSSESSIVE.sub("", text[run[0].start() : run[-1].end()])


def _is_name_word(match: re.Match, text: str, taken) -> bool:
    word, (start, end) = match[0], match.span()
    if len(word) < 2 or POSSESSIVE.sub("", word).lower() in written_large() or text[end : end + 1] == "$":
        return False
    return not any(one < end and start < other for one, other in taken)


def _is_title_case(text: str) -> bool:
    tokens = [token for token in LATIN_TOKEN.findall(text) if not SMALL_IN_TITLES.fullmatch(token)]
    return len(tokens) > 2 and sum(token[0].isupper() for token in tokens) > 0.8 * len(tokens)


def _han(facts: Facts, body: Facts, taken):
    folded = facts.reading.folded
    for match in FOREIGN_NAME.finditer(facts.reading.narrow):
        parts = [part for part in re.split(rf"[{DOT}]", folded[match.start() : match.end()]) if len(part) > 1]
        if not any(part[-2:] in body.reading.folded or part[:2] in body.reading.folded for part in parts):
            yield "name", match[0]
    for start, name in _people(folded, taken):
        if not _is_known(name, body.reading.folded):
            yield "name", facts.reading.quote(start, start + len(name))
    for start, name in _titled_foreigners(folded, taken):
        if name not in body.reading.folded and not _is_known(name, body.reading.folded):
            yield "name", facts.reading.quote(start, start + len(name))
    for match in INSTITUTION.finditer(folded):
        if match.start() not in {at for one, other in taken for at in range(one, other)} and _is_of_another(
            match, body
        ):
            yield "unknown_name", facts.reading.quote(*match.span())


def _is_of_another(match: re.Match, body: Facts) -> bool:
    """Whether a body has institutions of a kind, but none whose name ends as this one's does."""
    folded, own, kind = body.reading.folded, match["own"], match["kind"]
    if own in folded or is_ordinary(own) or f"{own[0]}{kind[0]}" in folded:
        return False
    known = [one["own"] for one in INSTITUTION.finditer(folded) if one["kind"] == kind]
    return bool(known) and own[0] not in "".join(known)


@lru_cache(maxsize=64)  # several claims ask
def people(facts: Facts) -> list[str]:
    """The people whom a Chinese text names in Han characters and the glossary does not know."""
    folded, taken = facts.reading.folded, [(one.start, one.end) for one in facts.mentions]
    found = (*_people(folded, taken), *_titled_foreigners(folded, taken))
    return [facts.reading.quote(start, start + len(name)) for start, name in found]


def _people(folded: str, taken):
    behind = _behind_titles(folded)
    within = {at for one, other in taken for at in range(one, other)}
    for start in _where_names_begin(folded, behind):
        if start not in within:
            found = _names_at(folded, start) or _titled_names(folded, start, behind)
            yield from ((start, name) for name in found[:1])


def _titled_foreigners(folded: str, taken):
    """(place, name) of names behind a title that are written by their sound: 部長比亞."""
    for start in sorted(_behind_titles(folded)):
        match = transcribed().match(folded, start)
        if not match or any(one <= start < other for one, other in taken):
            continue
        for name in (match[0][:length] for length in range(min(len(match[0]), MOST_SOUNDS), 1, -1)):
            if not is_ordinary(name) and BEHIND_NAME.match(folded, start + len(name)):
                yield start, name
                break


@lru_cache(maxsize=64)  # for both kinds of names, and by several claims
def _behind_titles(folded: str) -> set[int]:
    return {match.end() for match in titled().finditer(folded)}


def _is_known(name: str, body: str) -> bool:
    """Whether a body prints a name or a part of it; a family name alone may be another person's."""
    pairs = _pairs(name)
    if len(name) > 3 and name[:2] in body and not BEHIND_NAME.match(name, 2):
        pairs = pairs[1:]
    return any(pair in body for pair in pairs)


def _where_names_begin(folded: str, titled: set[int]) -> list[int]:
    """Where a family name stands behind a title, a word that joins names, or the beginning of a clause."""
    places = titled | {match.end() for match in BEFORE_NAME.finditer(folded)}
    return sorted(
        at for at in places if folded[at : at + 1] in surnames() or folded[at : at + 2] in _long_surnames()
    )


def _names_at(folded: str, start: int) -> list[str]:
    """The names that may stand at a place, the longest first; another word has to follow."""
    rows = [folded[start : start + length] for length in (5, 4, 3)]
    return [
        row
        for row in rows
        if _is_person(row) and _may_end(folded, start + len(row)) and start + len(row) <= len(folded)
    ]


def _titled_names(folded: str, start: int, titled: set[int]) -> list[str]:
    """Names of any family behind a title, of two characters as well: 發言人林劍."""
    rows = [folded[start : start + length] for length in (3, 2) if start in titled]
    return [
        row
        for row in rows
        if HAN_RUN.fullmatch(row)
        and row[0] in surnames()
        and row[-1] not in _never_last()
        and not is_ordinary(row)
        and _may_end(folded, start + len(row))
    ]


def without_title(run: str) -> str:
    """What stands behind the last title in a run of folded Han characters, or all of it."""
    ends = [match.end() for match in titled().finditer(run)]
    return run[ends[-1] :] if ends else run


def _may_end(folded: str, at: int) -> bool:
    """Whether a name may end at a place: what stands there follows names, or is a title."""
    return bool(BEHIND_NAME.match(folded, at) or titled().match(folded, at))


def _is_person(name: str) -> bool:
    """Whether a run of Han characters is a family name and a given name, and holds no everyday word."""
    # First what most runs fail.
    is_of_family = name[:1] in _common_surnames() if len(name) == 3 else name[:2] in _long_surnames()
    if not is_of_family or not HAN_RUN.fullmatch(name):
        return False
    return not (name[-1] in _never_last() and not _is_japanese_first_son(name)) and not is_ordinary(name)


def _is_japanese_first_son(name: str) -> bool:
    """佐藤健一, where elsewhere 一 begins the words behind a name."""
    return len(name) == 4 and name[-1] == "一" and name[:2] in _long_surnames()


def may_be_named(row: str) -> bool:
    """Whether folded Han characters begin as a name does, with a family's or the sounds of a foreign one.

    Of what stands behind a title 首相辦公室 is nobody.
    """
    return row[:1] in surnames() or row[:2] in _long_surnames() or bool(transcribed().match(row))


def is_ordinary(name: str) -> bool:
    """Whether a run of folded Han characters holds a word that no name does."""
    return any(pair in _ordinary() for pair in _pairs(name))


def _pairs(name: str) -> list[str]:
    return [name[at : at + 2] for at in range(len(name) - 1)]


@lru_cache(maxsize=1)
def _long_surnames() -> frozenset[str]:
    return frozenset(fold(word) for word in words("surnames") if len(word) > 1)


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Family names of one character, folded."""
    return frozenset(fold(word) for word in words("surnames") if len(word) == 1)


@lru_cache(maxsize=1)
def _common_surnames() -> frozenset[str]:
    """The first sixty of the list but those that begin ordinary words (曾, 于, 高): rarer ones do as well."""
    return frozenset([fold(word) for word in words("surnames") if len(word) == 1][:60]) - set("曾于高")


@lru_cache(maxsize=1)
def _never_last() -> frozenset[str]:
    return frozenset(fold(char) for char in words("name_never_ends")) | set("被认名一先事将")


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return frozenset(fold(word) for name in ("not_names", "everyday") for word in words(name))


@lru_cache(maxsize=1)
def titled() -> re.Pattern:
    """What stands before a name, and says that one follows."""
    titles = sorted({fold(word) for word in words("titles")}, key=len, reverse=True)
    first = "".join({title[0] for title in titles})  # most places of a text are passed over by it
    return re.compile(f"(?=[{first}])(?:{'|'.join(map(re.escape, titles))})")
