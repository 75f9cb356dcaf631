"""How much of one text stands in another."""

SHINGLE = 6  # characters; a copy converted to the other script by phrase keeps more short runs than long ones


def containment(one: str, other: str) -> float:
    """The share, 0 to 1, of the shorter text's runs of SHINGLE characters that the longer one has too.

    Both texts should be folded. A text cut in half or wrapped in other words is still contained, which is
    why this is used and not Jaccard similarity.
    """
    shorter, longer = sorted((shingles(one), shingles(other)), key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0


def shingles(text: str) -> set[str]:
    """Every run of SHINGLE characters, white space aside; the whole text when it is shorter."""
    text = "".join(text.split())
    if not text:
        return set()
    return {text[start : start + SHINGLE] for start in range(max(len(text) - SHINGLE, 0) + 1)}
