"""What a number counts, in which currency, and how exactly; and one worth in another unit."""

import re
from fractions import Fraction
from functools import lru_cache

# A unit in the table keeps 48 hours from bearing 48 days out; what is not in it is compared by worth alone.
# Behind some units stand the words that make another thing of them: 年代, 日本, 點名. They ask folded
# text, in which 里 is 哩 and 具 is 俱.
# What has points that nobody scores.
_OF_POINTS = "statement|declaration|communiqu|plan|program|proposal|agenda|list|roadmap|agreement|document"
# Behind a number 分 begins minutes and words of its own as well.
NO_POINTS = r"(?![钟间之秒析别割子母公店局行支成部布享配散手歧寸量会期类批层级数开为辨红摊流句内]|\d\d?秒)"
UNITS = [
    (
        "point",
        r"\s?(?:个?百分点|퍼센트\s?포인트|%\s?포인트|%p(?![a-z])|(?:percentage|percent|per\scent|%)[\s-]points?(?![a-z]))",
    ),
    ("basis_point", r"\s?(?:个?基点|bps?(?![a-z])|ベーシスポイント)|[\s-]basis\spoints?(?![a-z])"),
    ("score", rf"分{NO_POINTS}|[\s-]points?(?![a-z])(?!\s(?:{_OF_POINTS}))|\s?포인트"),
    ("percent", r"\s?(?:%|厘(?![米清定])|percent(?:age)?|per\scent|pct(?![a-z])|퍼센트)"),
    ("age", r"\s?[多余几]?(?:岁|세(?![가-힣]))|[\s-]years?[\s-]old(?![a-z])"),
    (
        "year",
        r"\s?[多余几]?(?:个?年(?!代|级|度|初|中|底|末|前夕)|周年|주년|载(?![重客人货俱体荷运有着入])|years?(?![a-z])|개?년(?!대))"
        r"|[\s-](?:years?|anniversar(?:y|ies))(?![a-z])",
    ),
    ("month", r"\s?[多余几]?(?:个?多?月|개월|か月|ヶ月|カ月)|[\s-]months?(?![a-z])"),
    ("week", r"\s?[多余几]?(?:个?星期|周(?!年|边)|个?礼拜|주(?!년)일?)|[\s-]weeks?(?![a-z])"),
    (
        "day",
        r"\s?[多余几]?(?:个?工作[日天]|天(?!皇|下|然)|日(?!本|元|圆|韩|军|方|币)|일)|[\s-]days?(?![a-z])",
    ),
    ("hour", r"\s?[多余几]?(?:个?小时|个?钟头|个钟|时间|시간)|[\s-]hours?(?![a-z])"),
    ("minute", r"\s?[多余几]?(?:分钟|分间|分(?=\d\d?秒)|분)|[\s-](?:minutes?|mins?)(?![a-z])"),
    ("second", r"\s?秒|[\s-]seconds?(?![a-z])"),
    ("quarter", r"\s?个季度?"),
    ("decade", r"[\s-]decades?(?![a-z])"),
    ("century", r"\s?个?世纪|[\s-]centur(?:y|ies)(?![a-z])"),
    ("fortnight", r"[\s-]fortnights?(?![a-z])"),
    ("dozen", r"[\s-]dozens?(?![a-z])"),
    ("clock", r"(?:点(?!名|出|明|头|子|滴)|时(?!间|代|期))|:\d\d|\s?[ap]\.?m(?![a-z])"),
    ("tonne", r"\s?(?:公?吨|톤|トン)|[\s-]ton(?:ne)?s?(?![a-z])"),
    ("kilogram", r"\s?(?:公斤|千克|킬로그램|kg(?![a-z]))|[\s-]kilo(?:gram(?:me)?)?s?(?![a-z])"),
    (
        "nanometre",
        r"\s?(?:奈米|纳米|나노미터|나노|ナノ(?:メートル)?|nm(?![a-z]))|[\s-]nanomet(?:re|er)s?(?![a-z])",
    ),
    ("micrometre", r"\s?(?:微米|마이크로미터|㎛|μm)|[\s-](?:micromet(?:re|er)|micron)s?(?![a-z])"),
    (
        "square_kilometre",
        r"\s?(?:平方(?:公哩|千米|km(?![a-z])|キロ(?:メートル)?)|제곱킬로미터|㎢)|[\s-](?:square[\s-]kilomet(?:re|er)s?|sq\.?\skm)(?![a-z])",
    ),
    ("hectare", r"\s?(?:公顷|헥타르|ヘクタール)|[\s-](?:hectares?|ha)(?![a-z])"),
    (
        "square_metre",
        r"\s?(?:平方(?:公尺|米|m(?![a-z])|メートル)|제곱미터|㎡)|[\s-]square[\s-]met(?:re|er)s?(?![a-z])",
    ),
    ("kilometre", r"\s?(?:公哩|千米|㎞|km(?![a-z]))|[\s-]kilomet(?:re|er)s?(?![a-z])"),
    ("nautical_mile", r"\s?(?:海哩|浬|해리)|[\s-]nautical\smiles?(?![a-z])"),
    ("mile", r"\s?(?:英哩|마일)|[\s-]miles?(?![a-z])"),
    ("metre", r"\s?(?:公尺|(?<!千)米(?![\u4e00-\u9fff])|미터)|[\s-]met(?:re|er)s?(?![a-z])"),
    ("term", r"\s?(?:届|任(?!务|何|命|期|职|内))|[\s-]terms?(?![a-z])"),
    (
        "fold",
        r"\s?倍(?![增感受数])|\s?배(?![우경치달정])|-?fold(?![a-z])|[\s-]times\s(?:as|the|its|more|larger|higher|bigger)(?![a-z])",
    ),
    ("time", r"\s?次|[\s-]times?(?![a-z])"),
    (
        "person",
        r"\s?[多余几]?(?:人次|个?人(?!次|民|均|权|选|士|口|化|资|信|隐|主)|名(?!单|义|字)|명)|[\s-](?:people|persons?)(?![a-z])",
    ),
]
# The two previous years: a word between the number and its unit. A million last year are no years.
_WORDS_BETWEEN = "consecutive|straight|successive|full|more|further|additional|working|business|calendar"
_BEFORE_MANY = "previous|past|last|next|coming"
BETWEEN = rf"(?:\s(?:(?:{_WORDS_BETWEEN})(?=\s)|(?:{_BEFORE_MANY})(?=\s[a-z]{{2,9}}s(?![a-z]))))?"
UNIT = re.compile(BETWEEN + "(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in UNITS) + ")")

