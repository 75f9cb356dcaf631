"""What pages are made from, and when each part of it was last changed."""

from articles.freshness.scopes import (
    ALL,
    LISTS,
    beside_article,
    last_change,
    listen,
    now,
    of_article,
    of_topic,
    renew,
)

__all__ = [
    "ALL",
    "LISTS",
    "beside_article",
    "last_change",
    "listen",
    "now",
    "of_article",
    "of_topic",
    "renew",
]
