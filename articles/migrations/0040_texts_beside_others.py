"""Rendered bodies and records of cleaning are packed beside what they repeat; an opening is cut when shown."""

from django.conf import settings
from django.db import migrations, models

from articles.models.articles.compressed import CompressedJson, CompressedText
from articles.rendering import opening

BATCH = 200  # rows, of some 20 kB each

PACKED = {
    "ArticleRendering": ("body_html", "article"),
    "Provenance": ("parsed", None),
}
# By their names, so that SQLite does not copy the tables for it.
INDEXES = [
    ("articles_related_article_id_2dafd51f", "articles_related (article_id)"),  # two others begin with it
    ("articles_related_by_id_355946d0", "articles_related (by_id)"),
    ("articles_article_slug_cc61df93", "articles_article (slug)"),
    ("articles_article_slug_cc61df93_like", None),  # PostgreSQL's
]


def pack(apps, schema_editor):
    rewrite(apps, schema_editor, lambda field, row: field.pre_save(row, add=False))


def unpack(apps, schema_editor):
    rewrite(apps, schema_editor, lambda field, row: getattr(row, field.attname))
    rendering = apps.get_model("articles", "ArticleRendering")
    for row in rendering.objects.only("body_html").select_related("article").iterator(BATCH):
        rendering.objects.filter(pk=row.pk).update(opening_html=opening(row.body_html))


def rewrite(apps, schema_editor, value):
    """Each value again in its new form, a batch at a time; Django's own update takes ten times as long."""
    connection = schema_editor.connection
    for name, (column, beside) in PACKED.items():
        model = apps.get_model("articles", name)
        field, key = model._meta.get_field(column), model._meta.pk.column
        statement = f"UPDATE {model._meta.db_table} SET {column} = %s WHERE {key} = %s"  # noqa: S608
        rows, last = model.objects.select_related(*filter(None, [beside])), 0
        while some := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
            values = [(field.get_db_prep_value(value(field, row), connection), row.pk) for row in some]
            with connection.cursor() as cursor:
                cursor.executemany(statement, values)
            last = some[-1].pk


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0039_topics_are_of_subjects"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            "ArticleRendering",
            "body_html",
            CompressedText(anew="rendered_anew", beside="article.body", blank=True),
        ),
        migrations.AlterField(
            "Provenance", "parsed", CompressedJson(beside="data", default=dict, verbose_name="parsed")
        ),
        migrations.RunPython(pack, unpack, elidable=True),
        migrations.RemoveField("ArticleRendering", "opening_html"),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f"DROP INDEX IF EXISTS {name}",
                    f"CREATE INDEX {name} ON {columns}" if columns else migrations.RunSQL.noop,
                )
                for name, columns in INDEXES
            ],
            state_operations=[
                migrations.AlterField(
                    "Related",
                    "article",
                    models.ForeignKey(
                        on_delete=models.CASCADE, related_name="related", to="articles.article", db_index=False
                    ),
                ),
                migrations.AlterField(
                    "Related",
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=models.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        db_index=False,
                    ),
                ),
                migrations.AlterField(
                    "Article",
                    "slug",
                    models.SlugField(allow_unicode=True, db_index=False, editable=False, max_length=100),
                ),
            ],
        ),
        migrations.AddIndex(
            "Related",
            models.Index(condition=models.Q(by__isnull=False), fields=["by"], name="related_by_hand"),
        ),
    ]
