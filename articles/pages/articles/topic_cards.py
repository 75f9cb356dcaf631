"""A small card of each topic that a body links to: part of the page, opened by a script."""

import re
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.utils.text import Truncator

from articles.models import Article, ArticleTag, Tag
from articles.models.topics.tag import stories_of
from articles.pages.cards.content import description_of
from articles.pages.languages import Headline, Name, headline_of, names_of

LINKED = re.compile(r'<a rel="tag" href="/tags/([0-9]+)/')  # as `discovery.links` writes it
MOST = 12  # on a page: they are read by few and sent to all
LONGEST_LINE, LONGEST_HEADLINE = 36, 24  # characters


@dataclass(frozen=True)
class TopicCard:
    """names: preferred ones, each with its language. line: the editors', if any. newest: a story."""

    tag: Tag
    names: list[Name]
    line: Name | None
    newest: Article | None

    @property
    def stories(self) -> int:
        return self.tag.stories or 0

    @property
    def headline(self) -> Headline:
        told = headline_of(self.newest)
        return told._replace(text=Truncator(told.text).chars(LONGEST_HEADLINE))


def topic_cards(article: Article) -> list[TopicCard]:
    """Those of the first topics that a reader of the page sees linked. Three queries, none without links."""
    numbers = list(dict.fromkeys(map(int, LINKED.findall(article.shown_html))))[:MOST]
    if not numbers:
        return []
    tags = counted(Tag.objects.published()).in_bulk(numbers)
    newest = Article.objects.for_cards().in_bulk([tag.newest for tag in tags.values() if tag.newest])
    found = (tags[number] for number in numbers if number in tags)
    return [TopicCard(tag, names_of(tag), line_of(tag), newest.get(tag.newest)) for tag in found]


def counted(tags):
    """Tags with `stories` and `newest`, the number of the newest story; None without any."""
    rows = ArticleTag.objects.published().filter(tag=OuterRef("pk"))
    newest = rows.order_by("-sorted_at", "-content_object").values("content_object")[:1]
    return tags.annotate(stories=stories_of(), newest=Subquery(newest))


def line_of(tag: Tag) -> Name | None:
    """The beginning of what the editors say of a topic."""
    ours = description_of(tag)
    return Name(Truncator(ours.text).chars(LONGEST_LINE), ours.language) if ours else None
