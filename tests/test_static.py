"""Style sheets: one file for the browser however many are written, and every colour in one place."""

import json
import re
from posixpath import dirname, join, normpath

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import get_finder, get_finders
from django.core.management import call_command

from articles.management import static_files
from articles.pages.palette import PALETTE, TOKENS
from portal.static import PART, PART_OF_SCRIPT, SCRIPTS, tight, with_parts

STATIC = settings.BASE_DIR / "static"


def written(name):
    return (STATIC / name).read_text("utf-8")


def found():
    """By name, where each static file lies, as `collectstatic` tells its storage."""
    return {name: (storage, name) for finder in get_finders() for name, storage in finder.list([])}


SHEETS = [name for name in found() if name.startswith("css/") and PART.search(written(name))]


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_served_with_its_parts_in_it(sheet):
    served = with_parts(sheet, found())
    parts = PART.findall(written(sheet))
    assert all(with_parts(normpath(join(dirname(sheet), part)), found()) in served for part in parts)
    assert "@import" not in served


def test_a_sheet_is_served_without_what_only_people_read():
    sheet = """
/* Above: every page. */
a  :is(b, c) > d::after { content: "· { "; margin: calc(1em - 2px); }

@media (width < 600px) {
  a { color: red; }
}
"""
    assert tight(sheet) == (
        'a :is(b,c) > d::after{content:"· { ";margin:calc(1em - 2px);}@media (width < 600px){a{color:red;}}'
    )


def test_a_script_is_served_with_its_parts_in_it_each_in_a_block_of_its_own():
    for script in SCRIPTS:
        served = with_parts(script, found())
        parts = PART_OF_SCRIPT.findall(written(script))
        assert parts
        for part in parts:
            words = written(normpath(join(dirname(script), part)))
            assert f"{{\n{words}}}" in served
            assert not re.search(r"^(?:import|export) ", words, re.MULTILINE)
        assert "\nimport " not in served


def test_every_file_of_styles_is_a_sheet_of_some_page_or_a_part_of_one():
    linked = re.compile(r"static ['\"](css/[^'\"]+)")
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    sheets = {name for path in templates for name in linked.findall(path.read_text("utf-8"))}
    parts = {
        normpath(join(dirname(sheet), part)) for sheet in SHEETS for part in PART.findall(written(sheet))
    }
    assert {name for name in found() if name.startswith("css/")} == sheets | parts


def test_the_sheet_that_readers_fetch_is_the_joined_one(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    joined = {"staticfiles": {"BACKEND": "portal.static.JoinedStaticFilesStorage"}}
    settings.STORAGES = settings.STORAGES | joined
    call_command("collectstatic", interactive=False, verbosity=0)
    manifest = json.loads((tmp_path / "staticfiles.json").read_text("utf-8"))
    for sheet in SHEETS:
        assert "@import" not in (tmp_path / manifest["paths"][sheet]).read_text("utf-8")


def test_files_are_collected_again_only_when_one_of_them_has_changed(settings, tmp_path, monkeypatch):
    settings.STATIC_ROOT, settings.STATICFILES_DIRS = tmp_path / "collected", [tmp_path / "mine"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    get_finder.cache_clear()
    for folder in ("collected", "mine"):
        (tmp_path / folder).mkdir()
    sheet, times = tmp_path / "mine" / "site.css", []
    monkeypatch.setattr(static_files, "call_command", lambda *command, **options: times.append(command))
    for words in ("a {}", "a {}", "a { color: red }"):
        if not sheet.exists() or sheet.read_text() != words:
            sheet.write_text(words)
        static_files.collect()
    get_finder.cache_clear()
    assert len(times) == 2


def test_no_colour_of_the_palette_is_written_a_second_time():
    colours = re.compile("|".join(colour for pair in PALETTE.values() for colour in pair), re.IGNORECASE)
    kinds = ("articles/**/*.py", "portal/*.py", "templates/**/*.html", "static/**/*.css", "static/**/*.js")
    files = [path for kind in kinds for path in settings.BASE_DIR.glob(kind) if path != TOKENS]
    assert files
    assert [path.name for path in files if colours.search(path.read_text("utf-8"))] == []


def test_the_seal_is_drawn_in_red_and_paper():
    drawn = set(re.findall("#[0-9a-f]{6}", written("icons/seal.svg")))
    assert drawn == {PALETTE["seal"].light, PALETTE["paper"].light}


@pytest.mark.django_db
def test_a_browser_frames_the_page_in_paper_by_day_and_by_night(client):
    page = client.get("/").content.decode()
    assert re.findall('name="theme-color" content="(.*?)"', page) == list(PALETTE["paper"])
