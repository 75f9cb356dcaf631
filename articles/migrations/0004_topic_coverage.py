"""The rows of topics learn their article's source and its month, which topic pages count by."""

import articles.models.functions
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def copy_from_articles(apps, schema_editor):
    Article, ArticleTag = (apps.get_model("articles", name) for name in ("Article", "ArticleTag"))
    source = Article.objects.filter(pk=OuterRef("content_object")).values("source")
    ArticleTag.objects.update(source=Subquery(source))


class Migration(migrations.Migration):
    atomic = False  # PostgreSQL builds no index on rows that the same transaction has changed
    dependencies = [("articles", "0003_glossary")]

    operations = [
        migrations.AddField(
            model_name="articletag",
            name="source",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.source",
            ),
        ),
        migrations.AddField(
            model_name="articletag",
            name="month",
            field=models.GeneratedField(
                expression=articles.models.functions.DayNumber("sorted_at") / 100,
                output_field=models.PositiveIntegerField(),
                db_persist=True,
            ),
        ),
        migrations.RunPython(copy_from_articles, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="articletag",
            index=models.Index(
                fields=["tag", "source", "month", "visible_from", "content_object"],
                name="articletag_coverage",
            ),
        ),
    ]
