"""Captions, their marks and their credits."""

import pytest
from hypothesis import assume, given

from articles.text.press.captions import looks_like_caption, split_credit, strip_marks
from tests.strategies import texts_of


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("▲▼兩人會談後握手。（圖／某通訊社／美聯社）", "兩人會談後握手。", "某通訊社／美聯社"),
        ("兩人合影。 圖/歐新社", "兩人合影。", "歐新社"),
        ("街景。（圖翻攝自網路地圖）", "街景。", "翻攝自網路地圖"),
        ("他走進會場。（記者王大同攝）", "他走進會場。", "記者王大同攝"),
        ("发表演讲。 某社记者 王大同 摄", "发表演讲。", "某社记者 王大同"),
        ("消防員走過。攝：Jane Doe/Getty Images", "消防員走過。", "Jane Doe/Getty Images"),
        ("人群聚集。（AFP）", "人群聚集。", "AFP"),
        ("资料照片 © 网络图片", "资料照片", "网络图片"),
        ("會談現場。（資料照）", "會談現場。", "資料照"),
        ("会談する首相（共同）", "会談する首相", "共同"),
        ("A street in Seoul. (AP Photo/Jane Doe)", "A street in Seoul.", "AP Photo/Jane Doe"),
        ("Leaders meet. Photo: Jane Doe/Reuters", "Leaders meet.", "Jane Doe/Reuters"),
        ("圖/路透社", "", "路透社"),
        ("圖像來源，Getty Images", "", "Getty Images"),
        ("图片来源，某某社", "", "某某社"),
        ("會談現場。圖像來源：某社", "會談現場。", "某社"),
        ("대표가 악수하고 있다. [항구청 제공. 재판매 및 DB 금지]", "대표가 악수하고 있다.", "항구청 제공"),
        ("河边露出沙洲。　某某新闻记者 王大同 图", "河边露出沙洲。", "某某新闻记者 王大同"),
        ("고속단정이 어선을 쫓고 있다. 항구청 제공", "고속단정이 어선을 쫓고 있다.", "항구청 제공"),
        ("會談現場。（資料照，記者王大同攝）", "會談現場。", "資料照，記者王大同攝"),
        ("會談現場。（資料照片）", "會談現場。", "資料照片"),
        ("兩人合影。圖／取自王大同臉書", "兩人合影。", "取自王大同臉書"),
        ("兩人合影。圖：翻攝自王大同臉書", "兩人合影。", "翻攝自王大同臉書"),
        ("兩人合影。（翻攝自王大同臉書）", "兩人合影。", "翻攝自王大同臉書"),
        ("示意圖（取自某某網站）", "示意圖", "取自某某網站"),
        ("兩人合影。 路透", "兩人合影。", "路透"),
        ("兩人合影。達志影像／美聯社", "兩人合影。", "達志影像／美聯社"),
        ("兩人握手。新华社发", "兩人握手。", "新华社发"),
        ("兩人握手。某社記者王大同攝　114年8月24日", "兩人握手。", "某社記者王大同"),
        ("视觉中国供图", "", "视觉中国供图"),
        ("港口外的候船室 图自某某社", "港口外的候船室", "某某社"),
        ("会议现场。市广播中心 供图", "会议现场。", "市广播中心"),
        ("Leaders meet. (Photo by Jane Doe/Getty Images)", "Leaders meet.", "Jane Doe/Getty Images"),
        ("Leaders meet. Photo by Jane Doe", "Leaders meet.", "Jane Doe"),
        ("Leaders meet. Jane Doe/AFP", "Leaders meet.", "Jane Doe/AFP"),
        ("Leaders meet. Reuters", "Leaders meet.", "Reuters"),
        ("会談する首相ら。写真：ロイター", "会談する首相ら。", "ロイター"),
        ("会談する首相＝24日、山田太郎撮影", "会談する首相＝24日", "山田太郎撮影"),
        ("두 정상이 악수하고 있다. /연합뉴스", "두 정상이 악수하고 있다.", "연합뉴스"),
        ("두 정상이 악수하고 있다. 사진=연합뉴스", "두 정상이 악수하고 있다.", "연합뉴스"),
    ],
)
def test_a_caption_is_parted_from_its_credit(line, caption, credit):
    found = split_credit(line)
    assert (found.caption, found.credit) == (caption, credit)


def test_the_text_of_a_caption_keeps_the_credit_and_loses_the_marks():
    assert split_credit("▲兩人合影。（圖／某社）").text == "兩人合影。（圖／某社）"


@pytest.mark.parametrize(
    "line",
    [
        "▲兩人握手。",
        "圖為兩人去年會面",
        "圖像加註文字，兩人去年會面。",
        "图像加注文字，码头的清晨",
        "兩人合影。 圖/歐新社",
        "圖/路透社",
    ],
)
def test_lines_with_marks_openings_or_credits_look_like_captions(line):
    assert looks_like_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "▲",
        "記者王大同／綜合外電報導",
        "他說，要提供協助。",
        "兩人（左）握手。",
        "来源：某某日报",
        "圖像來源，是他們爭了三年的事。",
        "圖像加註文字的辦法很多。",
        "來源 路透社",
        "消息來自路透社。",
        "他說，此事由路透社報導。",
        "（某社記者王大同東京24日專電）首相抵達。",
        "He works for Reuters",
        "企圖改變現狀",
    ],
)
def test_other_lines_do_not_look_like_captions(line):
    assert not looks_like_caption(line)


def test_a_paragraph_with_a_credit_at_its_end_is_no_caption():
    assert not looks_like_caption("兩國領袖舉行會談並就多項議題交換意見。" * 20 + "（圖／某社）")


LINES = texts_of(
    "▲", "▼", " ", "\u3000", "\ufe0f", "渡輪靠岸。", "（圖／某社）", "圖：", "Photo: Doe", "（共同）"
)


@given(LINES)
def test_stripping_marks_twice_is_stripping_them_once(line):
    assert strip_marks(strip_marks(line)) == strip_marks(line)


@given(LINES)
def test_caption_and_credit_are_parts_of_the_text(line):
    found = split_credit(line)
    assume(found.credit)
    assert found.caption in found.text
    assert found.credit in found.text
