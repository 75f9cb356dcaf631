"""Whole posts: each raw post in fixtures/posts beside what is read out of it. All texts are invented."""

import json
from pathlib import Path

import pytest

from articles.ingest.documents import BlockType, RawDocument
from articles.ingest.markdown.parse import parse

POSTS = sorted((Path(__file__).parent / "fixtures" / "posts").glob("*.md"))


def article(post):
    found = parse(post.read_text("utf8"), RawDocument(post.name, b"")).as_json()
    fields = ("headline", "standfirst", "byline", "published", "source_name", "keywords", "language")
    blocks = [[block["type"], block["text"] or block.get("items", [])] for block in found["blocks"]]
    return {name: found[name] for name in fields} | {"blocks": blocks}


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.stem)
def test_a_post_is_read_as_expected(post):
    assert article(post) == json.loads(post.with_suffix(".json").read_text("utf8"))


def test_a_form_for_remarks_below_a_post_is_none_of_it_and_does_not_hide_its_byline():
    story = "燈塔守把三封信放在同一個餅乾盒裡，第一封問的是霧幾點散。\n\n" * 3
    form = "發表評論：請在以下表格裡填寫您的姓名與電子郵件，審核後才會顯示。\n\n姓名 *\n"
    document = parse(f"---\ntitle: 三封信\n---\n記者：許知微\n\n{story}{form}", RawDocument("a.md", b""))
    assert (document.byline, len(document.blocks)) == ("許知微", 3)


def test_a_clipper_s_own_tag_is_no_topic_and_its_links_are_names():
    matter = 'title: 三封信\nauthor: "[[Miriam Castellane]]"\ntags: [clippings, 燈塔]'
    document = parse(f"---\n{matter}\n---\n燈塔守把三封信放在餅乾盒裡。\n", RawDocument("a.md", b""))
    assert (document.byline, document.keywords) == ("Miriam Castellane", ["燈塔"])


PARAGRAPH = "燈塔守把三封信放在同一個餅乾盒裡，第一封問的是霧幾點散，第二封問的是船。"


def post(body: str, matter: str = "title: 三封信"):
    return parse(f"---\n{matter}\n---\n{body}", RawDocument("a.md", b""))


def texts(body: str, matter: str = "title: 三封信") -> list[str]:
    return [block.text for block in post(body, matter).blocks]


def test_a_generator_s_comment_is_never_printed():
    assert texts(f"{{% comment %}} import-bot 抓取，圖片待檢查。 {{% endcomment %}}\n\n{PARAGRAPH}\n") == [
        PARAGRAPH
    ]


def test_the_story_below_the_only_rule_of_a_post_is_no_call():
    intro = "本站轉錄的舊文，依原刊校對。"
    assert PARAGRAPH in texts(f"{intro}\n\n---\n\n{PARAGRAPH}\n\n{PARAGRAPH[:20]}，就這樣過了一年。\n")


@pytest.mark.parametrize(
    "call",
    [
        "🔔 喜歡我的文章，歡迎按右上角「追蹤」，也可以贊助一杯咖啡。",
        "If you enjoyed this post, follow me or buy me a coffee.",
        "この記事が気に入ったら、フォローをお願いします。",
        "이 글이 마음에 드셨다면 구독을 눌러 주세요.",
    ],
)
def test_who_likes_a_post_is_called_to_something_that_is_none_of_it(call):
    assert texts(f"{call}\n\n{PARAGRAPH}\n\n{PARAGRAPH[:20]}，就這樣過了一年。\n")[0] == PARAGRAPH


