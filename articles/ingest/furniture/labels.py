"""Labels of the fields that are printed around an article. They ask a text as it is printed."""

import re

# What documents that are printed call their keywords; pages file themselves under tags and topics as well.
PRINTED_KEYWORDS = r"關鍵[字詞]|关键[字词]|key\s?words?|キーワード|키워드|주제어|핵심어"
KEYWORDS = rf"(?:{PRINTED_KEYWORDS}|標[籤簽]|标签|tags?|topics?|タグ|태그)"
# A label, or a bare word in front of hashtags, or of a space: pages print 關鍵字 外交、首爾 as well.
KEYWORD_LABEL = re.compile(
    rf"^\W*(?:文章|新聞|新闻|本文)?{KEYWORDS}(?:\s*[:：]\s*|\s+(?=#)|\s*$|\s+)", re.IGNORECASE
)
# Two at least: one may open a sentence.
HASHTAGS = re.compile(r"^(?:[#＃][^\s#＃]+\s*){2,}$")
# Not 資料來源 and 圖片來源, which a table or picture has. Names of houses have at most four words.
SOURCE = re.compile(
    r"(?<![料片圖图照])(?:來源|来源|稿源|出處|出处|轉自|转自|source|出典|配信元?|提供元|출처)\s*[:：]\s*"
    r"(?P<name>[^\s:：｜|，,。/／()（）\[\]【】]{2,24}(?: [A-Z][\w.]*){0,3})",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"發[布佈表]|发[布表]|出版|刊[登出]|上架|日期|時間|时间|posted|published|date\b|公開|配信|掲載|입력|등록|승인",
    re.IGNORECASE,
)
# The whole label of the day on which a page was put up. Other days have labels too: 簽署日期, 회의 날짜.
DAY_POSTED = re.compile(
    r"\W{0,4}(?:(?:發[布佈表]|发[布表]|公[布佈表]|刊[登出]|上架|公開|掲載|配信|登録|投稿|게시|등록|작성|배포|보도)"
    r"\s?(?:日期?|日時|時間|时间|일자?|일시|시간|날짜)?|日期|날짜"
    r"|date|(?:date )?(?:posted|published)(?: on)?)\W{0,4}",
    re.IGNORECASE,
)
# What platforms print before the title of a post that is no copy.
ORIGINAL = re.compile(r"^\W?(?:原[创創]|首[发發])\W?(?:\s*[｜|:：丨]\s*|\s+)(?=\S{4})")
# The button beside the name of an account.
FOLLOW = re.compile(
    r"[+＋]?\s?(?:[已加]?(?:关注|關注)|追[蹤踪]|フォロー(?:する)?|구독(?:하기)?|팔로우|follow)\s?[+＋]?",
    re.IGNORECASE,
)
UPDATE_LABEL = re.compile(r"更新|修改|updated|modified|수정|最終", re.IGNORECASE)
