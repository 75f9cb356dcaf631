"""Cards of lists, written here: templates took more time for the twenty of a page than all the rest of it."""

from typing import NamedTuple

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_noop, ngettext
from django.utils.translation import gettext as _

from articles.models.articles.prepared import left_at
from articles.models.source import Rights
from articles.pages.front_page import note_of
from articles.pages.languages import Headline, gist_of, headline_of, source_name, summaries_to_read
from articles.pages.unbroken import unbroken
from articles.templatetags.reading import host, margin_date, source_link, topic_link

register = template.Library()

TOPICS_OF_STORY = 3


@register.simple_tag(takes_context=True)
def card(context, article, placement=None, mark="") -> SafeString:
    """placement: of one that editors put there. mark: a word that stands above its date."""
    told, is_here = pieces(context, article), "source" in context and article.source == context["source"]
    if not (placement or mark or is_here):
        return told.card
    why = line("why", note_of(placement) if placement else None)
    return in_card(margin(told.date, "" if is_here else told.source, mark), told.title, why, told.summaries)


def in_card(margin, *gist) -> SafeString:
    return format_html('<li class="card">{}<div class="gist">{}{}{}</div></li>', margin, *gist)


@register.simple_tag(takes_context=True)
def found_card(context, found) -> SafeString:
    """found: an article that was searched for, as `search.results` gives it."""
    article, told = found.article, pieces(context, found.article)
    snippets = format_html_join("", '<p class="excerpt" lang="{}">{}</p>', found.snippets)
    marked = found.headline and title(context, article, headline_of(article, found.headline))
    return in_card(margin(told.date, told.source), marked or told.title, snippets or told.summaries, "")


class Pieces(NamedTuple):
    """What every list shows of an article. card: all of it."""

    date: SafeString
    source: SafeString
    title: SafeString
    summaries: SafeString
    card: SafeString = ""


def pieces(context, article) -> Pieces:
    def written():
        headline = title(context, article, headline_of(article))
        told = Pieces(*printed(article), headline, summaries(article))
        return told._replace(card=in_card(margin(*printed(article)), told.title, "", told.summaries))

    return left_at(article, f"pieces in {get_language()}", context["site"].names.version, written)


def printed(article) -> tuple[SafeString, SafeString]:
    """When and where."""
    date = (
        format_html("<span>{}</span>", _("Undated"))
        if article.is_undated
        else margin_date(article.printed_at)
    )
    return date, source_link(article.source) if article.source else ""


def margin(date, source, mark="") -> SafeString:
    """source: nothing on its own page."""
    marked = format_html('<span class="mark">{}</span> ', mark) if mark else ""
    return format_html('<p class="margin">{}{} {}</p>', marked, date, source)


@register.simple_tag(takes_context=True)
def title(context, article, headline: Headline, level: str = "h2") -> SafeString:
    """What the reader's language calls it, linked, and the original below where that is another headline."""
    names, original = context["site"].names, headline.original
    below = original and line("original", original._replace(text=unbroken(original.text, names)))
    return format_html(
        '<{0} lang="{1}"><a href="{2}">{3}</a></{0}>{4}',
        level,
        headline.language,
        article.get_absolute_url(),
        unbroken(headline.text, names),
        below or "",
    )


@register.simple_tag
def summaries(article) -> SafeString:
    """Our summaries, or else the beginning of the text as far as rights allow."""
    told = [(each.language, each.text) for each in summaries_to_read(article)]
    if told:
        paragraphs = format_html_join("", '<p data-summary lang="{}">{}</p>', told)
        return format_html('<div class="summaries">{}</div>', paragraphs)
    excerpt = article.shown_excerpt
    return format_html('<p class="excerpt" lang="{}">{}</p>', article.language, excerpt) if excerpt else ""


