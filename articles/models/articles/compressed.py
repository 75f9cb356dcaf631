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


class CompressedText(models.TextField):
    """Text, in the same way. No query can look into it."""

    def get_internal_type(self):
        return "BinaryField"

    def get_db_prep_value(self, value, connection, prepared=False):
        return None if value is None else connection.Database.Binary(zlib.compress(value.encode()))

    def from_db_value(self, value, _expression, _connection):
        return None if value is None else zlib.decompress(bytes(value)).decode()


class CompressedJson(CompressedText):
    """What JSON can say, in the same way."""

    def to_python(self, value):
        return value

    def value_to_string(self, obj):
        return json.dumps(self.value_from_object(obj), ensure_ascii=False)

    def get_db_prep_value(self, value, connection, prepared=False):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return super().get_db_prep_value(text, connection, prepared)

    def from_db_value(self, value, expression, connection):
        text = super().from_db_value(value, expression, connection)
        return text and json.loads(text)
