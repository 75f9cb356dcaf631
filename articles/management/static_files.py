"""Static files collected only when there is something new to collect."""

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

# What collects them: a new release may name or pack them otherwise.
COLLECTORS = (settings.BASE_DIR / "portal" / "static.py", settings.BASE_DIR / "requirements.txt")


def collect() -> None:
    """Collect them if any has changed since they were last: to hash and pack them all takes 5 s."""
    note, state = Path(settings.STATIC_ROOT) / ".collected", state_of_sources()
    if not note.exists() or note.read_text("utf-8") != state:
        call_command("collectstatic", verbosity=0, interactive=False)
        note.write_text(state, "utf-8")


def state_of_sources() -> str:
    """Changes with every file that is collected, and with what collects them."""
    found = [storage.path(path) for finder in get_finders() for path, storage in finder.list([])]
    files = [(str(path), os.stat(path)) for path in (*found, *COLLECTORS)]
    told = sorted((path, stat.st_size, stat.st_mtime_ns) for path, stat in files)
    return hashlib.sha256(repr(told).encode()).hexdigest()
