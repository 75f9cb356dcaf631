"""Share cards: the picture that a link to an article or a topic is shown with, 1200 × 630, drawn here.

content.py   what a card says, and the version that its address carries
faces.py     which font draws which character
breaking.py  where lines may end
setting.py   the largest size at which a text fits its lines
drawing.py   the picture
kept.py      each card drawn once, not all at once
views.py     the addresses
"""
