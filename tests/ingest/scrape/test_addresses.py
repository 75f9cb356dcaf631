"""The date that a page states in its own address alone, and addresses that stand by themselves in a page."""

import pytest

from tests.ingest.scrape.test_scrape import HEADLINE, STORY, page, parse, texts

OWN = "https://coast.example/2025/03/14/hotline/"
OTHER = "https://coast.example/2024/11/02/lamp/"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([OWN], []),
        (["https://coast.example/articles/20250314/k2?from=app"], []),
        ([], ["關於我們", "隱私權", OWN]),
        ([], [f"[分享](https://share.example/sharer.php?u={OWN})"]),
        ([], ["[分享](https://share.example/s?url=https%3A%2F%2Fcoast.example%2F2025-03-14-hotline.html)"]),
        ([f"複製連結 {OWN}"], []),
        ([f"URL 복사 {OWN}"], []),
        ([], [f"[3 則回應]({OWN}#comments)", f"[燈塔由誰來修]({OTHER})"]),
    ],
    ids=[
        "first line",
        "in one number",
        "last line",
        "share button",
        "encoded",
        "copied",
        "copied in Korean",
        "answers",
    ],
)
def test_a_page_that_prints_no_date_has_that_of_its_own_address(above, below):
    document = parse(*above, "首頁 | 國際 | 財經", HEADLINE, *STORY, "", *below)
    assert str(document.published) == "2025-03-14"


@pytest.mark.parametrize(
    "below",
    [
        [f"[燈塔由誰來修]({OTHER})"],
        [f"[分享](https://share.example/s?u={OWN})", f"[分享](https://share.example/s?u={OTHER})"],
        ["https://coast.example/2025/14/45/hotline/"],
        ["https://coast.example/item/120250314/"],
    ],
    ids=["another article's", "two that differ", "no day", "a number"],
)
def test_other_addresses_date_nothing(below):
    assert page(below=["", *below]).published is None


def test_the_date_that_a_page_prints_goes_before_that_of_its_address():
    assert str(parse(OTHER, HEADLINE, "2025-03-14", *STORY).published) == "2025-03-14"


def test_the_date_of_another_article_below_a_story_is_not_its_own():
    assert page(below=["延伸閱讀", "燈塔由誰來修", "2024-11-02"]).published is None


def test_an_address_below_the_headline_parts_it_and_what_stands_above_from_the_story():
    document = parse("港邊隨筆", "A harbour is a queue that floats.", HEADLINE, OWN, *STORY)
    assert (document.headline, texts(document)) == (HEADLINE, list(STORY))


def test_an_address_below_a_story_is_none_of_it():
    assert texts(page(below=["", OTHER])) == list(STORY)
