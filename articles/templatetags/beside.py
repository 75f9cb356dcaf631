"""What stands around an article's text, written here: related articles, the next ones, cards of topics."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.pages.languages import headline_of, interface_language
from articles.pages.unbroken import unbroken
from articles.templatetags.listing import facts, line
from articles.templatetags.reading import topic_link

register = template.Library()


@register.simple_tag
def topics_of(article) -> SafeString:
    """The topics of an article, in a section of its own."""
    links = format_html_join("", "{} ", ((topic_link(tag),) for tag in article.tags.all()))
    return section(_("Topics"), format_html('<p class="names">{}</p>', links)) if links else ""


@register.simple_tag(takes_context=True)
def articles_beside(context, beside) -> SafeString:
    """Copies of the same story, and what is related."""
    names = context["site"].names
    copies = [(entry(copy, names, COPY, ""),) for copy in beside.copies]
    related = [(related_entry(row, names),) for row in beside.related]
    return format_html("{}{}", listed(_("The same story"), copies), listed(_("Related"), related))


def listed(title: str, entries: list[tuple[SafeString]]) -> SafeString:
    told = format_html('<ul class="beside">{}</ul>', format_html_join("", "{}", entries))
    return section(title, told) if entries else ""


def section(title: str, told: SafeString) -> SafeString:
    return format_html("<section>\n<h2>{}</h2>\n{}\n</section>", title, told)


COPY = mark_safe("data-mirror")


def related_entry(row, names) -> SafeString:
    mark = format_html('rel="related" data-reason="{}"', row.reason.text)
    return entry(row.other, names, mark, line("reason", row.reason))


def entry(article, names, mark: SafeString, reason) -> SafeString:
    """mark: attributes of the link."""
    headline = headline_of(article)
    return format_html(
        '<li><a {} href="{}" lang="{}">{}</a>{}{}</li>',
        mark,
        article.get_absolute_url(),
        headline.language,
        unbroken(headline.text, names),
        facts(article),
        reason,
    )


@register.simple_tag(takes_context=True)
def neighbours(context, beside) -> SafeString:
    """The ways to the next newer and the next older article."""
    if not beside.newer and not beside.older:
        return ""
    names, topic = context["site"].names, beside.topic
    return format_html(
        NEIGHBOURS,
        _("Newer and older articles"),
        format_html('<p class="within">{} {}</p>\n', _("In this topic"), topic_link(topic)) if topic else "",
        neighbour("prev", _("Newer"), beside.newer, names) if beside.newer else "",
        neighbour("next", _("Older"), beside.older, names) if beside.older else "",
    )


NEIGHBOURS = """<nav class="neighbours" aria-label="{}">
<div class="sheet">
{}{}{}</div>
</nav>"""
NEIGHBOUR = """<a rel="{}" href="{}"><span>{}</span>
<span lang="{}">{}</span></a>
"""


def neighbour(relation: str, word: str, article, names) -> SafeString:
    headline = headline_of(article)
    shown = unbroken(headline.text, names)
    return format_html(NEIGHBOUR, relation, article.get_absolute_url(), word, headline.language, shown)


@register.simple_tag
def cards_of_topics(cards) -> SafeString:
    """cards: as `topic_cards` finds them."""
    return format_html_join("", "{}", ((card_of_topic(card),) for card in cards))


CARD = """
<div popover class="gloss" id="t{}" lang="{}">
{}{}{}</div>"""
NAME = '<b lang="{}" translate="no">{}</b> '


def card_of_topic(card) -> SafeString:
    names = format_html_join("", NAME, ((name.language, name.text) for name in card.names))
    said = format_html('<p lang="{}">{}</p>', card.line.language, card.line.text) if card.line else ""
    return format_html(CARD, card.tag.pk, interface_language(), names, said, newest_of(card))


def newest_of(card) -> SafeString:
    if not card.newest:
        return ""
    headline, count = card.headline, {"count": card.stories}
    return format_html(
        '<p>{} <a href="{}" lang="{}">{}</a></p>',
        ngettext("%(count)s story", "%(count)s stories", card.stories) % count,
        card.newest.get_absolute_url(),
        headline.language,
        headline.text,
    )
