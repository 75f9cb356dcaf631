"""Korean words that the ends of lines cut in two.

Some typesetters break Korean lines between words, others between any two syllables; a text does not show
where a word went on. Which of the two a document does, its lines tell that begin or end as no word does;
where a word goes on, the words tell that the document prints whole.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from articles.ingest.plain.widths import cells
from articles.text.letters import HANGUL

# Particles and endings alone, which stand behind a word: 를, 에서, 니다. Not 이 (this) nor 다 (all).
NO_WORD = re.compile(
    r"(?:[은는을를와과의에며로]|(?:에서|에게|으로|께서|까지|부터|마다|처럼)[는도만]?|면서|조차|만큼|[습입합]?니다|[했었였]다|다(?=\.))(?=[^\w]|$)"
)
# The words of one syllable that a line may end with. Names of numbers and units stand behind digits.
SHORT_WORD = re.compile(
    r"[이그저수것및등한두세네양각전후중간내외대또더약본총첫온새현타동남북서일월년명개국시]"
)
# Of these, words that hardly ever begin a longer one; and words of number, which seldom begin or end one.
WHOLE_WORD = re.compile(r"[더및두]|[다여]섯|일곱|여덟|아홉|스무|서른|마흔")
NUMBER_WORD = re.compile(r"(?:[한두세네]|[다여]섯|일곱|여덟|아홉|스무)(?= )")
# A unit behind its number ends its word, but for a particle.
COUNTED = re.compile(rf"\d[{HANGUL}]{{1,2}}$")
BEHIND_COUNTED = re.compile(r"[이가도만](?!\w)")
BEHIND_FIGURE = re.compile(r"[\d%]$")
FEWEST_CUT, LEAST_CUT = 2, 0.04  # lines that say so, and their share, in a document that cuts words
# Lines of such a document have no room for two more syllables, but for a tenth of them.
FULL, ROOM, MOST_WITH_ROOM = 0.75, 4, 0.1  # of the usual full line; cells; of the broken lines
EDGE_WORD = re.compile(rf"[{HANGUL}]+$")
LAST_WORD = re.compile(rf"(?<!\S)[{HANGUL}]+$")  # behind the mark of a note stands the rest of one: 없다2)고
FIRST_WORD = re.compile(rf"[{HANGUL}]+")
# What words end with: particles, endings of verbs and of adverbs.
ENDINGS = re.compile(
    r"(?:[은는이가을를의에와과도로고며서게지면다한인된할될만들적히록써든던]|까지|부터|하여|되어|[통위대]해|따라|이미|다시|매우|아직|모두|특히|최근)$"
)
# What makes a verb of the noun before it; behind a particle it is a word.
OF_VERB = re.compile(r"하[였고며는기여]|[했한할된될됐]|되[었어는며고기]|시[키켰킬]")
REST_OF_PLACE = re.compile(r"서[는도만]?(?!\w)(?! 있)")
PARTICLE = re.compile(r"[은는이가을를에도로]$")
# Words of one syllable that stand behind nouns and verbs.
BEHIND_NOUN = re.compile(r"[간등및중후전내때것수바뿐](?!\w)|것(?:으로|[이은을도과인임])|때문")


@dataclass(frozen=True)
class BrokenWords:
    """The words that a document prints inside its lines, and these without their endings.

    is_cutting: whether its lines break inside words.
    """

    is_cutting: bool = False
    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lines: list[str]) -> "BrokenWords":
        """What the lines of a text tell."""
        if not any(map(FIRST_WORD.match, lines)):
            return cls()
        breaks = [edge for edge in pairwise(lines) if EDGE_WORD.search(edge[0]) and FIRST_WORD.match(edge[1])]
        cut = sum(_is_cut(above, below) for above, below in breaks)
        if cut < FEWEST_CUT or cut < LEAST_CUT * len(breaks) or _have_room([above for above, _ in breaks]):
            return cls()
        words = frozenset(_inner_words(lines))
        return cls(True, words, frozenset(map(_stem, words)))

    def go_on(self, before: str, after: str) -> bool:
        """Whether the word that ends a line goes on in the next one."""
        if not EDGE_WORD.search(before):
            return self._follows_other(before, after)
        tail, head = EDGE_WORD.search(before), FIRST_WORD.match(after)
        if not (self.is_cutting and tail and head):
            return False
        if NO_WORD.match(after) or self._prints(tail[0] + head[0]) or _is_in_particle(before, after):
            return True
        if COUNTED.search(before):
            return BEHIND_COUNTED.match(after) is not None
        if (WHOLE_WORD.fullmatch(tail[0]) and len(tail[0] + head[0]) > 2) or NUMBER_WORD.match(after):
            return False
        if BEHIND_NOUN.match(after) and len(tail[0]) > 1:
            return False
        if OF_VERB.match(after) and not PARTICLE.search(tail[0]):
            return True
        if len(tail[0]) == 1:
            return len(head[0]) == 1 or not (tail[0] in self.words and head[0] in self.words)
        return not (tail[0] in self.words or ENDINGS.search(tail[0]))

    def _follows_other(self, before: str, after: str) -> bool:
        """Whether a word goes on that begins with other letters or a figure: ASEAN은, 12개."""
        if self.is_cutting and BEHIND_FIGURE.search(before):
            return True
        return before[-1].isalnum() and NO_WORD.match(after) is not None

    def _prints(self, word: str) -> bool:
        """Whether the document prints a word whole elsewhere, with the same ending or another."""
        return word in self.words or _stem(word) in self.stems


def _is_in_particle(before: str, after: str) -> bool:
    """Whether a particle of place goes on: 과정에|서. Behind one somebody may stand: 앞에 서 있다."""
    return before.endswith("에") and REST_OF_PLACE.match(after) is not None


def _have_room(broken: list[str]) -> bool:
    """Whether lines that are broken at a syllable leave room for more of them: they end where words do."""
    widths = sorted(map(cells, broken))
    usual = widths[9 * len(widths) // 10]
    full = [width for width in widths if width > FULL * usual]
    return sum(usual - width >= ROOM for width in full) > MOST_WITH_ROOM * len(full)


def _is_cut(above: str, below: str) -> bool:
    """Whether one of two pieces of lines is surely none of the language's words."""
    tail = LAST_WORD.search(above)
    is_piece = tail is not None and len(tail[0]) == 1 and not SHORT_WORD.match(tail[0])
    return is_piece or NO_WORD.match(below) is not None


def _inner_words(lines: Iterable[str]) -> Iterable[str]:
    """The words of lines but for the first and the last of each, which may be pieces."""
    for line in lines:
        for word in line.split()[1:-1]:
            yield from FIRST_WORD.findall(word)


def _stem(word: str) -> str:
    """A word without its last ending, if two syllables remain."""
    bare = ENDINGS.sub("", word)
    return bare if len(bare) > 1 else word
