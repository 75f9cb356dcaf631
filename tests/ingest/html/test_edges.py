"""Where a body begins and ends, and what inside it is text though it looks like furniture."""

import pytest

from articles.ingest.documents import BlockType, RawDocument
from articles.ingest.html.parse import parse

OPENING = "<p>兩國外長在港口城市會面，談了三個小時，隨後一同步行到碼頭向記者說明結果。</p>"
MIDDLE = "<p>會談沒有觸及邊界，只談漁業與航班；下一輪定在秋天，地點還沒有公布。</p>"
ENDING = "<p>港口的居民說，平常的早晨只有海鷗，這天卻來了六十家媒體，連豆漿都賣完了。</p>"


def body(html):
    page = f"<html><body><h1>兩國外長碼頭會談</h1><div class=text>{html}</div></body></html>"
    blocks = parse(page, RawDocument("page.html", b"")).blocks
    return [block.text for block in blocks]


def test_a_linked_sentence_between_paragraphs_is_text():
    linked = "<p><a href=/a>會談紀要將在十天之內由兩國外交部同時公布。</a></p>"
    assert "會談紀要將在十天之內由兩國外交部同時公布。" in body(OPENING + linked + ENDING)


def test_a_linked_title_between_paragraphs_is_a_teaser():
    assert "港口擴建案今晨動工" not in body(
        f"{OPENING}<p><a href=/a>港口擴建案今晨動工</a></p>{MIDDLE}{ENDING}"
    )


def test_a_linked_sentence_that_says_it_is_an_advert_is_none():
    advert = "<p><a href=/a>廣告：海濱會館秋季特惠，名額有限，額滿為止。</a></p>"
    assert len(body(OPENING + advert + ENDING)) == 2


def test_a_line_that_lists_linked_names_is_text():
    names = "<p><a href=/a>東浜縣</a>：<a href=/b>高岬町</a>、<a href=/c>新江町</a></p>"
    assert "東浜縣：高岬町、新江町" in body(OPENING + names + ENDING)


@pytest.mark.parametrize("announcement", ["新任閣員名單如下。", "出席者：", "次の通り。"])
def test_lines_that_the_last_sentence_announces_belong_to_the_body(announcement):
    listed = "<p>外務部長：周以寧</p><p>發言人</p>"
    assert body(OPENING + MIDDLE + ENDING + f"<p>{announcement}</p>" + listed)[-2:] == [
        "外務部長：周以寧",
        "發言人",
    ]


def test_a_short_line_that_nothing_announces_does_not():
    assert body(OPENING + MIDDLE + ENDING + "<p>回到頂端</p>")[-1].startswith("港口的居民")


def test_lines_of_verse_without_full_stops_belong_to_the_text_beside_them():
    verse = "<p>一波接一波的東北風吹進港口 把舊稅關前的楓樹染成一片</p>"
    assert len(body(verse + OPENING + MIDDLE + verse)) == 4


CARD = (
    "<div class=card><h5>延伸閱讀</h5><a href=/1><img src=/b.jpg>港口擴建案今晨動工</a>"
    "<p>三年前已有人反對。</p></div>"
)


def test_a_box_ends_with_its_element_and_the_heading_and_list_behind_it_are_the_text_s():
    behind = "<h2>三件小事</h2><p>代表團提出三點：</p><ul><li>多派翻譯</li><li>少開宴會</li></ul>"
    told = body(OPENING + MIDDLE + CARD + behind + ENDING)
    assert told[2:4] == ["三件小事", "代表團提出三點："]
    assert len(told) == 6


@pytest.mark.parametrize("links", ["", "<p><a href=/1>港口擴建案今晨動工</a></p>"])
def test_a_heading_right_above_the_text_is_the_text_s_though_a_mark_stands_before_it(links):
    mark = f"<div>延伸閱讀</div>{links}"
    assert "三件小事" in body(f"{OPENING}{MIDDLE}{mark}<p><b>三件小事</b></p>{ENDING}")


