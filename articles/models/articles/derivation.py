"""What is derived from an article: written once, run at save, rebuilt by command.

Each entry names a function of one article. They are given as dotted paths, like EMAIL_BACKEND, because some
live in rooms that stand on the models; they run in this order, later ones read what earlier ones stored.
"""

from contextlib import contextmanager
from functools import cache

from django.utils.module_loading import import_string

from articles.models.articles.turns import in_turn

DERIVATIONS = {
    "summaries": "articles.summaries.staleness.derivation.derive_staleness",
    "rendering": "articles.models.articles.rendering.derive_rendering",
    "corrections": "articles.summaries.corrections.derive_corrections",
    "pictures": "articles.models.articles.picture.derive_pictures",
    "links": "articles.discovery.links.derive_links",
    "names": "articles.discovery.naming.derive_names",
    "story": "articles.discovery.stories.derive_story",
    "topics": "articles.models.topics.tag.derive_topic_dates",
    "sitemap": "articles.models.sitemap_block.derive_sitemap",
    "desk": "articles.models.summaries.desk_state.derive_desk",
    "search": "articles.discovery.search.derive_search",
    "related": "articles.discovery.related.derive_related",
}
FOLLOWS_TOPICS = ("links", "topics", "related")  # derived again when only an article's topics change
FOLLOWS_SUMMARIES = ("desk", "search")  # the same, of its summaries
INSIDE = {"rendering": ("links",)}  # what is stored inside another's result is derived again with it


def derive(article, only=None) -> None:
    """Derive everything that follows from an article, or only the named parts, and renew its pages."""
    wanted = DERIVATIONS if only is None else complete(only)
    if hasattr(article, "to_derive"):
        article.to_derive.update(wanted)
        return
    with in_turn(savepoint=False):
        for name in wanted:
            derivation(name)(article)
    is_unseen = article.is_new and not article.visible_from
    article.is_new, article.replaced = False, {}
    if not is_unseen:
        article.renew_pages()


def complete(names) -> list[str]:
    """The names in their order, with what is inside."""
    wanted = {*names, *(inside for name in names for inside in INSIDE.get(name, ()))}
    return [name for name in DERIVATIONS if name in wanted]


def derive_as_stored(article, only) -> None:
    """Derive parts of what follows from an article that is not saved itself, from its row in our turn.

    article: read before it, and perhaps changed since by somebody else; it stays as it is.
    """
    if hasattr(article, "to_derive"):
        derive(article, only)
        return
    with in_turn(savepoint=False):
        for stored in type(article).objects.select_related("source", "rendering").filter(pk=article.pk):
            derive(stored, only)


@contextmanager
def derived_once(article):
    """Within, an article is saved and given topics; what follows from all of it is derived at the end.

    It is one transaction: nobody comes upon an article of which nothing is derived yet.
    """
    with in_turn(savepoint=False):
        article.to_derive = set()
        try:
            yield
        finally:
            waiting = article.__dict__.pop("to_derive")
        derive(article, waiting)


@cache
def derivation(name: str):
    """The function that derives one part."""
    return import_string(DERIVATIONS[name])
