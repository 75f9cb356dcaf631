"""Changes told from machine to machine through Redis, where one is named.

Whoever does not hear the others may not keep pages: it cannot know when they are over. Nothing is told twice,
so what may have been missed while deaf is everything.
"""

import json
import logging
import time
from collections.abc import Callable
from threading import Thread

from django.conf import settings
from redis import Redis
from redis.exceptions import RedisError

CHANNEL = "shuttle:changes"
BEAT = 1  # seconds between signs of life that are asked for
SILENCE = 3  # seconds without one, after which Redis counts as gone

logger = logging.getLogger(__name__)


class Machines:
    """heard: called with the scopes that changed elsewhere. everything: the scope of all pages."""

    def __init__(self, url: str, heard: Callable, everything: str):
        self.url, self.heard, self.everything = url, heard, everything
        self.hears = False
        self.owes = False  # a change that the others were not told of
        patience = settings.REDIS_PATIENCE
        self.redis = Redis.from_url(url, socket_connect_timeout=patience, socket_timeout=patience)
        self.thread = Thread(target=self._listen_for_ever, daemon=True)

    def listen(self) -> None:
        """Begin to hear the others, in a thread; once."""
        if not self.thread.ident:
            self.thread.start()

    def tell(self, scopes) -> None:
        """Tell the others. When Redis is gone for all they know it, and keep nothing.

        When it is gone for us alone they are told as soon as it answers; of a command that has ended by then
        they never hear, and keep what they have for as long as any page is kept.
        """
        try:
            self.redis.publish(CHANNEL, json.dumps(list(scopes)))
        except RedisError as error:
            self.owes = True
            logger.warning("A change was not told to other machines yet: %s", error)

    def _listen_for_ever(self):
        is_new = True
        while True:
            try:
                self._listen()
            except RedisError as error:
                if self.hears or is_new:
                    logger.warning("No page is kept until Redis answers: %s", error)
                self.hears, is_new = False, False
                time.sleep(BEAT)

    def _listen(self):
        with self.redis.pubsub() as channel:
            channel.subscribe(CHANNEL)
            last_sign = time.monotonic()
            while time.monotonic() - last_sign < SILENCE:
                if self.owes:
                    self.owes = False
                    self.tell([self.everything])
                if message := channel.get_message(timeout=BEAT):
                    last_sign = time.monotonic()
                    self._take(message)
                else:
                    channel.ping()
        raise RedisError("it has fallen silent")

    def _take(self, message):
        if message["type"] == "subscribe":
            self.heard([self.everything])
            self.hears = True
        elif message["type"] == "message":
            self.heard(scopes_in(message["data"]) or [self.everything])


def scopes_in(data: bytes) -> list[str]:
    """None in what is no message of ours."""
    try:
        scopes = json.loads(data)
    except (ValueError, RecursionError):
        return []
    is_ours = isinstance(scopes, list) and all(isinstance(scope, str) for scope in scopes)
    return scopes if is_ours else []
