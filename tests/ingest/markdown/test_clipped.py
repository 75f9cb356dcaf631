"""A clipper's file: front matter above a whole page, whose menus and calls are none of the article."""

from articles.ingest.documents import Kind, ParsedDocument, RawDocument
from articles.ingest.markdown.parse import parse

TITLE = "The Lamp on the Customs House"
MATTER = f"""---
title: "{TITLE}"
source: "https://capepost.example/2025/11/lamp/"
author:
  - "[[Elin Marsh]]"
published: 2025-11-12
description: "What the clipper took from the page's head."
---
"""
MENU = """[Skip to content](https://capepost.example/#main)

[![Cape Post](https://capepost.example/logo.svg)](https://capepost.example/)

- [Regions](https://capepost.example/regions)
- [Magazine](https://capepost.example/magazine)
"""
STORY = [
    "Envoys of both countries met in the old customs house on Monday and talked for five hours. "
    "Neither side issued a statement when they left by the back door.",
    "A lamp was lit in the tower for the first time in thirty years. The harbour master said that "
    "it had been asked for by letter, and that he had kept the letter.",
]
PAGE = f"""# {TITLE}

By [Elin Marsh](https://capepost.example/authors/marsh)

November 12, 2025

{STORY[0]}

{STORY[1]}

[Subscribe](https://capepost.example/subscribe)
"""


def clipped(above: str = MENU) -> ParsedDocument:
    text = f"{MATTER}{above}\n{PAGE}"
    return parse(text, RawDocument("lamp.md", text.encode()))


def test_the_menus_above_a_clipped_pages_title_are_left_out_on_record():
    document = clipped()
    assert [block.text for block in document.blocks] == STORY
    assert "Skip to content" in " ".join(piece.text for piece in document.removed)


def test_the_front_matter_states_what_the_page_does_not_print():
    document = clipped()
    assert document.kind == Kind.MARKDOWN
    assert document.headline == TITLE
    assert document.source_url == "https://capepost.example/2025/11/lamp/"
    assert (document.byline, str(document.published)) == ("Elin Marsh", "2025-11-12")


def test_a_post_with_links_above_its_text_keeps_what_a_page_would_lose():
    text = f"{MATTER}{MENU}\n{STORY[0]}\n\n{STORY[1]}"
    blocks = parse(text, RawDocument("lamp.md", text.encode())).blocks
    assert [block.text for block in blocks if block.text][-2:] == STORY
