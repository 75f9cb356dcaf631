"""Headlines of reports, which stand on a cover among names and houses, and again at the heads of pages."""

import pytest

from tests.ingest.pdf.text.typeset import ENGLISH, parsed

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
