"""The page of tables: take one out for translators, hand it in again."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.tables.files import FORMATS, TableError, read, written
from articles.admin.tables.resource import SummaryTable, rows_for
from articles.models import Article
from articles.models.articles.queryset import TAKEN_BACK
from articles.models.summaries.desk_state import DeskState

MOST_ARTICLES = 1_000  # of a table: more than a translator does in a month, and made in seconds
MOST_TOLD = 50  # refusals on the page


class ExportForm(forms.Form):
    queue = forms.ChoiceField(
        label=gettext_lazy("Articles"),
        choices=[("", gettext_lazy("all")), *DeskState.choices],
        required=False,
    )
    kind = forms.ChoiceField(label=gettext_lazy("Format"), choices=[(kind, kind.upper()) for kind in FORMATS])


class TableForm(forms.Form):
    table = forms.FileField(label=gettext_lazy("Table"), help_text=gettext_lazy("CSV or XLSX, up to 5 MB."))

    def clean_table(self):
        upload = self.cleaned_data["table"]
        try:
            table = read(upload.name, upload.read())
        except TableError as error:
            raise forms.ValidationError(str(error)) from error
        missing = {"article", "language", "headline", "text", "points", "version"} - set(table.headers)
        if missing:
            told = _("The table has no column “%s”.") % ", ".join(sorted(missing))
            raise forms.ValidationError(told)
        return table


def urls(site):
    def guarded(view):
        return site.admin_view(lambda request: view(request, site))

    return [
        path("tables/", guarded(tables), name="summary_tables"),
        path("tables/summaries/", guarded(export), name="summary_table_export"),
    ]


def tables(request, site):
    """The page with both forms; handed in, a table is taken whole or not at all."""
    _require(request, "view_summary")
    form = TableForm(request.POST or None, request.FILES or None)
    refused = []
    if request.method == "POST":
        _require(request, "change_summary")
        if form.is_valid():
            refused = take_in(request, form.cleaned_data["table"])
            if not refused:
                return redirect("admin:summary_tables")
    return _page(request, site, form=form, export_form=ExportForm(), refused=refused)


def take_in(request, table) -> list[tuple[int, str, str]]:
    """Import a table; what is refused is told as row of the spreadsheet, column and reason."""
    result = SummaryTable(request.user).import_data(table, rollback_on_validation_errors=True)
    refused = [
        (row.number + 1, column, " ".join(map(str, reasons)))
        for row in result.invalid_rows
        for column, reasons in row.field_specific_errors.items()
    ]
    refused += [
        (number + 1, "", str(error.error)) for number, errors in result.row_errors() for error in errors
    ]
    if not refused:
        taken = result.totals["new"] + result.totals["update"]
        told = ngettext("%d summary waits for review.", "%d summaries wait for review.", taken)
        messages.success(request, told % taken)
    return refused


def export(request, site):
    """The table as a file. Who may not write summaries gets those that readers see."""
    _require(request, "view_summary")
    form = ExportForm(request.GET)
    if not form.is_valid():
        return _page(request, site, form=TableForm(), export_form=form)
    is_public, kind = not request.user.has_perm("articles.change_summary"), form.cleaned_data["kind"]
    articles = articles_of(form.cleaned_data["queue"], is_public=is_public)
    rows = [row for row in rows_for(articles) if row.is_shown or not is_public]
    made = written(SummaryTable(request.user, is_public=is_public).export(rows), kind)
    filename = f'attachment; filename="summaries.{kind}"'
    return HttpResponse(made, content_type=FORMATS[kind], headers={"Content-Disposition": filename})


def articles_of(queue, *, is_public):
    """The newest articles of a queue, or of all."""
    articles = Article.objects.published() if is_public else Article.objects.exclude(status__in=TAKEN_BACK)
    return articles.at_the_desk(queue).newest_first().defer("body", "standfirst")[:MOST_ARTICLES]


def _require(request, permission):
    if not request.user.has_perm(f"articles.{permission}"):
        raise PermissionDenied


def _page(request, site, *, refused=(), **context):
    common = {
        "title": _("Tables of summaries"),
        "may_import": request.user.has_perm("articles.change_summary"),
        "most": MOST_ARTICLES,
        "refused": refused[:MOST_TOLD],
        "refused_more": max(len(refused) - MOST_TOLD, 0),
    }
    return TemplateResponse(
        request, "admin/tables/tables.html", site.each_context(request) | common | context
    )
