"""What the checks say of a summary."""

from dataclasses import dataclass

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

FAULTS = ("number", "date", "name", "number_unshared", "date_unshared", "name_unshared")
ADVICE = ("length", "ratio", "unknown_name", "no_text")

MESSAGES = {
    "number": _("The body has no such number."),
    "date": _("The body has no such date."),
    "name": _("The body does not name this."),
    "number_unshared": _("Only the other language has this number."),
    "date_unshared": _("Only the other language has this date."),
    "name_unshared": _("Only the other language names this."),
    "unknown_name": _("The body does not have this spelling: check it, or add the name to the glossary."),
    "too_long": _("%(count)s characters; a summary has at most %(most)s."),
    "too_long_en": _("%(count)s words; a summary has at most %(most)s."),
    "headline_too_long": _("The headline has %(count)s characters; at most %(most)s."),
    "too_many_points": _("%(count)s points; at most %(most)s."),
    "wrong_language": _("This is in another language or script than the field."),
    "empty": _("Nothing here can be seen."),
    "markup": _("Write words only, no HTML."),
    "control": _("This holds characters that cannot be printed."),
    "citation": _("The body has no such paragraph."),
    "no_text": _("The summary has no text yet."),
    "length": _("%(count)s characters; %(least)s to %(most)s read best."),
    "length_en": _("%(count)s words; %(least)s to %(most)s read best."),
    "ratio": _("%(ratio)s Chinese characters for an English word; 1.2 to 2.2 say the same in both."),
}


@dataclass(frozen=True)
class Finding:
    """One thing to see to. rule: a key of MESSAGES. quote: the words in question, "" when it is about all.

    Of the *_unshared rules language is the one that lacks something, and quote stands in another language.
    """

    language: str
    field: str
    rule: str
    quote: str
    message: str | Promise
    blocks: bool = False

    @property
    def level(self) -> str:
        """block (refused beside the field), fault (a red chip) or advice."""
        if self.blocks:
            return "block"
        return "advice" if self.rule in ADVICE else "fault"


def find(language: str, field: str, rule: str, quote: str = "", **values) -> Finding:
    """A finding with its message. values: for the message's placeholders."""
    own = f"{rule}_en" if language == "en" else rule
    message = MESSAGES.get(own, MESSAGES[rule])
    return Finding(language, field, rule, quote, _fill(message, values), rule not in FAULTS + ADVICE)


# Lazy, so that the message is in the language of whoever reads it.
_fill = lazy(lambda message, values: str(message) % values if values else str(message), str)
