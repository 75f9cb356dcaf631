"""What an editor is told of a summary: faults of fact, of form, and advice. Pure, and without Django.

A false alarm costs an editor's trust in all the others, so what may be implied counts as said, and only what
counts something, dates something or names somebody has to be borne out.
"""

from dataclasses import dataclass
from datetime import date

from articles.summaries.checks.bearing import Borne, Place, borne_out, instead_of
from articles.summaries.checks.claims.acts.asserted import invented_reasons, told_as_fact
from articles.summaries.checks.claims.acts.contraries import contrary_acts
from articles.summaries.checks.claims.acts.denied import denied_otherwise
from articles.summaries.checks.claims.acts.doers import other_doers
from articles.summaries.checks.claims.acts.negated import clauses_denied, negated_otherwise
from articles.summaries.checks.claims.acts.plans import told_as_done, told_as_planned
from articles.summaries.checks.claims.acts.polarity import told_otherwise, told_otherwise_beside
from articles.summaries.checks.claims.acts.roles import turned_names
from articles.summaries.checks.claims.acts.subjects import other_subjects
from articles.summaries.checks.claims.acts.tenses import told_in_another_time
from articles.summaries.checks.claims.aligned.rivals import rivals
from articles.summaries.checks.claims.bound import exchanged
from articles.summaries.checks.claims.motions import turned_dates, turned_motions
from articles.summaries.checks.claims.order import counted_otherwise, other_scores, turned_scores
from articles.summaries.checks.claims.people.affiliations import other_affiliations
from articles.summaries.checks.claims.people.glossed import spelled_otherwise
from articles.summaries.checks.claims.people.offices import wrong_offices
from articles.summaries.checks.claims.people.speakers import other_speakers
from articles.summaries.checks.claims.people.titles import other_titles
from articles.summaries.checks.claims.quotes import altered_quotes
from articles.summaries.checks.comparing import Side, Stated, against_body, unknown_names
from articles.summaries.checks.facts import Facts, facts_of
from articles.summaries.checks.findings import OF_THE_OTHER, UNBORNE, Finding, find
from articles.summaries.checks.form import check_form, check_ratio
from articles.summaries.checks.house_names import check_house_names
from articles.summaries.checks.names import Names, Topic
from articles.summaries.checks.sharing import unshared
from articles.text.plain import plain_text

__all__ = [
    "OF_THE_OTHER",
    "Borne",
    "Evidence",
    "Finding",
    "Names",
    "Place",
    "Topic",
    "bearing",
    "check",
    "refuses",
]


@dataclass(frozen=True)
class Evidence:
    """What a summary is held against.

    body: Markdown. beside: whatever else the page prints (byline, source). published: the printed date.
    paragraphs: how many may be cited; None when that is not known.
    """

    body: str = ""
    headline: str = ""
    standfirst: str = ""
    published: date | None = None
    paragraphs: int | None = None
    beside: str = ""

    @property
    def text(self) -> str:
        """Everything printed, captions as well, without marks; "" when there is no body."""
        if not self.body.strip():
            return ""
        body = plain_text(self.body.replace("▲", " "))
        return "\n".join(filter(None, (self.headline, self.standfirst, body, self.beside)))


# By the rule that says so: pairs of a text that stand otherwise in the body.
ORDERS = (("score_turned", turned_scores), ("score_other", other_scores), ("names_turned", turned_names))
# Where a text gives an office to another person, or a fact to another thing, than the body does.
INSTEAD = (
    ("office", wrong_offices),
    ("affiliation", other_affiliations),
    ("affiliation", other_titles),
    ("elsewhere", exchanged),
    ("told_otherwise", counted_otherwise),
    ("told_otherwise", told_otherwise_beside),
    ("told_otherwise", negated_otherwise),
    ("told_otherwise", clauses_denied),
    ("speaker", other_subjects),
    ("told_otherwise", other_doers),
    ("told_otherwise", told_in_another_time),
    ("told_otherwise", told_as_done),
    ("told_otherwise", told_as_planned),
    ("quotation", altered_quotes),
    ("claimed", told_as_fact),
    ("reason", invented_reasons),
    ("speaker", other_speakers),
)
# What one language tells as done and another one plans.
BETWEEN = (("polarity", told_as_done),)


def check(words: dict, evidence: Evidence, names: Names) -> list[Finding]:
    """What there is to say of an article's summaries, in reading order: language, field, place.

    words: Words by language ("zh-Hant", "zh-Hans", "en"); a language of which nothing is written is passed
    over. names: the glossary's, from `evidence.names_for`.
    """
    written = _written(words)
    sides = _sides(written, names, evidence)
    found = [
        finding
        for language, own in written.items()
        for finding in check_form(language, own, evidence.paragraphs)
    ]
    for language, own in written.items():
        found += check_house_names(language, own, names)
    body = _facts(evidence, names)
    for side in sides if body else ():
        found += unknown_names(side, body)
        found += [_unborne(side, one, body) for one in against_body(side, body, sides)]
        found += _turned(side, [body, *_others(side, sides)])
        found += _motions(side, body)
        found += _told_instead(side, body, _others(side, sides))
        found += _polarity(side, [body, *_others(side, sides)])
        found += _spellings(side, body)
        found += _rivals(side, body, found)
    found += unshared(sides, body)
    found += _ratios(written)
    return _in_reading_order(list(dict.fromkeys(found)), written)


