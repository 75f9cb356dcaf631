"""Markdown and Jekyll posts: front matter, Markdown, HTML, and both mixed."""

from pathlib import Path

import pytest

from articles.ingest.documents import BlockType, DocumentError, ParsedDocument, RawDocument
from articles.ingest.markdown.front_matter import split_front_matter
from articles.ingest.markdown.parse import parse

FIXTURES = Path(__file__).parent / "fixtures"
BODY = "兩國外長在港邊的舊海關大樓會面，談了五個小時，沒有發表聯合聲明。"


def parsed(text: str, name="post.md") -> ParsedDocument:
    return parse(text, RawDocument(name, text.encode()))


def post(*fields: str, body=BODY) -> ParsedDocument:
    return parsed("\n".join(["---", *fields, "---", "", body]))


def blocks(document: ParsedDocument) -> list[tuple[str, str]]:
    return [(str(block.type), block.text) for block in document.blocks]


def removed(document: ParsedDocument) -> dict[str, str]:
    return {piece.rule: piece.text for piece in document.removed}


def fixture() -> ParsedDocument:
    return parsed((FIXTURES / "post.md").read_text("utf8"))


def test_a_post_of_html_is_read_as_it_was_written():
    assert blocks(fixture()) == [
        ("figure", "論壇第一天的會場。"),
        ("paragraph", "論壇把議程排在漲潮之前，因為港口的交通船只在高水位時靠岸。代表們於是學會了看潮汐表。"),
        ("heading", "不在議程上的議題"),
        ("paragraph", "真正的討論發生在等船的空檔。一名顧問說，他在碼頭上聽到的比在會場裡多。"),
        ("quote", "「我們談的其實是天氣，以及誰先開口。」"),
        ("note", "責編：周以晴"),
    ]


def test_the_fields_of_a_post_come_from_its_front_matter():
    document = fixture()
    assert document.headline == "潮汐表上的外交：海岬論壇側記"
    assert document.published.isoformat() == "2025-03-14T08:20:00+00:00"
    assert document.source_name == "海岬電台"
    assert document.source_url == "https://example.org/forum/1.html"
    assert document.keywords == ["海岬電台", "穿梭外交"]


def test_an_author_that_is_also_a_tag_is_the_medium_and_the_printed_reporter_the_author():
    assert fixture().byline == "林若溪"


def test_a_credit_printed_apart_from_its_caption_belongs_to_the_figure():
    figure = fixture().blocks[0]
    assert (figure.caption, figure.credit, figure.src) == (
        "論壇第一天的會場。",
        "路透社",
        "https://example.org/1.jpg",
    )


def test_what_a_post_leaves_out_is_recorded():
    assert set(removed(fixture())) == {"front matter", "headline repeated", "byline", "small print"}


def test_toml_between_plus_signs_states_the_fields_too():
    stated = [
        'title = "渡輪與燈塔"',
        "date = 2025-07-18T22:10:00+09:00",
        'tags = ["渡輪", "燈塔"]',
        'author = { name = "林小滿" }',
    ]
    document = parsed("\n".join(["+++", *stated, "+++", "", BODY]))
    assert (document.headline, document.byline, document.keywords) == (
        "渡輪與燈塔",
        "林小滿",
        ["渡輪", "燈塔"],
    )
    assert document.published.isoformat() == "2025-07-18T22:10:00+09:00"
    assert blocks(document) == [("paragraph", BODY)]


def test_broken_toml_states_nothing_and_is_told_of():
    document = parsed(f"+++\ntitle = \n+++\n\n{BODY}")
    assert (document.headline, blocks(document)) == ("", [("paragraph", BODY)])
    assert document.warnings


def test_a_last_section_of_short_sentences_is_part_of_the_article():
    last = "兩國外長下週再談。"
    document = post("title: 渡輪", body=f"{BODY}\n\n## 往後\n\n{last}")
    assert blocks(document)[-2:] == [("heading", "往後"), ("paragraph", last)]


def test_what_kramdown_never_prints_is_no_text():
    document = post("title: 渡輪", body=f"{{::comment}}草稿{{:/comment}}\n\n### 湯 {{#soup}}\n\n{BODY}")
    assert blocks(document) == [("heading", "湯"), ("paragraph", BODY)]


def test_an_author_in_the_front_matter_is_the_byline():
    assert post("title: 港邊", "author: 林若溪").byline == "林若溪"


def test_several_authors_are_joined():
    assert post("title: 港邊", "authors: [林若溪, 周以晴]").byline == "林若溪、周以晴"


@pytest.mark.parametrize("office", ["海岬新聞網", "Harbor News", "編輯部"])
def test_an_office_is_no_author(office):
    assert post("title: 港邊", f"author: {office}").byline == ""


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-03-14", "2025-03-14"),
        ("2025-03-14 09:30:00 +0800", "2025-03-14T09:30:00+08:00"),
        ("2025年3月14日", "2025-03-14"),
    ],
)
def test_dates_are_read_as_they_are_written(written, day):
    assert post("title: 港邊", f"date: {written}").published.isoformat() == day


def test_an_impossible_date_is_no_date():
    assert post("title: 港邊", "date: 2025-13-45").published is None


def test_a_post_without_a_date_takes_the_one_in_its_name():
    assert parsed(BODY, "posts/2025-03-14-harbor.md").published.isoformat() == "2025-03-14"


def test_an_archived_post_has_its_title_as_a_link_and_its_date_on_a_line():
    document = parsed(
        "[法廣 | 港邊[一]](https://example.org/1)\n------\n日期：Wed, 12 Mar 2025 21:03:11 +0000\n\n"
        f"<p>{BODY}</p>"
    )
    assert document.headline == "法廣 | 港邊[一]"
    assert document.source_name == "法廣"
    assert document.source_url == "https://example.org/1"
    assert document.published.isoformat() == "2025-03-12T21:03:11+00:00"
    assert blocks(document) == [("paragraph", BODY)]


