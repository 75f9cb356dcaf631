"""Keywords as documents print them: behind separators, as hashtags, or run together without any."""

import math
import re

from articles.text.letters import EAST_ASIAN
from articles.text.normalise import clean_name

LABEL = re.compile(
    r"^\s{0,9}[【\[(（]?\s{0,9}(?:(?:熱門|热门|文章|新聞|新闻|相關|相关|分類|分类|更多)?(?:關鍵[字詞词]|关键[字词詞]|標籤|标签|話題|话题)"
    r"|タグ|キーワード|태그|키워드|tags?|key\s?words?|topics?)\s{0,9}[】\])）]?\s{0,9}(?:[:：／/|｜]|\s|$)\s*",
    re.IGNORECASE,
)
HASHTAG = re.compile(r"[#＃]\s*([^#＃\s,，、;；|｜]+)")
# Marks that part keywords; a slash between digits is part of one (9/11).
MARKS = re.compile(r"[,，、;；|｜\n\t•]|(?<!\d)[／/]|[／/](?!\d)")
# White space parts East Asian keywords, and others when there are two of it: "Kim Jong-un 朝鮮" is two.
SPACE = re.compile(rf"(?<=[{EAST_ASIAN}])\s+|\s+(?=[{EAST_ASIAN}])|\s{{2,}}")
AROUND = " .。:：#＃[]【】「」\"'"

# A run up to this long may be one keyword (亞太經濟合作會議) and stays whole.
LONGEST_WHOLE = 8
# Pieces of a longer run, in characters; a Latin word or a number counts as one.
SHORTEST, LONGEST = 2, 8
# How much rarer than the run's best known name a piece is that was met once, in nats. On two real documents
# anything from 0.8 to 1.9 is right: below, compounds (日韓會談) fall apart; above, neighbours stick together.
RARITY = 1.5
# A piece of so many characters is a unit even if it is met in one company only; a pair may be any two.
TELLING = 3
# Costs of a piece met nowhere, and of a lone character, which is no keyword.
UNKNOWN, TOO_SHORT = 4.0, 50.0
# Words that two more characters make a keyword of: 日韓關係, 穿梭外交. Such a compound need not be met.
HEADS = (
    *("關係", "关系", "外交", "會談", "会谈", "會晤", "会晤", "峰會", "峰会", "對話", "对话", "政策"),
    *("問題", "问题", "協議", "协议", "協定", "协定", "聲明", "声明", "談判", "谈判", "戰略", "战略"),
)
COMPOUND = 4
# The least share of a run that must be explained by known pieces for it to be cut at all.
LEAST_KNOWN = 0.6

UNITS = re.compile(r"[A-Za-z0-9]+|\S")
# Words of grammar. A name beside one is at its edge, as beside a mark of punctuation.
PARTICLES = frozenset("的了在與和及是對向將把被於從到為以也又並等之與与对为从并会將将说說")


def split_keywords(printed: str, body: str = "") -> list[str]:
    """The keywords of a printed list, each once, in order.

    printed: the list; its label (關鍵字：) may stand before it. body: the rest of the document, menus
    included. Names that occur there tell where a list printed run together parts; one that they do not
    explain stays whole.
    """
    printed = LABEL.sub("", printed).strip()
    keywords = (clean_name(word.strip(AROUND)) for word in _words(printed, body))
    return list(dict.fromkeys(keyword for keyword in keywords if keyword))


def _words(printed: str, body: str) -> list[str]:
    if HASHTAG.search(printed):
        return HASHTAG.findall(printed)
    if MARKS.search(printed):
        return MARKS.split(printed)
    words = SPACE.split(printed)
    if len(words) == 1 and len(UNITS.findall(printed)) > LONGEST_WHOLE:
        return _Lexicon(body, without=printed).cut(printed)
    return words


class _Lexicon:
    """What a document's text says about which strings are names: in how varied company each stands.

    The measure is accessor variety (Feng, Chen, Deng and Zheng, Computational Linguistics 30, 2004): the
    lesser number of different neighbours on the left and on the right. 在明 always follows 李 and scores 1.
    """

    def __init__(self, body: str, without: str):
        self._body = f"\n{body.replace(without, chr(10))}\n"
        self._varieties: dict[str, int] = {}

    def cut(self, run: str) -> list[str]:
        """The cheapest way to cut a run into pieces (Viterbi); the run itself when most of it is unknown."""
        units = UNITS.findall(run)
        known = [self.variety("".join(units[a:b])) for b in range(len(units) + 1) for a in _starts(b)]
        single = math.log(max(known, default=0) + 1) + RARITY
        ways: list[tuple[float, list[str]]] = [(0.0, [])]
        for end in range(1, len(units) + 1):
            ways.append(min(self._extended(ways[start], units[start:end], single) for start in _starts(end)))
        pieces = ways[-1][1]
        explained = sum(len(piece) for piece in pieces if self.variety(piece))
        return pieces if explained >= LEAST_KNOWN * len(run) else [run]

    def _extended(
        self, way: tuple[float, list[str]], units: list[str], single: float
    ) -> tuple[float, list[str]]:
        piece = "".join(units)
        return way[0] + self._cost(piece, single), [*way[1], piece]

    def _cost(self, piece: str, single: float) -> float:
        """What a piece tells, in nats: little when it is met everywhere, most when it is met nowhere."""
        if variety := self.variety(piece):
            return single - math.log(variety)
        return single * len(piece) + UNKNOWN + (TOO_SHORT if len(piece) < SHORTEST else 0)

    def variety(self, piece: str) -> int:
        """Accessor variety of a piece; 0 when nothing speaks for its being a name."""
        if piece not in self._varieties:
            self._varieties[piece] = self._counted(piece) if len(piece) >= SHORTEST else 0
        return self._varieties[piece]

    def _counted(self, piece: str) -> int:
        lefts, rights, alone = set(), set(), False
        for at in _places(piece, self._body):
            left, right = _neighbour(self._body[at - 1], at), _neighbour(self._body[at + len(piece)], at)
            lefts.add(left)
            rights.add(right)
            alone = alone or (isinstance(left, int) and isinstance(right, int))
        variety = min(len(lefts), len(rights))
        if variety > 1 or alone:
            return variety + alone
        is_compound = len(piece) == COMPOUND and piece.endswith(HEADS) and not piece.startswith(HEADS)
        return int(is_compound or (bool(lefts) and len(piece) >= TELLING))


def _starts(end: int) -> range:
    return range(max(0, end - LONGEST), end)


def _places(piece: str, body: str):
    at = body.find(piece)
    while at >= 0:
        yield at
        at = body.find(piece, at + 1)


def _neighbour(char: str, at: int) -> str | int:
    """Who stands beside a piece. Each edge of a word counts as another neighbour, so it gives its place."""
    return char if char.isalnum() and char not in PARTICLES else at