def bearing(words: dict, evidence: Evidence, names: Names) -> list[Borne]:
    """What of the summaries the body bears out, and by which words. words, names: as for `check`."""
    body, sides = _facts(evidence, names), _sides(_written(words), names, evidence)
    if body is None:
        return []
    for side in sides:
        against_body(side, body, sides)
    return borne_out(sides, body)


def refuses(findings: list[Finding]) -> list[Finding]:
    """The findings for which a machine's draft is refused: a form no summary has, a fact the body lacks."""
    return [one for one in findings if one.blocks or one.rule in UNBORNE]


def _written(words: dict) -> dict:
    return {language: own for language, own in words.items() if any((own.headline, own.text, *own.points))}


def _sides(written: dict, names: Names, evidence: Evidence) -> list[Side]:
    return [Side(language, own, names, evidence.published) for language, own in written.items()]


def _unborne(side: Side, one: Stated, body: Facts) -> Finding:
    """A fault where the body has something else instead; where it has nothing like it, one is to look."""
    if one.rule == "name":
        return find(side.language, one.field, one.rule, one.quote)
    if instead := instead_of(body, one):
        return find(side.language, one.field, one.rule, one.quote, instead=instead)
    return find(side.language, one.field, f"{one.rule}_not_found", one.quote)


def _others(side: Side, sides: list[Side]) -> list[Facts]:
    """The words of the other languages."""
    return [other.whole for other in sides if other is not side]


def _turned(side: Side, others: list[Facts]) -> list[Finding]:
    """The scores and names of one language that stand in the other order in the body or another language."""
    return [
        find(side.language, field, rule, facts.reading.quote(one.start, other.end))
        for field, facts in side.fields
        for rule, pairs in ORDERS
        for one, other in pairs(facts, others)
    ]


def _motions(side: Side, body: Facts) -> list[Finding]:
    """The numbers of one language that go the other way in the body."""
    return [
        find(side.language, field, "direction", facts.quote_of(one), instead=body.quote_of(other))
        for field, facts in side.fields
        for one, other in (*turned_motions(facts, body), *turned_dates(facts, body))
    ]


def _told_instead(side: Side, body: Facts, others: list[Facts]) -> list[Finding]:
    """What one language says of somebody or something, and the body of another; or another language."""
    return [
        find(side.language, field, rule, facts.reading.quote(start, end), instead=instead)
        for field, facts in side.fields
        for claims, texts in ((INSTEAD, [body]), (BETWEEN, others))
        for rule, claim in claims
        for text in texts
        for start, end, instead in claim(facts, text)
    ]


def _rivals(side: Side, body: Facts, told: list[Finding]) -> list[Finding]:
    """What one language has in the place of what the body has, but for what is told of already."""
    found = [
        find(
            side.language,
            field,
            "otherwise" if one.is_certain else "elsewhere",
            facts.reading.quote(one.start, one.end),
            instead=one.instead,
        )
        for field, facts in side.fields
        for one in rivals(facts, body)
    ]
    known = {(one.language, one.field, one.quote) for one in told if one.level == "fault"}
    asked = {(one.language, one.field, one.quote) for one in told if one.level == "look"}
    return [
        one
        for one in found
        if (one.language, one.field, one.quote) not in (known if one.level == "fault" else known | asked)
    ]


def _polarity(side: Side, others: list[Facts]) -> list[Finding]:
    """What one language tells as done, and the body or another language as not done, or the other way."""
    return [
        find(side.language, field, "polarity", facts.reading.quote(start, end))
        for field, facts in side.fields
        for claim in (told_otherwise, contrary_acts, denied_otherwise)
        for start, end in claim(facts, others)
    ]


def _spellings(side: Side, body: Facts) -> list[Finding]:
    """The Latin names of one language that the body itself spells otherwise."""
    return [
        find(side.language, field, "spelling", name, instead=instead)
        for field, facts in side.fields
        for name, instead in spelled_otherwise(facts, body)
    ]


def _facts(evidence: Evidence, names: Names) -> Facts | None:
    text = evidence.text
    return facts_of(text, names, evidence.published) if text else None


def _ratios(written: dict) -> list[Finding]:
    if "en" not in written:
        return []
    english = written["en"].text
    pairs = [(language, own.text) for language, own in written.items() if language != "en"]
    return [finding for language, text in pairs for finding in check_ratio(language, text, english)]


def _in_reading_order(found: list[Finding], written: dict) -> list[Finding]:
    languages, fields = list(written), ("headline", "text", "points")

    def place(one: Finding):
        own = written[one.language]
        text = "\n".join(own.points) if one.field == "points" else getattr(own, one.field)
        at = text.find(one.quote) if one.quote else -1
        return languages.index(one.language), fields.index(one.field), at if at >= 0 else len(text)

    return sorted(found, key=place)
