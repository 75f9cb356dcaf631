"""The shapes of numerals in a folded text, from which the other patterns are made. All are linear."""

import re

from articles.text.quantities.tables import (
    ENGLISH_ORDINALS,
    ENGLISH_SCALES,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    FORMAL_DIGITS,
    HAN_DIGITS,
    SCALES,
    SHORT_SCALES,
)

S = "".join(SCALES)
H = "".join(HAN_DIGITS) + "廿卅卌"
# No quantity has more digits; a row without an end would cost more than its length.
DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])(?:\.[0-9]{1,30})?|[0-9]{1,40}(?:\.[0-9]{1,30})?)"
HAN = rf"(?!百分点)[{H}{S}]{{1,40}}"
# 一點五億, 三點五個; three o'clock is 三點, 三點五十分 or 三點一刻, and behind 九點一 may stand 直.
DECIMAL_HAN = (
    rf"[{H}十]{{1,12}}点[{H}]{{1,30}}(?:(?:[万亿兆]{{1,2}}|[百千][万亿])(?!一)"
    rf"|(?![{S}分刻钟直些起定样般致整后]))"
)
# 壹仟貳佰, 伍萬元: 伍 and 陸 are names, hence one of the others or the money has to be among the first.
FORMAL = (
    rf"(?<!大)(?=[伍陆零{S}]{{0,8}}[壹贰叁肆柒捌玖拾佰仟]|[伍陆][{S}]{{1,3}}[元圆])"
    rf"[{FORMAL_DIGITS}][{FORMAL_DIGITS}零拾佰仟{S}]{{1,40}}"
)
# A minus stands behind a gap, or before degrees: 氣溫-3度.
# 3萬5千, 三千萬, 3萬5, 3 萬 5 千: digits behind a gap belong to the number if a scale follows them.
# A look at one character spares the search most places of a text.
NUMERAL = re.compile(
    rf"(?=[-0-9{H}{S}{FORMAL_DIGITS}])(?P<sign>(?<![^\s(])-(?=[0-9])|(?<=[\u4e00-\u9fff])-(?=[0-9.]{{1,6}}\s?[度°]))?"
    rf"(?:{DECIMAL_HAN}|{FORMAL}"
    rf"|(?:{DIGITS}|{HAN})(?:[ ]?[{S}]{{1,4}}(?:[ ]?{DIGITS}(?=[ ]?[{S}])|{DIGITS}|[{H}]{{1,8}})?){{0,8}})"
)
SCALE_WORD = "|".join(["hundred", *ENGLISH_SCALES, "mn", "bn", "tn"])
# 3 million, 5m, $7bn: km and m/s are units.
SCALE_BEHIND = re.compile(
    rf"[\s-]?({'|'.join([*ENGLISH_SCALES, *sorted(SHORT_SCALES, key=len, reverse=True)])})(?![a-z/\d])"
)
ORDINAL_BEHIND = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
# 9カ国目, 10回目, 두 번째, 66개월째
TURN_BEHIND = re.compile(r"\s?(?:[가-힣]{0,3}째|[カかヶ]?[\u4e00-\u9fff]{1,2}目(?![标的前录光睹击]))")
_WORD = "|".join(
    sorted(
        [*ENGLISH_UNITS, *ENGLISH_TENS, "hundred", *ENGLISH_SCALES, *ENGLISH_ORDINALS], key=len, reverse=True
    )
)
# Han characters are letters too: \b would not see an English word beside them.
ENGLISH_NUMBER = re.compile(
    rf"(?<![a-z])(?:{_WORD})(?:[\s-]{{1,3}}(?:and\s|point\s)?(?:{_WORD}))*(?:(?=fold(?![a-z]))|(?![a-z]))"
)
# one and a half million; a million and a half
AND_A_PART = re.compile(
    rf"(?:\sand\sa\s|-and-a-)(?P<part>half|quarter|third)(?:\s(?P<scale>{SCALE_WORD}))?(?![a-z])"
)
