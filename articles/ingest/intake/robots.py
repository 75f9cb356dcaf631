"""What a site asks of those who come by themselves: its robots.txt (RFC 9309)."""

from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from articles.ingest.documents import RefusedByServer
from articles.ingest.intake.fetch import Wanted, ask

MOST = 500 * 1024  # bytes that count; the RFC's own limit
TYPES = frozenset({"", "text/plain", "text/html", "application/octet-stream"})
TOO_MANY = 429  # which says that we come too often, not that there are no rules


def read_robots(url: str) -> RobotFileParser:
    """The rules of the site that an address belongs to. Without such a file everything is allowed.

    Raises DocumentError where it cannot be asked: until it answers again, nothing is allowed.
    """
    rules = RobotFileParser()
    try:
        document = ask(urljoin(url, "/robots.txt"), Wanted(TYPES, {})).document
    except RefusedByServer as error:
        if not 400 <= error.status < 500 or error.status == TOO_MANY:
            raise
        rules.allow_all = True
        return rules
    lines = document.data[:MOST].decode("utf-8", "replace").splitlines()
    rules.parse([line for line in lines if is_rule(line)])
    return rules


def is_rule(line: str) -> bool:
    """Whether a line can be read; the parser fails as a whole on numbers and addresses that are none."""
    alone = RobotFileParser()
    try:
        alone.parse(["User-agent: *", line])
        float(alone.crawl_delay("*") or 0)
    except (ValueError, OverflowError):
        return False
    return True
