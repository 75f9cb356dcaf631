"""Names in a text, found by their beginnings: the work grows with the text, not with the number of names.

The gazetteer knows countries, capitals and international bodies by their names in Chinese and English; a
capital stands for its country's government as well (首爾與東京, Seoul and Tokyo).
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.text.language import IN_HANGUL, IN_HIRAGANA, IN_KATAKANA
from articles.text.quantities.reading import Reading, places_of_pairs
from articles.text.quantities.tables import COUNTED_DIGITS
from articles.text.scripts import fold
from articles.text.words import rows, words

LATIN_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Za-zÀ-ɏ0-9]+(?:['’](?!s\b)[A-Za-zÀ-ɏ]+)*")
SHORT_GAP = re.compile(r"[\s\-–‑.·]{1,2}")
# Right before a city, and right behind it, in the names of clubs.
CLUB_BEFORE = re.compile(r"(?<![A-Za-z'’.-])([A-Z][A-Za-zÀ-ɏ]+) $")
LONGEST_OF_CLUB = 20  # characters of a word before a city
CLUB_BEHIND = re.compile(r" (?:United|City|FC|[A-Z][a-z]+s)(?![A-Za-z])")
HINT = "?"  # before a name that may be something else as well: it bears out, but states nothing
HAN_RUN = 2  # characters that other than Latin names are looked up by


class Found(NamedTuple):
    """A name in a text. keys: what it may mean; one of them is enough."""

    start: int
    end: int
    keys: frozenset[str]


@dataclass
class Lexicon:
    """Names by their first characters, or by their first word where they are Latin."""

    by_prefix: dict[str, list[tuple[str, set]]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[tuple[list[str], set]]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, key: str) -> None:
        self.labels[key].append(name)
        tokens = LATIN_TOKEN.findall(name)
        if tokens and not re.search(r"[^\x00-\u024f–’]", name):
            self._join(self.by_word[tokens[0].lower()], tokens, key)
        elif len(folded := fold(name)) >= HAN_RUN:
            self._join(self.by_prefix[folded[:HAN_RUN]], folded, key)

    def _join(self, entries, name, key):
        for known, keys in entries:
            if known == name:
                keys.add(key)
                return
        entries.append((name, {key}))

    def find(self, reading: Reading) -> list[Found]:
        """Every name, also inside longer ones, in order of place, longer ones first."""
        found = [*self._solid(reading), *self._latin(reading.narrow)]
        return sorted(found, key=lambda one: (one.start, -one.end))

    def _solid(self, reading):
        for pair in self.by_prefix.keys() & reading.pairs:
            for name, keys in self.by_prefix[pair]:
                for at in places_of(name, reading.folded):
                    yield Found(at, at + len(name), frozenset(keys))

    def _latin(self, narrow):
        tokens = _latin_tokens(narrow)
        for at, (token, start, _) in enumerate(tokens):
            for name, keys in self.by_word.get(token.lower(), ()):
                row = tokens[at : at + len(name)]
                if len(row) == len(name) and _same(name, row) and _stand_together(narrow, row):
                    yield Found(start, row[-1][2], frozenset(keys))


@lru_cache(maxsize=64)  # a text is searched for several kinds of names
def _latin_tokens(narrow: str) -> list[tuple[str, int, int]]:
    return [(match[0], *match.span()) for match in LATIN_TOKEN.finditer(narrow)]


def places_of(name: str, text: str) -> Sequence[int]:
    """Where a name of two characters or more begins in a text: looked up by the first two."""
    known = places_of_pairs(text).get(name[:HAN_RUN], ())
    return known if len(name) == HAN_RUN else [at for at in known if text.startswith(name, at)]


def _same(name, row) -> bool:
    return all(_same_word(word, token) for word, (token, _, _) in zip(name, row, strict=True))


def _same_word(word: str, token: str) -> bool:
    """US is not us; a word that is written large is not found written small."""
    if word.isupper() and len(word) > 1:
        return token == word
    return token.lower() == word.lower() and (not word[0].isupper() or token[0].isupper())


def _stand_together(text, row) -> bool:
    gaps = pairwise(row)
    return all(SHORT_GAP.fullmatch(text, one[2], other[1]) for one, other in gaps)


def is_of_club(narrow: str, found: Found) -> bool:
    """Whether a city is a part of a name that Chinese writes without it: Bayern Munich."""
    if not any(key.startswith(("city:", "capital:")) for key in found.keys):
        return False
    before = CLUB_BEFORE.search(narrow, max(0, found.start - LONGEST_OF_CLUB), found.start)
    is_named = before is not None and before[1].lower() not in written_large()
    return bool(is_named or CLUB_BEHIND.match(narrow, found.end))


@lru_cache(maxsize=1)
def written_large() -> frozenset[str]:
    """English words that are written large and name nobody, lower case."""
    return frozenset(words("written_large"))


def longest(found: list[Found]) -> list[Found]:
    """Without the names that stand inside others; what one place may mean is one name."""
    kept: list[Found] = []
    for one in found:
        if kept and one.start == kept[-1].start and one.end == kept[-1].end:
            kept[-1] = Found(one.start, one.end, kept[-1].keys | one.keys)
        elif not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


# The kinds of names beside countries and capitals, each with its list.
KINDS = (("body", "world_bodies"), ("city", "cities"), ("agency", "agencies"), ("company", "companies"))


@lru_cache(maxsize=1)
def gazetteer() -> Lexicon:
    """Keys by a line's first name, "?" before hints: country:日本, capital:日本, body:東協, city:京都."""
    lexicon = Lexicon()
    for chinese, english, capital, capital_english in _lines("nations"):
        for name in [*chinese, *english, *capital, *capital_english]:
            lexicon.add(name.lstrip(HINT), _key("country", chinese, name))
        for name in [*capital, *capital_english]:
            lexicon.add(name.lstrip(HINT), _key("capital", chinese, name))
    for kind, file in KINDS:
        for chinese, english in _lines(file):
            for name in [*chinese, *english]:
                lexicon.add(name.lstrip(HINT), _key(kind, chinese, name))
    return lexicon


