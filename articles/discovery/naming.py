"""Who calls it what: the names of the glossary in the prose of articles, counted when an article is saved.

Counted are the words of the article itself, as they are printed: no captions, which are often an agency's,
and no titles of works, which are others'. A name inside a longer one is none: 韓國瑜 is not 韓國.
"""

import json
from collections import defaultdict
from typing import NamedTuple

from django.db import connections, router
from django.utils import timezone

from articles.discovery.links import Name, mentions, names_of
from articles.discovery.topics import rows_of
from articles.models import Article, LabelKey, NameUse
from articles.models.articles.prepared import prepared, within
from articles.models.functions import Listed
from articles.text.plain import Block, prose

# Written out: the ORM cannot go from the rows of a topic to the uses without the table of articles between.
# It takes .23 s instead of .45 for a topic of 100,000 articles, 40 sources and three names (SQLite).
USES = """
    SELECT shown.source, used.form, CAST(SUM(used.count) AS integer) AS uses
    FROM ({rows}) shown
    JOIN articles_nameuse used ON used.article_id = shown.content_object
    WHERE used.key_id IN (SELECT folded FROM articles_labelkey WHERE tag_id = %s)
    GROUP BY shown.source, used.form
    ORDER BY uses DESC, used.form, shown.source
"""


# No objects of two dozen rows.
KEEP = "INSERT INTO articles_nameuse (article_id, key_id, form, count, places) VALUES (%s, %s, %s, %s, %s)"


def derive_names(article: Article) -> None:
    """Count the names in an article's body anew."""
    found = uses_in(prose(article.rendering.body_html), names_of(article))
    keys = {*known_keys(json.dumps([*{key for key, _form in found}], ensure_ascii=False))} if found else ()
    article.earlier(article.name_uses).delete()
    rows = [
        (article.pk, key, form, len(places), json.dumps(places))
        for (key, form), places in found.items()
        if key in keys
    ]
    if rows:
        with connections[router.db_for_write(NameUse)].cursor() as cursor:
            cursor.executemany(KEEP, rows)


@prepared
def known_keys(keys):
    """Those of these keys, given as a list in JSON, that the glossary has."""
    return LabelKey.objects.filter(folded__in=Listed(keys)).values_list("folded", flat=True)


def uses_in(blocks: list[Block], names: dict[str, list[Name]]) -> dict[tuple[str, str], list]:
    """(key, form) → where it stands: [number of the block, offset in it] of each use."""
    found = defaultdict(list)
    for number, block in enumerate(blocks):
        for name, start, end in mentions(block.text, names):
            found[name.folded, block.text[start:end]].append([number, start])
    return found


class SourceUse(NamedTuple):
    """How often a source, None where none is named, uses a name of a topic. form: as it is printed."""

    source: int | None
    form: str
    uses: int


def naming_of(tag: int) -> list[SourceUse]:
    """Who calls a topic what in the stories that its page counts, the most used first. One query.

    tag: its number.
    """
    return [SourceUse(*row) for row in read_uses(timezone.now(), tag, more=[tag])]


@within(USES)
def read_uses(now, tag):
    return rows_of(now, tag).values("content_object", "source")
