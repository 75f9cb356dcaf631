"""What is derived from an article at save: a side table, so that lists never read bodies."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.articles.compressed import CompressedText
from articles.rendering import render_body
from articles.text.measures import excerpt, reading_minutes
from articles.text.plain import plain_text, running_text
from articles.text.scripts import fold

EXCERPT_LENGTH = 120  # characters: three lines of a card


class ArticleRendering(models.Model):
    article = models.OneToOneField(
        "articles.Article", models.CASCADE, primary_key=True, related_name="rendering"
    )
    excerpt = models.CharField(max_length=300, blank=True)
    reading_minutes = models.PositiveSmallIntegerField(default=1)
    opening_html = models.TextField(blank=True)
    body_html = CompressedText(blank=True)
    folded = models.TextField(blank=True)
    corrections = models.JSONField(default=list)  # see `summaries.corrections`

    class Meta:
        verbose_name = _("rendering")
        verbose_name_plural = _("renderings")

    def __str__(self):
        return str(self.article)


def rendered(article) -> dict:
    """The fields of its rendering, for an article as it stands, saved or not. Raises UnrenderableBody."""
    body = render_body(article.body)
    text = plain_text(article.body)
    return {
        "excerpt": excerpt(running_text(article.body) or text, EXCERPT_LENGTH),
        "reading_minutes": reading_minutes(text),
        "opening_html": body.opening_html,
        "body_html": body.html,
        "folded": fold("\n".join([article.headline, article.standfirst, article.byline, text])),
    }


def derive_rendering(article) -> None:
    """Render an article again and store the result."""
    fields = rendered(article)
    rendering = article.earlier(ArticleRendering.objects).filter(article=article).first()
    article.rendering = rendering or ArticleRendering(article=article)
    for name, value in fields.items():
        setattr(article.rendering, name, value)
    article.rendering.save(force_insert=rendering is None)