# What is counted one by one, with the counter of each language. English names it behind a few other words:
# six used destroyers, 18 Chinese military aircraft. 国, 机 and 轮 begin words of their own behind a number.
THINGS = [
    (
        "ship",
        r"\s?(?:艘(?!次)|척(?![결추])|只(?![有是能会要在]))",
        "ships?|warships?|vessels?|boats?|destroyers?|frigates?|submarines?",
    ),
    (
        "aircraft",
        r"\s?(?:架次?|机(?![构场关会器制能票械师群密动遇]))",
        "aircraft|planes?|jets?|warplanes?|fighters?|bombers?|sorties|helicopters?|drones?",
    ),
    (
        "country",
        r"\s?(?:个?(?:[カか]|ヶ)?国(?![际会防内民籍务军产土立道王安旗语企集台地共])|개국)",
        "countries|nations",
    ),
    ("round", r"\s?(?:轮(?![船胎流值椅廓到])|라운드)", "rounds?"),
    ("vote", r"\s?(?:票(?![价房据选])|표(?![정현준시결]))", "votes?"),
    ("seat", r"\s?(?:席(?![位次卷间])|석(?![유방탄]))", "seats?"),
]
# None of these stands between a number and what it counts.
_NO_ADJECTIVE = (
    "and|or|of|in|on|at|to|for|from|with|by|as|per|an?|the|is|are|was|were|ha[sd]|have|that|who|but|out"
)
THING_BEHIND = re.compile(
    "|".join(f"(?P<{name}>{counter})" for name, counter, _ in THINGS)
    + rf"|(?:\s(?!(?:{_NO_ADJECTIVE})\s)(?:[a-z]\.){{0,3}}(?:[a-z][a-z0-9'’-]{{0,20}}|(?<=\.))){{0,3}}?[\s-]"
    + "(?:"
    + "|".join(f"(?P<{name}_>{nouns})" for name, _, nouns in THINGS)
    + ")(?![a-z])"
)

