"""Topics: taggit's manager over a tag of our own, in any script, one for each name however it is typed."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles.text.normalise import clean_name
from articles.text.scripts import fold
from articles.text.slugs import slugify

MAX_NAME = 100
SEPARATORS = re.compile(r"[,，、;；\n]+")


def split_tags(typed: str) -> list[str]:
    """Names as an editor types them. Spaces do not separate: "shuttle diplomacy" is one tag."""
    names = [clean_name(name) for name in SEPARATORS.split(typed)]
    return list(dict.fromkeys(name for name in names if name))


def join_tags(tags) -> str:
    return "、".join(tag.name for tag in tags)


def validate_tag_name(name: str) -> None:
    """Refuses what a reader could not see or say: nothing visible, punctuation only, over 100 characters."""
    cleaned = clean_name(name)
    if not cleaned:
        raise ValidationError(_("A tag needs a name that can be seen."))
    if len(cleaned) > MAX_NAME:
        raise ValidationError(_("A tag has at most %d characters.") % MAX_NAME)
    if not any(character.isalnum() or ord(character) > 0x2FFF for character in cleaned):
        raise ValidationError(_("A tag needs more than punctuation."))


class Kind(models.TextChoices):
    PERSON = "person", _("Person")
    PLACE = "place", _("Place")
    ORGANISATION = "organisation", _("Organisation")
    EVENT = "event", _("Event")
    TOPIC = "topic", _("Topic")


class TagQuerySet(models.QuerySet):
    def named(self, names) -> list["Tag"]:
        """The tags of these names in order, found by folded name, made when new.

        Raises ValidationError for a name that cannot be a tag; nothing is made then.
        """
        names = [clean_name(name) for name in names]
        for name in names:
            validate_tag_name(name)
        known = {tag.folded: tag for tag in self.filter(folded__in=[fold(name) for name in names])}
        for name in names:
            if fold(name) not in known:
                known[fold(name)] = self.get_or_create(folded=fold(name), defaults={"name": name})[0]
        return list(dict.fromkeys(known[fold(name)] for name in names))

    def with_counts(self):
        """`stories`: how many published articles each tag has. Tags without any are left out."""
        live = models.Q(tagged__visible_from__lte=timezone.now())
        return self.annotate(stories=models.Count("tagged", filter=live)).filter(stories__gt=0)


class Tag(TagBase):
    name = models.CharField(_("name"), max_length=MAX_NAME, unique=True, validators=[validate_tag_name])
    slug = models.SlugField(_("slug"), max_length=MAX_NAME, allow_unicode=True, blank=True)
    folded = models.CharField(max_length=2 * MAX_NAME, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.TOPIC)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def clean(self):
        self.name = clean_name(self.name)
        if Tag.objects.filter(folded=fold(self.name)).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("There is a topic of that name already.")})

    def save(self, *args, **kwargs):
        validate_tag_name(self.name)
        self.name = clean_name(self.name)
        self.folded = fold(self.name)
        self.slug = slugify(self.slug or self.name, MAX_NAME)
        # Past TagBase.save(), which would number a second tag of the same slug: our addresses carry the id.
        models.Model.save(self, *args, **kwargs)

    def get_absolute_url(self):
        return reverse("tag", args=[self.pk, self.slug])


class ArticleTag(ItemBase):
    """A topic of an article, with the article's own dates, so that a topic page reads one index."""

    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="tagged")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged")
    visible_from = models.DateTimeField(null=True, editable=False)
    sorted_at = models.DateTimeField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="one_tag_once_an_article"),
        ]
        indexes = [
            models.Index(fields=["tag", "-sorted_at", "-content_object"], name="articletag_page"),
        ]

    def save(self, *args, **kwargs):
        self.visible_from = self.content_object.visible_from
        self.sorted_at = self.content_object.sorted_at
        super().save(*args, **kwargs)


def derive_topic_dates(article) -> None:
    """Copy an article's dates to its rows in topics, where topic pages read them."""
    article.tagged.update(visible_from=article.visible_from, sorted_at=article.sorted_at)


class TagsByFoldedName(_TaggableManager):
    """taggit's manager, finding a tag by its folded name, however it is typed."""

    def _to_tag_model_instances(self, tags, tag_kwargs):
        named = Tag.objects.named([tag for tag in tags if isinstance(tag, str)])
        found = {tag.folded: tag for tag in named}
        chosen = [found[fold(clean_name(tag))] if isinstance(tag, str) else tag for tag in tags]
        return list(dict.fromkeys(chosen))
