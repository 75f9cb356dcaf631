"""Clean summaries and what becomes of them: the invented ones, in other notations and with one fault each."""

import random
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from articles.models.summaries.summary import Words
from articles.summaries.checks import Evidence, Names, Topic
from articles.text.scripts import convert

ROOT = Path(__file__).resolve().parents[3]
CLEAN = Path(__file__).with_name("clean.yaml")
LIBRARY = ROOT / "articles/sample/library.yaml"


@dataclass(frozen=True)
class Case:
    """Summaries with what they are held against. change: what was done to them, "" when nothing was."""

    name: str
    zh: str
    en: str
    evidence: Evidence
    change: str = ""
    headlines: tuple[str, str] = ("", "")

    @property
    def words(self) -> dict:
        return {"zh-Hant": Words(self.headlines[0], self.zh), "en": Words(self.headlines[1], self.en)}

    def with_words(self, change: str, zh: str | None = None, en: str | None = None) -> "Case":
        return Case(self.name, zh or self.zh, en or self.en, self.evidence, change, self.headlines)

    def with_body(self, change: str, body: str) -> "Case":
        evidence = Evidence(body, published=self.evidence.published)
        return Case(self.name, self.zh, self.en, evidence, change, self.headlines)


@cache  # reading it takes a tenth of a second, and every case asks
def glossary() -> Names:
    """The starter glossary, as the database would give it."""
    topics = yaml.safe_load(LIBRARY.read_text("utf-8"))["topics"]
    return Names(tuple(_topic(str(number), topic) for number, topic in enumerate(topics)))


def _topic(key: str, topic: dict) -> Topic:
    preferred, aliases = tuple(topic["labels"].items()), topic.get("aliases", ())
    avoided = tuple(alias["label"] for alias in aliases if alias["kind"] in ("former", "not_used"))
    others = tuple(("", alias["label"]) for alias in aliases)
    return Topic(key, topic["kind"], preferred + others, preferred, avoided)


def invented() -> list[Case]:
    return [
        Case(f"{number} {entry['zh'][:12]}", entry["zh"], entry["en"], _evidence(entry))
        for number, entry in enumerate(yaml.safe_load(CLEAN.read_text("utf-8")), 1)
    ]


def _evidence(entry: dict) -> Evidence:
    published = entry.get("published")
    return Evidence(entry["body"], published=published if isinstance(published, date) else None)


# The same facts in other notations: what is changed in which text, and how.
FULL_WIDTH = str.maketrans("0123456789%.", "０１２３４５６７８９％．")
HAN = "〇一二三四五六七八九"


def other_notations(cases: list[Case]) -> list[Case]:
    """Every case written otherwise in as many ways as change anything in it."""
    varied = []
    for case in cases:
        body, zh = case.evidence.body, case.zh
        ways = [
            case.with_words("full-width digits", zh=zh.translate(FULL_WIDTH)),
            case.with_words("digits for numerals", zh=in_digits(zh)),
            case.with_words("numerals for digits", zh=in_numerals(zh)),
            case.with_words("dates the American way", en=american(case.en)),
            case.with_words("thousands by comma", zh=with_commas(zh)),
            case.with_body("body in Simplified", convert(body, "zh-Hans")),
            case.with_body("body in full width", body.translate(FULL_WIDTH)),
            case.with_body("body in numerals", in_numerals(body)),
        ]
        varied += [way for way in ways if way.words != case.words or way.evidence != case.evidence]
    return varied


def in_digits(text: str) -> str:
    """三十一天 as 31天; only what is surely a count."""
    return re.sub(
        r"([二三四五六七八九])?十([一二三四五六七八九])?(?=[年天位名人條國歲次輪公])(?!年代)",
        lambda match: str(
            10 * (HAN.index(match[1]) if match[1] else 1) + (HAN.index(match[2]) if match[2] else 0)
        ),
        text,
    )


def in_numerals(text: str) -> str:
    """31天 as 三十一天; whole numbers under a hundred that stand alone."""

    def numeral(match):
        tens, units = divmod(int(match[0]), 10)
        head = ("" if tens == 1 else HAN[tens]) + "十" if tens else ""
        return head + (HAN[units] if units or not tens else "")

    return re.sub(
        r"(?<![\d.,A-Za-z+-])[1-9]\d?(?![\d.,%％A-Za-z+萬億兆千時分])(?=[月日天年人位名歲次輪件條頁])",
        numeral,
        text,
    )


