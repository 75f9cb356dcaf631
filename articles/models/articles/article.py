"""Articles: their fields, when readers may see them, and what a save does."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.freshness import LISTS, beside_article, of_article, of_topic, renew
from articles.models.addresses import address
from articles.models.articles.change import RECORDED, ArticleChange, Why
from articles.models.articles.derivation import derive
from articles.models.articles.prepared import prepared
from articles.models.articles.queryset import TRASH, ArticleQuerySet
from articles.models.articles.shown import Precision, Shown
from articles.models.articles.story import Story
from articles.models.articles.turns import in_turn
from articles.models.languages import Language
from articles.models.source import Source
from articles.models.summaries.desk_state import DeskState
from articles.models.topics.tag import ArticleTag, TagsByLabel, topics_of
from articles.models.undated import UNDATED
from articles.rendering import UnrenderableBody, render_body
from articles.text.normalise import tidy
from articles.text.slugs import slugify


class EditConflict(Exception):
    """Somebody saved the article after this copy of it was read."""


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("For review")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    TRASH = TRASH, _("In the trash")


class Article(Shown, models.Model):
    headline = models.CharField(_("headline"), max_length=300)
    headline_is_provisional = models.BooleanField(
        _("headline is provisional"),
        default=False,
        help_text=_("Cut from the first sentence because the document prints none."),
    )
    slug = models.SlugField(max_length=100, allow_unicode=True, editable=False, db_index=False)
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
        help_text=_(
            "As the source prints it. A date without a time is stored as midnight UTC. Without a date the "
            "article stands among the undated, below all others."
        ),
    )
    published_precision = models.CharField(
        _("precision"), max_length=10, choices=Precision.choices, default=Precision.UNKNOWN, blank=True
    )
    language = models.CharField(
        _("language"), max_length=10, choices=Language.choices, default=Language.ZH_HANT
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    link_topics = models.BooleanField(_("link topics in the body"), default=True)
    note_to_editor = models.TextField(
        _("note to the editor"),
        blank=True,
        default="",
        db_default="",
        max_length=1000,
        help_text=_("What an editor should know or decide. Readers never see it."),
    )
    scheduled_for = models.DateTimeField(_("scheduled for"), null=True, blank=True)
    visible_from = models.DateTimeField(null=True, editable=False)
    was_public = models.BooleanField(default=False, editable=False)  # readers have had it; see `withdrawn()`
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

    # Who saves, and why: said on the instance before it is saved, kept with what the save replaces.
    changed_by, changed_because = None, Why.EDIT
    # From a save until all that follows from it is derived: whether it is the first, and what it replaced.
    is_new, replaced = False, {}

    tags = TaggableManager(through=ArticleTag, manager=TagsByLabel, blank=True, verbose_name=_("topics"))
    objects = ArticleQuerySet.as_manager()

    DERIVED = ("slug", "visible_from", "was_public", "sorted_at", "version")

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            models.Index(fields=["-sorted_at", "-id"], name="article_newest"),
            models.Index(fields=["source", "-sorted_at", "-id"], name="article_of_source"),
            # What counts by month and by source reads nothing but these.
            models.Index(fields=["sorted_at", "is_lead", "visible_from"], name="article_by_month"),
            models.Index(fields=["source", "visible_from", "sorted_at"], name="article_by_source"),
            models.Index(fields=["status", "-id"], name="article_status"),
            models.Index(fields=["source_url"], name="article_source_url"),
            models.Index(fields=["desk_state", "-sorted_at", "-id"], name="article_desk"),
            models.Index(
                fields=["-sorted_at", "-id"],
                condition=~models.Q(desk_state=DeskState.NONE),
                name="article_summarised",
            ),
            # The few that editors look for and count.
            models.Index(
                fields=["-id"],
                condition=models.Q(headline_is_provisional=True),
                name="article_provisional",
            ),
        ]
        permissions = [
            ("publish_article", "Can publish articles"),
            ("destroy_article", "Can empty the trash"),
        ]
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
        self.is_new = self._state.adding
        with in_turn(savepoint=not self.is_new):
            self._claim_next_version()
            self._set_derived_columns()
            replaced = self._stored_otherwise(RECORDED if update_fields is None else update_fields)
            self.replaced = replaced | self.replaced
            if update_fields is not None:
                update_fields = {*update_fields, *self.DERIVED, "updated_at"}
            super().save(*args, update_fields=update_fields, **kwargs)
            ArticleChange.objects.record(self, replaced)
            derive(self)

    def get_absolute_url(self):
        return address("article", self.pk, self.slug)

    def earlier(self, rows):
        """Those rows as they were derived before, of a manager or queryset; none of a new article."""
        return rows.none() if self.is_new else rows.all()

    def delete(self, *args, **kwargs):
        return Article.objects.filter(pk=self.pk).delete()

    @property
    def taken(self):
        """Who reads it to publish it, and since when; None while nobody does, or it waits for no review."""
        taking = getattr(self, "taking", None) if self.status == Status.REVIEW else None
        return taking if taking and taking.is_current else None

    def _claim_next_version(self):
        mine = Article.objects.filter(pk=self.pk, version=self.version)
        if not self._state.adding and not mine.update(version=self.version + 1):
            raise EditConflict(self.headline)
        self.version += 1
        self.read_story_again()

    def read_story_again(self) -> None:
        """Which changes with its copies, without a new version of this article. A new one has none."""
        if not self.is_new:
            self.refresh_from_db(fields=["story", "story_is_fixed", "is_lead", "borrowed"])

    def _stored_otherwise(self, saved) -> dict:
        """What the row has in those of the saved fields that are recorded and have changed."""
        names = {*RECORDED} & {*saved} - self.get_deferred_fields()
        if self.is_new or not names:
            return {}
        stored = Article.objects.filter(pk=self.pk).values(*names).first()
        own = {name: self._meta.get_field(name).value_from_object(self) for name in names}
        return {name: value for name, value in (stored or {}).items() if value != own[name]}

    def _set_derived_columns(self):
        self.slug = slugify(self.headline)
        before, self.visible_from = self.visible_from, self._first_visible()
        now = timezone.now()
        self.was_public |= any(moment <= now for moment in (before, self.visible_from) if moment)
        self.sorted_at = self.sorting_date()
        if self.published_at and not self.published_precision:
            self.published_precision = Precision.MINUTE

    def sorting_date(self):
        """The printed date, its own or a copy's, else below all that print one."""
        return self.dated_at or UNDATED

    def stand_in_story(self, *, is_lead: bool, borrowed: dict) -> None:
        """Take a place among copies; not an edit, so the version stays."""
        self.is_lead, self.borrowed = is_lead, borrowed
        self.sorted_at = self.sorting_date()
        place = {name: getattr(self, name) for name in ("story", "is_lead", "borrowed", "sorted_at")}
        Article.objects.filter(pk=self.pk).update(**place)
        self.renew_pages()

    def renew_pages(self):
        """Renew what shows the article, and the pages that it comes between. Those that it leaves name it."""
        neighbours = read_neighbours(timezone.now(), self.sorted_at, self.pk)
        between = [*map(beside_article, neighbours), *map(of_topic, topics_of(self.pk))]
        renew(LISTS, of_article(self.pk), *between)

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


@prepared
def read_neighbours(now, sorted_at, pk):
    """The numbers of the articles before and after one in the order of reading."""
    leads, here = Article.objects.published(now).leads(), Article(sorted_at=sorted_at, pk=pk)
    both = leads.older_than(here), leads.newer_than(here)
    found = Article.objects.filter(pk__in=[models.Subquery(rows.values("pk")[:1]) for rows in both])
    return found.values_list("pk", flat=True)
