"""Measures that are taken when first asked for, and then kept."""

from collections.abc import Callable
from typing import Generic, TypeVar

Measured = TypeVar("Measured")


class measured(Generic[Measured]):  # noqa: N801  used as functools.cached_property is
    """functools.cached_property without the lock that it takes before Python 3.12: a page has thousands."""

    def __init__(self, measure: Callable[..., Measured]):
        self.measure, self.name, self.__doc__ = measure, measure.__name__, measure.__doc__

    def __get__(self, instance, owner=None) -> Measured:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.measure(instance)
        return value
