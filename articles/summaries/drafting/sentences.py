"""A text's sentences, and the clauses of a sentence."""

import re

from articles.text.measures import SENTENCE_END

LINE = re.compile(r"[^\n]+")
# A comma between digits parts thousands, a colon hours; a dash parts clauses only where a double one stands,
# and a space only between characters that are written solid (lines of a verse, a heading run into its text).
CLAUSE_END = re.compile(
    r"[，；：](?!\d)|[,;:](?=\s|[^\x00-\x7f])|——|(?<=[\u3040-\u9fff\uac00-\ud7a3”」』）])\s+(?=[\u3040-\u9fff“「『（.#{])"
)
OPENING, CLOSING = "「『“（《〈【(", "」』”）》〉】)"
LONGEST_QUOTED = 200  # characters of sentences kept together because a mark that opened is not yet closed


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its closing marks. One quoted or bracketed whole is not parted."""
    return [found for line in LINE.findall(text) for found in _joined(_parts(line.strip(), SENTENCE_END))]


def clauses(sentence: str) -> list[str]:
    """The clauses of a sentence with the marks that end them; joined they are the sentence."""
    return _parts(sentence, CLAUSE_END, strip=False)


def _parts(text: str, end: re.Pattern, *, strip: bool = True) -> list[str]:
    ends = [match.end() for match in end.finditer(text)]
    cuts = [text[start:stop] for start, stop in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [cut for cut in (map(str.strip, cuts) if strip else cuts) if cut]


def _joined(parts: list[str]) -> list[str]:
    """Parts put together again where a quotation or a bracket goes on from one into the next."""
    whole: list[str] = []
    for part in parts:
        if whole and _is_open(whole[-1]) and len(whole[-1]) + len(part) <= LONGEST_QUOTED:
            whole[-1] += part
        else:
            whole.append(part)
    return whole


def _is_open(text: str) -> bool:
    return sum(map(text.count, OPENING)) > sum(map(text.count, CLOSING))
