"""Which articles stand beside which, computed when one of them is saved and stored both ways."""

from django.db import models
from django.utils import timezone

from articles.models.articles.queryset import IN_NO_LIST


class RelatedQuerySet(models.QuerySet):
    def published(self):
        """Those that lead to what readers may see now, as `Article.objects.published()` says.

        Said of the joined row: of a subquery, SQLite makes a list of every published article first.
        """
        return self.filter(other__visible_from__lte=timezone.now())

    def for_reading(self, article, limit: int) -> list["Related"]:
        """The articles to show beside one: published leads of other stories, best first."""
        rows = self.published().filter(article=article, other__is_lead=True)
        if article.story_id:
            rows = rows.exclude(other__story__isnull=False, other__story=article.story_id)
        rows = rows.select_related("other__source", "other__rendering").defer(
            *(f"other__{field}" for field in IN_NO_LIST)
        )
        return list(rows.order_by("-score", "-other")[:limit])


class Related(models.Model):
    """`other` is worth reading after `article`.

    shared: numbers of the topics that both have; none when it is their text that is similar.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="related")
    other = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    score = models.FloatField()
    shared = models.JSONField(default=list)

    objects = RelatedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "other"], name="related_once")]
        indexes = [models.Index(fields=["article", "-score"], name="related_best")]

    def __str__(self):
        return f"{self.article_id} → {self.other_id}"
