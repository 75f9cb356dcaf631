"""Links by which somebody without an account reads one article before it is published, and their notes."""

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.articles.queryset import TRASH

LASTS = timedelta(days=7)
MOST_IN_NOTE, MOST_IN_NAME = 2000, 100  # characters
SIGNER = Signer(salt="articles.review")


class ReviewLinkQuerySet(models.QuerySet):
    def open(self):
        """Those that lead somewhere: neither revoked nor expired, their article not thrown away."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now()).exclude(article__status=TRASH)

    def of_token(self, token: str) -> "ReviewLink | None":
        """The open link that an address names; None for one that nobody signed."""
        try:
            pk = int(SIGNER.unsign(token))
        except (BadSignature, ValueError):
            return None
        return self.open().filter(pk=pk).first()


class ReviewLink(models.Model):
    """One article for a reviewer, for `LASTS` or until it is revoked. Its number, signed, is its address."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="review_links")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = ReviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("review link")
        verbose_name_plural = _("review links")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.article_id}: {self.made_at:%Y-%m-%d}"

    def save(self, *args, **kwargs):
        self.expires_at = self.expires_at or timezone.now() + LASTS
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("review", args=[self.token])

    @property
    def token(self) -> str:
        return SIGNER.sign(str(self.pk))

    def revoke(self) -> None:
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])


class Part(models.TextChoices):
    """What a note is about."""

    ARTICLE = "article", _("The article")
    CHINESE = "zh", _("The Chinese summary")
    ENGLISH = "en", _("The English summary")


class ReviewNoteQuerySet(models.QuerySet):
    def waiting(self):
        """Those that nobody at the desk has settled."""
        return self.filter(settled_at=None)


class ReviewNote(models.Model):
    """What a reviewer says of one part. name: as they call themselves, "" when they do not."""

    link = models.ForeignKey(ReviewLink, models.CASCADE, related_name="notes")
    part = models.CharField(_("part"), max_length=10, choices=Part.choices)
    name = models.CharField(_("your name"), max_length=MOST_IN_NAME, blank=True)
    text = models.TextField(_("your note"), max_length=MOST_IN_NOTE)
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, db_index=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = ReviewNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note of a reviewer")
        verbose_name_plural = _("notes of reviewers")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["link", "part"], name="one_note_a_part")]

    def __str__(self):
        return self.text[:40]

    def settle(self, by) -> None:
        self.settled_at, self.settled_by = timezone.now(), by
        self.save(update_fields=["settled_at", "settled_by"])
