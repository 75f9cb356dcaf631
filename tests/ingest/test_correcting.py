"""An editor's decisions about pieces of a document find their places by words, and lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.clean import clean
from articles.ingest.correcting import Choice, Correction, apply, corrected, packed, units_of
from articles.ingest.documents import Block, BlockType, Kind, ParsedDocument, RawDocument, Removed
from articles.ingest.record import Record
from tests.ingest.partition import assert_partition

FIRST = "清晨的渡輪載著兩國代表靠岸，碼頭上的旗子還沒有升起。"
SECOND = "午後，雙方在舊海關大樓簽字，換了文本。"
PLAIN = f"渡輪靠岸的早晨\n\n{FIRST}\n\n{SECOND}\n\n延伸閱讀\n\n燈塔守的一天\n"


def plain(text="頭條\n首頁\n登入\n甲段。\n乙段。\n登入\n", blocks=("甲段。", "乙段。")):
    """A partition of a text: its first line is the headline, the lines named are blocks, the rest a menu."""
    record = Record(text)
    record.hold("headline", 0, text.index("\n"))
    document = ParsedDocument(Kind.SCRAPE, headline=text[: text.index("\n")])
    for place, words in enumerate(blocks):
        start = text.index(words)
        document.blocks.append(Block(BlockType.PARAGRAPH, record.hold(place, start, start + len(words))))
    document.removed = record.removed(lambda offset: "menu")
    document.held = record.held
    return text, document


def marked_up(*removed, blocks=("甲段。", "乙段。")):
    return ParsedDocument(
        Kind.HTML,
        blocks=[Block(BlockType.PARAGRAPH, words) for words in blocks],
        removed=[Removed("related", text=words) for words in removed],
    )


def words_of(document):
    return [block.text for block in document.blocks]


def after(document, *corrections, text=""):
    return corrected(document, corrections, text)


def test_a_line_that_is_kept_becomes_a_paragraph_in_its_place():
    text, document = plain()
    assert words_of(after(document, Correction(Choice.KEEP, "登入"), text=text)) == [
        "登入",
        "甲段。",
        "乙段。",
    ]


def test_of_lines_with_the_same_words_the_one_that_was_meant_is_kept():
    text, document = plain()
    kept = after(document, Correction(Choice.KEEP, "登入", occurrence=1), text=text)
    assert words_of(kept) == ["甲段。", "乙段。", "登入"]


def test_a_block_that_is_removed_is_on_record():
    text, document = plain()
    left = after(document, Correction(Choice.REMOVE, "甲段。"), text=text)
    assert words_of(left) == ["乙段。"]
    start = text.index("甲段。")
    assert Removed("editor", start, start + 3) in left.removed


def test_what_was_left_out_stays_in_a_partition_of_the_text():
    text, document = plain()
    choices = [Correction(Choice.KEEP, "首頁"), Correction(Choice.REMOVE, "乙段。")]
    assert_partition(text, after(document, *choices, text=text))


def test_a_block_is_said_to_be_a_heading_a_caption_or_a_note():
    text, document = plain()
    for choice, kind in [(Choice.HEADING, "heading"), (Choice.CAPTION, "figure"), (Choice.NOTE, "note")]:
        block = after(document, Correction(choice, "甲段。"), text=text).blocks[0]
        assert (block.type, block.text, block.level) == (kind, "甲段。", 2 if kind == "heading" else 0)


def test_what_is_kept_can_be_said_to_be_a_heading():
    text, document = plain()
    kept = after(document, Correction(Choice.KEEP, "首頁"), Correction(Choice.HEADING, "首頁"), text=text)
    assert (kept.blocks[0].type, kept.blocks[0].text) == ("heading", "首頁")


def test_a_picture_stays_a_picture():
    document = ParsedDocument(Kind.HTML, blocks=[Block(BlockType.FIGURE, "渡輪", src="/a.jpg")])
    assert after(document, Correction(Choice.PARAGRAPH, "渡輪")).blocks[0].src == "/a.jpg"


def test_a_line_of_a_page_comes_between_the_blocks_it_stood_between():
    page = "甲段。 燈塔 乙段。"
    assert words_of(after(marked_up("燈塔"), Correction(Choice.KEEP, "燈塔"), text=page)) == [
        "甲段。",
        "燈塔",
        "乙段。",
    ]


def test_a_line_whose_place_is_unknown_is_kept_all_the_same():
    kept = after(marked_up("燈塔"), Correction(Choice.KEEP, "燈塔"))
    assert sorted(words_of(kept)) == sorted(["甲段。", "乙段。", "燈塔"])


def test_words_are_found_again_where_lines_are_broken_otherwise():
    kept = after(marked_up("燈塔守", "的一天"), Correction(Choice.KEEP, "燈塔守的\n一天"))
    assert {"燈塔守", "的一天"} <= set(words_of(kept))


def test_words_that_are_not_there_any_more_are_told_and_change_nothing():
    document = marked_up("燈塔")
    gone = Correction(Choice.KEEP, "風車")
    assert apply(units_of(document), [gone]) == [gone]
    assert after(document, gone) == document


def test_fields_are_said_by_hand():
    _text, document = plain()
    said = {"headline": "別的頭條", "published": "2025-08-24", "keywords": "渡輪\n燈塔"}
    changed = after(document, *(Correction(Choice.FIELD, name, value=value) for name, value in said.items()))
    assert (changed.headline, changed.published.isoformat(), changed.keywords) == (
        "別的頭條",
        "2025-08-24",
        ["渡輪", "燈塔"],
    )


def test_the_words_of_a_field_that_was_emptied_are_on_record():
    text, document = plain()
    emptied = after(document, Correction(Choice.FIELD, "headline"), text=text)
    assert Removed("editor", 0, 2) in emptied.removed


def test_a_correction_finds_its_place_in_another_version_of_the_page():
    parsed = clean(RawDocument("a.txt", PLAIN.encode()))
    other = clean(
        RawDocument(
            "b.txt", f"渡輪靠岸的早晨\n\n{FIRST}\n\n新的一段，說的是別的事情。\n\n{SECOND}\n".encode()
        )
    )
    remove = Correction(Choice.REMOVE, parsed.blocks[1].text)
    text = f"渡輪靠岸的早晨\n\n{FIRST}\n\n新的一段，說的是別的事情。\n\n{SECOND}\n"
    assert words_of(after(other, remove, text=text)) == [FIRST, "新的一段，說的是別的事情。"]


def test_no_corrections_leave_the_document_itself():
    text, document = plain()
    assert corrected(document, [], text) is document


LINES = st.lists(
    st.sampled_from(["首頁", "登入", "甲段。", "乙段。", "登 入", "圖：碼頭"]), min_size=1, max_size=8
)
CHOICES = st.sampled_from([choice for choice in Choice if choice != Choice.FIELD])


@st.composite
def corrected_documents(draw):
    """A text of lines, some held and some left out, and decisions about some of them."""
    lines = draw(LINES)
    text = "".join(f"{line}\n" for line in ["頭條", *lines])
    record = Record(text)
    record.hold("headline", 0, 2)
    document, at = ParsedDocument(Kind.SCRAPE, headline="頭條"), 3
    for line in lines:
        if draw(st.booleans()):
            words = record.hold(len(document.blocks), at, at + len(line))
            document.blocks.append(Block(BlockType.PARAGRAPH, words))
        at += len(line) + 1
    document.removed, document.held = record.removed(lambda offset: "menu"), record.held
    told = st.builds(Correction, CHOICES, st.sampled_from(lines), st.integers(0, 3))
    return text, document, draw(st.lists(told, max_size=6))


@given(corrected_documents())
def test_every_character_stays_held_or_recorded(found):
    text, document, corrections = found
    assert_partition(text, corrected(document, corrections, text))


@given(corrected_documents())
def test_a_correction_applied_and_undone_leaves_the_same_document(found):
    text, document, corrections = found
    before = document.as_json()
    corrected(document, corrections, text)
    assert document.as_json() == before
    nothing = Correction(Choice.KEEP, "風車")  # reads the units and writes them back
    assert corrected(document, [nothing], text).as_json() == before


@given(corrected_documents())
def test_undoing_one_leaves_every_other_unit_as_it_was(found):
    text, document, corrections = found
    if corrections:
        *others, undone = corrections
        with_it, without = units_of(document, text), units_of(document, text)
        apply(with_it, corrections)
        apply(without, others)
        changed = [one for one, other in zip(with_it, without, strict=True) if one != other]
        assert {unit.packed for unit in changed} <= {packed(undone.words)}
