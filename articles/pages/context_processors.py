"""What every page knows of the site and of its own twins in the other languages."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.utils.encoding import escape_uri_path
from django.utils.functional import cached_property
from django.utils.translation import get_language_from_path

from articles.pages.languages import INTERFACES, detected, interface_language, prefix_of
from articles.pages.pagination import CURSORS
from articles.pages.scripts import to_read
from articles.pages.search.forms import NAMES as SEARCHED
from articles.pages.unbroken import names_in_headlines

# By name of the page, what of its query chooses another page beside a cursor.
CHOICES = {"search": SEARCHED, "tags": ("q", "kind", "from"), "tag_passages": ("name", "source")}
LABELS = {"zh-Hant": ("繁", "繁體中文"), "zh-Hans": ("简", "简体中文"), "en": ("EN", "English")}


def site(request) -> dict:
    """The context processor: `site` in every template."""
    return {"site": Site(request)}


@dataclass(frozen=True)
class Translation:
    """The same page in one of the interfaces. language: BCP 47. label, name: short and in full, in itself."""

    language: str
    label: str
    name: str
    path: str
    is_current: bool

    @property
    def url(self) -> str:
        return settings.SITE_URL + self.path


class Site:
    """Worked out when a template asks, for the admin and the feeds never do."""

    def __init__(self, request):
        self.url = settings.SITE_URL
        self.path = escape_uri_path(request.path)
        prefix = f"/{get_language_from_path(request.path)}"
        self.path_in_every_language = self.path.removeprefix(prefix)
        page = request.resolver_match.url_name if request.resolver_match else None
        names = (*CHOICES.get(page, ()), *CURSORS)
        self.query = urlencode({name: request.GET[name] for name in names if name in request.GET})

    @cached_property
    def name(self) -> str:
        """In the reader's script, for the title of an English article is not converted with its page."""
        return to_read(settings.SITE_NAME, detected(settings.SITE_NAME)).text

    @property
    def canonical(self) -> str:
        return self.url + self.address

    @property
    def address(self) -> str:
        """The page's path and what of its query chooses another page."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @cached_property
    def names(self) -> dict:
        """Those that no headline is broken in."""
        return names_in_headlines()

    @cached_property
    def translations(self) -> list[Translation]:
        return [self.translation(code, language) for code, language in INTERFACES.items()]

    def translation(self, code: str, language: str) -> Translation:
        path = prefix_of(code) + self.path_in_every_language + self.address.removeprefix(self.path)
        return Translation(language, *LABELS[language], path, language == interface_language())
