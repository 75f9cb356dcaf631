"""Writes numerals of known worth, by rules that share nothing with the grammar that reads them."""

from fractions import Fraction

PLAIN, FORMAL = "零一二三四五六七八九", "零壹貳叁肆伍陸柒捌玖"
GROUPS = ["", "萬", "億", "兆"]
ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ENGLISH_GROUPS = ["", " thousand", " million", " billion", " trillion"]
ENDINGS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def full(value: int, digits: str = PLAIN, scales: str = "十百千") -> str:
    """三萬五千零二十"""
    if not value:
        return digits[0]
    written, gap = "", False
    for power in range(len(GROUPS) - 1, -1, -1):
        group = value // 10 ** (4 * power) % 10**4
        if not group:
            gap = bool(written)
            continue
        if written and (gap or group < 1000):
            written += digits[0]
        written += _group(group, digits, scales) + GROUPS[power]
        gap = False
    if written.startswith(digits[1] + scales[0]) and digits is PLAIN:
        return written[1:]  # 十五, not 一十五
    return written


def _group(group: int, digits: str, scales: str) -> str:
    written, gap = "", False
    for power in (3, 2, 1, 0):
        digit = group // 10**power % 10
        if digit:
            written += (digits[0] if gap and written else "") + digits[digit]
            written += scales[power - 1] if power else ""
        gap = not digit
    return written


def formal(value: int) -> str:
    """叁萬伍仟零貳拾"""
    return full(value, FORMAL, "拾佰仟")


def mixed(value: int) -> str:
    """1億2000萬, 3萬5020"""
    groups = [(value // 10 ** (4 * power) % 10**4, GROUPS[power]) for power in (3, 2, 1, 0)]
    return "".join(f"{group}{name}" for group, name in groups if group) or "0"


def short_tail(digit: int, tail: int, scale: str) -> tuple[str, int]:
    """三萬五 and what it is worth"""
    worth = {"百": 100, "千": 1000, "萬": 10**4, "億": 10**8}[scale]
    return f"{PLAIN[digit]}{scale}{PLAIN[tail]}", digit * worth + tail * worth // 10


def point(whole: int, decimals: str, scale: str) -> tuple[str, int | Fraction]:
    """十二點三四億 and what it is worth"""
    worth = {"萬": 10**4, "億": 10**8, "兆": 10**12, "個": 1}[scale]
    printed = f"{full(whole)}點{''.join(PLAIN[int(digit)] for digit in decimals)}{scale}"
    return printed, (whole + Fraction(int(decimals), 10 ** len(decimals))) * worth


def english(value: int) -> str:
    """three million five hundred and twelve thousand and six"""
    if not value:
        return "zero"
    groups = [(value // 1000**power % 1000, ENGLISH_GROUPS[power]) for power in (4, 3, 2, 1, 0)]
    written = [_below_a_thousand(group) + name for group, name in groups if group]
    joined_by_and = " and " if 0 < value % 1000 < 100 and value > 1000 else " "
    return " ".join(written) if len(written) == 1 else " ".join(written[:-1]) + joined_by_and + written[-1]


def _below_a_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    written = f"{ONES[hundreds]} hundred" if hundreds else ""
    if not rest:
        return written
    tens, ones = divmod(rest, 10)
    small = ONES[rest] if rest < 20 else TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    return f"{written} and {small}" if written else small


def ordinal(value: int) -> str:
    """twenty-first, one hundred and ninth"""
    before, mark, last = _parted(english(value))
    ending = ENDINGS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return before + mark + ending


def _parted(words: str) -> tuple[str, str, str]:
    at = max(words.rfind(" "), words.rfind("-"))
    return (words[:at], words[at], words[at + 1 :]) if at >= 0 else ("", "", words)
