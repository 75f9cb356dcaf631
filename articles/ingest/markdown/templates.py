"""What site generators (Jekyll, Hugo, Hexo) put into posts beside Markdown.

Some of it is never printed. The rest goes on as HTML, with the roles that pages give to boxes beside a text.
"""

import re
from html import escape

# What is never printed. None runs past the next opening, so that openings without an end cost nothing.
TEMPLATES = (
    re.compile(r"^[*+-][ \t][^\n]{0,200}\n\{:[ \t]{0,9}toc\b[^{}\n]*\}", re.MULTILINE),  # kramdown's contents
    re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL),  # comments
    re.compile(r"\{%(?:(?!\{%).)*?%\}|\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL),  # Liquid
    re.compile(r"\{::comment\}(?:(?!\{::comment\}).)*?\{:/(?:comment)?\}", re.DOTALL),  # kramdown's comments
    re.compile(r"\{:[^{}\n]*\}|(?<=[ \t])\{#[\w-]*\}(?=[ \t]*$)", re.MULTILINE),  # kramdown's attributes
    re.compile(r"\[\^[^\[\]\s]{1,40}\](?!:)"),  # marks of foot-notes
)
# Hugo's pictures: {{< figure src="/a.jpg" caption="…" >}}; Hexo's: {% asset_img wide a.jpg A title %}
FIGURE = re.compile(r"\{\{[<%]\s{0,9}figure\s(?P<options>(?:(?!\{\{|[%>]\}\}).){0,2000})[%>]\}\}", re.DOTALL)
FIGURE_OPTION = re.compile(r"\b(src|alt|caption|attr)=\"([^\"]*)\"")
ASSET = re.compile(
    r"\{%\s{0,9}asset_img\s(?:[^\n{}%]{0,80}\s)??(?P<src>[\w./%-]{1,200}\.\w{3,4})(?P<alt>[^\n{}%]{0,200})%\}"
)
# Boxes beside the text: {% note info %}…{% endnote %}, {{< alert >}}…{{< /alert >}}, and quotations that are
# marked as such (Chirpy's {: .prompt-tip }, GitHub's [!NOTE]).
BOX = r"(?:note|notice|alert|admonition|callout|hint|tip|info|warning)\b"
BOXES = (
    re.compile(rf"\{{%\s?{BOX}[^{{}}%\n]{{0,200}}%\}}(?P<said>(?:(?!\{{%).)*)(?=\{{%\s?end)", re.DOTALL),
    re.compile(
        rf"\{{\{{[<%]\s?{BOX}[^{{}}\n]{{0,300}}\}}\}}"
        rf"(?P<said>(?:(?!\{{\{{[<%]\s?/?{BOX}).)*)(?=\{{\{{[<%]\s?/)",
        re.DOTALL,
    ),
)
QUOTED_BOXES = (
    re.compile(
        r"(?P<said>(?:^>[^\n]*\n){1,40})\{:[^{}\n]{0,80}?\.prompt-[a-z]{1,16}[^{}\n]{0,200}\}", re.MULTILINE
    ),
    re.compile(r"^>[ \t]?\[!\w{3,12}\][^\n]*\n(?P<said>(?:>[^\n]*(?:\n|\Z)){1,40})", re.MULTILINE),
)
QUOTE_MARK = re.compile(r"^>[ \t]?", re.MULTILINE)
FOOT_NOTE = re.compile(r"^\[\^[^\[\]\s]{1,40}\]:[ \t]*(?P<said>\S[^\n]*)$", re.MULTILINE)
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
NOT_PLAIN = re.compile(r"[-*+>#|<]|\d{1,3}[.)]\s")  # lists, headings, tables, HTML


def without_templates(body: str) -> str:
    """A post's text without what its generator never prints, the rest of its marks as HTML."""
    body = ASSET.sub(_asset, FIGURE.sub(_figure, body))
    for box in BOXES:
        body = box.sub(lambda found: _note(found["said"]), body)
    for box in QUOTED_BOXES:
        body = box.sub(lambda found: _note(QUOTE_MARK.sub("", found["said"])), body)
    body = FOOT_NOTE.sub(lambda found: _note(found["said"], role="doc-footnote"), body)
    for template in TEMPLATES:
        body = template.sub("", body)
    return body


def _figure(shortcode: re.Match) -> str:
    stated = {name: escape(value) for name, value in FIGURE_OPTION.findall(shortcode["options"])}
    caption = " ".join(filter(None, (stated.get("caption"), stated.get("attr"))))
    picture = f'<img src="{stated.get("src", "")}" alt="{stated.get("alt", "")}">'
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _asset(tag: re.Match) -> str:
    return f'<img src="{escape(tag["src"])}" alt="{escape(tag["alt"].strip())}">'


def _note(said: str, role: str = "note") -> str:
    """The paragraphs of a box, each with its role around it, as Markdown reads on inside such an element."""
    paragraphs = BLANK_LINE.split(said.strip())
    plain = [text if NOT_PLAIN.match(text) else f'<span role="{role}">{text}</span>' for text in paragraphs]
    return "\n\n".join(["", *plain, ""])
