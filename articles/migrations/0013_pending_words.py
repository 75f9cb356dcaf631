from django.db import migrations

# Entries wait in a list and go into the index together, about every fiftieth save, for a quarter of the work.
# A search reads the list as well, which a megabyte bounds.
LIST = "ALTER INDEX search_words SET (fastupdate = on, gin_pending_list_limit = 1024)"
NO_LIST = "ALTER INDEX search_words SET (fastupdate = off)"


def on_postgresql(statement):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_curation")]

    operations = [migrations.RunPython(on_postgresql(LIST), on_postgresql(NO_LIST))]
