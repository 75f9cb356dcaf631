"""Findings of the checks that an editor has looked at and found to be none."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.languages import SummaryLanguage


class Dismissal(models.Model):
    """One finding about words of a summary and a body; when either changes, it is found again.

    mark: stands for the finding, the words and the body; see `articles.admin.desk.dismissing`.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="dismissals")
    mark = models.CharField(max_length=32, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=SummaryLanguage.choices)
    rule = models.CharField(_("rule"), max_length=40)
    quote = models.CharField(_("words"), max_length=200)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("dismissed by")
    )
    dismissed_at = models.DateTimeField(_("dismissed at"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("dismissed finding")
        verbose_name_plural = _("dismissed findings")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "mark"], name="one_dismissal_of_a_finding"),
        ]

    def __str__(self):
        return self.quote
