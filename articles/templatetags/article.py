"""What an article's page says of the article itself, written here: a template took two thirds of the page."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.pages.articles.citation import citations
from articles.pages.languages import interface_language, joined, summaries_to_read, translated_headline
from articles.pages.reading_time import reading_time
from articles.pages.scripts import original_page
from articles.pages.unbroken import unbroken
from articles.templatetags.listing import line
from articles.templatetags.reading import host, language_in_words, printed_date, source_link, topic_link

register = template.Library()


@register.simple_tag(takes_context=True)
def opening(context, article) -> SafeString:
    """Headline, first topic, source, and the facts of its document."""
    names, translated = context["site"].names, translated_headline(article)
    topic = next(iter(article.tags.all()), None)
    return format_html(
        OPENING,
        topic_link(topic) if topic else "",
        source_link(article.source) if article.source else "",
        unbroken(article.shown_headline, names),
        line("translated", translated and translated._replace(text=unbroken(translated.text, names))),
        interface_language(),
        format_html_join("\n", "{}", ((fact,) for fact in facts(article, context["site"]))),
    )


OPENING = """<header class="opening">
<p class="rubric">{} {}</p>
<h1>{}</h1>
{}<ul class="facts" lang="{}">
{}
</ul>
</header>"""
FACT = "<li>{}</li>"


def facts(article, site):
    if article.writers:
        yield format_html('<li lang="{}">{}</li>', article.language, joined(article.writers))
    if article.printed_at:
        yield format_html(FACT, printed_date(article.printed_at))
    else:
        yield format_html(FACT, _("Undated"))
        yield format_html("<li>{} {}</li>", _("Added on"), printed_date(article.created_at.date()))
    yield format_html("<li>{}{}</li>", language_in_words(article), as_printed(original_page(article, site)))
    if article.is_shown_whole:
        yield format_html(FACT, reading_time(article.rendering.reading_minutes))
    if article.source_url:
        yield format_html('<li><a href="{}" rel="noopener">{}</a></li>', article.source_url, _("Original"))


def as_printed(twin) -> SafeString:
    """The way to the page in the script that the article came in; nothing on that page."""
    if not twin:
        return ""
    return format_html(
        ' <a href="{}" hreflang="{}">{}</a>', twin.path, twin.language, _("Read it as printed")
    )


@register.simple_tag(takes_context=True)
def summaries_in_full(context, article) -> SafeString:
    """Our summaries side by side, each with what must be said of it; at the desk also where it stands."""
    told = summaries_to_read(article)
    if not told:
        return ""
    translated = translated_headline(article)
    known = {"", article.shown_headline, translated.text if translated else ""}
    is_for_desk = bool(context.get("is_preview") or context.get("link"))
    each = ((summary_in_full(one, known, context["site"].names, is_for_desk),) for one in told)
    return format_html(
        '<section class="summaries" aria-label="{}">{}</section>',
        _("Summaries"),
        format_html_join("", "{}", each),
    )


SUMMARY = """<div data-summary lang="{}">
<h2 class="rubric">{}{}</h2>
{}<p>{}</p>
{}{}</div>"""


def summary_in_full(told, known: set[str], names, is_for_desk: bool) -> SafeString:
    """known: headlines that the page has already."""
    state = is_for_desk and told.state
    retitled = "" if told.headline in known else unbroken(told.headline, names)
    return format_html(
        SUMMARY,
        told.language,
        "Summary" if told.language == "en" else "摘要",
        format_html(' <em class="state" lang="{}">{}</em>', interface_language(), state) if state else "",
        format_html('<p class="retitled">{}</p>', retitled) if retitled else "",
        told.text_html(),
        points(told.points_html()),
        format_html_join("", '<p class="remark">{}</p>', ((each,) for each in told.remarks)),
    )


def points(told: list[SafeString]) -> SafeString:
    listed = format_html_join("", "<li>{}</li>", ((point,) for point in told))
    return format_html('<ul class="points">{}</ul>', listed) if told else ""


@register.simple_tag
def ending(article) -> SafeString:
    """Where the text comes from, or where the rest of it is read."""
    if not article.source_url:
        return ""
    told = origin(article) if article.is_shown_whole else way_on(article)
    return format_html('<footer class="ending" lang="{}">{}</footer>', interface_language(), told)


def origin(article) -> SafeString:
    source = article.source
    licence = source and source.licence
    return format_html(
        '<p>{} <a href="{}" rel="noopener" lang="{}">{}</a>{}</p>',
        _("First published by"),
        article.source_url,
        source.language if source else article.language,
        name_of_origin(article),
        format_html(LICENCE, licence, _("Licence and terms")) if licence else "",
    )


LICENCE = ' · <a rel="license noopener" href="{}">{}</a>'


def way_on(article) -> SafeString:
    told = _("Read on at %(name)s") % {"name": name_of_origin(article)}
    return format_html(
        '<p class="read-on"><a href="{}" rel="noopener">{} →</a></p>', article.source_url, told
    )


def name_of_origin(article) -> str:
    return host(article.source.name if article.source else article.source_url)


@register.simple_tag
def citation_forms(article) -> SafeString:
    told = ((each.form, article.language, each.text) for each in citations(article))
    forms = format_html_join("", '<div><dt>{}</dt><dd lang="{}">{}</dd></div>', told)
    return format_html(CITATION, _("Cite this article"), forms)


CITATION = """<section>
<details class="cite">
<summary><h2>{}</h2></summary>
<dl translate="no">{}</dl>
</details>
</section>"""
