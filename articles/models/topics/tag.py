"""Topics: taggit's manager over a tag of our own, in any script, one for each name however it is typed."""

import json
import re
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles.freshness import ALL, of_topic, renew
from articles.models.addresses import address
from articles.models.articles.derivation import FOLLOWS_TOPICS, derive_as_stored
from articles.models.articles.prepared import prepared
from articles.models.articles.turns import in_turn
from articles.models.functions import DayNumber, Listed, Unsought
from articles.models.topics.index import index_topic
from articles.models.topics.label import (
    MAX_NAME,
    SEPARATORS,
    Label,
    LabelKey,
    LabelKind,
    folded_name,
    refuse_taken,
    validate_name,
)
from articles.models.topics.story_count import count_stories
from articles.text.language import detect_language
from articles.text.normalise import clean_name
from articles.text.slugs import slugify

# A topic is called by its preferred label in the first of these languages that it has one in.
NAMING = ("zh-Hant", "zh-Hans", "en", "ja", "ko")
FALLBACKS = {"zh-Hant": ("zh-Hant", "zh-Hans"), "zh-Hans": ("zh-Hans", "zh-Hant")}

WIKIDATA = "https://www.wikidata.org/wiki/"
# Q and a number, of which the largest has nine digits today (https://www.wikidata.org/wiki/Help:Items).
ITEM = re.compile(rf"(?:{re.escape(WIKIDATA)})?Q[1-9][0-9]{{0,11}}")


def validate_wikidata(typed: str) -> None:
    if not ITEM.fullmatch(typed):
        raise ValidationError(
            _("An item of Wikidata is Q and a number, or %(page)s and that."), params={"page": WIKIDATA}
        )


def split_tags(typed: str) -> list[str]:
    """Names as an editor types them. Spaces do not separate: "shuttle diplomacy" is one tag."""
    names = [clean_name(name) for name in SEPARATORS.split(typed)]
    return list(dict.fromkeys(name for name in names if name))


def join_tags(tags) -> str:
    return "、".join(tag.name for tag in tags)


class Kind(models.TextChoices):
    PERSON = "person", _("Person")
    PLACE = "place", _("Place")
    ORGANISATION = "organisation", _("Organisation")
    EVENT = "event", _("Event")
    TOPIC = "topic", _("Subject")


class TagQuerySet(models.QuerySet):
    def published(self, now=None):
        """Those that readers may know of: a topic of hidden articles alone is hidden too.

        now: given to a prepared query.
        """
        rows = ArticleTag.objects.filter(tag=models.OuterRef("pk"))
        shown = models.Exists(rows.published(now))
        return self.filter(shown | (models.Q(is_known=True) & ~models.Exists(rows)))

    @in_turn(savepoint=False)
    def become_known(self) -> int:
        """Remember those that readers have an article of: their addresses are out. How many are new."""
        shown = ArticleTag.objects.published().filter(tag=models.OuterRef("pk"))
        return self.filter(models.Exists(shown), is_known=False).update(is_known=True)

    def holding(self, pk: int) -> "Tag | None":
        """The topic that a number means today: itself, or what it was merged into; None when unknown."""
        return self.filter(pk=pk).first() or self.filter(merged__old_id=pk).first()

    def known(self, names) -> dict[str, "Tag"]:
        """The topics that these names mean, in any language or spelling, by folded name."""
        wanted = [*{folded_name(name) for name in names}]
        found = keys_of(json.dumps(wanted, ensure_ascii=False)) if wanted else ()
        return {key.folded: key.tag for key in found}

    @in_turn()
    def delete(self):
        return super().delete()

    def named(self, names) -> list["Tag"]:
        """The topics of these names in order, each once; see `by_name`."""
        return list(dict.fromkeys(self.by_name(names).values()))

    def by_name(self, names) -> dict[str, "Tag"]:
        """The topic of each folded name, in the order given, found by any label, made when new.

        Raises ValidationError for a name that cannot be a topic; nothing is made then.
        """
        names = [clean_name(name) for name in names]
        for name in names:
            validate_name(name)
        known = self.known(names)
        for name in names:
            if folded_name(name) not in known:
                known[folded_name(name)] = self._new(name)
        return {folded_name(name): known[folded_name(name)] for name in names}

    def _new(self, name):
        try:
            with transaction.atomic():
                return self.create(name=name, is_known=False)
        except (IntegrityError, ValidationError):  # somebody else named it in the same moment
            return self.known([name])[folded_name(name)]

    def with_counts(self, now=None):
        """`stories`: how many published stories each tag has. Tags without any are left out.

        now: given to a prepared query.
        """
        return self.annotate(stories=stories_of(now=now)).filter(stories__gt=0)


