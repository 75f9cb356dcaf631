"""The index of topics: by kind, and by strokes or letter within; found by any of their names."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, Q
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from articles.models import LabelKey, TopicIndexEntry
from articles.models.articles.prepared import Answer, prepared
from articles.models.topics.label import MAX_NAME, folded_name
from articles.models.topics.tag import Kind, stories_of
from articles.pages.kept import rows
from articles.pages.languages import interface_language
from articles.text.collation import OTHER, UNKNOWN

ON_OVERVIEW, ON_PAGE = 60, 120  # topics of one kind
MOST_FOUND = 60


@dataclass(frozen=True)
class Section:
    """The topics of one kind under their headings: [(words, places)]. more: the address of the next ones."""

    kind: Kind
    groups: list[tuple[str, list[TopicIndexEntry]]]
    more: str


@require_safe
def index(request):
    typed = request.GET.get("q", "").replace("\0", "").strip()[:MAX_NAME]
    kind = next((kind for kind in Kind if kind == request.GET.get("kind")), None)
    if typed:
        return render(request, "pages/topics/index.html", {"typed": typed, "found": found(typed)})
    start, most = request.GET.get("from", "").replace("\0", ""), ON_PAGE if kind else ON_OVERVIEW
    told = {each: stored(each, most, start if kind else "") for each in ([kind] if kind else Kind)}
    marks = headings(kind) if kind else []

    def context() -> dict:
        sections = [section(each, most, answer.made()) for each, answer in told.items()]
        return {"kind": kind, "sections": sections, "jumps": jumps(kind, marks)}

    return rows.page(request, "pages/topics/index.html", (told, marks), context)


def places(now=None, language=None):
    """Where topics with published stories stand in the reader's index, in order, each with its count.

    now, language: given to a prepared query.
    """
    here = TopicIndexEntry.objects.filter(language=language or interface_language())
    told = here.annotate(stories=stories_of("tag", now)).filter(stories__gt=0).select_related("tag")
    told = told.only("heading", "name", *(f"tag__{field}" for field in ("name", "slug", "preferred")))
    return told.order_by("heading", "name", "tag")


@prepared
def read_places(now, language, kind, heading, name, *, most):
    """Those of one kind from a heading, and a name under it, on."""
    begun = Q(heading__gt=heading) | Q(heading=heading, name__gte=name)
    return places(now, language).filter(begun, kind=kind)[:most]


def stored(kind: Kind, most: int, start: str) -> Answer:
    """A page of one kind, and the next place.

    start: the heading, and behind a space the name, that it begins with.
    """
    heading, _space, name = start.partition(" ")
    here = timezone.now(), interface_language(), kind.value
    return read_places.answer(*here, heading, name, most=most + 1)


def section(kind: Kind, most: int, places: list[TopicIndexEntry]) -> Section:
    """places: as many, and the next one if there is any."""
    by_heading = groupby(places[:most], lambda place: place.heading)
    groups = [(words_of(key), list(group)) for key, group in by_heading]
    return Section(kind, groups, address(kind, places[most]) if len(places) > most else "")


def address(kind: Kind, place: TopicIndexEntry) -> str:
    query = {"kind": kind.value, "from": f"{place.heading} {place.name}"}
    return f"{reverse('tags')}?{urlencode(query)}"


def headings(kind: Kind) -> list[str]:
    """Every one of a kind."""
    here = places().filter(kind=kind).order_by("heading")
    return list(here.values_list("heading", flat=True).distinct())


def jumps(kind: Kind | None, headings: list[str]) -> list[tuple[str, str]]:
    """The words of headings, and where each leads."""
    return [(words_of(key), f"?{urlencode({'kind': kind.value, 'from': key})}") for key in headings]


def words_of(heading: str) -> str:
    """7 strokes, for headings of Han characters; a letter is its own words."""
    if heading.isdecimal():
        return ngettext("%(count)d stroke", "%(count)d strokes", int(heading)) % {"count": int(heading)}
    return {OTHER: _("Others"), UNKNOWN: _("Other characters")}.get(heading, heading)


def found(typed: str) -> list[TopicIndexEntry]:
    """The topics with a name in any language that begins with what is typed, then those that contain it."""
    folded = folded_name(typed)
    keys = LabelKey.objects.filter(tag=OuterRef("tag"))
    beginning = Exists(keys.filter(folded__startswith=folded))
    named = places().filter(tag__in=LabelKey.objects.filter(folded__contains=folded).values("tag"))
    return list(named.annotate(begins=beginning).order_by("-begins", "heading", "name", "tag")[:MOST_FOUND])
