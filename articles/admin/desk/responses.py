"""What the desk sends back: rows of the queue, and to its script what became of an action."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from articles.admin.desk import drafting, undoing
from articles.admin.desk.actions import PUBLISH, SAVE
from articles.admin.desk.forms import shown_in_form
from articles.admin.desk.presence import sit_down
from articles.models import Article
from articles.models.summaries.summary import SHOWN
from articles.pages.languages import joined

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
                each.short_language,
                "waiting" if each.pending and each.status in SHOWN else each.status,
                each.get_status_display(),
            )
            for each in self.article.summaries.all()
        ]


def rows(page, queue) -> list[Row]:
    return [Row(article, queue.query) for article in page.articles]


def told(editor, result, request) -> dict:
    """What became of an action, for each language what its form now has to know."""
    return {
        "outcome": result.outcome,
        "told": result.told,
        "sure": result.sure,
        "findings": findings(editor),
        "is_stale": bool(editor.stale),
        "others": others(editor.article, request.user),
        "forms": {form.prefix: _language(form, request) for form in editor.forms},
    }


def others(article, user) -> str:
    """A line about whoever else is at work on the article, "" when nobody is."""
    names = joined(sit_down(article, user))
    return _("%s is at work on this article too.") % names if names else ""


def undo(request) -> str:
    """HTML that offers to take back what was just done, "" when nothing was."""
    offered = undoing.offered(request)
    return render_to_string("admin/desk/_undo.html", {"undo": offered}, request) if offered else ""


def findings(editor) -> dict:
    """HTML of what was found, by the id of the list it belongs into."""
    return {
        f"{form.prefix}-{field.name}-findings": render_to_string(
            "admin/desk/_findings.html", {"field": field, "findings": found, "form": form}
        )
        for form, rows in editor.rows
        for field, found in rows
    }


def _language(form, request):
    return {
        "outcome": form.outcome or "",
        "hidden": {name: _value(form[name]) for name in HIDDEN},
        "state": _part("state", form, request),
        "actions": _part("language_actions", form, request),
        "conflict": _part("conflict", form, request) if form.theirs is not None else "",
        "stored": shown_in_form(form.summary.proposed),
        "shown": shown_in_form(form.words),
    }


def _part(name, form, request):
    context = {
        "form": form,
        "may_save": request.user.has_perm(SAVE),
        "may_publish": request.user.has_perm(PUBLISH),
        "may_draft": drafting.is_offered(),
    }
    return render_to_string(f"admin/desk/_{name}.html", context, request)


def _value(bound):
    return "" if bound.value() is None else str(bound.value())
