"""Whose names sign a page where several places name somebody."""

import pytest

from tests.ingest.html.test_fields import BODY, document

HEADLINE = "<h1>兩國外長碼頭會談</h1>"
DAY = "<p>2025年5月11日</p>"
PICTURE = '<figure><img src="/a.jpg"><figcaption>清晨的碼頭（記者李大華攝）</figcaption></figure>'


def byline(top: str = "", body: str = BODY, bottom: str = "") -> str:
    return document(top=HEADLINE + top, body=body, bottom=bottom).byline


def test_a_byline_may_stand_between_the_first_picture_and_the_text():
    assert byline(body=f"{PICTURE}<p>記者許知微／綜合報導</p>{BODY}") == "許知微"


def test_the_signature_below_the_text_may_name_more_writers_than_the_head_does():
    signed = "<p>홍길동 기자 gil@haean.example, 도쿄=김철수 특파원 chul@haean.example</p>"
    assert byline("<ul><li>홍길동 기자</li></ul>", BODY + signed) == "홍길동、김철수"
    assert byline("<ul><li>이수진 기자</li></ul>", BODY + signed) == "이수진"


def test_what_somebody_is_may_stand_between_a_name_and_the_date():
    assert byline(f"<ul><li>許知微</li><li>海濱大學教授</li></ul>{DAY}") == "許知微"


@pytest.mark.parametrize(
    "footer",
    [
        "張貼者：<b>碼頭拾貝</b> 於 <a href=/1>下午2:20</a>",
        "Posted by <b>Jane Doe</b> at <a href=/1>2:20 PM</a>",
    ],
)
def test_blogs_sign_below_a_post(footer):
    assert byline(bottom=f"<div>{footer}</div>") in ("碼頭拾貝", "Jane Doe")


def test_a_line_of_date_and_writers_above_the_text_is_none_of_it():
    names = "<a href=/1>Jane Doe</a>, <a href=/2>Mary Major</a> and <a href=/3>John Roe</a>"
    found = document(top=HEADLINE, body=f"<p><b>May 6, 2025</b><b>By {names}</b></p>{BODY}")
    assert (found.byline, len(found.blocks)) == ("Jane Doe、Mary Major、John Roe", 3)


def test_the_writers_of_other_articles_beside_the_headline_did_not_write_this_one():
    others = '<aside><a href="/x">Up Next: Two Lighthouses <span class="writer">Mary Major</span></a></aside>'
    assert byline('<div class="writer"><a>Jane Doe</a></div>').startswith("Jane")
    found = document(top=f'{others}{HEADLINE}<div class="writer"><a>Jane Doe</a></div>')
    assert found.byline == "Jane Doe"


def test_the_dateline_may_name_more_writers_than_the_head_does():
    body = "<p>(항구=해안뉴스) 홍길동 김철수 기자 = 두 항구가 10일 안개 속에서 협정을 맺었다고 밝혔다.</p>"
    assert byline("<ul><li>홍길동 기자</li></ul>", body + BODY) == "홍길동、김철수"


def test_a_last_sentence_that_somebody_signs_is_text():
    last = "港口管理局年底前派人前往對岸的港都。（許知微）"
    found = document(body=f"{BODY}<p>{last}</p>")
    assert (found.byline, found.blocks[-1].text) == ("許知微", last)
