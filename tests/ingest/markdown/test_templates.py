"""What site generators put into posts: what they never print, boxes beside the text, foot-notes, pictures."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.markdown.test_markdown import BODY, blocks, post

MORE = "會後兩人走到碼頭，向等了一夜的船長說明結果，船長聽完以後只問了一句下一班船幾點開。"
ASIDE = "本文是系列的第二篇，第一篇談燈塔。"
BOXES = {
    "Hexo": f"{{% note info no-icon %}}\n{ASIDE}\n{{% endnote %}}",
    "Hugo": f'{{{{< alert icon="fire" >}}}}\n{ASIDE}\n{{{{< /alert >}}}}',
    "Hugo, with Markdown": f"{{{{% notice tip %}}}}\n{ASIDE}\n{{{{% /notice %}}}}",
    "Jekyll": f"> {ASIDE}\n{{: .prompt-info }}",
    "GitHub": f"> [!NOTE]\n> {ASIDE}",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_box_beside_the_text_is_a_note(box):
    document = post("title: 港邊", body=f"{BODY}\n\n{box}\n\n{MORE}")
    assert blocks(document) == [("paragraph", BODY), ("note", ASIDE), ("paragraph", MORE)]


def test_a_box_with_a_reference_in_it_is_whole():
    box = '{{< alert >}}\n第一篇在[這裡]({{< ref "one.md" >}})。\n{{< /alert >}}'
    assert ("note", "第一篇在這裡。") in blocks(post("title: 港邊", body=f"{box}\n\n{BODY}\n\n{MORE}"))


def test_a_list_in_a_box_stays_a_list():
    document = post("title: 港邊", body=f"{BODY}\n\n{{% note %}}\n- 燈塔\n- 渡輪\n{{% endnote %}}\n\n{MORE}")
    assert [block.items for block in document.blocks if block.type == BlockType.LIST] == [["燈塔", "渡輪"]]


def test_a_foot_note_is_a_note_and_its_mark_is_printed_as_its_number():
    marked = BODY.replace("會面，", "會面[^see]，")
    document = post(
        "title: 港邊", body=f"{marked}\n\n{MORE}\n\n[^see]: 見《[往來年表](https://a.example/)》。"
    )
    printed = BODY.replace("會面，", "會面[1]，")
    assert blocks(document) == [("paragraph", printed), ("paragraph", MORE), ("note", "見《往來年表》。")]


def test_a_foot_note_goes_on_with_the_lines_below_it():
    marked = BODY.replace("會面，", "會面[^1]，")
    document = post("title: 港邊", body=f"{marked}\n\n[^1]: 見往來年表，\n第三版。\n\n{MORE}")
    assert blocks(document)[1:] == [("note", "見往來年表，第三版。"), ("paragraph", MORE)]


@pytest.mark.parametrize("contents", ["* 目次\n{:toc}", "[[toc]]", "[[_TOC_]]", "[TOC]"])
def test_a_table_of_contents_is_not_printed(contents):
    assert blocks(post("title: 港邊", body=f"{contents}\n\n{BODY}")) == [("paragraph", BODY)]


@pytest.mark.parametrize("end", ["  ", "\\"])
def test_a_line_that_its_writer_ends_in_a_quotation_stays_one(end):
    verses = ["老人坐在碼頭上等著那盞燈再亮一次", "浪打過來的時候誰也沒有說話"]
    document = post("title: 港邊", body=f"{BODY}\n\n> {verses[0]}{end}\n> {verses[1]}\n\n{MORE}")
    assert [text for kind, text in blocks(document) if kind == "quote"] == verses


def test_a_line_in_small_type_below_a_picture_is_its_caption():
    picture = (
        "{% asset_img wide pier.jpg 清晨的碼頭 %}\n<center><small>最早到的是送豆漿的船。</small></center>"
    )
    figure = post("title: 港邊", body=f"{BODY}\n\n{picture}\n\n{MORE}").blocks[1]
    assert (figure.src, figure.alt, figure.text) == ("pier.jpg", "清晨的碼頭", "最早到的是送豆漿的船。")


def test_a_list_right_below_a_line_of_text_is_a_list():
    document = post("title: 港邊", body=f"{BODY}\n\n他們談了兩件事：\n1. 多派翻譯\n2. 少開宴會\n\n{MORE}")
    assert [block.items for block in document.blocks if block.type == BlockType.LIST] == [
        ["多派翻譯", "少開宴會"]
    ]


def test_a_line_that_goes_on_with_a_number_is_no_list():
    assert len(post("title: 港邊", body=f"{BODY}\n3. 是他們談到的條數。\n\n{MORE}").blocks) == 2


def test_a_name_with_its_place_below_the_text_signs_it():
    document = post(
        "title: 港邊", "author: 海岬電台", "tags: [海岬電台]", body=f"{BODY}\n\n{MORE}\n\n許知微（首爾特約）"
    )
    assert document.byline == "許知微"


def test_a_list_of_the_same_series_and_a_licence_below_the_last_rule_are_none_of_the_text():
    series = "> 系列文章\n> 1. [燈塔由誰來修](/1)\n> 2. **港邊（本篇）**"
    licence = "版權聲明：本站文章均採用 BY-NC-SA 許可協議，轉載請註明出處。"
    document = post("title: 港邊", body=f"{BODY}\n\n{MORE}\n\n---\n\n{series}\n\n{licence}")
    assert blocks(document) == [("paragraph", BODY), ("paragraph", MORE)]


def test_what_a_post_imports_and_its_components_are_not_printed_but_for_pictures():
    head = "import Series from '../S.astro';\nimport Figure from '../F.astro';\n\n<Series part={2} />"
    shown = '<Figure src="/pier.png" alt="碼頭" caption="清晨的碼頭" />'
    document = post("title: 港邊", body=f"{head}\n\n{BODY}\n\n{shown}\n\n{MORE}")
    assert blocks(document) == [("paragraph", BODY), ("figure", "清晨的碼頭"), ("paragraph", MORE)]


def test_an_included_picture_has_its_caption_below_it():
    shown = '{% include figure.html src="/pier.png" caption="清晨的碼頭" width="640" %}'
    document = post("title: 港邊", body=f"{BODY}\n\n{shown}\n\n{MORE}")
    assert ("figure", "清晨的碼頭") in blocks(document)


def test_a_link_to_another_post_reads_as_its_title():
    aside = "{% note info %}\n第一篇寫的是 {% post_link lighthouse 燈塔的夜班 %}。\n{% endnote %}"
    document = post("title: 港邊", body=f"{aside}\n\n{BODY}\n\n{MORE}")
    assert ("note", "第一篇寫的是 燈塔的夜班。") in blocks(document)


@pytest.mark.parametrize("button", ["Share", "Leave a comment", "18", "∙", "[Share](https://a.example/s)"])
def test_a_button_of_the_platform_is_no_paragraph_of_a_post(button):
    document = post("title: 港邊", body=f"{BODY}\n\n{button}\n\n{MORE}")
    assert blocks(document) == [("paragraph", BODY), ("paragraph", MORE)]


def test_lines_of_code_stay_lines():
    lines = "{% highlight text %}\n06:30  機場\n19:00  酒會\n{% endhighlight %}"
    document = post("title: 港邊", body=f"{BODY}\n\n{lines}\n\n{MORE}")
    assert [text for _, text in blocks(document)] == [BODY, "06:30 機場", "19:00 酒會", MORE]


def test_a_box_of_colons_is_a_note_and_a_card_is_never_printed():
    box = f":::message\n{ASIDE}\n:::\n\n@[card](https://a.example/b)"
    assert blocks(post("title: 港邊", body=f"{BODY}\n\n{box}\n\n{MORE}"))[1:] == [
        ("note", ASIDE),
        ("paragraph", MORE),
    ]


def test_a_shortcode_with_a_title_and_an_address_is_a_link_with_words():
    link = '{{< pdf-file title="渡輪時刻表" link="https://a.example/a.pdf" >}}'
    assert ("paragraph", "「渡輪時刻表」附在文後。") in blocks(
        post("title: 港邊", body=f"{BODY}\n\n「{link}」附在文後。\n\n{MORE}")
    )


FOG = "濃霧是吵了架，但是誰也沒有先走出門。"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (f'!!! note "怎麼讀"\n    {FOG}', [("paragraph", "怎麼讀"), ("paragraph", FOG)]),
        (f'??? tip "怎麼讀"\n    {FOG[:9]}\n    {FOG[9:]}', [("paragraph", "怎麼讀"), ("paragraph", FOG)]),
        (f"!!! warning\n    {FOG}", [("note", FOG)]),
    ],
    ids=["titled", "folded", "without a title"],
)
def test_a_box_whose_text_is_set_in_is_read_and_is_a_note_where_it_has_no_title(written, read):
    document = post("title: 港邊", body=f"{BODY}\n\n{written}\n\n{BODY}")
    assert blocks(document) == [("paragraph", BODY), *read, ("paragraph", BODY)]
