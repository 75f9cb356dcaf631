"""Markdown and Jekyll posts, with or without front matter, with HTML inside."""

import re
from datetime import date
from urllib.parse import urlsplit

import markdown

from articles.ingest.documents import (
    Block,
    BlockType,
    DocumentError,
    Kind,
    ParsedDocument,
    RawDocument,
    Reason,
    Removed,
)
from articles.ingest.furniture.labels import ORIGINAL
from articles.ingest.furniture.writers import ACCOUNT, spelled_out
from articles.ingest.html import tree
from articles.ingest.html.blocks import blocks_from_pieces
from articles.ingest.html.chapters import with_chapters
from articles.ingest.html.line_kinds import level_headings, with_notes
from articles.ingest.html.pieces import read_pieces
from articles.ingest.markdown.front_matter import (
    ADDRESS,
    AUTHORS,
    CATEGORIES,
    DATE,
    SOURCE,
    STANDFIRST,
    TAGS,
    TITLE,
    FrontMatter,
    split_front_matter,
)
from articles.ingest.markdown.post import Post, read_post
from articles.ingest.markdown.templates import without_templates
from articles.ingest.plain.marks import is_dump
from articles.ingest.scrape import parse as scrape
from articles.text.language import detect_language
from articles.text.letters import EAST_ASIAN
from articles.text.names.persons import could_be_pen_name, looks_like_name
from articles.text.normalise import clean_name, tidy
from articles.text.press.bylines import find_byline, unspaced
from articles.text.press.captions import split_credit
from articles.text.press.dates import parse_date
from articles.text.scripts import fold

MAX_BODY = 1_000_000  # characters; the longest labelled post has 20,000
# Python-Markdown's time grows with the square of the marks, and of the lines, between two blank lines:
# 2,000 marks cost .1 s, 20,000 cost 5 s. A long paragraph has a few dozen.
MAX_MARKS = 3_000
MAX_LINES = 1_000
MAX_DEPTH = 24  # nested quotes or lists; Python-Markdown recurses once a level
MAX_BRACKETS = 400  # unescaped and unmatched; Python-Markdown's time grows with their square

