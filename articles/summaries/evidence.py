"""What the checks need of the database: an article as evidence, and the part of the glossary it speaks of."""

import re
from functools import reduce
from operator import or_

from django.db.models import F, Q, Value
from django.db.models.functions import StrIndex

from articles.models import Article, Label, LabelKey, LabelKind
from articles.summaries.checks import Evidence, Names, Topic
from articles.summaries.checks.gazetteer import LATIN_TOKEN
from articles.text.scripts import fold
from articles.text.words import words as listed

PARAGRAPH = re.compile(r'<p[^<>]*\sid="p\d+"')
SHORTEST_PART = 3  # letters of a word that is looked for among names
MOST_PARTS = 40
AVOIDED = (LabelKind.FORMER, LabelKind.NOT_USED)


def evidence_of(article: Article) -> Evidence:
    """An article as its summaries are held against it. Reads its rendering and source when not read yet."""
    return Evidence(
        body=article.body,
        headline=article.headline,
        standfirst=article.standfirst,
        published=article.printed_on,
        paragraphs=len(PARAGRAPH.findall(article.rendering.body_html)),
        beside="\n".join(filter(None, (article.byline, article.source.name if article.source else ""))),
    )


def names_for(evidence: Evidence, words: dict) -> Names:
    """The topics that a body or its summaries name, with all their labels; two queries however long they are.

    words: Words by language. A word written large in English finds the names that begin or end with it too
    (Koizumi), so that a name that the body lacks is known for one.
    """
    texts = [part for own in words.values() for part in (own.headline, own.text, *own.points)]
    everything = fold("\n".join([evidence.text, *texts]))
    stands = LabelKey.objects.alias(place=StrIndex(Value(everything), F("folded")))
    topics = set(stands.filter(Q(place__gt=0) | _begins_or_ends(_parts(texts))).values_list("tag", flat=True))
    labels = Label.objects.filter(tag__in=topics).order_by("tag", "pk")
    return Names(_topics(labels.values_list("tag", "tag__kind", "kind", "language", "text")))


def _parts(texts: list[str]) -> list[str]:
    tokens = (token for text in texts for token in LATIN_TOKEN.findall(text) if token[0].isupper())
    folded = dict.fromkeys(fold(token) for token in tokens if len(token) >= SHORTEST_PART)
    return [token for token in folded if token not in listed("written_large")][:MOST_PARTS]


def _begins_or_ends(parts: list[str]) -> Q:
    conditions = [Q(folded__startswith=f"{part} ") | Q(folded__endswith=f" {part}") for part in parts]
    return reduce(or_, conditions, Q(pk__in=[]))


def _topics(rows) -> tuple[Topic, ...]:
    found: dict[int, list] = {}
    for tag, *row in rows:
        found.setdefault(tag, []).append(row)
    return tuple(_topic(str(tag), labels) for tag, labels in found.items())


def _topic(key: str, labels: list) -> Topic:
    """labels: rows of the topic's kind, the label's kind, its language and text."""
    named = tuple((language, text) for _, _, language, text in labels)
    preferred = tuple((language, text) for _, kind, language, text in labels if kind == LabelKind.PREFERRED)
    avoided = tuple(text for _, kind, _, text in labels if kind in AVOIDED)
    return Topic(key, labels[0][0], named, preferred, avoided)
