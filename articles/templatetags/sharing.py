"""What a page says to those who share it and to machines: in its head, and in the links to share it."""

from datetime import UTC, date, datetime
from urllib.parse import quote

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.encoding import uri_to_iri
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.pages.cards.content import descriptions_of
from articles.pages.languages import interface_language, joined
from articles.pages.metadata import json_ld, open_graph
from articles.pages.scripts import original_page
from articles.templatetags.chrome import twins_in_head

register = template.Library()

register.simple_tag(open_graph.of_topic, name="introduction_of_topic")
register.filter(descriptions_of)


@register.simple_tag(takes_context=True)
def introduction(
    context, title="", description="", *, kind="website", canonical="", picture=None, labels=()
) -> SafeString:
    """Where this page is, in every language, and how it introduces itself when it is shared."""
    site = context["site"]
    return format_html(
        INTRODUCTION,
        twins_in_head(site),
        canonical or site.canonical,
        format_html(DESCRIPTION, description, description) if description else "",
        title,
        kind,
        site.canonical,
        site.name,
        shown_picture(picture, site),
        format_html_join("", LABEL, ((n, label, n, data) for n, (label, data) in enumerate(labels, start=1))),
    )


INTRODUCTION = """{}
<link rel="canonical" href="{}">
{}<meta property="og:title" content="{}">
<meta property="og:type" content="{}">
<meta property="og:url" content="{}">
<meta property="og:site_name" content="{}">
{}{}"""
DESCRIPTION = """<meta name="description" content="{}"><meta property="og:description" content="{}">
"""
PICTURE = """<meta property="og:image" content="{}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="{}">
<meta property="og:image:height" content="{}">
<meta property="og:image:alt" content="{}">
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:image:alt" content="{}">
"""
SEAL = """<meta property="og:image" content="{}{}">
<meta name="twitter:card" content="summary">
"""
LABEL = """<meta name="twitter:label{}" content="{}">
<meta name="twitter:data{}" content="{}">
"""


def shown_picture(picture, site) -> SafeString:
    if not picture:
        return format_html(SEAL, site.url, static("icons/seal-512.png"))
    return format_html(PICTURE, picture.url, picture.width, picture.height, picture.alt, picture.alt)


@register.simple_tag(takes_context=True)
def introduction_of_article(context, article) -> SafeString:
    """All that the head of an article's page says of it."""
    shared, original = open_graph.of_article(article), original_page(article, context["site"])
    printed_here = original.url if original else ""
    introduced = introduction(
        context,
        shared.title,
        shared.description,
        kind="article",
        canonical=printed_here if article.is_indexed else article.source_url,
        picture=shared.picture,
        labels=shared.labels,
    )
    data = json_ld.script(json_ld.article(article, shared.picture), json_ld.way_to_article(article))
    further = format_html_join("", "{}\n", ((each,) for each in further_of_article(article, shared.topics)))
    return format_html("{}{}{}", introduced, further, data)


def further_of_article(article, topics):
    """topics: by name."""
    if not article.is_indexed:
        yield NOINDEX
    yield format_html(MARKDOWN, reverse("article_markdown", args=[article.pk, article.slug]))
    if article.printed_at:
        yield format_html(PROPERTY, "published_time", in_utc(article.printed_at))
    yield format_html(PROPERTY, "modified_time", in_utc(article.updated_at))
    for topic in topics:
        yield format_html(PROPERTY, "tag", topic)
    if article.writers:
        yield format_html('<meta name="author" content="{}">', joined(article.writers))


NOINDEX = mark_safe('<meta name="robots" content="noindex">')
MARKDOWN = '<link rel="alternate" type="text/markdown" href="{}">'
PROPERTY = '<meta property="article:{}" content="{}">'


def in_utc(value: date | datetime) -> str:
    return (value.astimezone(UTC) if isinstance(value, datetime) else value).isoformat()


@register.simple_tag
def share_links(title: str, address: str) -> SafeString:
    """Ways to share a page. Without scripts a link to copy by hand; the buttons show where they can do it."""
    in_queries = {"address": quote(address, safe=""), "title": in_query(title)}
    services = [
        (link.format(**in_queries), _("Share on %(name)s") % {"name": name}, name) for name, link in SERVICES
    ]
    return format_html(
        SHARE,
        address,
        _("Share"),
        address,
        _("Link to this page"),
        _("Copy link"),
        _("Send …"),
        format_html_join("\n", '<a href="{}" rel="noopener nofollow" aria-label="{}">{}</a>', services),
        _("The link has been copied."),
    )


def in_query(words: str) -> str:
    """Words as a value in a link's query. Han stays as it is: a ninth as long, and browsers escape it."""
    return uri_to_iri(quote(words, safe=""))


SERVICES = (
    ("LINE", "https://social-plugins.line.me/lineit/share?url={address}"),
    ("X", "https://x.com/intent/post?url={address}&text={title}"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={address}"),
)
SHARE = """<section class="share" data-share="{}">
<h2>{}</h2>
<p class="names">
<a href="{}" data-permalink>{}</a>
<button type="button" data-copy hidden>{}</button>
<button type="button" data-send hidden>{}</button>
{}
</p>
<p class="said" role="status" data-copied="{}"></p>
</section>"""


@register.simple_tag
def quoting(article) -> SafeString:
    """Shown by a script beside what is selected in the body, with the line that a quotation ends with."""
    return format_html(
        QUOTING,
        interface_language(),
        short_address("article", article),
        quoted_from(article),
        _("The quotation has been copied."),
        _("Copy quotation"),
    )


def quoted_from(article) -> str:
    """What a quotation is followed by: headline, source and date, as far as they are printed."""
    day = article.printed_on
    source = article.source and article.source.name
    return joined(filter(None, [article.shown_headline, source, day and day.isoformat()]))


QUOTING = """<p class="quoting" lang="{}" hidden data-address="{}" data-from="{}" data-copied="{}">
<button type="button">{}</button>
<span role="status"></span>
</p>"""


@register.simple_tag
def short_address(name: str, thing) -> str:
    """Where an article or a topic is shared: its own address in Han is 198 characters of %E5 when sent."""
    return settings.SITE_URL + reverse(f"short_{name}", args=[thing.pk])


@register.simple_tag
def data_of_topic(tag, address, articles, picture):
    page = json_ld.collection(tag, address, articles, picture)
    return json_ld.script(page, json_ld.way_to_topic(tag))


@register.simple_tag
def data_of_source(source, address, articles):
    page = json_ld.collection_of(source, address, articles)
    return json_ld.script(page, json_ld.way_to_source(source))


@register.simple_tag
def data_of_site():
    return json_ld.script(json_ld.site())
