"""One more kind of name: one that the house does not use."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0023_subscriptions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='label',
            name='kind',
            field=models.CharField(choices=[('preferred', 'Preferred'), ('script', 'The same name, written otherwise'), ('translation', 'Another name'), ('former', 'A former name'), ('not_used', 'Not used by us')], default='translation', max_length=20, verbose_name='kind'),
        ),
    ]
