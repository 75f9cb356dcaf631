"""Short summaries by our own editors, one for an article and language.

draft → review → published → stale. What readers see is published or stale; an edit of such a summary waits in
`pending` until it is published in its turn, so that no half-written sentence ever reaches a reader.
"""

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.articles.derivation import FOLLOWS_SUMMARIES, derive_as_stored
from articles.models.articles.turns import in_turn
from articles.models.languages import SummaryLanguage
from articles.text.citations import without_citations


class SummaryConflict(Exception):
    """Somebody saved the summary after this copy of it was read."""


class BodyChanged(SummaryConflict):
    """The article has another body by now than the one that the words were read against."""


class SummaryStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("To review")
    PUBLISHED = "published", _("Published")
    STALE = "stale", _("Stale")


AUTOSAVE = "autosave"  # why a row of the history was written, when nobody asked for it
ONE_TURN = timedelta(minutes=30)  # autosaves of one editor within it are one row of the history
SHOWN = (SummaryStatus.PUBLISHED, SummaryStatus.STALE)


class SummaryOrigin(models.TextChoices):
    WRITTEN = "written", _("Written")
    DRAFTED = "drafted", _("Machine-drafted")
    IMPORTED = "imported", _("Imported")


@dataclass(frozen=True)
class Words:
    """What a summary says in one language. points: short statements."""

    headline: str = ""
    text: str = ""
    points: tuple[str, ...] = ()

    def __bool__(self):
        return any((self.headline, self.text, *self.points))

    def replacing(self, change: Callable[[str], str]) -> "Words":
        """The words after a change of each part."""
        return Words(change(self.headline), change(self.text), tuple(map(change, self.points)))

    @property
    def plain(self) -> str:
        """All of it, a part a line, without citations."""
        return "\n".join(filter(None, map(without_citations, (self.headline, self.text, *self.points))))


