"""Rows of the search index are looked up by where they stand in their stretch of numbers.

Rows from before keep their numbers, and are searched as they were; `rebuild_derived --only search` gives them
new ones, and back half of the index's room.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0043_folded_texts_beside_bodies")]

    operations = [
        migrations.AddIndex(
            "FtsEntry",
            models.Index(models.F("docid").bitrightshift(28), "place", name="fts_entry_in_stretch"),
        ),
    ]
