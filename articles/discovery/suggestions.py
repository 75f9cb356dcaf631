"""Topics that an article's text suggests: names it mentions that the glossary knows, and new ones.

Computed when an editor opens the article and stored nowhere: 100,000 imported articles leave no pile of
guesses behind, and what is shown follows today's text and glossary. Nothing is ever applied from here.
"""

import re
from collections import Counter
from dataclasses import dataclass

from articles.discovery.links import WORK_TITLE, fold_in_place, name_at, names_in
from articles.discovery.new_names.extraction import new_names
from articles.models import Article, LabelKey, Tag, TagSuggestion
from articles.models.topics.label import PREFIX, folded_name
from articles.text.plain import plain_text

MOST_KNOWN, MOST_NEW = 12, 12  # names that an editor reads at a glance
MOST_LOOKED_AT = 3 * MOST_NEW  # new names that are looked up before the best are chosen
BETWEEN_WRITERS = re.compile(r"[、,，;；]")
MOST_CHARACTERS = 100_000  # of a text in which known names are looked for


@dataclass(frozen=True)
class Suggestions:
    """known: topics, those most often mentioned first. new: names, those that most speaks for first."""

    known: list[Tag]
    new: list[str]


def suggest_topics(article: Article) -> Suggestions:
    """What an article may be about, beside its topics: at most 12 known ones and 12 new names.

    Neither the source itself, nor who wrote it, nor what waits for an editor or was dismissed here.
    Six queries.
    """
    text, unwanted = text_of(article), _unwanted(article)
    return Suggestions(_known(article, mentions(text), unwanted), _new(text, unwanted))


def text_of(article: Article) -> str:
    """The words that are looked at: headline, standfirst and body, without captions and credits.

    A provisional headline is left out: it would count the names of the first sentence twice.
    """
    own = "" if article.headline_is_provisional else article.headline
    headline = article.borrowed.get("headline", own)
    return f"{headline}\n{article.standfirst}\n{plain_text(article.body)}"


def mentions(text: str) -> Counter:
    """How often a text names each topic, the longest name at a place; titles of works are passed over."""
    text = WORK_TITLE.sub("\n", text[:MOST_CHARACTERS])
    names, folded, counted, at = names_in(text), fold_in_place(text), Counter(), 0
    while at <= len(folded) - PREFIX:
        name = name_at(folded, at, names)
        counted.update([name.topic] if name else [])
        at += len(name.folded) if name else 1
    return counted


def _known(article, mentioned, unwanted):
    """The topics most mentioned that the article does not have."""
    taken = {*article.tags.values_list("pk", flat=True)}
    taken |= {*LabelKey.objects.filter(folded__in=unwanted).values_list("tag", flat=True)}
    best = [pk for pk, _count in mentioned.most_common() if pk not in taken][:MOST_KNOWN]
    tags = Tag.objects.in_bulk(best)
    return [tags[pk] for pk in best if pk in tags]


def _new(text, unwanted):
    """The best names that are no topic's."""
    names = {folded_name(candidate.text): candidate.text for candidate in new_names(text)[:MOST_LOOKED_AT]}
    known = {*LabelKey.objects.filter(folded__in=names).values_list("folded", flat=True)}
    return [name for folded, name in names.items() if folded not in known | unwanted][:MOST_NEW]


def _unwanted(article):
    """Folded names that are no topic of an article: its source's, its writers', and what was decided on."""
    source = [article.source.name] if article.source else []
    writers = BETWEEN_WRITERS.split(article.shown_byline)
    decided = TagSuggestion.objects.filter(article=article).values_list("folded", flat=True)
    return {*map(folded_name, (*source, *writers)), *decided} - {""}
