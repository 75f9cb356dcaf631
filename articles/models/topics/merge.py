"""Merging topics: redirect, audit and undo. Merges in any order, or at once, lose nothing."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.freshness import ALL, renew
from articles.models.articles.turns import in_turn
from articles.models.topics.distinction import TagDistinction
from articles.models.topics.label import LabelKey, LabelKind
from articles.models.topics.story_count import count_stories
from articles.models.topics.tag import ArticleTag, Tag

COUNTED_AGAIN = {"id", "story_count", "preferred"}  # all other fields of a topic are kept as they are
KEPT_FIELDS = [field.attname for field in Tag._meta.concrete_fields if field.name not in COUNTED_AGAIN]


class TagMerge(models.Model):
    """One topic merged into another.

    before: what undoing needs: the topic's own fields, its labels, the articles it had (`articles`), those of
    them that the target had too (`shared`), the topics merged into it before (`merged`), and those that it
    had been told apart from (`apart`), each with the number of who said so.
    """

    old_id = models.BigIntegerField(_("number"), unique=True)
    old_name = models.CharField(_("name"), max_length=100)
    target = models.ForeignKey(Tag, models.CASCADE, related_name="merged", verbose_name=_("merged into"))
    before = models.JSONField(default=dict, editable=False)
    merged_at = models.DateTimeField(_("merged at"), auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("merged by")
    )

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at", "-pk"]

    def __str__(self):
        return f"{self.old_name} → {self.target}"

    @classmethod
    @in_turn()
    def merge(cls, old_id: int, target_id: int, by=None) -> "TagMerge | None":
        """Merge the topic that `old_id` means into the one that `target_id` means today.

        None when both mean one topic already, as after a merge by somebody else in the same moment.
        Raises Tag.DoesNotExist when a number means none.
        """
        old, target = _meant(old_id), _meant(target_id)
        if old == target:
            return None
        state = _state(old, target)
        record = cls(old_id=old.pk, old_name=old.name, target=target, merged_by=by, before=state)
        _hand_over(old, target)
        cls.objects.filter(target=old).update(target=target)
        old.delete()
        record.save()
        renew(ALL)
        return record

    def undo(self) -> Tag:
        """Bring the merged topic back with its labels and articles, where they still are with the target.

        Raises ValidationError when its name has been given to another topic since. One that it was made of,
        brought back before it, has what it had.
        """
        with in_turn():
            target = Tag.objects.get(pk=self.target_id)
            old = self._bring_back(target)
            TagMerge.objects.filter(old_id__in=self.before["merged"], target=target).update(target=old)
            target.take_names_from_labels()
            self.delete()
            renew(ALL)
        return old

    def _bring_back(self, target):
        before = self.before
        keys = LabelKey.objects.filter(folded__in=before["keys"])
        if keys.exclude(tag=target).exclude(tag__in=before["merged"]).exists():
            raise ValidationError(_("A name of “%s” belongs to another topic now.") % self.old_name)
        old = Tag(pk=self.old_id, preferred={}, **before["fields"])
        models.Model.save(old, force_insert=True)
        keys.filter(tag=target).update(tag=old)
        for text, language, kind in before["labels"]:
            target.labels.filter(text=text, language=language).update(tag=old, kind=kind)
        _give_back_articles(old, target, before)
        _tell_apart_again(old, before)
        old.take_names_from_labels()
        return old


def _meant(number):
    """The topic that a number means; in our turn nobody merges it away."""
    topic = Tag.objects.holding(number)
    if topic is None:
        raise Tag.DoesNotExist(f"There is no topic {number}.")
    return topic


def _state(old, target):
    articles = list(old.tagged.values_list("content_object", flat=True))
    return {
        "fields": {name: getattr(old, name) for name in KEPT_FIELDS},
        "keys": list(old.keys.values_list("folded", flat=True)),
        "labels": [list(label) for label in old.labels.values_list("text", "language", "kind")],
        "articles": articles,
        "shared": list(_both(old, target).values_list("content_object", flat=True)),
        "merged": list(TagMerge.objects.filter(target=old).values_list("old_id", flat=True)),
        "apart": TagDistinction.of(old),
    }


def _both(old, target):
    """The old topic's rows of articles that have the target too."""
    return old.tagged.filter(content_object__in=target.tagged.values("content_object"))


def _hand_over(old, target):
    """Everything that leads to the old topic leads to the target from now on."""
    taken = target.labels.filter(kind=LabelKind.PREFERRED).values("language")
    old.labels.filter(kind=LabelKind.PREFERRED, language__in=taken).update(kind=LabelKind.TRANSLATION)
    old.labels.update(tag=target)
    old.keys.update(tag=target)
    _both(old, target).delete()
    old.tagged.update(tag=target)
    count_stories([target.pk])
    if old.is_known:
        Tag.objects.filter(pk=target.pk).update(is_known=True)
    target.take_names_from_labels()


def _give_back_articles(old, target, before):
    moved = set(before["articles"]) - set(before["shared"])
    target.tagged.filter(content_object__in=moved).update(tag=old)
    shared = target.tagged.filter(content_object__in=before["shared"])
    ArticleTag.objects.bulk_create(
        ArticleTag(
            tag=old,
            content_object_id=row.content_object_id,
            source_id=row.source_id,
            visible_from=row.visible_from,
            sorted_at=row.sorted_at,
        )
        for row in shared
    )
    count_stories([old.pk, target.pk])


def _tell_apart_again(old, before):
    """Merges of earlier versions kept none. One that was merged since is what it was merged into."""
    for number, by in before.get("apart", ()):
        if other := Tag.objects.holding(number):
            TagDistinction.declare(old, other, get_user_model().objects.filter(pk=by).first())
