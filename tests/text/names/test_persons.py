"""Names on a line that holds nothing else, however far apart their characters are set."""

import pytest

from articles.text.names.persons import names_apart


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("陳 思 遠 林 昭 文", ["陳 思 遠", "林 昭 文"]),
        ("王 磊　周 敏", ["王 磊", "周 敏"]),
        ("田中 一郎 鈴木 花子", ["田中 一郎", "鈴木 花子"]),
        ("王小明 李大文", ["王小明", "李大文"]),
        ("김 서 연, 박지훈", ["김 서 연", "박지훈"]),
        ("Margaret Ellison and Tomas Reyes", ["Margaret Ellison", "Tomas Reyes"]),
    ],
)
def test_family_names_tell_where_names_set_apart_end(line, names):
    assert names_apart(line) == names


@pytest.mark.parametrize("line", ["摘 要", "港口 城市", "第 八 號", "王 磊 說", ""])
def test_words_set_apart_are_no_names(line):
    assert names_apart(line) == []
