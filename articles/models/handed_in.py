"""What people handed in to be cleaned: a queue in the database, which no restart loses."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOST_TRIES = 3  # times that work on one document may end with the process, until the next one has its turn


class HandedInQuerySet(models.QuerySet):
    def waiting(self):
        """What is not worked through yet, the oldest first."""
        return self.filter(finished_at=None).order_by("pk")


class HandedIn(models.Model):
    """A file, an archive of many, an address to fetch, or a pasted text.

    kind: the field it came by. done: how many of its documents have been looked at. tries: how often work on
    the next one was begun. kept: the numbers of the raw documents that came of it. refused: [name, reason].
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("handed in by")
    )
    kind = models.CharField(max_length=10)
    name = models.CharField(_("name"), max_length=2000)
    handed_in_at = models.DateTimeField(_("handed in at"), auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    tries = models.PositiveIntegerField(default=0)
    kept = models.JSONField(default=list)
    refused = models.JSONField(default=list)
    data = models.BinaryField(default=b"")

    objects = HandedInQuerySet.as_manager()

    class Meta:
        verbose_name = _("document handed in")
        verbose_name_plural = _("documents handed in")
        indexes = [models.Index(fields=["finished_at", "id"], name="handed_in_waiting")]

    def __str__(self):
        return self.name

    def begin(self) -> None:
        """Note that work begins, before anything can go wrong with it."""
        self.tries += 1
        self.save(update_fields=["tries"])

    def is_stuck(self) -> bool:
        """Whether to go on behind the next document."""
        return self.tries > MOST_TRIES

    def is_lost(self) -> bool:
        """Whether to give up what is left: not even going on behind the next document came to an end."""
        return self.tries > MOST_TRIES + 1

    def step(self, *, kept: int | None = None, refused: list | None = None) -> None:
        """Note what became of the next document."""
        self.done, self.tries = self.done + 1, 1
        self.kept += [kept] if kept else []
        self.refused += [refused] if refused else []
        self.save(update_fields=["done", "tries", "kept", "refused"])

    def finish(self) -> None:
        """Everything in it has been looked at. Of a refused text the words stay until it is swept away."""
        self.finished_at = timezone.now()
        if not (self.refused and self.kind == "text"):
            self.data = b""
        self.save(update_fields=["finished_at", "data"])
