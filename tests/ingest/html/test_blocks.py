"""HTML of any shape becomes blocks that say what a reader sees."""

import pytest

from articles.ingest.documents import BlockType, DocumentError
from articles.ingest.html.blocks import blocks_from_pieces
from articles.ingest.html.pieces import parted, read_pieces
from articles.ingest.html.tree import parse_tree

LONG = "兩國外長在港口城市會面，談了三個小時，隨後一同步行到碼頭向記者說明結果。"


def blocks(fragment: str, base_url: str = ""):
    return blocks_and_removed(fragment, base_url)[0]


def blocks_and_removed(fragment: str, base_url: str = ""):
    pieces = read_pieces(parse_tree(fragment), base_url)
    held, removed = parted(pieces, lambda piece: piece.context.rule)
    return blocks_from_pieces(held), removed


def texts(fragment: str) -> list[str]:
    return [block.text for block in blocks(fragment)]


def types(fragment: str) -> list[BlockType]:
    return [block.type for block in blocks(fragment)]


def test_plain_text_is_one_paragraph():
    assert texts("渡輪每天開兩班。") == ["渡輪每天開兩班。"]


def test_inline_markup_does_not_split_a_sentence():
    assert texts("<p>渡<b>輪</b>每<a href='/x'>天<i>開</i></a>兩班。</p>") == ["渡輪每天開兩班。"]


def test_text_directly_in_a_div_is_a_paragraph_of_its_own():
    assert texts("<div>前言。<p>正文。</p>後記。</div>") == ["前言。", "正文。", "後記。"]


@pytest.mark.parametrize("gap", ["<br><br>", "<br/>\n<br/>", "<br>　　"])
def test_line_breaks_part_paragraphs(gap):
    assert texts(f"<div>{LONG}{gap}第二段。</div>") == [LONG, "第二段。"]


def test_a_sentence_broken_over_two_lines_is_put_together():
    assert texts("<p>兩國外長在港口城市會面，談了三個小時<br>才離開。</p>") == [
        "兩國外長在港口城市會面，談了三個小時才離開。"
    ]


def test_a_wrapped_source_line_leaves_no_gap_between_han_characters():
    assert texts("<p>渡輪每天\n  開兩班。</p>") == ["渡輪每天開兩班。"]


def test_a_wrapped_source_line_stays_a_space_between_latin_words():
    assert texts("<p>two ferries\n a day</p>") == ["two ferries a day"]


def test_headings_keep_their_level_between_2_and_4():
    assert [block.level for block in blocks("<h1>甲</h1><h3>乙</h3><h6>丙</h6>")] == [2, 3, 4]


def test_a_short_bold_line_is_a_heading():
    assert types("<p><strong>第二輪會談</strong></p>") == [BlockType.HEADING]


def test_a_bold_sentence_is_a_paragraph():
    assert types("<p><b>第二輪會談昨天結束。</b></p>") == [BlockType.PARAGRAPH]


def test_a_figure_has_its_caption_and_its_lazy_picture():
    figure, after = blocks(
        "<figure><img src='data:image/gif;base64,R0' data-src='/p/1.jpg' alt='碼頭'>"
        f"<figcaption>清晨的碼頭</figcaption></figure><p>{LONG}</p>",
        "https://example.org/a/b.html",
    )
    assert (figure.type, figure.text, figure.alt) == (BlockType.FIGURE, "清晨的碼頭", "碼頭")
    assert figure.src == "https://example.org/p/1.jpg"
    assert after.text == LONG


def test_a_caption_above_its_picture_belongs_to_it():
    (figure,) = blocks("<figure><figcaption>清晨的碼頭</figcaption><img src='1.jpg'></figure>")
    assert (figure.text, figure.src) == ("清晨的碼頭", "1.jpg")


