"""Rendered bodies and the records of cleaning are compressed, a few at a time, into columns of their own."""

from django.db import migrations

from articles.models.articles.compressed import CompressedJson, CompressedText

BATCH = 50  # rows, of some 100 kB each


def compress(model, column):
    def copied(apps, _schema_editor):
        rows = apps.get_model("articles", model).objects
        last = 0
        while some := list(rows.filter(pk__gt=last).order_by("pk").only(column)[:BATCH]):
            for row in some:
                setattr(row, f"{column}_compressed", getattr(row, column))
            rows.bulk_update(some, [f"{column}_compressed"])
            last = some[-1].pk

    return migrations.RunPython(copied, migrations.RunPython.noop, elidable=True)


def replaced(model, column, field):
    """Added, filled, and put in the place of the old one: PostgreSQL cannot turn text into bytes as we do."""
    return [
        migrations.AddField(model, f"{column}_compressed", field),
        compress(model, column),
        migrations.RemoveField(model, column),
        migrations.RenameField(model, f"{column}_compressed", column),
    ]


class Migration(migrations.Migration):
    dependencies = [("articles", "0036_raw_documents_compressed")]

    operations = [
        *replaced("ArticleRendering", "body_html", CompressedText(blank=True, default="")),
        migrations.AlterField("ArticleRendering", "body_html", CompressedText(blank=True)),
        *replaced("Provenance", "parsed", CompressedJson(default=dict, verbose_name="parsed")),
    ]
