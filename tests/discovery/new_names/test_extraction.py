"""New names in a text: people, bodies, visits, what countries have with each other; in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.discovery.new_names.extraction import MOST_CHARACTERS, new_names
from articles.text.scripts import convert, fold

HARBOUR = """外長林小滿昨天抵達東港，與當地市長會面。林小滿說，燈塔協議不會更改。
漁會反對燈塔協議，林小滿則答應再談。記者問到東港的碼頭，林小滿沒有回答。"""


def names(text):
    return [candidate.text for candidate in new_names(text)]


def test_a_person_named_again_and_again_comes_first():
    assert names(HARBOUR) == ["林小滿", "燈塔協議"]


def test_both_scripts_give_the_same_names():
    simplified = convert(HARBOUR, "zh-Hans")
    assert simplified != HARBOUR
    assert list(map(fold, names(simplified))) == list(map(fold, names(HARBOUR)))


def test_half_width_marks_part_names_as_well():
    assert names(HARBOUR.replace("，", ",").replace("。", ".")) == names(HARBOUR)


@pytest.mark.parametrize("plain", ["我們強調合作", "雙方表示希望", "總統進行訪問"])
def test_everyday_words_are_no_names(plain):
    assert names(f"{plain}。{plain}，而且{plain}。") == []


@pytest.mark.parametrize("text", ["的燈塔的", "這燈塔很", "把燈塔了"])
def test_words_of_grammar_are_no_part_of_a_name(text):
    assert names(f"{text}。{text}，{text}。") == ["燈塔"]


def test_a_name_with_a_verb_behind_it_is_the_name_alone():
    assert names("林小滿表示可以，林小滿表示不行。林小滿表示再說。") == ["林小滿"]


def test_a_part_of_a_persons_name_is_no_other_name():
    called = "小滿的船。小滿的燈，是小滿。"
    assert names(f"林小滿來了。林小滿走了，看林小滿。{called}") == ["林小滿"]


def test_what_a_figure_counts_is_no_part_of_what_follows():
    text = "這是3盞東港燈，那是5盞東港燈，又有7盞東港燈。"
    assert names(text) == ["東港燈"]


def test_the_verb_of_the_future_ends_no_name_and_an_assembly_does():
    assert names("漁民大會。漁民大會，漁民大會！") == ["漁民大會"]
    assert names("漁民會。漁民會，漁民會！") == []


def test_a_head_makes_another_name_of_a_name():
    found = names("東港關係好。東港關係壞。東港來了，東港去了，東港很遠。")
    assert found == ["東港", "東港關係"]


def test_two_characters_that_meet_twice_are_a_name_only_of_a_known_place():
    assert names("渡口的燈塔。燈塔的渡口。釜山的燈。看釜山。") == ["釜山"]


@pytest.mark.parametrize("counted", ["三份名單", "十七年", "兩個晚上"])
def test_a_number_and_what_it_counts_are_no_name(counted):
    assert names(f"{counted}。看{counted}，有{counted}。") == []


def test_a_person_with_a_japanese_family_name_who_is_named_once_needs_no_title():
    assert "高橋明海" in names("昨天由高橋明海主持。")


def test_a_compound_that_stands_free_once_is_a_name():
    assert names("雙方恢復蒸汽外交的進程。") == ["蒸汽外交"]


def test_a_person_who_is_named_once_needs_a_title():
    assert "林小滿" in names("昨天首相林小滿來了。")
    assert "林小滿" not in names("昨天渡輪林小滿來了。")


@pytest.mark.parametrize("family_first", ["首相長谷川海來訪", "總統朴小雲的隨員", "部長高橋明海說明"])
def test_the_name_behind_a_title_ends_where_grammar_or_a_known_word_begins(family_first):
    (found,) = names(family_first)
    assert found in ("長谷川海", "朴小雲", "高橋明海")


def test_a_visit_is_named_by_its_country():
    assert "訪韓" in names("市長下月訪韓，隨員已定。")
    assert "访韩" in names("市长下月访韩，随员已定。")
    assert "訪韓" not in names("市長下月出訪韓國。")


def test_marks_that_fold_to_more_characters_hide_no_visit():
    assert "訪韓" in names("市長說……下月訪韓，隨員已定。")


def test_what_two_countries_have_with_each_other_is_a_name():
    assert names("此次韓英會談結束。韓英會談很短，韓國與英國滿意。")[0] == "韓英會談"


def test_two_countries_alone_are_half_a_name():
    assert "韓英" not in names("韓英都去。韓英也來。看韓英的。")


def test_latin_names_are_counted_where_they_are_no_common_words():
    text = "The ferry of Harbour Watch left. We asked Harbour Watch. The ferry came, the Ferry went."
    assert names(text) == ["Harbour Watch"]


def test_who_is_named_in_full_once_counts_in_full():
    text = "On Monday Prime Minister Nora Tallow spoke. Reporters asked Tallow twice, and Tallow left."
    found = new_names(text)
    assert [(candidate.text, candidate.count) for candidate in found] == [("Nora Tallow", 3)]


def test_abbreviations_in_chinese_text_are_names():
    assert "CPTPP" in names("加入CPTPP之前，CPTPP成員開會。")


def test_katakana_and_hangul_are_counted_as_well():
    assert "フェリー" in names("フェリーが着いた。次のフェリーは遅い。")
    assert "등대섬" in names("등대섬은 멀다. 배가 등대섬에서 왔다.")


def test_a_name_that_stands_once_is_none():
    assert names("渡輪靠岸。燈塔亮了。") == []


def test_no_more_than_a_page_is_looked_at():
    assert names("字。" * MOST_CHARACTERS + HARBOUR) == []


@pytest.mark.parametrize("endless", [" A", "A", "ア", "가", "訪日", "林小滿", "關係"])
def test_an_endless_name_is_none(endless):
    assert all(len(name) <= 40 for name in names(endless * 500))


@given(st.text(alphabet=st.characters() | st.sampled_from("林小滿訪韓的 AbＡア등은"), max_size=60))
def test_any_text_gives_names_that_stand_in_it(text):
    thrice = text * 3
    assert all(name in thrice for name in names(thrice))
