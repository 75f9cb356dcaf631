"""What site generators (Jekyll, Hugo, Hexo) put into posts beside Markdown.

Some of it is never printed. The rest goes on as HTML, with the roles that pages give to boxes beside a text.
"""

import re
from html import escape
from textwrap import dedent

from articles.ingest.markdown.notebooks import without_notebook_marks

# What is never printed. None runs past the next opening, so that openings without an end cost nothing.
TEMPLATES = (
    re.compile(r"^[*+-][ \t][^\n]{0,200}\n\{:[ \t]{0,9}toc\b[^{}\n]*\}", re.MULTILINE),  # kramdown's contents
    re.compile(r"^\[{1,2}toc\]{1,2}[ \t]*$", re.MULTILINE | re.IGNORECASE),  # other programs' contents
    re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL),  # comments
    re.compile(
        r"\{%-?\s?comment\s?-?%\}(?:(?!\{%-?\s?comment).)*?\{%-?\s?endcomment\s?-?%\}", re.DOTALL
    ),  # Liquid's comments
    re.compile(r"\{%(?:(?!\{%).)*?%\}|\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL),  # Liquid
    re.compile(r"\{::comment\}(?:(?!\{::comment\}).)*?\{:/(?:comment)?\}", re.DOTALL),  # kramdown's comments
    re.compile(r"\{:[^{}\n]*\}|(?<=[ \t])\{#[\w-]*\}(?=[ \t]*$)", re.MULTILINE),  # kramdown's attributes
    re.compile(r"^@\[[a-z]{2,20}\]\([^()\n]{0,1000}\)[ \t]*$", re.MULTILINE),  # Zenn's cards and players
    re.compile(r"^\*\[[^\[\]\n]{1,40}\]:[^\n]*$", re.MULTILINE),  # kramdown's abbreviations
)
# Jekyll's for code, by which writers keep their lines as they are; fences say the same.
CODE_LINES = re.compile(r"^\{%-?\s?(?:end)?highlight\b[^{}%\n]{0,200}%\}[ \t]*$", re.MULTILINE)
FOOT_NOTE_MARK = re.compile(r"\[\^(?P<name>[^\[\]\s]{1,40})\](?!:)")
# Hugo's pictures: {{< figure src="/a.jpg" caption="…" >}}; Hexo's: {% asset_img wide a.jpg A title %}
FIGURE = re.compile(
    r"\{\{[<%]\s{0,9}(?:figure|img|image|picture|photo)\s(?P<options>(?:(?!\{\{|[%>]\}\}).){0,2000})[%>]\}\}",
    re.DOTALL,
)
# Jekyll's: {% include figure.html src="/a.jpg" caption="…" %}
INCLUDED = re.compile(
    r"\{%-?\s{0,9}include\s{1,9}[\w./-]{0,60}?(?:figure|image|img|picture|photo)[\w./-]{0,60}"
    r"\s(?P<options>(?:(?!\{%|%\}).){0,2000})%\}",
    re.DOTALL,
)
FIGURE_OPTION = re.compile(r"\b(src|url|image_path|path|alt|caption|title|attr)=(?:\"([^\"]*)\"|'([^']*)')")
SOURCES = ("src", "url", "image_path", "path")
ASSET = re.compile(
    r"\{%\s{0,9}asset_img\s(?:[^\n{}%]{0,80}\s)??(?P<src>[\w./%-]{1,200}\.\w{3,4})(?P<alt>[^\n{}%]{0,200})%\}"
)
# Astro's and Docusaurus's (MDX): what a post imports, and its components, of which some show pictures.
IMPORTED = re.compile(r"^import\s[^\n;]{1,200}\sfrom\s['\"][^'\"\n]{1,200}['\"];?[ \t]*$", re.MULTILINE)
PICTURE_COMPONENT = re.compile(r"<(?:Figure|Image|Picture|Photo)\s(?P<options>[^<>]{0,2000})/>")
COMPONENT = re.compile(r"</?[A-Z]\w{1,40}(?:\s[^<>]{0,500})?/?>")
# Hexo's links between posts: {% post_link file A title %}
POST_LINK = re.compile(r"\{%\s?post_link\s[^\s{}%]{1,200}\s(?P<words>[^{}%\n]{1,200}?)\s?%\}")
# Boxes beside the text: {% note info %}…{% endnote %}, {{< alert >}}…{{< /alert >}}, and quotations that are
# marked as such (Chirpy's {: .prompt-tip }, GitHub's [!NOTE]).
BOX = (
    r"(?:note|notice|alert|admonition|callout|hint|tip|info|warning"
    r"|hide(?:toggle|block)?|folding|tabs|details|spoiler)\b"
)
BOXES = (
    re.compile(rf"\{{%\s?{BOX}[^{{}}%\n]{{0,200}}%\}}(?P<said>(?:(?!\{{%).)*)(?=\{{%\s?end)", re.DOTALL),
    re.compile(
        rf"\{{\{{[<%]\s?{BOX}[^{{}}\n]{{0,300}}\}}\}}"
        rf"(?P<said>(?:(?!\{{\{{[<%]\s?/?{BOX}).)*)(?=\{{\{{[<%]\s?/)",
        re.DOTALL,
    ),
    # of Zenn and Docusaurus
    re.compile(
        rf"^(?P<mark>:{{3,5}})[ \t]?(?:message|{BOX})[^\n]{{0,100}}\n"
        r"(?P<said>(?:(?!:::)[^\n]*\n){1,60})(?P=mark)[ \t]*$",
        re.MULTILINE,
    ),
)
# A box of Python-Markdown and MkDocs, its text set in: !!! note, or ??? tip "Why it floats". What the writer
# gives a title of his own is text.
SET_IN = re.compile(
    r"^(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w -]{0,40}?(?:[ \t]+\"(?P<title>[^\"\n]{0,200})\")?[ \t]*\n"
    r"(?P<said>(?:[ \t]*\n)?(?:(?: {4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\n(?= {4}|\t)){1,60})",
    re.MULTILINE,
)
# Words of the text set apart: {% pullquote %}, {{< pullquote >}}. They go on as quotations.
PULL_QUOTES = (
    re.compile(
        r"\{%\s?pull-?quote\b[^{}%\n]{0,200}%\}(?P<said>(?:(?!\{%).)*)\{%\s?end-?pull-?quote\s?%\}", re.DOTALL
    ),
    re.compile(
        r"\{\{[<%]\s?pull-?quote\b[^{}\n]{0,200}[>%]\}\}(?P<said>(?:(?!\{\{).)*)"
        r"\{\{[<%]\s?/\s?pull-?quote\s?[>%]\}\}",
        re.DOTALL,
    ),
)
QUOTED_BOXES = (
    re.compile(
        r"(?P<said>(?:^>[^\n]*\n){1,40})\{:[^{}\n]{0,80}?\.prompt-[a-z]{1,16}[^{}\n]{0,200}\}", re.MULTILINE
    ),
    re.compile(
        r"^>[ \t]?\[!(?!quote|cite)\w{3,12}\][^\n]*\n(?P<said>(?:>[^\n]*(?:\n|\Z)){0,40})", re.MULTILINE
    ),
)
# Hugo's links that are no Markdown: {{< pdf title="…" link="…" >}}
LINKED = re.compile(
    r"\{\{[<%]\s?[\w-]{1,40}\s(?P<options>(?=[^{}]{0,600}\b(?:link|href|url)=)[^{}]{1,600})[%>]\}\}"
)
LINK_OPTION = re.compile(r"\b(link|href|url|title|text)=\"([^\"]*)\"")
QUOTES = "\"'"
QUOTE_MARK = re.compile(r"^>[ \t]?", re.MULTILINE)
# With the lines that go on with it, which need not be set in (CommonMark 0.31, 4.8).
FOOT_NOTE = re.compile(
    r"^\[\^[^\[\]\s]{1,40}\]:[ \t]*(?P<said>\S[^\n]*"
    r"(?:\n(?![ \t]*(?:\n|[-*+>#|<]|\d{1,3}[.)]\s|\[\^|```|:::|!!!|\{[%{:]))[^\n]+){0,20})$",
    re.MULTILINE,
)
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
NOT_PLAIN = re.compile(r"[-*+>#|<]|\d{1,3}[.)]\s")  # lists, headings, tables, HTML


