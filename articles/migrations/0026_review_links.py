"""Links for reviewers without an account, and their notes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0025_name_uses'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReviewLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='review_links', to='articles.article')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'review link',
                'verbose_name_plural': 'review links',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReviewNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('article', 'The article'), ('zh', 'The Chinese summary'), ('en', 'The English summary')], max_length=10, verbose_name='part')),
                ('name', models.CharField(blank=True, max_length=100, verbose_name='your name')),
                ('text', models.TextField(max_length=2000, verbose_name='your note')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('settled_at', models.DateTimeField(db_index=True, null=True)),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='articles.reviewlink')),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'note of a reviewer',
                'verbose_name_plural': 'notes of reviewers',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('link', 'part'), name='one_note_a_part')],
            },
        ),
    ]
