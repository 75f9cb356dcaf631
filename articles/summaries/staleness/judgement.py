"""What a change of a body means for its summary: nothing, nothing but looks, or another statement.

Cosmetic: marks, white space, script, paragraphs, headings, pictures, notes and credits; numbers and names
written otherwise; slips of the pen and small rewordings in which no word of weight comes or goes, as long as
98 % of both texts are the same. Of substance: everything else.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from articles.summaries.staleness.items import Item, items, normalised
from articles.summaries.staleness.people import people
from articles.summaries.staleness.statements import Statements
from articles.summaries.staleness.substitutions import FEWEST, Exchange, rule_of
from articles.text.diff.alignment import Gap, gaps
from articles.text.measures import ELLIPSIS
from articles.text.normalise import drop_invisible
from articles.text.scripts import fold

SAME, COSMETIC, SUBSTANCE = "same", "cosmetic", "substance"
LEAST_ALIKE = 0.98  # the share of both texts that stands in both
# Marks that say nothing; those beside digits may (3.5, 3-5, -3), and so may signs of currencies.
BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w.,%$€£¥₩]+(?=\d)")
MEANINGLESS = re.compile(
    r"(?<!\d)[.,]|[.,](?!\d)|(?<=\w)-(?!\d{1,3}(?:\.\d{1,2})?[度°])|-(?!\d)|[^\w%$€£¥₩¦.,-]|_"
)
LONGEST_QUOTE = 80  # characters of the words in question
CLOSE = 2  # items between changes that are one
SHORTEST_SENTENCE = 2  # items
SHORTEST_SWAP = 2  # characters: 的 and 地 that changed places are slips
MARKS = 4  # characters looked at beside a sentence
SENTENCES = re.compile(r"[^。！？\n]*[。！？\n]+|[^。！？\n]+\Z")
SENTENCE_START = re.compile(rf"(?:^|[。！？.!?])\W{{0,{MARKS}}}$")
SENTENCE_END = re.compile(r"[」』”\"'）)]*[。！？.!?]")


@dataclass(frozen=True)
class Change:
    """kind: same, cosmetic or substance. rule: why it is of substance, "" otherwise.

    Rules: exchanges.ALL_RULES. before, after: the words in question, cut when they are long, "" where there
    were none.
    """

    kind: str
    rule: str = ""
    before: str = ""
    after: str = ""


def judge(old: str, new: str, names: Collection[str] = ()) -> Change:
    """What became of a body (Markdown) that a summary was reviewed against.

    names: names to watch, beside those of countries and what looks like a person's; a mapping says which of
    them are names of one thing.
    """
    if old.strip() == new.strip():
        return Change(SAME)
    one, other = Statements(old), Statements(new)
    names = _mentioned(names, fold(f"{old}\n{new}"))
    change = _of_words(one, other, names)
    return change if change.kind == SUBSTANCE else _captions(one, other, names) or change


def _mentioned(names: Collection[str], folded: str) -> Collection[str]:
    """The names that are in the texts: a glossary holds thousands, an article a dozen."""
    found = [name for name in names if fold(name) in folded]
    return {name: names[name] for name in found} if isinstance(names, Mapping) else found


def _of_words(one: Statements, other: Statements, names) -> Change:
    """The mildest verdict on all the words, those without notes and credits, and those without headings.

    What comes or goes there says nothing of the matter, but what looks like a credit may be none.
    """
    if _bare(one.everything) == _bare(other.everything):
        return Change(COSMETIC)
    change = Comparison(one.prose, other.prose, names).verdict()
    if change.kind == SUBSTANCE and one.headings != other.headings:
        change = _without_headings(one, other, names) or change
    if change.kind == SUBSTANCE and (one.everything, other.everything) != (one.prose, other.prose):
        whole = Comparison(one.everything, other.everything, names).verdict()
        change = whole if whole.kind == COSMETIC else change
    return change


def _bare(text: str) -> str:
    """Folded text but for punctuation and spaces, those inside of numbers excepted."""
    visible = "\n".join(map(drop_invisible, text.split("\n")))
    return MEANINGLESS.sub("", BETWEEN_DIGITS.sub("¦", fold(visible)))


def _without_headings(one: Statements, other: Statements, names) -> Change | None:
    """The verdict on all but the headings, if it is the milder one."""
    change = Comparison(one.prose_without_headings, other.prose_without_headings, names).verdict()
    return None if change.kind == SUBSTANCE else _first_turn(one.headings, other.headings, names) or change


def _captions(one: Statements, other: Statements, names) -> Change | None:
    """A caption that was made to say something else; one that is moved, added or removed says nothing new."""
    return _first_turn(one.captions, other.captions, names)


def _first_turn(old: list[str], new: list[str], names) -> Change | None:
    """The first of lines, as many before as after, that says something else."""
    gone = [line for line in old if line not in new]
    come = [line for line in new if line not in old]
    pairs = zip(gone, come, strict=True) if len(gone) == len(come) else ()
    return next(filter(None, (Comparison(*pair, names).turn() for pair in pairs)), None)


class Comparison:
    """Two plain texts, item by item."""

    def __init__(self, old: str, new: str, names: Collection[str]):
        old, new = normalised(old), normalised(new)
        known = [names, people(fold(old)) | people(fold(new))]
        self.old, self.new, self.shared = _parted(old, new)
        self.old_items, self.new_items = items(self.old, *known), items(self.new, *known)

    def verdict(self) -> Change:
        if turn := self.turn():
            return turn
        return Change(COSMETIC) if self.likeness >= LEAST_ALIKE else Change(SUBSTANCE, "reworded")

    def turn(self) -> Change | None:
        """The first place where something else is said."""
        for exchange in self.exchanges:
            if rule := rule_of(exchange) or self._sentence_rule(exchange):
                return Change(
                    SUBSTANCE, rule, _words(self.old, exchange.before), _words(self.new, exchange.after)
                )
        return self._swap() or (Change(SUBSTANCE, "reworded") if self._is_rewritten_somewhere() else None)

    def _swap(self) -> Change | None:
        """Two words that changed places: whose side each is on is what the sentence says."""
        made = {(_key(one.before), _key(one.after)) for one in self.exchanges if one.is_replacement}
        for exchange in self.exchanges:
            one, other = _key(exchange.before), _key(exchange.after)
            if one != other and (other, one) in made and exchange.weight >= SHORTEST_SWAP:
                printed = _words(self.old, exchange.before), _words(self.new, exchange.after)
                return Change(SUBSTANCE, "swapped", *printed)
        return None

    @property
    def likeness(self) -> float:
        """The share of both texts that stands in both."""
        lost = sum(_size(exchange.both) for exchange in self.exchanges)
        total = _size(self.old_items) + _size(self.new_items) + 2 * self.shared
        return 1 - lost / total if total else 1.0

    @cached_property
    def exchanges(self) -> list[Exchange]:
        return [self._exchange(gap) for gap in self.gaps]

    @cached_property
    def gaps(self) -> list[Gap]:
        """Where the texts differ, but for words that were only joined or parted: co-operate, cooperate."""
        found = gaps([item.key for item in self.old_items], [item.key for item in self.new_items])
        return [
            gap
            for gap in found
            if _key(self.old_items[gap.start : gap.end]) != _key(self.new_items[gap.new_start : gap.new_end])
        ]

    def _exchange(self, gap: Gap) -> Exchange:
        return Exchange(
            self.old_items[gap.start : gap.end],
            self.new_items[gap.new_start : gap.new_end],
            self.old_items[gap.start - 1] if gap.start else None,
            self.old_items[gap.end] if gap.end < len(self.old_items) else None,
            self._proper,
        )

    @cached_property
    def _proper(self) -> frozenset[str]:
        return frozenset(item.key for item in [*self.old_items, *self.new_items] if item.kind == "proper")

    def _sentence_rule(self, exchange: Exchange) -> str:
        """Whether a whole sentence comes or goes, short as it may be."""
        if exchange.is_replacement or len(exchange.both) < SHORTEST_SENTENCE:
            return ""
        text = self.old if exchange.before else self.new
        start, end = exchange.both[0].start, exchange.both[-1].end
        is_whole = SENTENCE_START.search(text[max(0, start - MARKS) : start]) and SENTENCE_END.match(
            text, end
        )
        return ("removed" if exchange.before else "added") if is_whole else ""

    def _is_rewritten_somewhere(self) -> bool:
        """Whether many small changes stand so close that they are one of a whole clause."""
        weight = 0
        for gap, before in zip(self.gaps, [None, *self.gaps], strict=False):
            is_near = before is not None and gap.start - before.end <= CLOSE
            weight = self._exchange(gap).weight + (weight if is_near else 0)
            if weight >= FEWEST:
                return True
        return False


def _parted(old: str, new: str) -> tuple[str, str, int]:
    """Both texts without the sentences that they begin and end with, and how many characters those have.

    Most edits touch one sentence; one more is left on either side, for what stands beside a change.
    """
    one, other = SENTENCES.findall(old), SENTENCES.findall(new)
    most = min(len(one), len(other))
    head = next((at for at in range(most) if one[at] != other[at]), most)
    tail = next((at for at in range(most - head) if one[-1 - at] != other[-1 - at]), most - head)
    head, tail = max(head - 1, 0), max(tail - 1, 0)
    shared = [*one[:head], *one[len(one) - tail :]]
    weight = sum(sum(map(str.isalnum, sentence)) for sentence in shared)
    return "".join(one[head : len(one) - tail]), "".join(other[head : len(other) - tail]), weight


def _key(some: list[Item]) -> str:
    return "".join(f"¦{item.key}¦" if item.kind == "number" else item.key for item in some)


def _size(some: list[Item]) -> int:
    return sum(item.end - item.start for item in some)


def _words(text: str, some: list[Item]) -> str:
    words = text[some[0].start : some[-1].end] if some else ""
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + ELLIPSIS
