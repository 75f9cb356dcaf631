"""Months of the archive, in UTC as the days of documents that print no time are kept."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import dateformat

from articles.pages.languages import interface_language
from articles.pages.topics.timeline import MONTH, bounds, period_words


@dataclass(frozen=True)
class Month:
    """number: 202508."""

    number: int

    @property
    def year(self) -> int:
        return self.number // 100

    @property
    def start(self) -> datetime:
        return bounds(self.number, MONTH)[0]

    @property
    def end(self) -> datetime:
        """When the next month begins."""
        return bounds(self.number, MONTH)[1]

    @property
    def name(self) -> str:
        """2025年8月 or August 2025."""
        return period_words(self.number, MONTH)

    @property
    def short(self) -> str:
        """8月 or August: of a month whose year is known."""
        return dateformat.format(self.start, "F" if interface_language() == "en" else "n月")

    @property
    def code(self) -> str:
        """2025-08, as ISO 8601 writes it."""
        return f"{self.year:04}-{self.number % 100:02}"

    def get_absolute_url(self):
        return reverse("archive_month", args=[f"{self.year:04}", f"{self.number % 100:02}"])