@pytest.mark.parametrize("name", ["author-card", "comments", "related"])
def test_sentences_in_a_box_beside_the_text_end_with_it(name):
    box = f'<div class="{name}"><h4>許知微</h4><p>自由撰稿人，住在海邊，寫燈塔、寫霧，也寫吃的。</p></div>'
    assert texts(f"<div><p>{PARAGRAPH}</p>{box}</div>") == [PARAGRAPH]


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("燈塔 霧", ["燈塔", "霧"]),
        ("lighthouse keepers", ["lighthouse keepers"]),
        ("燈塔, 大 霧", ["燈塔", "大", "霧"]),
    ],
)
def test_topics_in_one_text_are_parted_where_their_script_has_no_spaces(stated, read):
    assert post(PARAGRAPH, f"title: 三封信\ntags: {stated}").keywords == read


def test_a_table_right_below_a_line_of_text_is_a_table():
    blocks = post(f"{PARAGRAPH}\n| 信 | 問 |\n|---|---|\n| 一 | 霧 |\n").blocks
    assert blocks[1].rows == [["信", "問"], ["一", "霧"]]


def test_the_ways_to_other_posts_are_lines_of_their_own():
    ways = "上一篇：[舊燈塔](/a)\n下一篇：[新燈塔](/b)"
    assert texts(f"{PARAGRAPH}\n\n---\n{PARAGRAPH[:20]}，就這樣過了一年。\n{ways}\n")[-1].endswith("一年。")


def test_a_date_with_the_length_of_the_text_is_a_date():
    found = post(f"發表於 2025年9月14日 · 閱讀時間 4 分鐘\n\n{PARAGRAPH}\n")
    assert (str(found.published), len(found.blocks)) == ("2025-09-14", 1)


@pytest.mark.parametrize("stated", ["harborclerk", "李小安"])
def test_who_put_up_or_translated_a_post_did_not_write_what_another_signed(stated):
    found = post(f"許知微 著　李小安 譯\n\n{PARAGRAPH}\n", f"title: 三封信\nauthor: {stated}")
    assert (found.byline, found.blocks[0].type) == ("許知微", BlockType.NOTE)


def test_markdown_inside_a_box_is_read_when_the_box_asks_for_it():
    assert texts(f'<div markdown="1">\n{PARAGRAPH}[港口](/a)的人都知道。\n</div>\n\n{PARAGRAPH}') == [
        f"{PARAGRAPH}港口的人都知道。",
        PARAGRAPH,
    ]


def test_a_name_beside_the_date_signs_a_post():
    found = post(f"*許知微*　2025-09-14\n\n{PARAGRAPH}\n")
    assert (found.byline, str(found.published), len(found.blocks)) == ("許知微", "2025-09-14", 1)


def test_where_a_copy_was_taken_from_tells_who_wrote_it():
    found = post(f"> 本文轉載自公眾號「海風」，作者許知微，原文發表於 2025 年 9 月。\n\n{PARAGRAPH}\n")
    assert (found.byline, found.blocks[0].type) == ("許知微", BlockType.NOTE)


def test_who_is_introduced_in_bold_below_the_last_rule_wrote_what_an_account_put_up():
    about = "**長谷川岬（はせがわ・みさき）** 北湾在住のライター。灯台と霧を書く。"
    found = post(f"{PARAGRAPH}\n\n---\n\n{about}\n", "title: 三封信\nauthor: misaki")
    assert (found.byline, found.blocks[-1].type) == ("長谷川岬", BlockType.NOTE)


@pytest.mark.parametrize("way", ["지난 글: [등대 (상)](/a)", "前の記事：[灯台](/a)"])
def test_the_way_to_the_post_before_is_neither_text_nor_byline(way):
    found = post(f"*{way}*\n\n{PARAGRAPH}\n")
    assert (found.byline, len(found.blocks)) == ("", 1)


def test_a_picture_s_shortcode_may_have_any_of_its_names():
    found = post(f'{PARAGRAPH}\n\n{{{{< img src="a.jpg" caption="燈塔的餅乾盒" >}}}}\n')
    assert [block.text for block in found.blocks if block.type == BlockType.FIGURE] == ["燈塔的餅乾盒"]


def test_a_mark_for_a_table_of_contents_is_never_printed():
    assert texts(f"[toc]\n\n{PARAGRAPH}\n") == [PARAGRAPH]


