"""Texts for property tests: random letters alone hardly ever hold what the press prints."""

from hypothesis import strategies as st


def texts_of(*pieces: str, most: int = 8):
    """Texts put together of these pieces and of a few letters of any script."""
    return st.lists(st.sampled_from(pieces) | st.text(max_size=3), max_size=most).map("".join)
