"""From bytes to text. What cannot be read for certain is refused, never stored as mojibake.

Newlines become "\\n" (from "\\r\\n" and "\\r"); offsets in a cleaning record are characters of that text.
"""

import codecs
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from articles.ingest.documents import DocumentError
from articles.text.scripts import fold


@dataclass(frozen=True)
class Decoded:
    """text: its only newline is "\\n", no byte order mark. encoding: Python's name of the one used.

    warnings: what could not be read, in words for a person.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


# Byte order marks; UTF-32's begins with UTF-16's, so it is tried first.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read a declared name as; Python's narrower codecs refuse characters that are in use.
# Source: the WHATWG Encoding Standard's labels.
WIDER = {
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs",
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "ascii",
}  # fmt: skip
# Undeclared bytes are tried as each of these; the most plausible text wins.
CANDIDATES = ("big5hkscs", "gb18030", "cp932", "euc_jp", "cp949")
# Where a page says how it is encoded. Browsers look in its first 1,024 bytes; pages put scripts before it, so
# four times as many are looked at here.
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.\-]{2,40})|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.\-]{2,40})""",
    re.IGNORECASE,
)
HEAD_BYTES = 4096  # in which pages declare; HTML says 1,024, and some print a licence before

# What text consists of: ASCII, Latin letters, marks of print, kana, Han, Hangul and full-width forms. In
# UTF-16 read the wrong way round each space, line break and figure falls outside, and most of Han does.
# Measured on 70 news texts and pages, whole and cut to 60 characters: right readings have at most .004
# outside, wrong ones .16 and more, and so have 400 files of programs, fonts and tables.
OUTSIDE_TEXT = re.compile(
    "[^\t\n\r -~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u27bf"
    "\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uffe6]"
)
MOST_OUTSIDE = 0.05  # of the characters: emoji, not letters of everywhere

# Tables, pictures and programs hold NUL bytes and other controls; text holds none.
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.001  # share of the bytes; a stray backspace in a scrape is no binary file
# Share of the characters of good UTF-8: where a PDF's font has no table, its bullets and icons are copied so.
MOST_CONTROLS_IN_TEXT = 0.02
# First bytes of files that are no text, and what to call them.
BINARY_MAGIC = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}

# The least plausibility of a reading that is believed. Measured over pieces of 60 characters of 300 news
# articles in GB 18030 and Big5: right readings have 1.24 and more, wrong ones .92 and less.
LEAST_PLAUSIBLE = 0.95
SAMPLE = 20_000  # characters; more tells nothing new
# The part of each standard that holds the characters in use, by lead byte: (charset, first, last).
LEVELS = {
    "gb18030": ("gb2312", 0xB0, 0xD7), "big5hkscs": ("big5", 0xA4, 0xC6), "cp949": ("euc_kr", 0xB0, 0xC8),
    "cp932": ("euc_jp", 0xB0, 0xCF), "euc_jp": ("euc_jp", 0xB0, 0xCF),
}  # fmt: skip
MARKS_OF_PRINT = (
    "，。、；：？！「」『』（）《》〈〉【】〔〕“”‘’…—–－～·・／　％＋＝▲▼●■◆★©﹐．︰︱｜￥¥€°×"
    "①②③④⑤々〇ー０１２３４５６７８９"
)
# The most frequent characters of Chinese, any script, and the particles and endings of Japanese and Korean.
# Which ones exactly matters little: a wrong reading has hardly any of them.
FREQUENT_HAN = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面"
    "起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四总何"
    "电数安少报才结反受目太量再感建务做接必场件计管期市直资指统区保至队形社便治展基非界达光强权思设式路记南品求据程北边交规取望领共确传清今院让识带导争运"
)
FREQUENT_KANA = "のにはをたがでてとしれさいるなもかっら"
FREQUENT_HANGUL = "이다는을에의가고를지로하사한은정기시대도서인자와과으라리"

