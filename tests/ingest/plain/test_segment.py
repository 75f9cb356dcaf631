"""What a line of plain text is like: marks, width, prose, menus."""

from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.plain.segment import split_lines
from articles.ingest.plain.widths import width


def only_line(text):
    (line,) = split_lines(text)
    return line


def test_blank_lines_are_no_lines():
    assert [line.text for line in split_lines("\n甲\n\n　\u200b\n乙\n")] == ["甲", "乙"]


def test_a_line_knows_where_its_text_stands():
    text = "首頁\n    • 國際\n"
    line = split_lines(text)[1]
    assert text[line.start : line.end] == line.text == "國際"


def test_a_bullet_is_no_part_of_the_text():
    assert (only_line("  • 國際").text, only_line("  • 國際").bullet) == ("國際", True)


def test_caption_marks_are_no_part_of_the_text():
    assert (only_line("▲▼碼頭一景").text, only_line("▲▼碼頭一景").arrow) == ("碼頭一景", True)


def test_a_line_of_nothing_but_marks_keeps_them_as_its_text():
    assert only_line("▲▼").text == "▲▼"


def test_a_dash_at_the_head_of_a_paragraph_is_no_bullet():
    assert only_line("——港口的夜很長。").text == "——港口的夜很長。"


def test_the_same_thought_is_about_as_wide_in_latin_letters():
    chinese = width("兩國外長同意重開漁業熱線")
    english = width("The two ministers agreed to reopen the line")
    assert abs(chinese - english) < 2


def test_a_sentence_is_prose_with_full_width_and_half_width_marks():
    assert only_line("會談在下午結束。").is_prose
    assert only_line("會談在下午結束,雙方沒有發表聲明.").is_prose


def test_sentences_are_prose_in_every_language():
    assert only_line("The talks ended in the afternoon.").is_prose
    assert only_line("会談は午後に終わった。").is_prose
    assert only_line("회담은 오후에 끝났다.").is_prose


def test_a_speech_without_a_full_stop_is_prose():
    assert only_line("「半夜沒有人接電話，這比罰款更叫人害怕」").is_prose


def test_a_headline_is_not_prose():
    assert not only_line("港都峰會落幕！　兩國外長同意重開熱線").is_prose


def test_an_ellipsis_or_a_number_ends_no_sentence():
    assert only_line("海巡: 3.5 hours... and still no answer").full_stops == 0


def test_a_row_of_short_pieces_is_a_menu():
    assert only_line("首頁 即時 國際 財經 體育").is_menu
    assert only_line("關於我們| 網站地圖| 版權聲明| 聯絡我們").is_menu


def test_words_parted_by_spaces_are_no_menu_in_korean_or_english():
    assert not only_line("어업 핫라인 4년 만에 다시 열린다").is_menu
    assert not only_line("Two ports’ harbour masters agree to share").is_menu


def test_a_counter_has_no_words():
    assert only_line("1 / 23").is_wordless
    assert not only_line("第 1 頁").is_wordless


@given(st.text(st.characters(exclude_characters="\u200b\ufeff")))
def test_lines_hold_every_character_but_white_space(text):
    held = "".join(text[line.mark_start : line.end] for line in split_lines(text))
    assert "".join(held.split()) == "".join(text.split())
