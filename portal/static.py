"""Static files as they are served: one sheet, one script, however many files they are written in."""

import re
from posixpath import dirname, join, normpath

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = re.compile(r"css/.+\.css")
SCRIPTS = ("js/site.js",)  # of parts that export nothing
PART = re.compile(r'^@import url\("([^"]+)"\);$', re.MULTILINE)
PART_OF_SCRIPT = re.compile(r'^import "([^"]+)";$', re.MULTILINE)
# What only people read is a fifth of a sheet, compressed.
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r'("[^"]*")|\s*([{};,]|:(?=\s))\s*|\s+')


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts each part of a sheet or script in the place of its import, so that a page asks for one file."""

    def post_process(self, paths, dry_run=False, **options):
        joined = InMemoryStorage()
        ours = [*filter(SHEETS.fullmatch, paths), *SCRIPTS]
        for name in ours:
            joined.save(name, ContentFile(with_parts(name, paths)))
        paths = paths | {name: (joined, name) for name in ours}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def with_parts(name, paths) -> str:
    """The sheet or script with its parts. paths: by name, the storage that has a file and its path there.

    Parts of a script are blocks: what each declares stays its own, as in modules.
    """

    def part(found):
        return with_parts(normpath(join(dirname(name), found[1])), paths)

    if name.endswith(".js"):
        return PART_OF_SCRIPT.sub(lambda found: f"{{\n{part(found)}}}", read(name, paths))
    return tight(PART.sub(part, read(name, paths)))


def tight(sheet: str) -> str:
    """A sheet without its comments, and without the space that separates nothing."""
    return SPACE.sub(
        lambda found: found[found.lastindex] if found.lastindex else " ", COMMENT.sub("", sheet)
    ).strip()


def read(name, paths) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
