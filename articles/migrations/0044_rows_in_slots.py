"""Rows of SQLite's search index are looked up by where they stand in their stretch of numbers.

Rows from before keep their numbers, and are searched as they were; `rebuild_derived --only search` gives them
new ones, and back half of the index's room. The vocabulary is a view of the index and holds nothing itself.
"""

from django.db import migrations, models

VOCABULARY = "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_phrases, row)"


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(VOCABULARY)


def undo(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE search_vocabulary")


class Migration(migrations.Migration):
    dependencies = [("articles", "0043_folded_texts_beside_bodies")]

    operations = [
        migrations.AddIndex(
            "FtsEntry",
            models.Index(models.F("docid").bitrightshift(28), "place", name="fts_entry_in_stretch"),
        ),
        migrations.RunPython(make, undo, elidable=False),
    ]
