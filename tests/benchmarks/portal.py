"""A portal of any size for benchmarks, built in bulk: articles, topics, sources, summaries, related articles.

Its words are its own, its shapes those of a real library: three topics an article, common ones and rare ones,
a source for every article, summaries for one in three, six related articles each.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from articles.models import Article, ArticleTag, Related, SitemapBlock, Source, Summary, Tag
from articles.models.articles.rendering import ArticleRendering
from articles.models.sitemap_block import BLOCK
from articles.models.source import Rights
from articles.models.summaries.desk_state import DeskState
from articles.models.topics.story_count import count_stories
from articles.rendering import render_body
from articles.text.scripts import fold
from articles.text.slugs import slugify

FIRST_DAY = datetime(2016, 1, 1, tzinfo=UTC)
MINUTES = 10 * 365 * 24 * 60
BATCH = 1_000
SOURCES, ARTICLES_A_TOPIC, TOPICS_AN_ARTICLE, RELATED = 40, 20, 3, 6
PLACES = ("海岬", "灣口", "霧港", "松濤", "燈塔", "北岬", "南汀", "鹽田", "石橋", "月門")
ACTS = ("重開談判", "互派信使", "延長航線", "交換名單", "擱置協議", "重申承諾", "議定日期", "推遲會期")
SENTENCES = (
    "清晨的渡輪在霧中靠岸，兩國的信使換了座位。",
    "午後談判重開，桌上多了一盞燈，名單仍然缺了一頁。",
    "發言人說，航線明年春天恢復，每週三班。",
    "兩位部長在走廊裡站了十一分鐘，誰也沒有看錶。",
    "協議的第四條改了兩個字，譯員因此爭到深夜。",
    "碼頭上的人說，只要船還來，話就還沒有說完。",
)


def build(size: int, seed: int = 1) -> None:
    """Fill an empty database with as many published articles and what belongs to them."""
    rng = random.Random(seed)  # noqa: S311
    sources = [
        Source.objects.create(name=f"{place}通訊社{n}", rights=Rights.OWN) for n, place in sources_of()
    ]
    tags = [
        Tag.objects.create(name=f"{rng.choice(PLACES)}{n}號議題") for n in range(size // ARTICLES_A_TOPIC)
    ]
    for numbers in in_batches(range(size)):
        stored = Article.objects.bulk_create(article(n, rng.choice(sources), rng) for n in numbers)
        ArticleRendering.objects.bulk_create(map(rendering, stored))
        ArticleTag.objects.bulk_create(row for each in stored for row in topics_of(each, tags, rng))
        Summary.objects.bulk_create(summary for each in stored for summary in summaries_of(each))
    count_stories()
    SitemapBlock.objects.bulk_create(
        SitemapBlock(number=number, changed_at=FIRST_DAY) for number in range(size // BLOCK + 1)
    )
    relate(list(Article.objects.values_list("pk", flat=True)), rng)


def in_batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH))


def sources_of() -> Iterator[tuple[int, str]]:
    return ((number, PLACES[number % len(PLACES)]) for number in range(SOURCES))


def article(number: int, source: Source, rng: random.Random) -> Article:
    headline = f"{rng.choice(PLACES)}與{rng.choice(PLACES)}{rng.choice(ACTS)}（{number}）"
    day = FIRST_DAY + timedelta(minutes=rng.randrange(MINUTES))
    return Article(
        headline=headline,
        slug=slugify(headline),
        body="\n\n".join("".join(rng.choices(SENTENCES, k=4)) for _paragraph in range(12)),
        status="published",
        source=source,
        published_at=day,
        sorted_at=day,
        visible_from=day,
        desk_state=DeskState.NONE if number % 3 else DeskState.DONE,
    )


def rendering(article: Article) -> ArticleRendering:
    html, folded = render_body(article.body).html, fold(f"{article.headline}\n\n\n{article.body}")
    excerpt = article.body[:120]
    return ArticleRendering(article=article, excerpt=excerpt, body_html=html, folded=folded)


def topics_of(article: Article, tags: list[Tag], rng: random.Random) -> Iterator[ArticleTag]:
    """Squared, so that the first topics are common and the last ones rare."""
    for place in {int(len(tags) * rng.random() ** 2) for _topic in range(TOPICS_AN_ARTICLE)}:
        row = ArticleTag(content_object=article, tag=tags[place])
        row.copy_article()
        yield row


def summaries_of(article: Article) -> Iterator[Summary]:
    if article.desk_state == DeskState.DONE:
        for language, text in (("zh-Hant", "兩國重開談判。[1]"), ("en", "Talks resume.[1]")):
            yield Summary(article=article, language=language, headline=text, text=text, status="published")


def relate(numbers: list[int], rng: random.Random) -> None:
    for some in in_batches(numbers):
        Related.objects.bulk_create(
            Related(article_id=pk, other_id=other, score=rng.random())
            for pk in some
            for other in {*rng.sample(numbers, RELATED)} - {pk}
        )
