"""Copies of one text are one story, whatever was done to them; other texts are not."""

import random
from datetime import UTC, datetime, timedelta

import opencc
import pytest
from django.utils import timezone

from articles.discovery.stories import join, sample, split
from articles.ingest.documents import Block, BlockType, Kind, ParsedDocument, RawDocument
from articles.ingest.storage.store import import_document
from articles.models import Article, Story
from articles.text.diff.containment import containment
from tests.builders import make_article, make_copies, make_source

pytestmark = pytest.mark.django_db

SENTENCES = [
    f"{who}在{where}談到{what}，記錄在第{number}頁的附件裡。"
    for number, (who, where, what) in enumerate(
        [
            ("外交部長", "釜山的碼頭", "海底電纜的維修"),
            ("首相", "奈良的長廊", "氫能船隊的保險"),
            ("總統", "首爾的車站", "兩地高中生的交換"),
            ("口譯員", "東京的會議室", "一個難譯的成語"),
            ("船長", "對馬海峽的浪裡", "停航四年的航線"),
            ("學者", "濟州島的研討會", "漁業協定的由來"),
            ("市長", "下關的市場", "河豚與觀光客"),
            ("記者", "慶州的古墓旁", "首腦會談的座次"),
            ("議員", "福岡的咖啡館", "簽證與留學"),
            ("館長", "長崎的博物館", "通信使的畫卷"),
        ]
    )
]
TEXT = "".join(SENTENCES)
OTHER = (
    "清晨的市場開始卸貨，攤販把昨夜的雨水掃進溝裡。沒有人注意到遠處的渡輪正在調頭，也沒有人數過那面旗。" * 2
)
FURNITURE = "首頁國際財經生活\n登入會員訂閱電子報\n熱門新聞排行榜\n版權所有不得轉載\n"


def shuffled(text):
    sentences = list(SENTENCES)
    random.Random(7).shuffle(sentences)  # noqa: S311  the same order every time
    return "".join(sentences)