def without_templates(body: str) -> str:
    """A post's text without what its generator never prints, the rest of its marks as HTML."""
    body = ASSET.sub(_asset, INCLUDED.sub(_figure, FIGURE.sub(_figure, without_notebook_marks(body))))
    body = COMPONENT.sub("", PICTURE_COMPONENT.sub(_figure, body)) if IMPORTED.search(body) else body
    body = LINKED.sub(_link, body)
    body = POST_LINK.sub(lambda found: found["words"].strip("'\""), IMPORTED.sub("", body))
    for pull_quote in PULL_QUOTES:
        body = pull_quote.sub(lambda found: _quotation(found["said"]), body)
    for box in BOXES:
        body = box.sub(lambda found: _note(found["said"]), body)
    body = SET_IN.sub(_set_in, body)
    for box in QUOTED_BOXES:
        body = box.sub(lambda found: _note(QUOTE_MARK.sub("", found["said"])), body)
    body = FOOT_NOTE.sub(lambda found: _note(found["said"], role="doc-footnote"), _numbered(body))
    body = CODE_LINES.sub("```", body)
    for template in TEMPLATES:
        body = template.sub("", body)
    return body


def _numbered(body: str) -> str:
    """A body whose marks of foot-notes are printed: with their numbers, in the order of the marks."""
    numbers: dict[str, int] = {}
    return FOOT_NOTE_MARK.sub(lambda mark: f"[{numbers.setdefault(mark['name'], len(numbers) + 1)}]", body)


