"""What a card says, in the interface's language, and the version that its address carries."""

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256

from django.conf import settings
from django.utils import dateformat
from django.utils.translation import gettext as _

from articles.models import Article, Tag
from articles.pages.cards.typesetting import Text
from articles.pages.languages import headline_of, interface_language, language_of, name_of, other_names

DESIGN = 1  # raised when cards are to be drawn again
MOST_TOPICS = 3


@dataclass(frozen=True)
class Card:
    """rubric: above the title, in red. names, note: beneath it. margin, topics: at the foot.

    whole: names that no line of the title may divide.
    """

    title: Text
    rubric: tuple[Text, ...] = ()
    names: tuple[Text, ...] = ()
    note: Text | None = None
    margin: tuple[Text, ...] = ()
    topics: tuple[Text, ...] = ()
    whole: tuple[str, ...] = ()

    @cached_property
    def version(self) -> str:
        """Another one whenever the card would look otherwise."""
        shown = json.dumps([DESIGN, settings.SITE_NAME, asdict(self)])
        return sha256(shown.encode()).hexdigest()[:12]


def card_of_article(article: Article) -> Card:
    """article: as `for_cards()` reads it. Says its headline, which every source's rights allow to show."""
    tags = list(article.tags.all())
    named = [Text(*name_of(tag)) for tag in tags]
    return Card(
        title=title_of(article),
        rubric=tuple(named[:1]),
        margin=tuple(margin_of(article)),
        topics=tuple(named[1 : MOST_TOPICS + 1]),
        whole=tuple(name for tag in tags for name in names_of(tag) if not name.isascii()),
    )


def title_of(article: Article) -> Text:
    headline = headline_of(article)
    return Text(headline.text, headline.language)


def names_of(tag: Tag) -> list[str]:
    return list(dict.fromkeys([tag.name, *tag.preferred.values()]))


def margin_of(article):
    if article.source:
        yield Text(article.source.name, article.source.language)
    if article.printed_at:
        yield Text(day(article.printed_at), interface_language())


def day(value) -> str:
    """A date, or that of a time, in words of the interface's language."""
    return dateformat.format(value, "j F Y" if interface_language() == "en" else "Y年n月j日")


def card_of_topic(tag: Tag) -> Card:
    here = interface_language()
    return Card(
        title=Text(*name_of(tag)),
        rubric=(Text(_("Topics"), here), Text(tag.get_kind_display(), here)),
        names=tuple(Text(*name) for name in other_names(tag)),
        note=description_of(tag),
        margin=(Text(_("East Asian diplomacy, read in two languages"), here),),
    )


def description_of(tag: Tag) -> Text | None:
    """Our own words on a topic, in the interface's language if there are any, else in the other."""
    return next(iter(descriptions_of(tag)), None)


def descriptions_of(tag: Tag) -> list[Text]:
    """Our own words on a topic, the interface's language first."""
    in_chinese = Text(tag.description_zh, language_of(tag.description_zh))
    in_english = Text(tag.description_en, "en")
    both = [in_english, in_chinese] if interface_language() == "en" else [in_chinese, in_english]
    return [words for words in both if words.text]
