"""How a line speaks to its reader, where a language tells.

Korean and Japanese papers write plainly of the world (했다, した), and politely to their readers (합니다,
します): of their services, rules and prices.
"""

import re
from collections.abc import Sequence

# How polite sentences end; speech in quotation marks ends behind these. Plain Korean ends in 다 alone.
POLITE = re.compile(
    r"(?:니다|세요|시오|나요|까요|[아어해]요|ます|ません|ました|です|でした|(?:くだ|下)さい|ましょう|[すた]か)"
    r"[.。!！?？~\s]*$"
)
PLAIN = re.compile(r"(?:(?<!니)다[.。]|(?:[ただるいうくすぬむつぐ]|ない|という)[。．])[\s)）]*$")
# So many plain paragraphs tell a story, against each that is polite; else a story may be told politely.
FEWEST_PLAIN, PLAIN_FOR_POLITE = 3, 2


def addressed(lines: Sequence[str]) -> set[int]:
    """The numbers of lines that address the reader, among lines that tell a plain story."""
    polite = {number for number, line in enumerate(lines) if POLITE.search(line)}
    if not polite:
        return set()
    plain = sum(PLAIN.search(line) is not None for line in lines)
    tells = plain >= FEWEST_PLAIN and plain >= PLAIN_FOR_POLITE * len(polite)
    return polite if tells else set()