def _quotation(said: str) -> str:
    return "\n\n" + "\n".join(f"> {line}" for line in said.strip().splitlines()) + "\n\n"


def _link(shortcode: re.Match) -> str:
    """A link with its title for words; what has no title goes on as it is."""
    stated = dict(LINK_OPTION.findall(shortcode["options"]))
    words = stated.get("title") or stated.get("text")
    address = next((stated[name] for name in ("link", "href", "url") if name in stated), "")
    return f"[{words}]({address})" if words and address else shortcode[0]


def _figure(shortcode: re.Match) -> str:
    stated = {name: escape(one or other) for name, one, other in FIGURE_OPTION.findall(shortcode["options"])}
    caption = " ".join(filter(None, (stated.get("caption") or stated.get("title"), stated.get("attr"))))
    source = next((stated[name] for name in SOURCES if name in stated), "")
    picture = f'<img src="{source}" alt="{stated.get("alt", "")}">'
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _asset(tag: re.Match) -> str:
    """A picture, with the title in quotation marks that is printed below it."""
    alt = tag["alt"].strip()
    picture = f'<img src="{escape(tag["src"])}" alt="{escape(alt.strip(QUOTES))}">'
    is_title = len(alt) > 2 and alt[0] == alt[-1] and alt[0] in QUOTES
    caption = f"<figcaption>{escape(alt[1:-1])}</figcaption>" if is_title else ""
    return f"<figure>{picture}{caption}</figure>" if is_title else picture


def _set_in(box: re.Match) -> str:
    said = dedent(box["said"].expandtabs(4)).strip()
    return f"\n\n{box['title']}\n\n{said}\n\n" if box["title"] else _note(said)


def _note(said: str, role: str = "note") -> str:
    """The paragraphs of a box, each with its role around it, as Markdown reads on inside such an element."""
    paragraphs = BLANK_LINE.split(said.strip())
    plain = [text if NOT_PLAIN.match(text) else f'<span role="{role}">{text}</span>' for text in paragraphs]
    return "\n\n".join(["", *plain, ""])
