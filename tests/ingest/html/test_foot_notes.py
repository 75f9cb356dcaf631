"""Notes that raised marks in a text lead to, and boxes that say they stand beside it."""

import pytest

from tests.ingest.html.test_fields import BODY, document

MARKED = "<p>會後的紀錄只有兩頁<sup><a href=#n1 id=r1>1</a></sup>，由兩國的值班人員在碼頭上一起謄寫。</p>"
NOTE = "見兩國外交部公布的往來年表，二〇二四年版。"


@pytest.mark.parametrize(
    "notes",
    [
        f"<p id=n1>{NOTE} <a href=#r1>↩</a></p>",
        f"<ol><li id=n1>{NOTE}<a href=#r1>↩</a></li></ol>",
        f"<p><a id=n1></a>{NOTE}</p>",
        f"<div role=doc-footnote>{NOTE}</div>",
    ],
    ids=["a paragraph", "a list", "an anchor", "a role"],
)
def test_what_a_raised_mark_leads_to_is_a_note_without_the_link_back(notes):
    told = [(str(block.type), block.text) for block in document(body=BODY + MARKED + notes).blocks]
    assert told[-1] == ("note", NOTE)
    assert told[-2][0] == "paragraph"


def test_a_link_back_is_recorded():
    notes = f"<p id=n1>{NOTE} <a href=#r1>↩</a></p>"
    left_out = {piece.rule: piece.text for piece in document(body=BODY + MARKED + notes).removed}
    assert left_out["foot-note mark"] == "↩"


def test_a_raised_link_to_the_paragraph_around_it_makes_no_note():
    own = MARKED.replace("<p>", "<p id=n1>")
    assert {str(block.type) for block in document(body=BODY + own).blocks} == {"paragraph"}


def test_a_mark_that_is_not_raised_is_told_by_the_link_back_to_it():
    marked = MARKED.replace("<sup>", "").replace("</sup>", "").replace("id=r1", "id=m1")
    note = f"<div id=n1><a href=#m1>1</a><p>{NOTE}</p></div>"
    told = [(str(block.type), block.text) for block in document(body=BODY + marked + note).blocks]
    assert told[-1] == ("note", NOTE)
    assert [kind for kind, _ in told[:-1]] == ["paragraph"] * 4


def test_a_link_to_a_section_makes_no_note_of_it():
    linked = MARKED.replace("<sup>", "").replace("</sup>", "")
    section = f"<div id=n1><p>{NOTE}</p></div>"
    assert {str(block.type) for block in document(body=BODY + linked + section).blocks} == {"paragraph"}
