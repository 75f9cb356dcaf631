"""What counts as a source's own change of its text: an import of other words, after readers had them."""

import pytest

from articles.summaries import corrections
from tests.builders import BODY, make_article, make_tag

pytestmark = pytest.mark.django_db

LATER = BODY.replace("一盞燈", "三盞燈")


def change(article, why="import", **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    article.changed_because = why
    article.save()
    return article.rendering.corrections


def kinds(article):
    article.rendering.refresh_from_db()
    return [told["kind"] for told in article.rendering.corrections]


def test_an_import_that_changes_words_is_kept_with_both_versions():
    (told,) = change(make_article(), body=LATER)
    assert told["kind"] == "number"
    assert told["whole"] == [
        [["kept", "午後談判重開，桌上多了"], ["del", "一"], ["ins", "三"], ["kept", "盞燈。"]]
    ]
    assert told["opening"] == told["headline"] == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (BODY + "\n\n燈滅了。", "added"),
        (BODY.split("\n\n")[0], "removed"),
        (BODY.replace("靠岸，", "靠岸；"), ""),
    ],
)
def test_its_kind_is_that_of_a_change_to_summaries(body, kind):
    assert [told["kind"] for told in change(make_article(), body=body)] == [kind]


def test_names_of_one_topic_are_no_change_of_name():
    tag = make_tag("韓國")
    tag.labels.create(text="南韓")
    article = make_article(body="信使到了南韓首都，談判當天重開，會場外下著雨。" * 4)
    assert [told["kind"] for told in change(article, body=article.body.replace("南韓", "韓國"))] == [""]


def test_a_headline_alone_is_a_change():
    (told,) = change(make_article("渡輪到了"), headline="渡輪走了")
    assert (told["kind"], told["whole"]) == ("headline", [])
    assert told["headline"] == [[["kept", "渡輪"], ["del", "到"], ["ins", "走"], ["kept", "了"]]]


@pytest.mark.parametrize("why", ["edit", "reclean", "restore"])
def test_what_the_desk_changes_is_not_the_sources(why):
    assert change(make_article(), why, body=LATER) == []


def test_what_readers_never_had_is_not_told():
    article = make_article(status="draft")
    assert change(article, body=LATER) == []
    assert change(article, body=BODY, status="published") == []


def test_marks_and_pictures_are_no_words():
    assert change(make_article(), body=BODY.replace("渡輪", "**渡輪**") + "\n\n▲ 船（圖／甲）") == []


def test_each_of_several_changes_is_told_with_its_own_words_the_newest_first():
    article = make_article()
    change(article, body=LATER)
    change(article, "edit", body=LATER.replace("清晨", "凌晨"))
    newest, oldest = change(article, body=LATER.replace("清晨", "凌晨").replace("三盞燈", "四盞燈"))
    assert newest["whole"][0][1:3] == [["del", "三"], ["ins", "四"]]
    assert oldest["whole"][0][1:3] == [["del", "一"], ["ins", "三"]]


def test_a_long_change_is_told_in_part(monkeypatch):
    monkeypatch.setattr(corrections, "MOST_PARAGRAPHS", 1)
    (told,) = change(make_article(), body="甲說。\n\n乙說。\n\n丙說。")
    assert len(told["whole"]) == 1


def test_corrections_outlast_a_save_that_changes_no_word():
    article = make_article()
    change(article, body=LATER)
    change(article, "edit", byline="李明")
    assert kinds(article) == ["number"]
