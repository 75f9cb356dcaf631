"""Queries that pages ask again and again: Django takes longer to write their SQL than for all the rest.

It is written once here. So what such a query is made from has to be given to it: a time that it took from the
clock by itself would stay that time.
"""

import inspect
from collections.abc import Callable
from copy import copy
from functools import cache, wraps

from django.db import connections, router
from django.db.models import Expression, QuerySet, prefetch_related_objects


def prepared(build: Callable[..., QuerySet]) -> Callable[..., list]:
    """Decorates what makes a queryset of its arguments: it gives the rows of the queryset then.

    It is asked for one for each choice of its keyword-only arguments, with a Given in place of every other.
    """
    parameters = inspect.signature(build).parameters.values()
    names = [one.name for one in parameters if one.kind != one.KEYWORD_ONLY]

    @cache
    def written(using: str, **chosen) -> Written:
        return Written(build(*map(Given, names), **chosen), using)

    @wraps(build)
    def rows(*given, **chosen) -> list:
        query = written(router.db_for_read(None), **chosen)
        return query.rows(dict(zip(names, given, strict=True)))

    return rows


class Given(Expression):
    """Stands in a query for a value that it will be asked with."""

    def __init__(self, name: str):
        super().__init__()
        self.name = name

    def as_sql(self, _compiler, _connection):
        return "%s", [self]


class Written:
    """A queryset and its SQL."""

    def __init__(self, queryset: QuerySet, using: str):
        self.queryset, self.using = queryset, using
        self.compiler = queryset.query.get_compiler(using)
        self.sql, self.parameters = self.compiler.as_sql()

    def rows(self, values: dict) -> list:
        asked = QuerySet(self.queryset.model, Asked(self, values), self.using)
        found = list(self.queryset._iterable_class(asked))  # instances, tuples or single values
        prefetch_related_objects(found, *self.queryset._prefetch_related_lookups)
        return found


class Asked:
    """Stands for the query of a queryset, of which making rows takes nothing but a compiler."""

    def __init__(self, written: Written, values: dict):
        self.written, self.values = written, values

    def get_compiler(self, using: str):
        """A copy with this thread's connection, that has written its SQL already."""
        compiler, connection = copy(self.written.compiler), connections[using]
        adapted = {name: connection.ops.adapt_unknown_value(value) for name, value in self.values.items()}
        told = [adapted[one.name] if isinstance(one, Given) else one for one in self.written.parameters]
        compiler.connection, compiler.as_sql = connection, lambda: (self.written.sql, told)
        return compiler
