"""Who of the names on a line are the writers: not places, papers or agencies; and who signed at the end."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.text.press.bylines import find_byline, find_closing_byline, is_translation


@pytest.mark.parametrize("line", ["（記者 許知微 花壇報導）", "記者 許知微 金浦報導"])
def test_a_place_behind_a_space_is_no_second_reporter_whether_a_list_has_it_or_not(line):
    assert find_byline(line).names == ("許知微",)


def test_names_alone_in_brackets_behind_a_dateline_are_the_reporters():
    assert find_byline("某社海门11月4日电（许知微、李小安）两市4日签署备忘录。").names == ("许知微", "李小安")


def test_a_paper_behind_a_slash_is_no_author():
    assert find_byline("By Jane Doe and John Roe / Harbour News Staff Writers").names == (
        "Jane Doe",
        "John Roe",
    )


def test_a_pen_name_counts_beside_a_name_before_agencies():
    assert find_byline("许知微/潮声（某社、某某社）").names == ("许知微", "潮声")


@pytest.mark.parametrize("line", ["홍길동 2025. 11. 5. 12:52", "홍길동 인턴 기자 2025. 11. 5. 12:52"])
def test_a_korean_name_before_the_date_is_the_reporter(line):
    assert find_byline(line).names == ("홍길동",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("홍길동 기자 김철수 기자", ("홍길동", "김철수")),
        ("홍길동 기자, 김철수 기자", ("홍길동", "김철수")),
        ("(항구=해안뉴스) 홍길동 김철수 기자 = 두 항구가 10일", ("홍길동", "김철수")),
        ("안개항/홍길동 특파원 gil@haean.example", ("홍길동",)),
        ("许知微/海岬日报", ("许知微",)),
        ("by 許知微", ("許知微",)),
        ("By 碼頭拾貝", ("碼頭拾貝",)),
        ("许知微／李小安（综合报道）", ("许知微", "李小安")),
        ("执笔/潮声姐、夜行人&李小安", ("潮声姐", "夜行人", "李小安")),
        ("（海岬社記者鄂知微馬尼拉18日專電）兩市今天簽署備忘錄。", ("鄂知微",)),
        ("海岬社吉隆坡１月２７日电（记者许知微　阿潮）一年前", ("许知微", "阿潮")),
        ("本期作者：許知微，海濱大學副教授。", ("許知微",)),
        ("저자: 홍길동 연구위원, 김철수 부연구위원", ("홍길동", "김철수")),
        ("작성자 홍길동 선임연구위원", ("홍길동",)),
        ("기고 | 홍길동 송도대 교수", ("홍길동",)),
        ("特約作者 許知微", ("許知微",)),
        ("（作者為海濱大學國際關係學院教授許知微）", ("許知微",)),
        ("ソウル支局長・中村 誠", ("中村誠",)),
        ("By Jane Doe in Jakarta and John Roe in New York", ("Jane Doe", "John Roe")),
        ("作者：許知微教授、李小安研究員", ("許知微", "李小安")),
        ("編集委員・中村 誠", ("中村誠",)),
        ("東京=中村誠、ソウル=佐々木涼", ("中村誠", "佐々木涼")),
        ("기자명 홍길동 기자", ("홍길동",)),
        ("홍길동 기자 gil@haean.example, 도쿄=김철수 특파원", ("홍길동", "김철수")),
        ("By Jane Doe, Mary Major, and John Roe", ("Jane Doe", "Mary Major", "John Roe")),
        ("文／山田 太郎", ("山田太郎",)),
        ("By Dr. Jane Doe", ("Jane Doe",)),
        ("（某社記者許知微某某港24日電）兩國今天會談。", ("許知微",)),
    ],
)
def test_the_role_or_the_place_behind_a_name_is_no_part_of_it(line, names):
    assert find_byline(line).names == names


@pytest.mark.parametrize(
    "line",
    ["작성자 홍길동", "（佐々木涼撮影）", "조회수", "編集委員の目", "編集委員会", "（作者為海濱大學教授）"],
)
def test_who_put_a_page_up_and_what_begins_with_an_office_are_no_writers(line):
    assert find_byline(line) is None


@pytest.mark.parametrize(
    "line", ["譯者：許知微", "翻訳：山田 太郎", "Translated by Jane Doe", "（李小安譯）"]
)
def test_translators_are_told_from_writers(line):
    assert is_translation(line)
    assert not is_translation("編譯許知微／綜合報導")


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("（許知微）", ("許知微",)),
        ("（許　薇）", ("許薇",)),
        ("（歐陽　薇）", ("歐陽薇",)),
        ("（許知微、李小安）", ("許知微", "李小安")),
        ("（与那覇みちる、台北・李小安）", ("与那覇みちる", "李小安")),
        ("（与那覇みちる、ソウル＝朴ハナ）", ("与那覇みちる", "朴ハナ")),
    ],
)
def test_a_commentary_is_signed_in_brackets_behind_its_last_sentence(end, names):
    assert find_closing_byline(f"建議明年完成改造。{end}").names == names


@pytest.mark.parametrize("end", ["（資料照）", "（港都・西川 恵）", "（許知微說）", "（完）", "許知微"])
def test_anything_else_behind_the_last_sentence_is_no_signature(end):
    assert find_closing_byline(f"建議明年完成改造。{end}") is None


def test_the_place_of_a_report_is_no_second_reporter():
    assert find_byline("記者許知微／金浦即時報導").names == ("許知微",)
    assert find_byline("記者許知微／李小安／海門報導").names == ("許知微", "李小安")


NAMES = st.sampled_from(["王大同", "李 小安", "歐陽小安", "史蒂夫·史密斯", "山田太郎", "홍길동", "Jane Doe"])
FORMS = st.sampled_from(
    ["記者{}／台北報導", "〔記者{}、{}／綜合報導〕", "文／{}", "作者：{} ", "By {} and {}", "【東京={}】"]
)


@given(st.text(max_size=3), FORMS, NAMES, NAMES, st.text(max_size=20))
def test_every_span_holds_the_name_it_stands_for(before, form, one, other, after):
    line = before + form.format(one, other) + after
    byline = find_byline(line)
    assume(byline)
    printed = [line[start:end] for start, end in byline.spans]
    assert ["".join(name.split()) for name in printed] == ["".join(name.split()) for name in byline.names]


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("王大同 著　李小安 譯", "王大同"),
        ("[英] 史蒂夫·史密斯 著　李小安 译", "史蒂夫·史密斯"),
        ("原文：《The Fog》，史蒂夫·史密斯（Steve Smith）著，李小安譯", "史蒂夫·史密斯"),
        ("Jane Doe 著／李小安 譯", "Jane Doe"),
        ("著：スティーブ・スミス　訳：山田太郎", "スティーブ・スミス"),
        ("スティーブ・スミス（山田太郎訳）", "スティーブ・スミス"),
        ("글 요나스 린드크비스트 / 옮긴이 홍길동", "요나스 린드크비스트"),
        ("홍길동 지음, 김철수 옮김", "홍길동"),
        ("By Jane Doe, translated by John Roe", "Jane Doe"),
    ],
)
def test_the_writer_of_a_book_is_told_from_its_translator(line, writer):
    assert find_byline(line).names == (writer,)


def test_a_japanese_name_behind_any_place_is_a_reporter_s():
    assert find_byline("北湾＝長谷川 岬").names == ("長谷川岬",)
    assert find_byline("北湾＝大荒れ") is None


@pytest.mark.parametrize(
    "line", ["政治/海岬日報", "作者：國際組、編輯部", "（海岬社記者團馬尼拉18日專電）", "by 海岬日報"]
)
def test_sections_and_desks_are_no_writers(line):
    assert find_byline(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("【ハノイ＝三鴨克宣】両国の外相は7日、会談した。", ("三鴨克宣",)),
        ("【ソウル＝共同】両国の外相は7日、会談した。", None),
        ("【北京＝時事通信】両国の外相は7日、会談した。", None),
        ("（東京＝外務省）", None),
    ],
)
def test_who_stands_behind_a_place_in_brackets_reports_unless_it_is_a_house(line, names):
    found = find_byline(line)
    assert (found.names if found else None) == names
