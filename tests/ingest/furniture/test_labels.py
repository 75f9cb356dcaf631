"""Labels of the fields around an article."""

import pytest

from articles.ingest.furniture.labels import (
    DATE_LABEL,
    HASHTAGS,
    KEYWORD_LABEL,
    SOURCE,
    UPDATE_LABEL,
)


@pytest.mark.parametrize(
    ("line", "keywords"),
    [
        ("關鍵字：外交、首爾", "外交、首爾"),
        ("关键词 外交", "外交"),
        ("Tags: trade", "trade"),
        ("標籤 #外交", "#外交"),
        ("キーワード：外交", "外交"),
        ("키워드", ""),
    ],
)
def test_keywords_stand_behind_their_label(line, keywords):
    assert line[KEYWORD_LABEL.match(line).end() :] == keywords


def test_a_word_that_begins_like_a_label_is_none():
    assert not KEYWORD_LABEL.match("關鍵字眼")


def test_two_hashtags_are_keywords_and_one_may_open_a_sentence():
    assert HASHTAGS.match("#外交 ＃首爾")
    assert not HASHTAGS.match("#外交")
    assert not HASHTAGS.match("#外交 是什麼")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("來源：海岸日報", "海岸日報"),
        ("出典：海岸通信", "海岸通信"),
        ("Source: The Cape Times", "The Cape Times"),
        ("轉自: 海岸評論／國際", "海岸評論"),
    ],
)
def test_the_source_stands_behind_its_label(line, name):
    assert SOURCE.search(line)["name"] == name


def test_the_source_of_a_picture_is_not_the_article_s():
    assert not SOURCE.search("圖片來源：海岸日報")


@pytest.mark.parametrize("label", ["發布", "发布时间", "日期", "Posted on", "公開", "입력"])
def test_a_label_tells_that_a_date_of_printing_follows(label):
    assert DATE_LABEL.search(label)


@pytest.mark.parametrize("label", ["更新", "最后修改", "Updated", "수정", "最終更新"])
def test_a_label_tells_that_a_date_of_change_follows(label):
    assert UPDATE_LABEL.search(label)
