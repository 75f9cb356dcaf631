"""Texts for the tests of typeset text, and short ways to read what came of them."""

from articles.ingest.documents import BlockType, ParsedDocument, RawDocument
from articles.ingest.pdf.text.parse import parse

FILL = "代表們在會議室裡逐字核對草案，窗外的船笛聲一直沒有停過，"  # half a column's worth
STORY = FILL * 3
HEAD = "海港上空的第三種聲音\n\n"


def parsed(text: str) -> ParsedDocument:
    return parse(text, RawDocument("talks.txt", text.encode()))


def article(body: str) -> ParsedDocument:
    return parsed(HEAD + body)


def texts(document: ParsedDocument, kind=BlockType.PARAGRAPH) -> list[str]:
    return [block.text for block in document.blocks if block.type == kind]


def rules(document: ParsedDocument) -> set[str]:
    return {piece.rule for piece in document.removed}


def told(clauses: int, first: int = 0) -> str:
    """A sentence of so many clauses, of which no two are the same. first: which of 210 it begins with."""
    who, what = (
        ("代表", "船長", "引水人", "記者", "翻譯"),
        ("逐字核對草案", "望著窗外", "翻開航海日誌", "放下茶杯", "等候渡輪", "低聲交談"),
    )
    return (
        "，".join(
            f"{who[n % 5]}在第{'一二三四五六七'[n % 7]}天{what[n % 6]}" for n in range(first, first + clauses)
        )
        + "。"
    )


def wrapped(text: str, width: int = 24) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


ENDED = wrapped(STORY)[:-1] + "。"
ENGLISH = "The ferry between the two harbours stopped running in the autumn of that year.\n" * 6