# Codes (ISO 4217), what is printed before the number, what behind it. A bare sign may be that of several.
CURRENCIES = [
    ("USD", r"us\$|usd|美金", r"us\sdollars?|美元|[元圆]?美金|달러|米ドル"),
    ("TWD", r"nt\$|twd|新台币|台币", r"[元圆]?新?台币|(?:(?:new\s)?taiwan|nt)\sdollars?"),
    ("HKD", r"hk\$|hkd|港币", r"港元|[元圆]?港币|hong\skong\sdollars?"),
    ("AUD", r"a\$|aud|澳币", r"澳元|澳币|australian\sdollars?"),
    ("CAD", r"ca?\$|cad|加币", r"加元|加币|canadian\sdollars?"),
    ("SGD", r"s\$|sgd|新币|坡币", r"新元|坡元|新币|坡币|singapore\sdollars?"),
    ("JPY", r"jpy|日币", r"japanese\syen|yen|日元|日圆|日币|엔(?:을|이|의|에|으로|은)?(?![가-힣])"),
    ("CNY", r"rmb|cny|人民币", r"yuan|renminbi|[元圆]?人民币"),
    ("EUR", r"€|eur", r"€|euros?|欧元|유로"),
    ("GBP", r"£|gbp", r"pounds?(?:\ssterling)?|英镑"),
    ("KRW", r"₩|krw|韩币", r"won|韩元|韩圆|韩币|원(?:을|이|의|에|으로|은)?(?![가-힣])"),
    ("RUB", r"₽|rub", r"rou?bles?|卢布"),
    ("INR", r"₹|inr", r"rupees?|卢比"),
    ("JPY CNY", r"[¥￥]", ""),
    ("THB", r"฿|thb", r"baht|泰铢"),
    ("PHP", r"₱|php", r"pesos?|披索|比索"),
    # An amount of Taiwan is never printed with a bare sign for other readers.
    ("USD HKD AUD CAD SGD NZD", r"\$", r"dollars?"),
    ("TWD CNY HKD USD AUD CAD SGD NZD JPY KRW", "", r"[元圆](?!首|旦|月|年|老|宝|桌|满|形|圈)"),
]


def _named(column: int) -> str:
    patterns = [(at, row[column]) for at, row in enumerate(CURRENCIES) if row[column]]
    return "|".join(f"(?P<c{at}>{pattern})" for at, pattern in patterns)


CURRENCY_BEFORE = re.compile(rf"(?<![a-z])(?:{_named(1)})\s?$")
CURRENCY_BEHIND = re.compile(rf"[多余]?[\s-]?(?:{_named(2)})(?![a-z0-9])")
# With what a sign ends, or the gap behind it: before most numbers nothing need be looked for.
_SIGNS = [sign for row in CURRENCIES for sign in re.findall(r"[^|\[\]]+", row[1])]
ENDS_OF_SIGNS = frozenset("¥ ").union(sign[-1] for sign in _SIGNS)
LONGEST_CURRENCY = 4  # characters of "nt$ " and "人民幣 " before a number
AGED_BEFORE = re.compile(r"(?<![a-z])aged\s$")

# What says that a number is not exact; its currency may stand between. 不超過 begins before 超過, so it wins.
ROUNDED = re.compile(
    r"(?:(?P<over>逾|超过|超过了|突破|破|达|高达|多达|至少|上"
    r"|over|above|more\sthan|at\sleast|(?<!the\s)past|pass(?:ed|es)|top(?:ped|s)|beyond|surpass(?:ed|es)|exceed(?:s|ed|ing)?)"
    r"|(?P<under>(?<!最)近|将近|接近|最多|不到|不足|未满|不超过|不逾"
    r"|nearly|almost|below|just\sshort\sof|(?:less|fewer|no\smore)\sthan|under|up\sto|close\sto|at\smost)"
    r"|(?P<about>约|大约|大概|左右|概|about|around|roughly|approximately|some|an?\sestimated|circa))"
    r"\s?(?:an?\s)?[¥$€£￥]?\s?(?:us\$|nt\$)?$"
)
# 不到前年同期的六成: what the number is of stands between.
ROUNDED_OF = re.compile(
    r"(?:(?P<under>不到|不足|未达|低于)|(?P<over>超过|高于|逾))[^，,。；;、不逾超]{2,14}的$"
)
LONGEST_OF = 19  # characters of it
# With what such words end, and what may stand behind them.
ENDS_OF_ROUNDING = re.compile(r"[逾过了破达多少上近最到足满约概右a-z\s¥$€£￥]")
MORE_BEHIND = re.compile(r"\s?[多余来]|\splus(?![a-z])|\sodd(?![a-z])|\+")
LONGEST_BEFORE = 19  # characters of "approximately a us$"

