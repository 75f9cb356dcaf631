import django.db.models.deletion
from django.db import migrations, models

import articles.models.search_index

SQL = {
    "sqlite": [
        "CREATE VIRTUAL TABLE search_phrases USING fts5(tokens, content='', tokenize='ascii')",
        "CREATE VIRTUAL TABLE search_characters USING "
        "fts5(tokens, content='', tokenize='ascii', detail=none, columnsize=0)",
        "CREATE TABLE search_forgotten (docid INTEGER NOT NULL, text BLOB NOT NULL)",
        # Whoever deletes an entry, be it Django with the article, leaves what the tables need to forget it.
        "CREATE TRIGGER search_forget AFTER DELETE ON articles_ftsentry BEGIN "
        "INSERT INTO search_forgotten VALUES (old.docid, old.text); END",
    ],
    "postgresql": [
        # Without a list of pending entries, which every search would have to read through.
        "CREATE INDEX search_words ON articles_vectorentry USING gin (words) WITH (fastupdate = off)",
        "CREATE INDEX search_parts ON articles_vectorentry (article_id) WHERE is_part",
        # The planner chooses well for the pairs of characters that it has counted.
        "ALTER TABLE articles_vectorentry ALTER COLUMN words SET STATISTICS 1000",
    ],
}
UNDONE = {
    "sqlite": [
        "DROP TRIGGER search_forget",
        "DROP TABLE search_forgotten",
        "DROP TABLE search_characters",
        "DROP TABLE search_phrases",
    ],
    "postgresql": ["DROP INDEX search_parts", "DROP INDEX search_words"],
}


def run(statements, schema_editor):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def make(apps, schema_editor):
    run(SQL, schema_editor)


def undo(apps, schema_editor):
    run(UNDONE, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="FtsEntry",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("place", models.BigIntegerField(unique=True)),
                ("docid", models.BigIntegerField(unique=True)),
                ("text", models.BinaryField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            name="VectorEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("place", models.BigIntegerField(db_index=True)),
                ("is_part", models.BooleanField()),
                ("words", articles.models.search_index.Vector()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.article"
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunPython(make, undo, elidable=False),
    ]
