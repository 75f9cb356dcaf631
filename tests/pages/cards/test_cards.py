"""Share cards: what they say, how their lines end, and that no character is missing."""

import json
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from django.utils import translation
from PIL import Image

from articles.pages.cards import cache, content
from articles.pages.cards.content import Card, card_of_article, card_of_topic
from articles.pages.cards.drawing import MEASURE, TITLE_SIZES, TITLE_SIZES_OVER_NOTE, draw
from articles.pages.cards.fonts import Face, drawable, length, runs
from articles.pages.cards.typesetting import Text, fit
from articles.text.language import detect_language
from tests.builders import make_article, make_source, make_tag

SAMPLE = Path(content.__file__).parents[2] / "sample"
HEADLINE = Face("zh-Hant", "serif", is_heavy=True)
LONGEST = "兩國信使在渡輪上換了座位，霧中的談判重開三次；" * 13
MOST_BYTES = 300_000
LANGUAGES = ["zh-Hant", "zh-Hans", "ja", "ko", "en"]


def opened(png):
    return Image.open(BytesIO(png))


def card(title="渡輪與信使", language="zh-Hant", **fields):
    return Card(Text(title, language), **fields)


def sample_texts():
    """Every headline and every name of the sample library."""
    library = yaml.safe_load((SAMPLE / "library.yaml").read_text("utf-8"))
    expected = [json.loads(path.read_text("utf-8")) for path in sorted((SAMPLE / "expected").glob("*.json"))]
    headlines = [document["headline"] for document in expected]
    summaries = (document["summaries"] for document in library["documents"])
    ours = [summary["headline"] for each in summaries for summary in each.values()]
    return headlines + ours + list(strings_in(library["topics"]))


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings_in(each)


def is_missing(char, font):
    """Whether a font draws a character as its .notdef box, which it draws for what is no character at all."""
    return char.strip() != "" and bytes(font.getmask(char)) == bytes(font.getmask("\U0010ffff"))


def missing_in(text, face):
    return {char for run in runs(text, face, 40) for char in run.text if is_missing(char, run.font)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cut", ["serif", "sans"])
def test_no_glyph_is_missing_from_any_sample_text(language, cut):
    face = Face(language, cut)
    characters = "".join(sorted(set().union(*sample_texts())))
    assert missing_in(drawable(characters, face), face) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "穿梭閱讀",
        "韩国总统",
        "シャトル外交",
        "셔틀외교",
        "Erdoğan, Đặng Thị",
        "Жуков · Ελλάδα",
        "堃喆𠮷",
    ],
)
def test_every_script_we_read_is_drawn_whole_whatever_the_language_beside_it(text, language):
    face = Face(language, "serif")
    assert drawable(text, face) == text
    assert missing_in(text, face) == set()


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("會談登場🎉", "會談登場"),
        ("🇯🇵🤝🇰🇷 首腦會談 👨‍👩‍👧", "首腦會談"),
        ("1️⃣ 第一步", "1 第一步"),
        ("\u202e倒轉\u202c的\u200b標題", "倒轉的標題"),
        ("一行\r\nX-Header: 二行", "一行 X-Header: 二行"),
        ("<b>標題</b>", "<b>標題</b>"),
        ("說「مرحبا بكم」的人", "說「…」的人"),
        ("𝐁𝐨𝐥𝐝", "Bold"),
        ("🎉🎉", ""),
        ("สวัสดี", ""),
    ],
)
def test_what_no_font_has_is_left_out_and_letters_are_not_left_out_in_silence(text, drawn):
    assert drawable(text, HEADLINE) == drawn


@pytest.mark.parametrize(
    ("language", "ending"), [("zh-Hant", "TC"), ("zh-Hans", "SC"), ("ja", "JP"), ("ko", "KR")]
)
def test_each_language_has_its_own_forms_of_a_character(language, ending):
    assert f"{ending}-" in Face(language, "serif").file_for("直").name