# Ways to write Chinese in ASCII: name, Python's codec, what a run of it looks like. Base64 in an address
# looks alike and gives rare characters.
SEVEN_BITS = (
    ("HZ", "hz", re.compile(rb"~\{[!-}]{2,2000}~\}")),
    ("UTF-7", "utf-7", re.compile(rb"\+[A-Za-z0-9+/]{3,2000}-?")),
)
LEAST_IN_RUNS = 6  # characters

# Encodings that UTF-8 is commonly misread in and then stored. Undoing the mistake gives Chinese back; undoing
# it on text that was read rightly gives next to nothing.
MISREAD_AS = ("cp1252", "latin-1", "gb18030", "big5hkscs")
LEAST_UNDONE = 0.5  # share of the bytes that make East Asian characters again; right texts have .38 at most
LEAST_FOREIGN = 20  # characters; fewer may come out as anything
# Four and more letters with accents in a row are no European word, but Chinese read as Latin-1.
FOREIGN = re.compile("[^\x00-\x7f\xa0]+")
EAST_ASIAN = re.compile("[\u3000-\uffee]+")
ACCENTS_IN_A_ROW = re.compile(r"[\u0080-\u009f\u00a1-\u00ff]{4,}")  # a no-break space is no letter
LOST = "\ufffd"  # what stands for a character that could not be read
TEXT_PER_LOSS = 200  # characters of text for each lost one: one in two lines, not one in a few words


def decode(data: bytes, content_type: str = "") -> Decoded:
    """The text of a document.

    data: its bytes. content_type: the server's header, "" when there is none. Tried in order: byte order
    mark, declared encoding, UTF-8, then the East Asian encodings by plausibility. A declaration counts only
    when every byte obeys it, or when all but a few do and nothing else fits. A last UTF-8 character that was
    cut off is dropped; so are stray controls.
    Raises DocumentError, naming byte and line, for empty, binary, mixed, doubly encoded or unknown bytes.
    """
    if not data.strip():
        raise DocumentError("the document is empty")
    if decoded := _by_mark(data):
        return _checked(*decoded)
    if b"\0" in data and (decoded := _utf_16_without_mark(data)):
        return _checked(*decoded)
    _refuse_binary(data)
    _refuse_seven_bits(data)
    if b"\x1b$" in data and (text := _strictly(data, "iso2022_jp_2")) is not None:
        return _checked(text, "iso2022_jp_2")
    for encoding in (*_declared(data, content_type), "utf-8"):
        if (text := _strictly(data, encoding)) is not None and _is_believable(text, encoding):
            return _checked(text, encoding)
    return _by_plausibility(data) or _despite_losses(data, content_type)


