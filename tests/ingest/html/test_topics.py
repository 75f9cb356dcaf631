"""The topics that a page prints at its story, however it sets them."""

import pytest

from tests.ingest.html.test_fields import BODY, document


@pytest.mark.parametrize(
    "printed",
    [
        "<div>文章關鍵詞：<a href=/1>漁業</a> <a href=/2>航班</a></div>",
        "<div>關鍵字：漁業、航班</div>",
        "<p>#漁業 #航班</p>",
        "<div><a href=/tag/1>漁業</a> <a href=/tag/2>航班</a></div>",
        "<div><a href=/tags/1>#漁業</a><a href=/tags/2>#航班</a></div>",
        "<div><a href=/search?q=1>#漁業</a> <a href=/search?q=2>#航班</a></div>",
    ],
)
def test_topics_are_labelled_hashed_or_linked_as_tags(printed):
    assert document(bottom=printed).keywords == ["漁業", "航班"]


def test_topics_that_are_printed_count_before_those_stated_for_search_engines():
    stated = '<meta name="keywords" content="漁業,海鷗,海島日報,國際新聞">'
    assert document(stated, bottom="<div>關鍵字：漁業、航班</div>").keywords == ["漁業", "航班"]


@pytest.mark.parametrize(
    "printed",
    ["<div>" + "".join(f"<a href=/tag/{n}>話題{n}</a> " for n in range(12)) + "</div>", "<h3>標籤</h3>"],
)
def test_a_cloud_of_tags_of_which_the_text_says_nothing_is_the_site_s(printed):
    assert document(bottom=printed).keywords == []


def test_a_name_that_the_story_links_to_its_tag_is_no_topic():
    told = (
        "<p>會後<a href=/tag/9>許知微</a>說，漁民最想知道的是救難的船什麼時候會到，其他的事可以慢慢談。</p>"
    )
    assert document(body=BODY + told).keywords == []


def test_hashtags_are_written_for_the_text_that_has_one_of_them_and_without_its_spaces():
    body = (
        BODY + "<p>두 나라는 내년 봄에 다시 만나 바다 지도를 함께 그리기로 했다고 항구의 신문들이 전했다.</p>"
    )
    hashed = "<div><a href=/1>#바다지도</a> <a href=/2>#셔틀</a> <a href=/3>#연안</a></div>"
    assert document(body=body, bottom=hashed).keywords == ["바다지도", "셔틀", "연안"]
    assert document(bottom=hashed).keywords == []
