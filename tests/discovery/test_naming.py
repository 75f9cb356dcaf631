"""Names counted in the words of articles: as printed, the longest alone, of a topic by any of its names."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.discovery.naming import naming_of
from articles.ingest.block_markdown import to_markdown
from articles.ingest.clean import clean
from articles.ingest.documents import RawDocument
from articles.models import NameUse, Source, Tag, TagMerge
from tests.builders import make_article, make_copies, make_source, make_tag

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.django_db


@pytest.fixture
def korea():
    return make_korea()


def make_korea():
    tag = make_tag("韓國")
    for name in ("南韓", "한국", "South Korea"):
        tag.labels.create(text=name)
    return tag


def counts(article):
    return dict(article.name_uses.values_list("form", "count"))


def told(tag):
    names = dict(Source.objects.values_list("pk", "name"))
    return {(names.get(row.source), row.form): row.uses for row in naming_of(tag.pk)}


@pytest.mark.usefixtures("korea")
def test_names_are_counted_as_they_are_printed():
    article = make_article(body="南韓與韓國。韩国，南韩。한국, South Korea and SOUTH KOREA.\n\n韓國。")
    once = ("南韓", "韩国", "南韩", "한국", "South Korea", "SOUTH KOREA")
    assert counts(article) == {"韓國": 2, **dict.fromkeys(once, 1)}


@pytest.mark.usefixtures("korea")
def test_a_name_inside_a_longer_one_is_not_counted():
    make_tag("韓國瑜")
    make_tag("韓國銀行")
    assert counts(make_article(body="韓國瑜訪韓國，韓國銀行降息。")) == {
        "韓國瑜": 1,
        "韓國": 1,
        "韓國銀行": 1,
    }


@pytest.mark.usefixtures("korea")
@pytest.mark.parametrize(
    "beside", ["▲ 南韓總統（圖／韓國通訊社）", "《南韓史》〈韓國論〉", "[首爾](https://example.org/韓國)"]
)
def test_captions_titles_of_works_and_addresses_are_no_words_of_the_article(beside):
    assert counts(make_article(body=f"渡輪到了。\n\n{beside}")) == {}


@pytest.mark.usefixtures("korea")
@pytest.mark.parametrize(
    "block", ["## 南韓", "- 南韓", "> 南韓", "※ 南韓", "| 國 |\n|---|\n| 南韓 |", "**南**韓"]
)
def test_every_block_of_words_counts(block):
    assert counts(make_article(body=f"渡輪到了。\n\n{block}")) == {"南韓": 1}


def test_a_name_that_is_not_looked_for_in_bodies_is_not_counted(korea):
    korea.labels.create(text="大韓", is_linked=False)
    assert counts(make_article(body="大韓之聲。")) == {}


def test_names_are_counted_anew_when_the_body_changes(korea):
    article = make_article(body="南韓。", tags=[korea])
    article.body = "韓國。"
    article.save()
    assert counts(article) == {"韓國": 1}


def test_a_topic_is_told_by_source_and_name(korea):
    daily, post = make_source("甲報"), make_source("乙報")
    make_article(body="南韓、南韓與韓國。", source=daily, tags=[korea])
    make_article(body="南韓。", source=daily, tags=[korea])
    make_article(body="韓國。", source=post, tags=[korea])
    make_article(body="韓國。", tags=[korea])
    assert told(korea) == {("甲報", "南韓"): 3, ("甲報", "韓國"): 1, ("乙報", "韓國"): 1, (None, "韓國"): 1}


def test_articles_that_readers_do_not_see_or_that_are_of_other_topics_are_not_told(korea):
    make_article(body="南韓。", status="draft", tags=[korea])
    make_article(body="南韓。")
    assert told(korea) == {}


def test_copies_of_a_story_are_told_once(korea):
    make_copies(body="南韓與韓國的渡輪今晨照常開航，船上有兩國信使，碼頭上無人送行。" * 3, tags=[korea])
    assert told(korea) == {(None, "南韓"): 3, (None, "韓國"): 3}


def test_a_merged_topic_brings_its_uses_along_and_takes_them_back(korea):
    other = make_tag("大韓民國")
    make_article(body="大韓民國與南韓。", tags=[korea, other])
    merge = TagMerge.merge(other.pk, korea.pk)
    assert told(korea) == {(None, "大韓民國"): 1, (None, "南韓"): 1}
    assert told(merge.undo()) == {(None, "大韓民國"): 1}
    assert told(korea) == {(None, "南韓"): 1}


def test_a_name_taken_out_of_the_glossary_takes_its_uses_along(korea):
    make_article(body="南韓與韓國。", tags=[korea])
    korea.labels.get(text="南韓").delete()
    assert told(korea) == {(None, "韓國"): 1}


def test_uses_of_names_are_rebuilt_by_command(korea):
    make_article(body="南韓與大韓民國。", tags=[korea])
    korea.labels.create(text="大韓民國")
    NameUse.objects.filter(form="南韓").delete()
    call_command("rebuild_derived", only=["names"])
    assert told(korea) == {(None, "南韓"): 1, (None, "大韓民國"): 1}


@pytest.mark.parametrize("stories", [1, 12])
def test_a_topic_is_told_in_one_query(korea, stories, django_assert_num_queries):
    for number in range(stories):
        make_article(body="南韓與韓國。" * number, source=make_source(), tags=[korea])
    with django_assert_num_queries(1):
        naming_of(korea.pk)


# The shared seeds


def seed(number):
    path = next(SEEDS.glob(f"{number}_*"))
    return clean(RawDocument(path.name, path.read_bytes()))


def words(block):
    """Everything that a cleaned block holds, by the members of the JSON that it is printed as."""
    rows = [cell for row in getattr(block, "rows", ()) for cell in row]
    return "\n".join([getattr(block, "text", ""), *getattr(block, "items", ()), *rows])


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here")
def test_the_seeds_are_told_as_a_plain_count_over_their_cleaned_bodies_tells_them():
    korea = make_korea()
    expected = {}
    for number in ("000", "002", "003", "004"):
        parsed = seed(number)
        source = make_source(number)
        make_article(parsed.headline, body=to_markdown(parsed.blocks), source=source, tags=[korea])
        text = "\n".join(words(block) for block in parsed.blocks if block.type != "figure")
        plain = {form: len(re.findall(form, text)) for form in ("南韓", "韓國", "韩国")}
        expected |= {(number, form): count for form, count in plain.items() if count}
    assert told(Tag.objects.get(pk=korea.pk)) == expected
    assert expected == {
        ("000", "南韓"): 10,
        ("000", "韓國"): 2,
        ("002", "韩国"): 7,
        ("003", "南韓"): 25,
        ("004", "韓國"): 29,
    }
