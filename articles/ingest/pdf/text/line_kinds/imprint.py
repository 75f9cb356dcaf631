"""What a publication prints of itself: its addresses, numbers and rights, where journals file an article."""

import re

from articles.ingest.plain.segment import Segment

# Where a house is: its telephone, its post code, its street. Authors have addresses as well.
TELEPHONE = re.compile(
    r"(?:電話|电话|傳真|传真|전화|팩스|(?<!\w)(?:tel|telephone|fax|phone)(?!\w))\s?[.:：)）]{0,2}\s?[+(（]?\d",
    re.IGNORECASE,
)
STREET = re.compile(
    r"〒\s?\d{3}|\d{1,5} (?:[A-Z][\w’'.-]{0,30} ){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Boulevard|Square|Drive)(?:,[^.。]{0,60})?$"
    r"|\d{3,6}\s?[^\W\d]{2,3}[市縣县][^，。]{2,24}[路街道巷段]\s?[^，。]{0,12}\d{1,5}\s?[號号][^，。]{0,12}$"
)
# A line that says who brings a publication out: 발행처 某所　발행인 某人, 發行人：某
PUBLISHER = re.compile(
    r"(?:발행[처인소]|편집인|펴낸\s?[곳이]|發行[人所]|发行[人所]|出版[者社]|編集・?発行|発行[者所元人])(?:\s?[:：]\s?|\s{1,9})\S.{0,80}"
    r"|(?:published by|publisher|editors?(?:-in-chief)?)\s?[:：]\s?\S.{0,80}"
    r"|(?:(?:prepared|commissioned) for|(?:sponsored|commissioned|funded) by|approved for public release"
    r"|for more information (?:on|about)) ?.{0,120}",
    re.IGNORECASE,
)
# A line that is nothing but an address on the net.
NET_ADDRESS = re.compile(
    r"(?:(?:e-?mail|web(?:site)?|電子郵件|电子邮件|이메일)\s?[:：]?\s?)?"
    r"(?:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:https?://|www\.)[!-~]{1,120})",
    re.IGNORECASE,
)
CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]|\d{3,4}[-–]?\d{3}|(?<!\d)\d{5}(?!\d)")
# The number of a book, of an article, of a report in its series; of a newspaper, with how many pages it has.
NUMBER = re.compile(
    r"国内统一(?:连续出版物号|刊号).{0,60}|.{0,40}\bCN ?\d\d-\d{4}\b.{0,60}|[邮郵][发發]代[号號].{0,60}"
    r"|.{0,60}(?:今[日天]|本[期报報])\s?(?:共\s?)?\d{1,3}\s?版.{0,20}"
    r"|[ep]?-?IS[BS]N\b[^.。]{0,60}|(?:doi\s?[:：]\s?|https?://(?:dx\.)?doi\.org/)10\.[!-~]{1,100}"
    r"|(?:[a-z][\w’&-]{0,30} ){0,4}(?:report|paper|brief|bulletin|series|note)s?,?"
    r" (?:no|number|vol)\b\.? ?\d{1,5}",
    re.IGNORECASE,
)
# Whose right a publication is, at whatever length; and what licence it is under.
RIGHTS = re.compile(r"(?:©|ⓒ|\(c\)|copyright\b)\s{0,4}©?\s?(?:19|20)\d\d\b|.{0,24}공공누리", re.IGNORECASE)
# What closes a publication: who its authors are, and what goes out with it.
CLOSING = re.compile(
    r"about the authors?\b|著者(?:紹介|略歴)\b|執筆者(?:紹介|略歴)|저자\s?소개|필자\s?소개"
    r"|(?:附件|附檔|붙임|첨부|添付(?:資料)?|別添)\s?\d{0,2}\s?[:：]",
    re.IGNORECASE,
)
# Where a paper's readers write and subscribe, and who sells its space: 來稿請寄, 广告热线, 구독 문의
TO_READERS = re.compile(
    r"(?:.{0,16}[。.]\s?)?[^。.：:]{0,8}(?:投稿|[來来]稿|[賜赐]稿|[訂订][閱阅]|[廣广]告|[發发]行|[讀读]者|新[聞闻]|구독|광고|제보|購読|広告|投書)"
    r"[^。.：:]{0,10}?(?:信箱|邮箱|郵箱|[請请]寄|[請请]洽|[熱热][線线]|[電电][話话]|문의|전화|宛先|係)\s?[:：]?.{0,80}"
    r"|(?:.{0,40}[.] )?(?:letters to the editor|subscriptions?|advertising|submissions?)\s?[:：].{0,80}",
    re.IGNORECASE,
)
# Whose opinion it is not: the publisher.
DISCLAIMS = re.compile(
    r"不代表(?P<source>[^，。、；本]{2,20}?)(?:之|的)?(?:政策|立場|立场|觀點|观点|意見|意见)"
)
# What journals print of an article: where libraries file it, who paid for it, when it came in.
OF_JOURNALS = (
    r"(?:中[图圖]分[类類][号號]|文[献獻]?[标標][识識志]?[码碼]|文章[编編][号號]|作者[简簡]介|第一作者|通[讯訊]作者|基金[项項]目"
    r"|收稿日期|修[回订訂]日期|[责責]任[编編][辑輯]|引用格式|本文引[用文]|DOI)"
)
FIELD_OF_JOURNAL = re.compile(
    rf"[［\[【〔]\s?{OF_JOURNALS}\s?[］\]】〕]|{OF_JOURNALS}\s?[:：]", re.IGNORECASE
)
LONGEST_FRONT = 14  # lines; further down an address is one that the text tells


def is_address(text: str) -> bool:
    """Whether a line says where a house is, by its telephone or street."""
    return TELEPHONE.search(text) is not None or STREET.match(text) is not None


def is_number(text: str) -> bool:
    """Whether a line is the number of a book, a report or a newspaper, and what is printed beside it."""
    return NUMBER.fullmatch(text) is not None


def imprint(lines: list[Segment]) -> dict[Segment, str]:
    """The lines of the first page's front that are addresses or numbers, with the rule that says so."""
    front = [line for line in lines[:LONGEST_FRONT] if not line.page]
    contacts = [line for line in front if is_address(line.text) or NET_ADDRESS.fullmatch(line.text)]
    numbers = [line for line in front if is_number(line.text) or PUBLISHER.fullmatch(line.text)]
    return dict.fromkeys(contacts, "contact") | dict.fromkeys(numbers, "small print")


def is_rights_of_house(text: str) -> bool:
    """Whether a paragraph says whose right a publication is."""
    return RIGHTS.match(text) is not None


def closes_publication(text: str) -> bool:
    """Whether a paragraph says who wrote a publication or what goes out with it, as none of its text does."""
    return CLOSING.match(text) is not None


def is_to_readers(text: str) -> bool:
    """Whether a paragraph says where readers write to, subscribe or advertise, by an address or a number."""
    return TO_READERS.fullmatch(text) is not None and CONTACT.search(text) is not None


def house_of(note: str) -> str:
    """The publisher that a disclaimer names, "" where none is named."""
    named = DISCLAIMS.search(note)
    return named["source"] if named else ""


def is_field_of_journal(text: str) -> bool:
    """Whether a line says of an article where it is filed, who paid for it or when it came in."""
    return FIELD_OF_JOURNAL.match(text) is not None