def american(text: str) -> str:
    """13 January as January 13."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    return re.sub(rf"(?<!and )(?<!\d)(\d{{1,2}}) ({months})", r"\2 \1", text)


def with_commas(text: str) -> str:
    return re.sub(r"(?<![\d.])(\d{1,3})(\d{3})(?![\d年.])", r"\1,\2", text)


# One fault each.
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WORDS = ["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fourteen", "fifteen"]
WORDS += ["twenty", "thirty", "forty", "fifty"]
PEOPLE = [
    ("李在明", "Lee Jae-myung"), ("石破茂", "Ishiba Shigeru"), ("高市早苗", "Takaichi Sanae"),
    ("尹錫悅", "Yoon Suk-yeol"), ("岸田文雄", "Kishida Fumio"), ("李強", "Li Qiang"), ("王毅", "Wang Yi"),
    ("朴振", "Park Jin"), ("上川陽子", "Kamikawa Yoko"), ("習近平", "Xi Jinping"), ("盧武鉉", "Roh Moo-hyun"),
    ("小泉純一郎", "Koizumi Junichiro"), ("李明博", "Lee Myung-bak"), ("季辛吉", "Kissinger"),
    ("川普", "Trump"), ("雨森芳洲", "Amenomori Hoshu"),
]  # fmt: skip
PLACES = [
    ("首爾", "Seoul"), ("東京", "Tokyo"), ("釜山", "Busan"), ("奈良", "Nara"), ("慶州", "Gyeongju"),
    ("對馬", "Tsushima"), ("下關", "Shimonoseki"),
]  # fmt: skip


def faults(cases: list[Case], seed: int = 5) -> list[Case]:
    """Every fault that can be put into a case, one at a time: number, name, date, and a fact left out."""
    rng = random.Random(seed)  # noqa: S311  no secret
    return [
        fault
        for case in cases
        for fault in [*_numbers(case, rng), *_dates(case), *_names(case, rng), *_left_out(case)]
    ]


def _numbers(case: Case, rng):
    if match := _any(r"(?<![\d.A-Za-z-])\d{2,}(?:[,.]\d+)*(?![\d年月日])", case.zh, rng):
        yield case.with_words("wrong number", zh=_put(case.zh, match, _other_digits(match[0], rng)))
    if match := _any(rf"(?<![\d.A-Za-z-])\d{{2,}}(?:[,.]\d+)*(?!\d)(?! (?:{MONTHS}))", case.en, rng):
        before = case.en[: match.start()]
        if not re.search(rf"(?:{MONTHS}) $", before):
            yield case.with_words("wrong number", en=_put(case.en, match, _other_digits(match[0], rng)))
    if match := _any(rf"\b(?:{'|'.join(WORDS)})\b", case.en, rng):
        other = rng.choice([word for word in WORDS if word != match[0]])
        yield case.with_words("wrong number", en=_put(case.en, match, other))
    if match := _any(
        r"(?<![十百千萬億\d一二三四五六七八九])[四五六七八九](?=[年天位名人條國歲次輪個種項份座])",
        case.zh,
        rng,
    ):
        other = rng.choice([char for char in "四五六七八九" if char != match[0]])
        yield case.with_words("wrong number", zh=_put(case.zh, match, other))


def _other_digits(printed: str, rng) -> str:
    """A number with one figure changed."""
    places = [at for at, char in enumerate(printed) if char.isdigit()]
    at = rng.choice(places)
    choices = [char for char in "123456789" if char != printed[at]]
    return printed[:at] + rng.choice(choices) + printed[at + 1 :]


def _dates(case: Case):
    if match := re.search(r"(\d{1,2})(?=日)", case.zh):
        yield case.with_words("date off by one", zh=_put(case.zh, match, str(_neighbour(int(match[1])))))
    if match := re.search(rf"\b(\d{{1,2}})(?= (?:{MONTHS}))|(?<=the )(\d{{1,2}})(?=th|nd|rd|st)", case.en):
        yield case.with_words("date off by one", en=_put(case.en, match, str(_neighbour(int(match[0])))))
    if match := re.search(r"(?<!\d)((?:18|19|20)\d\d)(?=年)", case.zh):
        yield case.with_words("date off by one", zh=_put(case.zh, match, str(int(match[1]) - 1)))


def _neighbour(day: int) -> int:
    return day - 1 if day > 1 else day + 1


def _names(case: Case, rng):
    for group in (PEOPLE, PLACES):
        for side in (0, 1):
            text = (case.zh, case.en)[side]
            here = [pair for pair in group if pair[side] in text]
            body = case.evidence.body + convert(case.evidence.body, "zh-Hant")
            others = [pair for pair in group if pair not in here and not any(one in body for one in pair)]
            if here and others:
                wrong = text.replace(rng.choice(here)[side], rng.choice(others)[side], 1)
                yield case.with_words("swapped name", **{("zh", "en")[side]: wrong})


def _left_out(case: Case):
    """A sentence with a number in it is left out of one language."""
    sentences = re.findall(r"[^。；]+[。；]", case.zh)
    for sentence in sentences:
        if len(sentences) > 1 and re.search(
            r"\d{2}|[四五六七八九十百]+[年天位名人條國歲次輪個種項份座]", sentence
        ):
            yield case.with_words("fact missing", zh=case.zh.replace(sentence, ""))
            break
    sentences = re.findall(r"[^.]+(?:\.\d+[^.]*)*\.(?:\s|$)", case.en)
    for sentence in sentences:
        if len(sentences) > 1 and re.search(r"\d{2}|\b(?:" + "|".join(WORDS) + r")\b", sentence):
            yield case.with_words("fact missing", en=case.en.replace(sentence, "").strip())
            break


def _any(pattern: str, text: str, rng):
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def _put(text: str, match: re.Match, other: str) -> str:
    return text[: match.start()] + other + text[match.end() :]


def sample(cases: list[Case], count: int, seed: int = 11) -> list[Case]:
    """As many of each kind of change, taken by lot."""
    rng = random.Random(seed)  # noqa: S311
    kinds = sorted({case.change for case in cases})
    share = count // len(kinds)
    return [
        one for kind in kinds for one in rng.sample([case for case in cases if case.change == kind], share)
    ]
