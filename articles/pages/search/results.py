"""Results as cards: where the words stand, in the script they are printed in, as far as rights allow."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models import Article
from articles.models.articles.prepared import left_at
from articles.pages.articles.published_summary import PublishedSummary
from articles.pages.search.highlights import Part, Printed, highlighted, parts_of, printed, snippet
from articles.text.plain import blocks_of
from articles.text.tokens import SearchPhrase

SNIPPET = 110  # characters
MOST_SNIPPETS = 2  # of an article


@dataclass(frozen=True)
class Card:
    """headline: HTML, "" where nothing was found in it.

    snippets: (language, HTML), none when the words stand where we may not show them.
    """

    article: Article
    headline: SafeString | str
    snippets: list[tuple[str, SafeString]]


def with_matches(articles: list[Article], phrases: list[SearchPhrase]) -> list[Card]:
    return [card(article, phrases) for article in articles]


def card(article: Article, phrases: list[SearchPhrase]) -> Card:
    (_language, headline), *texts = left_at(article, "texts", None, lambda: printed_texts(article))
    is_named = bool(headline.spans(phrases))
    return Card(article, marked(highlighted(headline, phrases)) if is_named else "", snippets(texts, phrases))


def marked(parts: list[Part]) -> SafeString:
    """What was looked for in `<mark>`, everything escaped."""
    return format_html_join("", "{}", ([MARKED[part.is_match](part.text)] for part in parts))


MARKED = {True: partial(format_html, "<mark>{}</mark>"), False: conditional_escape}


def snippets(
    texts: Iterable[tuple[str, Printed]], phrases: list[SearchPhrase]
) -> list[tuple[str, SafeString]]:
    """The first places where the phrases stand, one for each phrase as long as there is room."""
    found, wanted = [], phrases
    for language, text in texts:
        if wanted and len(found) < MOST_SNIPPETS and (span := snippet(text, wanted, SNIPPET)):
            found.append((language, marked(parts_of(text, wanted, *span))))
            wanted = [phrase for phrase in wanted if not text.has(phrase, *span)]
    return found


def printed_texts(article: Article) -> list[tuple[str, Printed]]:
    languages, texts = zip(*shown_texts(article), strict=True)
    return list(zip(languages, printed(texts), strict=True))


def shown_texts(article: Article):
    """(language, text) of everything a reader of the article's page sees, its headline first."""
    yield article.language, article.headline
    yield article.language, article.shown_standfirst
    for block in blocks_of(article.shown_html):
        yield article.language, block
    for told in map(PublishedSummary, article.summaries.all()):
        for text in (told.text, *told.points):
            yield told.language, text
