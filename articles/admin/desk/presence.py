"""Who else is at work on an article: a courtesy out of the cache. What guards words is their version."""

import time

from django.core.cache import cache

AWAY_AFTER = 180  # seconds without opening or saving


def sit_down(article, user) -> list[str]:
    """Note that somebody is at work on an article; the names of the others who are, latest first."""
    key, now = f"desk:{article.pk}", time.time()
    seen = {pk: one for pk, one in cache.get(key, {}).items() if now - one[1] < AWAY_AFTER}
    cache.set(key, seen | {user.pk: (user.get_username(), now)}, AWAY_AFTER)
    others = [one for pk, one in seen.items() if pk != user.pk]
    return [name for name, _at in sorted(others, key=lambda one: -one[1])]
