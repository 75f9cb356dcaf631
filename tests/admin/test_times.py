"""Times at the desk are written one way, and a field says whose clock it goes by."""

import re
from datetime import UTC, datetime

import pytest
from lxml import html

from articles.models import Provenance
from tests.admin.builders import make_waiting
from tests.builders import make_article, make_placement, make_source

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 11, 29, 19, 56, tzinfo=UTC)


def words_of(answer):
    return html.fromstring(answer.content.decode()).text_content()


@pytest.mark.parametrize("page", ["", "{}/change/"])
def test_english_has_no_twelve_hour_clock(desk, page):
    document = make_waiting()
    Provenance.objects.update(stored_at=MOMENT)
    told = words_of(desk.get(f"/en/admin/articles/provenance/{page.format(document.pk)}"))
    assert "2026-11-30 03:56" in told
    assert not re.search(r"[ap]\.m\.|Nov\.", told)


def test_when_a_colleague_was_last_here_is_written_the_same(desk, editor):
    editor.last_login = MOMENT
    editor.save()
    assert "2026-11-30 03:56" in words_of(desk.get("/en/admin/auth/user/"))


@pytest.mark.parametrize("page", ["desk/?state=none", "articles/article/"])
def test_the_day_of_an_article_is_the_one_that_its_source_prints(desk, page):
    london = make_source(time_zone="Europe/London")
    make_article(
        source=london, published_at=datetime(2026, 1, 16, 20, 30, tzinfo=UTC), published_precision="minute"
    )
    told = words_of(desk.get(f"/en/admin/{page}"))
    assert "2026-01-16" in told
    assert "2026-01-17" not in told


@pytest.mark.parametrize("kind", ["article", "placement"])
def test_a_field_for_a_moment_says_whose_clock_it_goes_by(desk, kind):
    article = make_article()
    thing = article if kind == "article" else make_placement(article)
    page = desk.get(f"/en/admin/articles/{kind}/{thing.pk}/change/")
    assert "By the desk's clock (Asia/Taipei)." in words_of(page)