@pytest.mark.parametrize(
    "line",
    [
        "海風信札是一份由讀者支持的通訊。要收到新文章，請考慮成為免費或付費訂閱者。",
        "訂閱「海風信札」電子報，首購享八折，輸入折扣碼 LAMP。",
        "クーポンコード「LAMP」を入力すると二割引になります。",
        "Save a fifth with the discount code LAMP.",
        "[原文連結](https://harbour.example/1) | [網頁存檔](https://archive.example/1)",
        "上一期：[霧中的鐘](/p/40)",
        '<p><a class="button" href="#">分享這篇文章</a></p>',
    ],
)
def test_what_a_newsletter_says_around_a_post_is_none_of_it(line):
    assert texts(f"{line}\n\n{PARAGRAPH}") == texts(f"{PARAGRAPH}\n\n{line}") == [PARAGRAPH]


def test_a_sentence_set_again_in_a_box_with_the_name_of_a_pull_quote_is_left_out():
    box = "<div class='pullquote'><p>第一封問的是霧幾點散。</p></div>"
    assert texts(f"{PARAGRAPH}\n\n{box}\n\n{PARAGRAPH[:17]}") == [PARAGRAPH, PARAGRAPH[:17]]


def test_a_writer_is_stated_beside_the_house_that_is_called_the_author():
    assert post(PARAGRAPH, "title: 三封信\nauthor: 海風信札\nwriter: 許知微").byline == "許知微"


BOARD = """> 作者: harborcat (港邊的貓) 看板: Lighthouse
> 標題: [轉錄] 三封信
> 時間: Thu Jul  9 10:40:08 2020

%s

```
※ 發信站: 海角 (bbs.harbour.example), 來自: 203.0.113.7
※ 文章網址: https://bbs.harbour.example/M.1.html
```

推 tunafish: 好看 07/09 10:52
→ koala77: 第三封呢 07/09 11:03
"""


def test_a_board_dates_a_post_at_its_head_and_what_readers_pushed_is_none_of_it():
    document = post(BOARD % PARAGRAPH)
    assert (str(document.published), document.byline) == ("2020-07-09", "")
    assert [block.text for block in document.blocks] == [PARAGRAPH]


def test_an_arrow_before_a_sentence_is_no_remark():
    assert texts(f"{PARAGRAPH}\n\n→ 第二封問的是船，船長沒有回信。")[1:] == [
        "→ 第二封問的是船，船長沒有回信。"
    ]


@pytest.mark.parametrize(
    "box",
    [
        "> 一併讀：[燈塔五年](/a)、[誰來付碼頭的錢](/b)",
        "> **함께 읽기**\n> - [등대 5년](/a)\n> - [부두는 누가 내나](/b)",
        "推薦閱讀：[燈塔五年](/a)、[誰來付碼頭的錢](/b)",
    ],
)
def test_links_to_other_posts_below_a_label_are_none_of_the_text(box):
    assert texts(f"{PARAGRAPH}\n\n{box}\n\n{PARAGRAPH[:20]}，就這樣過了一年。\n")[1:] == [
        f"{PARAGRAPH[:20]}，就這樣過了一年。"
    ]


@pytest.mark.parametrize(
    "quotation",
    ["> [霧不散，船就不來。](/a)", "> 霧港漁會在[公告](/a)裡寫了三個字，誰都看得懂：[再等等](/b)"],
)
def test_a_quotation_with_links_says_more_than_a_label(quotation):
    assert len(texts(f"{PARAGRAPH}\n\n{quotation}\n\n{PARAGRAPH[:20]}，就這樣過了一年。\n")) == 3


def test_a_word_in_the_place_of_a_date_hides_no_other_date():
    matter = (
        "title: 三封信\npublished: true\npublished_at: 2024-02-11 18:00\nauthor: 砥部 まどか\ntopics: [燈塔]"
    )
    found = post(PARAGRAPH, matter)
    assert (str(found.published)[:10], found.byline, found.keywords) == ("2024-02-11", "砥部まどか", ["燈塔"])


