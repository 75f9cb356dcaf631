"""Why the exchange of a few words of a text for others matters, if it does. All words here are folded."""

from dataclasses import dataclass

from articles.summaries.staleness.items import Item
from articles.summaries.staleness.sense_words import TURNING, are_opposed, say_the_same

FEWEST = 8  # characters, a Latin word counting as two: no slip of the pen, but a statement of its own
SHORTEST_NAME = 2
SIDE = "方"  # 雙方, 日方, 校方
# Countries by one character, as headlines have them: 美日韓, 訪美, 中方.
ABBREVIATIONS = frozenset("中美日韩朝俄台英法德印欧澳越菲泰以伊乌蒙加港陆")
# What ends the name of an institution or a place: 外交部 and 國防部 are two.
INSTITUTIONS = frozenset("部省市县州局署厅院党社")
# Words for one thing counted that may stand for each other.
COUNTED = tuple(
    map(frozenset, ("名位人个员项", "号日", "元圆块", "间家所", "次回趟场", "条项个则", "多余", "时点"))
)
RANKS = frozenset("前副代原准")  # 前大使 and 大使 are two people
ARTICLES = frozenset({"一", "one", "first"})  # 一 and one are often no number: 一個, one of them


@dataclass(frozen=True)
class Exchange:
    """before gives way to after; one of them may be empty. left, right: the items beside, if any.

    proper: the words that either text writes with a capital inside of a sentence.
    """

    before: list[Item]
    after: list[Item]
    left: Item | None
    right: Item | None
    proper: frozenset[str] = frozenset()

    @property
    def both(self) -> list[Item]:
        return [*self.before, *self.after]

    @property
    def printed_before(self) -> str:
        return "".join(item.printed for item in self.before)

    @property
    def printed_after(self) -> str:
        return "".join(item.printed for item in self.after)

    @property
    def is_replacement(self) -> bool:
        return bool(self.before and self.after)

    @property
    def weight(self) -> int:
        """Characters of the longer side; a Latin word counts as two."""
        return max(sum(_weight(item) for item in side) for side in (self.before, self.after))


def rule_of(exchange: Exchange) -> str:
    """The rule by which an exchange is one of substance, "" when it is none."""
    if say_the_same(exchange.printed_before, exchange.printed_after):
        return ""
    return next(filter(None, (rule(exchange) for rule in RULES)), "")


def _number(exchange: Exchange) -> str:
    figures = [item for item in exchange.both if item.kind == "number"]
    is_article = len(figures) == 1 and figures[0].printed in ARTICLES and not _counts(exchange.both)
    return "number" if figures and not is_article else ""


def _counts(some: list[Item]) -> bool:
    return any(sense.rule == "unit" for sense in _senses(some))


def _name(exchange: Exchange) -> str:
    return "name" if any(_is_name(item, exchange.proper) for item in exchange.both) else ""


def _is_name(item: Item, proper) -> bool:
    return item.kind in ("name", "proper") or (item.kind == "opening" and item.key in proper)


def _unknown_name(exchange: Exchange) -> str:
    """Two characters or more give way to others behind an office: 總統拜登."""
    follows_office = exchange.left is not None and any(
        sense.rule == "title" for sense in exchange.left.senses
    )
    is_long = min(len(exchange.before), len(exchange.after)) >= SHORTEST_NAME
    is_plain = all(item.kind == "char" for item in exchange.both)
    return "name" if follows_office and is_long and is_plain else ""


def _rank(exchange: Exchange) -> str:
    """An office becomes a former or a deputy one."""
    precedes_office = exchange.right is not None and any(one.rule == "title" for one in exchange.right.senses)
    return "title" if precedes_office and RANKS.issuperset(item.key for item in exchange.both) else ""


def _abbreviation(exchange: Exchange) -> str:
    """中方 for 美方; 美韓 for 美日韓."""
    if not all(item.key in ABBREVIATIONS for item in exchange.both):
        return ""
    beside = [item.key for item in (exchange.left, exchange.right) if item]
    return "name" if exchange.is_replacement or not ABBREVIATIONS.isdisjoint(beside) else ""


def _institution(exchange: Exchange) -> str:
    """外交部 for 國防部, 日方 for 雙方."""
    if not exchange.is_replacement or exchange.right is None:
        return ""
    shorter = min(len(exchange.printed_before), len(exchange.printed_after))
    is_institution = exchange.right.key in INSTITUTIONS and shorter >= SHORTEST_NAME
    return "name" if exchange.right.key == SIDE or is_institution else ""


def _turning(exchange: Exchange) -> str:
    return next((sense.rule for sense in _senses(exchange.both) if sense.rule in TURNING), "")


def _opposed(exchange: Exchange) -> str:
    after = _senses(exchange.after)
    opposed = (one.rule for one in _senses(exchange.before) for other in after if are_opposed(one, other))
    return next(opposed, "")


def _counted(exchange: Exchange) -> str:
    """The word behind a number gives way: 28 men, 28 ships."""
    if not exchange.is_replacement or exchange.left is None or exchange.left.kind != "number":
        return ""
    says_the_same = set(_senses(exchange.before)) & set(_senses(exchange.after))  # tons, tonnes
    if exchange.left.printed in ARTICLES or says_the_same:
        return ""
    pair = {exchange.before[0].key[:1], exchange.after[0].key[:1]}
    return "" if any(pair <= group for group in COUNTED) else "unit"


def _long(exchange: Exchange) -> str:
    if exchange.weight < FEWEST:
        return ""
    return "reworded" if exchange.is_replacement else "removed" if exchange.before else "added"


# What rule_of may answer; the words of those in the middle are in words/meaning.txt.
ALL_RULES = (
    *("number", "name", *TURNING),
    *("opposite", "title", "field", "place", "time", "unit", "person"),
    *("added", "removed", "reworded", "swapped"),
)
RULES = [
    _number,
    _name,
    _unknown_name,
    _rank,
    _abbreviation,
    _institution,
    _turning,
    _opposed,
    _counted,
    _long,
]


def _senses(some):
    return [sense for item in some for sense in item.senses]


def _weight(item: Item) -> int:
    return 2 if item.printed[:1].isascii() else len(item.printed)
