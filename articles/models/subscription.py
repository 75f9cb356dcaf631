"""What a source sends us by itself: a feed or a folder, read when it is due."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

EVERY = timedelta(minutes=30)  # between two readings
LONGEST_WAIT = timedelta(days=1)  # between two attempts at one that goes on failing


def subscribed_folder(name: str) -> Path:
    """The folder of a name below SUBSCRIPTION_DIR. Raises ValidationError where there is none."""
    if not settings.SUBSCRIPTION_DIR:
        raise ValidationError(_("Folders are read where the setting SUBSCRIPTION_DIR names their place."))
    root = Path(settings.SUBSCRIPTION_DIR).resolve()
    try:
        folder = (root / name).resolve()
        is_there = folder.is_relative_to(root) and folder.is_dir()
    except (OSError, ValueError, RuntimeError):  # names that no file can have; links in a circle
        is_there = False
    if not is_there:
        raise ValidationError(_("There is no folder %(name)s below SUBSCRIPTION_DIR."), params={"name": name})
    return folder


class SubscriptionQuerySet(models.QuerySet):
    def due(self):
        """What is to be read now; what has waited longest first."""
        return self.filter(is_active=True, due_at__lte=timezone.now()).order_by("due_at", "pk")


class Subscription(models.Model):
    """etag, last_modified: of a feed, all of which is read. reason: why the last reading failed."""

    source = models.ForeignKey(
        "articles.Source", models.CASCADE, related_name="subscriptions", verbose_name=_("source")
    )
    address = models.URLField(_("address of a feed"), max_length=2000, blank=True)
    folder = models.CharField(_("or a folder"), max_length=500, blank=True)
    is_active = models.BooleanField(_("is read"), default=True)
    read_at = models.DateTimeField(_("last read at"), null=True, editable=False)
    due_at = models.DateTimeField(_("due at"), default=timezone.now, editable=False)
    failures = models.PositiveIntegerField(_("failed in a row"), default=0, editable=False)
    reason = models.TextField(_("why it failed"), blank=True, editable=False)
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["source__name", "pk"]
        indexes = [models.Index(fields=["is_active", "due_at"], name="subscription_due")]

    def __str__(self):
        return self.address or self.folder

    def clean(self):
        if bool(self.address) == bool(self.folder):
            raise ValidationError(_("Give either the address of a feed or a folder."))
        twins = Subscription.objects.filter(address=self.address, folder=self.folder).exclude(pk=self.pk)
        if twins.exists():
            raise ValidationError(_("It is subscribed to already."))
        if self.folder:
            subscribed_folder(self.folder)

    def begin_anew(self) -> None:
        """Read it in the next moment, as if for the first time; what came before stays known. Unsaved."""
        self.due_at, self.failures, self.etag, self.last_modified = timezone.now(), 0, "", ""

    def was_read(self, etag: str = "", last_modified: str = "") -> None:
        """A reading went well. etag, last_modified: of a feed of which nothing is left to be read."""
        self.failures, self.reason = 0, ""
        fits = len(etag) <= 500 and len(last_modified) <= 100
        self.etag, self.last_modified = (etag, last_modified) if fits else ("", "")
        self._wait(EVERY)

    def failed(self, reason: str) -> None:
        """A reading failed: the next one waits twice as long."""
        self.failures, self.reason = self.failures + 1, reason
        self._wait(min(EVERY * 2 ** min(self.failures, 10), LONGEST_WAIT))

    def _wait(self, span):
        self.read_at = timezone.now()
        self.due_at = self.read_at + span
        fields = ("read_at", "due_at", "failures", "reason", "etag", "last_modified")
        self.save(update_fields=fields)
