"""Files that are whole wherever they are there: a full disk or an end of the process leaves no torso."""

from pathlib import Path
from uuid import uuid4


def write_whole(file: Path, data: bytes) -> None:
    """Write a file, in the place of an older one, once all of it is on the disk. Its folder is made.

    Raises OSError; what was there stays then.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.parent / uuid4().hex  # no dot: a backup passes it over
    try:
        unfinished.write_bytes(data)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
