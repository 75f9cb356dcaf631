"""How the log is written: lines for people, or JSON for a collector. Each names the request it belongs to."""

import json
import logging
from datetime import UTC, datetime

from portal.observability.asked import current

SHOWN_BARE = ("method", "path", "status")  # told in this order at the head of a request's line


class NamesRequest(logging.Filter):
    """Gives every record the id of the request during which it was written."""

    def filter(self, record):
        asked = current.get()
        record.request_id = asked.id if asked else ""
        return True


class Line(logging.Formatter):
    """`INFO portal.requests [id]: GET /a/1 200 ms=3.1 …`; an exception follows below."""

    def formatMessage(self, record):  # noqa: N802  logging's name
        request_id = f" [{record.request_id}]" if record.request_id else ""
        fields = getattr(record, "fields", None)
        told = in_words(fields) if fields else record.message
        return f"{record.levelname} {record.name}{request_id}: {told}"


def in_words(fields) -> str:
    shown = {name: printable(str(value)) for name, value in fields.items() if value != ""}
    bare = [shown.pop(name) for name in SHOWN_BARE if name in shown]
    return " ".join([*bare, *(f"{name}={value}" for name, value in shown.items())])


def printable(text) -> str:
    """An address may hold line ends, and with them a line that nobody wrote."""
    return text if text.isprintable() else ascii(text)


class Json(logging.Formatter):
    """One object a line: time, level, logger, request_id, message, and a request's own fields."""

    def format(self, record):
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": record.request_id,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)
