"""What templates need to set text in its language: dates as they are printed, summaries in order, `lang`."""

from datetime import date, datetime
from functools import lru_cache

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import dateformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.pages import languages, scripts
from articles.pages.articles.corrections import corrections_of
from articles.pages.reading_time import reading_time
from articles.pages.unbroken import unbroken
from articles.rendering import in_language

register = template.Library()

register.simple_tag(languages.interface_language)
register.simple_tag(scripts.original_page)
register.filter(corrections_of)
register.filter(languages.language_of)
register.filter(languages.name_of)
register.filter(languages.headline_of)
register.filter(languages.joined)
register.filter(languages.translated_headline)
register.filter(languages.other_names)
register.filter(languages.summaries_to_read)
register.filter(reading_time)
register.filter(unbroken)


@register.simple_tag
def wordmark() -> list[str]:
    """The site's name in its words: 穿梭閱讀 is set in one face, Shuttle in another."""
    return settings.SITE_NAME.split()


@register.filter
def source_text(source) -> str:
    return languages.source_name(source).text


@register.filter
def source_language(source) -> str:
    return languages.source_name(source).language


@register.filter
def source_link(source) -> SafeString:
    """A source by its name in the reader's language."""
    name = languages.source_name(source)
    return format_html('<a href="{}" lang="{}">{}</a>', source.get_absolute_url(), name.language, name.text)


@register.filter
def topic_link(tag) -> str:
    """A topic by its name in the reader's language."""
    name = languages.name_of(tag)
    if tag.pk is None:  # typed, and not made yet
        return format_html('<span lang="{}">{}</span>', name.language, name.text)
    return format_html(
        '<a rel="tag" href="{}" lang="{}">{}</a>', tag.get_absolute_url(), name.language, name.text
    )


@register.filter
def printed_date(value: date | datetime) -> str:
    """2026年1月15日 20:20 or 15 January 2026, 20:20, in a `<time>`; the time only where one is printed."""
    pattern = "j F Y, H:i" if is_english() else "Y年n月j日 H:i"
    return timed(value, pattern if isinstance(value, datetime) else pattern.removesuffix("H:i").rstrip(", "))


@register.filter
def margin_date(value: date | datetime) -> str:
    """2026.1.15 or 15 Jan 2026: the day alone, narrow enough for a margin."""
    return timed(value, "j M Y" if is_english() else "Y.n.j")


def is_english() -> bool:
    return languages.interface_language() == "en"


def timed(value, pattern):
    is_exact = isinstance(value, datetime)
    return timed_exactly(value.isoformat(timespec="minutes") if is_exact else value.isoformat(), pattern)


@lru_cache(maxsize=4096)  # writing one takes as long as the rest of a card
def timed_exactly(value: str, pattern: str) -> str:
    """value: in ISO 8601, for instants in different zones count as one."""
    words = dateformat.format(datetime.fromisoformat(value), pattern)
    return format_html('<time datetime="{}">{}</time>', value, words)


@register.filter
def in_interface(html: str) -> str:
    """A body whose links to topics stay in the reader's language."""
    return in_language(html, reverse("home"))


@register.filter
def host(url: str) -> str:
    """The name of a web site as people say it: www.example.org/news/ is example.org."""
    return url.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")


@register.filter
def addressee(contact: str) -> str:
    """Who is written to, as people say it: desk@example.org for its mailto:, else the name of the site."""
    return contact.removeprefix("mailto:") if contact.startswith("mailto:") else host(contact)


@register.filter
def language_in_words(article) -> str:
    """In which language the original is."""
    return _("Original in %(language)s") % {"language": article.get_language_display()}
