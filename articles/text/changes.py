"""What a change of a body means for its summary: nothing, nothing but looks, or another statement."""

from collections.abc import Collection
from dataclasses import dataclass

from articles.text.alignment import gaps
from articles.text.items import Item, items, normalised
from articles.text.meaning import TURNING, are_opposed
from articles.text.plain import plain_text

SAME, COSMETIC, SUBSTANCE = "same", "cosmetic", "substance"
LEAST_ALIKE = 0.98  # the share of both texts that stands in both
FEWEST_ITEMS = 10  # characters or words: more than a slip of the pen, a statement of its own


@dataclass(frozen=True)
class Change:
    """kind: same, cosmetic or substance. rule: why it is of substance, "" otherwise.

    before, after: the words in question, "" where there were none.
    """

    kind: str
    rule: str = ""
    before: str = ""
    after: str = ""


def judge(old: str, new: str, names: Collection[str] = ()) -> Change:
    """What became of a body (Markdown) that a summary was reviewed against.

    names: names to watch, beside those of countries and what looks like a person's.
    """
    if old.strip() == new.strip():
        return Change(SAME)
    return _judge_prose(plain_text(old), plain_text(new), names)


def _judge_prose(old: str, new: str, names) -> Change:
    old, new = normalised(old), normalised(new)
    comparison = Comparison(old, new, items(old, names), items(new, names))
    return comparison.verdict()


class Comparison:
    def __init__(self, old, new, old_items, new_items):
        self.old, self.new = old, new
        self.old_items, self.new_items = old_items, new_items
        self.gaps = [
            gap
            for gap in gaps([item.key for item in old_items], [item.key for item in new_items])
            if self._key(old_items[gap.start : gap.end]) != self._key(new_items[gap.new_start : gap.new_end])
        ]

    def _key(self, some):
        return "".join(item.key for item in some)

    def verdict(self) -> Change:
        for gap in self.gaps:
            one, other = self.old_items[gap.start : gap.end], self.new_items[gap.new_start : gap.new_end]
            if rule := self._rule(one, other):
                return Change(SUBSTANCE, rule, self._words(self.old, one), self._words(self.new, other))
        if self.likeness() < LEAST_ALIKE:
            return Change(SUBSTANCE, "reworded")
        return Change(COSMETIC)

    def _rule(self, one, other) -> str:
        """Why the exchange of these items is one of substance, "" when it is none."""
        kinds = {item.kind for item in [*one, *other]}
        if "number" in kinds:
            return "number"
        if kinds & {"name", "proper"}:
            return "name"
        return _turning(one, other) or _opposed(one, other) or _length_rule(one, other)

    def _words(self, text, some):
        return text[some[0].start : some[-1].end] if some else ""

    def likeness(self) -> float:
        """The share of both texts that stands in both."""
        lost = [self.old_items[gap.start : gap.end] for gap in self.gaps]
        lost += [self.new_items[gap.new_start : gap.new_end] for gap in self.gaps]
        total = _size(self.old_items) + _size(self.new_items)
        return 1 - sum(map(_size, lost)) / total if total else 1.0


def _size(some: list[Item]) -> int:
    return sum(item.end - item.start for item in some)


def _turning(one, other) -> str:
    rules = [sense.rule for item in [*one, *other] for sense in item.senses if sense.rule in TURNING]
    return rules[0] if rules else ""


def _opposed(one, other) -> str:
    senses, others = _senses(one), _senses(other)
    return next((sense.rule for sense in senses for rival in others if are_opposed(sense, rival)), "")


def _senses(some):
    return [sense for item in some for sense in item.senses]


def _length_rule(one, other) -> str:
    if max(len(one), len(other)) < FEWEST_ITEMS:
        return ""
    return "reworded" if one and other else "removed" if one else "added"
