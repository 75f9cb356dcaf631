"""Kept pages in the memory of a process, the least lately asked for given up first."""

from collections import OrderedDict
from contextlib import contextmanager
from threading import Lock

ROOM = 32 * 1024 * 1024  # bytes of compressed bodies: some 4,000 pages
LARGEST = 1024 * 1024  # bytes of one: whatever is larger would push hundreds out
PATIENCE = 10  # seconds to wait for whoever makes the same page


class Shelf:
    def __init__(self, room: int = ROOM):
        self.room, self.taken = room, 0
        self.pages = OrderedDict()
        self.lock = Lock()
        self.makers = {}  # by address: a lock, and how many hold or want it

    def find(self, address):
        """The page of an address, right or not; None when there is none."""
        with self.lock:
            if page := self.pages.get(address):
                self.pages.move_to_end(address)
            return page

    def keep(self, address, page) -> None:
        if len(page.body) > LARGEST:
            return
        with self.lock:
            self._forget(address)
            self.pages[address] = page
            self.taken += len(page.body)
            while self.taken > self.room:
                self._forget(next(iter(self.pages)))

    def _forget(self, address):
        if page := self.pages.pop(address, None):
            self.taken -= len(page.body)

    @contextmanager
    def turn(self, address):
        """One at a time for an address; whose turn does not come makes the page beside the other."""
        with self.lock:
            maker = self.makers.setdefault(address, [Lock(), 0])
            maker[1] += 1
        has_turn = maker[0].acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if has_turn:
                maker[0].release()
            with self.lock:
                maker[1] -= 1
                if not maker[1]:
                    del self.makers[address]
