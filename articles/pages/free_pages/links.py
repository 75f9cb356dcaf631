"""The links to pages that editors write themselves, in the foot of every page."""

from typing import NamedTuple

from articles.freshness import ALL
from articles.freshness.memory import remembered
from articles.models import FreePage
from articles.pages.languages import Name, languages_to_read


class Link(NamedTuple):
    """A page in the footer."""

    path: str
    title: Name


def links() -> list[Link]:
    """What the footer has, in the editors' order and in the reader's language."""
    return [Link(page.get_absolute_url(), title_of(page)) for page in listed()]


@remembered(ALL)
def listed() -> list[FreePage]:
    return list(FreePage.objects.published().in_order().defer("text_hant", "text_hans", "text_en"))


def title_of(page: FreePage) -> Name:
    titles = page.titles
    language = next(language for language in languages_to_read() if language in titles)
    return Name(titles[language], language)
