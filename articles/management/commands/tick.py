"""What is due: run it every minute, by cron or a timer. Several at once do no harm: the second one leaves."""

import logging
from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.ingest.storage.queue import work_through
from articles.ingest.storage.subscriptions import read_due
from articles.management.preparation import require_prepared
from articles.models import Article, HandedIn, Tag
from articles.models.alone import alone_at
from articles.models.articles.derivation import derive
from articles.models.articles.turns import in_turn

logger = logging.getLogger(__name__)
KEPT_DAYS = 14  # for which what became of a document handed in can be looked up


def read_queue() -> str:
    done = work_through()
    return "the queue is being read elsewhere" if done is None else f"{done} documents read"


def let_appear() -> str:
    """What follows from an article that it is seen: the lead of its story, topics that are known now."""
    due = Article.objects.published().filter(was_public=False).values_list("pk", flat=True)
    appeared = sum(appear(pk) for pk in list(due))
    Tag.objects.become_known()
    return f"{appeared} articles appeared"


def appear(pk: int) -> bool:
    """Whether there was something to do: an editor's save in between has done it too."""
    with in_turn():
        due = Article.objects.select_for_update().published().filter(pk=pk, was_public=False).first()
        if due:
            derive(due)
            Article.objects.filter(pk=pk).update(was_public=True)
    return due is not None


def empty_trash() -> str:
    long_ago = list(Article.objects.long_in_trash().values_list("pk", flat=True))
    return f"{sum(map(throw_out, long_ago))} articles left the trash"


def throw_out(pk: int) -> bool:
    """Whether it was still there: an editor may just have taken it out."""
    _rows, by_table = Article.objects.long_in_trash().filter(pk=pk).delete()
    return bool(by_table.get(Article._meta.label))


def sweep() -> str:
    """Sessions that are over, and documents handed in long ago."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    limit = timezone.now() - timedelta(days=KEPT_DAYS)
    swept, _by_table = HandedIn.objects.filter(finished_at__lt=limit).delete()
    return f"{swept} finished imports and the ended sessions swept away"


def read_subscriptions() -> str:
    came = read_due()
    return (
        "subscriptions are being read elsewhere" if came is None else f"{came} documents came by subscription"
    )


TASKS = (let_appear, read_queue, empty_trash, sweep)


class Command(BaseCommand):
    help = "Does what is due: imports, subscriptions, schedule, trash, old sessions. Says what it did."

    def handle(self, **options):
        require_prepared()
        with alone_at("tick") as is_alone:
            if not is_alone:
                self.stdout.write("Another tick is at work.")
                return
            failed = self.failed(TASKS)
        # By a lock of its own: it may take minutes, and the others have their turn every minute.
        failed += self.failed([read_subscriptions])
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}.")

    def failed(self, tasks) -> list[str]:
        return [task.__name__ for task in tasks if not self.done(task)]

    def done(self, task) -> bool:
        """Whether a task went well: one that does not keeps none of the others from its turn."""
        try:
            self.stdout.write(f"{task()}.")
        except Exception:  # told in the log, and at the end
            logger.exception("%s failed", task.__name__)
            return False
        return True
