"""Headlines keep names and short clauses on a line, for the eye alone."""

import pytest
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.pages.unbroken import LONGEST, names_in_headlines, unbroken
from tests.builders import make_article, make_tag

HEADLINE = "霧港的渡輪今晨載著林小滿與兩國信使出海"
NAMES = ["林小滿", "渡輪", "霧港"]


def kept(text, names=NAMES):
    """What is kept whole of a headline, under a glossary of these names."""
    make_article(tags=names)
    return [span.text for span in spans(unbroken(text, names_in_headlines()))]


def spans(markup):
    return html.fromstring(f"<p>{markup}</p>").cssselect("span.unbroken")


def test_names_of_the_glossary_are_kept_whole():
    assert kept(HEADLINE) == ["霧港", "渡輪", "林小滿"]


def test_the_longest_name_at_a_place_is_kept():
    assert kept("今晨抵達林小滿紀念館的信使不說話", ["林小滿", "林小滿紀念館"]) == ["林小滿紀念館"]


def test_a_name_in_the_other_script_is_kept_too():
    assert kept("雾港的渡轮今晨载着林小满出海") == ["雾港", "渡轮", "林小满"]


def test_a_name_longer_than_a_line_may_be_broken():
    long = "霧港與灣口渡輪通航委員會"
    assert len(long) > LONGEST
    assert kept(f"今晨成立的{long}不說話", [long]) == []


def test_alphabets_are_left_to_their_spaces():
    assert kept("信使說 Lin Man 今晨沒有上船出海去", ["Lin Man"]) == []


def test_short_clauses_are_kept_with_their_mark():
    text = "晨霧，汽笛：誰也沒有料到今年的第一班船會等人？「不等。」"
    assert kept(text, []) == ["晨霧，", "汽笛：", "「不等。」"]


@pytest.mark.parametrize("space", [" ", "\u3000"])
def test_a_space_between_clauses_ends_one(space):
    text = f"兩岸渡輪復航{space}信使今晨出海"
    assert kept(text, []) == [f"兩岸渡輪復航{space}", "信使今晨出海"]


def test_a_space_beside_an_alphabet_ends_no_clause():
    assert kept("信使說 Lin 沒有上船出海去", []) == []


def test_a_name_in_a_short_clause_is_kept_once():
    assert kept("霧港之後：兩國信使在渡輪上把話說完") == ["霧港之後：", "渡輪"]


def test_what_closes_behind_a_mark_stays_with_it():
    assert kept("「誰？」兩國信使把話說完又說了一遍", []) == ["「誰？」"]


def test_a_headline_that_fits_a_line_is_left_alone():
    assert unbroken("林小滿：渡輪出海", {}) == "林小滿：渡輪出海"


def test_names_of_hidden_topics_tell_nothing_of_themselves():
    make_tag("信使", is_known=False)
    make_article(tags=["渡輪"], status="draft")
    assert kept(HEADLINE, ["霧港"]) == ["霧港"]


@given(st.text(alphabet="渡輪林小滿，：？「」<>&\"' a《》", max_size=60))
def test_every_headline_keeps_its_words_and_is_escaped(text):
    names = {"渡輪": [], "林小": []}
    parsed = html.fromstring(f"<p>{unbroken(text, names)}</p>")
    assert parsed.text_content() == text
    assert {element.tag for element in parsed.iter()} <= {"p", "span"}


def test_what_was_found_stays_marked():
    make_article(tags=NAMES)
    markup = unbroken(mark_safe("霧港的<mark>渡輪</mark>今晨&amp;載著兩國信使出海"), names_in_headlines())
    assert str(markup).startswith(
        '<span class="unbroken">霧港</span>的<mark><span class="unbroken">渡輪</span></mark>今晨&amp;載著'
    )


@pytest.fixture
def article():
    return make_article(HEADLINE, tags=["林小滿"], summaries={"en": "Ferries."})


@pytest.mark.parametrize("address", ["/", "/search/?q=信使", "article", "/tags/林小滿/", "/en/"])
def test_headlines_are_kept_wherever_they_stand(client, article, address):
    address = article.get_absolute_url() if address == "article" else address
    page = html.fromstring(client.get(address, follow=True).content.decode())
    found = [each for each in page.cssselect("h1, h2, .original") if each.text_content().strip() == HEADLINE]
    assert [span.text_content() for span in found[0].cssselect(".unbroken")] == ["林小滿"]


def test_what_machines_read_has_no_marks(get, article):
    page = html.fromstring(get(article.get_absolute_url()).content.decode())
    assert page.cssselect("title")[0].text.startswith(HEADLINE)
    assert page.cssselect("meta[property='og:title']")[0].get("content") == HEADLINE
    assert "unbroken" not in page.cssselect("script[type='application/ld+json']")[0].text
    assert b"unbroken" not in get("/feed.atom").content + get("/feed.json").content


def test_names_that_are_read_again_are_others_only_when_the_glossary_says_so():
    make_article(tags=["渡輪"])
    before, again = names_in_headlines().version, names_in_headlines().version
    make_article(tags=["霧港"])
    assert (before is again, before is names_in_headlines().version) == (True, False)
