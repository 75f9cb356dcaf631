"""Who reads an article that waits for review: theirs for a while, so that two do not do the same work."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LASTS = timedelta(minutes=20)  # since the form was opened; a reading with a pause in it


class TakingQuerySet(models.QuerySet):
    def take(self, article, user, *, over: bool = False) -> "Taking":
        """Whose the article is now: the user's, if nobody else has it. over: even then."""
        taking, is_new = self.get_or_create(article=article, defaults={"by": user})
        if not is_new and (over or taking.by_id == user.pk or not taking.is_current):
            # Of two who take it in the same moment the first has it.
            mine = {"by": user, "at": timezone.now()}
            self.filter(pk=taking.pk, by=taking.by_id, at=taking.at).update(**mine)
            taking = self.select_related("by").get(pk=taking.pk)
        return taking


class Taking(models.Model):
    article = models.OneToOneField("articles.Article", models.CASCADE, related_name="taking")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = TakingQuerySet.as_manager()

    class Meta:
        verbose_name = _("taking")
        verbose_name_plural = _("takings")

    def __str__(self):
        return f"{self.article_id}: {self.by}"

    @property
    def until(self):
        return self.at + LASTS

    @property
    def is_current(self) -> bool:
        return timezone.now() < self.until
