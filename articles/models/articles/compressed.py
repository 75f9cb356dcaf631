"""What is kept for its own sake and seldom read, in as few bytes as it takes."""

import json
import zlib

from django.db import models

# What a compressed value begins with. Rows from before have none, and are read as they are.
MARK = b"\0zlib\n"


class CompressedField(models.BinaryField):
    """Bytes that are compressed on their way into the database; pages of news take a quarter then."""

    def get_db_prep_value(self, value, connection, prepared=False):
        return value if value is None else connection.Database.Binary(MARK + zlib.compress(bytes(value)))

    def from_db_value(self, value, _expression, _connection):
        kept = value if value is None else bytes(value)
        return zlib.decompress(kept[len(MARK) :]) if kept and kept.startswith(MARK) else kept


class PlainJson(json.JSONEncoder):
    r"""Characters as they are: SQLite keeps JSON as text, where \u9694 takes six bytes for three."""

    def __init__(self, **options):
        super().__init__(**options | {"ensure_ascii": False})
