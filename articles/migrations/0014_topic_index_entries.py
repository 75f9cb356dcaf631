"""A topic's place in the topic index is called an index entry."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_pending_words"),
    ]

    operations = [
        migrations.RenameModel("TopicPlace", "TopicIndexEntry"),
        migrations.RenameIndex("TopicIndexEntry", new_name="topic_index_order", old_name="topicplace_order"),
        migrations.AlterField(
            "TopicIndexEntry",
            "tag",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="index_entries", to="articles.tag"
            ),
        ),
        migrations.RemoveConstraint("TopicIndexEntry", "one_place_an_interface"),
        migrations.AddConstraint(
            "TopicIndexEntry",
            models.UniqueConstraint(fields=("tag", "language"), name="one_entry_an_interface"),
        ),
    ]
