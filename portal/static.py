"""Static files as they are served: one sheet a site, one script an article, however many they are in."""

import re
from posixpath import dirname, join, normpath

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = ("css/site.css", "css/admin/site.css")
SCRIPTS = ("js/article.js",)  # of parts that export nothing
PART = re.compile(r'^@import url\("([^"]+)"\);$', re.MULTILINE)
PART_OF_SCRIPT = re.compile(r'^import "([^"]+)";$', re.MULTILINE)


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts each part of a sheet or script in the place of its import, so that a page asks for one file."""

    def post_process(self, paths, dry_run=False, **options):
        joined = InMemoryStorage()
        for name in (*SHEETS, *SCRIPTS):
            joined.save(name, ContentFile(with_parts(name, paths)))
        paths = paths | {name: (joined, name) for name in (*SHEETS, *SCRIPTS)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def with_parts(name, paths) -> str:
    """The sheet or script with its parts. paths: by name, the storage that has a file and its path there.

    Parts of a script are blocks: what each declares stays its own, as in modules.
    """

    def part(found):
        return read(normpath(join(dirname(name), found[1])), paths)

    if name in SCRIPTS:
        return PART_OF_SCRIPT.sub(lambda found: f"{{\n{part(found)}}}", read(name, paths))
    return PART.sub(part, read(name, paths))


def read(name, paths) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
