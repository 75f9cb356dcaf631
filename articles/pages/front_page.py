"""What editors chose for readers: the pins that open the home page, and the picks."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article, Place, Placement
from articles.models.articles.queryset import ArticleQuerySet
from articles.models.curation import Placed, read_shown
from articles.pages import listings
from articles.pages.kept import rows
from articles.pages.languages import Name, said_in
from articles.pages.listings import Listing
from articles.pages.pagination import PAGE_SIZE

MOST_PINS = 5  # what is pinned beyond them stays where its date puts it
PICKS_AT_HOME = 6
MOST_PICKS = 60  # on their own page


@dataclass(frozen=True)
class Front:
    """What stands on the home page by hand. A pinned article is not picked beside itself."""

    pins: list[Placed]
    picks: list[Placed]

    @property
    def listing(self) -> Listing:
        """The latest without the pins, on every page of it: each article is met once on the way back.

        Left in its date's place as well, a pin would be met a second time there.
        """
        return listings.latest(*(each.article.pk for each in self.pins))

    @property
    def made_from(self) -> tuple:
        return tuple(each.made_from for each in [*self.pins, *self.picks])


def front() -> Front:
    now = timezone.now()
    pins = read_shown(now, place=Place.PIN, most=MOST_PINS)
    picks = read_shown(now, place=Place.PICK, most=PICKS_AT_HOME + MOST_PINS)
    found = listings.latest().placed_by_hand([*pins, *picks])
    pins = [each for each in found if each.placement.place == Place.PIN]
    pinned = {each.article.pk for each in pins}
    picks = [each for each in found if each.placement.place == Place.PICK and each.article.pk not in pinned]
    return Front(pins, picks[:PICKS_AT_HOME])


def picked() -> list[Placement]:
    """As many as are shown anywhere."""
    return read_shown(timezone.now(), place=Place.PICK, most=MOST_PICKS)


def note_of(placement: Placement) -> Name | None:
    """Why it stands there."""
    return said_in(placement.note_zh, placement.note_en)


@dataclass(frozen=True)
class Picks(Listing):
    """A list in the editors' order."""

    def newest_whole(self) -> list[Article]:
        shown = self.placed_by_hand(picked()[:PAGE_SIZE], ArticleQuerySet.for_reading)
        return [each.article for each in shown]


def listing() -> Picks:
    return Picks(_("Editors' picks"), reverse("picks"), listings.leads)


@require_safe
def home(request):
    latest = front()
    return listings.render_list(request, "pages/home.html", latest.listing, latest.made_from, front=latest)


@require_safe
def picks(request):
    chosen = listing()
    context = {"listing": chosen, "picks": chosen.placed_by_hand(picked())}
    made_from = tuple(each.made_from for each in context["picks"])
    return rows.page(request, "pages/picks.html", made_from, lambda: context)


@require_safe
def undated(request):
    return listings.render_list(request, "pages/undated.html", listings.undated())
