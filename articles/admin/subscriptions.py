"""What sources send by themselves: when it was read last, what came, and why something was refused."""

from django.contrib import admin
from django.db.models import Count, Q, URLField
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.gone import GivesWordsBack
from articles.admin.spoken_names import LogsOwnNames
from articles.admin.two_editors import HeldFast, KeepsBoth, ShowsTheirs
from articles.templatetags.refusals import in_own_words

SHOWN = 100  # arrivals of one subscription, the latest
WAITING = Q(arrivals__provenance__isnull=False, arrivals__provenance__article=None)


class SubscriptionAdmin(LogsOwnNames, ShowsTheirs, HeldFast, GivesWordsBack, admin.ModelAdmin):
    form = KeepsBoth
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ["__str__", "source", "is_active", "read_at", "state", "waiting"]
    list_filter = ["is_active"]
    list_select_related = ["source"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["source__name", "address", "folder"]
    fields = [
        "seen_version", "source", "address", "folder", "is_active", "read_at", "due_at", "state", "what_came"
    ]  # fmt: skip
    readonly_fields = ["read_at", "due_at", "state", "what_came"]
    actions = ["read_now"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(waiting_count=Count("arrivals", filter=WAITING))

    def save_model(self, request, subscription, form, change):
        if change and {"address", "folder", "is_active"} & set(form.changed_data):
            subscription.begin_anew()
        super().save_model(request, subscription, form, change)

    @admin.action(description=_("Read in the next minute"), permissions=["change"])
    def read_now(self, request, queryset):
        for subscription in queryset:
            subscription.begin_anew()
            subscription.save()

    @admin.display(description=_("waiting in the inbox"), ordering="waiting_count")
    def waiting(self, subscription):
        return subscription.waiting_count

    @admin.display(description=_("last reading"))
    def state(self, subscription):
        if subscription.failures:
            told = ngettext("failed: %(reason)s", "failed %(count)d times: %(reason)s", subscription.failures)
            return told % {"reason": in_own_words(subscription.reason), "count": subscription.failures}
        return _("went well") if subscription.read_at else _("not read yet")

    @admin.display(description=_("what came"))
    def what_came(self, subscription):
        arrivals = subscription.arrivals.select_related("provenance__article")
        arrivals = arrivals.defer("provenance__data", "provenance__parsed", "provenance__article__body")
        return render_to_string("admin/subscriptions/arrivals.html", {"arrivals": arrivals[:SHOWN]})
