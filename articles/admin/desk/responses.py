"""What the desk sends back: rows of the queue, and to its script what became of a deed."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from articles.admin.desk import drafting
from articles.admin.desk.presence import sit_down
from articles.models import Article
from articles.models.summary import SHOWN

HIDDEN = ("version", "read", "over", "drafted")
FRAGMENT = "text/x-desk"  # asked for by the script when it opens an article without loading a page


def wants_json(request) -> bool:
    return request.headers.get("accept", "") == "application/json"


def wants_fragment(request) -> bool:
    return request.headers.get("accept", "") == FRAGMENT


@dataclass(frozen=True)
class Mark:
    """What there is of a summary, in two letters and a word."""

    short: str
    status: str
    label: str


@dataclass(frozen=True)
class Row:
    article: Article
    query: str

    @property
    def marks(self) -> list[Mark]:
        return [
            Mark(
                "中" if each.language.startswith("zh") else "EN",
                "waiting" if each.pending and each.status in SHOWN else each.status,
                each.get_status_display(),
            )
            for each in self.article.summaries.all()
        ]


def rows(page, queue) -> list[Row]:
    return [Row(article, queue.query) for article in page.articles]


def told(sheet, result, request) -> dict:
    """What became of a deed, for each half what its form now has to know."""
    return {
        "outcome": result.outcome,
        "told": result.told,
        "sure": sheet.doubts if result.outcome == "doubt" else "",
        "findings": findings(sheet),
        "is_stale": bool(sheet.stale),
        "others": others(sheet.article, request.user),
        "halves": {half.prefix: _half(half, request) for half in sheet.halves},
    }


def others(article, user) -> str:
    """A line about whoever else is at work on the article, "" when nobody is."""
    names = "、".join(sit_down(article, user))
    return _("%s is at work on this article too.") % names if names else ""


def findings(sheet) -> dict:
    """HTML of what was found, by the id of the list it belongs into."""
    return {
        f"{half.prefix}-{field.name}-findings": render_to_string(
            "admin/desk/_findings.html", {"field": field, "findings": found, "half": half}
        )
        for half in sheet.halves
        for field, found in half.fields
    }


def _half(half, request):
    return {
        "kept": str(half.kept),
        "hidden": {name: _value(half.form[name]) for name in HIDDEN},
        "state": _part("state", half, request),
        "deeds": _part("half_deeds", half, request),
        "conflict": _part("conflict", half, request) if half.theirs is not None else "",
        "stored": _typed(half.summary.proposed),
        "shown": _typed(half.words),
    }


def _typed(words):
    return {"headline": words.headline, "text": words.text, "points": "\n".join(words.points)}


def _part(name, half, request):
    context = {
        "half": half,
        "may_save": request.user.has_perm("articles.change_summary"),
        "may_publish": request.user.has_perm("articles.publish_summary"),
        "may_draft": drafting.is_offered(),
    }
    return render_to_string(f"admin/desk/_{name}.html", context, request)


def _value(bound):
    return "" if bound.value() is None else str(bound.value())
