"""What prints no date stands below all that does, and no longer by the day it came in."""

from datetime import UTC, datetime

from django.db import migrations, models

UNDATED = datetime(1, 1, 1, tzinfo=UTC)


def stand_last(apps, schema_editor):
    """The index of the search follows when it is rebuilt, as after every upgrade."""
    Article, ArticleTag = (apps.get_model("articles", name) for name in ("Article", "ArticleTag"))
    undated = Article.objects.filter(published_at=None).exclude(borrowed__has_key="published_at")
    undated.update(sorted_at=UNDATED)
    ArticleTag.objects.filter(content_object__in=undated).update(sorted_at=UNDATED)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0026_review_links"),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="published_at",
            field=models.DateTimeField(blank=True, help_text="As the source prints it. A date without a time is stored as midnight UTC. Without a date the article stands among the undated, below all others.", null=True, verbose_name="published at"),
        ),
        migrations.RunPython(stand_last, migrations.RunPython.noop, elidable=True),
    ]
