"""What a search can be narrowed to. A choice that cannot be read is no choice: every query has a page."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.db.models import Q
from django.forms.utils import flatatt
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from articles.models import Source, Tag
from articles.models.articles.prepared import prepared
from articles.models.languages import Language
from articles.models.topics.label import folded_name
from articles.models.undated import UNDATED

ORDERS = [("newest", _("Newest first")), ("best", _("Best match first"))]
NAMES = ("q", "source", "language", "from", "to", "order")  # in the address, in this order


class Select(forms.Select):
    """One written here: Django asks a template for each option, and there is one for every source."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = self.format_value(value)
        options = [(key, SELECTED if str(key) in chosen else "", label) for key, label in self.choices]
        written = format_html_join("", '<option value="{}"{}>{}</option>', options)
        return format_html('<select name="{}"{}>{}</select>', name, flatatt(attrs or {}), written)


SELECTED = mark_safe(" selected")


class Day(forms.DateInput):
    """Written here as well."""

    def render(self, name, value, attrs=None, renderer=None):
        told = {"value": self.format_value(value)} if value else {}
        return format_html('<input type="date" name="{}"{}>', name, flatatt({**told, **(attrs or {})}))


class SearchForm(forms.Form):
    source = forms.TypedChoiceField(
        required=False, label=_("Source"), widget=Select, coerce=int, empty_value=None
    )
    language = forms.ChoiceField(
        choices=[("", _("Every language")), *Language.choices],
        required=False,
        label=_("Language"),
        widget=Select,
    )
    order = forms.ChoiceField(choices=ORDERS, required=False, label=_("Order"), widget=Select)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="search-%s", **kwargs)
        self.fields["source"].choices = [("", _("Every source")), *read_sources(timezone.now())]
        for name, label in (("from", _("From")), ("to", _("To"))):
            self.fields[name] = forms.DateField(required=False, label=label, widget=Day(format="%Y-%m-%d"))
        self.order_fields(NAMES)
        self.full_clean()

    @property
    def written(self) -> SafeString:
        """Each field in a paragraph, with its label."""
        told = ((field.id_for_label, field.label, self.label_suffix, field) for field in self)
        return format_html_join("", '<p><label for="{}">{}{}</label> {}</p>', told)

    @property
    def chosen(self) -> dict:
        """The choices that could be read, by name."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_ranked(self) -> bool:
        return self.chosen.get("order") == "best"

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen.keys() - {"order"})


@prepared
def read_sources(now):
    return Source.objects.published(now).values_list("pk", "name")


def narrowed(articles, form: SearchForm, query):
    """The articles that a search is kept to by its form, and by tag: and source: in its words."""
    articles = articles.filter(chosen_filter(form.chosen))
    known = Tag.objects.known(query.tags)
    for name in map(folded_name, query.tags):
        articles = articles.filter(tagged__tag__in=[known[name]] if name in known else [])
    for name in query.sources:
        articles = articles.filter(source__folded=folded_name(name))
    return articles


def chosen_filter(chosen: dict) -> Q:
    kept = Q()
    if "source" in chosen:
        kept &= Q(source=chosen["source"])
    if "language" in chosen:
        kept &= Q(language=chosen["language"])
    if chosen.get("from", date.min) > date.min:  # from the first day of all is from none
        kept &= Q(sorted_at__gte=by_our_clock(chosen["from"], time.min))
    if "to" in chosen:
        kept &= Q(sorted_at__lte=by_our_clock(chosen["to"], time.max), sorted_at__gt=UNDATED)
    return kept


def by_our_clock(day: date, clock: time) -> datetime:
    """A time of a day in the site's own zone.

    A date printed without a time is kept as midnight UTC: that is on its day wherever clocks are not behind
    UTC. Where they are, days are UTC's, or each such date would stand on the day before.
    """
    return min(datetime.combine(day, clock, zone) for zone in (UTC, ZoneInfo(settings.DESK_TIME_ZONE)))
