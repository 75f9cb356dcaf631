"""What becomes of words and of actions at the desk. Its script knows these outcomes by their values."""

from dataclasses import dataclass
from enum import StrEnum

from articles.admin.desk.undoing import Undoable


class SaveOutcome(StrEnum):
    SAVED = "saved"
    SAME = "same"  # as stored; of one language alone
    TAKEN = "taken"  # untouched by this editor: somebody else's newer words are shown now
    CONFLICT = "conflict"  # both texts are shown
    REREAD = "reread"  # the article has another text than the editor had in front of them; it is shown now
    REFUSED = "refused"
    DOUBT = "doubt"  # it has faults that are to be confirmed
    DONE = "done"
    SHOWN = "shown"  # in the fields, nothing is stored
    DRAFTED = "drafted"
    UNDRAFTED = "undrafted"


@dataclass(frozen=True)
class ActionResult:
    """told: one line for the editor. sure: the mark of the faults that the next press confirms.

    undoable: what the action replaced, when it can be taken back.
    """

    outcome: SaveOutcome
    told: str
    sure: str = ""
    undoable: Undoable | None = None

    @property
    def is_good(self) -> bool:
        return self.outcome in (SaveOutcome.SAVED, SaveOutcome.DONE)

    @property
    def is_harmless(self) -> bool:
        return self.outcome in (SaveOutcome.DRAFTED, SaveOutcome.SHOWN)

    @property
    def status(self) -> int:
        """Of the answer over HTTP."""
        return 409 if self.outcome in (SaveOutcome.CONFLICT, SaveOutcome.REREAD) else 200
