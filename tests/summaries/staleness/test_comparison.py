"""How two versions are laid side by side: what is compared, how alike they are, what is quoted."""

import pytest

from articles.summaries.staleness.judgement import COSMETIC, SAME, SUBSTANCE, Change, Comparison, judge

LINE = "港口的燈在夜裡亮著，漁民說天色暗得早。"
REST = LINE * 40


def compared(old, new, names=()):
    return Comparison(old, new, names)


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("甲。乙。丙。丁。戊。", "甲。乙。子。丁。戊。", ("乙。丙。丁。", "乙。子。丁。", 2)),
        ("甲。乙。丙。丁。", "甲。乙。丙。丁。戊。", ("丁。", "丁。戊。", 3)),
        ("甲。乙。丙。", "甲。乙。", ("乙。丙。", "乙。", 1)),
        ("甲甲。乙。丙。丁。", "子。乙。丙。丁。", ("甲甲。乙。", "子。乙。", 2)),
        ("甲。甲。", "甲。", ("甲。甲。", "甲。", 0)),
        ("", "甲。", ("", "甲。", 0)),
    ],
)
def test_only_the_sentences_around_a_change_are_compared(old, new, left):
    found = compared(old, new)
    assert (found.old, found.new, found.shared) == left


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("甲甲。乙乙。丙丙。丁丁。戊戊。", "甲甲。乙乙。丙子。丁丁。戊戊。", 0.9),
        ("丙丙", "丙子", 0.5),
        ("丙丙丙", "丙", 0.5),
        ("，", "。", 1.0),
        ("甲", "", 0.0),
    ],
)
def test_the_likeness_is_the_share_of_both_texts_that_stands_in_both(old, new, share):
    assert compared(old, new).likeness == share


def test_two_slips_in_a_hundred_characters_are_cosmetic_and_in_ninety_nine_are_not():
    for length, verdict in ((100, COSMETIC), (99, SUBSTANCE)):
        old = "港" + "口" * (length - 2) + "船"
        assert judge(old, f"灣{old[1:-1]}艇").kind == verdict


@pytest.mark.parametrize(("between", "rule"), [("的", "reworded"), ("的船", "reworded"), ("的船們", "")])
def test_small_changes_within_two_items_are_one(between, rule):
    old, new = f"甲乙丙丁{between}戊己壬辛", f"子丑寅卯{between}辰巳午酉"
    assert judge(f"談的是{old}的事。{REST}", f"談的是{new}的事。{REST}").rule == rule
    assert judge(f"談的是{old[1:]}的事。{REST}", f"談的是{new[1:]}的事。{REST}").rule == ""


def test_words_that_are_only_joined_or_parted_are_no_exchange():
    assert compared("They co-operate at sea.", "They cooperate at sea.").exchanges == []
    assert len(compared("They have 1 5 boats.", "They have 15 boats.").exchanges) == 1


@pytest.mark.parametrize(("length", "quoted"), [(80, "港" * 80), (81, "港" * 80 + "…")])
def test_the_words_in_question_are_cut_at_eighty_characters(length, quoted):
    added = "港" * length + "。"
    assert judge(REST * 5, REST * 5 + added).after == quoted
    assert judge(REST * 5 + added, REST * 5).before == quoted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("甲，乙", "甲；乙"), ("a-b", "ab"), ("a.b", "ab"), ("甲_乙", "甲乙"), ("3/5", "3:5")),
        *(("3，5", "3,5"), ("甲\u200b乙", "甲乙"), ("甲 乙", "甲乙")),
    ],
)
def test_marks_between_words_say_nothing(one, other):
    assert judge(f"港口{one}", f"港口{other}") == Change(COSMETIC)


@pytest.mark.parametrize(
    ("one", "other"), [("3.5", "35"), ("-3", "3"), ("50%", "50"), ("$5", "€5"), ("3-5", "35"), ("3 5", "35")]
)
def test_marks_beside_digits_do(one, other):
    assert judge(f"at {one}", f"at {other}").kind == SUBSTANCE


def test_white_space_at_the_ends_leaves_a_body_the_same():
    assert judge(LINE, f"\n{LINE} ") == Change(SAME)


@pytest.mark.parametrize(
    ("heading", "rule"),
    [("# 港口的燈塔", ""), ("", ""), ("# 不談港口的燈", "negation"), ("# 港口的燈35", "number")],
)
def test_a_heading_may_come_go_and_be_reworded_but_not_say_something_else(heading, rule):
    assert judge(f"# 港口的燈\n\n{REST}", f"{heading}\n\n{REST}").rule == rule


def test_a_sentence_that_becomes_a_heading_with_a_change_is_judged_with_it():
    long = "# 港口的燈在夜裡亮著而漁民說天色暗得早\n\n"
    assert judge(long + REST, REST).kind == COSMETIC
    assert judge(long + REST, REST + "船有35艘。").rule == "number"


@pytest.mark.parametrize(
    ("captions", "rule"),
    [
        ("▲ 渡輪進港。", ""),
        ("", ""),
        ("▲ 渡輪靠岸。\n▲ 夜色。", ""),
        ("▲ 12艘渡輪靠岸。", "number"),
        ("▲ 渡輪不靠岸。\n▲ 夜色。", ""),
    ],
)
def test_a_caption_may_come_and_go_but_not_say_something_else(captions, rule):
    assert judge(f"{REST}\n▲ 渡輪靠岸。\n", f"{REST}\n{captions}\n").rule == rule


def test_what_looks_like_a_credit_may_go_and_may_become_a_sentence():
    told = "編輯：陸明遠談港口的三十五艘船"
    assert judge(f"{REST}\n{told}", REST).kind == COSMETIC
    assert judge(f"{REST}{told}", f"{REST}\n{told}").kind == COSMETIC
    assert judge(f"{LINE}{REST}{told}", f"{LINE.replace('暗', '黑')}{REST}\n{told}").kind == COSMETIC


def test_names_to_watch_are_those_that_the_texts_have():
    body = "白浪號在清晨靠岸。" + REST
    names = {"白浪號": "a ship", "浪花號": "a ship", "沒有的號": "no ship"}
    assert judge(body, body.replace("白浪號", "浪花號"), names).kind == COSMETIC
    assert judge(body, body.replace("白浪號", "沒有的號"), names).rule == "name"
    assert judge(body, body.replace("白浪號", "浪花號"), list(names)).rule == "name"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("船到港。燈亮。", "船到港。", "removed"),
        ("船到港。", "船到港。燈亮。", "added"),
        ("燈亮。船到港。", "船到港。", "removed"),
        ("「船到港。」燈亮。", "「船到港。」", "removed"),
        ("船到港。\n\n燈亮。", "船到港。", "removed"),
        ("船到港。「燈亮。」", "船到港。", "removed"),
        ("船到港。燈。", "船到港。", ""),
        ("船到港，燈亮。", "船到港。", ""),
    ],
)
def test_a_short_sentence_that_comes_or_goes_is_of_substance(old, new, rule):
    assert judge(REST + old + REST, REST + new + REST).rule == rule
