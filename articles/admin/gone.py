"""What was edited is there no longer when it is saved: the answer holds the words, and says why."""

from http import HTTPStatus

from django import forms
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

TOKEN = "csrfmiddlewaretoken"  # noqa: S105  the name of a field
DELETED = gettext_lazy("This was deleted while you wrote.")


def gone_page(
    request,
    site,
    title: str,
    labels: dict,
    *,
    leads_to=None,
    sent_again=None,
    button="",
    status=HTTPStatus.GONE,
):
    """The words of a form whose row is gone, or takes no words of this person any more.

    title: what became of it. labels: by name of a field without its row's prefix, those that hold words.
    leads_to: an address with its name, to go on at. sent_again: an address that takes the form.
    """
    sent = ((name, value) for name, values in request.POST.lists() for value in values)
    fields = [(name, value) for name, value in sent if name != TOKEN]
    labelled = [(name, labels.get(name.rpartition("-")[2]), value) for name, value in fields]
    typed = [(name, label, value) for name, label, value in labelled if label and value.strip()]
    shown = {name for name, _label, _value in typed}
    context = {
        **site.each_context(request),
        "title": title,
        "typed": typed,
        "others": [(name, value) for name, value in fields if name not in shown],
        "leads_to": leads_to,
        "sent_again": sent_again,
        "button": button or _("Send them again"),
    }
    return TemplateResponse(request, "admin/gone.html", context, status=status)


def words_in(*form_classes) -> dict:
    """The labels of the fields that hold words, by name."""
    fields = {name: field for each in form_classes for name, field in each.base_fields.items()}
    return {
        name: field.label
        for name, field in fields.items()
        if isinstance(field, forms.CharField) and not field.widget.is_hidden
    }


def as_new(data, parents=()):
    """Form data without the numbers of rows that are there no longer.

    parents: the fields in which rows of a form name the row that it is about.
    """
    data = data.copy()
    for name in data:
        if name.rpartition("-")[2] in {"id", *parents}:
            data[name] = ""
        elif name.endswith("-INITIAL_FORMS"):
            data[name] = "0"
    return data


class GivesWordsBack:
    """For an admin: in place of Django's way to the first page, which throws away what was sent."""

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        if request.method != "POST" or not request.resolver_match.url_name.endswith("_change"):
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        return self.give_words_back(request, object_id)

    def give_words_back(self, request, object_id):
        """Whoever may add such a thing may send what was deleted again as something new."""
        ways = {}
        if self.has_add_permission(request):
            request.POST = as_new(request.POST, [formset.fk.name for formset in self._formsets(request)])
            add = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
            ways = {"sent_again": add, "button": _("Send them as something new")}
        return self.gone(request, DELETED, **ways)

    def gone(self, request, title, **ways):
        """ways: those of `gone_page`."""
        labels = words_in(self.get_form(request), *(formset.form for formset in self._formsets(request)))
        return gone_page(request, self.admin_site, title, labels, **ways)

    def _formsets(self, request):
        return [inline.get_formset(request) for inline in self.get_inline_instances(request)]
