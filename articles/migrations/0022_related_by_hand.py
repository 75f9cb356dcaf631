"""Related articles that editors put, hid and ordered."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0021_dismissal'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='related',
            name='related_best',
        ),
        migrations.AddField(
            model_name='related',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='related',
            name='position',
            field=models.PositiveSmallIntegerField(db_default=32000, default=32000),
        ),
        migrations.AddField(
            model_name='related',
            name='reason_en',
            field=models.CharField(blank=True, db_default='', max_length=200, verbose_name='reason in English'),
        ),
        migrations.AddField(
            model_name='related',
            name='reason_zh',
            field=models.CharField(blank=True, db_default='', max_length=200, verbose_name='reason in Chinese'),
        ),
        migrations.AlterField(
            model_name='related',
            name='score',
            field=models.FloatField(default=0),
        ),
        migrations.AddIndex(
            model_name='related',
            index=models.Index(fields=['article', 'position', '-score'], name='related_in_order'),
        ),
    ]
