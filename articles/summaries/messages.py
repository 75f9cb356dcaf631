"""What the checks find, in words for editors."""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from articles.summaries.checks.findings import Finding

MESSAGES = {
    "number": _("The body has no such number."),
    "date": _("The body has no such date."),
    "number_not_found": _("No such number found in the body: please look."),
    "date_not_found": _("No such date found in the body: please look."),
    "number_instead": _("The body has no such number; it has “%(instead)s”."),
    "date_instead": _("The body has no such date; it has “%(instead)s”."),
    "name": _("The body does not name this."),
    "direction": _("In the body this goes the other way."),
    "direction_instead": _("In the body this goes the other way: see “%(instead)s”."),
    "office": _("The body gives this person another office."),
    "office_instead": _("The body gives this person another office: “%(instead)s”."),
    "quotation": _("The body quotes this otherwise."),
    "quotation_instead": _("The body quotes this otherwise: “%(instead)s”."),
    "number_unshared": _("Only the other language has this number."),
    "date_unshared": _("Only the other language has this date."),
    "name_unshared": _("Only the other language names this."),
    "number_left_out": _("This number stands in the other language alone: please look."),
    "date_left_out": _("This date stands in the other language alone: please look."),
    "name_left_out": _("This name stands in the other language alone: please look."),
    "word_left_out": _("The other language has this, and this one another of its kind: please look."),
    "score_turned": _("Elsewhere these numbers stand in the other order: please look."),
    "score_other": _("Elsewhere there is another score: please look."),
    "names_turned": _("Elsewhere it is the other who does this: please look."),
    "polarity": _("Elsewhere it is said that this was not so: please look."),
    "spelling": _("The body spells this name “%(instead)s”: please look."),
    "otherwise": _("Where the body tells this it has “%(instead)s”."),
    "elsewhere": _("The body says this of something else, and here “%(instead)s”: please look."),
    "told_otherwise": _("Where the body tells this it has “%(instead)s”: please look."),
    "affiliation": _("The body has “%(instead)s” before this name: please look."),
    "claimed": _("In the body this is only claimed (“%(instead)s”): please look."),
    "reason": _("The body says that no reason was given: “%(instead)s”."),
    "speaker": _("In the body it is “%(instead)s” who says this: please look."),
    "unknown_name": _("Not found in the body under any known spelling: please look."),
    "house_name": _("Not a name that we use: ours is “%(ours)s”."),
    "two_forms": _("One name in two forms: ours is “%(ours)s”."),
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
    "length_one": _("%(count)s character; %(least)s to %(most)s read best."),
    "length_en_one": _("%(count)s word; %(least)s to %(most)s read best."),
    "ratio": _(
        "%(ratio)s Chinese characters for an English word; %(least)s to %(most)s say the same in both."
    ),
}


def rule_named(rule: str) -> str:
    """What a rule finds, in words; the rule itself when it is none of today's."""
    return str(MESSAGES[rule]) % defaultdict(lambda: "…") if rule in MESSAGES else rule


def message_of(finding: Finding) -> str:
    """What a finding says, in the language of whoever reads it."""
    values = dict(finding.values)
    instead = f"{finding.rule}_instead"  # some rules have words for nothing else
    own = instead if "instead" in values and instead in MESSAGES else finding.rule
    in_english = f"{own}_en" if finding.language == "en" and f"{own}_en" in MESSAGES else own
    of_one = f"{in_english}_one" if str(values.get("count")) == "1" else in_english
    return str(MESSAGES.get(of_one, MESSAGES[in_english])) % values
