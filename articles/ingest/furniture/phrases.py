"""What the furniture of a page says, in the words that such furniture has everywhere.

Each kind of furniture is a row with the reason why its words give it away. The words are those of the
trade (share, subscribe, all rights reserved), never the name of a site. A phrase decides only about short
lines; in a long line a writer may use any word.
"""

import re
from functools import lru_cache

from articles.ingest.furniture.phrase import Phrase, any_of

# Furniture never ends in a full stop; a sentence that begins with the same word does.
NO_STOP = r"(?!.*[。．])"

OTHERS = any_of(
    "相關 相关 推薦 推荐 延伸 熱門 热门 最新 更多 精選 精选 猜你 為您 为您 您可能 你可能 其他人 大家 "
    "編輯 编辑 人氣 人气 本日 今日 同場 焦點 焦点 最夯 最熱 最热 作者 即時 即时 往期 同類 同类 看了又"
)
WORKS = any_of(
    "新聞 新闻 閱讀 阅读 文章 報導 報道 报道 影音 影片 視頻 视频 話題 话题 推薦 推荐 推介 快報 快报 "
    "排行 喜歡 喜欢 在看 也看 想看 看 內容 内容 頭條 头条 資訊 资讯 消息 連結 链接 主題 主题 專題 专题 "
    "瀏覽 浏览 搜尋 搜索 評論 评论 加映 作品"
)
READERS = any_of("網友 网友 讀者 读者 用戶 用户 全部 所有 發表 发表 我要 熱門 热门 观察员 精彩")
REMARKS = any_of("留言 評論 评论 迴響 回應 跟帖 點評 点评")
BUTTONS = any_of(
    "分享 轉發 转发 收藏 列印 打印 字號 字号 字體 字体 字级 點讚 点赞 評論 评论 閱讀數 阅读数 "
    "阅读量 浏览量 浏览次数 讚 赞 複製連結 复制链接 加入書籤 訂閱 订阅 追蹤 關注 关注 登入 登录 登錄 "
    "註冊 注册 搜尋 搜索 查詢 點擊 点击 檢視 放大 聽新聞 听新闻 手機版 電腦版 手机版 回到 返回 展開 展开 "
    "收起 看更多 閱讀整篇 阅读全文 余下全文 首頁 首页 回首頁 举报 檢舉 回复 回覆 提交 扫一扫 微信扫 用微信 "
    "保存图片 二维码 播放 跳过 写真を?拡大 写真拡大 画像拡大"
)
NETWORKS = any_of(
    r"facebook twitter line weibo 微博 新浪微博 微信 微信好友 朋友圈 qq qq好友 qq空间 whatsapp telegram "
    r"instagram youtube threads rss google\s?news 領英 领英 x"
)

