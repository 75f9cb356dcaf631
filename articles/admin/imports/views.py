"""Import with a preview: hand in, look at what would be kept and removed, decide."""

from collections import Counter
from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.imports.cleaning_record import CleaningRecord
from articles.admin.imports.document_views import DocumentViews
from articles.admin.imports.familiar import mark_familiar, mark_updates
from articles.admin.imports.forms import ImportForm
from articles.admin.imports.new_sources import mark_new_sources, unknown_sources
from articles.admin.imports.overruled import OverruledRules
from articles.admin.imports.progress import ASK_AGAIN, Progress, state_of, words_of
from articles.admin.imports.waiting import SHOWN, waiting_documents, waiting_records
from articles.ingest.documents import DocumentError
from articles.ingest.storage.store import Outcome, import_waiting
from articles.models import Article, EditConflict, Provenance
from articles.models.articles.turns import in_turn
from articles.models.row_numbers import row_number
from articles.pages.languages import joined
from articles.rendering import UnrenderableBody

DECISIONS = {"draft", "discard"}
OUTCOMES = {
    "created": _("imported"),
    "updated": _("updated"),
    "unchanged": _("unchanged"),
    "mirror": _("copies of known articles"),
    "refused": _("refused"),
    "discarded": _("discarded"),
}


class ImportViews(DocumentViews, OverruledRules):
    """The import pages of the article admin. Taking in needs leave to add, publishing leave to publish."""

    def import_urls(self):
        view = self.admin_site.admin_view
        return [
            path("import/", view(self.import_view), name="articles_article_import"),
            path("import/queue/", view(self.queue_view), name="articles_article_import_queue"),
            path("import/arrived/", view(self.arrived_view), name="articles_article_import_arrived"),
            path("import/decide/", view(self.decide_view), name="articles_article_import_decide"),
            path("import/overruled/", view(self.overruled_view), name="articles_article_import_overruled"),
            *self.document_urls(),
        ]

    def import_view(self, request):
        """The form, and under it what waits."""
        self._require_add(request)
        form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
        if form.is_valid():
            first, *_others = form.hand_in(request.user)
            self.message_user(request, _("Handed in."), messages.SUCCESS)
            return redirect(f"{reverse('admin:articles_article_import_queue')}?since={first.pk}")
        if form.is_bound and form.hand_in_files(request.user):
            self.message_user(request, _("The files are handed in; the rest is not."), messages.WARNING)
        return self._import_page(request, "import", _("Import"), {"form": form, **waiting_context()})

    def queue_view(self, request):
        """How far what was handed in is read, then what became of it; one good document is shown at once."""
        self._require_add(request)
        progress = Progress.of(request.user, row_number(request.GET.get("since", "")))
        if "since" in request.GET and (document := progress.only_document):
            return self._to_document(request, document)
        items = [
            (item, state_of(item), progress.here_before[item.pk], words_of(item)) for item in progress.items
        ]
        context = {"items": items, "goes_on": progress.goes_on, "finished": progress.finished}
        response = self._import_page(request, "queue", _("What you handed in"), context)
        if progress.goes_on:
            response["Refresh"] = ASK_AGAIN
        return response

    def _to_document(self, request, document):
        if document.article_id is None:
            return redirect("admin:articles_article_import_document", document.pk)
        told = _('{} was imported before: <a href="{}">see the article</a>.')
        address = reverse("admin:articles_article_change", args=[document.article_id])
        self.message_user(request, format_html(told, document.name, address), messages.WARNING)
        return redirect("admin:articles_article_import")

    def arrived_view(self, request):
        """The articles that came in a moment ago. Publishing is a step of its own, by the list's action."""
        self._require_add(request)
        keys = list(filter(None, map(row_number, request.GET.getlist("id"))))[:SHOWN]
        articles = Article.objects.filter(pk__in=keys).select_related("source").defer("body").order_by("pk")
        address = reverse("admin:articles_article_changelist")
        context = {"articles": articles, "publish_at": f"{address}?id__in={','.join(map(str, keys))}"}
        context |= {"waiting": waiting_documents().count(), "next": waiting_documents().defer("data").first()}
        return self._import_page(request, "arrived", _("What came in"), context)

    @method_decorator(require_POST)
    def decide_view(self, request):
        """Import or discard the documents named in the form, each in a transaction of its own."""
        decision = request.POST.get("decision")
        self._require_decision(request, decision)
        keys = list(filter(None, map(row_number, request.POST.getlist("document"))))[:SHOWN]
        documents = waiting_documents().filter(pk__in=keys)
        outcomes = [self._decide_unasked(request, document, decision) for document in documents]
        if decided_before := len({*keys}) - len(outcomes):
            told = _("Decided on by somebody else meanwhile: %(count)d.") % {"count": decided_before}
            self.message_user(request, told, messages.WARNING)
        return self._decided(request, outcomes)

    def _decided(self, request, outcomes):
        self._tell_outcomes(request, outcomes)
        return redirect(_next(outcomes))

    def _decide_unasked(self, request, document, decision):
        """A decision on one of many. A source that nobody knows is asked for on the document's own page."""
        if decision != "discard" and (reason := _why_to_ask(document)):
            return Outcome(document.name, "refused", reason=reason)
        return self._decide(request, document, decision)

    def _decide(self, request, document, decision, **terms):
        if decision == "discard":
            return self._discard(request, document)
        permit = partial(self._require_change, request)
        outcome = imported(document, permit=permit, **terms)
        if outcome.outcome == "created":
            self.log_addition(request, Article.objects.get(pk=outcome.id), [{"added": {}}])
        elif outcome.outcome == "updated":
            told = str(_("Updated from %(name)s.") % {"name": outcome.path})
            self.log_change(request, Article.objects.get(pk=outcome.id), told)
        return outcome

    def _discard(self, request, document):
        """What a colleague handed in is theirs, or an editor's, to discard."""
        is_theirs = document.handed_in_by_id == request.user.pk
        if not is_theirs and not request.user.has_perm("articles.delete_provenance"):
            reason = str(_("Somebody else handed it in; only an editor may discard it."))
            return Outcome(document.name, "refused", reason=reason)
        with in_turn():
            gone, _by_table = waiting_documents().filter(pk=document.pk).delete()
        if not gone:
            reason = str(_("It waits no longer: somebody else has decided about it."))
            return Outcome(document.name, "refused", reason=reason)
        return Outcome(document.name, "discarded")

    def _tell_outcomes(self, request, outcomes):
        counts = Counter(outcome.outcome for outcome in outcomes)
        if counts:
            told = joined(f"{OUTCOMES[outcome]} {count}" for outcome, count in counts.items())
            self.message_user(request, told, messages.SUCCESS)
        for outcome in outcomes:
            if outcome.reason:
                level = messages.ERROR if outcome.outcome == "refused" else messages.WARNING
                self.message_user(request, f"{outcome.path}: {outcome.reason}", level)

    def _require_add(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _require_change(self, request, article):
        if not self.has_change_permission(request, article):
            raise PermissionDenied

    def _require_decision(self, request, decision):
        self._require_add(request)
        if decision not in DECISIONS:
            raise PermissionDenied

    def _import_page(self, request, template, title, context):
        return TemplateResponse(
            request,
            f"admin/imports/{template}.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": title,
                "may_publish": self.has_publish_permission(request),
                **context,
            },
        )


