"""Articles: what readers see, when they may see it, and how much of it."""

from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.derivation import derive
from articles.models.desk_state import DeskState
from articles.models.languages import Language
from articles.models.source import Rights, Source
from articles.models.story import Story
from articles.models.summary import Summary
from articles.models.tag import ArticleTag, TagsByLabel
from articles.rendering import UnrenderableBody, render_body
from articles.text.normalise import tidy
from articles.text.slugs import slugify


class EditConflict(Exception):
    """Somebody saved the article after this copy of it was read."""


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Precision(models.TextChoices):
    """How exactly the source prints its date."""

    UNKNOWN = "", _("no date printed")
    DAY = "day", _("day")
    MINUTE = "minute", _("minute")


class AtTheDesk(models.Func):
    """Whether an article has any summary at all, in the very words of the index "article_summarised".

    SQLite uses a partial index only where its condition is repeated without parameters.
    """

    template = f"NOT (%(expressions)s = '{DeskState.NONE}')"
    output_field = models.BooleanField()


class ArticleQuerySet(models.QuerySet):
    def published(self):
        """What readers may see now. Said here and nowhere else."""
        return self.filter(visible_from__lte=timezone.now())

    def leads(self):
        """One article a story: what lists and counts are made of."""
        return self.filter(is_lead=True)

    def newest_first(self):
        return self.order_by("-sorted_at", "-pk")

    def summarised(self):
        """Those with a summary that readers see, found along the index of those the desk has worked on."""
        told = Summary.objects.published().filter(article=models.OuterRef("pk"))
        return self.filter(AtTheDesk("desk_state"), models.Exists(told))

    def for_cards(self):
        """Everything a list shows and no bodies, in three queries whatever its length."""
        bodies = ("rendering__body_html", "rendering__opening_html")
        return self._told(Summary.objects.published().for_lists()).defer(*bodies)

    def for_reading(self):
        """Everything that an article's own page and feeds show, in as many queries."""
        return self._told(Summary.objects.published().for_reading())

    def _told(self, summaries):
        told = self.select_related("source", "rendering").defer("body", "rendering__folded")
        return told.prefetch_related(models.Prefetch("summaries", summaries), "tags")

    def older_than(self, article):
        # The first condition repeats part of the second, so that SQLite seeks in the index.
        at, pk = article.sorted_at, article.pk
        before = models.Q(sorted_at__lt=at) | models.Q(sorted_at=at, pk__lt=pk)
        return self.filter(before, sorted_at__lte=at).newest_first()

    def newer_than(self, article):
        at, pk = article.sorted_at, article.pk
        after = models.Q(sorted_at__gt=at) | models.Q(sorted_at=at, pk__gt=pk)
        return self.filter(after, sorted_at__gte=at).order_by("sorted_at", "pk")

    def indexed(self):
        """What search engines may list under our address."""
        shown_here = models.Q(source_url="") | models.Q(source__rights__in=set(Rights) - {Rights.FULL})
        return self.filter(shown_here)


