"""The page that a new portal says about itself, until its editors say it in their own words."""

from pathlib import Path

from articles.models import FreePage
from articles.models.free_page import FIELDS

HERE = Path(__file__).parent  # has a text in each of these languages
TITLES = {"zh-Hant": "關於本站", "zh-Hans": "关于本站", "en": "About"}


def make_about() -> None:
    """Make it where there has never been a page of this kind: what editors delete stays away."""
    if FreePage.history.exists():
        return
    FreePage.objects.create(
        slug="about",
        is_published=True,
        **{FIELDS[language][0]: title for language, title in TITLES.items()},
        **{FIELDS[language][1]: (HERE / f"{language}.md").read_text("utf-8") for language in TITLES},
    )
