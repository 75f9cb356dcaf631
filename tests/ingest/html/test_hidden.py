"""What a page hides is on record as hidden, and never in the text; sentences around it stay whole."""

import pytest

from articles.ingest.html.pieces import read_pieces
from articles.ingest.html.tree import parse_tree


def shown(html):
    return [piece.text for piece in read_pieces(parse_tree(html)) if not piece.context.hidden]


def hidden(html):
    return [piece.text for piece in read_pieces(parse_tree(html)) if piece.context.hidden]


PAGE = "<style>{}</style><p>漁業部長在會館宣布，兩國恢復通話。</p><p class=gone>看不見</p>"


@pytest.mark.parametrize(
    "rule", [".gone{display:none}", ".a{}\n.gone { color: red; display : none!important }"]
)
def test_a_class_that_the_pages_own_sheet_hides_is_hidden(rule):
    assert hidden(PAGE.format(rule)) == ["看不見"]


@pytest.mark.parametrize(
    "rule",
    [
        "@media print{.a{color:red}.gone{display:none}}",
        ".menu .gone{display:none}",
        ".gone:hover{display:none}",
        ".gone{visibility:hidden}",
    ],
)
def test_a_rule_that_holds_only_somewhere_hides_nothing(rule):
    assert hidden(PAGE.format(rule)) == []


def test_a_rule_that_hides_most_of_the_page_is_lifted_by_script():
    assert (
        hidden("<style>.body{display:none}</style><p>導言</p><div class=body><p>漁業部長宣布。</p></div>")
        == []
    )


@pytest.mark.parametrize(
    "mark",
    [
        'class="sr-only"',
        'class="link visually-hidden"',
        'class="screen-reader-text"',
        'style="clip: rect(1px, 1px, 1px, 1px); position:absolute"',
        'style="clip-path:inset(50%)"',
        'style="display:none"',
        "hidden",
    ],
)
def test_hidden_words_inside_a_sentence_leave_it_whole(mark):
    page = f"<p>部長在<a>會館<span {mark}>，開啟新分頁</span></a>宣布。</p>"
    assert shown(page) == ["部長在會館宣布。"]
    assert hidden(page) == ["，開啟新分頁"]


@pytest.mark.parametrize(
    "page",
    [
        "<title>題</title><main><p>正文</p></main>",
        "<title>題</title><header><p>正文</p></header><body><p>下文</p>",
    ],
)
def test_what_stands_before_or_without_a_body_tag_is_read(page):
    assert shown(page)[0] == "正文"


def test_the_words_of_a_drawing_or_a_formula_are_recorded_and_leave_the_sentence_whole():
    page = (
        "<p>水位<svg><title>圖</title><text>二<tspan>米</tspan></text></svg>上升<math><mi>h</mi></math>。</p>"
    )
    pieces = read_pieces(parse_tree(page))
    told = [(piece.text, piece.context.rule) for piece in pieces]
    assert told == [("水位上升。", ""), ("二米", "drawing"), ("h", "drawing")]
