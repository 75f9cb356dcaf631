"""What has changed in a body since its summaries were reviewed, for the editor of a stale one."""

from dataclasses import dataclass

from articles.summaries.staleness.derivation import change_since_review, difference_since_review, explanation
from articles.text.diff.side_by_side import KEPT, Paragraph


@dataclass(frozen=True)
class Changes:
    """halves: those that were reviewed against the same body. reason: why they no longer count as right."""

    halves: list
    reason: str
    paragraphs: list[Paragraph]


def changes_of(sheet) -> list[Changes]:
    """One for each body that a stale summary was reviewed against; mostly one, at most two."""
    reviewed = {}
    for half in sheet.stale:
        reviewed.setdefault(half.summary.body_fingerprint, []).append(half)
    return [_changes(halves) for halves in reviewed.values()]


def _changes(halves):
    summary = halves[0].summary
    change = change_since_review(summary)
    reason = str(explanation(change.rule)) if change and change.rule else ""
    return Changes(halves, reason, _cut(difference_since_review(summary)))


def _cut(paragraphs):
    """Of several paragraphs in a row that stayed, the first stands for all."""
    pairs = zip([None, *paragraphs], paragraphs, strict=False)
    return [after for before, after in pairs if after.kind != KEPT or not before or before.kind != KEPT]
