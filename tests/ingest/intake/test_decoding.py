"""Bytes become text, or a line that says where they do not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.ingest.documents import DocumentError
from articles.ingest.intake.decoding import decode

TRADITIONAL = "兩國領袖在東京會談，重申恢復穿梭外交。"
SIMPLIFIED = "两国领导人在东京会谈，重申恢复穿梭外交。"
JAPANESE = "両国の首脳は東京で会談し、往来の再開を確認した。"
KOREAN = "두 나라 정상은 도쿄에서 회담하고 왕래 재개를 확인했다."


def refusal(data: bytes, content_type: str = "") -> str:
    with pytest.raises(DocumentError) as caught:
        decode(data, content_type)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "utf-8-sig"),
        (TRADITIONAL, "utf-16"),
        (TRADITIONAL, "utf-32"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "big5hkscs"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (KOREAN, "euc_kr"),
    ],
)
def test_undeclared_encodings_are_recognised(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TRADITIONAL, JAPANESE, KOREAN, "Two leaders met in Tokyo."])
def test_utf_16_needs_no_mark(text, encoding):
    assert decode(f"{text}\n2025\n".encode(encoding)).text == f"{text}\n2025\n"


def test_a_stray_nul_makes_no_utf_16_of_other_text():
    assert decode(b"Two leaders met. " * 99 + b"\0\n").encoding == "utf-8"


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="gb2312">', '<meta http-equiv="Content-Type" content="text/html; charset=gbk">'],
)
def test_a_page_is_read_as_it_declares(declaration):
    page = f"{declaration}朱镕基发言"  # 镕 is not in GB 2312, whatever pages say
    assert decode(page.encode("gb18030")).text == page


def test_an_xml_declaration_counts():
    page = f'<?xml version="1.0" encoding="big5"?><p>{TRADITIONAL}</p>'
    assert decode(page.encode("big5")).encoding == "big5hkscs"


def test_the_server_s_header_counts():
    assert decode("café".encode("latin-1"), "text/html; charset=ISO-8859-1").text == "café"


@pytest.mark.parametrize("declared", ["utf-8", "nonsense", "utf-16", "gb2312"])
def test_a_declaration_that_the_bytes_contradict_is_passed_over(declared):
    assert decode(TRADITIONAL.encode("big5"), f"text/plain; charset={declared}").text == TRADITIONAL


def test_newlines_become_one_kind():
    assert decode("一\r\n二\r三\n四".encode()).text == "一\n二\n三\n四"


def test_a_last_character_that_was_cut_off_is_dropped():
    assert decode(TRADITIONAL.encode()[:-1]).text == TRADITIONAL[:-1]


def test_text_whose_icons_became_controls_is_read_without_them():
    line = "\x00外長週三抵達首爾，與對口官員會談三小時，隨後搭船回城。" + "記者在岸邊等候。" * 3 + "\n"
    assert decode((line * 9).encode()).text == line[1:] * 9


def test_a_stray_control_character_is_dropped():
    assert decode(f"{TRADITIONAL}\x08{TRADITIONAL}".encode()).text == TRADITIONAL * 2


def test_form_feeds_stay_as_they_part_pages():
    assert decode("一\f二".encode()).text == "一\f二"


def test_mixed_encodings_are_refused_with_the_place():
    data = f"{TRADITIONAL}\n".encode() + "恢復往來".encode("big5") + TRADITIONAL.encode()
    assert "line 2" in refusal(data)


@pytest.mark.parametrize("misread", ["latin-1", "cp1252", "gb18030", "big5hkscs"])
def test_utf_8_that_was_misread_and_stored_is_refused(misread):
    assert "encoded twice" in refusal(TRADITIONAL.encode().decode(misread, "ignore").encode())


@pytest.mark.parametrize(("text", "encoding"), [(TRADITIONAL, "big5"), (SIMPLIFIED, "gb18030")])
def test_chinese_that_was_read_as_latin_1_and_stored_is_refused(text, encoding):
    assert "encoded twice" in refusal(text.encode(encoding).decode("latin-1").encode())


def test_french_in_utf_8_is_not_taken_for_text_encoded_twice():
    text = "Le président a été reçu à l’Élysée, où il a déclaré être prêt."
    assert decode(text.encode()).text == text


def test_no_break_spaces_in_a_script_do_not_make_a_page_encoded_twice():
    page = "<script>" + "\xa0" * 4000 + "</script><p>三か国の協議</p>"
    assert decode(page.encode()).text == page


@pytest.mark.parametrize("declared", ["utf-8", "big5", "gbk"])
def test_a_broken_byte_in_a_long_text_is_marked_and_told(declared):
    prose = (TRADITIONAL if declared != "gbk" else SIMPLIFIED) * 20
    head, body = f'<meta charset="{declared}">\n'.encode(), prose.encode(declared)
    decoded = decode(head + b"\xff\n" + body)
    assert "\ufffd" in decoded.text
    assert decoded.warnings[0].startswith("Broken bytes: ")
    assert "line 2" in decoded.warnings[0]


def test_text_that_lost_its_characters_before_is_refused():
    assert "lost" in refusal("外交\ufffd\ufffd會談\ufffd\ufffd。".encode())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "zip"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\x00\x01\x02\x03" * 20, "binary"),
        (bytes(range(128, 256)) * 4, "unknown"),
        (b"\xff\xfe\x00\xd8A\x00", "byte order mark"),
        ("國".encode("utf-8", "strict") + b"\xed\xa0\x80", "unknown"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, what):
    assert what in refusal(data)


def test_a_refusal_is_one_line():
    assert "\n" not in refusal(bytes(range(128, 256)) * 4)


ENCODED = st.builds(
    lambda text, more, encoding: (text + more + "\r\n" + text).encode(encoding, "ignore"),
    st.sampled_from([TRADITIONAL, SIMPLIFIED, JAPANESE, KOREAN]),
    st.text(st.characters(categories=["L", "N", "P", "Cc"]), max_size=20),
    st.sampled_from(["utf-8", "utf-16", "big5hkscs", "gb18030", "cp932", "cp949"]),
)


@given(st.binary(max_size=400) | ENCODED)
def test_any_bytes_give_text_that_can_be_stored_or_a_refusal(data):
    try:
        text = decode(data).text
    except DocumentError:
        text = None
    assume(text)
    assert text.encode("utf-8")
    assert "\r" not in text
    assert "\0" not in text


@pytest.mark.parametrize(("encoding", "name"), [("hz", "HZ"), ("utf-7", "UTF-7")])
def test_chinese_in_ascii_letters_is_refused_by_its_name(encoding, name):
    with pytest.raises(DocumentError, match=f"text in {name}, which is no longer read"):
        decode("<p>两国信使在雾中换了座位，午后谈判重开。</p>".encode(encoding))


@pytest.mark.parametrize("text", ["C++ and a+b, ~{x}~, ", "/?k=+QUJDREVGR0hJSktMTU5PUFFSUw "])
def test_plain_ascii_is_taken_for_no_such_text(text):
    assert decode(text.encode() * 30).encoding == "utf-8"