# The first lines of archived posts: their title as a link, underlined.
LINKED_TITLE = re.compile(
    r"\A\s*\[(?P<title>[^\n]{1,400})\]\((?P<address>[^\n]{0,4000})\)[ \t]*\n[-=]{3,}[ \t]*$", re.MULTILINE
)
TOP_HEADING = re.compile(r"\A\s*#[ \t]++(?P<title>[^\n]{0,399}[^\s#])[ \t#]*$", re.MULTILINE)
# Jekyll takes a post's date from its file's name: 2025-08-24-some-words.md
NAME_DATE = re.compile(r"(?:^|/)(\d{4}-\d{2}-\d{2})-[^/]*$")
# Openings that Python-Markdown would look for the ends of again and again (9 kB of <![CDATA[ cost 3.7 s),
# and what is written instead.
LOOSE_ENDS = (
    (re.compile(r"<(?!/?[A-Za-z][^<>]*>)"), "&lt;"),  # no tag
    (re.compile(r"&(?!#?\w{1,32};)"), "&amp;"),  # no character reference
)
# A list right below a line of text, which Python-Markdown takes for more of it (CommonMark 0.31, 5.3).
LIST_BELOW_TEXT = re.compile(
    r"^(?P<quote>(?:> ?)?)(?![ \t>#|<]|[-*+][ \t]|\d{1,3}[.)][ \t])[^\n]{1,2000}\n"
    r"(?=(?P=quote)(?:[-*+]|1[.)])[ \t]+[^\s*+-])",
    re.MULTILINE,
)
# What Python-Markdown takes for more of the text above it, and writers mean to stand alone: a table
# (GFM 4.10), and the ways to other posts, a label and a link a line.
TABLE_BELOW_TEXT = re.compile(
    r"^(?![ \t>#|<])[^\n|]{1,2000}\n(?=[^\n]{0,500}\|[^\n]{0,500}\n[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|)",
    re.MULTILINE,
)
LINK_BELOW_TEXT = re.compile(
    r"\n(?=[^\s\[\]()#>|-][^\n\[\]()]{0,11}[:：][ \t]?\[[^\[\]\n]{1,200}\]\([^()\s]{1,1000}\)[ \t]*$)",
    re.MULTILINE,
)
# A quotation's line that its writer ends, so that the next begins a verse (CommonMark 0.31, 6.7).
ENDED_QUOTE_LINE = re.compile(
    r"^(?P<line>[ \t]{0,3}>[ \t]?(?![-*+#|>]|\d{1,3}[.)]\s)[^\n]{0,1000}\S)(?: {2,}|\\)\n"
    r"(?=[ \t]{0,3}>[ \t]?[^\s>])",
    re.MULTILINE,
)
MARKDOWN_INSIDE = re.compile(r"<\w[^<>]{0,200}\smarkdown=")  # kramdown's <div markdown="1">
MOST_PIPES = 4_000  # of tables; a cell costs a tenth of a millisecond
BLOCK_TAG = re.compile(r"</?(?:p|div|article|section|figure|ul|ol|table|h[1-6]|blockquote)\b", re.IGNORECASE)
DEEP_LINE = re.compile(rf"^(?:[ \t]*>){{{MAX_DEPTH},}}|^[ \t]{{{MAX_DEPTH * 4},}}(?=\S)", re.MULTILINE)
MARKDOWN = re.compile(r"^#{1,6}[ \t]+\S|\]\((?:https?:|/|\.)[^()\s]{1,1000}\)", re.MULTILINE)
BLANK_LINE = re.compile(r"\n[ \t]*\n")
MARKUP = re.compile(r"[<&*_`\[!\\]")
TEXT_LINE = re.compile(r"^(?![ \t]*<)", re.MULTILINE)  # lines of HTML are set aside as they are
OPENING_BRACKET = re.compile(r"(?<!\\)\[")
HEADLINE_SOURCE = re.compile(r"(?P<source>[^\s|｜【】\[\]]{2,8})\s*[|｜]\s*(?=\S)")
HEADLINE_END = re.compile(r"\s?(?:[|｜]|\s[-–—])\s?(?P<source>[^|｜]{2,20})$")
BRACKETED = re.compile(r"[(（]")
WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?(?P<name>[^\[\]|]{1,200})\]\]")  # as clippers write people
CLIPPERS_TAG = "clippings"  # what Obsidian's clipper files every page under
LONGEST_CREDIT = 30  # characters
CLOSING = 3  # blocks at the end, where a post introduces its writer
# What stands before a headline as the name of its kind is no medium: 譯稿｜…
KIND_OF_TEXT = re.compile(
    r"(?:[譯译][稿文]|[轉转][載载]|[專专][訪访]|特[稿輯辑]|[書书][評评]|[評评][論论]|[訪访][談谈]|[隨随][筆笔]|[觀观]察|深度"
    r"|[獨独]家|快[訊讯]|[圖图]集|[連连][載载]|[對对][話话]|インタビュー|コラム|連載|書評|칼럼|인터뷰|기고|번역)$"
)
# Why a field holds what it does.
STATED, PRINTED, NAMED = Reason("front matter"), Reason("printed in the text"), Reason("name of the file")
# Jekyll parts tags at spaces; English ones are phrases as often (shuttle diplomacy).
SPACE_BETWEEN_TAGS = re.compile(rf"[,，、;；]|(?<=[{EAST_ASIAN}])\s+(?=[{EAST_ASIAN}])")
AUTHOR_SEPARATOR = re.compile(r"[、，,；;/／&|]|\sand\s")


def parse(text: str, raw: RawDocument) -> ParsedDocument:
    """The article in a post.

    text: the decoded post. raw: its name may hold the date, as Jekyll's names do.
    Raises DocumentError when the post holds no body, or one too long or too deeply nested to read.
    """
    matter, body = split_front_matter(text.replace("\r\n", "\n"))
    if _is_clipped(body, tidy(matter.first(TITLE))):
        return _clipped(matter, body, raw)
    body = without_templates(body)
    document = ParsedDocument(Kind.MARKDOWN)
    _read_title(document, matter, body)
    post = _read_body(document, LINKED_TITLE.sub("", body, count=1), raw, matter.all(AUTHORS))
    if not any(block.type != BlockType.FIGURE for block in document.blocks):
        raise DocumentError("No body text was found below the front matter.")
    _read_fields(document, matter, post, raw)
    document.removed = _head_record(matter, body) + post.removed
    _take_source_from_headline(document, matter)
    return document


def _is_clipped(body: str, title: str) -> bool:
    """Whether a clipper put front matter before a whole page: the page's head stands above its title."""
    above, printed, _ = body.partition(title) if title else ("", "", "")
    return bool(printed) and is_dump(above)


def _clipped(matter: FrontMatter, body: str, raw: RawDocument) -> ParsedDocument:
    """The article in a clipped page; the front matter states what the page does not print."""
    page = scrape.parse(body, raw)
    document = ParsedDocument(Kind.MARKDOWN, blocks=page.blocks, language=page.language)
    _read_title(document, matter, body)
    printed = [page.published.isoformat()] if page.published else []
    _read_fields(document, matter, Post(date_lines=printed, keywords=page.keywords), raw)
    for name in ("standfirst", "source_name", "byline"):
        if told := getattr(page, name):
            setattr(document, name, told)
            document.reasons[name] = page.reasons.get(name, PRINTED)
    left_out = [Removed(piece.rule, text=body[piece.start : piece.end]) for piece in page.removed]
    left_out += [Removed("label", text=name) for name in page.keywords if name not in document.keywords]
    document.removed, document.warnings = _head_record(matter, body) + left_out, page.warnings
    return document