def fingerprint(body: str) -> str:
    """32 hexadecimal digits that tell one body's text from another's."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class SummaryQuerySet(models.QuerySet):
    def published(self):
        """What readers may see. Said here and nowhere else; `is_shown` says it of one."""
        return self.filter(status__in=SHOWN)

    def for_lists(self):
        return self.only("article", "language", "headline", "text")

    def for_reading(self):
        """All that readers are told. What editors work on is not even fetched."""
        said = ("language", "headline", "text", "points")
        return self.only("article", *said, "status", "origin", "drafted_by", "reviewed_at")


class Summary(models.Model):
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="summaries")
    language = models.CharField(_("language"), max_length=10, choices=SummaryLanguage.choices)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    text = models.TextField(_("text"), max_length=1000)
    points = models.TextField(_("points"), max_length=1000, blank=True, help_text=_("One a line."))
    status = models.CharField(
        _("status"), max_length=10, choices=SummaryStatus.choices, default=SummaryStatus.DRAFT
    )
    origin = models.CharField(
        _("origin"), max_length=10, choices=SummaryOrigin.choices, default=SummaryOrigin.WRITTEN
    )
    drafted_by = models.CharField(_("drafted by"), max_length=100, blank=True)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("writer")
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("reviewer")
    )
    published_at = models.DateTimeField(_("published at"), null=True, editable=False, db_index=True)
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True, editable=False)
    body_fingerprint = models.CharField(max_length=32, blank=True, editable=False)
    pending = models.JSONField(null=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    history = HistoricalRecords(excluded_fields=["updated_at"])
    objects = SummaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("summary")
        verbose_name_plural = _("summaries")
        ordering = ["-language"]
        permissions = [("publish_summary", "Can publish summaries")]
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_summary_a_language"),
        ]

    def __str__(self):
        return self.headline or self.text[:40]

    def save(self, *args, **kwargs):
        """Save; the article is found by its new words from now on.

        Raises SummaryConflict when the row was saved by somebody else since this copy was read.
        """
        with in_turn():
            self._claim_next_version()
            if self.is_shown and not self.body_fingerprint:
                self._vouch_for_the_body()
            super().save(*args, **kwargs)
            derive_as_stored(self.article, FOLLOWS_SUMMARIES)

    @in_turn()
    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        derive_as_stored(self.article, FOLLOWS_SUMMARIES)
        return deleted

    @property
    def short_language(self) -> str:
        """As rows of lists say it, in either script of either interface."""
        return "中" if self.language.startswith("zh") else "EN"

    def _claim_next_version(self):
        mine = Summary.objects.filter(pk=self.pk, version=self.version)
        if not self._state.adding and not mine.update(version=self.version + 1):
            raise SummaryConflict(str(self))
        self.version += 1

    def _vouch_for_the_body(self):
        """Remember the body that these words were read against, so that a change of it is noticed.

        It is that of `article` as it was read. Raises BodyChanged when the row has another in our turn.
        """
        if not type(self.article).objects.filter(pk=self.article_id, body=self.article.body).exists():
            raise BodyChanged(str(self))
        now = timezone.now()
        self.published_at, self.reviewed_at = self.published_at or now, now
        self.body_fingerprint = ReviewedBody.objects.keep(self.article)

    # What it says

    @property
    def is_shown(self) -> bool:
        return self.status in SHOWN

    @property
    def point_list(self) -> list[str]:
        return [point.strip() for point in self.points.splitlines() if point.strip()]

    @property
    def words(self) -> Words:
        """What readers see, or will see once it is published."""
        return Words(self.headline, self.text, tuple(self.point_list))

    @property
    def proposed(self) -> Words:
        """What the editors work on: the waiting revision when there is one."""
        if self.pending is None:
            return self.words
        return Words(self.pending["headline"], self.pending["text"], tuple(self.pending["points"]))

    # What editors do with it. Each raises SummaryConflict, BodyChanged where they vouch for the body.

    def propose(self, words: Words, user, *, in_history: bool = True, by_clock: bool = False) -> None:
        """Keep an editor's words; those that readers see stay until `publish`.

        in_history: False when the action that follows writes the row of the history. by_clock: nobody asked.
        """
        self._change_reason = AUTOSAVE if by_clock else None
        if self.is_shown:
            self.pending = None if words == self.words else asdict(words)
        else:
            self._take(words)
        self.writer = self.writer or user
        self._save_as(user, in_history=in_history)

    def say_who_drafted(self, words: Words, draft) -> None:
        """Words that a machine began stay marked so until the summary is emptied.

        draft: the one they begin as now; None for none.
        """
        if draft:
            self.origin, self.drafted_by = SummaryOrigin.DRAFTED, draft.model
        elif not words and self.origin == SummaryOrigin.DRAFTED:
            self.origin, self.drafted_by = SummaryOrigin.WRITTEN, ""

    def drop_last_autosave(self, user) -> None:
        """An autosave gives way to the next save of the same editor; other people's rows never do."""
        rows = self.history.order_by("-history_id").only("history_change_reason", "history_date")[1:2]
        since = timezone.now() - ONE_TURN
        for row in rows:
            is_own = (row.history_change_reason, row.history_user_id) == (AUTOSAVE, user.pk)
            if is_own and row.history_date > since:
                row.delete()

    def submit(self, user) -> None:
        """Hand it to a reviewer. What readers see already needs no other status: its revision waits."""
        if not self.is_shown:
            self.status = SummaryStatus.REVIEW
        self._save_as(user)

    def publish(self, user) -> None:
        """Show the proposed words to readers, checked against the body that the editor has read."""
        self._take(self.proposed)
        self.pending = None
        self._review(user)

    def still_right(self, user) -> None:
        """The words hold for the changed body too; a waiting revision waits on."""
        self._review(user)

    def withdraw(self, user) -> None:
        """Take it away from readers; the words stay with the editors."""
        self._take(self.proposed)
        self.pending, self.status, self.body_fingerprint = None, SummaryStatus.DRAFT, ""
        self._save_as(user)

    # What an action changes, and taking it back restores.
    PUT_BACK = (
        "status", "headline", "text", "points", "pending", "published_at", "reviewed_at", "reviewer",
        "body_fingerprint",
    )  # fmt: skip

    def put_back(self, values: dict, user) -> None:
        """Take an action back. values: what the fields of PUT_BACK held before it, as JSON keeps them."""
        for name, value in values.items():
            field = self._meta.get_field(name)
            setattr(self, field.attname, field.to_python(value))
        self._save_as(user)

    def _take(self, words):
        self.headline, self.text, self.points = words.headline, words.text, "\n".join(words.points)

    @in_turn()
    def _review(self, user):
        self.status, self.reviewer = SummaryStatus.PUBLISHED, user
        self._vouch_for_the_body()
        self._save_as(user)

    def _save_as(self, user, *, in_history=True):
        self._history_user = user
        self.save() if in_history else self.save_without_historical_record()


class ReviewedBodyManager(models.Manager):
    def keep(self, article) -> str:
        """Keep the article's body as it is now and return its fingerprint.

        Bodies that no summary of the article was reviewed against any more are dropped.
        """
        mark = fingerprint(article.body)
        used = Summary.objects.filter(article=article).values("body_fingerprint")
        self.filter(article=article).exclude(fingerprint=mark).exclude(fingerprint__in=used).delete()
        self.get_or_create(article=article, fingerprint=mark, defaults={"body": article.body})
        return mark


class ReviewedBody(models.Model):
    """A body as it was when a summary of it was reviewed, to show what has changed since."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="reviewed_bodies")
    fingerprint = models.CharField(max_length=32)
    body = models.TextField()

    objects = ReviewedBodyManager()

    class Meta:
        verbose_name = _("reviewed body")
        verbose_name_plural = _("reviewed bodies")
        constraints = [
            models.UniqueConstraint(fields=["article", "fingerprint"], name="one_reviewed_body_once"),
        ]

    def __str__(self):
        return self.fingerprint