def imported(document: Provenance, **terms) -> Outcome:
    """Import a waiting document; what cannot be stored is refused with the reason, and goes on waiting.

    terms: those of store.Terms.
    """
    try:
        return import_waiting(document, **terms)
    except PermissionDenied:
        reason = _("Its article is published; only an editor may change it.")
        return Outcome(document.name, "refused", reason=str(reason))
    except (DocumentError, UnrenderableBody) as error:
        return Outcome(document.name, "refused", reason=str(error))
    except ValidationError as error:
        return Outcome(document.name, "refused", reason=" ".join(error.messages))
    except EditConflict:
        return Outcome(document.name, "refused", reason=str(_("Its article is being edited right now.")))


def _why_to_ask(document):
    """What somebody has to say on the document's own page first; "" for nothing."""
    record = CleaningRecord(document)
    mark_updates([record])
    unknown = unknown_sources([record]).get(document.pk)
    if unknown is None:
        return ""
    if not unknown.name:
        return str(_("It does not say where it is from: open the document and say it."))
    reason = _("Nobody has said yet what %(source)s lets us show; open the document and say it.")
    return str(reason % {"source": unknown.name})


def waiting_context():
    """The inbox as the import page lists it."""
    shown = waiting_records()
    mark_familiar(shown)
    mark_new_sources(shown)
    more = max(waiting_documents().count() - SHOWN, 0)
    return {"records": shown, "more": more, "any_updates": any(record.updates for record in shown)}


def _next(outcomes):
    """What came in, else what still waits."""
    if came := [("id", outcome.id) for outcome in outcomes if outcome.id]:
        return f"{reverse('admin:articles_article_import_arrived')}?{urlencode(came)}"
    if waiting_documents().exists():
        return reverse("admin:articles_article_import")
    return reverse("admin:articles_article_changelist")
