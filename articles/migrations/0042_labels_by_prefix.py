"""Labels are found by how they begin. What goes back needs nothing undone but the column."""

from django.db import migrations, models

from articles.models.topics.label import PREFIX, folded_name

BATCH = 1_000  # rows
FILL = "UPDATE articles_label SET prefix = %s WHERE id = %s"


def fill(apps, schema_editor):
    labels, last = apps.get_model("articles", "Label").objects.order_by("pk").values_list("pk", "text"), 0
    while some := list(labels.filter(pk__gt=last)[:BATCH]):
        with schema_editor.connection.cursor() as cursor:
            cursor.executemany(FILL, [(folded_name(text)[:PREFIX], pk) for pk, text in some])
        last = some[-1][0]


class Migration(migrations.Migration):
    dependencies = [("articles", "0041_shingles_without_rowid")]

    operations = [
        migrations.AddField(
            "Label", "prefix", models.CharField(db_default="", editable=False, max_length=PREFIX)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        # By itself: PostgreSQL alters no table whose rows have just been changed.
        migrations.AddIndex("Label", models.Index(fields=["prefix"], name="label_by_prefix")),
    ]
