"""Arranging the home page at the desk: from the list of articles, by buttons and by numbers."""

import pytest
from django.contrib.admin.models import LogEntry
from lxml import html

from articles.management.roles import AUTHORS, EDITORS
from articles.models import Placement
from articles.pages.front_page import MOST_PINS
from tests.admin.builders import form_data
from tests.builders import make_article, make_placement

pytestmark = pytest.mark.django_db

ARTICLES, PLACEMENTS = "/admin/articles/article/", "/admin/articles/placement/"


def act(client, action, *articles):
    data = {"action": action, "_selected_action": [article.pk for article in articles]}
    return client.post(ARTICLES, data, follow=True)


def placed(place):
    rows = Placement.objects.filter(place=place).in_order()
    return [row.article.headline for row in rows.select_related("article")]


def messages(answer):
    return [str(message) for message in answer.context["messages"]]


@pytest.mark.parametrize("place", ["pin", "pick"])
def test_chosen_articles_are_placed_before_the_others_in_the_order_of_the_list(desk, place):
    make_placement(make_article("早先"), place)
    articles = [make_article(headline) for headline in ("舊", "新")]
    act(desk, place, *articles)
    assert placed(place) == ["新", "舊", "早先"]  # the list shows the newest first


def test_placing_again_changes_nothing(desk):
    article = make_article("甲")
    make_placement(article, position=4)
    answer = act(desk, "pin", article)
    assert Placement.objects.get().position == 4
    assert "0" in messages(answer)[0]


def states(client, place):
    page = html.fromstring(client.get(f"/en{PLACEMENTS}", {"place__exact": place}).content)
    return [cell.text for cell in page.cssselect("td.field-state")]


def test_what_readers_are_not_shown_for_want_of_room_is_told(desk):
    for number in range(MOST_PINS + 2):
        make_placement(make_article(f"{number}"), "pin", position=number + 1)
    assert states(desk, "pin") == ["shown"] * MOST_PINS + ["no room"] * 2


def test_what_waits_takes_nobodys_room(desk):
    make_placement(make_article("甲", status="draft"), "pin", position=1)
    for number in range(MOST_PINS):
        make_placement(make_article(f"{number}"), "pin", position=number + 2)
    assert states(desk, "pin") == ["not published", *["shown"] * MOST_PINS]


def test_taking_off_empties_both_places(desk):
    article, other = make_article("甲"), make_article("乙")
    for place in ("pin", "pick"):
        make_placement(article, place)
        make_placement(other, place)
    act(desk, "take_off", article)
    assert placed("pin") == placed("pick") == ["乙"]


def test_the_history_of_an_article_tells_that_it_was_placed(desk, editor):
    article = make_article()
    act(desk, "pin", article)
    assert LogEntry.objects.get(object_id=str(article.pk), user=editor).get_change_message()


def test_placing_a_draft_says_that_readers_do_not_see_it_yet(desk):
    answer = act(desk, "pin", make_article("未發稿", status="draft"))
    assert any("未發稿" in message for message in messages(answer))
    assert placed("pin") == ["未發稿"]


@pytest.mark.parametrize(("direction", "order"), [("up", ["乙", "甲"]), ("down", ["甲", "乙"])])
def test_a_button_moves_a_row_without_a_script(desk, direction, order):
    make_placement(make_article("甲"), position=1)
    row = make_placement(make_article("乙"), position=2)
    page = desk.get(PLACEMENTS).content.decode()
    address = f"{PLACEMENTS}{row.pk}/move/{direction}/"
    assert f'formaction="{address}"' in page
    assert desk.post(address, follow=True).status_code == 200
    assert placed("pin") == order


def test_positions_are_typed_in_the_list(desk):
    rows = [make_placement(make_article(headline), position=1) for headline in "甲乙"]
    formset = desk.get(PLACEMENTS).context["cl"].formset
    data = {f"form-{n}-id": form.instance.pk for n, form in enumerate(formset.forms)}
    data |= {f"form-{n}-position": 2 - (form.instance == rows[1]) for n, form in enumerate(formset.forms)}
    data |= {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 2, "_save": "1"}
    desk.post(PLACEMENTS, data)
    assert placed("pin") == ["乙", "甲"]


def test_a_note_and_a_time_are_typed_in_the_form(desk):
    row = make_placement(make_article())
    address = f"{PLACEMENTS}{row.pk}/change/"
    desk.post(
        address, form_data(desk, address, note_zh="先讀這篇。", ends_at_0="2030-01-01", ends_at_1="08:00")
    )
    row.refresh_from_db()
    assert (row.note_zh, row.ends_at.year) == ("先讀這篇。", 2030)


def test_a_second_placement_in_the_same_place_is_refused_beside_the_form(desk):
    row = make_placement(make_article())
    add = f"{PLACEMENTS}add/"
    answer = desk.post(add, form_data(desk, add, article=row.article_id, place="pin", position=1))
    assert answer.status_code == 200
    assert answer.context["errors"]


@pytest.mark.parametrize("direction", ["sideways", "up"])
def test_a_move_that_leads_nowhere_is_not_found(desk, direction):
    row = make_placement(make_article())
    number = row.pk if direction == "sideways" else row.pk + 1
    assert desk.post(f"{PLACEMENTS}{number}/move/{direction}/").status_code == 404


def test_editors_arrange_the_home_page(works_as):
    client, article = works_as(EDITORS), make_article("甲")
    act(client, "pin", article)
    row = Placement.objects.get()
    assert client.post(f"{PLACEMENTS}{row.pk}/move/up/").status_code == 302
    assert client.get(PLACEMENTS).status_code == 200


def test_authors_do_not(works_as):
    client, article = works_as(AUTHORS), make_article("甲")
    act(client, "pin", article)
    assert placed("pin") == []
    row = make_placement(article)
    assert client.post(f"{PLACEMENTS}{row.pk}/move/up/").status_code == 403
    assert client.get(PLACEMENTS).status_code == 403
    assert 'value="pin"' not in client.get(ARTICLES).content.decode()


def test_the_list_takes_the_same_queries_whatever_its_length(desk, django_assert_max_num_queries):
    for number in range(12):
        make_placement(make_article(), position=number)
    with django_assert_max_num_queries(9):
        desk.get(PLACEMENTS)
