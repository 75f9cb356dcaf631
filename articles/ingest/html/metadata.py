"""What a page states about itself out of sight: title, meta elements, JSON-LD, canonical address."""

import json
import re
from collections import defaultdict
from urllib.parse import urlsplit

from articles.ingest.html.pieces import tidy_inline
from articles.ingest.html.tree import web_address

LARGEST_JSON = 2_000_000  # characters
MOST_NODES = 5_000  # of one JSON-LD document; real ones have a few dozen
TOP_OF_PAGE = 4_000  # characters
SAVED_FROM = re.compile(
    r"<!--(?:(?!-->|<!--).){0,400}?(?:saved from url=\(\d+\)|\burl:\s*)(?P<address>https?://[^\s<>\"]+)", re.S
)
ARTICLE_TYPE = re.compile(r"Article|Posting|Report", re.I)


class Metadata:
    """titles: of the title element. metas: contents by lower-case name. articles: JSON-LD of articles."""

    def __init__(self, root):
        self.language = root.get("lang") or ""
        self.title = next((tidy_inline(title.text_content()) for title in root.iter("title")), "")
        self.metas: dict[str, list[str]] = defaultdict(list)
        self.articles: list[dict] = []
        self.links: dict[str, str] = {}
        self.base = ""
        for element in root.iter("base", "meta", "link", "script"):
            self._read(element)

    def first(self, *names: str) -> str:
        """The content of the first of these meta elements that has any."""
        return next((text for name in names for text in self.metas.get(name, ())), "")

    def stated(self, *names: str) -> list:
        """The values that JSON-LD articles give to the first of these names that has any."""
        for name in names:
            values = [article[name] for article in self.articles if article.get(name)]
            if values:
                return values
        return []

    def address(self, base_url: str) -> str:
        """The page's canonical address; base_url when it states none; "" when neither is absolute http(s)."""
        for address in (self.links.get("canonical", ""), self.first("og:url"), base_url):
            joined = web_address(address, base_url)
            if urlsplit(joined).netloc:
                return joined
        return ""

    def base_url(self, url: str) -> str:
        """What the page's relative addresses are relative to; "" when that is not known."""
        return base if urlsplit(base := web_address(self.base, url)).netloc else url

    def _read(self, element):
        if element.tag == "base":
            self.base = self.base or element.get("href") or ""
        elif element.tag == "meta":
            self._read_meta(element)
        elif element.tag == "link":
            self.links.setdefault((element.get("rel") or "").lower(), element.get("href") or "")
        elif "ld+json" in (element.get("type") or "") and len(element.text or "") <= LARGEST_JSON:
            self.articles += _articles(element.text or "")

    def _read_meta(self, element):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = tidy_inline(element.get("content") or "")
        if name and content:
            self.metas[name.lower()].append(content)


def saved_from(text: str) -> str:
    """The address that a browser notes at the top of a page it saves; "" for none.

    Chrome and Firefox write `saved from url=(0044)https://…`, SingleFile a line `url: https://…`.
    """
    match = SAVED_FROM.search(text[:TOP_OF_PAGE])
    return web_address(match["address"]) if match else ""


def _articles(text: str) -> list[dict]:
    """The articles among the nodes of a JSON-LD script; none when it is no JSON."""
    try:
        document = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    return [node for node in _nodes(document) if _is_article(node)]


def _nodes(document) -> list[dict]:
    """The objects of a JSON document, outer ones first."""
    nodes, waiting = [], [document]
    while waiting and len(nodes) < MOST_NODES:
        value = waiting.pop(0)
        if isinstance(value, dict):
            nodes.append(value)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return nodes


def _is_article(node: dict) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    named = any(isinstance(name, str) and ARTICLE_TYPE.search(name) for name in kinds)
    return named or "articleBody" in node or ("pubDate" in node and "title" in node)


def names_of(value) -> list[tuple[str, str]]:
    """(type, name) of each author or publisher in a JSON-LD value: an object, a string or a list of them."""
    values = value if isinstance(value, list) else [value]
    found = []
    for one in values:
        if isinstance(one, str):
            found.append(("", tidy_inline(one)))
        elif isinstance(one, dict) and isinstance(one.get("name"), str):
            found.append((str(one.get("@type", "")), tidy_inline(one["name"])))
    return [(kind, name) for kind, name in found if name]
