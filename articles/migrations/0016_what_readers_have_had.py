"""What readers have had is remembered: withdrawn articles and topics whose addresses are out."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone


def remember(apps, schema_editor):
    Article, ArticleTag, Tag = (apps.get_model("articles", name) for name in ("Article", "ArticleTag", "Tag"))
    now = timezone.now()
    Article.objects.filter(Q(visible_from__lte=now) | Q(status="withdrawn")).update(was_public=True)
    rows = ArticleTag.objects.filter(tag=OuterRef("pk"))
    Tag.objects.filter(Exists(rows), ~Exists(rows.filter(visible_from__lte=now))).update(is_known=False)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("articles", "0015_article_changes"),
    ]
    operations = [
        migrations.AddField("article", "was_public", models.BooleanField(default=False, editable=False)),
        migrations.AddField("tag", "is_known", models.BooleanField(default=True, editable=False)),
        migrations.AddField(
            "provenance",
            "handed_in_by",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to=settings.AUTH_USER_MODEL,
                verbose_name="handed in by",
            ),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
