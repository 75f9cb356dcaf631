"""Which articles show which pictures."""

import re

import django.db.models.deletion
from django.db import migrations, models

ADDRESS = re.compile(r"/pictures/([0-9a-f]+-[0-9]+x[0-9]+\.[a-z]+)")


def find_pictures(apps, schema_editor):
    Article, Picture = apps.get_model("articles", "Article"), apps.get_model("articles", "Picture")
    bodies = Article.objects.filter(body__contains="/pictures/").values_list("pk", "body")
    for pk, body in bodies.iterator(200):
        Picture.objects.bulk_create(Picture(name=name, article_id=pk) for name in set(ADDRESS.findall(body)))


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_trash")]
    operations = [
        migrations.CreateModel(
            "Picture",
            [
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "name", "article", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="articles.article",
                    ),
                ),
            ],
            {"verbose_name": "picture", "verbose_name_plural": "pictures"},
        ),
        migrations.RunPython(find_pictures, migrations.RunPython.noop),
    ]