@prepared
def keys_of(folded):
    """The keys of folded names, given as a list in JSON, each with its topic."""
    return LabelKey.objects.filter(folded__in=Listed(folded)).select_related("tag")


class Tag(TagBase):
    """A topic. `name` is what it is called first; its labels say what else, language by language.

    story_count: of its rows that readers may see, now or when their time has come; see `stories_of`.
    is_known: an editor made it for readers, or they have had an article of it; its address lives from then
    on. One that came with an article is unknown until the article appears.
    preferred: a copy of the preferred labels, {language: text}, so that lists need no second table.
    """

    name = models.CharField(_("name"), max_length=MAX_NAME, unique=True, validators=[validate_name])
    slug = models.SlugField(_("slug"), max_length=MAX_NAME, allow_unicode=True, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.TOPIC)
    description_zh = models.TextField(_("description in Chinese"), blank=True, max_length=500)
    description_en = models.TextField(_("description in English"), blank=True, max_length=500)
    wikidata = models.CharField(
        "Wikidata",
        max_length=60,
        blank=True,
        validators=[validate_wikidata],
        help_text=_("Its number there, Q and digits, or the address of its page."),
    )
    is_known = models.BooleanField(default=True, editable=False)
    story_count = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    preferred = models.JSONField(default=dict, editable=False)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def save(self, *args, **kwargs):
        """Save; a new name becomes the preferred label of its language, the one before a former name.

        Raises ValidationError when the name belongs to another topic.
        """
        validate_name(self.name)
        self.name = clean_name(self.name)
        self.wikidata = self.wikidata.removeprefix(WIKIDATA)
        self.slug = slugify(self.name if self._slug_is_outdated() else self.slug or self.name, MAX_NAME)
        is_new = self._state.adding  # and without articles: no page names it
        if not is_new:
            kwargs["update_fields"] = self._written(kwargs.get("update_fields"))
        with in_turn():
            # Past TagBase.save(), which would number a second slug of one kind: our addresses carry the id.
            models.Model.save(self, *args, **kwargs)
            if self.name not in self.preferred.values():
                self._prefer_own_name()
        if not is_new:
            self.index_entries.update(kind=self.kind)
            renew(ALL)

    @in_turn()
    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        renew(ALL)
        return deleted

    def get_absolute_url(self):
        return address("tag", self.pk, self.slug)

    @property
    def wikidata_address(self) -> str:
        """ "" where an editor has not said which of its things this is."""
        return self.wikidata and WIKIDATA + self.wikidata

    def _written(self, names) -> set[str]:
        """What a save may write: never the count, which has moved on since this copy was read."""
        names = names or {field.name for field in self._meta.concrete_fields} - {"id"}
        return {*names} - {"story_count"} - self.get_deferred_fields()

    def _slug_is_outdated(self):
        """Whether the slug still spells a name that the topic has no longer; one that an editor set stays."""
        before = Tag.objects.filter(pk=self.pk).values_list("name", flat=True).first()
        return before not in (None, self.name) and self.slug == slugify(before, MAX_NAME)

    def clean(self):
        self.name = clean_name(self.name)
        refuse_taken("name", self.name, self.pk)

    def _prefer_own_name(self):
        own = self.labels.filter(text=self.name).first() or Label(tag=self, text=self.name)
        own.language = own.language or detect_language(self.name)
        self.labels.filter(language=own.language, kind=LabelKind.PREFERRED).update(kind=LabelKind.FORMER)
        own.kind = LabelKind.PREFERRED
        own.save()

    def take_names_from_labels(self) -> None:
        """Copy the preferred labels; the topic is called by the first of them in the order of NAMING."""
        before, labels = self.preferred, self.labels.filter(kind=LabelKind.PREFERRED)
        self.preferred = {label.language: label.text for label in labels}
        named = [self.preferred[language] for language in NAMING if language in self.preferred]
        if named and named[0] != self.name:
            self.name, self.slug = named[0], slugify(named[0], MAX_NAME)
        Tag.objects.filter(pk=self.pk).update(name=self.name, slug=self.slug, preferred=self.preferred)
        index_topic(self)
        if before and before != self.preferred:
            renew(ALL)

    def label_in(self, language: str) -> tuple[str, str]:
        """The name to show in an interface language, and the language it is in.

        Falls back to the other Chinese script, then to the topic's own name.
        """
        for candidate in FALLBACKS.get(language, (language,)):
            if candidate in self.preferred:
                return self.preferred[candidate], candidate
        own = next((lang for lang, text in self.preferred.items() if text == self.name), "")
        return self.name, own


def stories(rows: str, **options) -> models.Count:
    """How many stories there are among rows of ArticleTag that are chosen by more than their topic.

    rows: the path to them.
    """
    return models.Count(rows, **options)


