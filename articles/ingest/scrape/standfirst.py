"""The standfirst: what a page prints between headline and story to say in a sentence what the story is."""

import re

from articles.ingest.plain.segment import Segment, Span
from articles.ingest.scrape.page import LineRun, Page
from articles.text.press.bylines import find_byline

# 導讀：…, 【摘要】: …, [导读] …: with a mark behind it, or in brackets.
NAME = r"(?:摘\s?要|[導导]語|导语|[導导][讀读]|[內内]容提要|提要|核心提示|要旨|リード|abstract|summary)"
LABEL = re.compile(
    rf"\W*(?:{NAME}\s{{0,9}}[】\])）]?\s{{0,9}}[:：|｜]|(?<=[【\[(（]){NAME}[】\])）])\s*(?=\S)",
    re.IGNORECASE,
)
# A label stands among the first lines of what was taken for the body, or above it.
LABELLED_LINES = 2
# A standfirst without a label is a sentence or two, between the headline and the line of date or byline.
WIDTH = (15, 120)
# Who did what: 执行：某某　统筹：某某　编辑：某某
CREDITS = re.compile(r"(?:[^\s:：/／|｜]{1,6}\s?[:：/／|｜]\s?[^\s:：。，]{2,12}(?:\s{1,4}|$)){2,8}")


def find_standfirst(page: Page, body: LineRun, headline: Segment | None) -> Span | None:
    """Where the standfirst stands, its label left out; None when none is printed."""
    top = headline.number + 1 if headline else max(0, body.first - LABELLED_LINES)
    for number in range(top, min(body.first + LABELLED_LINES, body.last)):
        line = page.lines[number]
        if (label := LABEL.match(line.text)) and not page.rules[number]:
            return line.place(label.end(), len(line.text))
    return _between(page, body, headline) if headline else None


def _between(page: Page, body: LineRun, headline: Segment) -> Span | None:
    number = headline.number + 1
    if number + 1 >= body.first or not _introduces(page, page.lines[number]):
        return None
    below = page.lines[number + 1 : min(number + 3, body.first)]
    return page.lines[number].whole if any(_is_byline_or_date(page, line) for line in below) else None


def _introduces(page: Page, line: Segment) -> bool:
    about = page.is_about(line.number) or page.captions[line.number] or line.is_menu or line.bullet
    shortest, longest = WIDTH
    plain = not (find_byline(line.text) or CREDITS.fullmatch(line.text))
    return not about and plain and shortest <= line.width <= longest


def _is_byline_or_date(page: Page, line: Segment) -> bool:
    return page.is_dateline(line.number) or find_byline(line.text) is not None
