"""Pages that editors write themselves: what this portal is, how to write to it, whatever else they wish."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.freshness import ALL, renew
from articles.rendering import UnrenderableBody, render_body
from articles.text.slugs import slugify

LONGEST_TITLE = 60  # characters: it stands in the foot of every page
FIELDS = {  # of each language, what a page is called and what it says
    "zh-Hant": ("title_hant", "text_hant"),
    "zh-Hans": ("title_hans", "text_hans"),
    "en": ("title_en", "text_en"),
}


class FreePageQuerySet(models.QuerySet):
    def delete(self):
        deleted = super().delete()
        renew(ALL)
        return deleted

    def published(self):
        return self.filter(is_published=True)

    def in_order(self):
        return self.order_by("position", "pk")

    def formerly_at(self, slug: str) -> "FreePage | None":
        """The page that readers found at this slug once; None when there is none."""
        rows = self.model.history.filter(slug=slug, is_published=True).order_by("-history_id")
        numbers = rows.values_list("id", flat=True)[:1]
        return self.filter(pk__in=list(numbers)).first()


class FreePage(models.Model):
    """In one to three languages, each with a title and a text or with neither."""

    slug = models.SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        allow_unicode=True,
        help_text=_("The end of its address. An earlier one leads to the page."),
    )
    position = models.PositiveIntegerField(
        _("position"), default=1, help_text=_("1 stands first in the footer.")
    )
    is_published = models.BooleanField(_("published"), default=False)
    title_hant = models.CharField(_("title"), max_length=LONGEST_TITLE, blank=True)
    text_hant = models.TextField(_("text (Markdown)"), blank=True)
    title_hans = models.CharField(_("title"), max_length=LONGEST_TITLE, blank=True)
    text_hans = models.TextField(_("text (Markdown)"), blank=True)
    title_en = models.CharField(_("title"), max_length=LONGEST_TITLE, blank=True)
    text_en = models.TextField(_("text (Markdown)"), blank=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    history = HistoricalRecords(excluded_fields=["updated_at"])
    objects = FreePageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page of our own")
        verbose_name_plural = _("pages of our own")
        ordering = ["position", "pk"]

    def __str__(self):
        return next(iter(self.titles.values()), self.slug)

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        renew(ALL)  # each page names it in its footer

    def get_absolute_url(self):
        return reverse("free_page", args=[self.slug])

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        renew(ALL)
        return deleted

    def clean(self):
        self.slug = slugify(self.slug)
        missing = {
            name: _("A page has both a title and a text in a language, or neither.")
            for pair in FIELDS.values()
            for name in pair
            if any(getattr(self, each).strip() for each in pair) and not getattr(self, name).strip()
        }
        if missing:
            raise ValidationError(missing)
        if not self.titles:
            raise ValidationError(_("A page needs a title and a text in one language at least."))
        for _title, text in FIELDS.values():
            self._refuse_unrenderable(text)

    def _refuse_unrenderable(self, field):
        try:
            render_body(getattr(self, field))
        except UnrenderableBody as error:
            raise ValidationError({field: str(error)}) from None

    @property
    def titles(self) -> dict[str, str]:
        """By language, of those that it is written in."""
        called = {language: getattr(self, title) for language, (title, _text) in FIELDS.items()}
        return {language: title for language, title in called.items() if title}

    def text_in(self, language: str) -> str:
        """Markdown."""
        return getattr(self, FIELDS[language][1])