@pytest.mark.parametrize("title", ["海岬電台 | 港邊的會談", "港邊的會談 - 海岬電台"])
def test_the_medium_leaves_a_headline_when_the_post_names_it_elsewhere(title):
    document = post(f"title: {title}", "tags: [海岬電台]")
    assert document.headline == "港邊的會談"
    assert removed(document)["source in the headline"].strip(" |-") == "海岬電台"


def test_a_picture_beside_the_post_stays_relative():
    document = post(
        "title: 港邊", "from: https://example.org/1.html", body=f"![碼頭](figures/2.jpg)\n\n{BODY}"
    )
    assert document.blocks[0].src == "figures/2.jpg"


def test_markdown_becomes_blocks():
    table = "| 年 | 次數 |\n|---|---|\n| 2024 | 3 |\n| 2025 | 5 |"
    document = parsed(f"# 港邊的會談\n\n{BODY}\n\n## 議題\n\n- 漁業\n- 航運\n\n{table}\n\n> 「誰先開口？」")
    assert document.headline == "港邊的會談"
    assert [str(block.type) for block in document.blocks] == [
        "paragraph",
        "heading",
        "list",
        "table",
        "quote",
    ]
    assert document.blocks[2].items == ["漁業", "航運"]
    assert document.blocks[3].rows[1] == ["2024", "3"]


def test_html_inside_markdown_is_read_too():
    document = parsed(
        f"{BODY}\n\n<p>隔天的會談改在船上舉行，沒有記者在場。</p>\n\n**最後**一天下雨，船沒有開，代表們留在旅館。"
    )
    assert len(blocks(document)) == 3


def test_comments_and_templates_are_not_printed():
    document = parsed(f"<!-- 草稿 -->\n{{% include ad.html %}}\n\n{BODY}\n{{:.lead}}")
    assert blocks(document) == [("paragraph", BODY)]


def test_a_picture_and_the_line_below_it_are_a_figure():
    document = parsed(
        f"{BODY}\n\n![碼頭](https://example.org/2.jpg)\n\n▲ 清晨的碼頭。（圖／達志影像）\n\n{BODY}"
    )
    figure = next(block for block in document.blocks if block.type == BlockType.FIGURE)
    assert (figure.src, figure.text, figure.credit) == (
        "https://example.org/2.jpg",
        "清晨的碼頭。（圖／達志影像）",
        "達志影像",
    )


def test_broken_front_matter_is_read_line_by_line_with_a_warning():
    document = post('title: "港邊" 的: 會談', "tags: [外交, 釜山]", "date: 2025-03-14")
    assert document.keywords == ["外交", "釜山"]
    assert document.published.isoformat() == "2025-03-14"
    assert document.warnings


@pytest.mark.parametrize(
    "matter",
    [
        "a: &a [x]\nb: [*a, *a]",
        "a: " + "[" * 500,
        "a: {b: " * 30,
        "a: 2025-13-45",
        "- a\n- b: c",
        "a: !!python/object:os.system x",
    ],
)
def test_hostile_front_matter_does_no_harm(matter):
    text = f"---\n{matter}\ntitle: 港邊\n---\n{BODY}"
    assert blocks(parsed(text))[-1] == ("paragraph", BODY)


def test_a_text_that_begins_with_a_rule_has_no_front_matter():
    matter, body = split_front_matter("---\n只是一條線\n---\n正文")
    assert (matter.text, body) == ("", "---\n只是一條線\n---\n正文")


@pytest.mark.parametrize(
    "body",
    [
        "<![CDATA[" * 1000,
        "[" * 9000,
        "> " * 40 + "深",
        "    " * 30 + "- 深",
        "<div>" * 400 + "深",
        "*" * 4000,
        "字\n-\n" * 2000,
    ],
)
def test_a_body_that_would_take_too_long_is_refused(body):
    with pytest.raises(DocumentError):
        parsed(f"---\ntitle: 港邊\n---\n{BODY}\n\n{body}")


def test_front_matter_without_a_body_is_refused():
    with pytest.raises(DocumentError, match="No body"):
        parsed("---\ntitle: 港邊\n---\n")


@pytest.mark.parametrize("stated", ["新華社", "see below", "www.example.org/a", "ftp://example.org/a"])
def test_only_a_whole_web_address_is_an_address(stated):
    body = "清晨的渡輪載著兩國代表靠岸，碼頭上的旗子還沒有升起。"
    post = f"---\ntitle: 渡輪靠岸\nsource: {stated}\n---\n{body}\n"
    assert parse(post, RawDocument("post.md", b"")).source_url == ""


def test_a_figure_of_hugo_is_a_picture_with_its_caption():
    found = post(
        "title: 碼頭", body=f'{{{{< figure src="/a.jpg" caption="清晨的碼頭" >}}}}\n\n{BODY}'
    ).blocks[0]
    assert (found.type, found.src, found.caption) == (BlockType.FIGURE, "/a.jpg", "清晨的碼頭")


def test_a_headed_list_of_other_posts_ends_one_though_a_note_stands_below_it():
    others = "**相關閱讀**\n\n- [碼頭的早晨](/p/1)\n- [海關樓的來歷](/p/2)\n\n來源：[海島日報](https://example.org/)"
    found = post("title: 碼頭", body=f"{BODY}\n\n{others}")
    assert [block.type for block in found.blocks] == [BlockType.PARAGRAPH, BlockType.NOTE]
