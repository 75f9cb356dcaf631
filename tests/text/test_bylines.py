"""Who is named as the author of an article, and who is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.bylines import find_byline, is_editor_line, looks_like_affiliation, looks_like_name


def names(line: str) -> list[str]:
    byline = find_byline(line)
    return list(byline.names) if byline else []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("記者王大同／綜合外電報導", ["王大同"]),
        ("記者王大同/台北報導", ["王大同"]),
        ("〔記者王大同、李小安／台北報導〕首相昨天", ["王大同", "李小安"]),
        ("記者|王大同、李小安", ["王大同", "李小安"]),
        ("記者王大同和李小安／台北報導", ["王大同", "李小安"]),
        ("记者：王大同 李小安 赵一平  责编：孙正 网编：周全", ["王大同", "李小安", "赵一平"]),
        ("某某晚报记者 王大同", ["王大同"]),
        ("采写：某某见习记者 王大同", ["王大同"]),
        ("（記者 王大同 北京報道）", ["王大同"]),
        ("新华社北京5月9日电（记者王大同、李小安）今年", ["王大同", "李小安"]),
        ("國際中心／王大同報導", ["王大同"]),
        ("編譯李小安／綜合報導", ["李小安"]),
        ("王大同／台北報導", ["王大同"]),
        ("【文/某某网专栏作者 王大同】", ["王大同"]),
        ("文／山田太郎", ["山田太郎"]),
        ("圖文／歐陽小安", ["歐陽小安"]),
        ("文：史蒂夫·史密斯", ["史蒂夫·史密斯"]),
        ("作者：夜行人生", ["夜行人生"]),
        ("作者：王大同（某某大學教授）", ["王大同"]),
        ("作者：王大同 某某大學國際關係研究院院長", ["王大同"]),
        ("时间：2024.05.11 来源：某某日报 作者：王大同 分享到：", ["王大同"]),
        ("文末一句。（作者：王大同，系某某大学特约研究员）", ["王大同"]),
        ("王大同/李小安(路透社等)", ["王大同", "李小安"]),
        ("取材・文＝山田太郎", ["山田太郎"]),
        ("【東京=山田太郎】", ["山田太郎"]),
        ("(서울=연합뉴스) 홍길동 기자 = 정부는", ["홍길동"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("by Ann Example24 Aug 2025 05:44 GMT", ["Ann Example"]),
    ],
)
def test_the_people_in_a_byline_are_found(line, expected):
    assert names(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "〔即時新聞／綜合報導〕首相昨天抵達",
        "國際中心／綜合報導",
        "文／某某週刊",
        "作者：外交部",
        "By The Associated Press",
        "By Reuters Staff",
        "记者通过电子邮件联系了该公司，截至发稿时尚未收到回应。",
        "記者會後，兩人合影留念。",
        "（法新社羅馬19日電）",
        "本文仅代表作者个人观点。",
        "作者最近文章",
        "【责任编辑：王大同】",
        "責編：李小安",
        "畫面拍下兩人握手。（記者王大同攝）",
        "Why writing by hand helps",
        "",
    ],
)
def test_a_line_without_an_author_gives_none(line):
    assert find_byline(line) is None


def test_spans_are_the_places_of_the_names_in_the_line():
    line = "　記者王大同、李小安／台北報導"
    assert [line[start:end] for start, end in find_byline(line).spans] == ["王大同", "李小安"]


def test_names_are_joined_by_the_enumeration_comma():
    assert find_byline("記者王大同、李小安／台北報導").joined == "王大同、李小安"


def test_a_name_printed_with_a_space_inside_is_one_name():
    assert looks_like_name("王　同")


@pytest.mark.parametrize(
    "name",
    [
        "王大同",
        "王建國",
        "歐陽小安",
        "欧阳小安",
        "佐々木太郎",
        "山田はなこ",
        "홍길동",
        "남궁민",
        "Jane van Doe",
        "J. Doe",
    ],
)
def test_names_of_every_script_look_like_names(name):
    assert looks_like_name(name)


@pytest.mark.parametrize(
    "text", ["東京", "外交部", "文化", "安全", "時事通信", "綜合報導", "教育・文化", "News Desk", "王", ""]
)
def test_places_offices_and_menu_entries_do_not_look_like_names(text):
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    "line",
    ["責編：王大同", "【责任编辑：王大同】", "[责任编辑：dawang]", "校對｜李小安", "Edited by Jane Doe"],
)
def test_lines_that_name_editors_are_known(line):
    assert is_editor_line(line)


@pytest.mark.parametrize("line", ["記者王大同／台北報導", "編輯部搬到新址", "編譯李小安／綜合報導"])
def test_authors_and_sentences_are_not_taken_for_editors(line):
    assert not is_editor_line(line)


@pytest.mark.parametrize(
    "line", ["某某智庫研發長", "某某大學政治學系副教授", "Professor of Politics, Example University"]
)
def test_lines_that_say_where_somebody_works_are_known(line):
    assert looks_like_affiliation(line)


def test_a_sentence_is_no_affiliation():
    assert not looks_like_affiliation("他曾任某某大學教授。")


@given(st.text(max_size=300))
def test_every_span_holds_the_name_it_stands_for(line):
    byline = find_byline(line)
    for name, (start, end) in zip(byline.names, byline.spans, strict=True) if byline else ():
        assert "".join(line[start:end].split()) == "".join(name.split())
