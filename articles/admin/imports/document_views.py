"""One document: look at it, set right what the cleaner made of it, and let it in."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.actions import log_changed
from articles.admin.gone import gone_page, words_in
from articles.admin.imports.cleaning_record import CleaningRecord
from articles.admin.imports.document_form import DocumentForm
from articles.admin.imports.familiar import mark_familiar, mark_updates
from articles.admin.imports.known_sources import KnownSourceForm, known_source
from articles.admin.imports.new_sources import NewSourceForm, unknown_sources
from articles.admin.imports.rows import OF_SOURCE, as_correction, chosen, corrections_of, rows_shown
from articles.admin.imports.waiting import waiting_records
from articles.ingest.correcting import Choice
from articles.ingest.storage.corrections import DoesNotFit, correct, kept_for, say_fields, undo
from articles.models import EditConflict, Provenance
from articles.models.row_numbers import row_number


class DocumentViews:
    def document_urls(self):
        view = self.admin_site.admin_view
        name = "articles_article_import"
        return [
            path("import/<row:pk>/", view(self.document_view), name=f"{name}_document"),
            path("import/<row:pk>/correct/", view(self.correct_view), name=f"{name}_correct"),
        ]

    def document_view(self, request, pk):
        """A waiting document: its fields, what would be kept, what was removed, and the decision."""
        self._require_add(request)
        document = Provenance.objects.filter(pk=pk).first()
        if document is None or document.article_id:
            return self._decided_before(request, document)
        data = request.POST if request.method == "POST" else None
        if data and data.get("decision") == "discard":
            return self._decided(request, [self._decide(request, document, "discard")])
        forms = self._forms(request, document, data)
        if data and forms[0].is_valid():
            return self._said(request, document, forms)
        return self._document_page(request, document, forms)

    def _decided_before(self, request, document):
        """What was typed comes back. document: None where a colleague discarded it."""
        if request.method != "POST":
            if document is None:
                raise Http404
            return redirect("admin:articles_article_change", document.article_id)
        title = _("Somebody discarded this document while you had it open.")
        leads_to = reverse("admin:articles_article_import"), _("Decide on what waits.")
        if document:
            title = _("Somebody imported this document while you had it open.")
            article = reverse("admin:articles_article_change", args=[document.article_id])
            leads_to = article, _("See the article that it became.")
        labels = words_in(DocumentForm, NewSourceForm)
        return gone_page(request, self.admin_site, title, labels, leads_to=leads_to)

    def _forms(self, request, document, data=None):
        """The document's fields, and what is asked or may be said of its source; None for nothing."""
        record = CleaningRecord(document)
        mark_updates([record])
        source = self._source_form(request, record, data)
        is_settled = record.updates or record.subscription or isinstance(source, NewSourceForm)
        return DocumentForm(record, data, names_source=not is_settled), source

    def _source_form(self, request, record, data):
        typed = record.document.corrections.filter(choice=Choice.FIELD, words__in=OF_SOURCE)
        said = dict(typed.values_list("words", "value"))
        if unknown := unknown_sources([record]).get(record.document.pk):
            return NewSourceForm(unknown, data, said)
        known = known_source(record)
        may_change = known and request.user.has_perm("articles.change_source")
        return KnownSourceForm(known, data, said) if may_change else None

    def _said(self, request, document, forms):
        """Keep what was typed, then do what the button says."""
        form, source = forms
        say_fields(document, form.said() | (source.said() if source else {}), request.user)
        if {"correct", "undo"} & set(request.POST):
            return self._correct(request, document)
        self._require_decision(request, request.POST.get("decision"))
        if not isinstance(source, NewSourceForm):
            forms_now = self._forms(request, document)
            if _asks_about(forms_now[1]) != _asks_about(source):  # another source was typed
                return self._document_page(request, document, forms_now)
        if source and source.is_bound and not source.is_valid():
            return self._document_page(request, document, forms)
        return self._decided(
            request, [self._decide(request, document, "draft", **self._terms(request, source))]
        )

    def _terms(self, request, source):
        """On what terms the document comes in, once its source has the rights that were chosen."""
        if isinstance(source, NewSourceForm):
            return {"source": source.source}
        if source and source.settle():
            log_changed(request, [source.source], _("rights"))
            told = _("%(source)s is shown by other rights from now on.") % {"source": source.source}
            self.message_user(request, told, messages.SUCCESS)
        return {}

    def _document_page(self, request, document, forms):
        record = CleaningRecord(document)
        mark_familiar([record], beside=waiting_records(but=document))
        fields, source = forms
        is_new = isinstance(source, NewSourceForm)
        context = {
            "record": record,
            "document": document,
            "fields": fields,
            "form": source if is_new else None,
        }
        context |= {"rights_form": None if is_new else source, "known_source": known_source(record)}
        context |= {"corrections": corrections_of(document)} | rows_shown(record) | {"may_correct": True}
        return self._import_page(request, "document", _("Preview"), context)

    @method_decorator(require_POST)
    def correct_view(self, request, pk):
        """A correction of a document that is an article already: an edit of its body."""
        document = get_object_or_404(Provenance.objects.exclude(article=None), pk=pk)
        self._require_change(request, document.article)
        if document != document.article.provenance.first():
            raise PermissionDenied
        return self._correct(request, document)

    def _correct(self, request, document):
        try:
            place = self._make_correction(request, document)
        except DoesNotFit:
            told = _("The article's text was changed here since; change it in the article itself.")
            self.message_user(request, told, messages.WARNING)
            place = ""
        except EditConflict:
            self.message_user(request, _("Its article is being edited right now."), messages.WARNING)
            place = ""
        return redirect(f"{_page_of(document)}{place}")

    def _make_correction(self, request, document):
        """Returns where on the page it was made."""
        if "undo" in request.POST:
            number = row_number(request.POST["undo"])
            undo(get_object_or_404(kept_for(document), pk=number), request.user)
            return "#corrections"
        choice, _colon, key = request.POST.get("correct", "").partition(":")
        unit = chosen(document, key)
        try:
            correction = as_correction(choice, unit) if unit else None
        except ValueError as error:
            raise PermissionDenied from error
        if correction is None:
            told = _("The document was cleaned again meanwhile; look at it once more.")
            self.message_user(request, told, messages.WARNING)
            return ""
        correct(document, correction, rule=unit.rule, by=request.user)
        return f"#unit-{key.partition('-')[0]}"


def _asks_about(form):
    """Which source, the new one or one by its number."""
    return form and form.prefix


def _page_of(document):
    if document.article_id:
        return f"{reverse('admin:articles_article_raw', args=[document.article_id])}?document={document.pk}"
    return reverse("admin:articles_article_import_document", args=[document.pk])
