"""How many stories each topic has: counted when their rows change, so that no page counts."""

from collections.abc import Iterable

from django.db import connection
from django.utils import timezone

from articles.models.articles.turns import in_turn

# Written out: every article that comes in asks it, for a handful of topics.
COUNT = """UPDATE articles_tag SET
        story_count = (
            SELECT COUNT(*) FROM articles_articletag counted
            WHERE counted.tag_id = articles_tag.id AND counted.visible_from IS NOT NULL
        ),
        is_known = is_known OR EXISTS (
            SELECT 1 FROM articles_articletag shown
            WHERE shown.tag_id = articles_tag.id AND shown.visible_from <= %s
        )
"""


@in_turn(savepoint=False)
def count_stories(topics: Iterable[int] | None = None) -> None:
    """Count the stories of topics whose rows have changed; those that readers have one of become known.

    topics: their numbers, None: all.
    """
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        if topics is None:
            cursor.execute(COUNT, [now])
        elif topics := [*topics]:
            cursor.execute(f"{COUNT} WHERE id IN ({', '.join(['%s'] * len(topics))})", [now, *topics])