def _by_mark(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is None:
                raise DocumentError(
                    f"the byte order mark says {encoding}, but {_place(data, encoding, len(mark))}"
                )
            return text, encoding
    return None


def _utf_16_without_mark(data: bytes) -> tuple[str, str] | None:
    """The reading of the two that is text; None when neither is. Other encodings hold no NUL bytes."""
    readings = {encoding: _strictly(data, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    outside = {encoding: _share_outside(text[:SAMPLE]) for encoding, text in readings.items() if text}
    best = min(outside, key=outside.get, default="")
    return (readings[best], best) if best and outside[best] <= MOST_OUTSIDE else None


def _share_outside(text: str) -> float:
    return len(OUTSIDE_TEXT.findall(text)) / len(text)


def _place(data: bytes, encoding: str, skip: int = 0) -> str:
    """Where the bytes stop obeying an encoding, for a person."""
    try:
        data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skip
        line = data.count(b"\n", 0, at) + 1
        return f"byte {at + 1:,} (line {line:,}) is not {encoding}"
    return f"the text is not {encoding}"


def _refuse_binary(data: bytes):
    for magic, what in BINARY_MAGIC.items():
        if data.startswith(magic):
            raise DocumentError(f"this is {what}, not text")
    found = CONTROLS.findall(data)
    most = MOST_CONTROLS * len(data)
    if (len(found) > max(2, most) or found.count(b"\0") > most) and not _is_text_of_a_pdf(data):
        at = CONTROLS.search(data).start()
        raise DocumentError(f"binary data, not text: control byte 0x{data[at]:02x} at byte {at + 1:,}")


def _is_text_of_a_pdf(data: bytes) -> bool:
    text = _strictly(data, "utf-8")
    return bool(text) and _share_outside(text) <= MOST_CONTROLS_IN_TEXT


def _refuse_seven_bits(data: bytes):
    """Chinese written in ASCII letters for the mail of the nineties; read as ASCII it is mojibake.

    Browsers read neither, because pages hid scripts so (WHATWG Encoding Standard).
    """
    if not data.isascii():
        return
    for name, codec, run in SEVEN_BITS:
        runs = "".join(text for match in run.findall(data[:SAMPLE]) if (text := _strictly(match, codec)))
        if len(runs) >= LEAST_IN_RUNS and plausibility(runs, "gb18030") >= LEAST_PLAUSIBLE:
            raise DocumentError(f"this is text in {name}, which is no longer read; save it as UTF-8")


def _declared(data: bytes, content_type: str) -> list[str]:
    """Encodings that the server or the page names, as Python knows them; unknown names are left out."""
    names = re.findall(r"charset\s*=\s*[\"']?([\w.:\-]+)", content_type, re.IGNORECASE)
    if match := DECLARED.search(data[:HEAD_BYTES]):
        names.append((match[1] or match[2]).decode("ascii"))
    return [encoding for name in names if (encoding := _known(name))]


def _known(name: str) -> str | None:
    """Python's name of a text encoding; None for unknown ones, and for UTF-16, which shows itself."""
    name = WIDER.get(name.lower(), name)
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    return codec.name if codec._is_text_encoding and not codec.name.startswith("utf-16") else None


def _strictly(data: bytes, encoding: str) -> str | None:
    """The text, None when any byte disobeys; a UTF-8 character cut off at the very end is dropped."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if (
            encoding == "utf-8"
            and error.reason == "unexpected end of data"
            and len(data) - error.start < 4
            and error.start
        ):
            return data[: error.start].decode(encoding)
        return None
    except UnicodeError:
        return None


def _is_believable(text: str, encoding: str) -> bool:
    """A one-byte encoding accepts any bytes, so a declared one is believed only where it gives words."""
    if encoding in ("utf-8", "ascii") or text.isascii():
        return True
    if encoding in ("cp1252", "latin-1", "iso8859-1"):
        return not re.search(r"[\u0080-\u00ff\u0152-\u0178]{4}", text)
    return plausibility(text[:SAMPLE], encoding) >= LEAST_PLAUSIBLE


def _by_plausibility(data: bytes) -> Decoded | None:
    """The most plausible reading of bytes that are not UTF-8, None when none is plausible."""
    readings = {encoding: text for encoding in CANDIDATES if (text := _strictly(data, encoding)) is not None}
    scores = {encoding: plausibility(text[:SAMPLE], encoding) for encoding, text in readings.items()}
    best = max(scores, key=scores.get, default="")
    return _checked(readings[best], best) if best and scores[best] >= LEAST_PLAUSIBLE else None


def _despite_losses(data: bytes, content_type: str) -> Decoded:
    """A reading as declared, or as UTF-8, in which a few bytes are broken and leave a mark each."""
    for encoding in (*_declared(data, content_type), "utf-8"):
        text = data.decode(encoding, "replace")
        lost = text.count(LOST)
        if lost * TEXT_PER_LOSS <= len(text) and _is_believable(text.replace(LOST, ""), encoding):
            line = _line(text, text.index(LOST))
            warning = (
                f"Broken bytes: {lost:,} of {len(text):,} characters cannot be read, first on line {line}."
            )
            return replace(_checked(text, encoding), warnings=(warning,))
    raise DocumentError(_unreadable(data))


def _unreadable(data: bytes) -> str:
    tried = ", ".join(CANDIDATES)
    return f"unknown or mixed encoding: {_place(data, 'utf-8')}, and the whole is not readable as {tried}"


def plausibility(text: str, encoding: str) -> float:
    """How much a text reads like what its encoding is used for, from -1 to 2; 2 for plain ASCII.

    The share of its other characters that are in everyday use, less the share of those that no such text
    holds (private use, other scripts), plus the share of the very frequent ones.
    """
    foreign = [char for char in text if char > "\x7f" and not char.isspace()]
    if not foreign:
        return 2.0
    everyday, frequent = everyday_characters(encoding), _frequent(encoding)
    strange = sum(char not in everyday and not "\u4e00" <= char <= "\u9fff" for char in foreign)
    usual = sum((char in everyday) + (char in frequent) for char in foreign)
    return (usual - strange) / len(foreign)


@lru_cache(maxsize=len(CANDIDATES) + 1)
def everyday_characters(encoding: str) -> frozenset[str]:
    """What texts in an encoding are made of: the first level of its standard, kana, marks."""
    charset, first, last = LEVELS.get(encoding, LEVELS["gb18030"])
    kana = (chr(code) for code in range(0x3041, 0x3100)) if encoding in ("cp932", "euc_jp") else ()
    traditional = _rows(*LEVELS["big5hkscs"]) if encoding == "gb18030" else ()  # GBK holds both scripts
    return frozenset(_rows(charset, first, last)).union(kana, traditional, MARKS_OF_PRINT)


@lru_cache(maxsize=len(CANDIDATES) + 1)
def _frequent(encoding: str) -> frozenset[str]:
    if encoding == "cp949":
        return frozenset(FREQUENT_HANGUL)
    kana = FREQUENT_KANA if encoding in ("cp932", "euc_jp") else ""
    folded = frozenset(fold(FREQUENT_HAN))
    return frozenset(char for char in everyday_characters(encoding) if fold(char) in folded) | frozenset(kana)


def _rows(charset: str, first: int, last: int) -> str:
    """The characters whose lead byte is between first and last."""
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in range(0x40, 0xFF))
    return "".join(pair.decode(charset, "ignore") for pair in pairs)


def _checked(text: str, encoding: str) -> Decoded:
    """The text with its newlines made one kind, refused where it shows that it was decoded wrongly before."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = CONTROL_CHARACTERS.sub("", text)
    if not text.strip():
        raise DocumentError("the document is empty")
    _refuse_twice_encoded(text)
    _refuse_lost_characters(text)
    return Decoded(text, encoding)


def _refuse_twice_encoded(text: str):
    """Text that was decoded wrongly before it was stored: å¤–äº¤, 澶栦氦 or ¥~¥æ for 外交."""
    foreign = "".join(FOREIGN.findall(text))
    accents = ACCENTS_IN_A_ROW.findall(text)
    sample = foreign[:SAMPLE]
    misread = next(
        (encoding for encoding in MISREAD_AS if _share_undone(sample, encoding) > LEAST_UNDONE), None
    )
    if misread or sum(map(len, accents)) > len(foreign) / 2 > 0:
        at = FOREIGN.search(text).start()
        was = f"UTF-8 read as {misread}" if misread else "East Asian text read as Latin-1"
        raise DocumentError(f"encoded twice: “{text[at : at + 6]}” on line {_line(text, at)} is {was}")


def _share_undone(foreign: str, encoding: str) -> float:
    """How much of a text becomes East Asian when it is taken back to bytes and read as UTF-8."""
    data = foreign.encode(encoding, "ignore")
    undone = sum(map(len, EAST_ASIAN.findall(data.decode("utf-8", "ignore"))))
    return undone * 3 / max(len(data), len(foreign), LEAST_FOREIGN)


def _refuse_lost_characters(text: str):
    """Replacement characters say that letters were lost before; a handful of them may be printed."""
    lost = text.count(LOST)
    if lost > 3 and lost * TEXT_PER_LOSS > len(text):
        at = text.index(LOST)
        raise DocumentError(
            f"{lost:,} characters were lost in an earlier conversion, the first on line {_line(text, at)}"
        )


def _line(text: str, at: int) -> str:
    return f"{text.count(chr(10), 0, at) + 1:,}"
