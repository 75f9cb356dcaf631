"""Answers as they travel: compressed by the best that the reader's browser takes."""

import gzip
from functools import lru_cache
from typing import NamedTuple

import brotli

from portal.page_cache.shelf import Shelf

# Brotli at 5 costs .6–1.2 ms a page and beats gzip at 6 by 10–23 %; at 11 it costs 32–120 ms.
COMPRESS = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
    "": lambda body: body,
}
SHORTEST = 200  # bytes; what is shorter hardly gains
LONGEST_WISH = 200  # bytes of Accept-Encoding; browsers send some 30, and what is asked is remembered
TEXTS = ("text/", "application/json", "application/xml", "application/manifest+json")
MARKUP = ("+xml", "+json")


def best_coding(accepted: str) -> str:
    """accepted: of Accept-Encoding (RFC 9110, 12.5.3). Returns "br", "gzip", or "" for none."""
    return best_of(accepted) if len(accepted) <= LONGEST_WISH else ""


@lru_cache(maxsize=1024)
def best_of(accepted: str) -> str:
    qualities = {}
    for choice in accepted.lower().split(","):
        name, _semicolon, weight = choice.partition(";")
        qualities[name.strip()] = "".join(weight.split()) not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((coding for coding in ("br", "gzip") if qualities.get(coding)), "")


class Packed(NamedTuple):
    body: bytes


KNOWN = Shelf(room=8 * 1024 * 1024)  # bytes: some thousand pages


def compress(coding: str, body: bytes, digest: bytes) -> bytes:
    """A page that is made again, and has not changed, is compressed no second time. digest: of the body."""
    if not coding:
        return body
    if known := KNOWN.find((coding, digest)):
        return known.body
    packed = Packed(COMPRESS[coding](body))
    KNOWN.keep((coding, digest), packed)
    return packed.body


def is_text(content_type: str) -> bool:
    kind = content_type.partition(";")[0].strip()
    return kind.startswith(TEXTS) or kind.endswith(MARKUP)


def varying_by_coding(vary: str) -> str:
    """The Vary header of an answer that was, or might have been, compressed."""
    names = [name.strip() for name in vary.split(",") if name.strip()]
    return ", ".join([*names, *([] if "accept-encoding" in vary.lower() else ["Accept-Encoding"])])
