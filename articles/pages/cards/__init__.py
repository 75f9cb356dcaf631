"""Share cards: the picture that a link to an article or a topic is shown with, 1200 × 630, drawn here.

content.py      what a card says, and the version that its address carries
fonts.py        which font draws which character
line_breaks.py  where lines may end
typesetting.py  the largest size at which a text fits its lines
drawing.py      the picture
cache.py        each card drawn once, not all at once
views.py        the addresses
"""