@pytest.mark.parametrize(
    "picture",
    [
        "<img src='small.jpg' srcset='small.jpg 320w, big.jpg 1280w, middle.jpg 640w'>",
        "<img src='data:image/gif;base64,R0' data-srcset='small.jpg 1x, big.jpg 2x'>",
        "<picture><source srcset='small.jpg 424w, big.jpg 1456w'><img src='small.jpg'></picture>",
        "<amp-img src='big.jpg' width='800' height='533'></amp-img>",
        "<img data-original='big.jpg' src='loading.gif'>",
    ],
)
def test_the_largest_picture_on_offer_is_taken(picture):
    (figure,) = blocks(f"<figure>{picture}</figure>", "https://example.org/a/")
    assert figure.src == "https://example.org/a/big.jpg"


def test_a_picture_beside_a_saved_page_is_referred_to_as_it_lies():
    (figure,) = blocks("<img src='./page_files/1.jpg' srcset='https://example.org/1-big.jpg 1280w'>")
    assert figure.src == "./page_files/1.jpg"


def test_an_inline_caption_does_not_swallow_the_sentence_behind_it():
    figure, body = blocks(f"<div><img src='1.jpg'><em class='img_desc'>清晨的碼頭</em>{LONG}</div>")
    assert (figure.text, body.text) == ("清晨的碼頭", LONG)


def test_the_reading_beside_a_word_is_no_part_of_its_sentence():
    kept, removed = blocks_and_removed(
        "<p><ruby>釜山<rp>（</rp><rt>プサン</rt><rp>）</rp></ruby>に着いた。</p>"
    )
    assert [block.text for block in kept] == ["釜山に着いた。"]
    assert [(piece.rule, piece.text) for piece in removed] == [
        ("reading", "（"),
        ("reading", "プサン"),
        ("reading", "）"),
    ]


def test_preformatted_lines_are_put_together_to_paragraphs():
    assert texts(f"<pre>{LONG[:20]}\n{LONG[20:]}\n\n第二段。</pre>") == [LONG, "第二段。"]


@pytest.mark.parametrize(
    "caption",
    [
        "<p class='pic-desc'>清晨的碼頭，工人正在卸貨。</p>",
        "<p>▲ 清晨的碼頭，工人正在卸貨。</p>",
        "<p>清晨的碼頭</p>",
        "<span class='img-caption'>清晨的碼頭</span>",
    ],
)
def test_a_line_under_a_picture_is_its_caption(caption):
    figure, body = blocks(f"<div><img src='1.jpg'>{caption}<p>{LONG}</p></div>")
    assert figure.text.startswith("清晨的碼頭")
    assert body.text == LONG


def test_a_paragraph_under_a_picture_stays_a_paragraph():
    assert types(f"<img src='1.jpg'><p>{LONG}</p><p>{LONG}</p>") == ["figure", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "picture",
    [
        "<img src='javascript:alert(1)'>",
        "<img src='data:image/png;base64,AA'>",
        "<img src=''>",
        "<img src='1.gif' width='1' height='1'>",
        "<img src='smile.png' class='emoji'>",
        "<img src='http://[bad'>",
    ],
)
def test_a_picture_that_is_none_is_left_out(picture):
    assert types(f"<p>{LONG}{picture}</p>") == [BlockType.PARAGRAPH]


def test_a_list_holds_its_items():
    (block,) = blocks("<ol><li>漁業</li><li>航線</li></ol>")
    assert (block.type, block.items, block.ordered) == (BlockType.LIST, ["漁業", "航線"], True)


def test_a_list_used_for_layout_is_its_paragraphs():
    item = f"<li><h2>渡輪</h2><p>{LONG}</p><p>{LONG}</p></li>"
    assert types(f"<ul>{item}</ul>") == ["heading", "paragraph", "paragraph"]


def test_a_table_of_data_holds_its_rows():
    (block,) = blocks("<table><tr><th>港</th><th>班次</th></tr><tr><td>釜山</td><td>2</td></tr></table>")
    assert block.rows == [["港", "班次"], ["釜山", "2"]]


def test_a_nested_list_stays_within_its_list():
    (block,) = blocks("<ol><li>漁業<ul><li>配額</li><li>禁漁期</li></ul></li><li>航線</li></ol>")
    assert (block.items, block.ordered) == (["漁業", "配額", "禁漁期", "航線"], True)


