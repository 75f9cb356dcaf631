"""What waits for summaries: one queue an article, newest first, and the way from one article to the next."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Prefetch

from articles.models import Article, Source, Summary, Tag
from articles.models.articles.queryset import TAKEN_BACK
from articles.models.row_numbers import row_number
from articles.models.summaries.desk_state import DeskState
from articles.models.topics.label import folded_name
from articles.pages.pagination import Cursor, Page, page_of

MOST_COUNTED = 1000  # counting on would cost more than the number says
SOURCES_OFFERED = 300  # in a list to choose from; a longer one is not read


@dataclass(frozen=True)
class Tab:
    """One queue as its link shows it. count: at most MOST_COUNTED + 1."""

    state: str
    label: str
    count: int
    query: str

    @property
    def is_capped(self) -> bool:
        return self.count > MOST_COUNTED

    @property
    def shown(self) -> int:
        return min(self.count, MOST_COUNTED)


@dataclass(frozen=True)
class Queue:
    """The articles in one state, of a source or a topic if asked for."""

    state: str
    source: int | None = None
    topic: Tag | None = None

    @classmethod
    def asked_for(cls, query, article=None) -> "Queue":
        """The queue an address names; otherwise that of the article, or the first in which anything waits."""
        source = row_number(query.get("source", ""))
        name = query.get("topic", "")
        topic = Tag.objects.known([name]).get(folded_name(name)) if name else None
        state = query.get("state", "")
        if state in DeskState.values:
            return cls(state, source, topic)
        if article:
            return cls(article.desk_state, source, topic)
        return cls(DeskState.NONE, source, topic).first_with_work()

    def first_with_work(self) -> "Queue":
        states = [state for state in DeskState if state != DeskState.DONE]
        queues = [self.of(state) for state in states]
        return next((queue for queue in queues if queue.waiting.exists()), self)

    def of(self, state) -> "Queue":
        """The queue of another state with the same source and topic."""
        return Queue(str(state), self.source, self.topic)

    @property
    def query(self) -> str:
        """The address's part that leads here again."""
        parts = {"state": self.state, "source": self.source, "topic": self.topic and self.topic.name}
        return urlencode({name: value for name, value in parts.items() if value})

    @property
    def label(self) -> str:
        return DeskState(self.state).label

    @property
    def waiting(self):
        """Those that were taken back left out."""
        articles = Article.objects.at_the_desk(self.state).exclude(status__in=TAKEN_BACK)
        if self.source:
            articles = articles.filter(source=self.source)
        return articles.filter(tagged__tag=self.topic) if self.topic else articles

    def page(self, query, article=None) -> Page:
        """Rows without bodies, in two queries. article: one to begin with when the first page lacks it."""
        page = self._page(query)
        if article is None or article.desk_state != self.state or article in page.articles:
            return page
        return self._page({"before": str(Cursor(article.sorted_at, article.pk + 1))})

    def _page(self, query):
        marks = Summary.objects.only("article", "language", "status", "pending")
        rows = self.waiting.select_related("source", "taking__by").defer("body", "standfirst")
        rows = rows.prefetch_related(Prefetch("summaries", marks))
        if self.topic:  # read along the topic's own index
            return page_of(rows, query, "tagged__sorted_at", "tagged__content_object")
        return page_of(rows, query)

    def after(self, article) -> Article | None:
        """The article to go on with; from the end of the queue, its beginning."""
        others = self.waiting.exclude(pk=article.pk).defer("body")
        return others.older_than(article).first() or others.newest_first().first()

    @cached_property
    def tabs(self) -> list[Tab]:
        return [self._tab(state) for state in DeskState]

    def _tab(self, state):
        queue = self.of(state)
        count = queue.waiting.values("pk")[: MOST_COUNTED + 1].count()
        return Tab(str(state), state.label, count, queue.query)

    @property
    def sources(self):
        return Source.objects.order_by("name").values_list("pk", "name")[:SOURCES_OFFERED]
