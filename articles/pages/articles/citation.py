"""How an article is cited, in the forms that papers ask for. What nobody prints is left out, never made up.

Names stand as they are printed: which part of one is the family's is not for a program to say.
"""

import re
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from articles.pages.languages import summaries_to_read

MOST_AUTHORS = 3  # that GB/T 7714 names
ET_AL = {"zh-Hant": "等", "zh-Hans": "等"}
SPECIAL = {char: f"\\{char}" for char in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
ENDED = re.compile(r"[.。?？!！…]$")


class Citation(NamedTuple):
    """form: its name. text: to be copied as it is."""

    form: str
    text: str


def citations(article: Article) -> list[Citation]:
    """article: as `for_reading()` reads it."""
    forms = {"GB/T 7714": gb_t_7714, "APA": apa, "BibTeX": bibtex}
    return [Citation(form, write(article)) for form, write in forms.items()]


def gb_t_7714(article: Article) -> str:
    """GB/T 7714-2015, 4.6 and 8.1: a newspaper on line, a page where no source is named."""
    seen, day, names = today().isoformat(), article.printed_on, article.writers
    if len(names) > MOST_AUTHORS:
        names = [*names[:MOST_AUTHORS], ET_AL.get(article.language, "et al")]
    if article.source:
        title = f"{article.shown_headline}[N/OL]"
        published = ", ".join(filter(None, [article.source.name, day and day.isoformat()])) + f"[{seen}]"
    else:
        title = f"{article.shown_headline}[EB/OL]"
        published = (f"({day.isoformat()})" if day else "") + f"[{seen}]"
    return ". ".join(filter(None, [", ".join(names), title, published, address(article)])) + "."


def apa(article: Article) -> str:
    """The manual's seventh edition, 10.1 and 10.16; 9.12 and 9.14 where no author or date is printed."""
    day = article.printed_on
    dated = f"({day:%Y, %B} {day.day})" if day else "(n.d.)"
    *names, last = article.writers or [""]
    author = f"{', '.join(names)}, & {last}" if names else last
    opening = [author, dated, titled(article)] if author else [titled(article), dated]
    source = [article.source.name] if article.source else []
    return " ".join(
        [*(part if ENDED.search(part) else f"{part}." for part in [*opening, *source]), address(article)]
    )


def titled(article: Article) -> str:
    """The title, and behind it our English one of an article in another language (9.38)."""
    ours = (told.headline for told in summaries_to_read(article) if told.language == "en" and told.headline)
    english = next(ours, "") if article.language != "en" else ""
    return f"{article.shown_headline} [{english}]" if english else article.shown_headline


def bibtex(article: Article) -> str:
    day = article.printed_on
    fields = {
        "author": " and ".join(f"{{{escaped(name)}}}" for name in article.writers),
        "title": f"{{{escaped(article.shown_headline)}}}",
        "howpublished": article.source and escaped(article.source.name),
        "year": day and str(day.year),
        "month": day and str(day.month),
        "day": day and str(day.day),
        "url": address(article),
        "urldate": today().isoformat(),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{shuttle{article.pk},\n{lines}}}"


def escaped(text: str) -> str:
    return "".join(SPECIAL.get(char, char) for char in text)


def address(article: Article) -> str:
    """Where the source has it; here, where no address of the source is known."""
    return article.source_url or settings.SITE_URL + reverse("short_article", args=[article.pk])


def today():
    return timezone.now().astimezone(timezone.get_default_timezone()).date()
