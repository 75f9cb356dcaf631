"""HTML text → an lxml tree, and the tree's elements by what they are to a reader.

No walk here or in `pieces.py` recurses, so depth cannot exhaust Python's stack.
"""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from articles.ingest.documents import DocumentError

MAX_CHARACTERS = 12_000_000  # the largest news pages measured are 1.4 million
MAX_ELEMENTS = 30_000  # and hold 3,200 elements

# Never rendered as text: programs, styles, fallbacks for browsers without scripts, embedded documents.
UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "canvas"}
    | {"audio", "video", "noframes", "noembed"}
    | {"amp-ad", "amp-audio", "amp-iframe", "amp-video", "amp-youtube", "amp-embed"}
)
# Of these a reader sees the words, in a drawing or a formula, and not the elements around them.
DRAWINGS = frozenset({"svg", "math"})
DRAWN = ("text", "foreignobject", "math")
# Text inside these belongs to a control, not to the document.
CONTROLS = frozenset(
    {"button", "select", "option", "optgroup", "textarea", "input", "label", "datalist", "dialog"}
)
# Elements that start and end a line of their own.
BLOCKS = frozenset(
    {"html", "body", "main", "article", "section", "div", "header", "footer", "nav", "aside", "center"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "p", "pre", "blockquote", "address", "hr"}
    | {"ul", "ol", "li", "menu", "dl", "dt", "dd", "figure", "figcaption", "details", "summary"}
    | {"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
    | {"form", "fieldset", "legend", "button", "select", "option", "textarea", "dialog"}
)
PICTURES = frozenset({"img", "amp-img", "amp-anim"})
READINGS = frozenset({"rt", "rp"})
PREFORMATTED = frozenset({"pre", "xmp", "listing"})
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
STRONG = frozenset({"b", "strong"})
CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ul", "ol"})

# Roles of what stands beside a text, and of the link from a note back to its mark.
NOTE_ROLES = frozenset({"note", "doc-footnote", "doc-endnote"})
BACKLINK = "doc-backlink"

# What may stand in a head (HTML standard, metadata content); anything else there belongs to the body.
IN_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
# display:none hides, and so does a box clipped to nothing, for readers aloud alone. visibility:hidden and
# opacity do not count: pages unveil bodies styled so by script.
HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%", re.I
)
SMALL_TYPE = re.compile(
    r"font-size\s*:\s*(?:(?:[1-9]|1[0-3])(?:\.\d+)?px|(?:[1-9]|10)(?:\.\d+)?pt|0?\.[1-8]\d*r?em|[1-8]\d%"
    r"|(?:x{1,2}-)?small(?:er)?)",
    re.I,
)
# What style sheets call such boxes: Bootstrap, Tailwind, WordPress, the BBC's and the A11y Project's names.
READ_ALOUD = re.compile(
    r"(?:^|\s)(?:sr-only|(?:visually|a11y)-?hidden|screen-reader(?:-text)?|element-invisible)(?=\s|$)", re.I
)
# A group of rules that hold only in print, on small screens and so on.
CONDITIONAL_RULES = re.compile(r"@[^{}@]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
# A rule of a page's own style sheet that hides one class of elements everywhere.
HIDING_RULE = re.compile(r"(?<![^}\n;])[^\S\n]*\.([\w-]+)\s*\{([^{}]*)\}")
MOST_HIDDEN = 0.5  # of a page's text; a rule that hides more is lifted by script
# Attributes in which lazy loaders keep the true address of a picture, most telling first.
PICTURE_FILE = re.compile(r"^\S{1,500}\.(?:jpe?g|png|webp|avif|gif)(?:\?\S{0,300})?$", re.IGNORECASE)
LAZY_SOURCES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-actualsrc",
    "data-lazyload",
    "data-url",
    "data-echo",
    "file",
    "src",
)
# Browsers save a page's pictures in a folder named after it and point src there, and nothing else.
SAVED_BESIDE = re.compile(r"^(?!https?:|//)[^?]*[._]files/", re.I)
# What ends an offer of a srcset: its width (1200w) or density (2x). Its address may hold commas.
OFFER_END = re.compile(r"\s(\d{1,6}(?:\.\d{1,6})?)[wx]\s*(?:,|$)")
# Pictures inside a sentence: emoji, bullets and the like.
ORNAMENT = re.compile(
    r"emoji|emoticon|\bicons?\b|favicon|spacer|blank\.(gif|png)|pixel|\b1x1\b|loading|placeholder|avatar"
    r"|gravatar|headshot|\blogo\b|[-_]logo|qr-?code|\bsprite\b",
    re.I,
)
SMALLEST_PICTURE = 60  # px; smaller ones are icons
# Ampersands that were escaped once too often: readers see &quot; where a quotation mark is meant, A&amp;B.
ESCAPED_TWICE = re.compile(r"&amp;(?:amp;)*(?=(?:quot|apos|lt|gt|nbsp|amp|#\d{2,6}|#x[0-9a-f]{2,5});)", re.I)
XML_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def parse_tree(text: str) -> html.HtmlElement:
    """The tree of a page or fragment; its root is always `html`.

    Raises DocumentError when there is nothing in it, or when it is longer or deeper than any honest page.
    """
    if len(text) > MAX_CHARACTERS:
        raise DocumentError(
            f"HTML is too long: {len(text):,} characters, at most {MAX_CHARACTERS:,} are read"
        )
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    text = ESCAPED_TWICE.sub("&", XML_UNFIT.sub(" ", text))
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise DocumentError(f"HTML cannot be read: {error}") from error
    _refuse_excess(parser)
    _refuse_crowd(root)
    _free_head(root)
    _hide_by_own_styles(root)
    _tell_foot_notes(root)
    return root


