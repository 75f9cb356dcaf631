"""An article as a Markdown file, for people's own tools: what its page shows, as it was printed."""

import yaml
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from articles.ingest.block_markdown import to_markdown
from articles.ingest.documents import Block, BlockType
from articles.models import Article
from articles.pages.articles.published_summary import PublishedSummary
from articles.pages.languages import name_of, summaries_to_read
from articles.pages.metadata.json_ld import printed, without_nothing
from articles.pages.redirects import no_article
from articles.text.plain import prose


@require_safe
@conditional_page
def as_markdown(request, pk, slug):
    article = Article.objects.published().for_reading().defer(None).filter(pk=pk).first()
    if article is None:
        return no_article(request, pk)
    if slug != article.slug:
        return redirect("article_markdown", article.pk, article.slug, permanent=True)
    response = HttpResponse(file_of(article), content_type="text/markdown; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"  # the page says the same, and links here
    return response


def file_of(article: Article) -> str:
    """The whole file. article: as `for_reading()` reads it, with its body."""
    told = without_nothing(front_matter(article))
    head = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=float("inf"))
    text = "\n\n".join(filter(None, parts(article)))
    return f"---\n{head}---\n\n{text}\n"


def front_matter(article: Article) -> dict:
    return {
        "headline": article.shown_headline,
        "source": article.source and article.source.name,
        "address": settings.SITE_URL + article.get_absolute_url(),
        "original": article.source_url,
        "date": printed(article.printed_at),
        "byline": article.writers,
        "language": article.language,
        "topics": [name_of(tag).text for tag in article.tags.all()],
        "summaries": [summary(told) for told in summaries_to_read(article)],
    }


def summary(told: PublishedSummary) -> dict:
    return without_nothing(
        {
            "language": told.language,
            "headline": told.headline,
            "text": told.text,
            "points": told.points,
            "remarks": told.remarks,
        }
    )


def parts(article: Article):
    """Headline, standfirst, what rights allow of the body, and where the rest is read."""
    yield as_written(article.shown_headline, BlockType.HEADING).removeprefix("#")
    yield as_written(article.shown_standfirst)
    yield shown_body(article)
    if not article.is_shown_whole and article.source_url:
        words = _("Read on at %(source)s") % {"source": article.source.name}
        yield f"[{words}](<{article.source_url}>)"


def shown_body(article: Article) -> str:
    """Markdown as editors write it, with whole addresses; of an excerpt the words of its paragraph."""
    if article.is_shown_whole:
        return article.body.replace("](/", f"]({settings.SITE_URL}/").strip()
    return "\n\n".join(as_written(block.text) for block in prose(article.shown_html))


def as_written(text: str, kind=BlockType.PARAGRAPH) -> str:
    return to_markdown([Block(kind, text, level=2)])
