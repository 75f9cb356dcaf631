"""Of shared seeds that print no source it is asked whose they are and what may be shown, never assumed."""

import json
from pathlib import Path

import pytest

from articles.ingest.clean import clean
from articles.ingest.documents import RawDocument
from articles.ingest.storage.store import keep_waiting
from articles.models import Article
from tests.admin.builders import preview_data
from tests.builders import make_source

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
IMPORT = "/en/admin/articles/article/import/"
PRINT_NONE = ["001", "004"]

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here"),
]


def waiting(seed):
    path = next(SEEDS.glob(f"{seed}_*"))
    raw = RawDocument(path.name, path.read_bytes())
    return keep_waiting(raw, clean(raw))


def source_in_truth(seed):
    return json.loads((SEEDS / "gold" / f"{seed}.json").read_text("utf-8"))["source"]


def take_in(desk, document, **said):
    address = f"{IMPORT}{document.pk}/"
    data = preview_data(desk, address) | {f"source-{name}": value for name, value in said.items()}
    return desk.post(address, data | {"decision": "draft"}, follow=True)


@pytest.mark.parametrize("seed", PRINT_NONE)
def test_it_is_asked_for_unticked_and_comes_in_by_no_rights_but_those_said(desk, seed):
    document, name = waiting(seed), source_in_truth(seed)
    assert "checked" not in desk.get(IMPORT).content.decode()
    assert take_in(desk, document).context["form"].errors.keys() == {"name", "rights"}
    assert not Article.objects.exists()
    take_in(desk, document, name=name, rights="excerpt")
    article = Article.objects.get()
    assert (article.source.name, article.rights) == (name, "excerpt")


@pytest.mark.parametrize("seed", PRINT_NONE)
def test_a_source_that_is_here_is_named_and_keeps_its_rights(desk, seed):
    known = make_source(source_in_truth(seed), rights="link")
    take_in(desk, waiting(seed), name=known.name)
    article = Article.objects.get()
    assert (article.source, article.rights) == (known, "link")


def test_one_that_prints_it_is_asked_for_the_rights_alone(desk):
    document = waiting("000")
    assert desk.get(f"{IMPORT}{document.pk}/").context["form"]["name"].value() == source_in_truth("000")
    assert take_in(desk, document).context["form"].errors.keys() == {"rights"}


def test_the_two_that_are_one_story_name_each_other(desk):
    one, other = waiting("000"), waiting("001")
    first, second = desk.get(IMPORT).context["records"]
    assert (first.twin.document, second.twin.document) == (other, one)
