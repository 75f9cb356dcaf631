"""Days as numbers, worked out by the database so that they can be indexed; lists; and a hint."""

from django.db import models


class Unsought(models.Func):
    """A column by which SQLite shall not seek: it would enter an index by it, and then sort what it finds.

    https://www.sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_
    """

    arity, template = 1, "%(expressions)s"

    def as_sqlite(self, compiler, connection):
        return self.as_sql(compiler, connection, template="+%(expressions)s")


class WeekNumber(models.Func):
    """The week of an instant in UTC, the one that begins with the 1st of January of the year 1 being 0.

    Worked out by the database: Django's TruncWeek calls Python for each row on SQLite. There it is
    that of the day alone, for JULIANDAY rounds the last half of a millisecond up to the next one.
    """

    output_field = models.PositiveIntegerField()

    def as_sqlite(self, compiler, connection):
        template = "CAST((JULIANDAY(SUBSTR(%(expressions)s, 1, 10)) - 1721425.5) / 7 AS INTEGER)"
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler, connection):
        # 719162 days before 1970
        template = "FLOOR((EXTRACT(EPOCH FROM %(expressions)s) / 86400 + 719162) / 7)::integer"
        return self.as_sql(compiler, connection, template=template)


class WeekStart(models.Func):
    """The instant at which a week begins. column: one that Django does not know, with a WeekNumber."""

    output_field = models.DateTimeField()

    def __init__(self, column: str):
        super().__init__(column=column)

    def as_sqlite(self, compiler, connection):
        return self.as_sql(compiler, connection, template="DATETIME(1721425.5 + 7 * %(column)s)")

    def as_postgresql(self, compiler, connection):
        return self.as_sql(compiler, connection, template="TO_TIMESTAMP((7 * %(column)s - 719162) * 86400.0)")


class DayNumber(models.Func):
    """The day of an instant in UTC: 20260115. Divided by 100 it is a month, by 10,000 a year."""

    output_field = models.PositiveIntegerField()

    def as_sqlite(self, compiler, connection):
        template = "CAST(REPLACE(SUBSTR(%(expressions)s, 1, 10), '-', '') AS INTEGER)"
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler, connection):
        year, month, day = (
            f"EXTRACT({part} FROM %(expressions)s AT TIME ZONE 'UTC')" for part in ("YEAR", "MONTH", "DAY")
        )
        template = f"({year} * 10000 + {month} * 100 + {day})::integer"
        return self.as_sql(compiler, connection, template=template)


class Listed(models.Func):
    """The texts of a list in JSON, for `__in`: one value to the database however many there are."""

    arity, output_field = 1, models.TextField()

    def as_sqlite(self, compiler, connection):
        return self.as_sql(compiler, connection, template="(SELECT value FROM json_each(%(expressions)s))")

    def as_postgresql(self, compiler, connection):
        template = "(SELECT JSON_ARRAY_ELEMENTS_TEXT(%(expressions)s::json))"
        return self.as_sql(compiler, connection, template=template)
