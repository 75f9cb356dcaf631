"""Where articles come from, and what their publishers let us show."""

import zoneinfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.freshness import ALL, renew
from articles.models.addresses import address
from articles.models.languages import Language
from articles.text.normalise import clean_name
from articles.text.scripts import fold
from articles.text.slugs import slugify


class Rights(models.TextChoices):
    """How much of an article a reader may see here."""

    OWN = "own", _("Ours: shown whole, indexed under our address")
    FULL = "full", _("Shown whole, the source named as canonical")
    EXCERPT = "excerpt", _("First paragraph and a link")
    LINK = "link", _("Headline and a link")

    @classmethod
    def called(cls, word: str) -> "Rights":
        """By the word that settings and commands have for them: as they are stored, and `whole` for full."""
        return cls.FULL if word == WHOLE else cls(word)

    @property
    def word(self) -> str:
        return WHOLE if self == Rights.FULL else self.value


WHOLE = "whole"
RIGHTS_WORDS = [rights.word for rights in Rights]


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("%(name)s is no time zone."), params={"name": name})


class SourceQuerySet(models.QuerySet):
    def published(self, now=None):
        """Those that readers may know of: a source of hidden articles alone is hidden too.

        now: given to a prepared query, here and below.
        """
        return self.filter(models.Exists(self._shown(now)))

    def linked(self, now=None):
        """Told with `has_links`: of those shown whole, whether any article names where it was first."""
        originals = models.Exists(self._shown(now).exclude(source_url=""))
        shown_whole = models.When(rights=Rights.FULL, then=originals)  # in vain, it reads every article
        return self.annotate(has_links=models.Case(shown_whole, default=False))

    def counted(self, now=None):
        """Those that readers may know of. `stories`: how many articles; `newest_at`: None when undated.

        Asked source by source, each along an index; joined, all articles would be sorted by their sources.
        """
        counted = self._shown(now).order_by().values("source").annotate(number=models.Count("pk"))
        newest = self._shown(now).dated().order_by("-sorted_at", "-pk").values("sorted_at")[:1]
        told = {"stories": counted.values("number"), "newest_at": newest}
        return self.published(now).annotate(**{name: models.Subquery(rows) for name, rows in told.items()})

    def _shown(self, now):
        """The articles of a source that readers may see."""
        articles = self.model._meta.get_field("articles").related_model.objects.published(now)
        return articles.filter(source=models.OuterRef("pk"))

    def named(self, name: str, **defaults) -> "Source":
        """The source of that name in any script or width, made with these defaults when it is new.

        Raises ValidationError when nothing visible is left of the name.
        """
        return self.made(self.unknown(name, **defaults))[0]

    def unknown(self, name: str, **fields) -> "Source":
        """A source as it would be made; raises ValidationError when nothing visible is left of the name."""
        name = clean_name(name)[:100]
        if not name:
            raise ValidationError(_("A source needs a name."))
        rights = Rights.called(settings.NEW_SOURCE_RIGHTS)
        return self.model(**{"rights": rights, **fields, "name": name, "folded": fold(name)})

    def made(self, unknown: "Source") -> tuple["Source", bool]:
        """The source of its name, in any script or width, and whether it had to be made."""
        told = ("name", "home_page", "language", "rights", "time_zone")
        fields = {name: getattr(unknown, name) for name in told}
        return self.get_or_create(folded=unknown.folded, defaults=fields)


class Source(models.Model):
    name = models.CharField(_("name"), max_length=100)
    name_en = models.CharField(
        _("name in English"), max_length=100, blank=True, help_text=_("For readers of the English pages.")
    )
    folded = models.CharField(max_length=200, unique=True, editable=False)
    home_page = models.URLField(_("home page"), blank=True, max_length=500)
    language = models.CharField(
        _("language"), max_length=10, choices=Language.choices, default=Language.ZH_HANT
    )
    rights = models.CharField(_("rights"), max_length=10, choices=Rights.choices, default=Rights.FULL)
    licence = models.URLField(
        _("licence"),
        blank=True,
        max_length=500,
        help_text=_("Where the licence or the terms of use can be read, as the source states them."),
    )
    time_zone = models.CharField(
        _("time zone"), max_length=50, default="Asia/Taipei", validators=[validate_time_zone]
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        is_new = self._state.adding  # and without articles: no page knows of it
        self.folded = fold(self.name)
        super().save(*args, **kwargs)
        if not is_new:
            renew(ALL)

    def get_absolute_url(self):
        return address("source", self.pk, self.slug)

    def clean(self):
        self.name = clean_name(self.name)
        twins = Source.objects.filter(folded=fold(self.name)).exclude(pk=self.pk)
        if twins.exists():
            raise ValidationError({"name": _("There is a source of that name already.")})

    @property
    def slug(self):
        return slugify(self.name)

    @property
    def zone(self):
        return zoneinfo.ZoneInfo(self.time_zone)
