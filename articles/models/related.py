"""Which articles stand beside which, computed when one of them is saved and stored both ways."""

from django.db import models


class RelatedQuerySet(models.QuerySet):
    def for_reading(self, article, limit: int) -> list["Related"]:
        """The articles to show beside one: published leads of other stories, best first."""
        from articles.models.article import Article

        shown = Article.objects.published().leads().exclude(story__isnull=False, story=article.story_id)
        rows = self.filter(article=article, other__in=shown).select_related("other__source")
        return list(rows.defer("other__body").order_by("-score", "-other")[:limit])


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