def test_english_is_set_in_a_latin_face():
    assert Face("en", "serif").file_for("“").name.startswith("NotoSerif[")


@pytest.mark.parametrize("sizes", [TITLE_SIZES, TITLE_SIZES_OVER_NOTE])
def test_lines_of_sample_headlines_fit_the_card(sizes):
    for text in [*sample_texts(), LONGEST]:
        face = Face(detect_language(text), "serif", is_heavy=True)
        block = fit(text, face, sizes, MEASURE)
        assert len(block.lines) <= 4
        assert all(length(line, face, block.size) <= MEASURE for line in block.lines), text


def test_a_short_headline_is_larger_than_a_long_one():
    sizes = [fit(text, HEADLINE, TITLE_SIZES, MEASURE).size for text in ("首航", LONGEST[:30], LONGEST[:60])]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


@pytest.mark.parametrize("text", [LONGEST, "The envoys change seats on the ferry again and again, " * 6])
def test_a_headline_too_long_ends_in_an_ellipsis(text):
    lines = fit(text, HEADLINE, TITLE_SIZES, MEASURE).lines
    assert len(lines) == 4
    assert lines[-1][-1] == "…"
    assert lines[-1][-2].isalnum()


def test_a_headline_is_set_smaller_to_end_its_lines_after_punctuation():
    lines = fit("113分鐘的霧中談判，換來一份遲了多年的船期表", HEADLINE, TITLE_SIZES, MEASURE).lines
    assert lines == ["113分鐘的霧中談判，", "換來一份遲了多年的船期表"]


@pytest.mark.parametrize("title", ["首航", LONGEST[:300], "Talks", "🎉", "直ちに", "회담", "<b>&amp;</b>"])
def test_a_card_is_a_small_png_of_the_size_that_is_shown_whole(title):
    png = draw(card(title, note=Text(LONGEST, "zh-Hant"), rubric=(Text(title, "zh-Hant"),)))
    assert (opened(png).format, opened(png).size) == ("PNG", (1200, 630))
    assert len(png) < MOST_BYTES


def test_a_headline_of_nothing_but_pictographs_gives_its_place_to_the_sites_name(settings):
    assert draw(card("🎉")) == draw(card(settings.SITE_NAME))


def test_more_topics_than_there_is_room_for_do_not_run_into_the_source():
    many = tuple(Text("穿梭外交" * 5, "zh-Hant") for _ in range(3))
    one = draw(card(margin=(Text("海岬通訊社", "zh-Hant"),), topics=many[:1]))
    assert draw(card(margin=(Text("海岬通訊社", "zh-Hant"),), topics=many)) == one


@pytest.fixture
def article():
    return make_article(
        "渡輪與信使",
        source=make_source("海岬通訊社"),
        tags=["穿梭外交", "Lee Jae-myung"],
        summaries={"en": "Talks."},
    )


def test_an_article_card_names_headline_source_and_topics(article):
    drawn = card_of_article(article)
    assert drawn.title == Text("渡輪與信使", "zh-Hant")
    assert drawn.margin == (Text("海岬通訊社", "zh-Hant"),)
    assert {text.text for text in drawn.rubric + drawn.topics} == {"穿梭外交", "Lee Jae-myung"}


def test_an_english_card_has_the_headline_of_our_english_summary(article):
    article.summaries.update(headline="Envoys change seats")
    with translation.override("en"):
        assert card_of_article(article).title == Text("Envoys change seats", "en")


def test_a_topic_card_has_its_names_and_our_words_in_the_readers_language():
    tag = make_tag("李在明", description_zh="韓國總統。", description_en="President of Korea.")
    tag.labels.create(text="Lee Jae-myung", language="en", kind="preferred")
    drawn = card_of_topic(tag)
    assert (drawn.title.text, drawn.note.text) == ("李在明", "韓國總統。")
    assert drawn.names == (Text("Lee Jae-myung", "en"),)
    with translation.override("en"):
        assert card_of_topic(tag).title == Text("Lee Jae-myung", "en")
        assert card_of_topic(tag).note == Text("President of Korea.", "en")


