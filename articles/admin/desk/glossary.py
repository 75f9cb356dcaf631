"""The names an editor may need: of the article's topics, and of the topics that its body mentions."""

import re
from dataclasses import dataclass

from articles.models import Tag

LINKED_TOPIC = re.compile(r'<a rel="tag" href="/tags/(\d{1,18})/')
MOST_NAMES = 40  # offered for one article: a screen of them


@dataclass(frozen=True)
class Name:
    """One topic's name in the two languages of summaries; "" where the glossary has none."""

    chinese: str
    english: str


def names_for(article, chinese: str) -> list[Name]:
    """In two queries whatever the length of the body: its rendering has the mentions already.

    chinese: zh-Hant or zh-Hans.
    """
    mentioned = [int(key) for key in LINKED_TOPIC.findall(article.rendering.body_html)]
    keys = dict.fromkeys([*article.tagged.order_by("pk").values_list("tag", flat=True), *mentioned])
    tags = Tag.objects.in_bulk(list(keys)[:MOST_NAMES])
    return [_name(tags[key], chinese) for key in keys if key in tags]


def _name(tag, chinese):
    text, language = tag.label_in(chinese)
    return Name(text if language.startswith("zh") else "", tag.preferred.get("en", ""))
