"""What a source changed after readers had it, as far as rights allow: for pages, feeds and JSON-LD."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.models import Article
from articles.models.source import Rights

# By rules of `staleness.judgement`, in a word; those that are not named turn what is said.
KINDS = {
    "": gettext_noop("small corrections"),
    "headline": gettext_noop("the headline"),
    "number": gettext_noop("a number"),
    "unit": gettext_noop("a number"),
    "time": gettext_noop("a number"),
    "name": gettext_noop("a name"),
    "person": gettext_noop("a name"),
    "title": gettext_noop("a name"),
    "added": gettext_noop("an addition"),
    "removed": gettext_noop("a cut"),
    "reworded": gettext_noop("the wording"),
}
STATEMENT = gettext_noop("a statement")


@dataclass(frozen=True)
class Correction:
    """kind: in a word. paragraphs: what differs, as (kept, del or ins, text) of each run; none by rights."""

    at: datetime
    kind: str
    paragraphs: list

    @property
    def day(self) -> date:
        return self.at.astimezone(timezone.get_default_timezone()).date()

    @property
    def words(self) -> str:
        return _("The source changed its text: %(kind)s") % {"kind": self.kind}


def corrections_of(article: Article) -> list[Correction]:
    """The newest first. article: as `for_reading()` reads it."""
    return [
        Correction(
            at=datetime.fromisoformat(told["at"]),
            kind=_(KINDS.get(told["kind"], STATEMENT)),
            paragraphs=[*told["headline"], *shown(article, told)],
        )
        for told in article.rendering.corrections
    ]


def shown(article: Article, told: dict) -> list:
    """The paragraphs that differ in what a reader may see of the body."""
    if article.is_shown_whole:
        return told["whole"]
    return told["opening"] if article.rights == Rights.EXCERPT else []
