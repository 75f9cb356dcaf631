"""What the furniture of a page says, in the words that such furniture has everywhere.

Each table row is a kind of furniture with the reason why its words give it away. The words are those of
the trade (share, subscribe, all rights reserved), never the name of a site. A phrase alone decides only
about short lines; in a long line a writer may use any word.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """A kind of furniture.

    rule: the name in the record of removals. pattern: what gives it away. longest: the width, in Han
    characters, up to which the pattern may be trusted. why: the reason.
    """

    rule: str
    pattern: re.Pattern
    longest: int
    why: str


def _phrase(rule: str, longest: int, why: str, *alternatives: str) -> Phrase:
    return Phrase(rule, re.compile("|".join(alternatives), re.IGNORECASE), longest, why)


_OTHERS = "相關|相关|推薦|推荐|延伸|熱門|热门|最新|更多|精選|精选|猜你|為您|为您|您可能|你可能|其他人|大家|編輯|编辑|人氣|人气|本日|今日|同場|焦點|焦点|最夯|最熱|最热|作者|即時|即时|往期|下列|同類|同类"
_WORKS = "新聞|新闻|閱讀|阅读|文章|報導|報道|报道|影音|影片|視頻|视频|話題|话题|推薦|推荐|推介|快報|快报|排行|喜歡|喜欢|在看|也看|想看|內容|内容|頭條|头条|資訊|资讯|消息|連結|链接|主題|主题|專題|专题|瀏覽|浏览|搜尋|搜索|評論|评论|加映|作品"

RELATED = _phrase(
    "related",
    16,
    "A label over a list of other articles: what follows is not the article's.",
    rf"^[\W\d]*(?:{_OTHERS}).{{0,6}}(?:{_WORKS})",
    r"^\W*(?:上一|下一)(?:篇|則|条|條|页|頁)",
    r"^\W*(?:網友|网友|讀者|读者|用戶|用户|全部|所有|發表|发表|我要|熱門)?(?:留言|評論|评论|迴響|回應|跟帖|點評)\W*\d*\s*(?:条|條|則)?\W*$",
    r"^\W*(?:related|recommended|trending|popular|more (?:from|stories|news|on|in)|most (?:read|popular|viewed)|read (?:more|next|also)|you (?:may|might)|more\s*:|see also|also (?:read|on)|don't miss|latest (?:news|stories)|up next|comments?\b)",
    r"(?:関連|おすすめ|オススメ|あわせて読みたい|人気|最新|主要|新着|話題の).{0,4}(?:記事|ニュース|ランキング|コンテンツ|動画|トピック)?\s*$",
    r"^(?:外部サイト|トピックス|ランキング|アクセスランキング|あなたに(?:おすすめ|オススメ)|コメント)\W*$",
    r"(?:관련|추천|인기|최신|주요|많이 본|이 시각|함께 ?볼만한).{0,4}(?:기사|뉴스|콘텐츠|글)\s*$",
)
LEGAL = _phrase(
    "legal",
    90,
    "Rights, licences and registrations stand in a page's footer.",
    r"©|ⓒ|\(c\)\s*\d{4}|copyright|all rights? reserved",
    r"版權所有|版权所有|版权声明|著作權|著作权(?:声明|所有)|不得轉載|不得转载|禁止轉載|禁止转载|谢绝转载|轉載必究|未經.{0,6}(?:授權|許可|同意)|未经.{0,6}(?:授权|许可|同意)",
    r"ICP[备備證证]|公网安备|许可证|網路內容防護|营业执照|举报(?:电话|邮箱|热线)|不良信息",
    r"無断(?:転載|複製|引用)|無断で|무단\s?(?:전재|복제|배포)|재배포\s?금지|저작권자",
)
SHARE = _phrase(
    "share",
    24,
    "Buttons and counters of the page: sharing, printing, type size, log-in, search.",
    r"^\W*(?:分享|轉發|转发|收藏|列印|打印|字[號号级級體体]|字體|點讚|点赞|評論數|閱讀數|阅读数|阅读量|浏览量|人氣|讚|赞|複製連結|复制链接|加入書籤|訂閱|订阅|追蹤|關注|关注|登入|登录|登錄|註冊|注册|搜尋|搜索|查詢|手機版|電腦版|手机版|回到|返回|展開|收起|看更多|閱讀整篇|阅读全文|余下全文|首頁|首页|回首頁|举报|回复|回覆|提交|我要|扫一扫|微信扫|用微信|保存图片)",
    r"(?:share|tweet|print|e-?mail|save|copy link|sign in|log ?in|subscribe|follow us|menu|search|skip to|listen|download)\b.{0,12}$",
    r"^\W*(?:シェア|ツイート|印刷|保存|ログイン|会員登録|フォロー|写真拡大|画像を?拡大|みんなの感想|もっと見る|続きを読む|クリップ|コメントする|ブックマーク|いいね)",
    r"^\W*(?:공유|인쇄|스크랩|구독|로그인|회원가입|글자\s?크기|댓글|좋아요|더보기|페이스북|카카오)",
    r"^\W*(?:facebook|twitter|line|weibo|微博|新浪微博|微信|whatsapp|telegram|instagram|youtube|x)(?:\W+(?:facebook|twitter|line|weibo|微博|微信|whatsapp|telegram|instagram|youtube|rss|x))*\W*$",
)
ADVERT = _phrase(
    "advert",
    30,
    "A page marks its adverts, and says so when the text goes on below one.",
    r"^\W*(?:廣告|广告|贊助|赞助|推廣|推广|sponsored|advertis\w*|ad\b|promoted|PR\s*$|AD(?:AD)*\s*$|スポンサー|広告|광고)",
    r"(?:請|请)?(?:繼續|继续)(?:往下|向下)?(?:閱讀|阅读)|article continues|story continues|scroll to continue|記事は下に続きます|続きは|기사는 아래",
    r"這個廣告|这个广告|移除.{0,4}廣告|為什麼顯示",
)
AGO = _phrase(
    "list",
    30,
    "A time counted from the clock (3 小時前) stands in lists and comments, not in prose.",
    r"\d+\s*(?:秒|分鐘|分钟|小時|小时|天|個月|个月|日|週|周|年|時間|分)\s?前\s*$",
    r"\d+\s+(?:second|minute|min|hour|hr|day|week|month|year)s? ago\b",
    r"\d+\s*(?:초|분|시간|일|주|개월)\s*전",
)
FURNITURE = (RELATED, LEGAL, ADVERT, AGO, SHARE)

# A promotion calls to an action and names what the page wants to be followed on: both, or it is prose.
CALL = re.compile(
    "歡迎|欢迎|立即|立刻|馬上|马上|快來|快来|免費|免费|點擊|点击|點我|點選|下載|下载|訂閱|订阅|追蹤|追踪|關注|关注|"
    "加入|按讚|掃描|扫描|扫码|長按|长按|收看|鎖定|锁定|搶先|抢先|下拉|已上架|投稿|报名|報名|"
    r"\b(?:subscribe|follow|download|sign up|join|click|tap|register|get the)\b|登録|フォロー|ダウンロード|구독|다운로드|팔로우",
    re.IGNORECASE,
)
MEDIUM = re.compile(
    r"\bAPP\b|\bLINE\b|\bFB\b|\bIG\b|Facebook|YouTube|Instagram|Telegram|WhatsApp|Twitter|newsletter|podcast|"
    "粉絲|粉丝|電子報|电子报|公眾號|公众号|微信|頻道|频道|會員|会员|好友|社團|客户端|客戶端|二维码|QR|官方|抽獎|社群|論壇|"
    "アプリ|メルマガ|チャンネル|公式|앱|채널|뉴스레터",
    re.IGNORECASE,
)
PROMOTION_LONGEST = 90

# Below a story stand its editors and what the house will not answer for.
ARTICLE_END = re.compile(
    r"\W*(?:免[責责][聲声]明|[聲声]明[:：]|版[權权][聲声]明|(?:以上|本文|文章)[內内]?容?.{0,30}(?:不代表|用戶|用户|平台|[觀观][點点]|立[場场]|轉載|转载)|"
    r"特[別别][聲声]明|\(?完[)）]?$|disclaimer|the views expressed)",
    re.IGNORECASE,
)

# Labels of the fields that are printed around an article.
KEYWORD_LABEL = re.compile(
    r"\W*(?:關鍵[字詞]|关键[字词]|標[籤簽]|标签|tags?|key\s?words?|topics?|キーワード|タグ|키워드|태그)(?:\s*[:：]\s*|\s+(?=#)|\s*$|\s+)",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?:來源|来源|稿源|出處|出处|轉自|转自|source|出典|配信元?|提供元|출처)\s*[:：]\s*"
    r"(?P<name>[^\s:：｜|，,。/／()（）\[\]【】]{2,24}(?: [A-Z][\w.]*){0,3})",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"發[布佈表]|发[布表]|出版|刊[登出]|上架|日期|時間|时间|posted|published|date|公開|配信|掲載|입력|등록|승인",
    re.IGNORECASE,
)


def furniture_rule(text: str, width: float) -> str:
    """The rule by which a line is furniture of the page, "" when its words do not say so."""
    for phrase in FURNITURE:
        if width <= phrase.longest and phrase.pattern.search(text):
            return phrase.rule
    if width <= PROMOTION_LONGEST and CALL.search(text) and MEDIUM.search(text):
        return "promotion"
    return ""
