"""The checks of articles/summaries as the desk shows them: one place finds, this one sorts by field."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass

from articles.admin.desk.dismissing import Dismissals, marks_of
from articles.summaries.checks import Borne, bearing, check
from articles.summaries.evidence import evidence_of, names_for
from articles.summaries.messages import message_of
from articles.text.normalise import is_visible

UNPUBLISHABLE = {"no_text"}  # advice while it is being written, a refusal when it is to be shown


def findings_of(article, words: dict) -> tuple[list, dict]:
    """What is to be said about these words of an article, and the marks by which it can be dismissed.

    words: Words by language; those of a language nobody has written in may be left out or empty.
    """
    written = {language: words for language, words in words.items() if words}
    if not written:
        return [], {}
    evidence = evidence_of(article)
    found = check(written, evidence, names_for(evidence, written))
    return found, marks_of(found, written, evidence)


def bearing_of(article, words: dict) -> list[Borne]:
    """What of these words the article bears out, and by which of its own."""
    evidence = evidence_of(article)
    return bearing(words, evidence, names_for(evidence, words))


@dataclass(frozen=True)
class Chip:
    """Words in question. mark: "" for what cannot be dismissed; is_dismissed: asked for, not saved yet.

    ours: what may be put in their place, "" where nothing can.
    """

    quote: str
    mark: str
    is_dismissed: bool
    reason: str
    ours: str


@dataclass
class Group:
    """Findings of one field that say the same of different words. chips: of those that can be seen."""

    rule: str
    level: str
    message: str
    chips: list[Chip]


def by_field(findings, marks: dict, dismissals: Dismissals) -> dict[str, list[Group]]:
    """Findings of one language under headline, text and points, each message once."""
    groups = {}
    for finding in findings:
        key = finding.field, finding.level, message_of(finding)
        group = groups.setdefault(key, Group(finding.rule, *key[1:], []))
        if is_visible(finding.quote):
            mark = marks.get(finding, "")
            said = mark in dismissals.asked, dismissals.reasons.get(mark, "")
            group.chips.append(Chip(finding.quote, mark, *said, finding.ours))
    fields = defaultdict(list)
    for (field, _level, _message), group in groups.items():
        fields[field].append(group)
    return fields


def doubts(findings) -> str:
    """A mark of the findings that a person has to confirm, "" when there are none.

    It is sent back with the confirmation, so that nobody confirms a fault that was not shown.
    """
    faults = sorted((f.language, f.field, f.rule, f.quote) for f in findings if f.level == "fault")
    return hashlib.sha256(repr(faults).encode()).hexdigest()[:16] if faults else ""
