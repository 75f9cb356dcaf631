"""Markdown → safe HTML: the one place that makes what came from elsewhere safe.

A body is Markdown without raw HTML: `<` and `&` are plain characters. Two marks of the Chinese press are
read beside it, as an editor would type them:

    ![alt](src)              a picture, and under it the caption as printed, credit included
    ▲ caption（圖／credit）
    ▲ caption                a caption whose picture was not carried over
    ※ note                   an editor's note
"""

import re
import threading
import time
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element, SubElement

import markdown
import nh3
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_noop
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from articles.text.press.captions import split_credit

MAX_BODY = 400_000  # characters; the longest book chapter in the labelled documents has 60,000
MAX_DEPTH = 24  # nested quotes or lists; Python-Markdown recurses once a level
MAX_CELLS = 200_000  # widest line by lines: each row of a table is filled up to the width of its head
# Python-Markdown's time grows with the square of the lines that rules, headings and the like part.
MAX_SECONDS = 4  # of CPU; the longest chapter takes a tenth of one
MAX_BRACKETS = 2_000  # unescaped; Python-Markdown's time grows with their square, 3.4 s for 9,000

CAPTION_MARK = "▲"
NOTE_MARK = "※"
DEEP_LINE = re.compile(rf"^(?:[ \t]*>){{{MAX_DEPTH},}}|^[ \t]{{{MAX_DEPTH * 4},}}", re.MULTILINE)
OPENING_BRACKET = re.compile(r"(?<!\\)\[")
# A raw address and the name of its site in it. It ends before Chinese, and before marks that end a sentence.
ADDRESS = re.compile(
    r"(https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*+)(?:[.,;:!?)\]]*+(?![.,;:!?)\]])[!-~])*+)",
    re.IGNORECASE,
)
PICTURE_SIZE = re.compile(r"-(\d{1,5})x(\d{1,5})\.\w+$")  # pictures.py writes the size into the name

ALLOWED_TAGS = {
    *("p", "h2", "h3", "h4", "blockquote", "pre", "hr", "br"),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"),
    *("strong", "em", "code", "a", "img", "figure", "figcaption", "cite", "aside"),
}
ALLOWED_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height", "loading", "decoding", "referrerpolicy"},
    "p": {"id"},
    "aside": {"class"},
    "ol": {"start"},
    "th": {"align"},  # not style: the content security policy blocks it
    "td": {"align"},
}


kept = threading.local()  # each thread's converter, which takes half as long to make as to convert with


class UnrenderableBody(ValueError):
    """A body that cannot be rendered within the limits. Told to the editor in their language."""

    def __str__(self):
        return gettext(self.args[0]) % self.args[1:]

    @property
    def in_english(self) -> str:
        """For where nothing can be translated, as in a child process without the portal's applications."""
        return self.args[0] % self.args[1:]


TOO_LONG = gettext_noop("The body has more than %d characters.")
TOO_DEEP = gettext_noop("The body is nested more than %d levels deep.")
TOO_MANY_BRACKETS = gettext_noop("The body has more than %d square brackets.")
TOO_MANY_CELLS = gettext_noop("The body's table would have more than %d cells.")
TOO_SLOW = gettext_noop("The body took more than %d seconds to render: too many lines are no text.")


@dataclass(frozen=True)
class RenderedBody:
    """html: the whole body. opening_html: its first paragraph, what an excerpt may show."""

    html: SafeString
    opening_html: SafeString


def render_body(text: str) -> RenderedBody:
    """Render a body.

    Raises UnrenderableBody when it is longer than MAX_BODY, nested deeper than MAX_DEPTH or takes longer than
    MAX_SECONDS.
    """
    _refuse_unreasonable(text)
    try:
        html = sanitize(_converted(text))
    except RecursionError:
        raise UnrenderableBody(TOO_DEEP, MAX_DEPTH) from None
    return RenderedBody(html, mark_safe(opening(html)))  # noqa: S308  a cut of what was just sanitized


def sanitize(html: str) -> SafeString:
    """Whatever comes in, only the tags and attributes above come out."""
    clean = nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )
    return mark_safe(clean)  # noqa: S308  the sanitizer's own output


def in_language(html: str, prefix: str) -> SafeString:
    """A rendered body whose links to topics keep the reader's language.

    prefix: what addresses begin with in that language, "/" or "/en/".
    """
    return mark_safe(html.replace('<a rel="tag" href="/', f'<a rel="tag" href="{prefix}'))  # noqa: S308


def _refuse_unreasonable(text):
    if len(text) > MAX_BODY:
        raise UnrenderableBody(TOO_LONG, MAX_BODY)
    if DEEP_LINE.search(text):
        raise UnrenderableBody(TOO_DEEP, MAX_DEPTH)
    if len(OPENING_BRACKET.findall(text)) > MAX_BRACKETS:
        raise UnrenderableBody(TOO_MANY_BRACKETS, MAX_BRACKETS)
    lines = text.split("\n")
    if max(line.count("|") for line in lines) * len(lines) > MAX_CELLS:
        raise UnrenderableBody(TOO_MANY_CELLS, MAX_CELLS)


