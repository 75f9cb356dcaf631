"""What pages are about, for machines: JSON-LD in the words of https://schema.org.

It names what the page shows and nothing else.
"""

import json

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.models import Article, Source, Tag
from articles.models.topics.tag import Kind
from articles.pages.articles.corrections import Correction, corrections_of
from articles.pages.articles.published_summary import PublishedSummary
from articles.pages.cards.content import description_of
from articles.pages.languages import INTERFACES, interface_language, name_of, summaries_to_read

KINDS = {
    Kind.PERSON: "Person",
    Kind.PLACE: "Place",
    Kind.ORGANISATION: "Organization",
    Kind.EVENT: "Event",
    Kind.TOPIC: "Thing",
}
# What would end the script element or its line, or begin a comment in it.
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def script(*things: dict) -> SafeString:
    """Some things as the element that holds them. A data block is not run, and needs no leave of the CSP."""
    told = {"@context": "https://schema.org", "@graph": [without_nothing(thing) for thing in things]}
    text = json.dumps(told, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  escaped above


def without_nothing(thing: dict) -> dict:
    return {name: value for name, value in thing.items() if value not in (None, "", [], {})}


def whole(path: str) -> str:
    return settings.SITE_URL + path


def site() -> dict:
    """The portal, and how to search it."""
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": whole(reverse("search")) + "?q={search_term_string}",
        },
        "query-input": "required name=search_term_string",
    }
    return {**portal(), "inLanguage": list(INTERFACES.values()), "potentialAction": search}


def portal() -> dict:
    return {
        "@type": "WebSite",
        "@id": f"{settings.SITE_URL}/#site",
        "name": settings.SITE_NAME,
        "url": whole(reverse("home")),
    }


def article(article: Article, picture) -> dict:
    """article: as `for_cards()` reads it. picture: its share card."""
    address = whole(article.get_absolute_url())
    return {
        "@type": "NewsArticle",
        "@id": f"{settings.SITE_URL}/articles/{article.pk}",
        "headline": article.shown_headline,
        "alternativeHeadline": [text_in(each.headline, each.language) for each in headlines(article)],
        "abstract": [text_in(each.text, each.language) for each in summaries_to_read(article)],
        "subjectOf": [summary(each) for each in summaries_to_read(article) if each.remarks],
        "inLanguage": article.language,
        "datePublished": printed(article.printed_at),
        "dateModified": article.updated_at.isoformat(timespec="seconds"),
        "author": [{"@type": "Person", "name": name} for name in article.writers],
        "publisher": publisher(article.source) if article.source else None,
        **rights(article.source),
        "url": address,
        "mainEntityOfPage": address if article.is_indexed else article.source_url,
        "isBasedOn": article.source_url,
        "correction": [correction(each) for each in corrections_of(article)],
        "isAccessibleForFree": True,
        "image": image(picture),
        "about": [named(tag) for tag in article.tags.all()],
        "isPartOf": portal(),
    }


def rights(source: Source | None) -> dict:
    """The licence that a source states, and where we say what may be read here."""
    if source is None:
        return {}
    return {"license": source.licence, "usageInfo": whole(source.get_absolute_url())}


def headlines(article):
    return [
        each for each in summaries_to_read(article) if each.headline and each.headline != article.headline
    ]


def summary(told: PublishedSummary) -> dict:
    """A summary of which something must be said, as a work of its own about the article.

    `creditText` and `creativeWorkStatus` speak of the work that has them: said of the article, they would
    call the article itself drafted by machine, or out of date.
    """
    return without_nothing(
        {
            "@type": "CreativeWork",
            "text": told.text,
            "inLanguage": told.language,
            "creditText": told.disclosure,
            "creativeWorkStatus": told.stale_line,
        }
    )


def correction(told: Correction) -> dict:
    """What the source changed, and when it came here."""
    return {
        "@type": "CorrectionComment",
        "datePublished": told.at.isoformat(timespec="seconds"),
        "text": told.words,
        "inLanguage": interface_language(),
    }


def text_in(text: str, language: str) -> dict:
    return {"@value": text, "@language": language}


def printed(value) -> str | None:
    """As exactly as the source prints it: a day, or a minute with its offset."""
    if value is None:
        return None
    return value.isoformat(timespec="minutes") if hasattr(value, "hour") else value.isoformat()


def publisher(source: Source) -> dict:
    told = {"@type": "Organization", "name": source.name, "url": source.home_page}
    return without_nothing(told)


def image(picture) -> dict:
    return {"@type": "ImageObject", "url": picture.url, "width": picture.width, "height": picture.height}


def topic(tag: Tag) -> dict:
    """A topic by all its preferred names, on its own page."""
    told = named(tag)
    others = [text_in(text, language) for language, text in tag.preferred.items() if text != told["name"]]
    return without_nothing(told | {"alternateName": others, "url": whole(tag.get_absolute_url())})


def named(tag: Tag) -> dict:
    """A topic as other pages name it; its address leads to the page that tells more."""
    told = {
        "@type": KINDS[tag.kind],
        "@id": f"{settings.SITE_URL}/t/{tag.pk}",
        "name": name_of(tag).text,
        "sameAs": tag.wikidata_address,
    }
    return without_nothing(told)


def collection(tag: Tag, address: str, articles: list[Article], picture) -> dict:
    """The page of a topic. address: its own, of a later page that one's. articles: on this page."""
    ours = description_of(tag)
    return {
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": name_of(tag).text,
        "description": ours and text_in(ours.text, ours.language),
        "inLanguage": interface_language(),
        "about": topic(tag),
        "mainEntity": item_list(articles),
        "image": image(picture),
        "isPartOf": portal(),
    }


def collection_of(source: Source, address: str, articles: list[Article]) -> dict:
    """The page of a source."""
    return {
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": source.name,
        "inLanguage": interface_language(),
        "about": publisher(source),
        "mainEntity": item_list(articles),
        "isPartOf": portal(),
    }


def item_list(articles) -> dict:
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "url": whole(article.get_absolute_url()),
            "name": article.shown_headline,
        }
        for position, article in enumerate(articles, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def way_to_topic(tag: Tag) -> dict:
    return way((_("Topics"), reverse("tags")), (name_of(tag).text, tag.get_absolute_url()))


def way_to_source(source: Source) -> dict:
    return way((_("Sources"), reverse("sources")), (source.name, source.get_absolute_url()))


def way_to_article(article: Article) -> dict:
    source = [(article.source.name, article.source.get_absolute_url())] if article.source else []
    return way(*source, (article.shown_headline, article.get_absolute_url()))


def way(*steps: tuple[str, str]) -> dict:
    """How a page is reached from the front page. steps: name and path of each page on the way."""
    steps = [(settings.SITE_NAME, reverse("home")), *steps]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": whole(path)}
        for position, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
