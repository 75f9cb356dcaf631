"""The findings of the checks that editors have dismissed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0020_queue'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Dismissal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(editable=False, max_length=32)),
                ('language', models.CharField(choices=[('zh-Hant', 'Traditional Chinese'), ('zh-Hans', 'Simplified Chinese'), ('en', 'English')], max_length=10, verbose_name='language')),
                ('rule', models.CharField(max_length=40, verbose_name='rule')),
                ('quote', models.CharField(max_length=200, verbose_name='words')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('dismissed_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='dismissed at')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dismissals', to='articles.article')),
                ('dismissed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='dismissed by')),
            ],
            options={
                'verbose_name': 'dismissed finding',
                'verbose_name_plural': 'dismissed findings',
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(fields=('article', 'mark'), name='one_dismissal_of_a_finding')],
            },
        ),
    ]