@register.simple_tag(takes_context=True)
def story(context, article, note=None) -> SafeString:
    """One of a week, with what must be said of its summaries. note: why editors put it first."""

    def written() -> tuple[SafeString, SafeString]:
        told = [(each.language, line) for each in summaries_to_read(article) for line in each.remarks]
        remarks = format_html_join("", '<p class="remark" lang="{}">{}</p>', told)
        headline = title(context, article, headline_of(article), "h3")
        return headline, format_html("{}{}{}", summaries(article), remarks, origin_of_story(article))

    version = context["site"].names.version
    headline, told = left_at(article, f"story in {get_language()}", version, written)
    return format_html("<li>{}{}{}</li>", headline, line("why", note), told)


def origin_of_story(article) -> SafeString:
    """Its source and its first topics."""
    source, topics = article.source, [*article.tags.all()][:TOPICS_OF_STORY]
    links = [*([source_link(source)] if source else []), *map(topic_link, topics)]
    told = format_html_join("\n", "<li>{}</li>", ((link,) for link in links))
    return format_html('<ul class="facts">{}</ul>', told)


@register.simple_tag
def source_card(source) -> SafeString:
    """source: as `counted().linked()` reads it."""
    newest = source.newest_at and format_html("{} {}", _("Newest"), margin_date(source.newest_at.date()))
    name, home = source_name(source), source.home_page
    return format_html(
        SOURCE,
        newest or _("Undated"),
        source.get_language_display(),
        name.language,
        source.get_absolute_url(),
        name.text,
        articles_told(source),
        shown_here(source),
        format_html('<a href="{}" rel="noopener">{}</a>', home, host(home)) if home else "",
    )


SOURCE = """<li class="card">
            <p class="margin">
              <span>{}</span>
              <span>{}</span>
            </p>
            <div class="gist">
              <h2 lang="{}"><a href="{}">{}</a></h2>
              <p class="soft">
                {}
                {}
                {}
              </p>
            </div>
          </li>"""


@register.filter
def articles_told(source) -> str:
    told = ngettext("%(count)s article.", "%(count)s articles.", source.stories)
    return told % {"count": source.stories}


@register.filter
def shown_here(source) -> str:
    """How much readers find of its articles."""
    if source.rights == Rights.FULL and not source.has_links:
        return _("Whole articles.")
    return _(SHOWN_HERE[source.rights])


SHOWN_HERE = {
    Rights.OWN: gettext_noop("Whole articles, published by us."),
    Rights.FULL: gettext_noop("Whole articles, each with a link to the original."),
    Rights.EXCERPT: gettext_noop("The opening of each article; the rest is read at the source."),
    Rights.LINK: gettext_noop("Headlines; the articles are read at the source."),
}


ENTRY = '<li>{} <span class="count">{}</span></li> '


@register.simple_tag
def entries(places) -> SafeString:
    """places: of an index of topics, each with its count."""
    return format_html_join("", ENTRY, ((topic_link(place.tag), place.stories) for place in places))


@register.simple_tag
def source_entries(counted) -> SafeString:
    """counted: sources, each with its count."""
    return format_html_join("", ENTRY, ((source_link(source), stories) for source, stories in counted))


@register.simple_tag
def met_topic(topic, meeting: str) -> SafeString:
    """A topic that stands beside others. meeting: where they are read together, "" without such a page."""
    told = ngettext("%(count)s together", "%(count)s together", topic.shared) % {"count": topic.shared}
    together = format_html('<a class="meeting" href="{}">{}</a>', meeting, told) if meeting else None
    count = together or format_html('<span class="meeting">{}</span>', topic.shared)
    return format_html("<li>{} {}</li> ", topic_link(topic), count)


@register.simple_tag
def facts(article) -> SafeString:
    """Where and when an article beside another was printed, and a line of it."""
    source, printed = article.source and source_name(article.source), article.printed_at
    named = format_html('<span lang="{}">{}</span> ', source.language, source.text) if source else ""
    dated = margin_date(printed) if printed else ""
    return format_html('<p class="facts">{}{}</p>{}', named, dated, line("line", gist_of(article)))


def line(kind: str, name) -> SafeString:
    """A line of its own for words in their language; nothing for None."""
    return format_html('<p class="{}" lang="{}">{}</p>', kind, name.language, name.text) if name else ""
