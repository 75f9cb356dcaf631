"""Articles that stand together in one file of the sitemap, and when one of them last changed."""

from django.db import connections, models, router

BLOCK = 2_000  # articles by their numbers; in three languages some 3 MB, the format allows 50
# In one statement, whoever else begins or changes the block in the same moment.
KEEP = """
    INSERT INTO articles_sitemapblock AS block (number, changed_at) VALUES (%s, %s)
    ON CONFLICT (number) DO UPDATE SET changed_at = excluded.changed_at
    WHERE block.changed_at < excluded.changed_at
"""


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
    connection = connections[router.db_for_write(SitemapBlock)]
    changed_at = connection.ops.adapt_datetimefield_value(article.updated_at)
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [article.pk // BLOCK, changed_at])