RELATED = Phrase(
    "related",
    16,
    "A label over a list of other articles: what follows is not the article's.",
    (
        rf"^{NO_STOP}[\W\d]*{OTHERS}.{{0,10}}{WORKS}",
        r"^\W*(?:上一|下一)(?:篇|則|则|条|條|页|頁)",
        rf"^\W*{READERS}?{REMARKS}\W*\d*\s*(?:条|條|則)?\W*$",
        r"^\W*(?:related|recommended|trending|popular|"
        r"most (?:read|popular|viewed)|latest (?:news|stories)|up next|more\s*:|see also|also (?:read|on)|"
        r"more (?:from|stories|news|on|in)\b|read (?:more|next|also)|"
        r"you (?:may|might)\b.*like|don't miss|comments?\W*\d*\W*$)",
        r"^\W*(?:関連|おすすめ|オススメ|あわせて読みたい|人気|最新|主要|新着|話題の).{0,4}"
        r"(?:記事|ニュース|ランキング|コンテンツ|動画|トピックス?)?\W*$",
        r"^(?:外部サイト|トピックス|ランキング|アクセスランキング|あなたに(?:おすすめ|オススメ)|コメント)\W*$",
        r"^\W*(?:관련|추천|인기|최신|주요|많이 본|이 시각|함께 ?볼만한).{0,4}(?:기사|뉴스|콘텐츠|글)\s*$",
    ),
)
LEGAL = Phrase(
    "legal",
    90,
    "Rights, licences and registrations stand in a page's footer.",
    (
        r"(?:©|ⓒ|\(c\))\s*\d{4}|^\W*[©ⓒ]|\bcopyright\b|all rights? reserved",
        r"版[權权]所有|[版著][權权作](?:[權权])?[聲声]明|(?:不得|禁止|[請请]勿|[謝谢][絕绝]|[嚴严]禁).{0,4}(?:轉載|转载|複製|复制)",
        r"(?:轉載|转载)(?:[時时前]?[請请]|須|须|需)",
        r"(?:轉載|转载)必究|未[經经].{0,6}(?:授[權权]|[許许]可|同意)",
        rf"^{NO_STOP}.*(?:ICP[备備證证]|公网安备|许可证|营业执照|举报(?:电话|邮箱|热线)|不良信息)",
        r"無断(?:転載|複製|引用|使用)|무단\s?(?:전재|복제|배포)|재배포\s?금지|저작권자",
    ),
)
SHARE = Phrase(
    "share",
    14,
    "Buttons and counters of the page: sharing, printing, type size, log-in, search.",
    (
        rf"^{NO_STOP}\W*{BUTTONS}.{{0,8}}$",
        rf"^\W*{NETWORKS}(?:\W+{NETWORKS})*\W*$",
        r"^\W*(?:share|tweet|print|e-?mail|save|listen|download|menu|search|skip|"
        r"sign in|log ?in|subscribe|follow us)"
        r"(?: (?:this|to|on|via|with|article|story|page|link|now|for)\b.{0,20})?\W*$",
        r"^\W*(?:enlarge|copy|toggle|hide|show) (?:this|link|image|caption|more)\b.{0,12}$",
        r"^\W*(?:この(?:記事|ニュース)|記事)を(?:シェア|読む|保存)|^\W*(?:シェア|ツイート|印刷|ログイン|会員登録|フォロー|"
        r"みんなの感想|もっと見る|続きを読む|コメントする|ブックマーク|いいね)",
        r"^\W*(?:공유|인쇄|스크랩|구독|로그인|회원가입|글자\s?크기|댓글|좋아요|더보기|페이스북|카카오톡?)(?:하기)?\W*\d*\W*$",
    ),
)
ADVERT = Phrase(
    "advert",
    45,
    "A page marks its adverts, and says so when the text goes on below one.",
    (
        rf"^{NO_STOP}\W*(?:廣告|广告|贊助|赞助|推廣|推广|スポンサー|広告|광고)",
        r"^\W*(?:sponsored|advertise\w*|ads?\b|promoted|PR\W*$|AD(?:AD)*\W*$)",
        r"^\W*(?:請|请)?(?:繼續|继续)(?:往下|向下)?(?:閱讀|阅读)\W*$",
        r"(?:請|请)(?:繼續|继续)(?:往下|向下)|我是廣告|(?:打开|打開).{0,10}(?:查看|阅读|閱讀|体验)",
        r"(?:article|story) continues|scroll to continue|記事は下に続きます|続きは次|기사는 아래|进入广告",
        r"這個廣告|这个广告|移除.{0,4}廣告|為什麼顯示",
    ),
)
AGO = Phrase(
    "list",
    30,
    "A time counted from the clock (3 小時前) stands in lists and comments, not in prose.",
    (
        r"\d+\s*(?:秒|分鐘|分钟|小時|小时|天|個月|个月|日|週|周|年|時間|分)\s?前\s*$",
        r"\d+\s+(?:second|minute|min|hour|hr|day|week|month|year)s? ago\b",
        r"\d+\s*(?:초|분|시간|일|주|개월)\s*전\s*$",
    ),
)
RELATED_LINK = Phrase(
    "related link",
    60,
    "A label and the title of another article on one line; the story goes on below it.",
    (
        rf"^{NO_STOP}\W*(?:{OTHERS}.{{0,4}}{WORKS}|看更多|同場加映)\W{{0,2}}[:：｜|／/>》]\W*\w",
        r"^\W*(?:read more|related|see also|also read|関連記事|あわせて読みたい|관련 ?기사)\s*[:：|>]\W*\w",
    ),
)
NOTICE = Phrase(
    "notice",
    60,
    "What a page tells its readers about itself: who may read on, how to behave, how lists are made.",
    (
        r"有料(?:会員|記事|登録)|残り\W{0,2}\d+\W{0,2}文字|続きを(?:お)?読(?:み|む)|無料(?:会員)?(?:で)?登録",
        r"^이 기사는 .{0,20}(?:섹션|분류|제공)|^기사 추천은|본문 요약|글자 크기|텍스트 음성|SNS 보내기",
        r"提醒(?:您|你)\s*[:：]|文明上网|理性(?:發言|发言|留言)|(?:剩餘|剩余|還有|还有)\s*\d+\s*字",
        r"(?:訂閱|订阅|付費|付费|會員|会员|登入|登录)(?:後|后|方可|才能|即可|解鎖|解锁).{0,6}(?:閱讀|阅读|全文|觀看|查看)",
        r"already a subscriber|(?:subscribe|register|sign (?:in|up)) (?:now )?to (?:continue|keep|read)",
        r"在瀏覽器中|在浏览器中|view .{0,20}in (?:your )?browser",
        r"(?:同意|接受|查看|閱讀|阅读).{0,8}(?:隱私|隐私|クッキー|Cookie)|クッキーを使用",
        r"we (?:value|respect) your privacy|(?:use|accept|of|store)\b.{0,12}\bcookies\b",
    ),
)
FURNITURE = (RELATED_LINK, RELATED, LEGAL, ADVERT, AGO, SHARE, NOTICE)

