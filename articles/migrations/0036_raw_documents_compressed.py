"""Raw documents are compressed, a few at a time: a library of them does not fit into memory."""

import json

from django.db import migrations, models

from articles.models.articles.compressed import CompressedField

BATCH = 50  # documents, of some 100 kB each


class PlainJson(json.JSONEncoder):
    r"""Characters as they are: SQLite keeps JSON as text, where \u9694 takes six bytes for three."""

    def __init__(self, **options):
        super().__init__(**options | {"ensure_ascii": False})


def compress(apps, _schema_editor):
    documents = apps.get_model("articles", "Provenance").objects
    last = 0
    while some := list(documents.filter(pk__gt=last).order_by("pk").only("data", "parsed")[:BATCH]):
        documents.bulk_update(some, ["data", "parsed"])
        last = some[-1].pk


class Migration(migrations.Migration):
    atomic = False  # what is compressed stays so when it is broken off, and is compressed anew without harm
    dependencies = [("articles", "0035_stories_counted")]

    operations = [
        migrations.AlterField("Provenance", "data", CompressedField()),
        migrations.AlterField(
            "Provenance",
            "parsed",
            models.JSONField(default=dict, encoder=PlainJson, verbose_name="parsed"),
        ),
        migrations.RunPython(compress, migrations.RunPython.noop, elidable=True),
    ]
