"""What an editor sees of a changed body."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text.diff.side_by_side import paragraph_diff, paragraphs

TEXTS = st.text("甲乙丙ab1, 。\n", max_size=60)


def shape(old, new):
    return [(part.kind, [(run.kind, run.text) for run in part.runs]) for part in paragraph_diff(old, new)]


def text_of(parts, *kinds):
    texts = ("".join(run.text for run in part.runs if run.kind in kinds) for part in parts)
    return [text for text in texts if text]


def test_a_changed_word_is_marked_in_its_paragraph():
    assert shape("渡輪靠岸。\n\n共35人。", "渡輪靠岸。\n\n共36人。") == [
        ("kept", [("kept", "渡輪靠岸。")]),
        ("changed", [("kept", "共"), ("del", "35"), ("ins", "36"), ("kept", "人。")]),
    ]


def test_a_paragraph_that_goes_and_one_that_comes_stand_whole():
    old = "渡輪在清晨靠岸。\n\n信使換了馬匹上路。\n\n燈塔亮著。"
    new = "渡輪在清晨靠岸。\n\n燈塔亮著。\n\n夜裡下起大雪，山路封閉。"
    assert [part.kind for part in paragraph_diff(old, new)] == ["kept", "del", "kept", "ins"]


def test_a_number_is_one_word():
    (part,) = paragraph_diff("價值35,000元", "價值36,000元")
    assert text_of([part], "del") == ["35,000"]


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_from_the_difference(old, new):
    parts = paragraph_diff(old, new)
    assert text_of(parts, "kept", "del") == paragraphs(old)
    assert text_of(parts, "kept", "ins") == paragraphs(new)
