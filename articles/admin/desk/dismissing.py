"""Findings that an editor calls none: they stay away until the words, or the body, change."""

from articles.models import Dismissal
from articles.models.summaries.summary import fingerprint
from articles.summaries.checks import OF_THE_OTHER, Evidence, Finding
from articles.text.quantities.implied import LATIN_SENTENCE, SENTENCE

DISMISSED, REASON = "dismiss", "why-"  # names of the fields in which it is posted
LONGEST_REASON = 200  # characters: a sentence
LEVELS = ("fault", "look")


def marks_of(findings: list[Finding], words: dict, evidence: Evidence) -> dict[Finding, str]:
    """For each finding that can be dismissed a mark of it, of the sentences it is about, and of the body."""
    body = evidence.text
    return {
        one: _mark(one.language, one.field, one.rule, one.quote, *_sentences(one, words), body)
        for one in findings
        if one.level in LEVELS
    }


def _mark(*parts: str) -> str:
    return fingerprint("\0".join(parts))


def _sentences(finding: Finding, words: dict) -> list[str]:
    """Those in which the words in question stand; what one language lacks is asked of all its text."""
    is_missing = finding.rule.endswith(OF_THE_OTHER)
    asked = [own for language, own in words.items() if (language == finding.language) != is_missing]
    texts = [text for own in asked for text in (own.headline, own.text, *own.points)]
    found = [
        sentence
        for text in texts
        for sentence in (LATIN_SENTENCE if text.isascii() else SENTENCE).findall(text)
        if finding.quote in sentence
    ]
    return [*(found or texts), *([words[finding.language].text] if is_missing else [])]


class Dismissals:
    """What was dismissed about an article before, and what an editor dismisses now.

    data: what was posted; None for what is stored.
    """

    def __init__(self, article, data=None):
        self.article = article
        self.known = set(Dismissal.objects.filter(article=article).values_list("mark", flat=True))
        self.asked = set(data.getlist(DISMISSED)) if data else set()
        self.reasons = {mark: data.get(REASON + mark, "")[:LONGEST_REASON] for mark in self.asked}

    def keep(self, marks: dict[Finding, str], user) -> None:
        """Remember the findings that the editor dismisses."""
        new = [
            Dismissal(
                article=self.article,
                mark=mark,
                language=one.language,
                rule=one.rule,
                quote=one.quote[:LONGEST_REASON],
                reason=self.reasons[mark],
                dismissed_by=user,
            )
            for one, mark in marks.items()
            if mark in self.asked
        ]
        Dismissal.objects.bulk_create(new, ignore_conflicts=True)
        self.known |= {each.mark for each in new}