def _read_title(document: ParsedDocument, matter: FrontMatter, body: str) -> None:
    linked, heading = LINKED_TITLE.match(body), TOP_HEADING.match(body)
    printed = linked or heading
    stated = [matter.first(ADDRESS), linked["address"] if linked else ""]
    headline = tidy(matter.first(TITLE)) or (tidy(printed["title"]) if printed else "")
    document.headline = ORIGINAL.sub("", headline)
    document.standfirst = tidy(matter.first(STANDFIRST))
    document.reasons["headline"] = STATED if matter.first(TITLE) else PRINTED
    document.reasons["standfirst"] = document.reasons["source_url"] = STATED
    document.source_url = next((url for url in map(tree.web_address, stated) if urlsplit(url).netloc), "")
    if matter.is_broken:
        document.warnings.append("The front matter is no sound YAML and was read line by line.")


def _read_body(document: ParsedDocument, body: str, raw: RawDocument, authors: list[str]) -> Post:
    pieces = (
        read_pieces(tree.parse_tree(_to_html(body)), raw.url, document.source_url) if body.strip() else []
    )
    post = read_post(with_chapters(pieces), document.headline, authors)
    document.blocks = _credited(level_headings(with_notes(blocks_from_pieces(post.kept))))
    for block in document.blocks:
        if block.text in post.notes:
            block.type = BlockType.NOTE
    document.language = detect_language(f"{document.headline}\n{_words(document.blocks)}")
    return post


def _to_html(body: str) -> str:
    if len(body) > MAX_BODY:
        raise DocumentError(f"The post has {len(body):,} characters; at most {MAX_BODY:,} are read.")
    return body if _is_html(body) else _converted(body)


def _converted(body: str) -> str:
    _refuse_excess(body)
    for loose, plain in LOOSE_ENDS:
        body = loose.sub(plain, body)
    body = LIST_BELOW_TEXT.sub(r"\g<0>\g<quote>\n", body)
    body = ENDED_QUOTE_LINE.sub(r"\g<line>\n>\n", body)
    body = LINK_BELOW_TEXT.sub("\n\n", TABLE_BELOW_TEXT.sub(r"\g<0>\n", body))
    asked = [("tables", body.count("|") <= MOST_PIPES), ("md_in_html", MARKDOWN_INSIDE.search(body))]
    extensions = ["sane_lists", "fenced_code", *(name for name, is_asked in asked if is_asked)]
    return markdown.markdown(body, extensions=extensions)


def _refuse_excess(body: str) -> None:
    if DEEP_LINE.search(body):
        raise DocumentError(f"The post is nested more than {MAX_DEPTH} levels deep.")
    for block in BLANK_LINE.split(body):
        if len(MARKUP.findall(block)) > MAX_MARKS or len(TEXT_LINE.findall(block)) > MAX_LINES:
            raise DocumentError("The post has a paragraph with more marks or lines than can be read.")
    if len(OPENING_BRACKET.findall(body)) - body.count("]") > MAX_BRACKETS:
        raise DocumentError(f"The post has more than {MAX_BRACKETS:,} square brackets that are never closed.")


def _is_html(body: str) -> bool:
    """Whether the body is HTML throughout: it begins and ends with a tag and has blocks.

    A post with a box before its text and one behind it looks so too, but for its marks.
    """
    body = body.strip()
    framed = body.startswith("<") and body.endswith(">") and BLOCK_TAG.search(body) is not None
    return framed and MARKDOWN.search(body) is None


def _words(blocks: list[Block]) -> str:
    return "\n".join(" ".join([block.text, *block.items]) for block in blocks)


def _credited(blocks: list[Block]) -> list[Block]:
    """The blocks, a credit that is printed alone below a figure given to the figure."""
    kept: list[Block] = []
    for block in blocks:
        credit = _lone_credit(block) if kept and kept[-1].type == BlockType.FIGURE else ""
        if credit and not kept[-1].credit:
            kept[-1].credit = credit
        else:
            kept.append(block)
    return kept


def _lone_credit(block: Block) -> str:
    """What a paragraph credits when it says nothing else."""
    if block.type != BlockType.PARAGRAPH or len(block.text) > LONGEST_CREDIT:
        return ""
    parts = split_credit(block.text if BRACKETED.match(block.text) else f"（{block.text}）")
    return parts.credit if not parts.caption else ""


