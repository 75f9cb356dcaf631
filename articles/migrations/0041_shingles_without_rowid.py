"""SQLite keeps shingles in the index of their key alone: the table beside it said everything again."""

from django.db import migrations

INDEX = "articles_shingle_article_id_709807e0"  # as Django names that of the foreign key
WITHOUT = " WITHOUT ROWID"  # https://www.sqlite.org/withoutrowid.html


def copied(connection, ending: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'articles_shingle'")
        made = cursor.fetchone()[0].removesuffix(WITHOUT)
        cursor.execute(made.replace("articles_shingle", "shingles_copied", 1) + ending)
        cursor.execute("INSERT INTO shingles_copied SELECT * FROM articles_shingle ORDER BY hash, article_id")
        cursor.execute("DROP TABLE articles_shingle")
        cursor.execute("ALTER TABLE shingles_copied RENAME TO articles_shingle")
        cursor.execute(f'CREATE INDEX "{INDEX}" ON "articles_shingle" ("article_id")')


def drop_rowid(_apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        copied(schema_editor.connection, WITHOUT)


def give_rowid(_apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        copied(schema_editor.connection, "")


class Migration(migrations.Migration):
    dependencies = [("articles", "0040_texts_beside_others")]

    operations = [migrations.RunPython(drop_rowid, give_rowid, elidable=False)]
