"""The line below an article that says who its writer is."""

import re

from articles.text.names.persons import LATIN_NAME

LONGEST = 100  # characters: a sentence or two
# What parts the name from what its bearer is: 王大同，某大學教授; 山田太郎は…. An English sentence may be the
# text's.
BEHIND_NAME = re.compile(r"\s?[,，、:：（(|｜]|は|[은는]\s")

# What a site knows its writers by: jlindqvist, jonas.
ACCOUNT = re.compile(r"[a-z][a-z0-9_-]{1,24}")


def introduces(text: str, names: list[str]) -> bool:
    """Whether a line says who one of the writers is. names: theirs."""
    return len(text) <= LONGEST * (1 + text.isascii()) and any(
        name and text.startswith(name) and BEHIND_NAME.match(text, len(name)) for name in names
    )


def spelled_out(author: str, closing: list[str]) -> str:
    """An author as a line below the article names them, where a site states what it calls them alone.

    closing: the last lines of an article, which may introduce its writer.
    """
    if not ACCOUNT.fullmatch(author):
        return author
    named = (match.group() for match in map(LATIN_NAME.match, closing) if match)
    return next((name for name in named if _may_be_called(name, author)), author)


def _may_be_called(name: str, account: str) -> bool:
    """Whether an account is called by the letters of a name: all, a word, a word and an initial."""
    words = name.lower().replace(".", "").replace("'", "").split()
    first, last = words[0], words[-1]
    called = {first, last, first + last, last + first, first[0] + last, first + last[0], last + first[0]}
    return re.sub(r"[0-9_-]", "", account) in called
