"""What the desk does for a writer: checks while typing, drafts, stale bodies, the history."""

import pytest

from articles.models import Draft, Summary, Words
from articles.summaries.drafting.base import DraftFailed
from articles.summaries.drafting.extractive import ExtractiveDrafter
from tests.admin.desk.conftest import EN, ZH, address_of
from tests.builders import make_article, make_summary

pytestmark = pytest.mark.django_db


def test_words_are_checked_and_not_saved_while_they_are_typed(editor_in):
    article = make_article()
    data = editor_in.opens(article, zh_text="兩國的 77 名信使重開談判。")
    found = editor_in.client.post(f"{address_of(article)}check/", data).json()["findings"]
    assert "77" in found["zh-text-findings"]
    assert not Summary.objects.exists()


def test_what_is_quoted_in_a_finding_is_no_markup(editor_in):
    article = make_article()
    data = editor_in.opens(article, en_text="Envoys <img src=x> talk.")
    found = editor_in.client.post(f"{address_of(article)}check/", data).json()["findings"]
    assert "<img" not in found["en-text-findings"]


class TestDrafts:
    @pytest.fixture(autouse=True)
    def _drafter(self, monkeypatch):
        monkeypatch.setattr(ExtractiveDrafter, "check", lambda *args: None)
        drafted = {
            "zh-Hant": Words("信使換座", "兩國的信使換了座位。[1]"),
            "en": Words("", "Talks reopened."),
        }
        monkeypatch.setattr(ExtractiveDrafter, "draft", lambda self, article, language: drafted[language])

    def test_a_draft_fills_empty_fields_and_saves_nothing(self, editor_in):
        answer = editor_in.does(make_article(), "draft", zh_headline="我的標題")
        chinese, english = answer.context["editor"].forms
        assert chinese.words == Words("我的標題", "兩國的信使換了座位。[1]")
        assert english.words.text == "Talks reopened."
        assert not Summary.objects.exists()

    def test_words_that_somebody_typed_stay(self, editor_in):
        answer = editor_in.does(make_article(), "draft:zh", zh_text=ZH)
        assert answer.context["editor"].forms[0].words.text == ZH

    def test_what_was_drafted_is_marked_so_when_it_is_saved(self, editor_in):
        article = make_article()
        form = editor_in.does(article, "draft:zh").context["editor"].forms[0]
        drafted = {bound.html_name: bound.value() or "" for bound in form}
        editor_in.sends(article, editor_in.opens(article) | drafted)
        summary = Summary.objects.get()
        assert (summary.origin, summary.drafted_by, summary.status) == ("drafted", "LexRank", "draft")

    def test_a_draft_of_another_article_marks_nothing(self, editor_in):
        other, article = make_article(), make_article()
        editor_in.does(other, "draft:zh")
        data = editor_in.opens(article, zh_text=ZH) | {"zh-drafted": str(Draft.objects.get().pk)}
        editor_in.sends(article, data)
        assert Summary.objects.get().origin == "written"

    def test_a_drafter_that_fails_costs_one_line(self, editor_in, monkeypatch):
        def fail(*args):
            raise DraftFailed("The service did not answer.")

        monkeypatch.setattr(ExtractiveDrafter, "draft", fail)
        article = make_article()
        told = editor_in.tells(article, editor_in.opens(article, en_text=EN), "draft")
        assert (told["outcome"], told["told"]) == ("undrafted", "The service did not answer.")
        assert told["forms"]["en"]["shown"]["text"] == EN

    def test_no_button_stands_where_nobody_drafts(self, editor_in, settings):
        settings.SUMMARY_BACKEND = "articles.summaries.drafting.none.NoDrafter"
        assert 'value="draft:zh"' not in editor_in.client.get(address_of(make_article())).content.decode()


