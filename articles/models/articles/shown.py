"""What readers may see of an article, and how much of it: every page, feed and card asks here."""

from datetime import UTC, date, datetime

from django.db import models
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from articles.models.source import Rights


class Precision(models.TextChoices):
    """How exactly the source prints its date."""

    UNKNOWN = "", _("no date printed")
    DAY = "day", _("day")
    MINUTE = "minute", _("minute")


class Shown:
    """The half of an article that readers meet. Its fields are `Article`'s."""

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
    def writers(self) -> list[str]:
        """The names of the byline."""
        return [name for name in self.shown_byline.split("、") if name]

    @property
    def dated_at(self):
        """The printed date in UTC, a copy's where this document prints none, None when no copy does."""
        borrowed = self.borrowed.get("published_at")
        return self.published_at or (datetime.fromisoformat(borrowed) if borrowed else None)

    @property
    def is_undated(self) -> bool:
        return self.dated_at is None

    @property
    def printed_at(self):
        """The date as the source prints it: a date alone, or a time in the source's own zone."""
        if not self.dated_at:
            return None
        precision = self.published_precision or self.borrowed.get("published_precision")
        if precision == Precision.DAY:
            return self.dated_at.astimezone(UTC).date()
        return self.dated_at.astimezone(self.source.zone) if self.source else self.dated_at

    @property
    def printed_on(self) -> date | None:
        """The day that the source prints, wherever the reader is."""
        printed = self.printed_at
        return printed.date() if isinstance(printed, datetime) else printed
