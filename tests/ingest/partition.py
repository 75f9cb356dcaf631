"""Asserts that a cleaned text is a partition, by offsets alone and without the cleaner's own bookkeeping."""

from collections import defaultdict

from articles.ingest.record import INVISIBLE


def assert_partition(text, document):
    """Every visible character is held or removed once, and every holder holds its own words in order."""
    assert_covered_once(text, document)
    held = defaultdict(str)
    for piece in document.held:
        held[piece.holder] += packed(text[piece.start : piece.end])
    assert held == told(document)


def assert_covered_once(text, document):
    at = 0
    for claim in sorted([*document.removed, *document.held], key=lambda claim: claim.start):
        assert at <= claim.start < claim.end <= len(text), f"{claim} overlaps or lies outside"
        assert not text[at : claim.start].strip(), f"{text[at : claim.start]!r} is lost"
        at = claim.end
    assert not text[at:].strip(), f"{text[at:]!r} is lost"


def told(document):
    """The words of every field and block, but for fields that quote a block, which holds them instead."""
    blocks = {place: block_words(block) for place, block in enumerate(document.blocks)}
    fields = {name: [getattr(document, name)] for name in ("headline", "standfirst", "source_name")}
    fields |= {"byline": document.byline.split("、"), "keywords": document.keywords}
    for name in fields.keys() - {piece.holder for piece in document.held}:
        for word in map(packed, fields.pop(name)):
            assert not word or any(word in said for said in blocks.values()), (
                f"{name} {word!r} is held nowhere"
            )
    said = blocks | {name: packed("".join(words)) for name, words in fields.items()}
    return {holder: words for holder, words in said.items() if words}


def block_words(block):
    return packed("".join([block.text, *block.items, *(cell for row in block.rows for cell in row)]))


def packed(text):
    return INVISIBLE.sub("", "".join(text.split()))
