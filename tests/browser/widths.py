"""How wide a window is, and whether a page fits into it."""

WIDTHS = (320, 360, 640, 768, 1280)  # two telephones, a desk at twice its size, a tablet, a desk


def set_width(page, width):
    page.set_viewport_size({"width": width, "height": 800})


def too_narrow(page, widths=WIDTHS) -> list[int]:
    """The widths that a page does not fit into."""
    return [width for width in widths if not fits(page, width)]


def fits(page, width) -> bool:
    set_width(page, width)
    return page.evaluate("document.documentElement.scrollWidth") <= width