def _refuse_excess(parser) -> None:
    """libxml2 gives up at 256 levels or 10 million bytes of unbroken text and returns what it has so far."""
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            raise DocumentError(f"HTML cannot be read, line {entry.line}: {_plainly(entry.message)}")


def _plainly(message: str) -> str:
    """libxml2's message without its advice to programmers."""
    return re.split(r", (?:use|try) ", message)[0].strip()


def _refuse_crowd(root) -> None:
    for number, _ in enumerate(root.iter()):
        if number > MAX_ELEMENTS:
            raise DocumentError(f"HTML has too many elements: more than {MAX_ELEMENTS:,}")


def _free_head(root) -> None:
    """Give the body what libxml2 put into the implied head: <header>, <main> before or without a <body>."""
    head, body = root.find("head"), root.find("body")
    strays = [element for element in head if element.tag not in IN_HEAD] if head is not None else []
    if not strays:
        return
    if body is None:
        body = etree.SubElement(root, "body")
    strays[-1].tail = (strays[-1].tail or "") + (body.text or "")
    body.text = None
    for number, element in enumerate(strays):
        body.insert(number, element)


def _hide_by_own_styles(root) -> None:
    """Mark as hidden what the page's own style sheets hide by its class."""
    names = {
        name
        for sheet in root.iter("style")
        for name, declared in HIDING_RULE.findall(CONDITIONAL_RULES.sub("", sheet.text or ""))
        if HIDDEN_STYLE.search(declared)
    }
    whole = sum(map(len, root.xpath("//text()[not(parent::script or parent::style)]"))) if names else 0
    for name in sorted(names):
        elements = root.find_class(name)
        hidden = sum(len(element.text_content()) for element in elements)
        if hidden <= MOST_HIDDEN * whole:
            for element in elements:
                element.set("hidden", "")


def _tell_foot_notes(root) -> None:
    """Give their roles to the notes that marks lead to, and to the links from there back.

    A mark is raised, or leads to a place from which a link leads back to it.
    """
    links = [link for link in root.iter("a") if link.get("href", "#")[:1] == "#" != link.get("href", "#")]
    places = {element.get("id"): element for element in root.xpath("//*[@id]")} if links else {}
    back: set = set()
    for mark in links:
        note = _block_at(places.get(mark.get("href")[1:]))
        if mark in back or note is None or note in mark.iterancestors():
            continue
        names = {element.get("id") for element in (mark, mark.getparent())} - {None}
        returning = [link for link in note.iter("a") if link.get("href", "")[1:] in names]
        if returning or _is_raised(mark):
            note.set("role", "doc-footnote")
            back.update(returning)
    for link in back:
        if not any(map(str.isalnum, link.text_content())):
            link.set("role", BACKLINK)


