"""Where a topic is called by a name: the passages behind a figure of its table, a line each, by rights."""

from dataclasses import dataclass
from typing import NamedTuple

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Article, NameUse, Tag
from articles.models.row_numbers import row_number
from articles.models.topics.label import MAX_NAME
from articles.pages.languages import Name, detected
from articles.pages.pagination import page_of
from articles.pages.redirects import to_tag
from articles.pages.search.highlights import is_inside_a_word
from articles.pages.topics.naming import NO_SOURCE, query_of
from articles.text.plain import Block, prose

MOST_PASSAGES = 40  # of one article
CONTEXT = 24  # characters on either side of a name


class Passage(NamedTuple):
    """A name and what stands around it on its line. anchor: of its paragraph on the article's page, or ""."""

    before: str
    name: str
    after: str
    anchor: str


@dataclass(frozen=True)
class Told:
    """An article and those of its passages that rights let us show. uses: how many there are."""

    article: Article
    uses: int
    passages: list[Passage]


@require_safe
def passages(request, pk, slug):
    """Where some source, or any, calls a topic by some name: the newest article first."""
    tag = Tag.objects.published().filter(pk=pk, slug=slug).first()
    if tag is None:
        return to_tag(request, pk, slug)
    form, source = asked(request, "name"), asked(request, "source")
    page = page_of(
        articles_with(tag, form, source), request.GET, "tagged__sorted_at", "tagged__content_object"
    )
    if not page.articles:
        raise Http404
    context = {
        "tag": tag,
        "form": Name(form, detected(form)),
        "page": page,
        "told": told_of(page.articles, form),
    }
    context["source"] = page.articles[0].source if row_number(source) is not None else None
    context["query"] = query_of(form, source)
    return render(request, "pages/topics/passages.html", context)


def asked(request, name: str) -> str:
    return request.GET.get(name, "").replace("\0", "")[: 2 * MAX_NAME]


def articles_with(tag: Tag, form: str, source: str):
    """The articles a topic's page counts that call it so. source: a number, NO_SOURCE, or "" for all."""
    counted = {"tagged__tag": tag, "tagged__visible_from__lte": timezone.now()}
    articles = Article.objects.for_reading().filter(**counted)
    articles = articles.filter(name_uses__form=form, name_uses__key__tag=tag)
    if source == NO_SOURCE:
        return articles.filter(source=None)
    number = row_number(source)
    return articles if number is None else articles.filter(source=number)


def told_of(articles: list[Article], form: str) -> list[Told]:
    uses = NameUse.objects.filter(article__in=articles, form=form)
    by_article = {use.article_id: use for use in uses}
    return [
        Told(each, by_article[each.pk].count, shown_passages(each, by_article[each.pk])) for each in articles
    ]


def shown_passages(article: Article, use: NameUse) -> list[Passage]:
    """The passages that a reader of the article's page can see, each on one line."""
    blocks, shown = prose(article.body_html), set(prose(article.shown_html))
    places = ((blocks[number], at) for number, at in use.places if number < len(blocks))
    return [passage(block, at, use.form) for block, at in places if block in shown][:MOST_PASSAGES]


def passage(block: Block, at: int, form: str) -> Passage:
    """The name at a place of a block with what stands around it, no word cut."""
    text, end = block.text, at + len(form)
    start, stop = max(at - CONTEXT, 0), min(end + CONTEXT, len(text))
    while 0 < start < at and is_inside_a_word(text, start):
        start += 1
    while end < stop < len(text) and is_inside_a_word(text, stop):
        stop -= 1
    before, after = (
        ("…" if start else "") + text[start:at],
        text[end:stop] + ("…" if stop < len(text) else ""),
    )
    return Passage(before, text[at:end], after, block.anchor)
