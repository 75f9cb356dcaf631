"""How often an article calls something by which name, as it is printed: what tables of topics are made of.

A use belongs to the glossary's key and through it to the topic that the key means today, so that topics which
are merged take their uses along.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.topics.label import MAX_NAME, LabelKey


class NameUse(models.Model):
    """form: the name as printed. places: of each use, the number of its block of prose and its offset."""

    # The constraint below begins with it.
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="name_uses", db_index=False)
    key = models.ForeignKey(LabelKey, models.CASCADE, related_name="uses", db_index=False)
    form = models.CharField(max_length=2 * MAX_NAME)
    count = models.PositiveIntegerField()
    places = models.JSONField(default=list)

    class Meta:
        verbose_name = _("use of a name")
        verbose_name_plural = _("uses of names")
        constraints = [models.UniqueConstraint(fields=["article", "form"], name="one_row_a_form_and_article")]
        indexes = [models.Index(fields=["key", "article", "form", "count"], name="name_uses_of_key")]

    def __str__(self):
        return f"{self.form} × {self.count}"