def test_a_title_right_behind_the_heading_of_a_list_of_articles_is_none_of_the_text():
    marked = "<h3>延伸閱讀</h3><h4>港口擴建案今晨動工</h4>"
    assert "港口擴建案今晨動工" not in body(OPENING + MIDDLE + marked + ENDING)


def test_a_link_behind_a_box_is_none_of_the_text():
    link = "<p><a href=/2>漁港夜市週末開張</a></p>"
    assert len(body(OPENING + MIDDLE + CARD + link + ENDING)) == 3


def test_a_box_with_a_heading_of_its_own_is_left_out_and_the_text_goes_on_behind_it():
    boxes = "<section class=part>{}</section>"
    module = "<aside class=box><h3>最新消息</h3><p><a href=/1>港口擴建案今晨動工</a></p></aside>"
    found = body(boxes.format(OPENING + MIDDLE) + module + boxes.format(ENDING))
    assert len(found) == 3


def test_the_heading_of_a_list_of_articles_may_have_dots_in_it():
    related = "<div><h2>延伸 · 推薦</h2><p>海邊的居民昨天又一次看見六十家媒體的車隊開進港口。</p></div>"
    assert len(body(OPENING + MIDDLE + ENDING + related)) == 3


def test_a_heading_ends_the_body_once_half_of_the_prose_is_told():
    below = "<h3>延伸閱讀</h3><div class=more>{}</div>"
    assert len(body(OPENING + below.format(OPENING))) == 1
    assert len(body(OPENING + below.format(OPENING * 2))) == 3


def test_a_body_out_of_sight_must_be_three_times_as_long_as_the_one_in_sight():
    unveiled = "<div style='display:none'>{}</div>"
    assert len(body(OPENING + unveiled.format(OPENING))) == 1
    assert len(body(OPENING + unveiled.format(OPENING * 2))) == 3


@pytest.mark.parametrize(
    "figure", ["<figcaption>{}</figcaption><img src=/a.jpg width=600>", "<img src=/a.jpg width=600><p>{}</p>"]
)
def test_a_caption_has_at_most_two_hundred_characters(figure):
    longest, longer = "港" * 200, "港" * 201
    assert captions(figure.format(longest)) == [longest]
    assert captions(figure.format(longer)) == [""]


def captions(figure):
    content = f"<h1>兩國外長碼頭會談</h1>{OPENING}<figure>{figure}</figure>{MIDDLE}{ENDING}"
    blocks = parse(f"<html><body>{content}</body></html>", RawDocument("page.html", b"")).blocks
    return [block.text for block in blocks if block.type == BlockType.FIGURE]


def test_an_icon_behind_buttons_does_not_close_the_body():
    buttons = "<p>分享讓更多人看到 <i><img src=/b.png width=200 height=200></i></p>"
    assert body(OPENING + MIDDLE + ENDING + buttons)[-1].startswith("港口的居民")


def test_a_picture_directly_behind_the_text_does():
    assert body(OPENING + MIDDLE + ENDING + "<img src=/b.jpg width=600 height=400>")[-1] == ""


def test_a_box_before_the_text_that_speaks_of_something_else_is_a_tool():
    words = "拖動圓點即可改變字級，關閉視窗以後設定仍會保留在這台裝置上。"
    tool = f"<div class=tool><b>朗讀設定</b><p>{words}</p></div>"
    assert body(f"{tool}<section>{OPENING}{MIDDLE}{ENDING}</section>")[0].startswith("兩國外長")


def test_a_summary_that_repeats_the_text_is_left_out_with_its_box():
    repeated = "<p>兩國外長在港口城市會面，談了三個小時，</p><p>由機器產生，僅供參考。</p>"
    summary = f"<div class=sum><b>摘要</b>{repeated}</div>"
    assert len(body(f"{summary}<section>{OPENING}{MIDDLE}{ENDING}</section>")) == 3


def test_a_lead_in_a_box_of_its_own_speaks_of_the_story_and_stays():
    lead = (
        "<div class=first><b>導言</b><p>兩國外長昨天在港口城市談航班與漁業，碼頭的居民都來看熱鬧。</p></div>"
    )
    assert "導言" in body(f"{lead}<section>{OPENING}{MIDDLE}{ENDING}</section>")[0]


