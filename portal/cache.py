"""The shared cache: what it holds is a courtesy, so a dead or a poisoned Redis costs no page."""

import json
import logging
from functools import wraps

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


class JsonSerializer:
    """Values as JSON: whoever can write to Redis shall not run anything here, as pickles would."""

    def dumps(self, value) -> bytes:
        return json.dumps(value, ensure_ascii=False).encode()

    def loads(self, data: bytes):
        try:
            return json.loads(data)
        except ValueError:
            logger.warning("A value in Redis is no JSON and was passed over.")
            return None


def nothing_when_dead(method, nothing):
    """A method of the cache that gives `nothing` while Redis does not answer."""

    @wraps(method)
    def asked(self, *args, **kwargs):
        try:
            return method(self, *args, **kwargs)
        except RedisError as error:
            logger.warning("Redis does not answer: %s", error)
            return nothing

    return asked


class ForgivingRedisCache(RedisCache):
    """Django's, of which a dead Redis makes a cache that keeps nothing."""

    add = nothing_when_dead(RedisCache.add, False)
    get = nothing_when_dead(RedisCache.get, None)
    set = nothing_when_dead(RedisCache.set, None)
    touch = nothing_when_dead(RedisCache.touch, False)
    delete = nothing_when_dead(RedisCache.delete, False)
    get_many = nothing_when_dead(RedisCache.get_many, {})
    set_many = nothing_when_dead(RedisCache.set_many, [])
    delete_many = nothing_when_dead(RedisCache.delete_many, None)
    has_key = nothing_when_dead(RedisCache.has_key, False)
    clear = nothing_when_dead(RedisCache.clear, False)
