"""What is derived from an article: written once, run at save, rebuilt by command.

Each entry names a function of one article. They are given as dotted paths, like EMAIL_BACKEND, because some
live in rooms that stand on the models; they run in this order, later ones read what earlier ones stored.
"""

from functools import cache

from django.utils.module_loading import import_string

DERIVATIONS = {
    "summaries": "articles.summaries.staleness.derive_staleness",
    "rendering": "articles.models.rendering.derive_rendering",
    "links": "articles.discovery.links.derive_links",
    "story": "articles.discovery.stories.derive_story",
    "topics": "articles.models.tag.derive_topic_dates",
    "desk": "articles.models.desk.derive_desk",
    "search": "articles.discovery.search.derive_search",
    "related": "articles.discovery.related.derive_related",
}
FOLLOWS_TOPICS = ("links", "topics", "related")  # derived again when only an article's topics change


def derive(article, only=None) -> None:
    """Derive everything that follows from an article, or only the named parts."""
    for name in only or DERIVATIONS:
        derivation(name)(article)


@cache
def derivation(name: str):
    """The function that derives one part."""
    return import_string(DERIVATIONS[name])
