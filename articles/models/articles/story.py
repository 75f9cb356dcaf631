"""Stories: copies of one text, found by discovery, corrected by editors, counted once everywhere."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.source import Rights
from articles.models.topics.story_count import count_stories
from articles.models.topics.tag import ArticleTag, derive_topic_dates

# The more of it readers may see here, the better a copy leads.
RIGHTS_RANK = {
    rights: rank for rank, rights in enumerate([Rights.OWN, Rights.FULL, Rights.EXCERPT, Rights.LINK])
}


class Story(models.Model):
    """Articles that are copies of one text. `Article.story` is empty for an article without copies."""

    found_at = models.DateTimeField(_("found at"), auto_now_add=True)

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self):
        return str(self.articles.first() or self.pk)

    def settle(self) -> None:
        """Choose the lead, lend what copies lack, and count the story once in each topic.

        A story with fewer than two articles is none: it goes, and its article stands alone again.
        """
        members = sorted(self.articles.select_related("source").defer("body"), key=_rank)
        if len(members) < 2:
            self._dissolve(members)
            return
        for number, article in enumerate(members):
            article.stand_in_story(is_lead=number == 0, borrowed=_borrowed(article, members))
        self.count_once_in_topics()

    def _dissolve(self, members):
        for article in members:
            stand_alone(article)
        self.delete()

    def count_once_in_topics(self) -> None:
        """A topic shows the lead, or the first copy that has the topic when the lead has it not."""
        rows = ArticleTag.objects.filter(content_object__story=self).select_related("content_object")
        rows = list(rows.order_by("-content_object__is_lead", "content_object"))
        shown = set()
        for row in rows:
            row.copy_article()
            if row.tag_id in shown:
                row.visible_from = None
            elif row.visible_from:
                shown.add(row.tag_id)
        ArticleTag.objects.bulk_update(rows, ArticleTag.COPIED)
        count_stories({row.tag_id for row in rows})


def stand_alone(article) -> None:
    """Let an article be no copy of any other: lists show it again, with what it prints itself."""
    article.story = None
    article.stand_in_story(is_lead=True, borrowed={})
    derive_topic_dates(article)


def _rank(article):
    """The order of leading: what readers can see first, then rights, a printed headline, and age."""
    visible = article.visible_from
    return (
        visible is None or visible > timezone.now(),
        visible is None,
        RIGHTS_RANK[article.rights],
        article.headline_is_provisional,
        article.published_at or article.created_at,
        article.pk,
    )


def _borrowed(article, members):
    """What the article itself does not print and another copy that readers can see does."""
    now = timezone.now()
    others = [
        other
        for other in members
        if other.pk != article.pk and other.visible_from and other.visible_from <= now
    ]
    borrowed = {}
    if article.headline_is_provisional:
        borrowed["headline"] = _first(other.headline for other in others if not other.headline_is_provisional)
    if not article.byline:
        borrowed["byline"] = _first(other.byline for other in others)
    if not article.published_at:
        lender = next((other for other in others if other.published_at), None)
        borrowed["published_at"] = lender and lender.published_at.isoformat()
        borrowed["published_precision"] = lender and lender.published_precision
    return {name: value for name, value in borrowed.items() if value}


def _first(values):
    return next((value for value in values if value), "")


class Shingle(models.Model):
    """A sampled run of characters of an article, hashed: how copies are looked up.

    Without row numbers on SQLite, see migration 0041; a migration that alters it has to say so again.
    """

    pk = models.CompositePrimaryKey("hash", "article")
    hash = models.BigIntegerField()
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="shingles")

    class Meta:
        verbose_name = _("shingle")
        verbose_name_plural = _("shingles")

    def __str__(self):
        return f"{self.hash:x}"
