"""What templates need of the editors' choices and of the weekly digest."""

from datetime import date

from django import template
from django.utils import dateformat

from articles.pages import front_page
from articles.pages.languages import interface_language
from articles.pages.weekly import digest

register = template.Library()


@register.filter
def note_of(placement):
    """Why a card stands where it does; None for one that no editor placed."""
    return front_page.note_of(placement) if placement else None


@register.simple_tag
def data_of_week(week: "digest.Digest", address: str) -> str:
    return week.data(address)


@register.filter
def day_in_words(day: date) -> str:
    """1月13日 or 13 January: of a week whose year is known."""
    return dateformat.format(day, "j F" if interface_language() == "en" else "n月j日")
