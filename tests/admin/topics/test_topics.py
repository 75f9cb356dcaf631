"""The glossary at the desk: names in every language, merging and undoing, pairs, suggestions."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from articles.admin.topics.label_forms import LabelFormSet
from articles.admin.topics.merging import MOST_AT_ONCE
from articles.models import Label, LabelKind, Tag, TagDistinction, TagMerge, TagSuggestion
from tests.admin.builders import form_data
from tests.builders import make_article, make_tag

pytestmark = pytest.mark.django_db

TOPICS = "/en/admin/articles/tag/"
SUGGESTIONS = "/en/admin/articles/tagsuggestion/"


def address_of(tag):
    return f"{TOPICS}{tag.pk}/change/"


def save(client, tag, **typed):
    return client.post(address_of(tag), form_data(client, address_of(tag), **typed), follow=True)


def row_errors(answer, row):
    formset = answer.context["inline_admin_formsets"][0].formset
    return {name: " ".join(told) for name, told in formset.forms[row].errors.items()}


def names_of(tag):
    return {(label.text, label.kind) for label in tag.labels.all()}


def topics_of(article):
    return [tag.name for tag in article.tags.all()]


def listed(client, **query):
    return [tag.name for tag in client.get(TOPICS, query).context["cl"].result_list]


def merge(client, *tags, stays, **kinds):
    data = {"topic": [tag.pk for tag in tags], "stays": stays.pk, **kinds}
    return client.post(f"{TOPICS}merge/", data, follow=True)


class TestNames:
    def test_a_name_in_another_language_is_added(self, desk):
        tag = make_tag("李在明")
        typed = {"labels-1-text": "Lee Jae-myung", "labels-1-language": "en", "labels-1-kind": "preferred"}
        save(desk, tag, **typed)
        tag.refresh_from_db()
        assert tag.preferred == {"zh-Hant": "李在明", "en": "Lee Jae-myung"}

    def test_a_name_without_a_language_is_given_its_own(self, desk):
        tag = make_tag("李在明")
        save(desk, tag, **{"labels-1-text": "이재명"})
        assert tag.labels.get(text="이재명").language == "ko"

    def test_renaming_keeps_the_former_name(self, desk):
        tag = make_tag("金惠慶")
        save(desk, tag, name="金惠景")
        assert names_of(tag) == {("金惠景", "preferred"), ("金惠慶", "former")}

    def test_renaming_in_the_row_keeps_it_too(self, desk):
        tag = make_tag("金惠慶")
        save(desk, tag, **{"labels-0-text": "金惠景"})
        assert names_of(tag) == {("金惠景", "preferred"), ("金惠慶", "former")}

    def test_renaming_and_writing_the_former_name_down_is_one_thing(self, desk):
        tag = make_tag("金惠慶")
        typed = {"labels-0-text": "金惠景", "labels-1-text": "金惠慶", "labels-1-kind": "former"}
        save(desk, tag, **typed)
        assert names_of(tag) == {("金惠景", "preferred"), ("金惠慶", "former")}

    def test_two_names_exchange_their_places(self, desk):
        tag = make_tag("川普")
        Label.objects.create(tag=tag, text="特朗普", language="zh-Hant")
        save(desk, tag, **{"labels-0-kind": "translation", "labels-1-kind": "preferred"})
        assert names_of(tag) == {("川普", "translation"), ("特朗普", "preferred")}

    def test_a_name_of_another_topic_is_refused_beside_its_row_with_links(self, desk):
        tag, other = make_tag("石破茂"), make_tag("李在明")
        told = row_errors(save(desk, tag, **{"labels-1-text": "李在明"}), 1)["text"]
        assert f"/tag/{other.pk}/change/" in told
        assert "merge" in told

    def test_a_taken_name_of_the_topic_itself_is_refused_with_links(self, desk):
        other = make_tag("李在明")
        answer = desk.post(f"{TOPICS}add/", form_data(desk, f"{TOPICS}add/", name="李在明"))
        assert f"/tag/{other.pk}/change/" in str(answer.context["adminform"].form.errors["name"])

    def test_two_preferred_names_in_one_language_are_refused(self, desk):
        tag = make_tag("川普")
        typed = {"labels-1-text": "特朗普", "labels-1-kind": "preferred", "labels-1-language": "zh-Hant"}
        assert list(row_errors(save(desk, tag, **typed), 1)) == ["kind"]

    @pytest.mark.parametrize("change", [{"labels-0-kind": "former"}, {"labels-0-DELETE": "on"}])
    def test_the_last_preferred_name_stays(self, desk, change):
        tag = make_tag("川普")
        save(desk, tag, **change)
        assert names_of(tag) == {("川普", "preferred")}

    @pytest.mark.parametrize("typed", ["！！", "長" * 101, "\u3164"])
    def test_a_name_that_cannot_be_one_is_refused_beside_its_row(self, desk, typed):
        assert list(row_errors(save(desk, make_tag("川普"), **{"labels-1-text": typed}), 1)) == ["text"]

    def test_a_look_alike_is_said_and_left_as_it_is(self, desk):
        make_tag("金惠景")
        page = save(desk, make_tag("金惠慶")).content.decode()
        assert "It looks like" in page
        assert Tag.objects.count() == 2

    def test_articles_that_wait_with_a_new_name_get_the_topic(self, desk):
        tag, article = make_tag("李在明"), make_article()
        TagSuggestion.objects.suggest(article, ["이재명"])
        save(desk, tag, **{"labels-1-text": "이재명"})
        assert topics_of(article) == ["李在明"]

    def test_a_name_taken_between_check_and_save_is_told(self, desk, monkeypatch):
        tag, save_of_ours = make_tag("石破茂"), LabelFormSet.save

        def overtaken(self, commit=True):
            monkeypatch.setattr(LabelFormSet, "save", save_of_ours)
            raise ValidationError("taken in this moment")

        monkeypatch.setattr(LabelFormSet, "save", overtaken)
        assert save(desk, tag, **{"labels-1-text": "石破首相"}).status_code == 200
        assert tag.labels.filter(text="石破首相").exists()


class TestList:
    def test_unused_topics_are_found(self, desk):
        make_article(tags=["外交"])
        make_tag("燈塔")
        assert (listed(desk, used="no"), listed(desk, used="yes")) == (["燈塔"], ["外交"])

    def test_topics_without_a_name_in_a_language_are_found(self, desk):
        make_tag("燈塔"), make_tag("lighthouse keeper")
        assert listed(desk, without="en") == ["燈塔"]
        assert listed(desk, without="zh-Hant") == ["lighthouse keeper"]

    def test_topics_that_look_alike_are_found(self, desk):
        make_tag("金惠景"), make_tag("金惠慶"), make_tag("燈塔")
        assert sorted(listed(desk, twins="yes")) == ["金惠慶", "金惠景"]

    def test_articles_and_published_stories_are_counted(self, desk):
        make_article(tags=["外交"]), make_article("草稿", tags=["外交"], status="draft")
        (tag,) = desk.get(TOPICS).context["cl"].result_list
        assert (tag.uses, tag.stories) == (2, 1)

    def test_its_columns_are_named_in_the_interface(self, desk):
        make_tag("燈塔")
        assert "Published stories" in desk.get(TOPICS).content.decode()

    @pytest.mark.parametrize("page", [TOPICS, f"{TOPICS}twins/", SUGGESTIONS, "/en/admin/articles/tagmerge/"])
    def test_a_page_costs_the_same_however_long(self, desk, page, django_assert_max_num_queries):
        def cost():
            with django_assert_max_num_queries(16) as queries:
                assert desk.get(page).status_code == 200
            return len(queries)

        self.stock("甲乙丙")
        first = cost()
        for name in ("一二三四", "金木水火", "東南西北", "春夏秋冬"):
            self.stock(name)
        assert cost() == first

    def stock(self, name):
        article = make_article(tags=[f"{name}會談", f"{name}會晤"])
        TagSuggestion.objects.suggest(article, [f"{name}會見"])
        TagMerge.merge(make_tag(f"{name}舊稱").pk, article.tags.first().pk)


class TestMerging:
    def test_more_topics_than_are_merged_at_once_are_told(self, desk):
        chosen = [make_tag(f"同名{number}").pk for number in range(MOST_AT_ONCE + 1)]
        data = {"action": "merge_selected", "_selected_action": chosen}
        page = desk.post("/en/admin/articles/tag/", data, follow=True).content.decode()
        assert f"At most {MOST_AT_ONCE} topics are merged at once." in page

    def test_the_action_leads_to_the_page_that_asks(self, desk):
        data = {"action": "merge_selected", "_selected_action": [make_tag("川普").pk, make_tag("特朗普").pk]}
        page = desk.post(TOPICS, data, follow=True).content.decode()
        assert "Choose the topic that stays" in page

    def test_the_page_shows_names_and_the_articles_there_will_be(self, desk):
        make_article(tags=["川普", "特朗普"]), make_article(tags=["川普"])
        tags = Tag.objects.named(["特朗普", "川普"])
        context = desk.get(f"{TOPICS}merge/", {"topic": [tag.pk for tag in tags]}).context
        assert [(tag.name, uses) for tag, _, uses in context["rows"]] == [("川普", 2), ("特朗普", 1)]
        assert context["articles"] == 2

    @pytest.mark.parametrize("kind", ["translation", "former", "script"])
    def test_the_others_names_become_what_the_editor_says(self, desk, kind):
        old, target = make_tag("川普"), make_tag("特朗普")
        merge(desk, old, target, stays=target, **{f"kind-{old.pk}": kind})
        assert names_of(target) == {("特朗普", "preferred"), ("川普", kind)}

    def test_several_topics_are_merged_at_once_and_written_down(self, desk, editor):
        first, second, target = Tag.objects.named(["甲", "乙", "丙"])
        article = make_article(tags=["甲", "乙"])
        merge(desk, first, second, target, stays=target)
        assert topics_of(article) == ["丙"]
        assert set(TagMerge.objects.values_list("old_name", "merged_by")) == {
            ("甲", editor.pk),
            ("乙", editor.pk),
        }

    def test_what_somebody_else_has_merged_already_is_told(self, desk):
        old, target = make_tag("川普"), make_tag("特朗普")
        number = old.pk
        TagMerge.merge(old.pk, target.pk)
        old.pk = number
        assert "is one" in merge(desk, old, target, stays=target).content.decode()

    @pytest.mark.parametrize("numbers", [[], ["x", "y"], ["9" * 30, "0"], ["\u0661"]])
    def test_numbers_of_no_topic_are_told(self, desk, numbers):
        answer = desk.post(f"{TOPICS}merge/", {"topic": numbers, "stays": "1"}, follow=True)
        assert "Choose two topics" in answer.content.decode()

    def test_a_topic_merged_away_leads_to_the_one_it_became(self, desk):
        old, target = make_tag("川普"), make_tag("特朗普")
        TagMerge.merge(old.pk, target.pk)
        answer = desk.get(address_of(old), follow=True)
        assert answer.redirect_chain[-1][0] == address_of(target)

    def test_a_merge_is_undone_from_the_list(self, desk):
        article = make_article(tags=["川普"])
        old, target = Tag.objects.named(["川普", "特朗普"])
        record = TagMerge.merge(old.pk, target.pk)
        address = f"/en/admin/articles/tagmerge/{record.pk}/undo/"
        assert f'formaction="{address}"' in desk.get("/en/admin/articles/tagmerge/").content.decode()
        assert "of its own again" in desk.post(address, follow=True).content.decode()
        assert topics_of(article) == ["川普"]

    def test_undoing_twice_is_told(self, desk):
        record = TagMerge.merge(make_tag("川普").pk, make_tag("特朗普").pk)
        address = f"/en/admin/articles/tagmerge/{record.pk}/undo/"
        desk.post(address)
        assert "Somebody else has changed" in desk.post(address, follow=True).content.decode()

    def test_undoing_by_a_plain_link_is_refused(self, desk):
        record = TagMerge.merge(make_tag("川普").pk, make_tag("特朗普").pk)
        assert desk.get(f"/en/admin/articles/tagmerge/{record.pk}/undo/").status_code == 405

    def test_who_may_only_look_can_neither_merge_nor_undo(self, client):
        tags = [make_tag("川普"), make_tag("特朗普")]
        record = TagMerge.merge(make_tag("舊稱").pk, tags[0].pk)
        guest = User.objects.create_user("guest", is_staff=True)
        guest.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
        client.force_login(guest)
        assert merge(client, *tags, stays=tags[0]).status_code == 403
        assert client.post(f"/en/admin/articles/tagmerge/{record.pk}/undo/").status_code == 403
        assert client.post(f"{TOPICS}twins/apart/").status_code == 403


class TestPairs:
    def test_a_pair_is_listed_with_a_button_for_each_way(self, desk):
        one, other = make_tag("金惠景"), make_tag("金惠慶")
        page = desk.get(f"{TOPICS}twins/").content.decode()
        assert all(f'name="stays" value="{tag.pk}"' in page for tag in (one, other))

    def test_a_pair_told_apart_is_not_listed_again(self, desk):
        tags = [make_tag("金惠景"), make_tag("金惠慶")]
        desk.post(f"{TOPICS}twins/apart/", {"topic": [tag.pk for tag in tags]})
        assert TagDistinction.objects.exists()
        assert desk.get(f"{TOPICS}twins/").context["rows"] == []


class TestSuggestions:
    @pytest.fixture
    def articles(self):
        articles = [make_article(), make_article()]
        for article, names in zip(articles, (["渡輪", "燈塔"], ["渡轮"]), strict=True):
            TagSuggestion.objects.suggest(article, names)
        return articles

    def act(self, client, action, *names, **fields):
        rows = TagSuggestion.objects.filter(text__in=names)
        return client.post(
            SUGGESTIONS + fields.pop("query", ""),
            {"action": action, "_selected_action": [row.pk for row in rows], **fields},
            follow=True,
        )

    def test_each_name_is_listed_once_with_its_count(self, desk, articles):
        rows = desk.get(SUGGESTIONS).context["cl"].result_list
        assert {(row.text, row.uses) for row in rows} == {("渡輪", 2), ("燈塔", 1)}

    def test_selected_names_are_made_topics_of_all_their_articles(self, desk, articles):
        self.act(desk, "make_topics", "渡輪", "燈塔")
        assert [sorted(topics_of(article)) for article in articles] == [["渡輪", "燈塔"], ["渡輪"]]

    def test_selected_names_are_made_other_names_of_a_topic(self, desk, articles):
        tag = make_tag("航運")
        self.act(desk, "make_aliases", "渡輪", topics="航运")
        assert [topics_of(article) for article in articles] == [["航運"], ["航運"]]
        assert tag.labels.get(text="渡輪").kind == LabelKind.TRANSLATION

    def test_another_name_of_no_topic_is_told(self, desk, articles):
        assert "one topic that exists" in self.act(desk, "make_aliases", "渡輪").content.decode()

    def test_dismissed_names_are_gone_and_can_be_brought_back(self, desk, articles):
        self.act(desk, "dismiss", "渡輪")
        assert [row.text for row in desk.get(SUGGESTIONS).context["cl"].result_list] == ["燈塔"]
        self.act(desk, "bring_back", "渡輪", query="?state=dismissed")
        assert TagSuggestion.objects.waiting().count() == 3

    def test_a_look_alike_is_named_beside_a_suggestion(self, desk, articles):
        make_tag("渡·輪")
        assert "渡·輪" in desk.get(SUGGESTIONS).content.decode()

    def test_the_articles_of_a_suggestion_are_linked(self, desk, articles):
        page = desk.get(SUGGESTIONS).content.decode()
        assert all(f"/article/{article.pk}/change/" in page for article in articles)


@pytest.mark.django_db(transaction=True)
def test_two_editors_who_merge_in_opposite_directions_are_both_answered():
    tags = Tag.objects.named(["川普", "特朗普"])
    article = make_article(tags=tags)
    editor = User.objects.create_superuser("editor")

    def merge_into(stays):
        client = Client()
        client.force_login(editor)
        try:
            return merge(client, *tags, stays=stays).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as editors:
        assert list(editors.map(merge_into, tags)) == [200, 200]
    assert Tag.objects.count() == article.tags.count() == 1
