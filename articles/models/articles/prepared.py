"""Queries that pages ask again and again: Django takes longer to write their SQL than for all the rest.

It is written once here. So what such a query is made from has to be given to it: a time that it took from the
clock by itself would stay that time.

What is made of the rows can be shared too: the same values make the same instance, and what was written of it
for readers may be left there (`left_at`). Nobody has to say that it changed, for its row is another one then.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial, wraps
from operator import attrgetter

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Expression, Model, Prefetch, QuerySet
from django.db.models.expressions import Col

SHARED = 500  # instances; one with its body and what feeds tell of it takes some 50 kB


def prepared(build: Callable[..., QuerySet], *, is_shared=False) -> Callable[..., list]:
    """Decorates what makes a queryset of its arguments: it gives the rows of the queryset then.

    It is asked for one for each number of arguments and each choice of its keyword arguments, with a Given in
    place of every argument. `answer` of what was decorated gives an Answer in place of the rows.
    """

    @cache
    def written(using: str, number: int, **chosen) -> Written:
        return Written(build(*map(Given, range(number)), **chosen), using)

    @wraps(build)
    def rows(*given, **chosen) -> list:
        query = asked(given, chosen)
        return query.shared(given) if is_shared else query.rows(given)

    def asked(given, chosen) -> Written:
        return written(router.db_for_read(None), len(given), **chosen)

    rows.answer = lambda *given, **chosen: asked(given, chosen).answer(given)
    return rows


def within(outer: str) -> Callable:
    """Decorates in the same way for a query written by hand: the queryset's own SQL stands as {rows} in it.

    outer: with what is chosen by name. It gives tuples as the database does. more: for what follows in it.
    """

    def decorate(build: Callable[..., QuerySet]) -> Callable[..., list[tuple]]:
        @cache
        def written(using: str, number: int, **chosen) -> Written:
            return Written(build(*map(Given, range(number)), **chosen), using)

        @wraps(build)
        def rows(*given, more=(), **chosen) -> list[tuple]:
            using = router.db_for_read(None)
            query = written(using, len(given), **chosen)
            with connections[using].cursor() as cursor:
                cursor.execute(outer.format(rows=query.sql, **chosen), [*query.told(given), *more])
                return cursor.fetchall()

        return rows

    return decorate


# Instances that others have as well: for reading, with nothing of them deferred that anybody reads.
shared = partial(prepared, is_shared=True)


def left_at(instance: Model, name: str, version, write: Callable[[], object]):
    """What was written of an instance, for the next who asks for it in the same version."""
    left = instance.__dict__.setdefault("left", {})
    if name not in left or left[name][0] != version:
        left[name] = version, write()
    return left[name][1]


class Given(Expression):
    """Stands in a query for a value that it will be asked with. place: among those values."""

    def __init__(self, place: int):
        super().__init__()
        self.place = place

    def as_sql(self, _compiler, _connection):
        return "%s", [self]


class Written:
    """A queryset and its SQL."""

    def __init__(self, queryset: QuerySet, using: str):
        self.queryset, self.using = queryset, using
        self.parts = [parts_of(queryset.model, one) for one in queryset._prefetch_related_lookups]
        self.compiler = queryset.query.get_compiler(using)
        try:
            self.sql, self.parameters = self.compiler.as_sql()
        except EmptyResultSet:  # it asks for none of none
            self.sql, self.parameters = "", ()
        self.columns = self.sql.partition(" FROM ")[0]

    def rows(self, values: tuple) -> list:
        """Instances, tuples or single values, whatever the queryset is of."""
        return self.answer(values).made()

    def answer(self, values: tuple) -> "Answer":
        read = self.read(values)
        beside = tuple(tuple(parts.beside(read, self.using)) for parts in self.parts)
        return Answer(self.columns, tuple(read), beside, self)

    def shared(self, values: tuple) -> list:
        told = self.answer(values)
        beside = zip(*told.beside, strict=True) if self.parts else [()] * len(told.rows)
        return [instance_of(Told(self.columns, *pair, self)) for pair in zip(told.rows, beside, strict=True)]

    def read(self, values: tuple) -> list[tuple]:
        """The rows as the database gives them."""
        if not self.sql:
            return []
        compiler, told = copy(self.compiler), self.told(values)
        compiler.connection, compiler.as_sql = connections[self.using], lambda: (self.sql, told)
        return [tuple(row) for chunk in compiler.execute_sql() for row in chunk]

    def told(self, values: tuple) -> list:
        """The parameters of the SQL."""
        adapt = connections[self.using].ops.adapt_unknown_value
        adapted = [adapt(value) for value in values]
        return [adapted[one.place] if isinstance(one, Given) else one for one in self.parameters]

    def made(self, rows: list[tuple]) -> list:
        if not rows:
            return []
        read = QuerySet(self.queryset.model, Read(self, rows), self.using)
        return list(self.queryset._iterable_class(read))


class Read:
    """Stands for the query of a queryset whose rows are read, and need nothing but a compiler."""

    def __init__(self, written: Written, rows: list[tuple]):
        self.written, self.rows = written, rows

    def get_compiler(self, using: str):
        """A copy with this thread's connection."""
        compiler = copy(self.written.compiler)
        compiler.connection, compiler.execute_sql = connections[using], lambda *_how, **_chunks: [self.rows]
        return compiler