def test_a_name_that_several_languages_share_stands_on_the_card_once():
    tag = make_tag("外交")
    tag.labels.create(text="外交", language="ja", kind="preferred")
    assert card_of_topic(tag).names == ()


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_articles_and_topics_have_a_card_in_every_language(get, article, prefix):
    for page in (article, article.tags.first()):
        answer = get(f"{prefix}{page.get_absolute_url()}card.png")
        assert answer["Content-Type"] == "image/png"
        assert opened(answer.content).size == (1200, 630)


def test_an_address_with_the_version_may_be_kept_for_ever(get, article):
    address, version = f"{article.get_absolute_url()}card.png", card_of_article(article).version
    assert "immutable" in get(f"{address}?v={version}")["Cache-Control"]
    assert get(address)["Cache-Control"] == get(f"{address}?v=old")["Cache-Control"] == "public, max-age=300"


def test_a_card_that_has_not_changed_is_not_sent_again(get, article):
    address = f"{article.get_absolute_url()}card.png"
    etag = get(address)["ETag"]
    assert get(address, if_none_match=etag).status_code == 304


def test_a_new_headline_is_a_new_version(article):
    before = card_of_article(article).version
    article.headline = "渡輪與信使再會"
    assert card_of_article(article).version != before


def test_a_new_design_is_a_new_version(article, monkeypatch):
    before = card_of_article(article).version
    monkeypatch.setattr(content, "DESIGN", content.DESIGN + 1)
    assert card_of_article(article).version != before


def test_a_card_is_drawn_once(monkeypatch):
    drawings = []
    monkeypatch.setattr(cache, "draw", lambda card: drawings.append(card) or b"PNG")
    assert [cache.picture_of(card(), "article-1") for _ in range(3)] == [b"PNG"] * 3
    assert len(drawings) == 1


def test_a_new_version_takes_the_place_of_the_old_one(settings):
    for title in ("渡輪", "信使"):
        cache.picture_of(card(title), "article-1")
    assert len(list((settings.MEDIA_ROOT / "cards").iterdir())) == 1
    assert cache.kept(card("渡輪"), "article-1") is None
    assert cache.kept(card("信使"), "article-1")


def test_a_crowd_is_asked_to_come_back(get, article, monkeypatch):
    monkeypatch.setattr(cache, "PATIENCE", 0)
    with cache.a_turn():
        answer = get(f"{article.get_absolute_url()}card.png")
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    assert get(f"{article.get_absolute_url()}card.png").status_code == 200


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_published_has_no_card(get, status):
    assert get(f"{make_article(status=status).get_absolute_url()}card.png").status_code == 404


def test_the_card_of_an_old_address_is_found_at_the_new_one(location, article):
    tag = article.tags.first()
    assert location(f"/articles/{article.pk}/old/card.png") == f"{article.get_absolute_url()}card.png"
    assert location(f"/en/tags/{tag.pk}/old/card.png") == f"/en{tag.get_absolute_url()}card.png"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-9],
        lambda data: data.replace(b"PNG", b"GIF"),
        lambda data: b"\x80\x04.",
    ],
    ids=["emptied", "cut", "changed", "a pickle"],
)
def test_a_damaged_file_of_a_card_is_drawn_again(get, settings, damage):
    address = f"{make_article().get_absolute_url()}card.png"
    picture = get(address).content
    (file,) = (settings.MEDIA_ROOT / "cards").iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert get(address).content == picture
    assert picture in file.read_bytes()


def test_a_card_that_cannot_be_kept_is_shown_all_the_same(get, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "a file"
    settings.MEDIA_ROOT.touch()
    assert get(f"{make_article().get_absolute_url()}card.png").status_code == 200
