"""README shows the house as it is."""

from tests.house_picture import PICTURE, drawn


def test_the_picture_has_the_rooms_and_arrows_of_the_house():
    assert PICTURE.read_text("utf-8") == drawn(), "Draw it anew: make house"
