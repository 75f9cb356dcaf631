"""Articles that stand together in one file of the sitemap, and when one of them last changed."""

from django.db import models

BLOCK = 2_000  # articles by their numbers; in three languages some 3 MB, the format allows 50


class SitemapBlock(models.Model):
    """pk: the number of its first article, divided by BLOCK."""

    number = models.PositiveIntegerField(primary_key=True)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = "sitemap block"
        verbose_name_plural = "sitemap blocks"

    def __str__(self):
        return str(self.number)


def derive_sitemap(article) -> None:
    """Let the article's block be as new as the article, once readers may see it."""
    if not article.visible_from:
        return
    number, changed_at = article.pk // BLOCK, article.updated_at
    earlier = SitemapBlock.objects.filter(number=number, changed_at__lt=changed_at)
    if earlier.update(changed_at=changed_at):
        return
    is_new = SitemapBlock.objects.get_or_create(number=number, defaults={"changed_at": changed_at})[1]
    if not is_new:
        earlier.update(changed_at=changed_at)  # another began it in the same moment
