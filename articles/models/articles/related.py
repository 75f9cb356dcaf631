"""Which articles stand beside which: computed when one of them is saved, or put there and hidden by hand.

Every pair is stored both ways. What an editor has said of a pair stays whatever is computed again.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.freshness import beside_article, renew
from articles.models.articles.prepared import Answer, prepared
from articles.models.articles.queryset import IN_LISTS
from articles.models.articles.turns import in_turn

HIDDEN, FIRST, FOUND = 0, 1, 32_000  # positions: never shown, the first by hand, computed ones behind them


class RelatedQuerySet(models.QuerySet):
    def published(self, now=None):
        """Those that lead to what readers may see now, as `Article.objects.published()` says.

        Said of the joined row: of a subquery, SQLite makes a list of every published article first.
        """
        return self.filter(other__visible_from__lte=now or timezone.now())

    def found(self):
        return self.filter(position=FOUND)

    def by_hand(self):
        return self.filter(position__gte=FIRST, position__lt=FOUND)

    def hidden(self):
        return self.filter(position=HIDDEN)

    def decided(self):
        """Those that an editor has said something of."""
        return self.filter(position__lt=FOUND)

    def in_order(self):
        return self.order_by("position", "-score", "-other")

    def with_others(self):
        """Each with the article it leads to, read as lists read it."""
        rows = self.select_related("other__source", "other__rendering")
        told = ("article", "other", "shared", "position", "reason_zh", "reason_en")
        return rows.only(*told, *(f"other__{field}" for field in IN_LISTS))

    def for_reading(self, article, limit: int) -> Answer:
        """The articles to show beside one: those put there by hand, then published leads of other stories.

        What is said of an article by hand is said of the copies of its story, whichever of them leads.
        """
        is_copy = bool(article.story_id)
        return read_beside.answer(timezone.now(), article.pk, article.story_id, limit=limit, is_copy=is_copy)

    @in_turn()
    def put(self, article, other, by, reason_zh: str = "", reason_en: str = "") -> None:
        """Put each of two articles beside the other, behind those that stand there by hand; or change why."""
        for here, there in ((article, other), (other, article)):
            told = {"by": by, "reason_zh": reason_zh, "reason_en": reason_en}
            row = self.filter(article=here, other=there).first()
            if row is None or row.position in (HIDDEN, FOUND):
                told["position"] = self.filter(article=here).by_hand().count() + FIRST
            self.update_or_create(article=here, other=there, defaults=told)
        renew_beside(article, other)

    @in_turn()
    def hide(self, article, other, by) -> None:
        """Show neither of two articles beside the other any more."""
        for here, there in ((article, other), (other, article)):
            self.update_or_create(article=here, other=there, defaults={"position": HIDDEN, "by": by})
        renew_beside(article, other)

    @in_turn()
    def forget(self, article, other) -> None:
        """Leave a pair to what is computed; to be computed again by whoever calls this."""
        self.filter(Q(article=article, other=other) | Q(article=other, other=article)).delete()
        renew_beside(article, other)


@prepared
def read_beside(now, article, story, *, limit, is_copy):
    rows = Related.objects.published(now).filter(article=article, position__gt=HIDDEN)
    if is_copy:
        rows = rows.exclude(other__story__isnull=False, other__story=story)
    copies = Related.objects.decided().filter(article=article, other__story=OuterRef("other__story"))
    rows = rows.filter(Q(position__lt=FOUND) | (Q(other__is_lead=True) & ~Exists(copies)))
    return rows.with_others().in_order()[:limit]


class Related(models.Model):
    """`other` is worth reading after `article`.

    shared: numbers of the topics that both have; none when their text is similar. position: HIDDEN,
    FOUND, or between them the place that an editor gave it. by: who did, None of what was computed.
    """

    # Constraint and index below begin with it.
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="related", db_index=False)
    other = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    score = models.FloatField(default=0)
    shared = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField(default=FOUND, db_default=FOUND)
    reason_zh = models.CharField(_("reason in Chinese"), max_length=200, blank=True, db_default="")
    reason_en = models.CharField(_("reason in English"), max_length=200, blank=True, db_default="")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", db_index=False
    )

    objects = RelatedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "other"], name="related_once")]
        indexes = [
            models.Index(fields=["article", "position", "-score"], name="related_in_order"),
            models.Index(fields=["by"], condition=models.Q(by__isnull=False), name="related_by_hand"),
        ]

    def __str__(self):
        return f"{self.article_id} → {self.other_id}"

    @property
    def is_by_hand(self) -> bool:
        return FIRST <= self.position < FOUND

    @in_turn()
    def move(self, steps: int) -> None:
        """Take another place among those by hand, -1 is one up and 1 one down; all are numbered anew."""
        rows = list(Related.objects.filter(article=self.article_id).by_hand().in_order())
        here = rows.index(self)
        rows.insert(max(here + steps, 0), rows.pop(here))
        for position, row in enumerate(rows, start=FIRST):
            row.position = position
        Related.objects.bulk_update(rows, ["position"])
        renew(beside_article(self.article_id))


def renew_beside(*articles) -> None:
    renew(*(beside_article(article.pk) for article in articles))
