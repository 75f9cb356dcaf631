"""Rules of the cleaner that editors overrule, so that whoever looks after it knows where it errs."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max
from django.utils.translation import gettext_lazy as _

from articles.admin.imports.reasons import why_left_out
from articles.ingest.correcting import Choice
from articles.models import Correction, Provenance

DOCUMENTS = 3  # last ones that are named with each rule


@dataclass(frozen=True)
class Overruled:
    """rule: "" for blocks that were kept and should not have been. documents: the last ones."""

    rule: str
    count: int
    documents: list[Provenance]

    @property
    def told(self) -> str:
        return why_left_out(self.rule) if self.rule else str(_("kept, and removed by an editor"))


def overruled_rules() -> list[Overruled]:
    """The most often overruled first."""
    wrong = Correction.objects.filter(choice__in=[Choice.KEEP, Choice.REMOVE])
    counted = wrong.order_by().values("rule").annotate(count=Count("pk"), last=Max("pk"))
    return [
        Overruled(row["rule"], row["count"], _last_documents(wrong.filter(rule=row["rule"])))
        for row in counted.order_by("-count", "-last")
    ]


def _last_documents(corrections):
    rows = corrections.order_by().values("document").annotate(last=Max("pk")).order_by("-last")
    documents = Provenance.objects.defer("data", "parsed").in_bulk(
        [row["document"] for row in rows[:DOCUMENTS]]
    )
    return list(documents.values())


class OverruledRules:
    """The list for administrators."""

    def overruled_view(self, request):
        if not request.user.has_perm("articles.view_correction"):
            raise PermissionDenied
        context = {"rules": overruled_rules()}
        return self._import_page(request, "overruled", _("Rules that editors overrule"), context)
