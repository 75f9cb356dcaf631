"""The colours of the house, as its style sheets decide them."""

import re
from typing import NamedTuple

from django.conf import settings

TOKENS = settings.BASE_DIR / "static" / "css" / "tokens.css"
TOKEN = re.compile(r"--(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")


class Colour(NamedTuple):
    """One token: by day and by night, as #rrggbb."""

    light: str
    dark: str


PALETTE = {name: Colour(light, dark) for name, light, dark in TOKEN.findall(TOKENS.read_text("utf-8"))}