def _key(kind: str, chinese: list[str], name: str) -> str:
    return f"{HINT * name.startswith(HINT)}{kind}:{chinese[0].lstrip(HINT)}"


def _lines(name: str) -> list[list[list[str]]]:
    return [
        [[word.replace("_", " ") for word in part.split()] for part in row.split("|")] for row in rows(name)
    ]


# One character for a country, beside another one or with a word for what is its own: 日韓, 訪美, 韓方, 對中.
SHORT = {
    "中": "中國", "陆": "中國", "华": "中國", "日": "日本", "韩": "南韓", "朝": "北韓", "美": "美國",
    "俄": "俄羅斯", "英": "英國", "法": "法國", "德": "德國", "澳": "澳洲", "台": "台灣",
    "港": "香港", "印": "印度", "越": "越南", "菲": "菲律賓", "泰": "泰國", "加": "加拿大",
    "意": "義大利", "义": "義大利", "乌": "烏克蘭", "以": "以色列", "伊": "伊朗", "巴": "巴基斯坦",
    "沙": "沙烏地", "纽": "紐西蘭", "马": "馬來西亞", "新": "新加坡", "蒙": "蒙古", "墨": "墨西哥",
    "荷": "荷蘭", "波": "波蘭", "土": "土耳其",
}  # fmt: skip
# A quoted language, the sign of a currency: 580 million dollars are $580 million. First what a text has that
# need not be searched.
SIGNS = [
    ("", IN_HIRAGANA, "country:日本"),
    ("", IN_KATAKANA, "country:日本"),
    ("", IN_HANGUL, "country:南韓"),
    ("$", re.compile(r"(?<![a-z])(?:us)?\$"), "country:美國"),
    ("dollar", re.compile(r"(?<![a-z])dollars?(?![a-z])"), "country:美國"),
    ("$", re.compile(r"(?<![a-z])nt\$"), "country:台灣"),
    ("$", re.compile(r"(?<![a-z])hk\$"), "country:香港"),
    ("$", re.compile(r"(?<![a-z])s\$"), "country:新加坡"),
    ("", re.compile("[¥￥]"), "country:日本"),
    ("", re.compile("[¥￥]"), "country:中國"),
    ("", re.compile("₩"), "country:南韓"),
    ("won", re.compile(r"(?:\d|illion|(?<![a-z])the)\swon(?![a-z])"), "country:南韓"),
    ("", re.compile("£"), "country:英國"),
    ("pound", re.compile(r"(?<![a-z])pounds?(?![a-z])"), "country:英國"),
]
# A region is named by its countries as well: "Asian allies" are Japan and South Korea.
REGIONS = {
    "body:亞洲": "日本 南韓 北韓 中國 台灣 香港 印度 越南 菲律賓 泰國 馬來西亞 新加坡 印尼 蒙古",
    "body:東亞": "日本 南韓 北韓 中國 台灣 香港",
    "body:東南亞": "越南 菲律賓 泰國 馬來西亞 新加坡 印尼",
    "body:歐洲": "英國 法國 德國 義大利 荷蘭 波蘭 西班牙 烏克蘭",
}  # fmt: skip
LISTED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:[{''.join(SHORT)}]、){{2,6}}[{''.join(SHORT)}](?=[等和与及]|[两三四五六七多各]国|[，。；])"
)
EUROPE = "欧"  # 中歐, 歐方: the Union as often as the continent
_CHARS = "".join([*SHORT, EUROPE])
SHORT_FORMS = re.compile(
    rf"(?=([{_CHARS}]{{2,4}}))"
    rf"|(?<=[访赴对驻抵返离亲反旅在侵援抗从留与和同给逼促联制挺惠输])([{_CHARS}])"
    rf"|([{_CHARS}])(?=[方媒国籍企元圆军侧裔商侨外相舰机船胞资政府总防股币关欧亚])"
)
EMBASSY = re.compile(r"驻(.)国?(?:大?使馆|大使|代表)")  # in the capital: 駐美大使館 is in Washington
# Those that are always meant: 日韓, 美日韓. 日 is also a day, 中 the middle.
SURE_SHORT_FORMS = re.compile(
    rf"(?<![本今昨明近每节即次当某前后同首终平往\d{COUNTED_DIGITS}十])(?:中日韩|日中韩|韩中日|美日韩|美韩日|日美韩|韩美日|日韩|韩日|美日|日美|韩美|美韩|朝俄|俄朝|朝韩|韩朝)(?![国本元圆币食])"
)