# A promotion calls to an action and names, right behind it, what is to be followed or fetched.
CALL = any_of(
    "歡迎 欢迎 立即 立刻 馬上 马上 快來 快来 免費 免费 點擊 点击 點我 點選 下載 下载 訂閱 订阅 追蹤 "
    "追踪 關注 关注 加入 按讚 盡在 尽在 掃描 扫描 扫码 長按 长按 收看 鎖定 锁定 搶先 抢先 下拉 已上架 "
    "投稿 报名 報名 登録 フォロー ダウンロード 구독 다운로드 팔로우 "
    r"\b(?:subscribe|follow|download|join|click|tap|register)\b"
)
MEDIUM = any_of(
    "粉絲 粉丝 電子報 电子报 公眾號 公众号 微信 頻道 频道 會員 会员 好友 社團 客户端 客戶端 二维码 "
    "官方 抽獎 社群 論壇 アプリ メルマガ チャンネル 公式 앱 채널 뉴스레터 "
    r"\b(?:APP|LINE|FB|IG|QR|Facebook|YouTube|Instagram|Telegram|WhatsApp|Twitter)\b newsletter podcast"
)
PROMOTION = re.compile(rf"{CALL}.{{0,12}}{MEDIUM}", re.IGNORECASE | re.ASCII)
PROMOTION_LONGEST = 90

# Below a story stand its editors and what the house will not answer for.
ARTICLE_END = re.compile(
    r"\W*(?:免[責责][聲声]明|[聲声]明[:：]|版[權权][聲声]明|特[別别][聲声]明|"
    r"disclaimer|the views expressed|"
    r"(?:以上|本文|文章)[內内]?容?.{0,30}(?:不代表|用戶|用户|平台|[觀观][點点]|立[場场]|轉載|转载))",
    re.IGNORECASE,
)

# What stands alone below the last word of an article.
END_MARK = re.compile(r"\W*(?:全文完|完|END|終わり|끝)\W*$", re.IGNORECASE)

# Labels of the fields that are printed around an article.
KEYWORD_LABEL = re.compile(
    r"\W*(?:關鍵[字詞]|关键[字词]|標[籤簽]|标签|tags?|key\s?words?|topics?|キーワード|タグ|키워드|태그)"
    r"(?:\s*[:：]\s*|\s+(?=#)|\s*$|\s+)",
    re.IGNORECASE,
)
HASHTAGS = re.compile(r"(?:[#＃][^\s#＃]+\s*){2,}$")
SOURCE = re.compile(
    r"(?<![料片圖图照])(?:來源|来源|稿源|出處|出处|轉自|转自|source|出典|配信元?|提供元|출처)\s*[:：]\s*"
    r"(?P<name>[^\s:：｜|，,。/／()（）\[\]【】]{2,24}(?: [A-Z][\w.]*){0,3})",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"發[布佈表]|发[布表]|出版|刊[登出]|上架|日期|時間|时间|posted|published|date\b|公開|配信|掲載|입력|등록|승인",
    re.IGNORECASE,
)
UPDATE_LABEL = re.compile(r"更新|修改|updated|modified|수정|最終", re.IGNORECASE)


# The same menus stand on every page of a site; so many lines are remembered.
REMEMBERED = 4096


@lru_cache(REMEMBERED)
def furniture_rule(text: str, width: float) -> str:
    """The rule by which a line is furniture of the page, "" when its words do not say so."""
    for phrase in FURNITURE:
        if width <= phrase.longest and phrase.search(text):
            return phrase.rule
    if width <= PROMOTION_LONGEST and PROMOTION.search(text):
        return "promotion"
    return ""
