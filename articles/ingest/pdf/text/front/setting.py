"""What a headline is weighed against: how the text is set, what it says, what its later pages repeat."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import add

from articles.ingest.pdf.text.blocks.measure import Measure
from articles.ingest.pdf.text.blocks.paragraphs import Paragraph
from articles.ingest.pdf.text.front.lines import is_names, is_told_of
from articles.ingest.pdf.text.line_kinds.houses import is_letterhead, names_issue
from articles.ingest.pdf.text.line_kinds.names import is_labelled, names_of, presents
from articles.text.letters import HANGUL
from articles.text.press.bylines import is_editor_line

# An address in a head, which is a house's.
IN_HEAD = re.compile(r"\bwww\.|https?:|@", re.IGNORECASE)
LONGEST_END = 4  # paragraphs that may say who the authors are
TOLD = 4000  # characters of a text, which tell what it is about
# What a text may repeat of a headline: pairs of Han and kana, beginnings of words.
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
WORD = re.compile(rf"[A-Za-z\u00c0-\u024f]{{4,}}|[{HANGUL}]{{2,}}")
LATIN_STEM, HANGUL_STEM = 6, 2  # letters: negotiate and negotiations are one word
MARKS, CURLED = re.compile(r"[\W\d_]+"), re.compile("[‘’]")
# An office or a bank, whose name has two words and more that begin with capitals, and its initials.
CAPITAL_WORD, FEWEST_CAPITALS = re.compile(r"\b[A-Z](?=[\w’'-])"), 3


@dataclass(frozen=True)
class Setting:
    """What a headline is weighed against.

    type: how the text is set. words: what it says, small: those that begin with no capital. heads: those of
    its later pages. houses: the lines of its front that it tells to be offices. signed: whether one of them
    says that it names the authors. writers: those whose people the end of the text presents.
    """

    type: Measure
    words: frozenset[str]
    small: frozenset[str]
    heads: tuple[str, ...]
    houses: frozenset[str] = frozenset()
    signed: bool = False
    writers: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, type_: Measure, front: Collection[Paragraph], body: Collection[Paragraph], heads: Collection[str]
    ) -> "Setting":
        told = " ".join(paragraph.text for paragraph in body)
        start = told[:TOLD]
        return cls(
            type_,
            stems_of(start),
            stems_of(" ".join(filter(str.islower, start.split()))),
            tuple(bare(head) for head in heads if not (names_issue(head) or IN_HEAD.search(head))),
            frozenset(part.text for part in front if _is_house_in(part.text, told)),
            any(is_labelled(part.text) and not is_editor_line(part.text) for part in front),
            frozenset(part.text for part in front if _are_presented(part.text, list(body)[-LONGEST_END:])),
        )

    def tells(self, text: str) -> bool:
        """Whether the text says all words of a Latin line, and not as the names of those who wrote it."""
        return are_told(text, self.words) and text not in self.writers

    def are_people(self, text: str) -> bool:
        """Whether a line names people: not where the text says its words in small letters, or others sign."""
        if self._is_no_person(text):
            return False
        return is_labelled(text) or (bool(names_of(text)) and not (self.signed and text.isascii()))

    def holds_names(self, part: Paragraph) -> bool:
        """Whether a line has the form of names, and not the words that the text says in small letters."""
        return is_names(part, self.type.column) and not are_told(part.text, self.small)

    def is_told_of(self, text: str) -> float:
        """How surely a line says who wrote what stands above it, or when it came out."""
        return 0 if self._is_no_person(text) and names_of(text) else is_told_of(text)

    def _is_no_person(self, text: str) -> bool:
        return is_editor_line(text) or is_letterhead(text) or are_told(text, self.small)

    def names_house(self, text: str) -> bool:
        """Whether a line is an office's name, as the text says, and no headline that its pages repeat."""
        return text in self.houses and not self.heads_with(text)

    def heads_with(self, text: str) -> list[str]:
        """The heads of later pages that print a line, or more than half of it."""
        said = bare(text)
        return [head for head in self.heads if said in head or (head in said and 2 * len(head) > len(said))]

    def heads_whole(self, text: str) -> bool:
        """Whether a later page prints all of it at its head."""
        said = bare(text)
        return any(said in head for head in self.heads)


def _are_presented(text: str, end: list[Paragraph]) -> bool:
    names = names_of(text)
    return bool(names) and any(presents(part.text, names) for part in end)


def _is_house_in(text: str, told: str) -> bool:
    """Whether a Latin line of some capitals is a name, as a text says in a sentence or by its initials."""
    initials = "".join(CAPITAL_WORD.findall(text)) if text.isascii() else ""
    if len(initials) < FEWEST_CAPITALS or names_of(text):
        return False
    in_sentence = rf"(?<=[a-z] ){re.escape(text)}(?!\w)|\b{initials}\b"
    return re.search(in_sentence, told) is not None


def are_told(text: str, words: frozenset[str]) -> bool:
    """Whether a Latin line says nothing but words of a text."""
    said = stems_of(text)
    return CURLED.sub("'", text).isascii() and bool(said) and said <= words


def stems_of(text: str) -> frozenset[str]:
    """What a text may say again of another: pairs of Han and kana, beginnings of words."""
    pairs = chain.from_iterable(map(pairs_of, UNSPACED.findall(text)))
    return frozenset(chain(pairs, map(_stem, WORD.findall(text))))


def _stem(word: str) -> str:
    return word[:LATIN_STEM].casefold() if word.isascii() else word[:HANGUL_STEM]


def pairs_of(text: str) -> Iterator[str]:
    """The letters of a text, each with the next one."""
    return map(add, text, text[1:])


def bare(text: str) -> str:
    """The letters of a line, as one page may print them otherwise than another."""
    return MARKS.sub("", text).casefold()
