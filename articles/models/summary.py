"""Short summaries by our own editors, one for an article and language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.derivation import derive
from articles.models.languages import SummaryLanguage


class SummaryStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")


class SummaryQuerySet(models.QuerySet):
    def published(self):
        return self.filter(status=SummaryStatus.PUBLISHED)


class Summary(models.Model):
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="summaries")
    language = models.CharField(_("language"), max_length=10, choices=SummaryLanguage.choices)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    text = models.TextField(_("text"), max_length=1000)
    status = models.CharField(
        _("status"), max_length=10, choices=SummaryStatus.choices, default=SummaryStatus.DRAFT
    )
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    objects = SummaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("summary")
        verbose_name_plural = _("summaries")
        ordering = ["-language"]
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_summary_a_language"),
        ]

    def __str__(self):
        return self.headline or self.text[:40]

    def save(self, *args, **kwargs):
        """Save; the article is found by its new words from now on."""
        super().save(*args, **kwargs)
        derive(self.article, ["search"])

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        derive(self.article, ["search"])
        return deleted
