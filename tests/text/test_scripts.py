"""One fold for every script of Han characters; conversion that keeps length and names."""

import itertools
import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from articles.text.scripts import EACH_BY_ITSELF, convert, fold, fold_table

NEWS = Path(__file__).parents[3] / "shared" / "corpus" / "news-zh.jsonl.xz"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("韓國", "韩国"),
        ("戦争と経済", "战争と经济"),
        ("横浜", "橫濱"),
        ("着手", "著手"),
        ("乾燥", "干燥"),
        ("裡面", "裏面"),
        ("瀋陽", "沈阳"),
        ("髙橋", "高桥"),
        ("ＡＢＣ", "abc"),
        ("㈱", "(株)"),
        ("カ\u3099", "ガ"),
    ],
)
def test_forms_of_one_text_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("日本", "韓國"), ("芸", "藝"), ("缺", "欠")])
def test_characters_of_their_own_stay_apart(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from([*map(chr, range(0x3130)), *"\uff21\uff9e\ufb01\uac00\u11a8韓戦"])))
def test_characters_that_are_folded_by_themselves_fold_as_they_do_together(text):
    alone = "".join(filter(EACH_BY_ITSELF.fullmatch, text))
    combining = f"\u3099{alone}"  # which has the whole looked at together
    assert fold(combining) == f"\u3099{fold(alone)}"


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_folding_han_keeps_the_length(text):
    assert len(fold(text)) == len(text)


def test_what_a_character_folds_to_folds_no_further():
    table = fold_table()
    assert not [char for char in table.values() if ord(char) in table]


@pytest.mark.skipif(not NEWS.exists(), reason="the shared news texts are not here")
def test_news_articles_fold_alike_in_every_conversion():
    converters = [OpenCC(config) for config in ("s2t", "s2tw", "s2hk")]
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in itertools.islice(lines, 1500)]
    different = [text for text in texts if {fold(c.convert(text)) for c in converters} != {fold(text)}]
    assert different == []


def test_text_is_converted_by_phrase():
    assert convert("后来皇后的头发", "zh-Hant") == "後來皇后的頭髮"
    assert convert("後來皇后的頭髮", "zh-Hans") == "后来皇后的头发"


def test_text_in_the_wanted_script_is_left_alone():
    assert convert("公里外的皇后說", "zh-Hant") == "公里外的皇后說"


def test_protected_names_stay_as_printed():
    assert convert("外长朴振发言", "zh-Hant", protect=["朴振"]) == "外長朴振發言"


@pytest.mark.parametrize("name", ["朴振", "范大明", "姜大明", "涂大明", "郁大明", "岳大明"])
def test_family_names_are_not_taken_for_the_words_they_are_written_like(name):
    assert convert(f"外长{name}发言", "zh-Hant") == f"外長{name}發言"


def test_the_words_that_family_names_are_written_like_are_converted():
    assert convert("生活俭朴，忧郁的姜汤", "zh-Hant") == "生活儉樸，憂鬱的薑湯"


def test_only_the_two_chinese_scripts_can_be_converted_to():
    with pytest.raises(ValueError, match="ja"):
        convert("国", "ja")


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_converting_keeps_the_length(text):
    assert len(convert(text, "zh-Hant")) == len(text)
    assert len(convert(text, "zh-Hans")) == len(text)
