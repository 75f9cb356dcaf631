"""What a piece of Han text must look like to be a topic: how names begin and end, what they are made of."""

import re
from functools import lru_cache

from articles.text.names.persons import looks_like_name
from articles.text.quantities.tables import COUNTED_DIGITS
from articles.text.scripts import fold
from articles.text.words import words

# Words of grammar, Simplified. At neither end of a name:
AT_NO_EDGE = frozenset(
    "的了在与和及是对向将把被于从到为以也又并等之说来去这那其此该每各某我你他她它个们已曾能可要就还很没而但且则时后前内月第称说问使令由更最再仍才只所都不至如若因当让"
)
AT_NO_BEGINNING = AT_NO_EDGE | frozenset("年两一上下人者性化方次")
AT_NO_END = AT_NO_EDGE | frozenset("上下中一是")
IN_PEOPLE_ONLY = frozenset("在与被把")
NUMBER = f"{COUNTED_DIGITS}十百千万两几数多"
COUNTED = re.compile(rf"[{NUMBER}]+[年月日天个份次名位人岁元点分句届场项条件家所种把座张艘架枚号]")
NOWHERE = frozenset("的了是这那们很也于吗呢")
# The short forms of countries, Simplified: 日韩, 中美, 美日韩.
SHORT_FORMS = "日韩美中华俄台朝英法德印欧港澳越泰菲加以"
COUNTRIES = re.compile(rf"[{SHORT_FORMS}]+[三两]?")
BETWEEN_COUNTRIES = re.compile(rf"[{SHORT_FORMS}]{{2,3}}")
VISIT = re.compile(rf"访([{SHORT_FORMS}])")


def could_be_topic(piece: str) -> bool:
    """Whether a piece begins and ends as names do and says more than everyday words."""
    folded = fold(piece)
    if is_everyday(folded) or COUNTRIES.fullmatch(folded):
        return False
    if folded in places():
        return True
    if folded[0] in AT_NO_BEGINNING or folded[-1] in AT_NO_END:
        return False
    if COUNTED.match(folded) or NOWHERE & set(folded):
        return False
    if IN_PEOPLE_ONLY & set(folded[1:]) and not looks_like_name(piece):
        return False
    return _begins_well(folded) and _ends_well(folded)


def _begins_well(folded):
    """恢復穿梭外交 does not, 國民黨 does; nor does what cuts the word before: 日關係, 國合作關係."""
    if is_everyday(folded[1:]):
        return False
    return not folded.startswith(_everyday()) or folded.endswith(_folded("topic_bodies"))


def _ends_well(folded):
    """日韓兩國 does not, 日韓關係 does; nor does what cuts the word behind a place: 日本外, nor 渡輪會."""
    is_cut = folded.endswith((*_everyday(), "会")) or folded[:-1] in places()
    return has_head(folded) or not is_cut


def has_head(folded: str) -> bool:
    """Whether a piece is a name and the kind of thing it names, as 日韩关系 is."""
    return folded.endswith((*_folded("topic_heads"), *_folded("topic_bodies")))


def is_compound(folded: str) -> bool:
    """Whether a piece is a word that is not everyday and a head behind it."""
    heads = [head for head in _folded("topic_heads") if folded.endswith(head)]
    return any(not is_everyday(folded.removesuffix(head)) for head in heads)


def is_between_countries(folded: str) -> bool:
    """日韩关系, 中美贸易战: what countries have with each other."""
    match = BETWEEN_COUNTRIES.match(folded)
    return bool(match) and has_head(folded) and is_everyday(folded[match.end() :])


def is_everyday(folded: str) -> bool:
    """Whether a text is made of everyday words alone."""
    if not folded:
        return True
    every = _everyday_set()
    return any(folded[:size] in every and is_everyday(folded[size:]) for size in (2, 3, 4))


def visits(run: str) -> list[str]:
    """訪日, 訪美 as printed in a run of Han, where no longer name of a country follows: not in 出訪日本."""
    folded = fold(run)
    found = [match for match in VISIT.finditer(folded) if not folded.startswith(_places(), match.start(1))]
    return [run[match.start() : match.end()] for match in found]


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Names of countries, regions and cities, folded."""
    return frozenset(_folded("places"))


@lru_cache(maxsize=1)
def _places():
    return tuple(places())


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Words that are whole by themselves: of grammar, everyday ones and places; folded."""
    return AT_NO_EDGE | everyday_words() | places()


@lru_cache(maxsize=1)
def everyday_words() -> frozenset[str]:
    """Words that no article is about, titles of persons among them; folded."""
    return frozenset((*_folded("everyday"), *_folded("titles")))


@lru_cache(maxsize=1)
def _everyday_set():
    return everyday_words() | frozenset(_folded("topic_heads"))


@lru_cache(maxsize=1)
def _everyday():
    return tuple(everyday_words())


@lru_cache(maxsize=8)
def _folded(name):
    return tuple(fold(word) for word in words(name))
