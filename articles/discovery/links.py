"""Links in bodies: the first mention of each topic, in any script, leads to its page.

Names are looked up by their first two characters, in the database and in the text, so the work grows with the
text and not with the glossary. The longest name at a place wins, and each topic is linked once.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add
from typing import NamedTuple

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.html import format_html

from articles.models import Article, ArticleTag, Label, Tag
from articles.models.articles.prepared import prepared
from articles.models.articles.rendering import ArticleRendering
from articles.models.functions import Listed
from articles.models.topics.label import PREFIX
from articles.text.plain import words_of
from articles.text.scripts import fold

TAG = re.compile(r"(<[^<>]+>)")  # the sanitizer escapes every other angle bracket
OPENED = re.compile(r"<(/?)([a-z0-9]+)")
UNLINKED = {"a", "h2", "h3", "h4", "figcaption", "code", "pre"}  # no prose of the article
TOPIC_LINK = re.compile(r'<a rel="tag"[^<>]*>([^<]*)</a>')
WORK_TITLE = re.compile(r"《[^《》]*》|〈[^〈〉]*〉")  # a name inside the title of a book is not a mention
INSIDE_WORD = re.compile(r"[a-z0-9]{2}")
LABEL = ("text", "tag", "tag__slug")  # what is read of a name that is looked for in bodies


class Name(NamedTuple):
    """folded: what is looked for. topic: its number. address: where it leads."""

    folded: str
    topic: int
    address: str


def derive_links(article: Article) -> None:
    """Link the topics in an article's rendered body; take the links out where an editor wants none."""
    rendering = article.rendering
    before = rendering.body_html
    link(rendering, glossary(article) if article.link_topics else {})
    if not rendering.is_stored:
        rendering.save(force_insert=rendering._state.adding)
        rendering.is_stored = True
    elif rendering.body_html != before:
        rendering.save(update_fields=["body_html"])


def link_as_typed(article: Article, topics: list[Tag]) -> None:
    """Link them in what is rendered of an article with these topics, of which nothing is saved."""
    labels = labels_begun(Value(beginnings(words_of(article.rendering.body_html))))
    labels = labels.filter(is_public(timezone.now()) | Q(tag__in=topics))
    link(article.rendering, by_prefix(labels) if article.link_topics else {})


def link(rendering: ArticleRendering, names: dict[str, list[Name]]) -> None:
    rendering.body_html = link_topics(rendering.body_html, names)


def glossary(article: Article) -> dict[str, list[Name]]:
    """The names to link by their first characters, longest first: of public topics and the article's own.

    The others are left for `names_of`, which a save asks next.
    """
    begun = beginnings(words_of(article.rendering.body_html))
    article.names_begun = labels_told(timezone.now(), article.pk, begun)
    return by_prefix(label for *label, is_told in article.names_begun if is_told)


@prepared
def labels_told(now, article, begun):
    """With each whether it is to be linked."""
    own = ArticleTag.objects.filter(tag=OuterRef("tag"), content_object=article)
    told = Case(When(is_public(now) | Exists(own), then=True), default=False)
    return labels_begun(begun).annotate(is_told=told).values_list(*LABEL, "is_told")


def names_of(article: Article) -> dict[str, list[Name]]:
    """The names that may stand in an article, those of hidden topics too, by their first characters."""
    begun = article.__dict__.pop("names_begun", None)
    if begun is None:
        return names_in(words_of(article.rendering.body_html))
    return by_prefix(label for *label, _is_told in begun)


def names_in(text: str) -> dict[str, list[Name]]:
    """In the same way those in a text."""
    return by_prefix(read_begun(beginnings(text)))


def labels_begun(begun) -> QuerySet:
    """begun: an expression for what `beginnings` gives."""
    return linked_labels().filter(prefix__in=Listed(begun))


read_begun = prepared(labels_begun)


def beginnings(text: str) -> str:
    """What a name in a text can begin with: every two characters in a row, as a list in JSON."""
    folded = fold_in_place(text)
    return json.dumps([*{*map(add, folded, folded[1:])}], ensure_ascii=False)


def is_public(now) -> Exists:
    return Exists(ArticleTag.objects.published(now).filter(tag=OuterRef("tag")))


def linked_labels() -> QuerySet:
    """LABEL of the names that are looked for in bodies."""
    return Label.objects.filter(is_linked=True).values_list(*LABEL)


def by_prefix(labels: Iterable[tuple]) -> dict[str, list[Name]]:
    names = defaultdict(list)
    for text, topic, slug in labels:
        folded = fold(text)
        if len(folded) >= PREFIX:
            names[folded[:PREFIX]].append(Name(folded, topic, f"/tags/{topic}/{slug}/"))
    return {prefix: sorted(found, key=lambda name: -len(name.folded)) for prefix, found in names.items()}


def link_topics(html: str, names: dict[str, list[Name]]) -> str:
    """Sanitized HTML with the first mention of each topic linked, and no older links to topics left."""
    done, depth, linked = set(), 0, []
    for piece in TAG.split(TOPIC_LINK.sub(r"\1", html)):
        if opened := OPENED.match(piece):
            depth += (opened[2] in UNLINKED) * (-1 if opened[1] else 1)
        elif depth == 0 and piece:
            piece = link_text(piece, names, done)
        linked.append(piece)
    return "".join(linked)


def link_text(text: str, names: dict[str, list[Name]], done: set[int]) -> str:
    """A run of escaped text with the topics linked that are not `done` yet."""
    linked, last = [], 0
    for name, start, end in mentions(text, names):
        if name.topic not in done:
            done.add(name.topic)
            opened = format_html('<a rel="tag" href="{}">', name.address)
            linked += [text[last:start], opened, text[start:end], "</a>"]
            last = end
    return "".join([*linked, text[last:]])


def mentions(text: str, names: dict[str, list[Name]]) -> Iterator[tuple[Name, int, int]]:
    """Each name in a text, its beginning and end: the longest at a place alone, none in a work's title."""
    folded = fold_in_place(text)
    titles = [match.span() for match in WORK_TITLE.finditer(text)]
    last = 0
    for at in [at for at in range(len(folded) - 1) if folded[at : at + PREFIX] in names]:
        name = name_at(folded, at, names) if at >= last else None
        if name and not any(start <= at < end for start, end in titles):
            last = at + len(name.folded)
            yield name, at, last


def fold_in_place(text: str) -> str:
    """The text folded character by character where folding it whole would move its places."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded
    return "".join(map(fold_character, text))


@lru_cache(maxsize=8192)  # more than a language writes with
def fold_character(character: str) -> str:
    folded = fold(character)
    return folded if len(folded) == 1 else character


def name_at(folded: str, at: int, names: dict[str, list[Name]]) -> Name | None:
    """The longest name that stands at a place; a name in letters or digits cuts no word."""
    for name in names.get(folded[at : at + PREFIX], ()):
        if folded.startswith(name.folded, at) and not cuts_word(folded, at, at + len(name.folded)):
            return name
    return None


def cuts_word(folded: str, start: int, end: int) -> bool:
    """Whether a piece begins or ends inside a word."""
    return any(0 < at < len(folded) and INSIDE_WORD.match(folded, at - 1) for at in (start, end))
