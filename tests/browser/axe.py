"""What axe finds on a page that shuts a reader out."""

from axe_playwright_python.sync_playwright import Axe

# Sheets are not fetched a second time: their parts lie beside them only until they are collected into one.
OPTIONS = {"preload": False}


def violations(page) -> list[dict]:
    return Axe().run(page, options=OPTIONS).response["violations"]
