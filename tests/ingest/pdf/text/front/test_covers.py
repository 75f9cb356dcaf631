"""Headlines of reports, which stand on a cover among names and houses, and again at the heads of pages."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import ENDED, ENGLISH, FILL, parsed, rules, texts, told, wrapped

HEAD = "Slow Boats: Who Waits for Whom"
PAGES = "".join(f"\f{HEAD}\n{ENGLISH}\n" for _ in range(3))


def test_a_headline_on_a_cover_is_what_later_pages_print_at_their_heads_in_one():
    cover = "MERIDIAN\n\nResearch Report\n\nINES HALLORAN, PAUL DOE\n\nSlow Boats\nWho Waits for Whom\n"
    document = parsed(cover + PAGES)
    assert document.headline == HEAD.replace(":", "")
    assert document.byline == "INES HALLORAN、PAUL DOE"


@pytest.mark.parametrize(
    "house",
    ["Bay of Gulls Lending Bank", "Tides and Currents Division"],
    ids=["by its initials", "in a sentence"],
)
def test_an_office_that_the_text_names_is_no_line_of_the_headline(house):
    said = "This note was prepared by staff of the Tides and Currents Division. BGLB paid.\n"
    document = parsed(f"{house}\nNight Boats: The Price\nof a Late Pilot\nOctober 2018\n\n{ENGLISH}{said}")
    assert document.headline == "Night Boats: The Price of a Late Pilot"


def test_a_question_and_the_longer_line_below_it_are_title_and_subtitle():
    title = "Who Waits for Whom?\nThe Ferry between the Two Harbours"
    body = ENGLISH + "Who waits for whom is asked on every quay.\n"
    assert parsed(f"{title}\nBy Ines Halloran\n\n{body}").headline == title.replace("\n", " ")


def test_a_korean_headline_may_end_with_a_noun_that_ends_as_a_particle_does():
    body = "항구에서 만난 두 나라 장관은 어업 직통전화를 다시 열기로 합의하였다.\n" * 4
    document = parsed(f"기다림의 정치:\n공동 근무표가 항구에\n주는 함의\n\n해양전략연구소\n김도윤\n\n{body}")
    assert document.headline == "기다림의 정치: 공동 근무표가 항구에 주는 함의"


def test_a_talk_is_called_what_the_programme_above_it_calls_it():
    programme = "09:30　開会挨拶\n10:00　基調講演　「港を待つ」\n　　　　三浦 直人\n11:20　閉会\n"
    front = f"第12回　海域フォーラム\n\n日時　2025年10月18日（土）\n会場　市民会館\n\n{programme}\n"
    document = parsed(f"{front}\f基調講演\n\n港を待つ\n\n三浦 直人\n沿海大学教授\n\n{ENDED}\n")
    assert (document.headline, document.byline) == ("港を待つ", "三浦直人")
    assert str(document.published) == "2025-10-18"
    assert "programme" in rules(document)


def test_hours_in_sentences_are_no_programme():
    told = "".join(f"0{hour}:15 {FILL}燈亮了。\n" for hour in range(1, 5))
    assert "programme" not in rules(parsed(f"夜間渡輪恢復通航\n\n{told}"))


def test_a_label_above_what_it_says_is_no_line_of_the_headline():
    front = (
        "港口委員會第 6 次全體\n會議紀錄\n時\n\n間\n\n2025年3月18日9時至11時\n\n地\n\n點\n\n紅樓301會議室\n\n"
    )
    document = parsed(f"{front}{ENDED}")
    assert document.headline == "港口委員會第 6 次全體會議紀錄"
    assert "紅樓" not in "".join(block.text for block in document.blocks)


def test_a_date_may_stand_below_a_note_on_who_an_author_is():
    who = "* Fellow of the harbour college. The views are her own."
    document = parsed(f"Night Boats for Two Towns\n\nInes Halloran*\n\n{who}\n\n18 March 2025\n\n{ENGLISH}")
    assert (document.byline, str(document.published)) == ("Ines Halloran", "2025-03-18")
    assert texts(document, BlockType.NOTE) == [who]


REPORT = (
    "The ferries between the two harbours stopped that autumn, and small ports had to adapt to it at once.\n"
    "After the thaw the boats came back, one after the other, and with them the old quarrel over fees and\n"
    "how small ports adapt to them, which the captains have never settled among themselves in all years.\n"
) * 3


@pytest.mark.parametrize(
    "above",
    [
        "HARBOUR INSTITUTE\nRR-A1234-1\nISBN 978-0-0000-0000-0\nJANE HARPER, TOM ORR",
        "RESEARCH REPORT\nJane Harper, Tom Orr",
        "Jane Harper and Tom Orr",
    ],
)
def test_authors_above_a_title_are_no_part_of_it(above):
    small = "Sponsored by the Ministry of Transport\nApproved for public release; distribution unlimited"
    document = parsed(f"{above}\nFerries After the Thaw\nHow Small Ports Adapt\n{small}\n{REPORT}")
    assert document.headline == "Ferries After the Thaw How Small Ports Adapt"
    assert document.byline.casefold() == "jane harper、tom orr"
    assert texts(document, BlockType.HEADING) == []


def test_a_headline_in_capitalised_words_may_end_as_a_sentence_does():
    title = "The Ferry Is Back. Now Pay for It."
    document = parsed(f"OPINION\n{title}\nSmall ports need fees that last longer\nBy Jane Harper\n{REPORT}")
    assert document.headline == title


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("研究生：林予安", "林予安"),
        ("海港安全研究室 林予安", "林予安"),
        ("灣岸大學　林予安", "林予安"),
        ("分析師：林予安", "林予安"),
    ],
)
def test_what_a_study_says_of_its_author_tells_the_name(line, byline):
    document = parsed(f"停航之後的海峽：小港調整之研究\n{line}\n{wrapped(told(30), 36)}")
    assert (document.headline, document.byline) == ("停航之後的海峽：小港調整之研究", byline)
