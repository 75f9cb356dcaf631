"""What the head of a page says to those who share it and to machines."""

from urllib.parse import quote

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.encoding import uri_to_iri

from articles.pages.articles.citation import citations, day_of
from articles.pages.cards.content import descriptions_of
from articles.pages.languages import joined
from articles.pages.metadata import json_ld, open_graph

register = template.Library()

register.simple_tag(open_graph.of_article, name="introduction_of_article")
register.simple_tag(open_graph.of_topic, name="introduction_of_topic")
register.filter(descriptions_of)
register.filter(citations)


@register.simple_tag
def short_address(name: str, thing) -> str:
    """Where an article or a topic is shared: its own address in Han is 198 characters of %E5 when sent."""
    return settings.SITE_URL + reverse(f"short_{name}", args=[thing.pk])


@register.filter
def in_query(words: str) -> str:
    """Words as a value in a link's query. Han stays as it is: a ninth as long, and browsers escape it."""
    return uri_to_iri(quote(words, safe=""))


@register.filter
def quoted_from(article) -> str:
    """What a quotation is followed by: headline, source and date, as far as they are printed."""
    day = day_of(article)
    source = article.source and article.source.name
    return joined(filter(None, [article.shown_headline, source, day and day.isoformat()]))


@register.simple_tag
def data_of_article(article, picture):
    return json_ld.script(json_ld.article(article, picture), json_ld.way_to_article(article))


@register.simple_tag
def data_of_topic(tag, address, articles, picture):
    page = json_ld.collection(tag, address, articles, picture)
    return json_ld.script(page, json_ld.way_to_topic(tag))


@register.simple_tag
def data_of_source(source, address, articles):
    page = json_ld.collection_of(source, address, articles)
    return json_ld.script(page, json_ld.way_to_source(source))


@register.simple_tag
def data_of_site():
    return json_ld.script(json_ld.site())
