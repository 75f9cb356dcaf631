"""Pages that editors write themselves: in the reader's language, in the footer, in the sitemap, or unseen."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import FreePage
from tests.builders import make_free_page

ADDRESS = "/pages/about/"


def in_footer(page):
    return [
        (link.text, link.get("href"))
        for link in page.cssselect(".colophon a")
        if "/pages/" in link.get("href")
    ]


def test_a_page_is_its_markdown(read):
    make_free_page(text="這裡**收錄**渡輪的消息。")
    page = read(ADDRESS)
    assert page.cssselect("h1")[0].text == "關於霧港"
    assert page.cssselect("title")[0].text.startswith("關於霧港")
    assert page.cssselect(".body strong")[0].text == "收錄"


def test_a_page_cannot_bring_html_along(get):
    make_free_page(text="<script>alert(1)</script>", title="<b>霧港</b>")
    assert b"<script>alert" not in get(ADDRESS).content
    assert b"<b>" not in get(ADDRESS).content


def test_a_page_is_read_in_the_readers_language(read):
    make_free_page(title_en="About Mist Harbour", text_en="News of ferries.")
    page = read(f"/en{ADDRESS}")
    assert page.cssselect("h1")[0].text == "About Mist Harbour"
    assert page.cssselect(".body")[0].get("lang") == "en"


def test_one_chinese_version_is_read_in_both_scripts(read):
    make_free_page()
    page = read(f"/zh-hans{ADDRESS}")
    assert page.cssselect("h1")[0].text == "关于雾港"
    assert page.cssselect(".body")[0].text_content().strip() == "这里收录渡轮的消息。"
    assert in_footer(page) == [("关于雾港", f"/zh-hans{ADDRESS}")]


def test_a_version_of_its_own_comes_before_a_converted_one(read):
    make_free_page(title_hans="关于本港", text_hans="渡轮消息。")
    assert read(f"/zh-hans{ADDRESS}").cssselect("h1")[0].text == "关于本港"
    assert read(ADDRESS).cssselect("h1")[0].text == "關於霧港"


def test_a_reader_of_a_language_it_is_not_in_gets_what_there_is(read):
    make_free_page()
    assert read(f"/en{ADDRESS}").cssselect("h1")[0].get("lang") == "zh-Hant"


@pytest.mark.parametrize(
    "address", ["/", "/tags/", "/sources/", "/search/", ADDRESS, "/en/", "/zh-hans/weekly/2025/"]
)
def test_every_page_links_to_them_in_the_editors_order(read, address):
    make_free_page("contact", "聯絡", position=2)
    make_free_page(position=1)
    assert len(in_footer(read(address))) == 2
    assert in_footer(read("/")) == [("關於霧港", ADDRESS), ("聯絡", "/pages/contact/")]


def test_a_page_that_is_not_found_has_them_in_its_footer_too(read):
    make_free_page()
    assert in_footer(read("/articles/0/", status=404))


def test_a_hidden_page_is_nowhere(get):
    make_free_page(is_published=False)
    assert get(ADDRESS).status_code == 404
    assert "關於霧港" not in get("/").content.decode()
    assert ADDRESS not in get("/sitemap-pages.xml").content.decode()


def test_the_sitemap_lists_them(get):
    make_free_page()
    told = get("/sitemap-pages.xml").content.decode()
    assert f"<loc>https://shuttle.example{ADDRESS}</loc><lastmod>" in told
    assert f"<loc>https://shuttle.example/en{ADDRESS}</loc>" in told


def test_an_address_that_a_page_had_leads_to_it(get, location):
    page = make_free_page()
    page.slug = "關於"
    page.save()
    assert location(f"/en{ADDRESS}") == "/en" + page.get_absolute_url()
    page.is_published = False
    page.save()
    assert get(ADDRESS).status_code == 404


def test_an_address_that_it_had_before_anybody_saw_it_is_not_betrayed(get):
    page = make_free_page(is_published=False)
    page.slug, page.is_published = "harbour", True
    page.save()
    assert get(ADDRESS).status_code == 404


def test_how_to_write_to_the_editors_is_told_where_it_is_known(read, settings):
    make_free_page()
    assert not read(ADDRESS).cssselect(".side a")
    settings.EDITORS_CONTACT = "mailto:desk@shuttle.example"
    link = read(ADDRESS).cssselect(".side a")[0]
    assert (link.text, link.get("href")) == ("desk@shuttle.example", "mailto:desk@shuttle.example")


def test_every_version_is_kept():
    page = make_free_page()
    page.text_hant = "渡輪停航。"
    page.save()
    assert [row.text_hant for row in page.history.order_by("-history_id")] == [
        "渡輪停航。",
        "這裡收錄渡輪的消息。",
    ]


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"title_en": "About"}, {"text_en"}),
        ({"text_hans": "渡轮。"}, {"title_hans"}),
        ({"title_hant": "", "text_hant": " "}, {"__all__"}),
        ({"text_hant": "> " * 60 + "深"}, {"text_hant"}),
    ],
)
def test_what_cannot_be_read_is_refused_beside_its_field(fields, refused):
    page = FreePage(slug="x", **{"title_hant": "關於", "text_hant": "渡輪。", **fields})
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert set(error.value.message_dict) == refused
