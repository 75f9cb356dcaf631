"""What axe finds on a page that shuts a reader out."""

from axe_playwright_python.sync_playwright import Axe

OPTIONS = {
    # Sheets are not fetched again: their parts lie beside them only until they are collected into one.
    "preload": False,
    # What passes is not described node by node.
    "resultTypes": ["violations"],
}


def violations(page) -> list[dict]:
    return Axe().run(page, options=OPTIONS).response["violations"]


def serious(page) -> list[str]:
    """What shuts a reader out, without what merely costs an effort."""
    return [rule["help"] for rule in violations(page) if rule["impact"] in ("serious", "critical")]
