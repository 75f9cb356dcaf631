"""Tables of summaries: out to translators, back for review, nothing overwritten."""

import pytest
import tablib
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.admin.tables.files import written
from articles.management.roles import AUTHORS
from articles.models import Summary, Words
from tests.builders import make_article, make_copies, make_summary

PAGE, EXPORT = "/en/admin/tables/", "/en/admin/tables/summaries/"
TEXT = "Two envoys reopened the ferry talks."
pytestmark = pytest.mark.django_db


def taken_out(browser, **chosen):
    answer = browser.get(EXPORT, {"kind": "csv", **chosen})
    return tablib.import_set(answer.content.decode("utf-8-sig"), format="csv")


def hand_in(browser, table, kind="csv"):
    upload = SimpleUploadedFile(f"table.{kind}", written(table, kind))
    return browser.post(PAGE, {"table": upload}, follow=True)


def with_cells(table, **cells):
    """The table as a translator returns it: with cells of the English rows written."""
    rows = [row | cells if row["language"] == "en" else row for row in table.dict]
    return tablib.Dataset(*(row.values() for row in rows), headers=table.headers)


def test_every_article_has_a_row_for_each_language(desk):
    article = make_article("渡輪", summaries={"zh-Hant": "兩國信使重開談判。"})
    rows = taken_out(desk).dict
    assert [(row["language"], row["text"], row["article_headline"]) for row in rows] == [
        ("zh-Hant", "兩國信使重開談判。", "渡輪"),
        ("en", "", "渡輪"),
    ]
    assert {row["article"] for row in rows} == {str(article.pk)}


def test_a_table_of_many_articles_takes_as_many_queries_as_one_of_few(desk, django_assert_max_num_queries):
    for _ in range(12):
        make_article(summaries={"zh-Hant": "渡輪復航。", "en": TEXT})
    with django_assert_max_num_queries(9):
        assert len(taken_out(desk)) == 24


def test_a_queue_can_be_taken_out_alone(desk):
    make_article(summaries={"zh-Hant": "渡輪復航。", "en": TEXT})
    waiting = make_article(summaries={"zh-Hant": "兩國信使重開談判。"})
    assert {row["article"] for row in taken_out(desk, queue="one").dict} == {str(waiting.pk)}


def test_of_copies_a_table_holds_what_was_written_of_them(desk):
    lead, copy = make_copies()
    assert {row["article"] for row in taken_out(desk).dict} == {str(lead.pk)}
    make_summary(copy, status="review")
    for queue in ("", "review"):
        assert str(copy.pk) in {row["article"] for row in taken_out(desk, queue=queue).dict}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_translation_handed_in_waits_for_review(desk, editor, kind):
    make_article(summaries={"zh-Hant": "兩國信使重開談判。"})
    hand_in(desk, with_cells(taken_out(desk), text=TEXT, points="Ferries\nTalks"), kind)
    made = Summary.objects.get(language="en")
    assert made.words == Words("", TEXT, ("Ferries", "Talks"))
    assert (made.status, made.origin, made.writer) == ("review", "imported", editor)


def test_rows_that_nobody_wrote_into_change_nothing(desk):
    make_article(summaries={"zh-Hant": "兩國信使重開談判。"})
    before = Summary.objects.get().version
    hand_in(desk, taken_out(desk))
    assert Summary.objects.get().version == before


def test_a_new_wording_of_a_published_summary_waits_beside_it(desk):
    make_article(summaries={"en": "Talks reopened over the ferry."})
    hand_in(desk, with_cells(taken_out(desk), text=TEXT))
    summary = Summary.objects.get()
    assert summary.text == "Talks reopened over the ferry."
    assert summary.proposed.text == TEXT


def test_a_summary_that_changed_since_the_table_was_made_is_not_overwritten(desk, editor):
    make_article(summaries={"en": "Talks reopened over the ferry."})
    old = taken_out(desk)
    Summary.objects.get().propose(Words(text="Envoys met again over the ferry."), editor)
    page = hand_in(desk, with_cells(old, text=TEXT)).content.decode()
    assert "Row 3 · version" in page
    assert Summary.objects.get().proposed.text == "Envoys met again over the ferry."


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"text": "<b>Talks</b> reopened over the ferry."}, "Row 3 · text"),
        ({"text": "兩國信使在渡輪上重開談判。"}, "Row 3 · text"),
        ({"text": TEXT, "article": "999999"}, "Row 3 · article"),
        ({"text": TEXT, "article": "渡輪"}, "Row 3 · article"),
    ],
)
def test_a_fault_is_told_by_row_and_column_and_nothing_is_taken(desk, cells, told):
    make_article()
    page = hand_in(desk, with_cells(taken_out(desk), **cells)).content.decode()
    assert told in page
    assert not Summary.objects.exists()