def test_a_heading_set_as_a_paragraph_below_a_picture_is_no_caption():
    heading = "<img src=/a.jpg width=600 height=400><p><span class=bjh-h3>碼頭的早晨</span></p>"
    assert "碼頭的早晨" in body(OPENING + MIDDLE + heading + ENDING)


@pytest.mark.parametrize(
    "residue", ["{{ad_inread_1}}", '[caption id="a_12" width="600"]', "googletag.cmd.push(f);"]
)
def test_residue_of_templates_is_left_out(residue):
    assert len(body(f"{OPENING}<p>{residue}</p>{MIDDLE}{ENDING}")) == 3


@pytest.mark.parametrize(
    "aside",
    [
        "<ol><li>第一，代表團的船一律在天亮以前進港，由值班的人點名，誰也不必等誰。</li></ol>",
        "<blockquote class=said><p>代表團的船一律在天亮以前進港，由值班的人點名。</p></blockquote>",
    ],
    ids=["a list", "a quotation"],
)
def test_a_box_below_an_aside_of_the_text_does_not_end_it(aside):
    told = body(OPENING + MIDDLE + aside + CARD + "<h2>三件小事</h2>" + ENDING)
    assert told[-2] == "三件小事"
    assert told[-1].startswith("港口的居民")


def test_a_caption_in_the_box_in_which_the_text_goes_on_is_its_own():
    entry = "<section class=part>{}</section>"
    figure = (
        "<h2>三件小事</h2><figure><img src=/c.jpg width=600><figcaption>等在碼頭的人</figcaption></figure>"
    )
    told = body(entry.format(OPENING + MIDDLE) + CARD + entry.format(figure + ENDING))
    assert told[2:4] == ["三件小事", "等在碼頭的人"]


@pytest.mark.parametrize("mark", ["（完）", "– ENDS –", "###"])
def test_what_stands_below_the_mark_of_an_end_is_none_of_the_text(mark):
    below = "<h3>新聞聯絡</h3><p>公關組許小姐，請在辦公時間來電，碼頭辦公室週末休息。</p>"
    assert body(f"{OPENING}{MIDDLE}{ENDING}<p>{mark}</p>{below}")[-1].startswith("港口的居民")


def test_a_mark_of_an_end_above_most_of_the_text_ends_nothing():
    assert len(body(f"{OPENING}<p>完</p>{MIDDLE}{ENDING}{MIDDLE}")) > 3


def test_pictures_with_captions_and_notes_below_an_end_belong_to_the_text():
    shown = "<div><img src=/b.jpg width=600><p>港長（左）在碼頭上簽字。</p></div><p>編輯：李小安</p>"
    told = body(f"{OPENING}{MIDDLE}{ENDING}<p>（完）</p><p>2025年3月18日</p>{shown}")
    assert told[3:] == ["港長（左）在碼頭上簽字。", "編輯：李小安"]


def test_a_linked_text_alone_with_a_picture_is_no_caption():
    linked = "<p><a href=/a>會談紀要將在十天之內由兩國外交部同時公布。</a></p>"
    shown = f"<div><img src=/b.jpg width=600>{linked}</div>"
    assert "會談紀要將在十天之內由兩國外交部同時公布。" in body(OPENING + shown + MIDDLE + ENDING)


def test_the_signature_box_below_a_post_on_a_board_is_its_writer_s():
    box = (
        "<div class='signatures'>沒有渡輪的港口只是一堵牆，這是我祖父說的話。<br>歡迎參觀我的航海日誌。</div>"
    )
    assert len(body(OPENING + MIDDLE + ENDING + box)) == 3


def test_the_story_goes_on_below_a_box_whose_last_line_would_head_one():
    box = "<div><h4>海風週報</h4><form><button>Sign up</button></form></div>"
    goes_on = "<h2>秋天以前</h2><p>雙方還要做三件事：</p><ul><li>交換海圖</li><li>互派聯絡官</li></ul>"
    assert {"秋天以前", "雙方還要做三件事："} < set(body(OPENING + MIDDLE + box + goes_on + ENDING))
