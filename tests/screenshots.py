"""README's pictures, and every kind of page in several widths, light and dark: `python -m tests.screenshots`

Serves the sample library from a folder of its own, and looks at it with Debian's Chromium. README's two
pictures go to docs/, the others to var/screenshots/.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS

ROOT = Path(__file__).resolve().parent.parent
DOCS, EVERY = ROOT / "docs", ROOT / "var/screenshots"
WIDTHS = (390, 820, 1280)  # a telephone, a tablet, a desk
SCHEMES = ("light", "dark")
SHOWN = "古都兩日"  # the article of README's pictures, by the beginning of its headline
PAGES = {
    "home": "/",
    "home-en": "/en/",
    "topics": "/tags/",
    "topic": "/tags/李在明/",
    "sources": "/sources/",
    "search": "/search/?q=首爾",
    "weekly": "/weekly/",
    "missing": "/articles/0/",
}
DESK_PAGES = {"desk": "/en/admin/desk/", "admin": "/en/admin/", "import": "/en/admin/import/"}
SECONDS_TO_START = 60


def main():
    with served() as (address, password), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        pages = PAGES | {"article": address_of_shown(browser, address)}
        for_readme(browser, address, password, pages["article"])
        for width in WIDTHS:
            for scheme in SCHEMES:
                take_every(browser, address, password, pages, width, scheme)
        browser.close()
    print(f"{DOCS}/article.png, {DOCS}/desk.png and {len(list(EVERY.glob('*.png')))} pictures in {EVERY}")


@contextmanager
def served():
    """The address of a portal with the sample library, and its editor's password."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with tempfile.TemporaryDirectory(prefix="shuttle-screenshots-") as folder:
        surroundings = os.environ | {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings"}
        subprocess.run([sys.executable, "manage.py", "prepare"], cwd=ROOT, env=surroundings, check=True)
        command = [Path(sys.executable).parent / "granian", "--interface", "wsgi", "--port", port]
        server = subprocess.Popen([*command, "portal.wsgi:application"], cwd=ROOT, env=surroundings)
        try:
            wait_for(f"http://127.0.0.1:{port}/readyz")
            yield f"http://127.0.0.1:{port}", Path(folder, "editor-login").read_text()
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    for _second in range(SECONDS_TO_START):
        try:
            urlopen(address)  # noqa: S310 (our own)
        except OSError:
            time.sleep(1)
        else:
            return
    raise SystemExit(f"Nothing answers at {address}.")


def address_of_shown(browser: Browser, address: str) -> str:
    page = browser.new_page()
    page.goto(f"{address}/search/?q={SHOWN}")
    found = page.locator(f'a:has-text("{SHOWN}")').first.get_attribute("href")
    page.close()
    return found


def for_readme(browser, address, password, article) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    take(page, address + article, DOCS / "article.png")
    page.set_viewport_size({"width": 1280, "height": 820})
    sign_in(page, address, password)
    take(page, f"{address}/en/admin/desk/{article.split('/')[2]}/", DOCS / "desk.png")
    page.close()


def take_every(browser, address, password, pages, width, scheme) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for name, path in pages.items():
        take(page, address + path, EVERY / f"{name}-{width}-{scheme}.png", full_page=True)
    sign_in(page, address, password)
    for name, path in DESK_PAGES.items():
        take(page, address + path, EVERY / f"{name}-{width}-{scheme}.png", full_page=True)
    page.close()


def sign_in(page: Page, address: str, password: str) -> None:
    page.goto(f"{address}/en/admin/login/")
    page.fill("[name=username]", "editor")
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/admin/")


def take(page: Page, address: str, file: Path, **options) -> None:
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=file, **options)


if __name__ == "__main__":
    main()
