"""Builders with defaults: a test names only what it is about."""

from itertools import count

from articles.discovery.stories import join
from articles.models import Article, FreePage, Placement, Source, Summary, Tag
from articles.models.articles.derivation import derived_once

numbers = count(1)

BODY = "清晨的渡輪在霧中靠岸，兩國的信使換了座位。\n\n午後談判重開，桌上多了一盞燈。"


def make_source(name=None, *, rights="own", **fields) -> Source:
    return Source.objects.create(name=name or f"海岬通訊社{next(numbers)}", rights=rights, **fields)


def make_tag(name="穿梭外交", **fields) -> Tag:
    return Tag.objects.create(name=name, **fields)


def make_article(headline="渡輪與信使", *, tags=(), summaries=None, status="published", **fields) -> Article:
    """A published article of no source, hence shown whole.

    tags: names or tags. summaries: texts by language, published.
    """
    article = Article(headline=headline, status=status, **{"body": BODY, **fields})
    with derived_once(article):
        article.save()
        article.tags.add(*tags)
    for language, text in (summaries or {}).items():
        make_summary(article, language, text)
    return article


def make_summary(
    article, language="zh-Hant", text="兩國信使重開談判。", *, status="published", **fields
) -> Summary:
    return Summary.objects.create(article=article, language=language, text=text, status=status, **fields)


def make_placement(article, place="pin", **fields) -> Placement:
    return Placement.objects.create(article=article, place=place, **fields)


def make_free_page(slug="about", title="關於霧港", text="這裡收錄渡輪的消息。", **fields) -> FreePage:
    """A published page of the editors' own, in Traditional Chinese."""
    return FreePage.objects.create(
        **{"slug": slug, "title_hant": title, "text_hant": text, "is_published": True, **fields}
    )


def make_copies(**fields) -> tuple[Article, Article]:
    """Two articles of one story, the lead first."""
    lead, copy = make_article("首發", **fields), make_article("轉載", **fields)
    join(copy, lead)
    lead.refresh_from_db()
    copy.refresh_from_db()
    return lead, copy
