"""What is derived from an article at save: a side table, so that lists never read bodies."""

import zlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.articles.compressed import CompressedText
from articles.rendering import opening, render_body
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
    body_html = CompressedText(blank=True, beside="article.body", anew="rendered_anew")
    # The words, for comparing; and the same in the open while no index has them, for the editors' search.
    folded = CompressedText(blank=True, beside="article.body", anew="folded_anew")
    unindexed = models.TextField(blank=True)
    corrections = models.JSONField(default=list)  # see `summaries.corrections`

    is_stored = True  # until it is derived again, and what is inside (`derivation.INSIDE`) is not yet

    class Meta:
        verbose_name = _("rendering")
        verbose_name_plural = _("renderings")

    def __str__(self):
        return str(self.article)

    @property
    def opening_html(self) -> str:
        return opening(self.body_html)

    def rendered_anew(self) -> str:
        """The body as it is, without links; for when it was changed and nothing derived from it."""
        return render_body(self.article.body).html

    def folded_anew(self) -> str:
        return folded(self.article, plain_text(self.article.body))


def folded(article, text: str) -> str:
    """The words of an article as they are compared. text: its body without marks."""
    return fold("\n".join([article.headline, article.standfirst, article.byline, text]))


def words_beside(kept, body: str) -> str:
    """What is compared of an article, given by columns: `folded` and the body that it is packed beside."""
    try:
        return ArticleRendering._meta.get_field("folded").unpacked_beside(kept, body.encode())
    except zlib.error:  # the body was changed, and nothing derived from it
        return fold(plain_text(body))


def rendered(article) -> dict:
    """The fields of its rendering, for an article as it stands, saved or not. Raises UnrenderableBody."""
    text = plain_text(article.body)
    words = folded(article, text)
    return {
        "excerpt": excerpt(running_text(article.body) or text, EXCERPT_LENGTH),
        "reading_minutes": reading_minutes(text),
        "body_html": render_body(article.body).html,
        "folded": words,
        "unindexed": "" if article.visible_from else words,
    }


def derive_rendering(article) -> None:
    """Render an article again. It is stored with its links, which are derived next."""
    fields = rendered(article)
    rendering = article.earlier(ArticleRendering.objects).filter(article=article).first()
    article.rendering = rendering or ArticleRendering(article=article)
    for name, value in fields.items():
        setattr(article.rendering, name, value)
    article.rendering.is_stored = False