def _block_at(place):
    boxes = (place, *place.iterancestors()) if place is not None else ()
    return next((box for box in boxes if box.tag in BLOCKS), None)


def _is_raised(mark) -> bool:
    return mark.getparent().tag == "sup" or mark.find("sup") is not None


def is_hidden(element) -> bool:
    """Whether the page itself says that a reader does not see the element."""
    style = element.get("style")
    clipped = bool(style and HIDDEN_STYLE.search(style))
    return clipped or element.get("hidden") is not None or bool(READ_ALOUD.search(element.get("class", "")))


def is_set_small(element) -> bool:
    """Whether an element sets its text in type that is smaller than a body's, as captions and notes are."""
    style = element.get("style")
    return element.tag == "small" or (style is not None and SMALL_TYPE.search(style) is not None)


def hints(element) -> str:
    """The names its makers gave an element: class and id."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def picture_source(element, base_url: str = "", site_url: str = "") -> str:
    """Address of an `img`, the largest it offers; "" for icons, data: URIs and other schemes.

    base_url: where the page was fetched from; makes every address absolute. site_url: its canonical address,
    which completes only addresses that begin at a site's root. What is relative to the page itself stays so
    without a base_url, for the picture may lie beside a saved page.
    """
    if _is_ornament(element):
        return ""
    plain = _plain_source(element)
    if plain and not base_url and _is_beside(plain):
        return plain
    largest = _largest_of_set(element)
    return next((url for one in (largest, plain) if (url := _complete(one, base_url, site_url))), "")


def _plain_source(element) -> str:
    if SAVED_BESIDE.search(element.get("src", "")):
        return element.get("src").strip()
    addresses = (element.get(name, "").strip() for name in LAZY_SOURCES)
    fitting = (one for one in addresses if web_address(one) and not _names_ornament(one))
    return next(fitting, "") or _sized_source(element)


def _sized_source(element) -> str:
    """The last address of a picture file among an element's data, which loaders name after sizes."""
    addresses = [value.strip() for name, value in element.items() if name.startswith("data-")]
    files = [one for one in addresses if PICTURE_FILE.search(one) and web_address(one)]
    return next((one for one in reversed(files) if not _names_ornament(one)), "")


def _largest_of_set(element) -> str:
    """The address in an `img`'s or its `picture`'s sets with the greatest width or density."""
    # libxml2 does not know that a source is empty and puts the img inside it.
    holders = [element, *element.iterancestors("source"), *element.itersiblings("source", preceding=True)]
    sets = [
        holder.get(name, "") for holder in holders for name in ("srcset", "data-srcset", "data-lazy-srcset")
    ]
    offers = next((found for one in sets if (found := list(_offers(one)))), [])
    fitting = [offer for offer in offers if web_address(offer[0]) and not _names_ornament(offer[0])]
    return max(fitting, key=lambda offer: float(offer[1]), default=("",))[0]


def _offers(one: str) -> Iterator[tuple[str, str]]:
    """Address and width or density of each offer of a srcset."""
    start = 0
    for end in OFFER_END.finditer(one):
        if address := one[start : end.start()].split():
            yield address[-1], end[1]
        start = end.end()


def _is_beside(address: str) -> bool:
    return not address.startswith("/") and ":" not in address.partition("/")[0]


def _complete(address: str, base_url: str, site_url: str) -> str:
    return web_address(address, base_url or (site_url if address.startswith("/") else "")) if address else ""


def _names_ornament(address: str) -> bool:
    return bool(ORNAMENT.search(address.rsplit("/", 1)[-1]))


def _is_ornament(element) -> bool:
    sizes = [element.get(name, "").removesuffix("px") for name in ("width", "height")]
    if any(size.isdecimal() and int(size) < SMALLEST_PICTURE for size in sizes):
        return True
    return is_hidden(element) or bool(ORNAMENT.search(hints(element)))


def web_address(address: str, base_url: str = "") -> str:
    """address joined to base_url when it is http(s) or relative, else ""."""
    if not address.strip():
        return ""
    try:
        joined = urljoin(base_url, address.strip())
        scheme = urlsplit(joined).scheme
    except ValueError:
        return ""
    return joined if scheme in ("", "http", "https") else ""
