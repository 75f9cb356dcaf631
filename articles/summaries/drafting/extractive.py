"""Drafts of an article's own sentences: needs no network, invents nothing."""

from django.utils.translation import gettext as _

from articles.models.summaries.summary import Words
from articles.summaries.drafting.base import CannotDraft, Drafter, DraftRefused
from articles.summaries.drafting.extraction import CHINESE, ENGLISH, Cut, extract
from articles.text.scripts import SIMPLIFIED, TRADITIONAL, convert

CHARACTERS, WORDS = 100, 60  # of a summary; the longest that read best
CHINESE_SCRIPTS = (TRADITIONAL, SIMPLIFIED)
FULL_STOPS = "。！？!?.…"
CLOSING = "」』”’》）)\"'"


class ExtractiveDrafter(Drafter):
    model = "LexRank"
    prompt_version = "1"  # of the weights in articles/text/extracts.py

    def check(self, language_of_article, language):
        if language_of_article not in (*CHINESE_SCRIPTS, "en"):
            raise CannotDraft(_("Extracts are made of Chinese and English articles only."))
        if (language == "en") != (language_of_article == "en"):
            raise CannotDraft(
                _("An extract speaks the language of its article; it cannot be in the other one.")
            )

    def draft(self, manuscript, language):
        self.check(manuscript.language, language)
        budget, writing = (WORDS, ENGLISH) if language == "en" else (CHARACTERS, CHINESE)
        cuts = extract(manuscript.paragraphs, budget, writing)
        if not cuts:
            raise DraftRefused(_("The article has no sentence short enough for a summary."))
        text = (" " if language == "en" else "").join(map(cited, cuts))
        return Words(in_script(manuscript.headline, language), in_script(text, language))


def cited(cut: Cut) -> str:
    """A sentence with its paragraph before its full stop, as the house cites: 談判重開[2]。"""
    words = cut.text.rstrip(FULL_STOPS + CLOSING)
    space = " " if words[-1:].isascii() else ""
    return f"{words}{space}[{cut.paragraph}]{cut.text[len(words) :]}"


def in_script(text: str, language: str) -> str:
    return convert(text, language) if language in CHINESE_SCRIPTS else text