CHANGES = {
    "wrapped in furniture": lambda text: FURNITURE + text + FURNITURE,
    "its first half": lambda text: text[: len(text) // 2],
    "its second half": lambda text: text[len(text) // 2 :],
    "converted to Simplified": opencc.OpenCC("tw2sp").convert,
    "its sentences reordered": shuffled,
    "an eighth cut out": lambda text: text[: len(text) // 2] + text[len(text) * 5 // 8 :],
}


def make_copy(text=TEXT, **fields):
    return make_article(body=text, **fields)


def same_story(one, other):
    one.refresh_from_db()
    other.refresh_from_db()
    return one.story is not None and one.story == other.story


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_copy_is_a_copy_whatever_was_done_to_it(change):
    assert same_story(make_copy(headline="甲"), make_copy(change(TEXT), headline="乙"))


def test_another_text_is_another_story():
    assert not same_story(make_copy(), make_copy(OTHER))


def test_a_short_text_is_no_copy_by_chance():
    assert not same_story(make_copy(), make_copy(TEXT[:30], headline="短"))


def test_an_article_that_is_rewritten_leaves_its_story():
    article, other = make_copy(), make_copy()
    other.refresh_from_db()
    other.body = OTHER
    other.save()
    article.refresh_from_db()
    assert article.story is None
    assert not Story.objects.exists()


def test_a_story_counts_once_in_lists_and_topics():
    make_copy(tags=["奈良"])
    make_copy(tags=["奈良"])
    assert Article.objects.published().leads().count() == 1
    lead = Article.objects.leads().get()
    assert [row.visible_from is not None for row in lead.tagged.all()] == [True]
    assert Article.objects.exclude(pk=lead.pk).get().tagged.get().visible_from is None


def test_a_topic_that_only_a_copy_has_still_shows_the_story():
    make_copy()
    copy = make_copy(tags=["奈良"])
    assert copy.tagged.get().visible_from is not None


def test_the_copy_that_readers_may_read_here_leads():
    linked = make_copy(source=make_source(rights="link"))
    own = make_copy(source=make_source(rights="own"))
    linked.refresh_from_db()
    assert (linked.is_lead, own.is_lead) == (False, True)


def test_when_the_lead_is_withdrawn_a_copy_leads():
    lead, copy = make_copy(), make_copy()
    lead.refresh_from_db()
    lead.status = "withdrawn"
    lead.save()
    copy.refresh_from_db()
    assert copy.is_lead


@pytest.mark.parametrize(
    "throw_away", [Article.delete, lambda lead: Article.objects.filter(pk=lead.pk).delete()]
)
def test_when_the_lead_is_deleted_a_copy_stands_in_lists(throw_away):
    lead, copy = make_copies()
    throw_away(lead)
    copy.refresh_from_db()
    assert (copy.story, copy.is_lead) == (None, True)


def test_a_copy_borrows_what_it_does_not_print():
    day = datetime(2025, 8, 24, tzinfo=UTC)
    undated = make_copy(headline="有標題", published_at=None)
    make_copy(headline="首句…", headline_is_provisional=True, published_at=day, published_precision="day")
    undated.refresh_from_db()
    assert undated.printed_at == day.date()
    assert undated.sorted_at == day
    assert Article.objects.exclude(pk=undated.pk).get().shown_headline == "有標題"


def test_a_scheduled_copy_lends_nothing_before_its_time():
    article = make_copy(byline="")
    tomorrow = timezone.now() + timedelta(days=1)
    make_copy(byline="林小滿", status="scheduled", scheduled_for=tomorrow)
    article.refresh_from_db()
    assert article.shown_byline == ""


def test_drafts_lend_nothing_to_readers():
    article = make_copy(byline="")
    make_copy(byline="林可", status="draft")
    article.refresh_from_db()
    assert article.shown_byline == ""


def test_an_editor_can_split_a_story_for_good():
    article, other = make_copy(), make_copy()
    other.refresh_from_db()
    split(other)
    other.save()
    assert not same_story(article, other)


def test_what_an_editor_splits_off_stands_in_lists_again():
    first, other = make_copy(), make_copy()
    other.refresh_from_db()
    split(other)
    assert set(Article.objects.published().leads()) == {first, other}


def test_a_copy_that_was_withdrawn_meanwhile_is_not_shown_by_splitting_it_off():
    make_copy(tags=["茶會"])
    other = Article.objects.get(pk=make_copy(tags=["茶會"]).pk)
    withdrawn = Article.objects.get(pk=other.pk)
    withdrawn.status = "withdrawn"
    withdrawn.save()
    split(other)
    assert other.tagged.get().visible_from is None


def test_the_story_that_a_copy_has_by_now_is_the_one_it_is_split_from():
    first, other = make_copy(OTHER), make_copy()
    read_before = Article.objects.get(pk=other.pk)
    join(other, first)
    split(read_before)
    assert not Story.objects.exists()


def test_a_copy_that_is_written_anew_stands_in_lists_again():
    first, other = make_copy(), make_copy()
    other.refresh_from_db()
    other.body = OTHER
    other.save()
    assert set(Article.objects.published().leads()) == {first, other}


def test_an_editor_can_join_what_was_not_found():
    article, other = make_copy(), make_copy(OTHER)
    join(article, other)
    other.refresh_from_db()
    other.save()
    assert same_story(article, other)


def test_importing_a_copy_says_so():
    def document(name):
        parsed = ParsedDocument(
            Kind.HTML, name, language="zh-Hant", blocks=[Block(BlockType.PARAGRAPH, TEXT)]
        )
        return import_document(RawDocument(name, name.encode()), parsed)

    document("甲")
    outcome = document("乙")
    assert outcome.outcome == "mirror"
    assert "甲" in outcome.reason


def test_the_sample_of_a_part_is_part_of_the_sample():
    whole, part = sample(TEXT * 1), sample(TEXT[: len(TEXT) // 2])
    assert len(whole & part) >= len(whole) // 4
    assert len(whole) >= 32


def test_containment_is_of_the_shorter_text():
    assert containment(TEXT, TEXT[:100]) == 1
    assert containment(TEXT, "") == 0
