"""Three interfaces: nothing is left in a language the reader did not choose."""

from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from tests.builders import make_article

CATALOGUES = sorted(Path(settings.LOCALE_PATHS[0]).rglob("*.po"))
by_language = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)


def messages(path):
    with path.open("rb") as file:
        return [message for message in read_po(file) if message.id]


@by_language
def test_every_string_is_translated(path):
    missing = [message.id for message in messages(path) if not message.string or not message.string[0]]
    assert missing + [message.id for message in messages(path) if message.fuzzy] == []


@by_language
def test_what_was_translated_has_been_compiled(path):
    with path.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    singular = [message for message in messages(path) if isinstance(message.id, str)]
    assert [m.id for m in singular if compiled.gettext(m.id) != m.string] == []


@pytest.mark.parametrize(
    ("prefix", "sections"),
    [
        ("", ["最新", "主題", "來源", "本週"]),
        ("/zh-hans", ["最新", "主题", "来源", "本周"]),
        ("/en", ["Latest", "Topics", "Sources", "This week"]),
    ],
)
def test_the_sections_are_named_in_the_readers_language(read, prefix, sections):
    assert [node.text for node in read(f"{prefix}/").cssselect(".sections a")] == sections


def test_the_language_switch_leads_to_the_same_page(read):
    article = make_article()
    path = article.get_absolute_url()
    links = read(f"/en{path}").cssselect(".languages a")
    assert [link.get("href") for link in links] == [path, f"/zh-hans{path}", f"/en{path}"]
    assert [link.text for link in links if link.get("aria-current")] == ["EN"]


def test_the_language_switch_stays_on_the_same_page_of_a_list(read):
    link = read("/en/?before=a.1&utm_source=x").cssselect(".languages a")[0]
    assert link.get("href") == "/?before=a.1"
