"""Who else is at work on an article: a courtesy out of the cache. What guards words is their version."""

import time

from django.core.cache import cache

AWAY_AFTER = 180  # seconds without opening or saving


def sit_down(article, user) -> list[str]:
    """Note that somebody is at work on an article; the names of the others who are, latest first."""
    key, now, mine = f"desk:{article.pk}", time.time(), str(user.pk)
    seen = {pk: (name, at) for pk, (name, at) in seats(key).items() if now - at < AWAY_AFTER}
    cache.set(key, seen | {mine: (user.get_username(), now)}, AWAY_AFTER)
    others = [one for pk, one in seen.items() if pk != mine]
    return [name for name, _at in sorted(others, key=lambda one: -one[1])]


def seats(key: str) -> dict[str, tuple[str, float]]:
    """Who was seen and when, by number; nobody when others have written there what is none of ours."""
    try:
        return {pk: (str(name), float(at)) for pk, (name, at) in cache.get(key, {}).items()}
    except (AttributeError, TypeError, ValueError):
        return {}
