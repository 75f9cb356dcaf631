"""What the head of a page says to those who share it and to machines."""

from django import template

from articles.pages import sharing, structured
from articles.pages.cards.content import descriptions_of

register = template.Library()

OG_LOCALES = {"zh-Hant": "zh_TW", "zh-Hans": "zh_CN", "en": "en_GB"}

register.simple_tag(sharing.of_article, name="introduction_of_article")
register.simple_tag(sharing.of_topic, name="introduction_of_topic")
register.filter(descriptions_of)


@register.filter
def og_locale(language: str) -> str:
    """The locale that Open Graph has for one of our interfaces."""
    return OG_LOCALES[language]


@register.simple_tag
def data_of_article(article, picture):
    return structured.script(structured.article(article, picture), structured.way_to_article(article))


@register.simple_tag
def data_of_topic(tag, address, articles, picture):
    page = structured.collection(tag, address, articles, picture)
    return structured.script(page, structured.way_to_topic(tag))


@register.simple_tag
def data_of_source(source, address, articles):
    page = structured.collection_of(source, address, articles)
    return structured.script(page, structured.way_to_source(source))


@register.simple_tag
def data_of_site():
    return structured.script(structured.site())
