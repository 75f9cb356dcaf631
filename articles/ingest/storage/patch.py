"""A change between two versions of a text, made in a third one that has gone its own way since."""

from difflib import SequenceMatcher


def patched(before: str, after: str, current: str) -> str | None:
    """The current text with what changed from `before` to `after`, paragraph by paragraph.

    None where a paragraph that the change is about is not in the current text any more.
    """
    old, new, now = (text.split("\n\n") if text else [] for text in (before, after, current))
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, start, end, new_start, new_end in reversed(changes):
        if kind == "equal":
            continue
        place = _place_after(now, old, start) if start == end else _place_of(now, old[start:end])
        if place is None:
            return None
        now[place : place + end - start] = new[new_start:new_end]
    return "\n\n".join(now)


def _place_of(paragraphs, run):
    places = range(len(paragraphs) - len(run) + 1)
    return next((place for place in places if paragraphs[place : place + len(run)] == run), None)


def _place_after(paragraphs, old, at):
    """Where something comes in: behind the paragraph before it, or before the one behind it."""
    if at and old[at - 1] in paragraphs:
        return paragraphs.index(old[at - 1]) + 1
    if at < len(old) and old[at] in paragraphs:
        return paragraphs.index(old[at])
    return None if old else len(paragraphs)