class TestStale:
    @pytest.fixture
    def changed(self):
        """An article whose body no longer says what was reviewed."""
        article = make_article(
            body="渡輪星期一復航。\n\n燈塔亮了。", summaries={"zh-Hant": "渡輪星期一復航。"}
        )
        article.body = "渡輪星期五復航。\n\n燈塔亮了。"
        article.save()
        return article

    def test_what_has_changed_is_shown(self, editor_in, changed):
        page = editor_in.client.get(address_of(changed)).content.decode()
        assert "<del>" in page
        assert "<ins>" in page
        assert 'value="right"' in page

    def test_a_summary_that_is_still_right_is_published_again(self, editor_in, changed):
        editor_in.does(changed, "right")
        assert Summary.objects.get().status == "published"
        assert "desk-changes" not in editor_in.client.get(address_of(changed)).content.decode()

    def test_publishing_other_words_settles_it_too(self, editor_in, changed):
        editor_in.does(changed, "publish", zh_text="渡輪星期五復航。")
        assert (Summary.objects.get().status, Summary.objects.get().text) == ("published", "渡輪星期五復航。")

    def test_an_author_sees_what_has_changed_and_no_button(self, author, changed):
        page = author.client.get(address_of(changed)).content.decode()
        assert "<ins>" in page
        assert 'value="right"' not in page


class TestHistory:
    @pytest.fixture
    def rewritten(self, editor_in):
        article = make_article()
        for text in ("信使換了座位。", "信使重開談判。"):
            editor_in.does(article, zh_text=text)
        return article

    def page(self, colleague, article, **query):
        return colleague.client.get(f"{address_of(article)}history/zh-Hant/", query)

    def test_versions_are_told_newest_first_with_who_and_what(self, editor_in, rewritten):
        answer = self.page(editor_in, rewritten)
        assert [version.words.text for version in answer.context["versions"]] == [
            "信使重開談判。",
            "信使換了座位。",
        ]
        page = answer.content.decode()
        assert "<del>換了座位</del>" in page
        assert "editor-in" in page

    def restore(self, colleague, article, text, version=None):
        summary = article.summaries.get()
        row = summary.history.get(text=text)
        data = {"restore": row.history_id, "version": summary.version if version is None else version}
        return colleague.client.post(f"{address_of(article)}history/zh-Hant/", data)

    def test_an_older_version_is_proposed_again(self, editor_in, rewritten):
        self.restore(editor_in, rewritten, "信使換了座位。")
        assert Summary.objects.get().text == "信使換了座位。"
        assert Summary.objects.get().history.count() == 3

    def test_readers_keep_what_is_published_when_a_version_is_restored(self, editor_in, rewritten):
        editor_in.does(rewritten, "publish")
        self.restore(editor_in, rewritten, "信使換了座位。")
        assert (Summary.objects.get().text, Summary.objects.get().proposed.text) == (
            "信使重開談判。",
            "信使換了座位。",
        )

    def test_nobody_restores_over_words_they_have_not_seen(self, editor_in, rewritten):
        self.restore(editor_in, rewritten, "信使換了座位。", version=1)
        assert Summary.objects.get().text == "信使重開談判。"

    @pytest.mark.parametrize("number", ["", "x", "999999"])
    def test_a_version_that_is_none_is_not_found(self, editor_in, rewritten, number):
        answer = editor_in.client.post(
            f"{address_of(rewritten)}history/zh-Hant/", {"restore": number, "version": 2}
        )
        assert answer.status_code == 404

    def test_a_long_history_costs_no_more_than_a_short_one(self, editor_in, django_assert_max_num_queries):
        summary = make_summary(make_article(), status="draft")
        for number in range(25):
            summary.propose(Words(text=f"第{number}稿。"), editor_in.user)
        with django_assert_max_num_queries(16):
            answer = self.page(editor_in, summary.article)
        assert len(answer.context["versions"]) == 20
        older = self.page(editor_in, summary.article, before=answer.context["older"])
        assert len(older.context["versions"]) == 6
