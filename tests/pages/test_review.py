"""Review links: one article for somebody without an account, for seven days, and a note on each part."""

from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Article, ReviewLink, ReviewNote
from articles.models.articles.picture import folder
from portal.door import REVIEW
from tests.builders import make_article, make_summary

pytestmark = pytest.mark.django_db

PICTURE = "0a1b-40x30.png"


def make_link(article=None, **fields) -> ReviewLink:
    return ReviewLink.objects.create(article=article or make_draft(), **fields)


def make_draft(headline="未刊的渡輪", **fields):
    return make_article(headline, status="draft", **{"body": "霧還沒有散。", **fields})


def page_at(client, link):
    answer = client.get(link.get_absolute_url())
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def leave(client, link, part="article", text="第二段的日期不對。", name="林"):
    data = {"part": part, f"{part}-text": text, f"{part}-name": name}
    return client.post(link.get_absolute_url(), data)


def test_a_draft_is_shown_in_the_readers_own_page_with_a_band(client):
    page = page_at(client, make_link())
    assert page.cssselect("article h1")[0].text == "未刊的渡輪"
    assert "霧還沒有散" in page.cssselect("[data-body]")[0].text_content()
    assert page.cssselect(".preview")
    assert not page.cssselect("link[rel=canonical], script[type='application/ld+json'], .share")


def test_its_summaries_are_shown_as_they_stand_at_the_desk(client):
    article = make_draft()
    make_summary(article, "zh-Hant", "還在寫的摘要。", status="draft")
    english = make_summary(article, "en", "As published.")
    english.pending = {"headline": "", "text": "As changed since.", "points": []}
    english.save()
    told = [one.text_content() for one in page_at(client, make_link(article)).cssselect("[data-summary]")]
    assert "還在寫的摘要。" in told[0]
    assert "As changed since." in told[1]
    english.refresh_from_db()
    assert english.text == "As published."


def test_nobody_keeps_or_lists_the_page(client):
    answer = client.get(make_link().get_absolute_url())
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert 'name="robots" content="noindex' in answer.content.decode()


@pytest.mark.parametrize("state", ["revoked", "expired", "thrown away"])
def test_a_link_that_is_over_is_as_if_it_had_never_been(client, state):
    link = make_link()
    match state:
        case "revoked":
            link.revoke()
        case "expired":
            ReviewLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        case "thrown away":
            Article.objects.update(status="trash")
    assert client.get(link.get_absolute_url()).status_code == 404
    assert leave(client, link).status_code == 404
    assert not ReviewNote.objects.exists()


def test_a_link_lasts_seven_days():
    link = make_link()
    assert timedelta(days=6, hours=23) < link.expires_at - timezone.now() <= timedelta(days=7)


def test_the_link_of_one_article_never_opens_another(client):
    one, other = make_link(make_draft("甲稿")), make_link(make_draft("乙稿"))
    assert "乙稿" not in client.get(one.get_absolute_url()).content.decode()
    number, _colon, signature = one.token.partition(":")
    forged = [
        f"{other.pk}:{signature}",
        number,
        f"{number}:",
        signing.Signer().sign(number),
        "x",
        f"{number}:é",
    ]
    for token in forged:
        assert client.get(reverse("review", args=[token])).status_code == 404, token


def test_the_door_knows_the_address_in_every_language(client):
    link = make_link()
    for prefix in ("", "/en", "/zh-hans"):
        address = f"{prefix}/review/{link.token}/"
        assert REVIEW.fullmatch(address)
        assert client.get(address).status_code == 200


def test_a_note_arrives_and_its_form_is_gone(client):
    link = make_link()
    answer = leave(client, link)
    assert answer.url == f"{link.get_absolute_url()}#notes"
    note = link.notes.get()
    assert (note.part, note.text, note.name) == ("article", "第二段的日期不對。", "林")
    assert "第二段的日期不對。" in client.get(link.get_absolute_url()).content.decode()


def test_there_is_one_note_a_part_and_the_first_stands(client):
    article = make_draft()
    make_summary(article, "en", "Words.", status="draft")
    link = make_link(article)
    for part in ("article", "en", "article", "zh", "x"):
        leave(client, link, part, text=f"on {part}")
    assert [note.part for note in link.notes.all()] == ["article", "en"]
    leave(client, link, "article", text="another")
    assert link.notes.get(part="article").text == "on article"


def test_a_second_note_on_a_part_is_refused_beside_its_words(client):
    link = make_link()
    leave(client, link)
    page = html.fromstring(leave(client, link, text="還有第三段。").content.decode())
    (field,) = page.cssselect("[name=article-text]")
    assert field.text_content().strip() == "還有第三段。"
    assert page.cssselect(".review-notes .error")


def test_the_same_note_sent_twice_has_arrived(client):
    link = make_link()
    leave(client, link)
    assert leave(client, link).status_code == 302


def test_a_note_sent_by_a_link_that_is_over_is_given_back(client):
    link = make_link()
    link.revoke()
    answer = leave(client, link)
    assert answer.status_code == 404
    assert "第二段的日期不對。" in answer.content.decode()
    assert not ReviewNote.objects.exists()


@pytest.mark.parametrize("text", ["", "  ", "字" * 2001])
def test_a_note_that_cannot_be_kept_comes_back_with_its_words(client, text):
    link = make_link()
    answer = leave(client, link, text=text)
    (asked,) = answer.context["asked"]
    assert asked.form.errors["text"]
    assert asked.form["text"].value() == text
    assert not link.notes.exists()


def test_a_note_needs_the_form_it_was_asked_by(client):
    client.handler.enforce_csrf_checks = True
    assert leave(client, make_link()).status_code == 403


def test_markup_in_a_note_is_shown_as_text(client):
    link = make_link()
    leave(client, link, text="<b>粗</b>")
    assert "<b>粗" not in client.get(link.get_absolute_url()).content.decode()


def test_pictures_of_the_article_are_shown_by_the_link_alone(client):
    folder().mkdir(parents=True)
    (folder() / PICTURE).write_bytes(b"png")
    link, other = (
        make_link(make_draft(body=f"![船](/pictures/{PICTURE})\n\n霧。")),
        make_link(make_draft("乙稿")),
    )
    (address,) = (image.get("src") for image in page_at(client, link).cssselect("[data-body] img"))
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert answer.getvalue() == b"png"
    assert client.get(f"/pictures/{PICTURE}").status_code == 404
    assert client.get(reverse("review_picture", args=[other.token, PICTURE])).status_code == 404


def test_no_public_page_tells_of_a_draft_under_review(client):
    article = make_draft("渡輪密稿", tags=["外交"])
    make_article("公開", tags=["外交"])
    link = make_link(article)
    leave(client, link)
    lists = [
        "/",
        "/feed.atom",
        "/feed.json",
        "/search/?q=密稿",
        "/sitemap.xml",
        "/sitemap-articles-0.xml",
        "/tags/外交/",
    ]
    for address in lists:
        body = client.get(address, follow=True).content.decode()
        assert "渡輪密稿" not in body
        assert "/review/" not in body
