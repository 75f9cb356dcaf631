"""Topics know how many stories they have, and the index of topics which kind each is of."""

from django.db import migrations, models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce


def fill(apps, _schema_editor):
    Tag, rows = apps.get_model("articles", "Tag"), apps.get_model("articles", "ArticleTag").objects
    shown = rows.filter(tag=OuterRef("pk"), visible_from__isnull=False).order_by().values("tag")
    Tag.objects.update(story_count=Coalesce(Subquery(shown.annotate(n=Count("pk")).values("n")), 0))
    kinds = Tag.objects.filter(pk=OuterRef("tag")).values("kind")
    apps.get_model("articles", "TopicIndexEntry").objects.update(kind=Subquery(kinds))


class Migration(migrations.Migration):
    dependencies = [("articles", "0034_licences_and_wikidata")]

    operations = [
        migrations.AddField(
            "Tag", "story_count", models.PositiveIntegerField(db_default=0, default=0, editable=False)
        ),
        migrations.AddField("TopicIndexEntry", "kind", models.CharField(db_default="topic", max_length=20)),
        migrations.AddIndex(
            "ArticleTag", models.Index(fields=["tag", "visible_from"], name="articletag_counted")
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.RemoveIndex("TopicIndexEntry", "topic_index_order"),
        migrations.AddIndex(
            "TopicIndexEntry",
            models.Index(fields=["language", "kind", "heading", "name", "tag"], name="topic_index_order"),
        ),
    ]
