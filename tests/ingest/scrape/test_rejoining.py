"""Which lines of a flattened page are pieces of one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.plain.segment import line_spans
from articles.ingest.scrape.lines.rejoining import rejoined
from tests.ingest.scrape.test_scrape import page, texts


def lines(*pieces):
    text = "\n".join(pieces)
    return [text[start:end].replace("\n", "") for start, end in rejoined(text, list(line_spans(text)))]


@pytest.mark.parametrize(
    "pieces",
    [
        ("兩國外長在港都簽署了", "《漁業熱線備忘錄》", "，並約定六月以前重新開通。"),
        ("港都市長の", "沈亦舟", "氏は会見で、", "漁業ホットライン", "を再開すると発表した。"),
        (
            "양국 외교장관이",
            "항도",
            "에서 만나 어업 핫라인을 다시 열기로 했다고 발표했다.",
        ),
        ("雙方約定，往後由各自的", "聯絡官", "每天通話一次。"),
        ("港都市長は", "漁業", "の", "窓口", "を一つにすると述べた。"),
        ("The ministers signed a ", "memorandum", " on fisheries, which takes effect in June."),
    ],
)
def test_a_sentence_broken_at_links_is_put_together(pieces):
    assert lines("最新", *pieces) == ["最新", "".join(pieces)]


def test_titles_below_each_other_stay_apart():
    titles = ["兩國外長同意重開漁業熱線", "港都市長：歡迎再來", "漁業ホットライン再開へ", "燈塔由誰來修"]
    assert lines(*titles) == titles


def test_a_list_of_long_titles_is_no_sentence_for_one_line_that_ends_in_one():
    titles = [f"港都の漁業をめぐる協議、{number}回目で合意へ向かう見通し" for number in range(6)]
    assert lines(*titles, "を発表した。") == [*titles, "を発表した。"]


def test_paragraphs_stay_apart():
    paragraphs = ["會談在下午結束。", "的確，雙方都沒有發表聲明，也沒有約定下一次見面。"]
    assert lines(*paragraphs) == paragraphs


def test_a_blank_line_parts_sentences():
    text = "兩國外長在港都簽署了\n\n，並約定六月以前重新開通漁業熱線的電話。"
    assert len(list(rejoined(text, list(line_spans(text))))) == 2


def test_pieces_that_end_in_no_sentence_stay_apart():
    pieces = ["國際、", "財經、", "，體育"]
    assert lines(*pieces) == pieces


@given(
    st.lists(
        st.sampled_from(["港都的", "，並且", "熱線。", "漁民", "を", "", "再開", "the", "line.", "「"]),
        max_size=20,
    )
)
def test_no_character_is_lost(pieces):
    assert "".join(lines(*pieces)) == "".join(pieces)


def test_a_space_kept_before_a_link_joins_a_sentence_that_goes_on_below_it():
    pieces = ("회담은 자정 무렵 끝났다. 이를 두고 항도에서는 ", "어민들의 반발도 커지고 있다", "고 한다.")
    assert lines("최신", *pieces) == ["최신", "".join(pieces)]


def test_a_particle_below_a_link_stands_at_its_word():
    document = page(
        inside=["양국 외교장관은 자정 무렵, 항도의 ", "어업 핫라인 사건", "의 여파가 커졌다고 밝혔다."]
    )
    assert (
        texts(document)[1] == "양국 외교장관은 자정 무렵, 항도의 어업 핫라인 사건의 여파가 커졌다고 밝혔다."
    )