def test_one_faulty_row_leaves_the_whole_table_out(desk):
    make_article("渡輪"), make_article("燈塔")
    table = with_cells(taken_out(desk), text=TEXT).dict
    table[3]["text"] = "<b>"
    page = hand_in(desk, tablib.Dataset(*(row.values() for row in table), headers=table[0].keys()))
    assert "Row 5 · text" in page.content.decode()
    assert not Summary.objects.exists()


SIMPLIFIED, TRADITIONAL = "两国信使重开谈判，桌上多了一盏灯。", "兩國信使重開談判，桌上多了一盞燈。"


def in_both_scripts(desk, **second):
    """A new article's table with a row in each Chinese script."""
    (row, _english) = taken_out(desk).dict
    rows = [row | {"text": TRADITIONAL}, row | {"language": "zh-Hans", "version": "", **second}]
    return tablib.Dataset(*(each.values() for each in rows), headers=row.keys())


def test_a_second_chinese_script_is_refused_by_its_row(desk):
    make_article()
    page = hand_in(desk, in_both_scripts(desk, text=SIMPLIFIED)).content.decode()
    assert "Row 3 · language" in page
    assert "The article has its Chinese summary in another script: Traditional Chinese." in page
    assert not Summary.objects.exists()


def test_a_second_chinese_script_that_nobody_wrote_into_is_passed_over(desk):
    make_article()
    hand_in(desk, in_both_scripts(desk, text=""))
    assert Summary.objects.get().language == "zh-Hant"


def test_a_script_beside_the_one_that_is_written_is_refused(desk):
    make_article(summaries={"zh-Hans": SIMPLIFIED})
    table = taken_out(desk).dict
    row = table[0] | {"language": "zh-Hant", "text": TRADITIONAL, "version": ""}
    page = hand_in(desk, tablib.Dataset(row.values(), headers=row.keys())).content.decode()
    assert "Row 2 · language" in page
    assert Summary.objects.get().language == "zh-Hans"


def test_an_unknown_language_is_told(desk):
    make_article()
    table = with_cells(taken_out(desk), text=TEXT, language="fr")
    assert "Row 3 · language" in hand_in(desk, table).content.decode()


def test_a_table_without_a_column_names_it(desk):
    page = hand_in(desk, tablib.Dataset(["1", "en"], headers=["article", "language"])).content.decode()
    assert "headline, points, text, version" in page


def test_a_number_that_a_spreadsheet_made_a_fraction_is_still_the_article(desk):
    article = make_article()
    hand_in(desk, with_cells(taken_out(desk), text=TEXT, article=f"{article.pk}.0"))
    assert Summary.objects.get().article == article


@pytest.fixture
def guest(client):
    """May look at summaries and write none."""
    member = User.objects.create_user("guest", is_staff=True)
    member.user_permissions.add(Permission.objects.get(codename="view_summary"))
    client.force_login(member)
    return client


def test_who_may_not_write_takes_out_what_readers_see(guest, editor):
    shown = make_article(summaries={"en": TEXT})
    shown.summaries.get().propose(Words(text="PENDING"), editor)
    make_summary(shown, "zh-Hant", "REVIEW", status="review")
    make_article("DRAFT", status="draft", summaries={"en": "OF A DRAFT"})
    assert [row["text"] for row in taken_out(guest).dict] == [TEXT]


def test_who_may_not_write_cannot_hand_in(guest):
    assert hand_in(guest, tablib.Dataset(headers=["article"])).status_code == 403
    assert "Hand in" not in guest.get(PAGE).content.decode()


def test_an_author_hands_in_for_review(works_as):
    author = works_as(AUTHORS)
    make_article()
    hand_in(author, with_cells(taken_out(author), text=TEXT))
    assert Summary.objects.get().status == "review"


def test_without_leave_there_are_no_tables(client):
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.get(PAGE).status_code == client.get(EXPORT).status_code == 403


def test_the_desk_leads_to_the_tables(desk):
    assert f'href="{PAGE}"' in desk.get("/en/admin/desk/").content.decode()
