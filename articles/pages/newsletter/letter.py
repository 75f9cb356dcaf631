"""A week or a topic to take along: its stories told briefly, in one language or in two."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from articles.models import Article
from articles.pages.cards.content import day
from articles.pages.languages import Name, headline_of, interface_language, summaries_to_read
from articles.pages.scripts import to_read


@dataclass(frozen=True)
class Told:
    """A story in one language. headline: None where we have none. remarks: what must be said of it."""

    language: str
    headline: Name | None
    text: str
    remarks: list[str]


@dataclass(frozen=True)
class Story:
    """headline: as a list of articles shows it. facts: source and date, as far as they are printed."""

    headline: Name
    told: list[Told]
    facts: list[str]
    address: str

    @property
    def headlines(self) -> list[Name]:
        """In each of the languages, each once."""
        return list(dict.fromkeys([self.headline, *(each.headline for each in self.told if each.headline)]))


@dataclass(frozen=True)
class Letter:
    """title: for people. address: where it is read whole."""

    title: str
    address: str
    stories: list[Story]


def letter(title: str, address: str, articles: Iterable[Article], *, in_both: bool) -> Letter:
    """articles: as `for_reading()` reads them. in_both: in Chinese and in English."""
    return Letter(title, address, [story(article, in_both) for article in articles])


def story(article: Article, in_both: bool) -> Story:
    headline = headline_of(article)
    return Story(
        headline=to_read(headline.text, headline.language),
        told=[told(each) for each in summaries_to_read(article) if in_both or is_ours(each.language)],
        facts=facts(article),
        address=settings.SITE_URL + reverse("short_article", args=[article.pk]),
    )


def is_ours(language: str) -> bool:
    """Whether the interface is in that language; the two scripts are one."""
    return language[:2] == interface_language()[:2]


def told(summary) -> Told:
    text, language = to_read(summary.text, summary.language)
    headline = to_read(summary.headline, summary.language) if summary.headline else None
    return Told(language, headline, text, [to_read(line, summary.language).text for line in summary.remarks])


def facts(article: Article) -> list[str]:
    source = article.source and to_read(article.source.name, article.source.language).text
    return [fact for fact in (source, article.printed_at and day(article.printed_at)) if fact]
