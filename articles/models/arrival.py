"""One thing that a subscription brought, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_TRIES = 3  # readings in which it may fail to come, until it is left out


class Arrival(models.Model):
    """key: by which the subscription tells it from others. is_open: whether the next reading tries again.

    provenance: the raw document, None where it was refused, is still to come, or was discarded.
    """

    subscription = models.ForeignKey("articles.Subscription", models.CASCADE, related_name="arrivals")
    key = models.CharField(max_length=64)
    name = models.CharField(_("name"), max_length=2000)
    title = models.CharField(_("headline"), max_length=300, blank=True)
    at = models.DateTimeField(_("came at"), auto_now_add=True)
    provenance = models.ForeignKey("articles.Provenance", models.SET_NULL, null=True, related_name="arrivals")
    reason = models.TextField(_("why it was refused"), blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    is_open = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("arrival")
        verbose_name_plural = _("arrivals")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["subscription", "key"], name="arrival_once")]

    def __str__(self):
        return self.title or self.name

    @property
    def may_be_tried(self) -> bool:
        return self.tries < MOST_TRIES

    def begin(self) -> None:
        """Note that it is tried, before anything can go wrong with it."""
        self.tries += 1
        self.save(update_fields=["tries"])

    def came(self, provenance) -> None:
        self.provenance, self.reason, self.is_open = provenance, "", False
        self.save(update_fields=["provenance", "reason", "is_open"])

    def refuse(self, reason: str, *, for_good: bool = True) -> None:
        """for_good: whether another reading could not bring it either."""
        self.reason, self.is_open = reason, not for_good and self.may_be_tried
        self.save(update_fields=["reason", "is_open"])