def test_an_empty_cell_holds_its_column():
    (block,) = blocks(
        "<table><tr><td>釜山</td><td></td><td>2</td></tr><tr><td>下關</td><td>甲</td><td>3</td></tr></table>"
    )
    assert block.rows[0] == ["釜山", "", "2"]


def test_a_table_used_for_layout_is_its_paragraphs():
    assert types(f"<table><tr><td><p>{LONG}</p><p>{LONG}</p></td></tr></table>") == ["paragraph"] * 2


def test_a_quotation_is_a_quote():
    assert types(f"<p>他說：</p><blockquote><p>{LONG}</p></blockquote>") == ["paragraph", "quote"]


def test_the_speaker_named_below_a_quotation_is_quoted_with_it():
    quotation = f"<blockquote><p>{LONG}</p><footer>— 港務長</footer></blockquote>"
    assert types(f"<p>他說：</p>{quotation}") == ["paragraph", "quote", "quote"]


def test_a_body_wholly_inside_a_blockquote_is_no_quotation():
    assert types(f"<blockquote><p>{LONG}</p><p>{LONG}</p></blockquote>") == ["paragraph", "paragraph"]


def test_programs_and_styles_are_no_text():
    assert texts("<style>p{}</style><script>var a='字';</script><p>字。</p>") == ["字。"]


@pytest.mark.parametrize(
    ("element", "rule"),
    [
        ("<div style='color:red; display: none'>藏</div>", "hidden"),
        ("<p hidden>藏</p>", "hidden"),
        ("<button>送出</button>", "control"),
        ("<select><option>臺北</option></select>", "control"),
    ],
)
def test_what_is_no_text_of_the_document_is_recorded(element, rule):
    kept, removed = blocks_and_removed(f"<p>字。</p>{element}")
    assert [block.text for block in kept] == ["字。"]
    assert [piece.rule for piece in removed] == [rule]


@pytest.mark.parametrize(
    ("fragment", "reason"),
    [
        ("<div>" * 20_000 + "字", "depth"),
        ("<i>" * 500 + "字", "depth"),
        ("<br>" * 200_000, "too many elements"),
        ("<p>" + "字 " * 5_000_000, "Resource limit"),
        ("字" * 13_000_000, "characters"),
    ],
    ids=["nested blocks", "nested inline", "crowded", "one endless paragraph", "too long"],
)
def test_a_page_built_to_exhaust_the_reader_is_refused_with_the_reason(fragment, reason):
    with pytest.raises(DocumentError, match=reason):
        blocks_and_removed(fragment)


def test_an_xml_declaration_does_no_harm():
    assert texts('<?xml version="1.0" encoding="big5"?><p>渡輪。</p>') == ["渡輪。"]


def test_characters_that_xml_forbids_do_no_harm():
    assert texts("<p>渡\x00輪\ud800。</p>") == ["渡 輪 。"]


def test_the_caption_of_a_table_is_a_line_above_it():
    rows = "<tr><th>航線</th><th>班次</th></tr><tr><td>北灣</td><td>12</td></tr>"
    above, table = blocks(f"<table><caption>表一　班次</caption>{rows}</table>")
    assert (above.type, above.text) == (BlockType.PARAGRAPH, "表一 班次")
    assert table.rows == [["航線", "班次"], ["北灣", "12"]]


def test_who_is_quoted_is_no_heading():
    assert types("<p><strong>——（宋）陸游</strong></p>") == [BlockType.PARAGRAPH]


def test_a_bold_line_between_two_equal_signs_is_a_heading():
    assert types("<p>▼ <b>兩座港口的冬天</b> ▼</p>") == [BlockType.HEADING]


def test_a_picture_whose_address_stands_in_data_that_a_loader_names_after_sizes_is_one():
    picture = (
        '<img src="data:image/gif;base64,R0lGODlh" alt="" data-share="/a" data-file-mini="/pier-s.jpg"'
        ' data-file-large="/pier-l.jpg?w=9">'
    )
    figure = blocks(
        f'<p>{LONG}</p><div>{picture}<div class="m-caption">碼頭的早晨。</div></div>', "https://a.example/"
    )
    assert (figure[1].src, figure[1].text) == ("https://a.example/pier-l.jpg?w=9", "碼頭的早晨。")
