"""Articles that authors hand in, with a note to the editor."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0029_cleaning_corrections'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='note_to_editor',
            field=models.TextField(blank=True, db_default='', default='', help_text='What an editor should know or decide. Readers never see it.', max_length=1000, verbose_name='note to the editor'),
        ),
        migrations.AlterField(
            model_name='article',
            name='status',
            field=models.CharField(choices=[('draft', 'Draft'), ('review', 'For review'), ('scheduled', 'Scheduled'), ('published', 'Published'), ('withdrawn', 'Withdrawn'), ('trash', 'In the trash')], default='draft', max_length=10, verbose_name='status'),
        ),
    ]
