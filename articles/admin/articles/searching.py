"""Search in the list of articles: what readers can find by their index, the rest by looking through it."""

from functools import reduce
from operator import or_

from django.db.models import Q

from articles.admin.folded_search import FoldedSearch
from articles.discovery.search import backend
from articles.discovery.search.base import SearchTookTooLong
from articles.discovery.search.query import phrases_in
from articles.models import Article, ArticleTag, Source
from articles.text.scripts import TRADITIONAL, convert


class ArticleSearch(FoldedSearch):
    """For the admin of articles."""

    def matching(self, term):
        """Those with a word in their text or as part of the name of their source or of a topic."""
        by_source = Article.objects.filter(source__in=Source.objects.filter(folded__contains=term))
        by_topic = ArticleTag.objects.filter(tag__keys__folded__contains=term).values("content_object")
        # As one set: an OR of them would have the database go through all articles.
        return Q(pk__in=by_topic.union(by_source.values("pk"), *self._with_words(term)))

    def _with_words(self, term):
        unindexed = Article.objects.filter(rendering__unindexed__contains=term, visible_from=None)
        phrases = phrases_in(term)
        try:
            indexed = [backend().articles(phrases)] if phrases else []
        except SearchTookTooLong:
            indexed = [printing(term)]
        return [unindexed.values("pk"), *indexed]


def printing(term):
    """The articles that print a folded word in one script or the other: while the index does not answer."""
    forms = {term, convert(term, TRADITIONAL)}
    words = (Q(headline__icontains=form) | Q(body__icontains=form) for form in forms)
    return Article.objects.filter(reduce(or_, words)).values("pk")
