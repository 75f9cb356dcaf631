"""What of a body says something, and what only stands beside it."""

import pytest

from articles.summaries.staleness.statements import Statements, is_beside


@pytest.mark.parametrize(
    "line",
    [
        *("編按：本文是第二篇", "Editor's note: see page two", "※ 歡迎來信", "　※ 歡迎來信"),
        *(
            "責任編輯：周一帆",
            "編輯／周一帆",
            "核稿：周一帆",
            "（記者：林行）",
            "圖：海岬社",
            "Source: Cape Times",
        ),
        *("延伸閱讀", "點擊看更多", "版權所有", "Copyright 2025", "（完）", "全文完", "END"),
        "※" + "港" * 200,
        "編輯：" + "港" * 57,
    ],
)
def test_a_line_about_the_page_stands_beside(line):
    assert is_beside(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "兩國外長會晤。",
            "編輯：他說。船到了。",
            "※ 更正：隨行官員有18名",
            "編按：前文誤植",
            "文章談港口",
        ),
        *("編輯：" + "港" * 58, "完成談判", "Readers said so", "Note: this corrects the date"),
    ],
)
def test_a_sentence_and_a_correction_do_not(line):
    assert not is_beside(line)


BODY = """# 題目
　港口[貨輪](https://a.example/1)見 https://a.example/2 。
![渡輪](/a.jpg)
▲ 渡輪靠岸。（圖／海岬社）
## 小標
- 一項
（責任編輯：周一帆）"""


def test_the_prose_of_a_body_has_neither_addresses_nor_pictures_nor_credits():
    said = Statements(BODY)
    assert said.prose.split() == ["題目", "港口貨輪見", "。", "小標", "一項"]
    assert said.prose_without_headings.split() == ["港口貨輪見", "。", "一項"]
    assert said.everything.split()[-1] == "（責任編輯：周一帆）"
    assert said.headings == ["題目", "小標"]
    assert said.captions == ["渡輪靠岸。"]


def test_a_heading_may_be_closed_by_its_marks():
    assert Statements("  ## 小標 ##\n正文").headings == ["小標"]


def test_lines_may_end_in_the_way_of_windows():
    assert Statements(BODY.replace("\n", "\r\n")).prose == Statements(BODY).prose