def stories_of(tag: str = "", now=None) -> Combinable:
    """How many stories of a topic readers may see now: those counted before, but for the few still to come.

    tag: the path to it, "" among topics. now: given to a prepared query.
    """
    now = now or timezone.now()
    coming = ArticleTag.objects.filter(tag=models.OuterRef(tag or "pk"), visible_from__gt=now)
    return models.F(f"{tag}__story_count".lstrip("_")) - counted(coming)


def counted(rows) -> Coalesce:
    """The number of some rows of one topic, as an expression."""
    numbered = rows.order_by().values("tag").annotate(number=models.Count("pk")).values("number")
    return Coalesce(models.Subquery(numbered), 0)


class ArticleTagQuerySet(models.QuerySet):
    def published(self, now=None):
        """The rows of articles that readers may see now, as `Article.objects.published()` says.

        They are read in the order of an index of their topic, which says nothing of when they are seen.
        """
        return self.alias(seen_from=Unsought("visible_from")).filter(seen_from__lte=now or timezone.now())


class ArticleTag(ItemBase):
    """A topic of an article, with its dates and source copied, so that a topic page reads one index."""

    # The constraint and the indexes below begin with these two.
    content_object = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="tagged", db_index=False
    )
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged", db_index=False)
    source = models.ForeignKey("articles.Source", models.PROTECT, null=True, editable=False, related_name="+")
    visible_from = models.DateTimeField(null=True, editable=False)
    sorted_at = models.DateTimeField(editable=False)
    month = models.GeneratedField(  # 202601: pages count by it along an index, without sorting
        expression=DayNumber("sorted_at") / 100, output_field=models.PositiveIntegerField(), db_persist=True
    )

    objects = ArticleTagQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="one_tag_once_an_article"),
        ]
        indexes = [
            models.Index(fields=["tag", "-sorted_at", "-content_object"], name="articletag_page"),
            models.Index(
                fields=["tag", "source", "month", "visible_from", "content_object"],
                name="articletag_coverage",
            ),
            models.Index(fields=["tag", "visible_from"], name="articletag_counted"),
        ]

    COPIED = ("visible_from", "sorted_at", "source_id")

    def save(self, *args, **kwargs):
        self.copy_article()
        super().save(*args, **kwargs)

    def copy_article(self) -> None:
        """Take over what is copied from the article."""
        for name in self.COPIED:
            setattr(self, name, getattr(self.content_object, name))


@prepared
def topics_of(article):
    """The numbers of an article's topics. article: its number."""
    return ArticleTag.objects.filter(content_object=article).values_list("tag", flat=True)


def derive_topic_dates(article) -> None:
    """Copy an article's dates and source to where topic pages read them; a story counts once."""
    numbers = topics_of(article.pk)
    if not numbers:
        return
    if article.story:
        article.story.count_once_in_topics()
    else:
        copied = {name: getattr(article, name) for name in ArticleTag.COPIED}
        article.earlier(article.tagged).update(**copied)  # those of a new one are copied as they are made
        count_stories(numbers)


class TagsByLabel(_TaggableManager):
    """taggit's manager, finding a tag by any of its labels, however it is typed.

    Its `set` adds and removes what has changed: often nothing, from which nothing follows. Rows are added all
    at once, without the signals of taggit's own.
    """

    @in_turn(savepoint=False)
    def add(self, *tags, **_defaults):
        if tags:
            self._remove_prefetched_objects()
            rows = [
                ArticleTag(content_object=self.instance, tag=tag)
                for tag in self._to_tag_model_instances(tags, {})
            ]
            for row in rows:
                row.copy_article()
            ArticleTag.objects.bulk_create(rows, ignore_conflicts=True)
            derive_as_stored(self.instance, FOLLOWS_TOPICS)

    def remove(self, *tags):
        if tags:
            with self._counted_again():
                super().remove(*tags)

    def clear(self):
        with self._counted_again():
            super().clear()

    @in_turn()
    def set(self, *tags, **options):
        super().set(*tags, **options)

    @contextmanager
    def _counted_again(self):
        """Within, the article leaves some of its topics."""
        with in_turn():
            left = topics_of(self.instance.pk)
            yield
            count_stories(left)
            derive_as_stored(self.instance, FOLLOWS_TOPICS)
            renew(*map(of_topic, left))

    def get_prefetch_querysets(self, instances, querysets=None):
        """In the order they were given, as one article's `all()`: taggit leaves it to the database."""
        tags, *lookup = super().get_prefetch_querysets(instances, querysets)
        return tags.order_by("tagged__pk"), *lookup

    def _to_tag_model_instances(self, tags, tag_kwargs):
        found = Tag.objects.by_name([tag for tag in tags if isinstance(tag, str)])
        chosen = [found[folded_name(tag)] if isinstance(tag, str) else tag for tag in tags]
        return list(dict.fromkeys(chosen))
