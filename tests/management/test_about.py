"""A new portal has a page about itself; what its editors do with it stays."""

import pytest

from articles.management.about import make_about
from articles.models import FreePage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def about():
    make_about()


def test_it_is_published_in_every_language():
    page = FreePage.objects.get()
    page.full_clean()
    assert page.is_published
    assert list(page.titles) == ["zh-Hant", "zh-Hans", "en"]


@pytest.mark.parametrize("prefix", ["", "/en", "/zh-hans"])
def test_its_links_lead_to_pages_in_the_same_language(client, prefix):
    page = client.get(f"{prefix}/pages/about/").content.decode()
    for name in ("sources", "tags", "weekly"):
        assert f'href="../../{name}/"' in page
        assert client.get(f"{prefix}/{name}/").status_code in (200, 302)


def test_what_editors_wrote_in_its_place_stays():
    FreePage.objects.update(title_en="Who we are")
    make_about()
    assert FreePage.objects.get().title_en == "Who we are"


def test_what_editors_deleted_does_not_come_back():
    FreePage.objects.all().delete()
    make_about()
    assert not FreePage.objects.exists()
