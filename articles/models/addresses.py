"""The addresses of rows by number and slug, many to a page: reverse() takes 20 µs for each."""

from functools import cache
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import get_language


class Quoted(dict):
    """Characters by their numbers, quoted once each: quote() takes longer for a slug than all else."""

    def __missing__(self, number: int) -> str:
        return self.setdefault(number, quote(chr(number)))


QUOTED = Quoted()


def address(view: str, pk: int, slug: str) -> str:
    """What reverse() says, in the active language. slug: as `text.slugs` makes it."""
    before, after = around(view)
    return f"{before}{pk}/{slug.translate(QUOTED)}{after}"


def around(view: str) -> tuple[str, str]:
    """What stands before the number and behind the slug."""
    return read(view, get_language())


@cache
def read(view: str, _language: str) -> tuple[str, str]:
    before, after = reverse(view, args=[0, "slug"]).split("0/slug")
    return before, after
