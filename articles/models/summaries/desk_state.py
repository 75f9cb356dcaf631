"""What an article waits for at the editors' desk. Every article stands in one queue."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.summaries.summary import SHOWN, SummaryStatus

BOTH = 2  # Chinese and English


class DeskState(models.TextChoices):
    """The queues, most urgent first: readers see a stale summary, and nobody misses one not yet written."""

    STALE = "stale", _("Stale")
    REVIEW = "review", _("To review")
    ONE = "one", _("One language only")
    NONE = "none", _("No summary")
    DONE = "done", _("Done")


WRITTEN = (DeskState.STALE, DeskState.REVIEW)  # where words wait; in the others they are still to be written


def derive_desk(article) -> None:
    """Put an article in its queue. Not an edit, so its version stays."""
    if article.is_new:
        return
    state = article.desk_state = queue_of(article.summaries.values_list("language", "status", "pending"))
    type(article).objects.filter(pk=article.pk).exclude(desk_state=state).update(desk_state=state)


def queue_of(summaries) -> DeskState:
    """The queue of an article with these summaries.

    summaries: rows of language, status and waiting revision. Begun and not handed in, one counts for nothing.
    """
    rows = list(summaries)
    if any(status == SummaryStatus.STALE for _language, status, _pending in rows):
        return DeskState.STALE
    if any(status == SummaryStatus.REVIEW or pending for _language, status, pending in rows):
        return DeskState.REVIEW
    shown = {language[:2] for language, status, _pending in rows if status in SHOWN}
    if not shown:
        return DeskState.NONE
    return DeskState.DONE if len(shown) == BOTH else DeskState.ONE
