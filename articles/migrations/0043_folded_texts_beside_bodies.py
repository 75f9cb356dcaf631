"""Folded texts are packed beside the bodies that they repeat; in the open stay those that no index has.

It can be taken back. SQLite gives the room back when the file is compacted (VACUUM).
"""

from django.db import migrations

from articles.models.articles.compressed import CompressedText

BATCH = 200  # rows, of some 20 kB each
PACK = "UPDATE articles_articlerendering SET folded = %s, unindexed = %s WHERE article_id = %s"
UNPACK = "UPDATE articles_articlerendering SET unindexed = %s WHERE article_id = %s"


def pack(apps, schema_editor):
    field = apps.get_model("articles", "ArticleRendering")._meta.get_field("folded")
    connection = schema_editor.connection

    def packed(row):
        words, row.folded = row.unindexed, row.unindexed
        kept = field.get_db_prep_value(field.pre_save(row, add=False), connection)
        return kept, "" if row.article.visible_from else words, row.pk

    rewrite(apps, connection, PACK, packed)


def unpack(apps, schema_editor):
    rewrite(apps, schema_editor.connection, UNPACK, lambda row: (row.folded, row.pk))


def rewrite(apps, connection, statement, values):
    """A batch at a time; Django's own update takes ten times as long."""
    rows, last = apps.get_model("articles", "ArticleRendering").objects.select_related("article"), 0
    while some := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        with connection.cursor() as cursor:
            cursor.executemany(statement, [*map(values, some)])
        last = some[-1].pk


class Migration(migrations.Migration):
    dependencies = [("articles", "0042_labels_by_prefix")]

    operations = [
        migrations.RenameField("ArticleRendering", "folded", "unindexed"),
        migrations.AddField(
            "ArticleRendering",
            "folded",
            CompressedText(anew="folded_anew", beside="article.body", blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(pack, unpack, elidable=True),
    ]