def test_a_sentence_in_a_box_to_sign_up_is_none_of_the_post():
    box = '<div class="signup-inline"><p>One long essay every second Tuesday. No advertising, ever.</p></div>'
    assert texts(f"{PARAGRAPH}\n\n{box}\n\n{PARAGRAPH[:20]}，就這樣過了一年。") == [
        PARAGRAPH,
        f"{PARAGRAPH[:20]}，就這樣過了一年。",
    ]


def test_what_begins_with_the_writers_name_below_the_last_rule_is_no_call():
    about = "*Jane Doe teaches diplomatic history in Hilo. Mary Major is a radio producer.*"
    found = post(f"{PARAGRAPH}\n\n---\n\n{about}\n", "title: 三封信\nauthors: [Jane Doe, Mary Major]")
    assert found.blocks[-1].text == about.strip("*")


def test_a_row_of_links_behind_a_name_is_none_of_a_post_and_links_behind_a_label_are_topics():
    row = "<p>海岬鏡像：<a href=/a>首頁</a> | <a href=/b>電報頻道</a> | <a href=/c>訂閱郵件</a></p>"
    tags = "<p>標籤：<a href=/t/1>燈塔</a> <a href=/t/2>渡輪</a></p>"
    found = post(f"<p>{PARAGRAPH}</p><p>{PARAGRAPH[:20]}，就這樣過了一年。</p><hr>{row}{tags}")
    assert (len(found.blocks), found.keywords) == (2, ["燈塔", "渡輪"])


MORE = "第三封信問的是燈由誰來點；守燈的人把它折好，放回盒子的最底下，沒有回信。"


@pytest.mark.parametrize(
    "line",
    [
        "燈塔守的餅乾盒，第三封信壓在最底下。",
        "The biscuit box that three letters were kept in, on the stove. Jane Doe",
    ],
    ids=["says again what the picture shows", "a line of words without a full stop"],
)
def test_a_line_below_a_picture_is_its_caption(line):
    body = f"{PARAGRAPH}\n\n![燈塔守的餅乾盒](box.jpg)\n\n{line}\n\n{MORE}"
    assert [block.text for block in post(body).blocks if block.type == BlockType.FIGURE] == [line]


def test_a_paragraph_below_a_picture_of_something_else_is_the_posts():
    line = "守燈的人隔天早上才回信，信裡只寫了一個鐘點。"
    assert line in texts(f"{PARAGRAPH}\n\n![燈塔守的餅乾盒](box.jpg)\n\n{line}\n\n{MORE}")
    assert [b.type for b in post(f"{PARAGRAPH}\n\n![餅乾盒](box.jpg)\n\n{line}\n\n{MORE}").blocks][
        2
    ] == "paragraph"


def test_links_above_the_headline_that_a_post_prints_again_are_its_pages():
    crumbs = "[跳到內文](https://a.example/#main)\n\n[海岬](https://a.example/) / [隨筆](https://a.example/e)"
    assert texts(f"{crumbs}\n\n# 三封信\n\n{PARAGRAPH}\n") == [PARAGRAPH]


def test_a_list_of_other_posts_above_a_call_ends_a_post():
    others = "### 更早的隨筆\n\n- [浮起來的使館](/a)\n- [借來的旗桿](/b)"
    call = "Sign up for our Sunday Tide newsletter. No spam."
    assert texts(f"{PARAGRAPH}\n\n{MORE}\n\n{others}\n\n{call}\n") == [PARAGRAPH, MORE]


def test_a_portrait_and_the_same_name_as_a_heading_above_a_few_words_are_a_box_about_the_writer():
    box = "![Jane Doe](jane.jpg)\n\n##### Jane Doe\n\n她養了兩隻貓，也收集沒有寄出的信，在港口住了十二年。"
    document = post(f"{PARAGRAPH}\n\n{MORE}\n\n{box}\n")
    assert ([block.text for block in document.blocks], document.byline) == ([PARAGRAPH, MORE], "Jane Doe")


