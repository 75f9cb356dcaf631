"""What became of what a person handed in, while it is read and afterwards."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import HandedIn, Provenance

SHOWN = 100  # latest of one person
ASK_AGAIN = 1  # seconds until the page asks how far it is


@dataclass(frozen=True)
class Progress:
    """items: handed in together, or lately."""

    items: list[HandedIn]

    @classmethod
    def of(cls, person, since: int | None) -> "Progress":
        """since: the first of a submission, None for what was handed in lately. The documents stay unread."""
        theirs = HandedIn.objects.filter(by=person).defer("data")
        if since:
            theirs = theirs.filter(pk__gte=since)
        return cls(list(theirs.order_by("-pk")[:SHOWN]))

    @property
    def goes_on(self) -> bool:
        return any(item.finished_at is None for item in self.items)

    @property
    def finished(self) -> int:
        return sum(item.finished_at is not None for item in self.items)

    @cached_property
    def documents(self) -> dict[int, Provenance]:
        """The first of what was kept, by their numbers."""
        keys = [key for item in self.items for key in item.kept][:SHOWN]
        return Provenance.objects.defer("data", "parsed").in_bulk(keys)

    def came_of(self, item: HandedIn) -> list[Provenance]:
        return [self.documents[key] for key in item.kept if key in self.documents]

    @cached_property
    def here_before(self) -> dict[int, list[Provenance]]:
        """By the number of what brought them once more: those that were here already, word for word."""
        seen, found = set(), {item.pk: [] for item in self.items}
        for item in reversed(self.items):
            for document in self.came_of(item):
                if document.pk in seen or document.stored_at < item.handed_in_at:
                    found[item.pk].append(document)
                seen.add(document.pk)
        return found

    @property
    def only_document(self) -> Provenance | None:
        """What came of a submission of one document that went well, once it is read."""
        is_clear = not self.goes_on and not any(item.refused for item in self.items)
        came = [document for item in self.items for document in self.came_of(item)]
        return came[0] if is_clear and len(came) == 1 else None


def state_of(item: HandedIn) -> str:
    """How far one of them is, in words."""
    came = item.done - len(item.refused)
    read = ngettext("%(count)d document read", "%(count)d documents read", came) % {"count": came}
    if item.finished_at:
        return _("not read") if item.refused and not came else read
    return _("being read; %(read)s so far") % {"read": read} if item.tries else _("waiting its turn")


def words_of(item: HandedIn) -> str:
    """The text of a pasted document that was refused: it is nowhere else."""
    return bytes(item.data).decode() if item.kind == "text" and item.refused else ""
