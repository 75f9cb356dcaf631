"""The document an article was made from, kept untouched, with the record of what the cleaner did."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.articles.compressed import CompressedField, CompressedJson, Packed


class Provenance(models.Model):
    """One raw document. Without an article it waits in the editors' inbox for a decision.

    parsed: the cleaner's whole answer, as `clean_document --json` prints it.
    fingerprints: of every field it gave the article, so that an editor's own changes can be told from ours.
    """

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, null=True, blank=True, related_name="provenance"
    )
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("handed in by")
    )
    name = models.CharField(_("name"), max_length=1000)
    url = models.URLField(_("fetched from"), max_length=2000, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, unique=True)
    content_type = models.CharField(_("content type"), max_length=200, blank=True)
    retrieved_at = models.DateTimeField(_("retrieved at"), null=True, blank=True)
    stored_at = models.DateTimeField(_("stored at"), auto_now_add=True)
    cleaner_version = models.CharField(_("cleaner version"), max_length=20, blank=True)
    fingerprints = models.JSONField(default=dict, editable=False)
    parsed = CompressedJson(_("parsed"), default=dict, beside="data")
    data = CompressedField()

    class Meta:
        verbose_name = _("raw document")
        verbose_name_plural = _("raw documents")
        ordering = ["-stored_at", "-pk"]
        indexes = [models.Index(fields=["name"], name="provenance_name")]

    def __str__(self):
        return self.name

    @property
    def is_packed(self) -> bool:
        """Whether what was parsed cannot be read without the bytes, and has not been."""
        return isinstance(self.__dict__.get("parsed"), Packed)
