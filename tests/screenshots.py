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
WIDTHS = (360, 768, 1280)  # a telephone, a tablet, a desk
LANGUAGES = ("", "/zh-hans", "/en")
SCHEMES = ("light", "dark")
AT_HOME = "zh-TW"  # a browser that is offered no other language
SHOWN = "古都兩日"  # the article of README's pictures, by the beginning of its headline
# Others of the sample library: of which there is the beginning, or a link alone.
FURTHER = {"article-excerpt": "一張紙等了十七年", "article-link": "兩座城市"}
PAGES = {
    "home": "/",
    "topics": "/tags/",
    "topic": "/tags/李在明/",
    "sources": "/sources/",
    "search": "/search/?q=首爾",
    "weekly": "/weekly/",
    "archive": "/archive/",
    "undated": "/undated/",
    "missing": "/articles/0/",
}
DESK_PAGES = {
    "desk": "/admin/desk/",
    "admin": "/admin/",
    "import": "/admin/articles/article/import/",
    "list": "/admin/articles/article/",
    "form": "/admin/articles/article/1/change/",
}
SECONDS_TO_START = 60


def main():
    with served() as (address, password), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        pages = PAGES | {"article": address_of(browser, address, SHOWN)}
        pages |= {name: address_of(browser, address, words) for name, words in FURTHER.items()}
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


def address_of(browser: Browser, address: str, words: str) -> str:
    """The page of the article whose headline begins with these words."""
    page = browser.new_page()
    page.goto(f"{address}/search/?q={words}")
    found = page.locator(f'a:has-text("{words}")').first.get_attribute("href")
    page.close()
    return found


def for_readme(browser, address, password, article) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900}, locale=AT_HOME)
    take(page, address + article, DOCS / "article.png")
    page.set_viewport_size({"width": 1280, "height": 820})
    sign_in(page, address, password)
    take(page, f"{address}/en/admin/desk/{article.split('/')[2]}/", DOCS / "desk.png")
    page.close()


def take_every(browser, address, password, pages, width, scheme) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=AT_HOME)
    take_all(page, address, pages, f"{width}-{scheme}")
    sign_in(page, address, password)
    take_all(page, address, DESK_PAGES, f"{width}-{scheme}")
    page.close()


def take_all(page, address, pages, of_window) -> None:
    for name, path in pages.items():
        for language in LANGUAGES:
            spoken = language.strip("/") or "zh-hant"
            take(page, address + language + path, EVERY / f"{name}-{of_window}-{spoken}.png", full_page=True)


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
