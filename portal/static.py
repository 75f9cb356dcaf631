"""Static files as they are served: one style sheet a site, however many files it is written in."""

import re
from posixpath import dirname, join, normpath

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = ("css/site.css", "css/admin/site.css")
PART = re.compile(r'^@import url\("([^"]+)"\);$', re.MULTILINE)


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts each part of a style sheet in the place of its `@import`, so that a page asks for one file."""

    def post_process(self, paths, dry_run=False, **options):
        joined = InMemoryStorage()
        for sheet in SHEETS:
            joined.save(sheet, ContentFile(with_parts(sheet, paths)))
        paths = paths | {sheet: (joined, sheet) for sheet in SHEETS}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def with_parts(sheet, paths) -> str:
    """The sheet with its parts. paths: by name, the storage that has a file and its path there."""
    return PART.sub(lambda part: read(normpath(join(dirname(sheet), part[1])), paths), read(sheet, paths))


def read(name, paths) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