def test_a_portrait_above_a_chapter_of_a_post_introduces_nobody():
    chapter = "\n\n".join([MORE, PARAGRAPH.replace("三", "四"), MORE.replace("三", "五")])
    document = post(f"{PARAGRAPH}\n\n![Jane Doe](jane.jpg)\n\n## Jane Doe\n\n{chapter}\n")
    assert (document.byline, len(document.blocks)) == ("", 6)


@pytest.mark.parametrize("name", ["date_published", "publishDate", "datePublished", "created_at"])
def test_the_day_is_stated_under_the_names_that_generators_give_it(name):
    matter = f"title: 三封信\n{name}: 2024-02-09T00:00:00.000Z"
    document = parse(f"---\n{matter}\n---\n{PARAGRAPH}\n", RawDocument("a.md", b""))
    assert str(document.published)[:10] == "2024-02-09"


@pytest.mark.parametrize(
    ("matter", "byline"),
    [
        ("creator: 許知微", "許知微"),
        ("creator: 半日書屋小姐", "半日書屋小姐"),
        ("author: 許知微\ncreator: import-bot", "許知微"),
        ("creator: ''", ""),
    ],
)
def test_who_created_a_post_wrote_it_where_nobody_else_is_named(matter, byline):
    assert post(f"{PARAGRAPH}\n", f"title: 三封信\n{matter}").byline == byline


def test_a_stated_writer_s_name_alone_above_the_story_is_no_part_of_it():
    matter = "title: 三封信\nauthor: 半日書屋小姐"
    assert texts(f"半日書屋小姐\n\n{PARAGRAPH}\n\n半日書屋小姐\n", matter) == [PARAGRAPH, "半日書屋小姐"]


RIGHTS = '© 許知微 for <a href="https://a.example/zh">燈塔存檔</a>, 2020. |\n' + " |\n".join(
    f'<a href="https://a.example/{name}">{name}</a>'
    for name in ("Permalink", "No comment", "Send to a friend")
)
OTHERS = "<p>相關閱讀：</p><ul><li><a href='/1'>讀者來信：霧裡的船</a></li></ul>"


@pytest.mark.parametrize(
    "foot",
    [
        RIGHTS,
        f"{RIGHTS} | Post tags: 燈塔, 霧",
        f"{OTHERS}\n\n{RIGHTS}",
        "© 許知微 for 燈塔存檔, 2020. | Permalink | No comment | Send to a friend | "
        "Post tags: 燈塔, 霧, 船, 餅乾盒, 港口, 潮汐",
        f"{OTHERS}\n\n{RIGHTS}\n<hr/>取得<a href='/app'>程式</a> · 訂閱郵件",
        "© 2020 燈塔存檔\n\n取得[程式](/app) · 訂閱郵件",
    ],
)
def test_nothing_of_a_post_follows_the_line_of_rights_below_its_story(foot):
    assert texts(f"{PARAGRAPH}\n\n{PARAGRAPH[::-1]}\n\n{foot}\n") == [PARAGRAPH, PARAGRAPH[::-1]]


def test_a_story_below_a_line_of_rights_goes_on():
    assert texts(f"{PARAGRAPH}\n\n© 2020 燈塔存檔\n\n{PARAGRAPH[:-1]}，第三封沒有人拆。\n")[1:] == [
        f"{PARAGRAPH[:-1]}，第三封沒有人拆。"
    ]


@pytest.mark.parametrize("label", ["發佈於", "发表于"])
def test_a_link_to_where_a_platform_has_the_post_is_none_of_it(label):
    assert texts(f"{label}[半日書屋的下午茶](/salon)\n\n{PARAGRAPH}\n") == [PARAGRAPH]
    assert len(texts(f"{label}港口的第二年\n\n{PARAGRAPH}\n")) == 2