@dataclass(frozen=True)
class Answer:
    """What the database says to a query: equal as long as it says the same. Instances are made at need.

    beside: of each of the parts, the rows of each row.
    """

    columns: str
    rows: tuple[tuple, ...]
    beside: tuple[tuple, ...]
    written: Written = field(compare=False)

    def made(self) -> list:
        found = self.written.made([*self.rows])
        for parts, rows in zip(self.written.parts, self.beside, strict=True):
            parts.give(found, rows)
        return found

    def column(self, name: str) -> list:
        """The values that a field of the queryset's own model has in the rows, or an annotation."""
        select = self.written.compiler.select
        place = next(at for at, (told, _sql, alias) in enumerate(select) if name in (alias, name_of(told)))
        return [row[place] for row in self.rows]


def name_of(selected: Expression) -> str:
    """The attribute of a column, "" of anything else."""
    return selected.target.attname if isinstance(selected, Col) else ""


@dataclass(frozen=True)
class Told:
    """All that an instance is made of. beside: of each of its parts, the rows."""

    columns: str
    row: tuple
    beside: tuple[tuple, ...]
    written: Written = field(compare=False)

    def made(self) -> Model:
        (instance,) = Answer(
            self.columns, (self.row,), tuple((rows,) for rows in self.beside), self.written
        ).made()
        return instance


@lru_cache(maxsize=SHARED)
def instance_of(told: Told) -> Model:
    instance = told.made()
    instance.told, instance.refresh_from_db = told, refuse
    return instance


def own(instance: Model) -> Model:
    """One like this that is shared, for who asks alone, and may be given what belongs to it."""
    return instance.told.made()


def refuse(**_asked):
    raise RuntimeError("What is shared is not read further: it would stay for ever what it is now.")


def parts_of(model: type[Model], lookup: Prefetch | str) -> "Parts":
    """lookup: a Prefetch with a queryset of rows that point to those found; or the name of their topics."""
    if isinstance(lookup, Prefetch):
        own = model._meta.get_field(lookup.prefetch_to).field
        return Parts(own, own.remote_field.cache_name, lookup.queryset)
    rows = model._meta.get_field(lookup).through.objects.select_related("tag").order_by("pk")
    own = rows.model._meta.get_field("content_object")
    return Parts(own, lookup, rows.only(own.name, "tag").defer("tag__story_count"), attrgetter("tag"))


class Parts:
    """What belongs to rows, and is read for all of them at once.

    own: the field that points to them. name: under which theirs are known to each. value: of a row of theirs.
    """

    def __init__(self, own, name: str, queryset: QuerySet, value: Callable | None = None):
        self.own, self.name, self.queryset, self.value = own, name, queryset, value
        self.written = cache(self.write)

    def write(self, using: str, number: int) -> Written:
        owners = [*map(Given, range(number))]
        return Written(self.queryset.filter(**{f"{self.own.name}__pk__in": owners}), using)

    def beside(self, rows: list[tuple], using: str) -> list[tuple]:
        """The rows of each of these rows, whose first column is their number."""
        if not rows:
            return []
        numbers, found = padded([row[0] for row in rows]), defaultdict(list)
        written = self.written(using, len(numbers))
        place = next(at for at, told in enumerate(written.compiler.select) if told[0].target is self.own)
        for part in written.read(tuple(numbers)):
            found[part[place]].append(part)
        return [tuple(found[row[0]]) for row in rows]

    def of(self, numbers: list[int]) -> list[tuple]:
        """The rows of each of those whose numbers these are."""
        return self.beside([(number,) for number in numbers], router.db_for_read(None))

    def give_lacking(self, owners: list[Model], rows: Sequence[tuple]) -> None:
        """Let those have theirs that have none read yet."""
        pairs = [
            (owner, each)
            for owner, each in zip(owners, rows, strict=True)
            if self.name not in getattr(owner, "_prefetched_objects_cache", ())
        ]
        self.give(*map(list, zip(*pairs, strict=True)) if pairs else ([], []))

    def give(self, owners: list[Model], rows: Sequence[tuple]) -> None:
        """rows: those of each owner."""
        if not owners:
            return
        made = iter(self.written(owners[0]._state.db, 1).made([row for each in rows for row in each]))
        for owner, each in zip(owners, rows, strict=True):
            theirs = [next(made) for _row in each]
            for part in theirs:
                self.own.set_cached_value(part, owner)
            owner.__dict__.setdefault("_prefetched_objects_cache", {})[self.name] = self.known(theirs)

    def known(self, parts: list[Model]) -> QuerySet:
        rows = QuerySet(self.queryset.model, self.queryset.query)
        rows._result_cache = [self.value(part) for part in parts] if self.value else parts
        rows._prefetch_done = True
        return rows


def padded(numbers: list[int]) -> list[int]:
    """With the last one again and again up to a power of two, so that few queries do for any number."""
    return numbers + numbers[-1:] * ((1 << (len(numbers) - 1).bit_length()) - len(numbers))
