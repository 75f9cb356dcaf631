"""What single words and characters of numbers and dates are worth: the only table of each.

All words are folded (scripts.fold): full-width digits are plain, 萬 is 万, 點 is 点, English is lower case.
"""

COUNTED_DIGITS = "一二三四五六七八九"
# 壹貳 are written on cheques, ○ and 零 for nought; 参 is left out, as it hardly ever means three.
HAN_DIGITS = {char: value for value, char in enumerate(f"〇{COUNTED_DIGITS}")} | {"零": 0, "○": 0, "两": 2}
FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖"
SMALL_SCALES = {"十": 10, "百": 100, "千": 1000}
LARGE_SCALES = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCALES = SMALL_SCALES | LARGE_SCALES
# Other characters → what they are written for.
WRITTEN_FOR = dict(zip(f"{FORMAL_DIGITS}拾佰仟", f"{COUNTED_DIGITS}十百千", strict=True))
WRITTEN_FOR |= {"廿": "二十", "卅": "三十", "卌": "四十"}
KOREAN_SCALES = {"십": "十", "백": "百", "천": "千", "만": "万", "억": "亿", "조": "兆"}
# Korean's own numerals as they stand before what is counted: 열아홉 번째, 스물다섯 명.
KOREAN_TENS = {
    "": 0,
    "열": 10,
    "스물": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
KOREAN_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}

ENGLISH_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
ENGLISH_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_IRREGULAR = {
    "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine",
    "twelfth": "twelve",
}  # fmt: skip
ENGLISH_ORDINALS = _IRREGULAR | {
    (word[:-1] + "ieth" if word.endswith("y") else word + "th"): word
    for word in [*ENGLISH_UNITS, *ENGLISH_TENS, "hundred", *ENGLISH_SCALES]
    if word not in _IRREGULAR.values()
}

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
# English weekdays by their first three letters; Han ones behind 星期, Japanese and Korean before 曜 and 요일.
HAN_WEEKDAYS = "一二三四五六日天"
NO_WEEKDAY = "(?![班趟次])"  # 每週四班 are four a week
_LATIN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS = (_LATIN, HAN_WEEKDAYS[:7], "月火水木金土日", "월화수목금토일")
WEEKDAYS = {sign: number for signs in _WEEKDAYS for number, sign in enumerate(signs)} | {"天": 6}
# The year before an era's first (令和元年 is 2019). Source: the calendars of Taiwan and Japan.
ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
LATIN_ERAS = {"reiwa": 2018, "heisei": 1988, "showa": 1925, "taisho": 1911, "meiji": 1867, "minguo": 1911}

# For patterns: whatever a day or a month may be printed with.
HAN_NUMERALS = "".join(HAN_DIGITS) + "".join(SMALL_SCALES) + "廿卅"
# A month whole or by its first three letters; September by four as well.
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS).replace("sep(?:", "sept?(?:")
MONTH_NAME = f"(?:{_NAMES})"


def month_of(name: str) -> int:
    """A month by its English name or what a text prints of it: "Sept" is 9."""
    return next(number for month, number in MONTHS.items() if month.startswith(name[:3].lower()))
