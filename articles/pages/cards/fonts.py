"""Which font draws which character: the language's own first, then whichever of ours has the glyph.

The fonts are Noto's, under the SIL Open Font License, one package a language. They have one weight;
headlines are set heavier by a thin stroke around each glyph.
"""

import re
import struct
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, groupby
from pathlib import Path

from PIL import ImageFont

from articles.pages.cards.line_breaks import CLOSING, OPENING
from articles.text.normalise import tidy

HAN = {  # the package that brings a language's fonts, and what their names end in
    "zh-Hant": ("pylopdf_fonts_zh_tw", "TC"),
    "zh-Hans": ("pylopdf_fonts_zh_cn", "SC"),
    "ja": ("pylopdf_fonts_jp", "JP"),
    "ko": ("pylopdf_fonts_ko", "KR"),
}
LATIN = ("fontpkg_noto_serif", "files")
SEMIBOLD, REGULAR = 600, 400  # on the weight axis of the Latin fonts
STROKE = 0.011  # of the size: Noto Serif as heavy as its own SemiBold, counters of 鬱 still open
KEPT_FONTS = 96  # open at once: some ten files in some ten sizes

APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")  # East Asian fonts draw it as wide as a character
OMISSIONS = re.compile(r"…(?:[^\w…]*…)+")


@dataclass(frozen=True)
class Face:
    """A kind of letter in a language. cut: "serif", "sans", or "italic", which only Latin letters have."""

    language: str
    cut: str = "sans"
    is_heavy: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """The fonts to look in for a glyph, in this order."""
        languages = [self.language] if self.language in HAN else []
        languages += [language for language in HAN if language != self.language]
        east_asian = tuple(file_of(language, self.cut) for language in languages)
        return (*east_asian, self.latin) if self.language in HAN else (self.latin, *east_asian)

    @property
    def latin(self) -> Path:
        name = "NotoSerif-Italic" if self.cut == "italic" else "NotoSerif"
        return file_in(*LATIN, f"{name}[wdth,wght].ttf")

    def file_for(self, char: str) -> Path | None:
        """The font that draws a character; None when none of ours can."""
        return next((file for file in self.files if ord(char) in glyphs_of(file)), None)

    def stroke(self, file: Path, size: int) -> float:
        """Pixels to draw around the glyphs of a font."""
        return STROKE * size if self.is_heavy and file != self.latin else 0


def file_of(language: str, cut: str) -> Path:
    package, suffix = HAN[language]
    return file_in(package, f"Noto{'Sans' if cut == 'sans' else 'Serif'}{suffix}-Regular.otf")


@cache
def file_in(package: str, *names: str) -> Path:
    return Path(str(resources.files(package).joinpath(*names)))


@cache
def glyphs_of(file: Path) -> frozenset[int]:
    """The code points that a font has a glyph for, which Pillow does not tell.

    https://learn.microsoft.com/typography/opentype/spec/cmap, whose format 12 every Noto font has.
    """
    cmap = table_of(file.read_bytes(), b"cmap")
    records = struct.iter_unpack(">2HI", cmap[4 : 4 + 8 * number_at(cmap, 2, ">H")])
    start = next(start for _platform, _encoding, start in records if number_at(cmap, start, ">H") == 12)
    groups = cmap[start + 16 : start + 16 + 12 * number_at(cmap, start + 12, ">I")]
    ranges = (range(first, last + 1) for first, last, _glyph in struct.iter_unpack(">3I", groups))
    return frozenset(chain.from_iterable(ranges))


def table_of(font: bytes, name: bytes) -> bytes:
    """A font file from where one of its tables begins."""
    entries = struct.iter_unpack(">4s3I", font[12 : 12 + 16 * number_at(font, 4, ">H")])
    return next(font[start:] for tag, _checksum, start, _length in entries if tag == name)


def number_at(data: bytes, offset: int, form: str) -> int:
    return struct.unpack_from(form, data, offset)[0]


@lru_cache(maxsize=KEPT_FONTS)
def font_of(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.RAQM)
    if file.suffix == ".ttf":  # the Latin ones are variable
        font.set_variation_by_axes([weight, 100])
    return font


def drawable(text: str, face: Face) -> str:
    """A text in characters that the face can draw; "" when nothing of it is left.

    Pictographs are left out. A letter of a script we have no font for is set as its plain form (ṩ as s)
    or else left out, and an ellipsis says so: a box would say nothing, and a gap would misquote.
    """
    text = tidy(text)
    if face.language in HAN:
        text = APOSTROPHE.sub("'", text)
    text = "".join(char if face.file_for(char) else plain_form(char, face) for char in text)
    text = tidy(OMISSIONS.sub("…", text))
    return text if any(char.isalnum() for char in text) else ""


def plain_form(char: str, face: Face) -> str:
    parts = unicodedata.normalize("NFKD", char)
    plain = "".join(part for part in parts if face.file_for(part) and not unicodedata.combining(part))
    return plain or ("…" if char.isalnum() else "")


@dataclass(frozen=True)
class Run:
    """Characters that one font draws. is_tight: punctuation at half its width."""

    text: str
    font: ImageFont.FreeTypeFont
    stroke: float
    is_tight: bool

    @property
    def features(self) -> list[str]:
        return ["halt"] if self.is_tight else []

    @property
    def length(self) -> float:
        return self.font.getlength(self.text, features=self.features)


def runs(line: str, face: Face, size: int) -> list[Run]:
    """A line, cut where the font changes. It holds only what `drawable` leaves."""
    weight = SEMIBOLD if face.is_heavy else REGULAR
    kinds = [(face.file_for(char), is_tight(line, at)) for at, char in enumerate(line)]
    pieces = groupby(zip(line, kinds, strict=True), key=lambda pair: pair[1])
    return [
        Run("".join(char for char, _ in pairs), font_of(file, size, weight), face.stroke(file, size), tight)
        for (file, tight), pairs in pieces
    ]


def is_tight(line: str, at: int) -> bool:
    """Whether punctuation gives up its blank half: at the head of a line, and beside other punctuation.

    The rule of https://www.w3.org/TR/clreq/#h-punctuation_adjustment_space
    """
    before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if line[at] in OPENING:
        return before == "" or before in OPENING | CLOSING
    return line[at] in CLOSING and after != "" and after in CLOSING


def length(line: str, face: Face, size: int) -> float:
    """How many pixels wide a line is."""
    return sum(run.length for run in runs(line, face, size))


@lru_cache(maxsize=16384)
def length_inside(piece: str, face: Face, size: int) -> float:
    """How many pixels wide a piece of a line is that does not begin it: its punctuation has full width."""
    return length(f"一{piece}", face, size) - length("一", face, size)
