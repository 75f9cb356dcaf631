"""A clock of changes that every process of a machine reads at once: a file, mapped into each of them.

It moves on by one with every change, and each scope has its reading at the scope's last change. A page that
was begun at some reading is right as long as none of its scopes has a later one.
"""

import fcntl
import mmap
import os
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

READING = 8  # bytes
# Scopes that fall on one place are renewed together, which costs a page and is never wrong: of 100,000
# articles one or two others.
PLACES = 1 << 16  # 512 kB; the first is the clock's own
SIZE = PLACES * READING


class Clock:
    """Raises OSError where its file can be neither read nor written whole."""

    def __init__(self, path: Path):
        self.file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self.path = path
        with self._alone():
            if os.fstat(self.file).st_size != SIZE:
                self._clear()
        self.readings = memoryview(mmap.mmap(self.file, SIZE)).cast("Q")

    def now(self) -> int:
        return self.readings[0]

    def last_change(self, places) -> int:
        """The latest change at any of these places."""
        readings = self.readings
        return max([readings[place] for place in places])

    def change(self, places) -> None:
        """Everything at these places has changed."""
        with self._alone():
            reading = self.readings[0] + 1
            for place in places:
                self.readings[place] = reading
            self.readings[0] = reading  # last: who reads it sees the places changed too

    def _clear(self):
        """Written out, not left empty: on a full disk it fails here and not later under who reads it."""
        os.ftruncate(self.file, SIZE)
        if os.pwrite(self.file, bytes(SIZE), 0) != SIZE:
            raise OSError(f"{self.path} could not be written whole")

    @contextmanager
    def _alone(self):
        """A lock among threads and processes: each opens the file anew, for a lock is of what is opened."""
        own = os.open(f"/dev/fd/{self.file}", os.O_RDWR)
        try:
            fcntl.flock(own, fcntl.LOCK_EX)
            yield
        finally:
            os.close(own)


def place_of(scope: str) -> int:
    return 1 + crc32(scope.encode()) % (PLACES - 1)
