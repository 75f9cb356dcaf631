"""Two editors on one article: what either typed is stored, or shown beside the other's, or in the history."""

import random

import pytest

from articles.admin.desk import presence
from articles.admin.desk.forms import LanguageForm
from articles.models import Article, Summary, Words
from articles.models.summaries import summary
from tests.admin.desk.conftest import EN, ZH
from tests.builders import make_article, make_summary

pytestmark = pytest.mark.django_db

REWRITTEN = "渡輪沒有靠岸，談判取消了。"
MINE, HERS = "渡輪靠岸，信使換座。", "信使換座，談判重開。"


@pytest.fixture
def other(colleague):
    return colleague("other", "Editors")


def in_history(article):
    """Every set of words that the history of an article holds."""
    rows = Summary.history.filter(article=article)
    return {text for row in rows for text in (row.text, (row.pending or {}).get("text"))}


def test_the_second_to_save_is_refused_with_both_texts_shown(editor_in, other):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)
    other.does(article, zh_text=HERS)
    answer = editor_in.sends(article, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert MINE in page
    assert HERS in page
    assert Summary.objects.get().text == HERS


def test_whoever_was_shown_both_may_keep_theirs_and_the_other_stays_in_the_history(editor_in, other):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)
    other.does(article, "autosave", zh_text=HERS)
    editor = editor_in.sends(article, mine).context["editor"]
    again = {bound.html_name: bound.value() for form in editor.forms for bound in form}
    editor_in.sends(article, {**again, "chinese": "zh-Hant"})
    assert Summary.objects.get().text == MINE
    assert {MINE, HERS} <= in_history(article)


def test_whoever_was_shown_both_may_take_the_others(editor_in, other):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)
    other.does(article, zh_text=HERS)
    form = editor_in.sends(article, mine, "theirs:zh").context["editor"].forms[0]
    assert form["text"].value() == HERS
    assert form["version"].value() == Summary.objects.get().version


def test_a_language_that_was_not_typed_in_takes_the_newer_words(editor_in, other):
    article = make_article()
    mine = editor_in.opens(article, en_text=EN)
    other.does(article, zh_text=HERS)
    told = editor_in.tells(article, mine)
    assert told["outcome"] == "taken"
    assert told["forms"]["zh"]["stored"]["text"] == HERS
    assert {s.language: s.text for s in Summary.objects.all()} == {"zh-Hant": HERS, "en": EN}


def test_nobody_publishes_words_that_they_have_not_seen(editor_in, other):
    article = make_article()
    make_summary(article, status="draft", text=MINE)
    mine = editor_in.opens(article)
    other.does(article, zh_text=HERS)
    editor_in.sends(article, mine, "publish")
    assert not Summary.objects.published().exists()


def rewrite(article, body):
    changed = Article.objects.get(pk=article.pk)
    changed.body = body
    changed.save()


def test_nobody_publishes_words_beside_a_body_that_they_have_not_seen(editor_in):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)
    rewrite(article, REWRITTEN)
    answer = editor_in.sends(article, mine, "publish")
    assert answer.status_code == 409
    assert REWRITTEN in answer.content.decode()
    kept = Summary.objects.get()
    assert (kept.text, kept.status) == (MINE, "draft")


def test_whoever_was_shown_the_new_body_publishes_by_the_same_again(editor_in):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)
    rewrite(article, REWRITTEN)
    editor = editor_in.sends(article, mine, "publish").context["editor"]
    again = {bound.html_name: bound.value() or "" for form in editor.forms for bound in form}
    editor_in.sends(article, {**again, "chinese": "zh-Hant", "body": editor.body_now}, "publish")
    shown = Summary.objects.published().get()
    assert (shown.text, shown.body_fingerprint) == (MINE, summary.fingerprint(REWRITTEN))


def test_the_script_is_sent_the_new_body_to_lay_beside_the_words(editor_in):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)
    rewrite(article, REWRITTEN)
    told = editor_in.tells(article, mine, "publish")
    assert told["outcome"] == "reread"
    assert REWRITTEN in told["article"]
    assert told["body"] == summary.fingerprint(REWRITTEN)


def test_nobody_says_that_words_are_still_right_beside_a_body_that_they_have_not_seen(editor_in):
    article = make_article()
    make_summary(article, status="stale", text=MINE)
    mine = editor_in.opens(article)
    rewrite(article, REWRITTEN)
    answer = editor_in.sends(article, mine, "right")
    assert REWRITTEN in answer.content.decode()
    assert Summary.objects.get().status == "stale"


def test_a_body_that_changes_in_the_very_moment_of_publishing_is_not_vouched_for(editor_in, monkeypatch):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)
    publish = Summary.publish

    def after_somebody_else(own, user):
        rewrite(article, REWRITTEN)
        publish(own, user)

    monkeypatch.setattr(Summary, "publish", after_somebody_else)
    answer = editor_in.sends(article, mine, "publish")
    assert answer.status_code == 409
    assert not Summary.objects.published().exists()


