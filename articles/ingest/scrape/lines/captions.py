"""Which lines of a page are captions, by their words."""

import re

from articles.ingest.furniture.labels import SOURCE
from articles.ingest.plain.segment import Segment
from articles.text.press.bylines import find_byline
from articles.text.press.captions import looks_like_caption

AGENCY_END = re.compile(r"(?:\(c\)|©)\s?\S{2,20}(?:/\S+(?: \S+){0,3})?$", re.IGNORECASE)
# What a caption has in its first or its last words, to spare every other line a closer look.
CAPTION_HINT = re.compile(
    r"[圖图片照攝摄影供自社]|写真|画像|撮影|出典|사진|자료|제공|캡처|\bDB\b|뉴스|©|\(c\)|ⓒ|[A-Z][/.)）]|photo|image|picture|credit|"
    r"source|courtesy|getty|reuters|afp|\bap\b",
    re.IGNORECASE,
)
CREDIT_WIDTH = 40  # Han characters of a line that may be nothing but a credit
# How Japanese papers end a caption: ＝2日、釜山港; ＝2025年3月14日、東京、代表撮影; （13日、大浜港）
DATED_CAPTION = re.compile(
    r"[＝=](?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:午[前後])?、[^。]{2,40}$"
    r"|[（(](?:\d{1,2}月)?\d{1,2}日、[^。、（）()]{2,20}[）)]$"
)
# How Korean agencies end one: the day, and the photographer's address. 2025.3.14 hong@harbour.example
SENT_CAPTION = re.compile(r"다\.\s\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s{1,3}[\w.+-]{1,40}@[\w.-]{1,60}$")
# A caption with an agency behind it is shorter than the last paragraph of that agency's story.
SENTENCE = 60
# How a writer's line begins that names a photographer too; captions never do.
SIGNED = re.compile(
    r"(?:取材|文|撰[文稿]者?|執筆者?|作者|[採采][訪访]|글|words|text)\s?[・·．:：／/|｜&、]", re.IGNORECASE
)


def is_caption(line: Segment) -> bool:
    """Whether the words of a line make it a picture's caption."""
    if "日" in line.text and DATED_CAPTION.search(line.text, max(0, len(line.text) - CREDIT_WIDTH)):
        return True
    if "@" in line.text and SENT_CAPTION.search(line.text):
        return True
    if SIGNED.match(line.text) and find_byline(line.text):
        return False
    ends = line.text if len(line.text) <= CREDIT_WIDTH else f"{line.text[:4]}\n{line.text[-CREDIT_WIDTH:]}"
    return (
        CAPTION_HINT.search(ends) is not None and looks_like_caption(line.text) and not _credits_story(line)
    )


def _credits_story(line: Segment) -> bool:
    """Whether the credit on a line is the story's own: its source, or an agency behind its last sentence."""
    return SOURCE.match(line.text) is not None or (
        line.width > SENTENCE and AGENCY_END.search(line.text) is not None
    )
