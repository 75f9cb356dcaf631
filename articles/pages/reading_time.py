"""How long a text takes to read, in words."""

from django.utils.translation import ngettext


def reading_time(minutes: int) -> str:
    return ngettext("%(minutes)d minute to read", "%(minutes)d minutes to read", minutes) % {
        "minutes": minutes
    }
