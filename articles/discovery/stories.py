"""The same story elsewhere: copies are found by containment of folded text.

A copy wrapped in site furniture, cut in half or converted to the other script is still a copy, so neither
Jaccard similarity nor SimHash nor MinHash will do: between two of the five sample documents that are one
story Jaccard is .43 and containment .99. Candidates share sampled shingles; exact containment decides.
"""

import re
import zlib
from collections import Counter, defaultdict
from itertools import combinations

from django.db import connections, router
from django.db.models import Count

from articles.models import Article
from articles.models.articles.prepared import prepared
from articles.models.articles.story import Shingle, Story, stand_alone
from articles.models.articles.turns import in_turn
from articles.text.diff.containment import containment, shingles

# Containment from which two texts are copies. Copies converted by phrase with every tenth sentence cut and a
# fifth edited keep at least .60; of 4.5 million pairs of news texts, about 70 lie above, all copies.
SAME = 0.5
SAMPLE = 32  # shingles kept of a text, at least: half of them still find a text cut in half
LEAST_SHARED = 3  # sampled shingles that make a candidate; one or two are a common phrase
MOST_CANDIDATES = 10  # compared whole; a text has seldom more copies than that
SHORTEST = 60  # characters; shorter texts are contained in others by chance
NO_WORD = re.compile(r"[\W_]+")

KEEP_SHINGLE = "INSERT INTO articles_shingle (hash, article_id) VALUES (%s, %s)"  # no objects of fifty rows


def derive_story(article: Article) -> None:
    """Find the story that an article belongs to, and settle it and the one it leaves."""
    _store_shingles(article)
    before = article.story
    story = before if article.story_is_fixed else _story_of(article)
    if article.is_new and story is None:
        return  # as it stands already
    if not article.story_is_fixed:
        _move(article, story)
    for story in {before, article.story} - {None}:
        story.settle()
    article.refresh_from_db(fields=["story", "is_lead", "borrowed", "sorted_at"])


@in_turn()
def join(article: Article, other: Article) -> None:
    """An editor says that two articles are copies of one text."""
    members = _as_stored(other, article)
    before = [member.story for member in members if member.story]
    story = before[0] if before else Story.objects.create()
    for member in members:
        _move(member, story, fixed=True)
    for changed in {*before, story}:
        changed.settle()


@in_turn()
def split(article: Article) -> None:
    """An editor says that an article is a story of its own."""
    for member in _as_stored(article):
        before = member.story
        _move(member, None, fixed=True)
        if before:
            before.settle()


def _as_stored(*articles):
    """As they are in our turn: whoever asks read them before it. One that was deleted since is left out."""
    return [stored for read in articles for stored in Article.objects.filter(pk=read.pk)]


def sample(text: str) -> set[int]:
    """Hashes of some of a text's shingles, about SAMPLE to 2 × SAMPLE of them, whatever its length.

    A shingle is kept when its hash is divisible by a power of two that grows with the text, so the sample
    of a long text is part of the sample that any part of it would have.
    """
    hashes = {zlib.crc32(shingle.encode()) for shingle in shingles(text)}
    step = 1
    while len(hashes) // (2 * step) >= SAMPLE:
        step *= 2
    return {value for value in hashes if value % step == 0}


def words_of(article: Article) -> str:
    """What is compared: the folded text without punctuation or white space."""
    return NO_WORD.sub("", article.rendering.folded)


def _store_shingles(article):
    text = words_of(article)
    wanted = sample(text) if len(text) >= SHORTEST else set()
    stored = set() if article.is_new else set(article.shingles.values_list("hash", flat=True))
    if gone := stored - wanted:
        article.shingles.filter(hash__in=gone).delete()
    with connections[router.db_for_write(Shingle)].cursor() as cursor:
        cursor.executemany(KEEP_SHINGLE, [(value, article.pk) for value in wanted - stored])


def _story_of(article):
    """The story of the article's best copy, a new one if that stood alone, None when it has no copy."""
    twin = best_copy(article)
    if twin is None:
        return None
    if twin.story is None:
        _move(twin, Story.objects.create())
    return twin.story


def best_copy(article: Article) -> Article | None:
    """The article that contains most of this one, or is contained in it, if that is enough to be a copy."""
    text = words_of(article)
    best, most = None, SAME
    for candidate in candidates(article):
        share = containment(text, words_of(candidate))
        if share >= most:
            best, most = candidate, share
    return best


def copied_articles(texts: dict[int, str]) -> dict[int, Article]:
    """Of texts that are not articles yet, those that are copies of one, with it. Two queries for all.

    texts: folded, by any number.
    """
    bare, samples = _sampled(texts)
    likely = {key: _likeliest(found) for key, found in _holders(samples).items()}
    named = {pk for found in likely.values() for pk in found}
    articles = Article.objects.select_related("rendering").in_bulk(named)
    return {
        key: articles[pk]
        for key, found in likely.items()
        for pk in reversed(found)
        if containment(bare[key], words_of(articles[pk])) >= SAME
    }


def copies_among(texts: dict[int, str]) -> dict[int, int]:
    """Of texts, those that are copies of one another: each with the first of its copies. texts: as above."""
    bare, samples = _sampled(texts)
    found = {}
    for one, other in combinations(samples, 2):
        if len(samples[one] & samples[other]) < LEAST_SHARED:
            continue
        if containment(bare[one], bare[other]) >= SAME:
            found.setdefault(one, other)
            found.setdefault(other, one)
    return found


def _sampled(texts):
    """The texts as they are compared, and the samples of those that are long enough to be copies."""
    bare = {key: NO_WORD.sub("", text) for key, text in texts.items()}
    return bare, {key: sample(text) for key, text in bare.items() if len(text) >= SHORTEST}


def _holders(samples):
    """How many shingles of each text each article shares."""
    holders = defaultdict(list)
    wanted = set().union(*samples.values())
    for value, article in Shingle.objects.filter(hash__in=wanted).values_list("hash", "article"):
        holders[value].append(article)
    return {key: Counter(pk for value in values for pk in holders[value]) for key, values in samples.items()}


def _likeliest(shared):
    return [pk for pk, count in shared.most_common(MOST_CANDIDATES) if count >= LEAST_SHARED]


def candidates(article: Article) -> list[Article]:
    """Articles that share enough sampled shingles, most first. Those an editor set apart stay apart."""
    numbers = sharing(article.pk)
    if not numbers:
        return []
    found = Article.objects.select_related("rendering", "story").filter(pk__in=numbers)
    return list(found.exclude(story_is_fixed=True, story__isnull=True))


@prepared
def sharing(article):
    """The numbers of those that share enough with an article, given by its own."""
    own = Shingle.objects.filter(article=article).values("hash")
    others = Shingle.objects.filter(hash__in=own).exclude(article=article).values("article")
    shared = others.annotate(shared=Count("hash")).filter(shared__gte=LEAST_SHARED)
    return shared.order_by("-shared").values_list("article", flat=True)[:MOST_CANDIDATES]


def _move(article, story, fixed=None):
    left, article.story = article.story, story
    article.story_is_fixed = article.story_is_fixed if fixed is None else fixed
    Article.objects.filter(pk=article.pk).update(story=story, story_is_fixed=article.story_is_fixed)
    if left and not story:
        stand_alone(article)
