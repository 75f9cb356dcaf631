"""Why an exchange of a few words in a long body matters, or does not."""

import pytest

from articles.summaries.staleness.judgement import judge
from articles.summaries.staleness.sense_words import Sense, are_opposed, say_the_same
from articles.summaries.staleness.substitutions import ABBREVIATIONS, COUNTED, INSTITUTIONS, RANKS
from articles.text.scripts import fold

# Enough that a dozen characters are less than two per cent of it.
REST = "港口的燈在夜裡亮著，漁民說天色暗得早。" * 40


def exchanged(before, after, body="碼頭上談的是{}的事。", names=()):
    return judge(body.format(before) + REST, body.format(after) + REST, names)


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        *(("35", "36", "number"), ("三", "這", "number"), ("一天", "兩天", "number"), ("", "三", "number")),
        *(("一", "這", ""), ("一天", "這天", ""), ("一個", "個", ""), ("一噸", "這", "number")),
        *(("美國", "日本", "name"), ("中方", "美方", "name"), ("美日韓", "美韓", "name"), ("日", "", "")),
        *(("總統拜登", "總統川普", "name"), ("總統拜", "總統川", ""), ("總統拜登", "總統拜", "")),
        *(("人家拜登", "人家川普", ""), ("總統拜登", "總統3普", "number")),
        *(("前大使", "大使", "title"), ("大使", "副大使", "title"), ("大使", "代大使", "title")),
        *(
            ("大使", "原大使", "title"),
            ("大使", "准大使", "title"),
            ("大使", "老大使", ""),
            ("前船", "船", ""),
        ),
        *(("外交部", "國防部", "name"), ("外交署", "國防署", "name"), ("金山縣", "銀山縣", "")),
        *(
            ("山水縣", "花木縣", "name"),
            ("山水圖", "花木圖", ""),
            ("山水縣", "縣", ""),
            ("校方", "雙方", "name"),
        ),
        *(("我方", "方", ""), ("不", "", "negation"), ("將", "", "modality"), ("逾", "近", "measure")),
        *(("韓圜", "日圓", "measure"), ("同意", "拒絕", "negation"), ("未來", "過去", "opposite")),
        *(("外長", "防長", "title"), ("教育", "經濟", "field"), ("上午", "下午", "time")),
        *(("長女", "次女", "person"), ("指出", "表示", ""), ("的", "", ""), ("儘快", "盡快", "")),
    ],
)
def test_a_small_exchange_is_judged_by_its_words(before, after, rule):
    assert exchanged(before, after).rule == rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("名", "位"), ("位", "人"), ("人", "個"), ("個", "員"), ("員", "項"), ("號", "日"), ("元", "塊")),
        *(("間", "家"), ("家", "所"), ("次", "回"), ("回", "趟"), ("趟", "場"), ("條", "項")),
        *(("項", "個"), ("個", "則"), ("多", "餘"), ("時", "點")),
    ],
)
def test_words_for_one_thing_counted_stand_for_each_other(one, other):
    assert exchanged(f"28{one}", f"28{other}").rule == ""


@pytest.mark.parametrize(
    ("one", "other"), [("艘", "條"), ("名", "艘"), ("間", "場"), ("次", "個"), ("時", "位")]
)
def test_words_for_other_things_counted_do_not(one, other):
    assert exchanged(f"28{one}", f"28{other}").rule == "unit"


@pytest.mark.parametrize(("one", "other"), [("艘", "條"), ("戶", "名")])
def test_behind_a_number_that_is_hardly_one_they_may(one, other):
    assert exchanged(f"第一{one}", f"第一{other}").rule == ""


@pytest.mark.parametrize("country", "中美日韓朝俄台英法德印歐澳越菲泰以伊烏蒙加港陸")
def test_a_country_stands_in_headlines_by_one_character(country):
    assert exchanged(f"{country}方", "校方").rule == "name"
    other = "美" if country != "美" else "日"
    assert exchanged(f"訪{country}", f"訪{other}").rule == "name"


@pytest.mark.parametrize("kind", "部省市縣州局署廳院黨社")
def test_an_institution_is_known_by_its_last_character(kind):
    assert exchanged(f"山水{kind}", f"花木{kind}").rule == "name"


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("甲乙丙丁戊己壬", "子丑寅卯辰巳午", ""),
        ("甲乙丙丁戊己壬辛", "子丑寅卯辰巳午酉", "reworded"),
        ("甲乙丙丁戊己壬", "", ""),
        ("甲乙丙丁戊己壬辛", "", "removed"),
        ("", "甲乙丙丁戊己壬辛", "added"),
    ],
)
def test_eight_characters_are_a_statement_of_their_own(before, after, rule):
    assert exchanged(before, after).rule == rule


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("cats run", "dogs sit", ""),
        ("cats and mice", "dogs but rats", ""),
        ("cats and mice run", "dogs but rats sit", "reworded"),
        ("a boat", "one boat", ""),
        ("first boat", "the boat", ""),
        ("one boat", "two boats", "number"),
        ("the Cat", "the Dog", "name"),
        ("an e-mail", "an email", ""),
        ("in Japan", "in Korea", "name"),
    ],
)
def test_a_latin_word_counts_as_two_characters(before, after, rule):
    assert exchanged(before, after, "They spoke of {} at length.\n\n").rule == rule


def test_a_word_that_opens_a_sentence_is_a_name_where_it_is_one_elsewhere():
    assert exchanged("Haven fell", "Harbor fell", "At last. {} there.\n\n").rule == ""
    assert exchanged("Haven fell", "Harbor fell", "In Haven. {} there.\n\n").rule == "name"


def test_two_words_that_change_places_are_told_and_two_characters_are_slips():
    body = "海峽的{}多了許多，市場的{}則少了一些。" + REST
    assert judge(body.format("貨輪", "運費"), body.format("運費", "貨輪")).rule == "swapped"
    assert judge(body.format("甲", "乙"), body.format("乙", "甲")).rule == ""


def test_a_whole_sentence_that_comes_or_goes_is_told_from_a_slip():
    assert exchanged("燈亮。", "", "船到港。{}人下船。").rule == "removed"
    assert exchanged("", "燈亮。", "船到港。{}人下船。").rule == "added"
    assert exchanged("", "亮。", "船到港。{}人下船。").rule == ""
    assert exchanged("燈亮，", "", "船到港，{}人下船。").rule == ""


def test_words_say_the_same_or_the_contrary():
    assert say_the_same("指出", "表示")
    assert not say_the_same("指出", "魚")
    assert not say_the_same("魚", "魚")
    assert are_opposed(Sense("opposite", 3, 0), Sense("opposite", 3, 1))
    assert not are_opposed(Sense("opposite", 3, 0), Sense("opposite", 3, 0))
    assert not are_opposed(Sense("opposite", 3, 0), Sense("opposite", 4, 1))
    assert not are_opposed(Sense("opposite", 3, 0), Sense("time", 3, 1))


def test_its_words_are_written_as_folded_text_has_them():
    tables = [ABBREVIATIONS, INSTITUTIONS, RANKS, *COUNTED]
    words = ["".join(sorted(table)) for table in tables]
    assert words == ["".join(sorted(fold(word))) for word in words]
