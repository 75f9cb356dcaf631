"""What one language of a summary says and the other does not: told beside, or asked about."""

from tests.summaries.checks.words import only_in_other

ZH = "兩國簽署六項協定，貿易額達302億美元，成長12%，有1,400家企業。"
EN = "They signed six agreements; trade grew by 12 percent to $30.2 billion, with 1,400 firms."


def test_the_same_in_both_languages_is_nothing_to_tell():
    assert only_in_other(ZH, EN) == []


def test_what_an_editor_leaves_out_of_one_language_is_told_without_asking():
    found = only_in_other(ZH, EN + " They meet again in May and wish to keep in touch.")
    assert found == [("zh-Hant", "date_unshared", "May")]


def test_a_language_that_is_short_for_the_other_may_have_lost_a_sentence():
    found = only_in_other(ZH, "They signed six agreements; trade grew.")
    assert {rule for _, rule, _ in found} == {"number_left_out"}
    assert ("en", "number_left_out", "1,400") in found


def test_one_number_against_another_of_its_kind_is_asked_about():
    found = only_in_other(ZH, EN.replace("12 percent", "21 percent"))
    assert {(language, rule) for language, rule, _ in found} == {
        ("en", "number_left_out"),
        ("zh-Hant", "number_left_out"),
    }


def test_a_sum_and_what_it_is_made_of_say_the_same():
    zh = "去年往來逾1,300萬人次，六項協定生效。"
    en = "Six agreements are in force; 3.61 million came and 9.46 million went last year."
    assert only_in_other(zh, en) == []


def test_a_rounded_number_says_the_same_in_either_language():
    assert only_in_other("出口減少13.2%。", "Exports fell by 13 percent.") == []


def test_a_number_told_twice_where_the_other_language_has_another_is_asked_about():
    zh = "六個成員在六個月內簽署12項協定。"
    en = "Five members signed 12 agreements within six months."
    assert [rule for _, rule, _ in only_in_other(zh, en)] == ["number_left_out"]
    assert only_in_other(zh, en.replace("Five", "Six")) == []