def _converted(text):
    converter = kept.__dict__.pop("converter", None) or _markdown()
    html = converter.reset().convert(text)
    kept.converter = converter  # one that gave up in the middle of a text is left
    return html


def _markdown():
    return markdown.Markdown(
        extensions=[TableExtension(use_align_attribute=True), "sane_lists", PressMarks(), TimeLimit()],
        output_format="html",
    )


def opening(html: str) -> str:
    """The first paragraph of a rendered body, what an excerpt may show; "" when it has none."""
    start = html.find("<p")
    return html[start : html.find("</p>", start) + 4] if start >= 0 else ""


class PressMarks(Extension):
    """Figures and notes by their marks; raw HTML switched off; headings from h2 down; paragraphs numbered."""

    def extendMarkdown(self, md):  # noqa: N802  the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(PressTree(md), "press", 5)


class TimeLimit(Extension):
    """Looks at the clock before each block and each inline mark; between two of them little time passes."""

    def extendMarkdown(self, md):  # noqa: N802  the library's name
        md.registerExtension(self)  # to be reset for each text
        md.parser.blockprocessors.register(
            BlockClock(md.parser, self.look), "clock", 1000
        )  # before all others
        for pattern in md.inlinePatterns:
            pattern.getCompiledRegExp = partial(_after, self.look, pattern.getCompiledRegExp)

    def reset(self):
        self.deadline = time.thread_time() + MAX_SECONDS

    def look(self):
        if time.thread_time() > self.deadline:
            raise UnrenderableBody(TOO_SLOW, MAX_SECONDS)


class BlockClock(BlockProcessor):
    """Is asked about each block before any other, and takes none."""

    def __init__(self, parser, look):
        super().__init__(parser)
        self.look = look

    def test(self, parent, block):
        self.look()
        return False


def _after(look, ask):
    look()
    return ask()


class PressTree(Treeprocessor):
    def run(self, root):
        for parent in list(root.iter()):
            parent[:] = [self.rewritten(child) for child in parent if not self.is_credit_of_nothing(child)]
        self.number_paragraphs(root)

    def is_credit_of_nothing(self, element):
        """Whose picture it was says nothing where neither the picture nor a word about it came along."""
        if element.tag != "p" or not self.is_figure(element) or len(element):
            return False
        parts = split_credit(self.caption(element))
        return bool(parts.credit) and not parts.caption

    def rewritten(self, element):
        if element.tag == "h1":
            element.tag = "h2"
        elif element.tag in ("h5", "h6"):
            element.tag = "h4"
        elif element.tag == "p" and (element.text or "").lstrip().startswith(NOTE_MARK):
            return self.note(element)
        elif element.tag == "p" and self.is_figure(element):
            return self.figure(element)
        return element

    def note(self, paragraph):
        paragraph.text = paragraph.text.lstrip().removeprefix(NOTE_MARK).lstrip()
        aside = Element("aside", {"class": "note"})
        aside.append(paragraph)
        return aside

    def is_figure(self, paragraph):
        text = (paragraph.text or "").strip()
        if len(paragraph) == 0:
            return text.startswith(CAPTION_MARK)
        tail = (paragraph[0].tail or "").strip()
        return paragraph[0].tag == "img" and not text and (not tail or tail.startswith(CAPTION_MARK))

    def figure(self, paragraph):
        figure = Element("figure")
        caption = self.caption(paragraph)
        if len(paragraph):
            figure.append(self.picture(paragraph[0]))
        if caption:
            self.add_caption(figure, caption)
        return figure

    def caption(self, paragraph):
        return "".join(paragraph.itertext()).strip().removeprefix(CAPTION_MARK).strip()

    def picture(self, image):
        image.tail = None
        image.attrib.update(loading="lazy", decoding="async", referrerpolicy="no-referrer")
        if size := PICTURE_SIZE.search(image.get("src", "")):
            image.attrib.update(width=size[1], height=size[2])
        return image

    def add_caption(self, figure, line):
        parts = split_credit(line)
        figcaption = SubElement(figure, "figcaption")
        self.add_words(figcaption, parts.caption)
        if parts.credit:
            self.add_words(SubElement(figcaption, "cite"), parts.credit)

    def add_words(self, element, words):
        """An address that stands raw in them becomes a link in the name of its site."""
        element.text, *pieces = ADDRESS.split(words)
        for address, site, tail in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
            link = SubElement(element, "a", {"href": address})
            link.text, link.tail = site, tail

    def number_paragraphs(self, root):
        """Every paragraph has an address, so that a summary can cite it."""
        for number, paragraph in enumerate(root.findall("p"), start=1):
            paragraph.set("id", f"p{number}")
