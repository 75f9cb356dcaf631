"""Running heads that only count, and names that carry signs: text taken out of books and journals."""

from articles.ingest.documents import BlockType, ParsedDocument, RawDocument
from articles.ingest.pdf.text.parse import parse

STORY = "代表們在會議室裡逐字核對草案，窗外的船笛聲一直沒有停過，" * 3


def parsed(text: str) -> ParsedDocument:
    return parse(text, RawDocument("talks.txt", text.encode()))


def texts(document: ParsedDocument, kind: BlockType) -> list[str]:
    return [block.text for block in document.blocks if block.type == kind]


def wrapped(text: str, width: int = 24) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def test_roman_page_numbers_that_count_up_make_running_heads_of_the_titles_beside_them():
    told = ("救難的船先到，", "談判的船後到，", "漁民在岸上等候消息，")
    heads = ("xi 序言", "xii 海上救難的合作", "序言 xiii")
    pages = [f"{head}\n{wrapped(said * 20)}" for head, said in zip(heads, told, strict=True)]
    document = parsed("\f".join(pages) + "。\n")
    assert document.headline not in heads
    assert not set(heads) & set(texts(document, BlockType.HEADING))
    assert "running head" in {piece.rule for piece in document.removed}


def test_a_sign_behind_an_author_belongs_to_the_note_about_him():
    body = wrapped(STORY)[:-1] + "。"
    document = parsed(
        f"海港上空的第三種聲音\n陳以安＊\n關鍵詞：港口、外交\n壹、前言\n{body}\n\n＊ 國立海濱大學副教授。\n"
    )
    assert document.byline == "陳以安"
    assert "＊ 國立海濱大學副教授。" in texts(document, BlockType.NOTE)