@pytest.mark.parametrize("action", ["withdraw:zh", "right", "submit"])
def test_no_action_is_done_to_words_that_somebody_else_is_changing(editor_in, other, action):
    article = make_article()
    make_summary(article, status="stale", text=MINE)
    mine = editor_in.opens(article)
    other.does(article, zh_text=HERS)
    editor_in.sends(article, mine, action)
    assert Summary.objects.get().status == "stale"


def test_whoever_else_is_at_work_is_told(editor_in, other):
    article = make_article()
    editor_in.opens(article)
    page = other.client.get(f"/en/admin/desk/{article.pk}/").content.decode()
    assert "editor-in is at work on this article too." in page
    assert "other is at work" in editor_in.tells(article, editor_in.opens(article))["others"]


def test_nobody_is_told_of_themselves_or_of_who_left_long_ago(editor_in, other, monkeypatch):
    article = make_article()
    editor_in.opens(article)
    monkeypatch.setattr(presence, "AWAY_AFTER", -1)
    other.opens(article)
    assert other.tells(article, other.opens(article))["others"] == ""


def test_both_may_type_the_same(editor_in, other):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)
    other.does(article, zh_text=MINE)
    assert editor_in.sends(article, mine).status_code == 302


def test_a_summary_begun_by_both_at_once_is_told_as_well(editor_in, other, monkeypatch):
    article = make_article()
    mine = editor_in.opens(article, zh_text=MINE)

    def seemingly_first(form):
        return bool(make_summary(article, text=HERS, status="draft"))

    monkeypatch.setattr(LanguageForm, "is_current", property(seemingly_first))
    assert editor_in.sends(article, mine).status_code == 409
    assert Summary.objects.get().text == HERS


def test_autosaves_of_one_turn_are_one_row_of_the_history(editor_in):
    article = make_article()
    for text in ("渡", "渡輪", "渡輪靠岸", "渡輪靠岸。"):
        editor_in.does(article, "autosave", zh_text=text)
    editor_in.does(article, "save", zh_text=MINE)
    assert [row.text for row in Summary.objects.get().history.all()] == [MINE]


def test_autosaves_of_somebody_else_are_kept(editor_in, other):
    article = make_article()
    other.does(article, "autosave", zh_text=HERS)
    editor_in.does(article, "autosave", zh_text=MINE)
    assert in_history(article) == {MINE, HERS, None}


def test_an_autosave_of_another_day_is_kept(editor_in, monkeypatch):
    article = make_article()
    editor_in.does(article, "autosave", zh_text=HERS)
    monkeypatch.setattr(summary, "ONE_TURN", -summary.ONE_TURN)
    editor_in.does(article, "autosave", zh_text=MINE)
    assert in_history(article) == {MINE, HERS, None}


def test_of_a_hundred_interleaved_saves_none_is_lost_in_silence(editor_in, other):
    chance = random.Random(0)  # noqa: S311  the same hundred each time
    article = make_article()
    desks = {colleague: colleague.opens(article) for colleague in (editor_in, other)}
    stored = refused = 0
    for number in range(100):
        colleague = chance.choice([editor_in, other])
        language = chance.choice(["zh", "en"])
        text = f"第{number}稿渡輪。" if language == "zh" else f"Draft {number} of the ferry."
        typed = desks[colleague] | {f"{language}-text": text}
        action = chance.choice(["save", "autosave"])
        told = colleague.tells(article, typed, action)
        form = told["forms"][language]
        if form["outcome"] == "conflict":
            refused += 1
            assert form["stored"]["text"] in form["conflict"]
            desks[colleague] = chosen(typed, told["forms"], chance.choice(["mine", "theirs"]))
        else:
            stored += 1
            assert form["outcome"] == "saved"
            assert text in in_history(article)
            desks[colleague] = chosen(typed, told["forms"], "theirs")
    assert stored > 10
    assert refused > 10


def chosen(typed, forms, choice):
    """The form after the script has taken in what the server told."""
    again = dict(typed)
    for prefix, form in forms.items():
        again |= {f"{prefix}-{name}": value for name, value in form["hidden"].items()}
        if not form["conflict"] or choice == "theirs":
            again |= {f"{prefix}-{name}": value for name, value in form["stored"].items()}
            again[f"{prefix}-over"] = ""
    return again


def test_words_that_wait_behind_published_ones_are_guarded_alike(editor_in, other):
    article = make_article(summaries={"zh-Hant": ZH})
    mine = editor_in.opens(article, zh_text=MINE)
    other.does(article, zh_text=HERS)
    assert editor_in.sends(article, mine).status_code == 409
    assert Summary.objects.get().proposed == Words(text=HERS)
