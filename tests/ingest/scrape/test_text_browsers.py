"""Pages that a text browser wrote out: the story set in, headings at the edge, a line for each picture."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.scrape.test_scrape import parse, texts

STORY = (
    "The two harbour masters met on the pier at dawn and agreed on a longer list of lights than either had "
    "asked for.",
    "By noon the list hung in both ports, and the fishermen of the strait read it aloud to one another over "
    "the radio.",
    "Neither of the masters was asked to sign it, and neither did; the lamps were lit all the same.",
)
CAPTION = "A clerk pins the list to the door of the old customs house."
MENU = [
    f"     * [{number}]{name}"
    for number, name in enumerate(("Ports", "Fish", "Wires", "Shop", "Sport", "Rain", "Ice"))
]


def dump(*story, title="Why nobody signs in Kelder"):
    lines = ["   [20]Skip to content", *MENU, "", title, "", *(f"   {line}" for line in story), ""]
    return parse(*lines, "   © 2025 The Strait Review. [30]Privacy [31]Terms")


def test_the_line_at_the_edge_above_the_story_is_its_headline_whatever_its_words():
    assert dump(*STORY).headline == "Why nobody signs in Kelder"


def test_the_line_in_the_middle_is_the_headline_among_the_names_of_sections_at_the_edge():
    title = "Two harbour masters agreed on lamps"
    lines = [
        "Ports",
        "",
        *MENU,
        "",
        "Wires",
        "",
        *MENU,
        "",
        " " * 24 + title,
        "",
        *(f"   {line}" for line in STORY),
    ]
    assert parse(*lines, "   © 2025 The Strait Review. [30]Privacy").headline == title


@pytest.mark.parametrize("picture", ["[site-logo]", "[IMG]", "[status]", "[f018ff9b-2]"])
def test_what_is_printed_for_a_picture_heads_no_page(picture):
    story = ["     * Ports", "     * Wires", "", "Lamps on the pier at dawn", "", "6 February 2025", *STORY]
    assert parse(picture, "", *story).headline == "Lamps on the pier at dawn"


def test_the_tags_that_a_tool_kept_say_nothing():
    lines = [
        "- Ports",
        "- Wires",
        '<div class="story">',
        "Lamps on the pier at dawn",
        "</div>",
        "6 February 2025",
    ]
    document = parse(*lines, STORY[0], "</div>", '<div class="p">', *STORY[1:])
    assert (document.headline, texts(document), texts(document, BlockType.HEADING)) == (
        "Lamps on the pier at dawn",
        list(STORY),
        [],
    )


def test_a_sentence_between_others_that_stands_below_itself_is_a_caption_once():
    document = dump(STORY[0], CAPTION, CAPTION, CAPTION, *STORY[1:])
    assert (texts(document, BlockType.FIGURE), texts(document)) == ([CAPTION], list(STORY))


def test_a_line_in_code_for_marks_is_the_same_caption():
    coded = "The clerk&#39;s list hangs on the door of the old customs house."
    document = dump(STORY[0], coded, coded.replace("&#39;", "'"), *STORY[1:])
    assert texts(document, BlockType.FIGURE) == [
        "The clerk's list hangs on the door of the old customs house."
    ]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        (["Jane Doe / Kelder", "6 February 2025"], "Jane Doe"),
        (["Jane Doe / Kelder", "with Kenji Orita"], "Jane Doe、Kenji Orita"),
        (["Front Page / Kelder"], ""),
        (["Jane Doe / Osmund", "6 February 2025"], ""),
    ],
    ids=["beside the date", "two", "section", "a place that the page does not tell of"],
)
def test_a_name_before_the_place_that_the_page_tells_of_is_the_writer(line, byline):
    assert dump(*line, "", *STORY).byline == byline


def test_who_a_writer_is_closes_a_story_as_a_note():
    document = dump("Jane Doe / Kelder", "", *STORY, "Jane Doe writes about borders and trains.")
    assert texts(document, BlockType.NOTE) == ["Jane Doe writes about borders and trains."]
