"""Drafts by machine, kept so that the same body is never drafted twice by the same model."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.languages import SummaryLanguage
from articles.models.summaries.summary import Words


class DraftState(models.TextChoices):
    READY = "ready", _("Ready")
    REFUSED = "refused", _("Refused")
    FAILED = "failed", _("Failed")


class Draft(models.Model):
    """One answer of a drafting backend. It is no summary until a person takes it."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="drafts")
    language = models.CharField(_("language"), max_length=10, choices=SummaryLanguage.choices)
    body_fingerprint = models.CharField(max_length=32)
    prompt_version = models.CharField(max_length=40, blank=True)
    model = models.CharField(_("model"), max_length=100)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)
    points = models.TextField(_("points"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=DraftState.choices, default=DraftState.READY)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("drafted at"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "body_fingerprint", "prompt_version", "model"],
                name="one_draft_a_body",
            ),
        ]

    def __str__(self):
        return self.headline or self.text[:40] or self.reason

    @property
    def words(self) -> Words:
        return Words(self.headline, self.text, tuple(self.points.splitlines()))