def short_forms(folded: str) -> set[str]:
    """The keys of the countries that one character may stand for in a folded text."""
    found = "".join(filter(None, (one for groups in SHORT_FORMS.findall(folded) for one in groups)))
    signs = {key for hint, pattern, key in SIGNS if hint in folded and pattern.search(folded)}
    found_capitals = {f"capital:{SHORT[char]}" for char in EMBASSY.findall(folded) if char in SHORT}
    europe = {"body:歐盟", "body:歐洲"} if EUROPE in found else set()
    return signs | europe | found_capitals | {f"country:{SHORT[char]}" for char in set(found) - {EUROPE}}


@lru_cache(maxsize=64)
def countries_in_short(folded: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """Where two characters or more stand for as many countries, 中日, and the keys of them."""
    return tuple(
        (match.start(), frozenset(f"country:{SHORT[char]}" for char in match[1] if char in SHORT))
        for match in SHORT_FORMS.finditer(folded)
        if match[1]
    )


def regions_of(keys: set[str]) -> set[str]:
    """The regions that a text names by naming a country of theirs."""
    return {
        region
        for region, countries in REGIONS.items()
        if any(f"country:{country}" in keys for country in countries.split())
    }


def sure_short_forms(folded: str) -> list[Found]:
    """日韓 and the like, each as one name of either country: the body may say one of them otherwise.

    Three and more in a list, 台、澳、日、韓, are a country each.
    """
    listed = [at for match in LISTED.finditer(folded) for at in range(match.start(), match.end(), 2)]
    return [
        Found(*match.span(), frozenset(f"country:{SHORT[char]}" for char in match[0]))
        for match in SURE_SHORT_FORMS.finditer(folded)
    ] + [Found(at, at + 1, frozenset([f"country:{SHORT[folded[at]]}"])) for at in listed]
