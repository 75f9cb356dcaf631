"""The picture of a card: the portal's paper, ink, hairlines and one seal red."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import accumulate

from django.conf import settings
from PIL import Image, ImageDraw

from articles.pages.cards.content import Card
from articles.pages.cards.fonts import Face, drawable, length, runs
from articles.pages.cards.typesetting import Block, Size, Text, fit
from articles.pages.languages import language_of
from articles.pages.palette import PALETTE

WIDTH, HEIGHT = 1200, 630  # what Facebook, X, LINE and Slack show whole
COLOURS = 64  # shades between ink, red and paper; more are not told apart

PAPER, INK, SOFT, HAIR, SEAL = (PALETTE[name].light for name in ("paper", "ink", "soft", "hair", "seal"))

MARGIN = 76
MEASURE = WIDTH - 2 * MARGIN
MASTHEAD_LINE = 92  # baselines and rules, in pixels from the top
MASTHEAD_RULE = 118
FOOT_RULE = 534
FOOT_LINE = 583
MARK = 40  # the seal at the top

TITLE_SIZES = [
    *(Size(pixels, 1) for pixels in (116, 100)),
    *(Size(pixels, 2) for pixels in (86, 78)),
    *(Size(pixels, 3) for pixels in (72, 66, 62, 58)),
    *(Size(pixels, 4) for pixels in (54, 50, 46)),
]
TITLE_SIZES_OVER_NOTE = [
    *(Size(pixels, 1) for pixels in (116, 100, 86)),
    *(Size(pixels, 2) for pixels in (72, 66, 58, 50)),
]
NOTE_SIZES = [Size(30, 2), Size(27, 3)]
LEADING = {"en": 1.2, "zh-Hant": 1.33, "zh-Hans": 1.33, "ja": 1.33, "ko": 1.33}
RUBRIC, NAMES, FOOT, WORDMARK = 27, 34, 28, 38
SEPARATOR = "・"
GAP = 26  # between a line of text and what stands under it


def draw(card: Card) -> bytes:
    """The card as a PNG of 1200 × 630 pixels, well under the 300 KB that WhatsApp still shows."""
    sheet = Sheet.blank()
    draw_masthead(sheet)
    draw_middle(sheet, card)
    draw_foot(sheet, card)
    return sheet.png()


@dataclass(frozen=True)
class Sheet:
    image: Image.Image
    pen: ImageDraw.ImageDraw

    @classmethod
    def blank(cls):
        image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        return cls(image, ImageDraw.Draw(image))

    def write(self, x: float, baseline: float, line: str, face: Face, size: int, colour=INK) -> float:
        """Write a line from a place on; returns where it ends."""
        for run in runs(line, face, size):
            options = {"stroke_width": run.stroke, "stroke_fill": colour, "features": run.features}
            self.pen.text((x, baseline), run.text, colour, run.font, anchor="ls", **options)
            x += run.length
        return x

    def rule(self, y: int, thickness: int, colour: str):
        self.pen.rectangle((MARGIN, y, WIDTH - MARGIN - 1, y + thickness - 1), colour)

    def png(self) -> bytes:
        out = BytesIO()
        limited = self.image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        limited.save(out, "PNG", optimize=True)
        return out.getvalue()


def draw_masthead(sheet):
    """The wordmark on the thick and thin rule of Chinese page frames, and the seal."""
    x = MARGIN
    for word in settings.SITE_NAME.split():
        face, size, colour = wordmark(word)
        x = sheet.write(x, MASTHEAD_LINE, drawable(word, face), face, size, colour) + 14
    sheet.rule(MASTHEAD_RULE, 4, INK)
    sheet.rule(MASTHEAD_RULE + 7, 2, INK)
    sheet.image.paste(seal(), (WIDTH - MARGIN - MARK, MASTHEAD_LINE - MARK + 8), seal())


def wordmark(word):
    language = language_of(word)
    if language == "en":
        return Face("en", "italic"), WORDMARK - 6, SOFT
    return Face(language, "serif", is_heavy=True), WORDMARK, INK


@cache
def seal() -> Image.Image:
    with Image.open(settings.BASE_DIR / "static" / "icons" / "seal-192.png") as icon:
        return icon.convert("RGBA").resize((MARK, MARK), Image.Resampling.LANCZOS)


def draw_middle(sheet, card):
    """Title and what belongs to it, a little above the middle of what masthead and foot leave."""
    sizes = TITLE_SIZES_OVER_NOTE if card.names or card.note else TITLE_SIZES
    title = fit(card.title.text, heavy(card.title), sizes, MEASURE, card.whole)
    if not title.lines:
        title = fit(settings.SITE_NAME, heavy(card.title), sizes, MEASURE)
    note = card.note and fit(card.note.text, plain(card.note), NOTE_SIZES, MEASURE)
    taken = RUBRIC + GAP + height(title) + (NAMES + GAP if card.names else 0) + (height(note) if note else 0)
    y = MASTHEAD_RULE + 9 + (FOOT_RULE - MASTHEAD_RULE - 9 - taken) * 0.45
    draw_all(sheet, y, card, title, note)


def draw_all(sheet, y, card, title, note):
    write_row(sheet, MARGIN, y + RUBRIC, card.rubric, RUBRIC, SEAL, SEPARATOR)
    y = write_block(sheet, y + RUBRIC + GAP * 0.6, title)
    if card.names:
        y += NAMES + GAP * 0.4
        write_row(sheet, MARGIN, y, card.names, NAMES, SOFT, "　", cut="serif")
    if note:
        write_block(sheet, y + GAP, note)


def height(block: Block) -> float:
    return len(block.lines) * block.size * LEADING.get(block.face.language, 1.33)


def write_block(sheet, y, block) -> float:
    """Write lines under one another; returns where they end."""
    leading = height(block) / max(len(block.lines), 1)
    for number, line in enumerate(block.lines):
        baseline = y + leading * (number + 0.5) + block.size * 0.38  # .38 under the middle of a character
        sheet.write(MARGIN, baseline, line, block.face, block.size)
    return y + height(block)


def write_row(sheet, x, baseline, texts, size, colour, separator, cut="sans", limit=WIDTH - MARGIN) -> float:
    """Write texts beside one another, as many as there is room for; returns where they end."""
    for text in texts:
        face = Face(text.language, cut)
        line = separated(text, face, separator if x > MARGIN else "")
        if not line or x + length(line, face, size) > limit:
            continue
        x = sheet.write(x, baseline, line, face, size, colour)
    return x


def separated(text: Text, face: Face, separator: str) -> str:
    line = drawable(text.text, face)
    return line and separator + line


def draw_foot(sheet, card):
    sheet.rule(FOOT_RULE, 2, HAIR)
    x = write_row(sheet, MARGIN, FOOT_LINE, card.margin, FOOT, SOFT, SEPARATOR)
    write_right(sheet, x + 60, card.topics)


def write_right(sheet, from_x, topics):
    """Topics against the right margin, as many as there is room for."""
    lines = [(drawable(text.text, Face(text.language)), Face(text.language)) for text in topics]
    lengths = [length(line, face, FOOT) + GAP for line, face in lines]
    ends = list(accumulate(lengths))
    shown = bisect_right(ends, WIDTH - MARGIN - from_x + GAP)
    x = WIDTH - MARGIN + GAP - sum(lengths[:shown])
    for (line, face), across in zip(lines[:shown], lengths, strict=False):
        sheet.write(x, FOOT_LINE, line, face, FOOT, SEAL)
        x += across


def heavy(text: Text) -> Face:
    return Face(text.language, "serif", is_heavy=True)


def plain(text: Text) -> Face:
    return Face(text.language)
