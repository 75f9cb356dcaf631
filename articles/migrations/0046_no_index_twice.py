"""Indexes go that others begin with: every article that comes in was entered in both.

They are dropped as indexes. Django would have SQLite write each table anew, and its triggers would go.
"""

import django.db.models.deletion
from django.db import migrations, models

WITHOUT = [
    ("ArticleTag", "content_object"),
    ("ArticleTag", "tag"),
    ("Label", "tag"),
    ("NameUse", "article"),
]


def drop(apps, schema_editor):
    for table, column in columns(apps):
        name = schema_editor._create_index_name(table, [column])  # as Django has called it
        schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")


def make(apps, schema_editor):
    for table, column in columns(apps):
        name = schema_editor._create_index_name(table, [column])
        schema_editor.execute(f"CREATE INDEX {schema_editor.quote_name(name)} ON {table} ({column})")


def columns(apps):
    for name, field in WITHOUT:
        model = apps.get_model("articles", name)
        yield model._meta.db_table, model._meta.get_field(field).column


class Migration(migrations.Migration):
    dependencies = [("articles", "0045_provisional_headlines")]

    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunPython(drop, make)],
            [
                migrations.AlterField(
                    "ArticleTag",
                    "content_object",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged",
                        to="articles.article",
                    ),
                ),
                migrations.AlterField(
                    "ArticleTag",
                    "tag",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged",
                        to="articles.tag",
                    ),
                ),
                migrations.AlterField(
                    "Label",
                    "tag",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="labels",
                        to="articles.tag",
                        verbose_name="topic",
                    ),
                ),
                migrations.AlterField(
                    "NameUse",
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="name_uses",
                        to="articles.article",
                    ),
                ),
            ],
        ),
    ]
