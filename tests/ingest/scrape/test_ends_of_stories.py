"""What a page prints above, inside and below a story does not take the story's own lines with it."""

from articles.ingest.documents import BlockType
from tests.ingest.scrape.test_scrape import HEADLINE, STORY, page, parse, texts

LIGHTHOUSE = (
    "GULL BAY — For nine winters the keeper of the north pier wrote down every boat that came home late, in "
    "pencil, on the back of old tide tables.",
    "“Nobody asked me to,” said the keeper, who retires in spring. “Somebody had to know who was still out.”",
    "The tide tables now hang in the town hall, where two coast guards have begun to copy them by hand. They "
    "say that the pencil tells them more than their own radar does.",
    "Both coast guards want to keep such lists together from next year, and to ring each other when a boat "
    "is missing for longer than two hours.",
)
APART = "養殖業者聽完之後鬆了一口氣，但擔心魚苗價格會跟著上漲，盼盡早看到細節。"
RULES = "請遵守留言規範，勿張貼廣告或人身攻擊，違者帳號將遭停用，申訴請洽客服信箱。"
FOOTER = ("關於我們", "隱私權", "聯絡我們")


def test_a_dateline_with_a_shortened_month_is_the_date_and_no_story():
    head = ["Late boats", "By Ada Marlow", "Updated Sept. 14, 2025, 9:12 a.m. ET", "Share full article", "47"]
    document = parse(*head, *LIGHTHOUSE[:2], "SKIP ADVERTISEMENT", *LIGHTHOUSE[2:])
    assert texts(document) == list(LIGHTHOUSE)
    assert document.published is not None
    assert texts(document, BlockType.HEADING) == []


def test_an_ending_that_its_editor_signs_is_the_storys_whatever_its_words():
    signed = APART + "（編輯：周海寧）1140314"
    assert texts(page(below=["漁村怎麼看", signed, *FOOTER])) == [*STORY, signed]


def test_what_shares_no_word_with_the_story_and_is_not_signed_ends_it():
    assert texts(page(below=["使用須知", RULES, *FOOTER])) == list(STORY)


def test_a_story_goes_on_behind_a_stretch_of_other_words_when_most_of_it_stands_there():
    document = parse(HEADLINE, STORY[0], "使用須知", RULES, "會談之後", *STORY[1:])
    assert set(STORY) <= set(texts(document))


def test_a_story_is_not_doubted_for_what_stands_around_it():
    assert page(below=["使用須知", RULES]).warnings == []


def test_items_that_a_sentence_marks_with_signs_are_its_own_words():
    listed = "▲ 熱線每天開放 ▲ 聯絡官輪流值班 ▲ 費用由雙方平均分擔，已經寫進協議。"
    document = page(inside=[listed])
    assert texts(document) == [STORY[0], listed, *STORY[1:]]


def test_a_sign_before_each_of_two_sentences_points_at_pictures():
    document = page(inside=["▲ 外長在碼頭握手。 ▲ 漁船十四日照常出海。"])
    assert len(texts(document, BlockType.FIGURE)) == 1


def test_the_cards_of_several_reporters_name_each_of_them_once():
    cards = ["김하늘 기자", "김하늘기자", "기자 페이지", "박도윤 기자", "박도윤기자", "기자 페이지"]
    story = [
        "두 나라 외교장관은 14일 항구에서 만나 어업 직통전화를 다시 열기로 했다.",
        "양측은 연락관을 다섯 명씩 보내고 비용은 절반씩 나누기로 뜻을 모았다.",
        "항구의 어민은 밤에 전화를 받아 주는 사람이 있으면 좋은 소식이라고 말했다.",
    ]
    document = parse("어업 직통전화 다시 연다", "송고 2025-03-14 18:20", *cards, *story)
    assert document.byline == "김하늘、박도윤"


def test_a_story_ends_with_who_contributed_to_it():
    note = "Ada Marlow reported from Gull Bay. Jon Firth contributed to this report."
    document = parse(
        "Late boats", "By Bea Quill", "Sept. 14, 2025", *LIGHTHOUSE, note, "Quill covers boats. She is kind."
    )
    assert texts(document) == list(LIGHTHOUSE)


def test_the_date_of_a_caption_is_not_the_articles():
    caption = "Boats return to Gull Bay, Friday, Sept. 12, 2025. (Harbour Photo/Ada Marlow)"
    document = parse("Late boats", "Updated 9:14 AM, Sept. 14, 2025", caption, *LIGHTHOUSE)
    assert (document.published.day, texts(document, BlockType.FIGURE)) == (14, [caption])


def test_a_caption_far_above_the_story_stays_when_buttons_alone_part_them():
    caption = "碼頭的漁船照常出海作業。（圖／海風社）"
    buttons = ["分享", "facebook", "line", "twitter", "複製連結", "字級", "小", "中", "大"]
    assert texts(page(above=["2025-03-14", caption, *buttons]), BlockType.FIGURE) == [caption]


def test_the_second_and_third_lines_of_a_korean_headline_head_nothing():
    story = [
        "두 나라 외교장관은 14일 항구에서 만나 어업 직통전화를 다시 열기로 했다.",
        "비용은 절반씩 나누기로 뜻을 모았다.",
    ]
    deck = ["어업 직통전화 다시 연다", "비용은 절반씩 나누기로"]
    document = parse("두 나라 외교장관 만났다", "2025-03-14 18:20", *deck, *story)
    assert texts(document, BlockType.HEADING) == []


def test_a_headline_in_two_halves_between_blank_lines_is_whole():
    top, end = "兩國外長會談", "漁業熱線何時重開"
    assert parse("國際", "", top, end, "", "2025-03-14", "", "\n\n".join(STORY)).headline == top + end


def test_a_longer_line_below_a_headline_is_its_deck():
    deck = "停擺四年的熱線六月底前恢復，聯絡官七月到任"
    assert (
        parse("國際", "", "兩國外長會談", deck, "", "2025-03-14", "", "\n\n".join(STORY)).headline
        != "兩國外長會談" + deck
    )


def test_of_two_likely_headlines_the_longer_one_right_below_is_the_deck():
    deck = "漁業熱線六月底前重開，聯絡官七月到任"
    assert parse("國際", HEADLINE, deck, "2025-03-14", *STORY).headline == HEADLINE


def test_a_deck_in_latin_letters_is_no_half_of_a_headline():
    names = ("ledger", "island's other ledger", "list of debts")
    story = (f"The {name} of the island has been kept for years, and nobody has read it." for name in names)
    head = ["ESSAY", "", "The Ledger of the Island", "On what is owed", "", "Sep 14, 2025", ""]
    assert parse(*head, "\n\n".join(story)).headline == "The Ledger of the Island"


def test_a_headline_may_stand_below_its_date_where_a_name_stands_below_it():
    document = parse("Seaside Institute", "評論 | 2025-03-14", HEADLINE, "許知微", "海岸研究所研究員", *STORY)
    assert document.headline == HEADLINE
