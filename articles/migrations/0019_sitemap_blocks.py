"""When the articles of each file of the sitemap last changed."""

from django.db import migrations, models
from django.db.models import F, Max

BLOCK = 2_000


def find_changes(apps, schema_editor):
    Article, SitemapBlock = apps.get_model("articles", "Article"), apps.get_model("articles", "SitemapBlock")
    shown = Article.objects.filter(visible_from__isnull=False).annotate(block=F("pk") / BLOCK)
    changes = shown.order_by().values_list("block").annotate(Max("updated_at"))
    SitemapBlock.objects.bulk_create(SitemapBlock(number=number, changed_at=at) for number, at in changes)


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_pictures")]
    operations = [
        migrations.CreateModel(
            "SitemapBlock",
            [
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("changed_at", models.DateTimeField()),
            ],
            options={"verbose_name": "sitemap block", "verbose_name_plural": "sitemap blocks"},
        ),
        migrations.RunPython(find_changes, migrations.RunPython.noop),
    ]
