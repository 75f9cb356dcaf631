"""A text as the items by which two versions of it are compared."""

import pytest

from articles.summaries.staleness.items import items, normalised


def read(text, *names):
    return [(item.kind, item.key) for item in items(normalised(text), *names)]


def places(text):
    text = normalised(text)
    return [text[item.start : item.end] for item in items(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3.5萬", [("number", "35000")]),
        ("百分之五", [("number", "1/20")]),
        ("35％", [("number", "7/20")]),
        ("2025年", [("number", "2025")]),
        ("8月24日", [("number", "-8-24")]),
        ("2025年8月", [("number", "2025-8")]),
        ("週三", [("number", "---2")]),
        ("一半", [("number", "1/2")]),
        ("8月23、24日", [("number", "-8-23-8-24")]),
        ("三星", [("sense", "三星")]),
        ("十分", [("sense", "十分")]),
        ("統一三一致", [("sense", "统一"), ("char", "三"), ("sense", "一致")]),
        ("一致三艘", [("sense", "一致"), ("number", "3"), ("sense", "艘")]),
        ("三", [("number", "3")]),
        ("35一致", [("number", "35"), ("sense", "一致")]),
    ],
)
def test_a_number_is_one_item_by_its_worth_unless_it_is_part_of_a_word(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("didn't", [("word", "did"), ("sense", "negation5")]),
        ("won’t", [("word", "will"), ("sense", "negation5")]),
        ("can't", [("word", "can"), ("sense", "negation5")]),
        ("cannot", [("word", "can"), ("sense", "negation5")]),
        ("shan't", [("word", "shall"), ("sense", "negation5")]),
        ("not", [("sense", "negation5")]),
        ("ﬁsh", [("word", "fish")]),
        ("in Lin's", [("word", "in"), ("proper", "lin")]),
        ("the Cat", [("word", "the"), ("proper", "cat")]),
        ("The cat", [("opening", "the"), ("word", "cat")]),
        ("cat. Dog", [("word", "cat"), ("opening", "dog")]),
        ("cat! “Dog”", [("word", "cat"), ("opening", "dog")]),
        ("cat\nDog", [("word", "cat"), ("opening", "dog")]),
        ("cat: Dog", [("word", "cat"), ("opening", "dog")]),
        ("cat, Dog", [("word", "cat"), ("proper", "dog")]),
        ("met Gov. Dog", [("word", "met"), ("proper", "gov"), ("proper", "dog")]),
        ("A. Dog", [("opening", "a"), ("proper", "dog")]),
        ("the a. Dog", [("word", "the"), ("word", "a"), ("opening", "dog")]),
        ("cat." + " " * 11 + "Dog", [("word", "cat"), ("opening", "dog")]),
        ("kitten." + " " * 12 + "Dog", [("word", "kitten"), ("proper", "dog")]),
        ("Only dogs", [("sense", "measure41"), ("word", "dogs")]),
        ("the Only dogs", [("word", "the"), ("proper", "only"), ("word", "dogs")]),
        ("外長說", [("sense", "外长"), ("char", "说")]),
        ("港，。 口", [("char", "港"), ("char", "口")]),
        ("魚 cat", [("char", "鱼"), ("word", "cat")]),
    ],
)
def test_words_and_characters_are_items_whatever_stands_between(text, found):
    assert read(text) == found


@pytest.mark.parametrize("title", ["Mr", "Mrs", "Ms", "Miss", "Dr"])
def test_a_title_before_a_name_is_no_name(title):
    first, *others = read(f"met {title} Lin")[1:]
    assert first[0] in ("word", "sense")
    assert others == [("proper", "lin")]


def test_the_items_of_a_contraction_share_its_place():
    assert places("They didn't go") == ["They", "d", "n't", "go"]
    assert [item.printed for item in items("didn't")] == ["d", "didn't"]


def test_names_given_are_one_item_each():
    assert read("白浪號到", ["白浪號"]) == [("name", "白浪号"), ("char", "到")]
    assert read("白浪號到", {"白浪號": "a ship"}) == [("name", "a ship"), ("char", "到")]
    assert read("the White Wave", ["White Wave"]) == [("word", "the"), ("name", "white wave")]
    assert read("White Wave", {"White Wave": "a ship"}) == [("name", "a ship")]
    assert read("White Wave sails", ["White Wave"])[0] == ("name", "white wave")


def test_a_name_does_not_end_inside_of_a_word_and_has_two_characters():
    assert ("name", "white wave") not in read("White Waves", ["White Wave"])
    assert read("白到", ["白", "到 "]) == [("char", "白"), ("char", "到")]


def test_of_names_the_longest_wins_and_countries_are_known_by_all_of_theirs():
    assert read("白浪號", ["白浪", "白浪號"]) == [("name", "白浪号")]
    assert read("南韓") == read("韓國")
    assert read("日本")[0][0] == "name"


def test_white_space_beside_han_and_invisible_marks_are_dropped():
    assert normalised("外長 Lin\t說\u200b。") == "外長Lin說。"
    assert normalised("two  ships’") == "two  ships'"
