"""Pages in the reader's own script: 繁 reads Traditional and 简 Simplified, whichever an article came in.

The finished page is converted, run by run, by its own language marks (`lang`), so that no headline, note or
name is forgotten by the template that shows it. What HTML's `translate="no"` stands on stays as written.
"""

import re
from functools import cache
from typing import NamedTuple

from django.http import HttpResponse

from articles.pages.languages import Name, interface_language
from articles.text.scripts import SIMPLIFIED, TRADITIONAL, convert, simplified_only, traditional_only

OTHER = {TRADITIONAL: SIMPLIFIED, SIMPLIFIED: TRADITIONAL}

# An attribute may hold a bare >, so quoted values are stepped over whole; in text every < is escaped.
TAG = re.compile(r"""(<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>)""")
ELEMENT = re.compile(r"</?([a-zA-Z0-9]+)")
LANG = re.compile(r'(\slang=")([^"]*)(")')
WORDS = re.compile(r'(\s(?:alt|title|aria-label|content|data-reason)=")([^"]*)(")')  # attributes people meet
RARE = 0x10000  # from here on characters are seldom met, and take two units of UTF-16
UNTRANSLATED = 'translate="no"'
TOPIC = 'rel="tag"'

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
INLINE = {
    *("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark"),
    *("small", "span", "strong", "sub", "sup", "time", "wbr"),
}


class ReadersScript:
    """Middleware: pages for readers leave in the script of the interface that they were asked for in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_page_for_readers(request, response) and not isinstance(response, ReadAsItIs):
            response.content = html_to_read(response.content.decode())
        return response


class ReadAsItIs(HttpResponse):
    """A page that is in the reader's script already. Converted once more, a surname 于 would become 於."""


def is_page_for_readers(request, response) -> bool:
    match = request.resolver_match
    is_page = not response.streaming and response.get("Content-Type", "").startswith("text/html")
    return is_page and "admin" not in (match.namespaces if match else ())


def html_to_read(html: str) -> str:
    """A page or a part of one, with its own marks of language, in the script of the interface."""
    language = interface_language()
    return in_script(html, language) if language in OTHER else html


def to_read(text: str, language: str) -> Name:
    """A text of that language in the script of the interface, and the language it is in now."""
    here = interface_language()
    return Name(convert(text, here), here) if OTHER.get(language) == here else Name(text, language)


def original_page(article, site):
    """The same page in the interface that shows an article as it was printed; None when this one does.

    site: the context's `site`, which knows the page's twins.
    """
    if OTHER.get(article.language) != interface_language():
        return None
    return next(twin for twin in site.translations if twin.language == article.language)


class Opened(NamedTuple):
    """An element that is open. language: its text's. is_kept: it stays as it is written."""

    name: str
    language: str
    is_kept: bool


def in_script(html: str, to: str) -> str:
    """A page with every Chinese run in one script.

    html: well-formed, as our templates and the sanitizer write it. to: "zh-Hant" or "zh-Hans".
    """
    if is_in_script(html, to):
        return html
    pieces = TAG.split(html)
    page = Page(to, names_in(pieces, to))
    for at, piece in enumerate(pieces):
        if at % 2:
            pieces[at] = page.tag(piece)
            page.close_run(pieces, ELEMENT.match(piece))
        elif piece and not piece.isspace():
            page.text(at, piece)
    page.close_run(pieces, None)
    return "".join(pieces)


def is_in_script(html: str, script: str) -> bool:
    """Whether nothing of a page has to be written otherwise, found without reading its tags.

    What has rare characters is not looked through here.
    """
    read, other = around_untranslated(html), f'lang="{OTHER[script]}"'
    is_marked = read.count(other) > read.count(f"href{other}")
    has_rare = len(read.encode("utf-16-le")) > 2 * len(read)
    return not is_marked and not has_rare and not foreign_mark(script).search(read)


def around_untranslated(html: str) -> str:
    """A page without the elements that stay as they are written, each up to the first end of its name."""
    pieces = html.split(UNTRANSLATED)
    for at in range(1, len(pieces)):
        name = pieces[at - 1].rpartition("<")[2].partition(" ")[0]
        inside, closing, after = pieces[at].partition(f"</{name}>")
        pieces[at] = after if closing else inside
    return "".join(pieces)


@cache
def foreign_mark(script: str) -> re.Pattern:
    """Rare characters, see above, would make the pattern a hundred times slower."""
    common = sorted(char for char in foreign_to(script) if ord(char) < RARE)
    return re.compile(f"[{''.join(common)}]")


def foreign_to(script: str) -> frozenset[str]:
    """Characters that the script does not use and the other one does."""
    return simplified_only() if script == TRADITIONAL else traditional_only()


def names_in(pieces: list[str], to: str) -> set[str]:
    """Topics' names that the wanted script can write as they are, though a phrase table would change them."""
    linked = {pieces[at + 1] for at in range(1, len(pieces) - 1, 2) if TOPIC in pieces[at]}
    return {name for name in linked if name and foreign_to(to).isdisjoint(name)}


class Page:
    """A page on its way into one script: which elements are open, and the run of text being read."""

    def __init__(self, to: str, names: set[str]):
        self.to, self.names = to, names
        self.opened = [Opened("", "", False)]
        self.run: list[int] = []  # places of pieces with only inline tags between them
        self.is_foreign = False  # whether any of them is marked as the other script

    def tag(self, tag: str) -> str:
        """The tag to write for one that was read."""
        if tag.startswith("</"):
            self.close(ELEMENT.match(tag))
            return tag
        named = ELEMENT.match(tag)
        if not named:
            return tag
        here = self.inside(named[1].lower(), tag)
        if here.name not in VOID and not tag.endswith("/>"):
            self.opened.append(here)
        return self.rewritten(tag, here)

    def inside(self, name: str, tag: str) -> Opened:
        around, own = self.opened[-1], LANG.search(tag) if "lang" in tag else None
        is_kept = around.is_kept or UNTRANSLATED in tag
        return Opened(name, own[2] if own else around.language, is_kept)

    def rewritten(self, tag: str, here: Opened) -> str:
        if here.is_kept or here.language not in OTHER:
            return tag
        is_foreign = here.language != self.to
        if is_foreign and "lang" in tag:
            tag = LANG.sub(rf"\g<1>{self.to}\g<3>", tag)
        if tag.isascii():
            return tag
        return WORDS.sub(lambda match: match[1] + self.converted(match[2], is_foreign) + match[3], tag)

    def close(self, named):
        names = [opened.name for opened in self.opened]
        if named and named[1].lower() in names:
            del self.opened[len(names) - 1 - names[::-1].index(named[1].lower()) :]

    def text(self, at: int, piece: str) -> None:
        here = self.opened[-1]
        if not here.is_kept and here.language in OTHER:
            self.run.append(at)
            self.is_foreign |= here.language != self.to

    def close_run(self, pieces: list[str], named) -> None:
        """Convert the run as one text, unless the tag that was read stands inside it."""
        if not self.run or (named and named[1].lower() in INLINE):
            return
        whole = "".join(pieces[at] for at in self.run)
        converted, start = self.converted(whole, self.is_foreign), 0
        for at in self.run:
            end = start + len(pieces[at])
            pieces[at] = converted[start:end]
            start = end
        self.run, self.is_foreign = [], False

    def converted(self, text: str, is_foreign: bool) -> str:
        """Text in the wanted script. What is marked as being in it already may still quote the other."""
        if text.isascii() or (not is_foreign and foreign_to(self.to).isdisjoint(text)):
            return text
        return convert(text, self.to, [name for name in self.names if name in text])
