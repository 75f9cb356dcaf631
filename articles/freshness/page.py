"""What is noted of a page while it is made, for whoever may keep it in front of Django."""

from articles.freshness import scopes
from articles.freshness.clock import place_of

NOTED = "portal.page"  # in the environ of a request whose answer may be kept
# Seconds after which what is kept is made anew whatever was announced: for rows written by hand, and
# processes killed between their commit and its announcement.
LONGEST = 300


class Page:
    """begun: the clock's reading before anything was read for it. until: it is made anew then (UNIX)."""

    def __init__(self):
        self.begun, self.places, self.until = scopes.now(), [], 0.0
        self.is_doubtful = False

    def made_from(self, *names: str) -> None:
        self.places += map(place_of, names)

    def doubt(self) -> None:
        """What it is made from may be older than `begun`."""
        self.is_doubtful = True

    @property
    def may_be_kept(self) -> bool:
        """A page of no scopes is one that nothing has been said of."""
        return bool(self.places) and not self.is_doubtful

    def is_right(self, now: float) -> bool:
        return now < self.until and scopes.last_change(self.places) <= self.begun


def note(request, *names: str) -> None:
    """A page shows these scopes too; nothing to note where pages are not kept."""
    page = request.environ.get(NOTED)
    if page:
        page.made_from(*names)
