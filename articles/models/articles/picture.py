"""Which articles show a kept picture: readers may see it as long as they may see one of them."""

import re
from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NAME = r"[0-9a-f]+-[0-9]+x[0-9]+\.(?:png|jpe?g|gif|webp)"  # <checksum>-<width>x<height>.<type>
ADDRESS = re.compile(rf"/pictures/({NAME})")


def folder() -> Path:
    """Where the files of kept pictures lie."""
    return Path(settings.MEDIA_ROOT) / "pictures"


class PictureQuerySet(models.QuerySet):
    def published(self):
        """Those in articles that readers may see now."""
        return self.filter(article__visible_from__lte=timezone.now())


class Picture(models.Model):
    """A picture in an article. name: of its file."""

    pk = models.CompositePrimaryKey("name", "article")
    name = models.CharField(max_length=100)
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="pictures")

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self):
        return self.name


def derive_pictures(article) -> None:
    """Keep which pictures an article's body shows."""
    names = set(ADDRESS.findall(article.body))
    if not article.is_new:
        article.pictures.exclude(name__in=names).delete()
    rows = [Picture(name=name, article=article) for name in names]
    Picture.objects.bulk_create(rows, ignore_conflicts=True)