# 5兆瓦 is five megawatts, 3千米 three kilometres or thousands of metres.
PREFIX_OF_UNIT = re.compile(r"(?<=[千兆])(?=瓦|赫|帕|焦|伏|米|克|卡|字节|位元)")
WORTH_OF_PREFIX = {"千": 10**3, "兆": 10**12}
# 240萬千瓦 and 百萬瓦 by the thousand: 2,400 megawatts and 2.4 gigawatts, all are compared in kilowatts.
POWER = re.compile(
    r"[\s-]?(?:(?P<mega>megawatts?|mw(?![a-z])|㎿|兆瓦|메가와트|メガワット)|(?P<giga>gigawatts?|gw(?![a-z])|吉瓦|기가와트|ギガワット)"
    r"|(?P<mega_read>(?<=兆)瓦)|(?P<watt>(?<=[百千万亿])瓦(?!特|解|斯|房|片)))"
)
# 兆 has been read as a million million there.
KILOWATTS = {"watt": Fraction(1, 10**3), "mega": 10**3, "giga": 10**6, "mega_read": Fraction(1, 10**9)}


LAST_HOUR = 24


def unit_of(text: str, start: int, end: int) -> tuple[str, int]:
    """The unit of a number from start to end and where the unit ends; ("", end) when none is known."""
    if match := UNIT.match(text, end):
        return match.lastgroup, match.end()
    if match := THING_BEHIND.match(text, end):
        is_next = text[end : match.end()].count(" ") < 2
        return match.lastgroup.rstrip("_"), match.end() if is_next else end
    return ("age" if AGED_BEFORE.search(text, max(0, start - 5), start) else ""), end


def currencies_of(text: str, start: int, end: int) -> tuple[frozenset[str], int]:
    """The currencies that a number from start to end may be in, and where the currency's name ends."""
    if text[start - 1 : start] in ENDS_OF_SIGNS:
        before = CURRENCY_BEFORE.search(text, max(0, start - LONGEST_CURRENCY), start)
        if before:
            return _codes(before), end
    behind = CURRENCY_BEHIND.match(text, end)
    return (_codes(behind), behind.end()) if behind else (frozenset(), end)


def _codes(match: re.Match) -> frozenset[str]:
    return frozenset(CURRENCIES[int(match.lastgroup[1:])][0].split())


def rounding(text: str, start: int, end: int) -> str:
    """How a number from start to end is rounded: "about", "over", "under" or "" when nothing says so."""
    if MORE_BEHIND.match(text, end):
        return "over"
    if ENDS_OF_ROUNDING.match(text, max(0, start - 1), start):
        before = ROUNDED.search(text, max(0, start - LONGEST_BEFORE), start)
        if before:
            return before.lastgroup
    if text.startswith("的", start - 1) and (
        of := ROUNDED_OF.search(text, max(0, start - LONGEST_OF), start)
    ):
        return of.lastgroup
    return "about" if text.startswith(("左右", "上下"), end + 1) else ""


@lru_cache(maxsize=4096)  # texts count the same few numbers
def converted(value: int | Fraction, unit: str) -> frozenset[int | Fraction]:
    """A worth with what it comes to in the units that another text may count in."""
    if unit not in CONVERTED:
        return frozenset([value])
    others = frozenset(CONVERTED[unit](value))
    return others if unit in NEVER_BESIDE else others | {value}


NEVER_BESIDE = ("decade", "dozen")  # no other text has the number itself


def _is_part(value) -> bool:
    """Small or broken enough to be told in the smaller unit: 1½ years are 18 months."""
    return value <= 3 or value.denominator > 1


CONVERTED = {
    "square_kilometre": lambda value: {100 * value},
    "hectare": lambda value: {Fraction(value) / 100, 10**4 * value},
    "basis_point": lambda value: {Fraction(value) / 100},
    "year": lambda value: {12 * value} if _is_part(value) else set(),
    "month": lambda value: {Fraction(value) / 12} if value % 6 == 0 else set(),
    "quarter": lambda value: {3 * value, Fraction(value) / 4},
    "week": lambda value: {7 * value} if value <= 4 else set(),
    "day": lambda value: (
        ({24 * value} if value <= 3 else set())
        | ({Fraction(value) / 7} if value % 7 == 0 and value <= 28 else set())
    ),
    "hour": lambda value: {60 * value} if _is_part(value) else set(),
    "minute": lambda value: {Fraction(value) / 60} if value % 15 == 0 else set(),
    "fortnight": lambda value: {2 * value, 14 * value},
    "dozen": lambda value: {12 * value},
    "decade": lambda value: {10 * value},
    "century": lambda value: {100 * value},
    "clock": lambda value: {value + 12, value - 12},
}
