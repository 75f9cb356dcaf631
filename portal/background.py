"""A thread beside those that answer: it reads what editors hand in, where no timer runs `manage.py tick`."""

import logging
import time
from threading import Thread

from django.db import close_old_connections

from articles.ingest.storage.queue import work_through
from articles.models import HandedIn

logger = logging.getLogger(__name__)
PAUSE = 1.0  # seconds between two looks at the queue, each one query along an index
PAUSE_AFTER_FAILURE = 30.0  # a locked or absent database is asked less often


def start() -> None:
    Thread(target=go_on, name="queue", daemon=True).start()


def go_on():
    while True:
        time.sleep(PAUSE if look() else PAUSE_AFTER_FAILURE)


def look() -> bool:
    """Read what waits; False where that failed, which is told in the log and tried again."""
    close_old_connections()
    try:
        if HandedIn.objects.waiting().exists():
            work_through()
    except Exception:  # the thread's last frame: it has to go on
        logger.exception("The queue could not be read")
        return False
    finally:
        close_old_connections()
    return True
