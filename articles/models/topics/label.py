"""The glossary: what each topic is called, in every language and spelling.

Labels are what people see; a key is a label folded, and belongs to one topic only. Keys are how a name that
somebody types, prints or links to finds its topic: tag entry, import, redirects and search all ask here.
"""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.freshness import of_topic, renew
from articles.models.articles.turns import in_turn
from articles.models.languages import Language
from articles.text.language import detect_language
from articles.text.normalise import clean_name
from articles.text.scripts import fold

MAX_NAME = 100
SEPARATORS = re.compile(r"[,，、;；\n]+")  # between the names that an editor types in one line
PREFIX = 2  # characters of a folded name, by which texts are searched for names


class LabelKind(models.TextChoices):
    PREFERRED = "preferred", _("Preferred")
    SCRIPT = "script", _("The same name, written otherwise")
    TRANSLATION = "translation", _("Another name")
    FORMER = "former", _("A former name")
    NOT_USED = "not_used", _("Not used by us")


def validate_name(name: str) -> None:
    """Refuses what a reader could not see or say, and what an editor could not type into a line of topics.

    Nothing visible, punctuation only, over 100 characters; a mark that parts names: D.C. behind a comma is
    a topic of its own there.
    """
    cleaned = clean_name(name)
    if not cleaned:
        raise ValidationError(_("A topic needs a name that can be seen."))
    if len(cleaned) > MAX_NAME:
        raise ValidationError(_("A name has at most %d characters.") % MAX_NAME)
    if not any(character.isalnum() or ord(character) > 0x2FFF for character in cleaned):
        raise ValidationError(_("A name needs more than punctuation."))
    if mark := SEPARATORS.search(cleaned):
        raise ValidationError(_("A name holds no “%s”: topics are typed with it between them.") % mark[0])


def folded_name(name: str) -> str:
    """The key of a name: however it is typed, in either script, it is the same key."""
    return fold(clean_name(name))


class LabelKeyQuerySet(models.QuerySet):
    def published(self, now=None):
        """The names of topics that readers may know of. now: given to a prepared query."""
        tags = self.model._meta.get_field("tag").related_model.objects.published(now)
        return self.filter(models.Exists(tags.filter(pk=models.OuterRef("tag"))))


class LabelKey(models.Model):
    """One folded name and the topic it means. The database keeps it unique, whoever writes at once."""

    folded = models.CharField(max_length=2 * MAX_NAME, primary_key=True)
    tag = models.ForeignKey("articles.Tag", models.CASCADE, related_name="keys")

    objects = LabelKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("key")
        verbose_name_plural = _("keys")

    def __str__(self):
        return self.folded


class Label(models.Model):
    # A constraint below begins with it.
    tag = models.ForeignKey(
        "articles.Tag", models.CASCADE, related_name="labels", verbose_name=_("topic"), db_index=False
    )
    text = models.CharField(_("name"), max_length=MAX_NAME, validators=[validate_name])
    language = models.CharField(_("language"), max_length=10, choices=Language.choices, blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=LabelKind.choices, default=LabelKind.TRANSLATION
    )
    prefix = models.CharField(max_length=PREFIX, editable=False, db_default="")  # of its key
    is_linked = models.BooleanField(
        _("link in bodies"), default=True, help_text=_("Turn off for names that are also common words.")
    )

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["pk"]
        indexes = [models.Index(fields=["prefix"], name="label_by_prefix")]
        constraints = [
            models.UniqueConstraint(fields=["tag", "text", "language"], name="one_label_once_a_topic"),
            models.UniqueConstraint(
                fields=["tag", "language"],
                condition=models.Q(kind="preferred"),
                name="one_preferred_label_a_language",
            ),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        """Save, claim the key, and let the topic know. Raises ValidationError for a name that is taken.

        A preferred label that is changed leaves its old text behind as a former name: addresses never die.
        """
        validate_name(self.text)
        self.text = clean_name(self.text)
        self.prefix = folded_name(self.text)[:PREFIX]
        self.language = self.language or detect_language(self.text)
        with in_turn():
            before = Label.objects.filter(pk=self.pk).first()
            self._claim_key()
            super().save(*args, **kwargs)
            if before and before.text != self.text:
                self._leave_behind(before)
            self.tag.take_names_from_labels()

    def delete(self, *args, **kwargs):
        """Delete, and free the key unless another label of the topic needs it."""
        with in_turn():
            deleted = super().delete(*args, **kwargs)
            self._free_key(self.text)
            self.tag.take_names_from_labels()
        return deleted

    def clean(self):
        self.text = clean_name(self.text)
        refuse_taken("text", self.text, self.tag_id)

    def _claim_key(self):
        key = folded_name(self.text)
        holder = LabelKey.objects.get_or_create(folded=key, defaults={"tag_id": self.tag_id})[0]
        if holder.tag_id != self.tag_id:
            raise taken(holder)

    def _leave_behind(self, before):
        if before.kind == LabelKind.PREFERRED:
            former = {"kind": LabelKind.FORMER, "is_linked": before.is_linked}
            self.tag.labels.get_or_create(text=before.text, language=before.language, defaults=former)
        else:
            self._free_key(before.text)

    def _free_key(self, text):
        key = folded_name(text)
        if all(folded_name(label.text) != key for label in self.tag.labels.all()):
            LabelKey.objects.filter(folded=key, tag=self.tag_id).delete()
            renew(of_topic(self.tag_id))


def refuse_taken(field: str, name: str, tag_id: int | None) -> None:
    """Raise ValidationError for a form's field whose name means another topic already."""
    holder = LabelKey.objects.filter(folded=folded_name(name)).select_related("tag").first()
    if holder and holder.tag_id != tag_id:
        raise taken(holder, field)


def taken(holder: LabelKey, field: str = "text") -> ValidationError:
    """The refusal of a name that means another topic."""
    return ValidationError({field: _("This name belongs to the topic “%s” already.") % holder.tag.name})
