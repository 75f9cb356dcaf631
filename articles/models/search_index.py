"""What the search indexes of the two databases keep beside an article. Their backends read and write it."""

from django.db import models


class FtsEntry(models.Model):
    """SQLite: where an article stands in the full-text tables, and what they were told of it.

    docid: its row there, see the backend. text: as indexed, compressed; a contentless table forgets a row
    only when it is told the old words again.
    """

    article = models.OneToOneField("articles.Article", models.CASCADE, primary_key=True, related_name="+")
    place = models.BigIntegerField(unique=True)
    docid = models.BigIntegerField(unique=True)
    text = models.BinaryField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(models.F("docid").bitrightshift(28), "place", name="fts_entry_in_stretch")]

    def __str__(self):
        return f"{self.article_id} at {self.docid}"


class Vector(models.Field):
    """PostgreSQL's tsvector."""

    def db_type(self, connection):
        return "tsvector" if connection.vendor == "postgresql" else "text"


class VectorEntry(models.Model):
    """PostgreSQL: the words of an article, or of a part of a long one."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    place = models.BigIntegerField(db_index=True)
    is_part = models.BooleanField()
    words = Vector()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.article_id} at {self.place}"
