"""House names at the desk: one click puts ours in the place of another, a word dismisses the chip."""

import pytest
from lxml import html

from articles.models import Dismissal, Label, Summary
from tests.admin.desk.conftest import address_of
from tests.builders import make_article, make_tag

pytestmark = pytest.mark.django_db

OUT_OF_USE = "金惠慶抵達首爾，稱「金惠慶」為舊譯；金惠慶隨後演說。"
IN_USE = "金惠景抵達首爾，稱「金惠慶」為舊譯；金惠景隨後演說。"


@pytest.fixture
def article(db):
    tag = make_tag("金惠景", kind="person")
    Label.objects.create(tag=tag, text="金惠慶", language="zh-Hant", kind="not_used")
    return make_article(body="金惠景抵達首爾，隨後演說。")


def chips(answer):
    """{words in question: what our button puts there} and the values of the buttons."""
    page = html.fromstring(answer.content.decode())
    found = page.cssselect(".rule-house_name.look")
    return [
        (one.cssselect("[data-quote]")[0].text, one.cssselect("[name=do]")[0].get("value")) for one in found
    ]


def opened(editor, article):
    return editor.client.get(address_of(article))


def test_an_unused_name_gets_one_amber_chip_with_a_button(editor_in, article):
    editor_in.does(article, zh_text=OUT_OF_USE)
    ((quote, button),) = chips(opened(editor_in, article))
    assert quote == "金惠慶"
    assert button.startswith("replace:zh:")


def test_the_button_puts_ours_into_the_field_and_stores_nothing(editor_in, article):
    editor_in.does(article, zh_text=OUT_OF_USE, en_text="Ms Kim is coming.")
    ((_quote, button),) = chips(opened(editor_in, article))
    data = editor_in.opens(article, en_text="Ms Kim has come.")
    answer = editor_in.sends(article, data, button)
    zh, en = answer.context["editor"].forms
    assert (zh["text"].value(), en["text"].value()) == (IN_USE, "Ms Kim has come.")
    assert chips(answer) == []
    assert Summary.objects.get(language="zh-Hant").text == OUT_OF_USE
    shown = {bound.html_name: bound.value() or "" for form in (zh, en) for bound in form}
    editor_in.sends(article, shown | {"chinese": "zh-Hant", "sure": ""}, "save")
    assert Summary.objects.get(language="zh-Hant").text == IN_USE


def test_the_script_is_told_the_same_words(editor_in, article):
    editor_in.does(article, zh_text=OUT_OF_USE)
    ((_quote, button),) = chips(opened(editor_in, article))
    told = editor_in.tells(article, editor_in.opens(article), button)
    assert told["outcome"] == "shown"
    assert told["forms"]["zh"]["shown"]["text"] == IN_USE


@pytest.mark.parametrize("button", ["replace", "replace:zh", "replace:zh:0", "replace:en:", "replace:::"])
def test_a_button_that_is_no_longer_right_changes_nothing(editor_in, article, button):
    answer = editor_in.sends(article, editor_in.opens(article, zh_text=OUT_OF_USE), button)
    assert answer.context["editor"].forms[0]["text"].value() == OUT_OF_USE


def test_a_chip_is_dismissed_with_a_word_and_stays_away(editor_in, article):
    editor_in.does(article, zh_text=OUT_OF_USE)
    ((_quote, button),) = chips(opened(editor_in, article))
    mark = button.rpartition(":")[2]
    editor_in.sends(
        article, editor_in.opens(article) | {"dismiss": [mark], f"why-{mark}": "her own spelling"}
    )
    assert chips(opened(editor_in, article)) == []
    assert (Dismissal.objects.get().rule, Dismissal.objects.get().reason) == (
        "house_name",
        "her own spelling",
    )


def test_it_keeps_nobody_from_publishing(editor_in, article):
    editor_in.does(article, "publish", zh_text=OUT_OF_USE)
    assert Summary.objects.published().exists()


def test_a_name_that_is_not_used_finds_its_topic_all_the_same(client, article):
    article.tags.set(["金惠慶"])
    assert [tag.name for tag in article.tags.all()] == ["金惠景"]
