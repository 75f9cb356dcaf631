"""What editors decided about pieces of a raw document; it outlives another cleaning and another import."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """One decision, undone by deleting it.

    choice, words, occurrence, value: as `articles.ingest.correcting` reads them. rule: that was overruled, as
    the cleaner names it: by which a line had been left out, or "" for a block that had been kept.
    """

    document = models.ForeignKey("articles.Provenance", models.CASCADE, related_name="corrections")
    choice = models.CharField(max_length=10)
    words = models.TextField()
    occurrence = models.PositiveIntegerField(default=0)
    value = models.TextField(blank=True)
    rule = models.CharField(_("rule"), max_length=100, blank=True, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("correction of the cleaning")
        verbose_name_plural = _("corrections of the cleaning")

    def __str__(self):
        return f"{self.choice}: {self.words[:60]}"
