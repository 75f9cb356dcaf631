"""What a source changed, for readers: a line with its day and kind, the words before and after by rights."""

import json

import pytest

from tests.builders import BODY, make_article, make_source
from tests.pages.topics.test_topics import texts
from tests.summaries.test_corrections import change

LATER = BODY.replace("一盞燈", "三盞燈")


def make_changed(rights="own", **fields):
    article = make_article(source=make_source("海岬報", rights=rights), source_url="https://example.org/1")
    change(article, **{"body": LATER, **fields})
    return article


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("", "來源改動了文字：數字"),
        ("/zh-hans", "来源改动了文字：数字"),
        ("/en", "The source changed its text: a number"),
    ],
)
def test_a_line_says_what_kind_of_change_it_is(read, prefix, words):
    (line,) = texts(read(prefix + make_changed().get_absolute_url()), ".corrections summary")
    assert line.endswith(words)
    assert line[0].isdecimal()


def test_it_opens_the_words_before_and_after(read):
    page = read(make_changed().get_absolute_url())
    assert texts(page, ".corrections p") == ["午後談判重開，桌上多了一三盞燈。"]
    assert texts(page, ".corrections del") == ["一"]
    assert texts(page, ".corrections ins") == ["三"]


@pytest.mark.parametrize(
    ("rights", "body", "shown"),
    [
        ("full", LATER, 1),
        ("excerpt", LATER, 0),
        ("excerpt", BODY.replace("清晨", "凌晨"), 1),
        ("link", LATER, 0),
        ("link", BODY.replace("清晨", "凌晨"), 0),
    ],
)
def test_the_words_are_shown_as_far_as_rights_go(read, rights, body, shown):
    page = read(make_changed(rights, body=body).get_absolute_url())
    assert len(page.cssselect(".corrections details p")) == shown
    assert len(page.cssselect(".corrections > p")) == 1 - shown


def test_an_article_that_nobody_changed_has_no_such_line(read):
    assert not read(make_article().get_absolute_url()).cssselect(".corrections")


def test_structured_data_says_it(read):
    page = read("/en" + make_changed().get_absolute_url())
    data = json.loads(page.cssselect("script[type='application/ld+json']")[0].text)
    (told,) = data["@graph"][0]["correction"]
    assert (told["@type"], told["text"]) == ("CorrectionComment", "The source changed its text: a number")


def test_feeds_say_it(get):
    make_changed()
    (item,) = get("/en/feed.json").json()["items"]
    (told,) = item["_correction"]
    assert told["text"] == "The source changed its text: a number"
    assert f"<small>{told['date']} {told['text']}</small>" in item["content_html"]
    assert told["text"] in get("/en/feed.atom").content.decode()