class Article(models.Model):
    headline = models.CharField(_("headline"), max_length=300)
    headline_is_provisional = models.BooleanField(
        _("headline is provisional"),
        default=False,
        help_text=_("Cut from the first sentence because the document prints none."),
    )
    slug = models.SlugField(max_length=100, allow_unicode=True, editable=False)
    standfirst = models.TextField(_("standfirst"), blank=True)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("source")
    )
    source_url = models.URLField(_("source URL"), max_length=2000, blank=True)
    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_("As the source prints it. A date without a time is stored as midnight UTC."),
    )
    published_precision = models.CharField(
        _("precision"), max_length=10, choices=Precision.choices, default=Precision.UNKNOWN, blank=True
    )
    language = models.CharField(
        _("language"), max_length=10, choices=Language.choices, default=Language.ZH_HANT
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    link_topics = models.BooleanField(_("link topics in the body"), default=True)
    scheduled_for = models.DateTimeField(_("scheduled for"), null=True, blank=True)
    visible_from = models.DateTimeField(null=True, editable=False)
    sorted_at = models.DateTimeField(editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)
    story = models.ForeignKey(
        Story, models.SET_NULL, null=True, editable=False, related_name="articles", verbose_name=_("story")
    )
    story_is_fixed = models.BooleanField(default=False, editable=False)  # an editor split or joined it
    is_lead = models.BooleanField(default=True, editable=False)  # of its story; alone counts as leading
    borrowed = models.JSONField(default=dict, editable=False)  # from copies that print what this one does not
    desk_state = models.CharField(
        max_length=10, choices=DeskState.choices, default=DeskState.NONE, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    # Last, so that a row read without its body never touches the pages that hold it.
    body = models.TextField(_("body"), help_text=_("Markdown. ▲ opens a caption, ※ an editor's note."))

    tags = TaggableManager(through=ArticleTag, manager=TagsByLabel, blank=True, verbose_name=_("topics"))
    objects = ArticleQuerySet.as_manager()

    DERIVED = ("slug", "visible_from", "sorted_at", "version")

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            models.Index(fields=["-sorted_at", "-id"], name="article_newest"),
            models.Index(fields=["source", "-sorted_at", "-id"], name="article_of_source"),
            models.Index(fields=["status", "-id"], name="article_status"),
            models.Index(fields=["source_url"], name="article_source_url"),
            models.Index(fields=["desk_state", "-sorted_at", "-id"], name="article_desk"),
            models.Index(
                fields=["-sorted_at", "-id"],
                condition=~models.Q(desk_state=DeskState.NONE),
                name="article_summarised",
            ),
        ]
        permissions = [("publish_article", "Can publish articles")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="scheduled") | models.Q(scheduled_for__isnull=False),
                name="scheduled_article_has_a_time",
            ),
        ]

    def __str__(self):
        return self.headline

    def save(self, *args, update_fields=None, **kwargs):
        """Save, and derive everything that follows from the article.

        Raises EditConflict when the row was saved by somebody else since this copy was read.
        """
        with transaction.atomic():
            self._claim_next_version()
            self._set_derived_columns()
            if update_fields is not None:
                update_fields = {*update_fields, *self.DERIVED, "updated_at"}
            super().save(*args, update_fields=update_fields, **kwargs)
            derive(self)

    def get_absolute_url(self):
        return reverse("article", args=[self.pk, self.slug])

    def _claim_next_version(self):
        mine = Article.objects.filter(pk=self.pk, version=self.version)
        if not self._state.adding and not mine.update(version=self.version + 1):
            raise EditConflict(self.headline)
        self.version += 1

    def _set_derived_columns(self):
        self.slug = slugify(self.headline)
        self.visible_from = self._first_visible()
        self.sorted_at = self.sorting_date()
        if self.published_at and not self.published_precision:
            self.published_precision = Precision.MINUTE

    def sorting_date(self):
        """The printed date, its own or a copy's, else when readers first saw it, else when it came."""
        return self.dated_at or self.visible_from or self.created_at or timezone.now()

    def stand_in_story(self, *, is_lead: bool, borrowed: dict) -> None:
        """Take a place among copies; not an edit, so the version stays."""
        self.is_lead, self.borrowed = is_lead, borrowed
        self.sorted_at = self.sorting_date()
        place = {name: getattr(self, name) for name in ("story", "is_lead", "borrowed", "sorted_at")}
        Article.objects.filter(pk=self.pk).update(**place)

    def _first_visible(self):
        if self.status == Status.SCHEDULED:
            return self.scheduled_for
        if self.status == Status.PUBLISHED:
            now = timezone.now()
            return min(self.visible_from or now, now)
        return None

    def clean(self):
        self.headline = tidy(self.headline)
        if not self.headline:
            raise ValidationError({"headline": _("A headline needs words.")})
        if self.status == Status.SCHEDULED and not self.scheduled_for:
            raise ValidationError({"scheduled_for": _("Say when a scheduled article is to appear.")})
        try:
            render_body(self.body)
        except UnrenderableBody as error:
            raise ValidationError({"body": str(error)}) from error

    @property
    def body_html(self) -> SafeString:
        """The whole body rendered, whatever its rights: for editors. Readers get `shown_html`."""
        return mark_safe(self.rendering.body_html)  # noqa: S308  sanitized when it was derived

    @property
    def rights(self) -> str:
        return self.source.rights if self.source else Rights.FULL

    @property
    def is_shown_whole(self) -> bool:
        return self.rights in (Rights.OWN, Rights.FULL)

    @property
    def shown_html(self) -> SafeString:
        """What a reader may see of the body. Every page, feed and card asks here."""
        if self.is_shown_whole:
            return self.body_html
        opening = self.rendering.opening_html if self.rights == Rights.EXCERPT else ""
        return mark_safe(opening)  # noqa: S308  sanitized when it was derived

    @property
    def shown_standfirst(self) -> str:
        return "" if self.rights == Rights.LINK else self.standfirst

    @property
    def shown_excerpt(self) -> str:
        return "" if self.rights == Rights.LINK else self.rendering.excerpt

    @property
    def is_indexed(self) -> bool:
        """Search engines belong at the source when the whole text is there; `indexed()` says it of many."""
        return self.rights != Rights.FULL or not self.source_url

    @property
    def shown_headline(self) -> str:
        """The headline, a copy's where this document prints none."""
        return self.borrowed.get("headline", self.headline)

    @property
    def shown_byline(self) -> str:
        return self.byline or self.borrowed.get("byline", "")

    @property
    def dated_at(self):
        """The printed date in UTC, a copy's where this document prints none, None when no copy does."""
        borrowed = self.borrowed.get("published_at")
        return self.published_at or (datetime.fromisoformat(borrowed) if borrowed else None)

    @property
    def printed_at(self):
        """The date as the source prints it: a date alone, or a time in the source's own zone."""
        if not self.dated_at:
            return None
        precision = self.published_precision or self.borrowed.get("published_precision")
        if precision == Precision.DAY:
            return self.dated_at.astimezone(UTC).date()
        return self.dated_at.astimezone(self.source.zone) if self.source else self.dated_at
