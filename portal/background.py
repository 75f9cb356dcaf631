"""Threads beside those that answer: they do what `manage.py tick` does where no timer runs it.

One reads what editors hand in, the other what sources send by themselves.
"""

import logging
import time
from collections.abc import Callable
from threading import Thread

from django.db import close_old_connections

from articles.ingest.storage.queue import work_through
from articles.ingest.storage.subscriptions import read_due
from articles.models import HandedIn, Subscription

logger = logging.getLogger(__name__)
PAUSE = 1.0  # seconds between two looks at the queue, each one query along an index
PAUSE_OF_SUBSCRIPTIONS = 60.0  # seconds between two looks at what is due
PAUSE_AFTER_FAILURE = 30.0  # a locked or absent database is asked less often


def start() -> None:
    Thread(target=go_on, args=(read_queue, PAUSE), name="queue", daemon=True).start()
    Thread(target=go_on, args=(read_subscriptions, PAUSE_OF_SUBSCRIPTIONS), name="inbox", daemon=True).start()


def go_on(work: Callable, pause: float):
    while True:
        time.sleep(pause if went_well(work) else max(pause, PAUSE_AFTER_FAILURE))


def went_well(work: Callable) -> bool:
    """False where it did not, which is told in the log and tried again."""
    close_old_connections()
    try:
        work()
    except Exception:  # the thread's last frame: it has to go on
        logger.exception("%s failed", work.__name__)
        return False
    finally:
        close_old_connections()
    return True


def read_queue() -> None:
    if HandedIn.objects.waiting().exists():
        work_through()


def read_subscriptions() -> None:
    if Subscription.objects.due().exists():
        read_due()
