"""What was changed in an article, by whom and why, with what stood there before: any of it can come back.

Only what a change replaced is kept, so that an article which nobody changes costs nothing.
"""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.topics.tag import join_tags

TOPICS = "topics"  # kept as a line of names
WORDS = (
    *("headline", "standfirst", "byline", "source", "source_url"),
    *("published_at", "published_precision", "language", "body"),
)
RECORDED = (*WORDS, "status", "scheduled_for")


class Why(models.TextChoices):
    EDIT = "edit", _("edited")
    IMPORT = "import", _("imported again")
    RECLEAN = "reclean", _("cleaned again")
    RESTORE = "restore", _("restored")


class ArticleChangeQuerySet(models.QuerySet):
    def record(self, article, before: dict) -> None:
        """Keep what stood in some fields, with the rest of the same person's same save.

        before: by name of the field, as `WORDS` and `TOPICS` name them; nothing is kept of an empty one.
        """
        if before:
            save = {"article": article, "version": article.version, "by": article.changed_by}
            change = self.get_or_create(**save, why=article.changed_because)[0]
            change.before = before | change.before
            change.save(update_fields=["before"])

    def record_topics(self, article) -> None:
        """Keep an article's topics as they are; to be called before they change."""
        self.record(article, {TOPICS: join_tags(article.tags.all())})


class ArticleChange(models.Model):
    """version: of the article after the change. before: name of a field → the value that was replaced."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="changes")
    version = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    why = models.CharField(max_length=10, choices=Why.choices, default=Why.EDIT)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = ArticleChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self):
        return f"{self.article_id}.{self.version}"
