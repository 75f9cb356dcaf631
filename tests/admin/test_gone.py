"""What an editor has open is deleted, thrown away or merged by another: the answer holds the words."""

import pytest
from lxml import html

from articles.models import Article, Label, Source, Tag, TagMerge
from articles.models.articles.article import Status
from tests.admin.builders import desk_data, form_data
from tests.builders import make_article, make_source, make_tag

pytestmark = pytest.mark.django_db
BODY = "清晨的渡輪在霧中靠岸，\n\n<b>兩國</b>的信使換了座位。"


def form_of(row):
    return f"/en/admin/articles/{row._meta.model_name}/{row.pk}/change/"


def words_back(answer):
    """The heading, the links, the form's address and what it would send."""
    page = html.fromstring(answer.content.decode())
    (form,) = page.cssselect("form.words-back")
    values = {name: value.removeprefix("\n") for name, value in form.form_values()}
    links = [link.get("href") for link in page.cssselect("#content-main > p a")]
    return page.cssselect("h1")[0].text_content(), links, form.get("action"), values


def test_an_article_that_was_thrown_away_meanwhile_gives_the_words_back(desk):
    article = make_article("渡輪靠岸")
    typed = form_data(desk, form_of(article), body=BODY, byline="林")
    Article.objects.update(status=Status.TRASH)
    answer = desk.post(form_of(article), typed)
    told, links, address, values = words_back(answer)
    assert answer.status_code == 410
    assert told == "“渡輪靠岸” was moved to the trash while you wrote."
    assert (links, address) == (["/en/admin/articles/article/trash/"], form_of(article))
    assert values.items() >= {name: value for name, value in typed.items() if value}.items()


def test_taken_out_of_the_trash_the_article_takes_the_words(desk):
    article = make_article()
    typed = form_data(desk, form_of(article), body=BODY)
    desk.post(form_of(article).replace("change", "delete"))
    _told, (trash,), address, values = words_back(desk.post(form_of(article), typed))
    desk.post(trash, {"take_out": article.pk})
    assert desk.post(address, values).status_code == 302
    assert Article.objects.get().body == BODY


def test_what_was_deleted_for_good_is_sent_again_as_something_new(desk):
    source = make_source("東海時報")
    typed = form_data(desk, form_of(source), name_en="East Sea Times")
    source.delete()
    told, _links, address, values = words_back(desk.post(form_of(source), typed))
    assert told == "This was deleted while you wrote."
    assert desk.post(address, values).status_code == 302
    assert Source.objects.get().name_en == "East Sea Times"


def test_a_deleted_topic_comes_back_with_its_names(desk):
    tag = make_tag("穿梭外交")
    Label.objects.create(tag=tag, text="Shuttle diplomacy", language="en", kind="preferred")
    typed = form_data(desk, form_of(tag), description_en="Between two capitals.")
    tag.delete()
    _told, _links, address, values = words_back(desk.post(form_of(tag), typed))
    assert desk.post(address, values).status_code == 302
    tag = Tag.objects.get()
    assert tag.description_en == "Between two capitals."
    assert set(tag.labels.values_list("text", flat=True)) == {"穿梭外交", "Shuttle diplomacy"}


def test_a_topic_that_was_merged_away_meanwhile_shows_the_words_and_leads_to_the_other(desk):
    old, target = make_tag("穿梭外交"), make_tag("往來外交")
    typed = form_data(desk, form_of(old), description_zh="來回。")
    TagMerge.merge(old.pk, target.pk)
    answer = desk.post(form_of(old), typed)
    told, links, _address, values = words_back(answer)
    assert told == "“穿梭外交” has been merged into “往來外交”."
    assert links == [form_of(target)]
    assert values["description_zh"] == "來回。"
    assert b"readonly" in answer.content


def test_summaries_of_an_article_that_is_gone_for_good_are_given_back(desk):
    article = make_article()
    address = f"/en/admin/desk/{article.pk}/"
    typed = desk_data(desk, address, zh_text="渡輪靠岸。", en_text="Ashore.")
    article.delete()
    _told, _links, _address, values = words_back(desk.post(address, typed))
    assert (values["zh-text"], values["en-text"]) == ("渡輪靠岸。", "Ashore.")


def test_an_author_who_may_not_empty_the_trash_is_given_the_words_too(works_as):
    author, article = works_as("Authors"), make_article(status=Status.DRAFT)
    typed = form_data(author, form_of(article), body=BODY)
    Article.objects.update(status=Status.TRASH)
    _told, links, _address, values = words_back(author.post(form_of(article), typed))
    assert links == []
    assert values["body"].replace("\r\n", "\n") == BODY


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.WITHDRAWN])
def test_an_author_whose_draft_became_an_editors_meanwhile_is_given_the_words(works_as, status):
    author, article = works_as("Authors"), make_article("渡輪靠岸", status=Status.DRAFT)
    typed = form_data(author, form_of(article), body=BODY, byline="林")
    Article.objects.update(status=status)
    answer = author.post(form_of(article), typed | {"_hand_in": ""})
    told, links, _address, values = words_back(answer)
    assert answer.status_code == 403
    assert told == f"“渡輪靠岸” is an editor's now: it became “{status.label}” while you wrote."
    assert links == [form_of(article)]
    assert values["body"].replace("\r\n", "\n") == BODY
    assert Article.objects.get().body != BODY


def test_as_a_draft_again_the_article_takes_the_authors_words(works_as):
    author, article = works_as("Authors"), make_article(status=Status.DRAFT)
    typed = form_data(author, form_of(article), body=BODY)
    Article.objects.update(status=Status.PUBLISHED)
    _told, _links, address, values = words_back(author.post(form_of(article), typed))
    Article.objects.update(status=Status.DRAFT)
    assert author.post(address, values).status_code == 302
    assert Article.objects.get().body == BODY
