"""What editors place by hand: articles pinned to the home page, and their picks for reading.

A placement is a wish and never a leave: readers see it while its time runs and its article is published.
Where the article is a copy, the lead of its story stands for it, as in every other list, so that no story is
met twice.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.freshness import LISTS, renew
from articles.models.articles.article import Article
from articles.models.articles.prepared import shared


class Place(models.TextChoices):
    PIN = "pin", _("Pinned to the home page")
    PICK = "pick", _("Editors' picks")


class PlacementQuerySet(models.QuerySet):
    def delete(self):
        deleted = super().delete()
        renew(LISTS)
        return deleted

    def shown(self, place, now=None):
        """What readers see of a place, in order: its time has come and not gone, its article is published.

        Each with `story_id`, that of its article. now: given to a prepared query.
        """
        now = now or timezone.now()
        begun = Q(starts_at=None) | Q(starts_at__lte=now)
        lasting = Q(ends_at=None) | Q(ends_at__gt=now)
        published = Exists(Article.objects.published(now).filter(pk=OuterRef("article")))
        shown = self.filter(begun, lasting, published, place=place)
        return shown.annotate(story_id=F("article__story")).in_order()

    def in_order(self):
        return self.order_by("place", "position", "pk")

    @transaction.atomic
    def put(self, article, place) -> bool:
        """Place an article before all others; False when it stood there already."""
        if self.filter(article=article, place=place).exists():
            return False
        self.filter(place=place).update(position=F("position") + 1)
        self.create(article=article, place=place, position=1)
        return True


@shared
def read_shown(now, *, place, most):
    """The first ones of a place that readers see."""
    return Placement.objects.shown(place, now)[:most]


class Placement(models.Model):
    """An article in a place. note: why it stands there, in the editors' words."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="placements", verbose_name=_("article"))
    place = models.CharField(_("place"), max_length=10, choices=Place.choices)
    position = models.PositiveIntegerField(_("position"), default=1, help_text=_("1 stands first."))
    note_zh = models.CharField(_("note in Chinese"), max_length=200, blank=True)
    note_en = models.CharField(_("note in English"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("shown from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("shown until"), null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placed article")
        verbose_name_plural = _("home page order")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "place"],
                name="one_placement_an_article_and_place",
                violation_error_message=_("The article stands there already."),
            ),
        ]
        indexes = [models.Index(fields=["place", "position", "id"], name="placement_order")]

    def __str__(self):
        return f"{self.get_place_display()}: {self.article}"

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        renew(LISTS)

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        renew(LISTS)
        return deleted

    def clean(self):
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It has to end after it begins.")})

    @transaction.atomic
    def move(self, steps: int) -> None:
        """Take another place in the order, -1 is one up and 1 one down; all of it is numbered anew."""
        rows = list(Placement.objects.filter(place=self.place).in_order())
        here = rows.index(self)
        rows.insert(max(here + steps, 0), rows.pop(here))
        for position, row in enumerate(rows, start=1):
            row.position = position
        Placement.objects.bulk_update(rows, ["position"])
        renew(LISTS)


@dataclass(frozen=True)
class Placed:
    """A placement that readers see, and the article that stands there."""

    placement: Placement
    article: Article

    @property
    def made_from(self) -> tuple:
        """What tells it from another one, both being shared."""
        return self.placement.told, self.article.told


def placed(rows: list[Placement], find) -> list[Placed]:
    """Placements with what readers see in their places, each story once in a place.

    rows: as `shown` finds them. find: gives what there is of articles by numbers, theirs or their stories',
    one a story; asked only if need be.
    """
    if not rows:
        return []
    found = find({row.article_id for row in rows}, {row.story_id for row in rows} - {None})
    own = {article.pk: article for article in found}
    leading = {article.story_id: article for article in found if article.story_id}
    chosen = {}
    for row in rows:
        article = own.get(row.article_id) or leading.get(row.story_id)
        if article:
            chosen.setdefault((row.place, article.pk), Placed(row, article))
    return list(chosen.values())
