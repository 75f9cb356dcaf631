"""The languages an article can be written in, and those its summaries come in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """BCP 47 tags, as they stand in `lang` attributes."""

    ZH_HANT = "zh-Hant", _("Traditional Chinese")
    ZH_HANS = "zh-Hans", _("Simplified Chinese")
    EN = "en", _("English")
    JA = "ja", _("Japanese")
    KO = "ko", _("Korean")


class SummaryLanguage(models.TextChoices):
    ZH_HANT = "zh-Hant", _("Traditional Chinese")
    ZH_HANS = "zh-Hans", _("Simplified Chinese")
    EN = "en", _("English")


CHINESE = (SummaryLanguage.ZH_HANT, SummaryLanguage.ZH_HANS)


def scripts_open(written) -> list[SummaryLanguage]:
    """The scripts in which an article's Chinese summary may be written: it has one, in one of them.

    written: the languages of the summaries it has.
    """
    return [script for script in CHINESE if script in written] or [*CHINESE]
