"""The three interfaces: their BCP 47 tags, and which summaries the reader of each is shown."""

from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language

from articles.models.topics.tag import NAMING
from articles.pages.articles.published_summary import PublishedSummary
from articles.text.language import detect_language
from articles.text.scripts import one_script_only

INTERFACES = {"zh-hant": "zh-Hant", "zh-hans": "zh-Hans", "en": "en"}

# One summary in Chinese and one in English, the interface's own first; its own script if there is one.
SUMMARY_CHOICES = {
    "zh-Hant": (("zh-Hant", "zh-Hans"), ("en",)),
    "zh-Hans": (("zh-Hans", "zh-Hant"), ("en",)),
    "en": (("en",), ("zh-Hant", "zh-Hans")),
}

# Characters of a gist, of English twice as many: a little more than the two lines that the widest place has.
LONGEST_GIST = 100


def prefix_of(code: str) -> str:
    """What addresses begin with in one of Django's languages: nothing in the site's own, /en in English."""
    return "" if code == settings.LANGUAGE_CODE else f"/{code}"


def prefixes() -> list[str]:
    """What the addresses of each interface begin with."""
    return [prefix_of(code) for code, _name in settings.LANGUAGES]


def interface_language() -> str:
    """The BCP 47 tag of the interface the reader chose."""
    return INTERFACES.get(get_language(), "zh-Hant")


def languages_to_read() -> list[str]:
    """All of them, in the order in which a reader of this interface wants what is written in several."""
    return [language for choice in SUMMARY_CHOICES[interface_language()] for language in choice]


def summaries_to_read(article) -> list[PublishedSummary]:
    """The published summaries of an article in the order a reader of this interface wants them.

    article: with its published summaries prefetched, as `for_cards()` and `for_reading()` do.
    """
    written = {summary.language: summary for summary in article.summaries.all()}
    chosen = (first_of(written, languages) for languages in SUMMARY_CHOICES[interface_language()])
    return [PublishedSummary(summary) for summary in chosen if summary]


def first_of(written: dict, languages):
    return next((written[language] for language in languages if language in written), None)


class Name(NamedTuple):
    """What something is called, and the language of that: its `lang`."""

    text: str
    language: str


class Headline(NamedTuple):
    """What a list calls an article. original: its own headline, where the reader is shown another one."""

    text: str
    language: str
    original: Name | None = None


def headline_of(article, marked: str = "") -> Headline:
    """The headline in the reader's language: the article's own, or the one that our summary gives it.

    article: with its published summaries prefetched, as `for_cards()` and `for_lists()` do. marked: its own
    headline as HTML, with what was looked for in it.
    """
    own, ours = Name(marked or article.shown_headline, article.language), translated_headline(article)
    return Headline(*ours, original=own) if ours else Headline(*own)


def translated_headline(article) -> Name | None:
    """What our summary in the reader's language calls an article that is written in another one."""
    interface_code = interface_language()[:2]
    summaries = summaries_to_read(article) if is_foreign(article) else []
    ours = (summary for summary in summaries if summary.language[:2] == interface_code)
    return next((Name(told.headline, told.language) for told in ours if told.headline), None)


def is_foreign(article) -> bool:
    """Whether it is written in another language than the interface's; the two scripts are one language."""
    return article.language[:2] != interface_language()[:2]


def gist_of(article) -> Name | None:
    """A line on an article: of our summary for the reader, or else of its text as far as rights allow."""
    told = next(iter(summaries_to_read(article)), None)
    text, language = (told.text, told.language) if told else (article.shown_excerpt, article.language)
    longest = LONGEST_GIST * (2 if language == "en" else 1)
    return Name(Truncator(text).chars(longest), language) if text else None


def joined(names) -> str:
    """Names in a row as the reader's language joins them: 李在明、首爾 or Lee Jae-myung, Seoul."""
    return (", " if interface_language() == "en" else "、").join(names)


def name_of(tag) -> Name:
    """What a topic is called in the reader's language, else by its own name."""
    text, language = tag.label_in(interface_language())
    return Name(text, language if language and not language.startswith("zh") else language_of(text))


def said_in(chinese: str, english: str) -> Name | None:
    """An editor's words in the interface's language if they are said in it, else in the other."""
    in_chinese = Name(chinese, language_of(chinese)) if chinese else None
    in_english = Name(english, "en") if english else None
    return (in_english or in_chinese) if interface_language() == "en" else (in_chinese or in_english)


def source_name(source) -> Name:
    """What a source is called: by its English name for readers of English, else as it calls itself."""
    if source.name_en and interface_language() == "en":
        return Name(source.name_en, "en")
    return Name(source.name, source.language)


def names_of(tag) -> list[Name]:
    """What a topic is called in each language, each name once: 奈良 is one in four of them."""
    known = {}
    for language in NAMING:
        if language in tag.preferred:
            known.setdefault(tag.preferred[language], language)
    return [Name(text, language) for text, language in known.items()]


def other_names(tag) -> list[Name]:
    """What a topic is called in the other languages."""
    shown = name_of(tag).text
    return [name for name in names_of(tag) if name.text != shown]


def language_of(name: str) -> str:
    """The BCP 47 tag of a short name, for its `lang`.

    A Chinese name written alike in both scripts (李在明 is, 首爾 is not) takes the interface's own.
    """
    interface = interface_language()
    return interface if interface != "en" and is_written_alike(name) else detected(name)


@lru_cache(maxsize=4096)
def detected(name: str) -> str:
    return detect_language(name)


def is_written_alike(name: str) -> bool:
    return detected(name).startswith("zh") and one_script_only().isdisjoint(name)
