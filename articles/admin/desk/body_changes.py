"""What has changed in a body since its summaries were reviewed, for the editor of a stale one."""

from dataclasses import dataclass

from articles.summaries.staleness.derivation import change_since_review, difference_since_review, explanation
from articles.text.diff.side_by_side import KEPT, DiffParagraph


@dataclass(frozen=True)
class Changes:
    """forms: those that were reviewed against the same body. reason: why they no longer count as right."""

    forms: list
    reason: str
    paragraphs: list[DiffParagraph]


def changes_of(editor) -> list[Changes]:
    """One for each body that a stale summary was reviewed against; mostly one, at most two."""
    reviewed = {}
    for form in editor.stale:
        reviewed.setdefault(form.summary.body_fingerprint, []).append(form)
    return [_changes(forms) for forms in reviewed.values()]


def _changes(forms):
    summary = forms[0].summary
    change = change_since_review(summary)
    reason = str(explanation(change.rule)) if change and change.rule else ""
    return Changes(forms, reason, _cut(difference_since_review(summary)))


def _cut(paragraphs):
    """Of several paragraphs in a row that stayed, the first stands for all."""
    pairs = zip([None, *paragraphs], paragraphs, strict=False)
    return [after for before, after in pairs if after.kind != KEPT or not before or before.kind != KEPT]
