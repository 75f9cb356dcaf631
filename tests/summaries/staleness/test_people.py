"""People that no glossary knows, found by what stands beside their names."""

import pytest

from articles.summaries.staleness.people import people
from articles.text.scripts import fold


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("外長陸明遠會見", "陆明远"),
        ("陸明遠表示", "陆明远"),
        ("發言人沈若谷。", "沈若谷"),
        ("總統石破茂舉行會談", "石破茂"),
        ("總統石破茂進城，石破茂回來", "石破茂"),
        ("歐陽震華表示", "欧阳震华"),
        ("沈若谷外長", "沈若谷"),
        ("外長王毅在北京", "王毅"),
    ],
)
def test_a_name_stands_beside_an_office_or_before_a_verb_of_saying(text, name):
    assert name in people(fold(text))


@pytest.mark.parametrize(
    "text", ["在聯合記者會上", "三千人表示", "王表示", "大使王。", "港口開放", "王千里表示三", "總統高度肯定"]
)
def test_what_runs_into_other_words_is_no_name(text):
    assert not {name for name in people(fold(text)) if name not in ("王千里", "千里")}


@pytest.mark.parametrize(
    "last", "在于与和同对将已率抵到等也则还就今昨明周日说称访会表指强认并及向由从是为上下"
)
def test_a_name_of_two_is_taken_before_a_word_that_goes_on(last):
    assert fold(f"王毅{last}") not in people(fold(f"外長王毅{last}"))


@pytest.mark.parametrize("first", "在与同对将已到等也则还就今昨说称及并由从是为了的这那其")
def test_a_name_does_not_begin_with_what_stands_before_names(first):
    assert not {name for name in people(fold(f"{first}若谷表示")) if name.startswith(fold(first))}