def _read_fields(document: ParsedDocument, matter: FrontMatter, post: Post, raw: RawDocument) -> None:
    labels = [clean_name(label) for label in matter.all(TAGS) + matter.all(CATEGORIES)]
    document.source_name = _source_name(matter, labels, document.headline)
    authors, tags = _authors(matter, {*labels, document.source_name}), _keywords(matter)
    closing = [block.text for block in document.blocks[-CLOSING:]]
    stated, printed = [spelled_out(name, closing) for name in authors], post.names or post.introduced
    authors = [] if printed and _are_accounts(stated, post) else stated
    document.byline = "、".join(map(unspaced, authors or printed))
    document.published = _published(matter, post, raw, document.language)
    document.keywords = tags or post.keywords
    document.reasons |= {
        "source_name": STATED,
        "byline": STATED if authors else PRINTED,
        "published": STATED if matter.first(DATE) else PRINTED if post.date_lines else NAMED,
        "keywords": STATED if tags else PRINTED,
        "language": Reason("letters of the text"),
    }


def _are_accounts(stated: list[str], post: Post) -> bool:
    """Whether who put a post up is not who wrote it: an account, or whom a printed line has translate it."""
    others = [name for name in stated if name not in post.names]
    return all(ACCOUNT.fullmatch(name) or any(name in note for note in post.notes) for name in others)


def _take_source_from_headline(document: ParsedDocument, matter: FrontMatter) -> None:
    """Archives print 海岬電台 | before a headline, pages behind it; it goes where the post names it again."""
    stated = [name for names in (SOURCE, AUTHORS, TAGS, CATEGORIES) for name in matter.all(names)]
    places = "\n".join([*stated, _words(document.blocks)])
    for mark in (HEADLINE_SOURCE.match(document.headline), HEADLINE_END.search(document.headline)):
        if mark and mark["source"].strip() in places:
            document.removed.append(Removed("source in the headline", text=mark.group().strip()))
            document.headline = document.headline.replace(mark.group(), "")


def _published(matter: FrontMatter, post: Post, raw: RawDocument, language: str) -> date | None:
    """The date a post states, else the one it prints, else the one in its name."""
    named = NAME_DATE.search(raw.name)
    stated = [values[0] for values in matter.each(DATE)]  # published: true tells no day
    stated += [*post.date_lines, named[1] if named else ""]
    return next((found for text in stated if (found := parse_date(text, language))), None)


def _authors(matter: FrontMatter, labels: set[str]) -> list[str]:
    """The people among the stated authors: collections name the medium there, as in their tags."""
    others = set(map(fold, labels))
    names = [name for value in matter.all(AUTHORS) for name in _people_in(value)]
    return [
        name
        for name in names
        if fold(name) not in others and (looks_like_name(name) or could_be_pen_name(unspaced(name)))
    ]


def _people_in(stated: str) -> list[str]:
    """The names in a stated author: without a role (特約記者王大同), one by one."""
    stated = WIKI_LINK.sub(r"\g<name>", stated)
    byline = find_byline(stated)
    return list(byline.names) if byline else [clean_name(name) for name in AUTHOR_SEPARATOR.split(stated)]


def _source_name(matter: FrontMatter, labels: list[str], headline: str) -> str:
    """The medium: stated, or the author that is a label too, or the label that is both tag and category.

    Archives put it before their headlines.
    """
    stated = [name for name in matter.all(SOURCE) if "://" not in name]
    authors = [name for name in map(clean_name, matter.all(AUTHORS)) if name in labels]
    repeated = [label for label in labels if labels.count(label) > 1]
    mark = HEADLINE_SOURCE.match(headline)
    before = mark["source"] if mark and not KIND_OF_TEXT.match(mark["source"]) else ""
    return next(iter([*stated, *authors, *repeated, before]), "")


def _keywords(matter: FrontMatter) -> list[str]:
    """Tags as a list, or in one text with commas or spaces between them, as Jekyll reads them."""
    tags = matter.all(TAGS)
    if len(tags) == 1:
        tags = SPACE_BETWEEN_TAGS.split(tags[0])
    names = [name for name in map(clean_name, tags) if name and name.lower() != CLIPPERS_TAG]
    return list(dict.fromkeys(names))


def _head_record(matter: FrontMatter, body: str) -> list[Removed]:
    """What stood above the body: the front matter, and a title line that only repeats its title."""
    head = [Removed("front matter", text=matter.text.strip())] if matter.text.strip() else []
    linked = LINKED_TITLE.match(body)
    if linked and matter.first(TITLE):
        head.append(Removed("headline repeated", text=tidy(linked["title"])))
    return head
