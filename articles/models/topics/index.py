"""Where each topic stands in the topic index of each interface, so that the index is read page by page."""

from django.db import models

from articles.text.collation import heading

INTERFACES = ("zh-Hant", "zh-Hans", "en")


class TopicIndexEntry(models.Model):
    """heading: strokes or a letter, see `text.collation`. name: as it is shown in that interface.

    kind: the topic's.
    """

    tag = models.ForeignKey("articles.Tag", models.CASCADE, related_name="index_entries")
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=20, db_default="topic")
    heading = models.CharField(max_length=2)
    name = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "language"], name="one_entry_an_interface")]
        indexes = [
            models.Index(fields=["language", "kind", "heading", "name", "tag"], name="topic_index_order")
        ]

    def __str__(self):
        return self.name


def index_topic(tag) -> None:
    """Enter a topic where its names say, in every interface. Called when they change."""
    names = {language: tag.label_in(language)[0] for language in INTERFACES}
    TopicIndexEntry.objects.bulk_create(
        [
            TopicIndexEntry(tag=tag, language=language, kind=tag.kind, heading=heading(name), name=name)
            for language, name in names.items()
        ],
        update_conflicts=True,
        unique_fields=["tag", "language"],
        update_fields=["kind", "heading", "name"],
    )
