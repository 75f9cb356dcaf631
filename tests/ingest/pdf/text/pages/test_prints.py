"""Web pages that a site has printed."""

from tests.ingest.partition import assert_partition
from tests.ingest.pdf.text.typeset import parsed, wrapped


def test_the_way_to_a_page_that_a_site_printed_ends_with_its_headline():
    text = (
        "Published on Harbour Institute (https://harbour-example.org)\n"
        "Home > The Ferry That Nobody Wanted to Stop\n|:\nJane Marlow [1]\n"
        f"{wrapped('The harbour board met twice about the last ferry of the evening. ' * 9, 70)}\n"
        "Tags:\nHarbours [2]\nSource URL: https://harbour-example.org/ferry\nLinks\n[1] https://harbour-example.org/jane\n"
    )
    document = parsed(text)
    assert document.headline == "The Ferry That Nobody Wanted to Stop"
    assert document.byline == "Jane Marlow"
    assert len(document.blocks) == 1
    assert_partition(text, document)
