"""What is kept for its own sake and seldom read, in as few bytes as it takes."""

import json
import zlib
from operator import attrgetter

from django.db import models
from django.db.models.query_utils import DeferredAttribute

# What a compressed value begins with. Rows from before have none, and are read as they are.
MARK = b"\0zlib\n"
# The second byte of zlib's head says by this bit that a dictionary is needed:
# https://www.rfc-editor.org/rfc/rfc1950#section-2.2.
NEEDS_DICTIONARY = 0x20
WINDOW = 32_000  # bytes that zlib looks back over; of a longer dictionary it sees the end alone


class Packed(bytes):
    """A compressed value that is read with the help of what it stands beside."""


class Unpacked(DeferredAttribute):
    """Unpacks a value when it is first asked for, and keeps it on the instance."""

    def __get__(self, instance, cls=None):
        value = super().__get__(instance, cls)
        if isinstance(value, Packed):
            value = instance.__dict__[self.field.attname] = self.field.unpacked(value, instance)
        return value

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class CompressedField(models.BinaryField):
    """Bytes that are compressed on their way into the database; pages of news take a quarter then."""

    descriptor_class = Unpacked

    def get_db_prep_value(self, value, connection, prepared=False):
        return value if value is None else connection.Database.Binary(MARK + zlib.compress(bytes(value)))

    def from_db_value(self, value, _expression, _connection):
        return value if value is None else Packed(value)

    def unpacked(self, kept: Packed, _instance) -> bytes:
        return zlib.decompress(kept[len(MARK) :]) if kept.startswith(MARK) else bytes(kept)


class CompressedText(models.TextField):
    """Text, in the same way. No query can look into it.

    beside: path from the instance to text or bytes that say nearly the same. With them as zlib's dictionary
    it takes a twentieth of its bytes where it would take half, and cannot be read without them. anew: name of
    a method that makes the text again where they are no longer what they were.
    """

    descriptor_class = Unpacked
    non_db_attrs = (*models.TextField.non_db_attrs, "beside", "anew")

    def __init__(self, *args, beside: str = "", anew: str = "", **options):
        self.beside, self.anew = beside, anew
        super().__init__(*args, **options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        own = {"beside": self.beside, "anew": self.anew}
        return name, path, args, options | {key: value for key, value in own.items() if value}

    def get_internal_type(self):
        return "BinaryField"

    def pre_save(self, instance, add):
        value = getattr(instance, self.attname)
        dictionary = self.dictionary(instance) if self.beside else b""
        if value is None or not 0 < len(dictionary) <= WINDOW:
            return value
        packing = zlib.compressobj(zdict=dictionary)
        return Packed(packing.compress(self.written(value).encode()) + packing.flush())

    def get_db_prep_value(self, value, connection, prepared=False):
        if value is not None and not isinstance(value, Packed):
            value = zlib.compress(self.written(value).encode())
        return None if value is None else connection.Database.Binary(value)

    def from_db_value(self, value, _expression, _connection):
        if value is None:
            return None
        kept = Packed(value)
        return kept if kept[1] & NEEDS_DICTIONARY else self.read(zlib.decompress(kept).decode())

    def unpacked(self, kept: Packed, instance):
        """What it says. Raises zlib.error where it stands beside something else and there is no `anew`."""
        try:
            return self.unpacked_beside(kept, self.dictionary(instance))
        except zlib.error:
            if not self.anew:
                raise
        return getattr(instance, self.anew)()

    def unpacked_beside(self, kept, dictionary: bytes):
        """What a value says that was read by itself. Raises zlib.error beside anything but its own."""
        if not isinstance(kept, Packed):
            return kept
        unpacking = zlib.decompressobj(zdict=dictionary)
        return self.read((unpacking.decompress(kept) + unpacking.flush()).decode())

    def dictionary(self, instance) -> bytes:
        beside = attrgetter(self.beside)(instance)
        return beside.encode() if isinstance(beside, str) else bytes(beside)

    def written(self, value) -> str:
        return value

    def read(self, text: str):
        return text


class CompressedJson(CompressedText):
    """What JSON can say, in the same way."""

    def to_python(self, value):
        return value

    def value_to_string(self, obj):
        return json.dumps(self.value_from_object(obj), ensure_ascii=False)

    def written(self, value) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def read(self, text: str):
        return json.loads(text)
