"""What the furniture of a page says, in the words that such furniture has everywhere.

Each kind of furniture is a row with the reason why its words give it away. The words are those of the
trade (share, subscribe, all rights reserved), never the name of a site. A phrase decides only about short
lines; in a long line a writer may use any word.
"""

from functools import lru_cache

from articles.ingest.furniture.calls import INVITATION, PROMOTION
from articles.ingest.furniture.labels import KEYWORDS
from articles.ingest.furniture.phrase import Phrase, any_of, compiled
from articles.ingest.plain.widths import cells
from articles.text.press.byline_patterns import narrowed

# Furniture never ends in a full stop; a sentence that begins with the same word does.
NO_STOP = r"(?!.*。)"
# What stands behind a label.
LABEL_END = r"\s*(?:[:|>]|$)"

OTHERS = any_of(
    "相关 推荐 延伸 热门 最新 更多 精选 猜你 为您 您可能 你可能 其他人 大家 编辑 人气 本日 今日 同场 焦点 "
    "最夯 最热 作者 即时 往期 同类 看了又"
)
WORKS = any_of(
    "新闻 阅读 文章 报导 报道 影音 影片 视频 话题 推荐 推介 快报 排行 喜欢 在看 也看 想看 看 内容 头条 "
    "资讯 消息 连结 链接 主题 专题 浏览 搜寻 搜索 评论 加映 作品"
)
REMARKS = any_of("留言 评论 回响 回应 跟帖 点评 コメント 댓글")
WHOSE = any_of("网友 读者 用户 全部 所有 发表 我要 热门 最新 观察员 精彩")
READERS_REMARKS = rf"{WHOSE}?{REMARKS}(?:プラス|欄|一覧|란|창)?"
BUTTONS = any_of(
    "分享 转发 收藏 列印 打印 字号 字体 字级 点赞 评论 阅读数 阅读量 浏览量 浏览次数 赞 复制连结 复制链接 "
    "加入书签 订阅 追踪 关注 登入 登录 注册 搜寻 搜索 查询 点击 检视 放大 听新闻 收听 手机版 电脑版 回到 "
    "返回 展开 收起 看更多 阅读整篇 阅读全文 余下全文 首页 回首页 举报 检举 回复 提交 扫一扫 微信扫 用微信 "
    "保存图片 二维码 播放 跳过 写真を?拡大 画像拡大"
)
NETWORKS = any_of(
    r"facebook twitter line weibo 微博 新浪微博 微信 微信好友 朋友圈 qq qq好友 qq空间 whatsapp telegram "
    r"instagram youtube threads rss google\s?news 领英 x"
)
# How lists of other articles are headed in English.
LISTS = (
    r"(?:related|recommended|trending|most (?:read|popular|viewed)|latest (?:news|stories)|up next|see also|"
    r"also (?:read|on)|more (?:from|stories|news|on)|read (?:more|next|also)|next read)\b"
    r"|you (?:may|might)\b.{0,6}like"
)

RELATED = Phrase(
    "related",
    16,
    "A label over a list of other articles: what follows is not the article's.",
    (
        rf"^{NO_STOP}[\W\d]*{OTHERS}.{{0,10}}{WORKS}",
        rf"^\W*{OTHERS}\W{{1,3}}{OTHERS}\W*$",
        r"^\W*[^\W\d]{2,4}推荐\W*$",
        r"^\W*(?:profile|プロフィール|略[历歴]|프로필|약력|(?:人物|嘉宾|讲者|受访者)(?:简介|介绍|档案))\W*$",
        r"^\W*[上下]一[篇则条页]",
        # over a gallery of this story's pictures and other stories' titles: ▼点击图片看更多▼
        r"^\W*[点按](?:击|选|进)?(?:上图|下图|图片?|照片|相片)\s?(?:[看睇]|查看|浏览|观看)?更多\W*$",
        rf"^\W*{READERS_REMARKS}\W*\d*\s*[条则]?\W*$",
        rf"^\W*(?:{LISTS}|popular|more\s*:|more in\b|don't miss|comments?\W*\d*\W*$)",
        r"^\W*(?:関連|おすすめ|オススメ|あわせて読みたい|人気|最新|主要|新着|話題の).{0,4}"
        r"(?:記事|ニュース|ランキング|コンテンツ|動画|トピックス?)?\W*$",
        r"^(?:外部サイト|トピックス|ランキング|アクセスランキング|あなたに(?:おすすめ|オススメ)|コメント)\W*$",
        r"^\W*(?:관련|추천|인기|최신|주요|많이 본|이 시각|함께 ?볼만한).{0,4}(?:기사|뉴스|콘텐츠|글)\s*$",
    ),
    label=r"^[\W_]*(?:(?:相关|延伸|推荐)(?:新闻|阅读|报[导道]|文章)|更多|看更多|more|related(?: \w+)?"
    rf"|read more|also read|see also){LABEL_END}",
    words=r"もっと(?:読む|見る)|続きを読む|더\s?보기|看更多|阅读更多|more stories",
)
# Its words are those of RELATED, without gaps: in a page they end an article, whatever stands below them.
AFTER = Phrase(
    "after the body",
    24,
    "A heading after which a page goes on with something else.",
    (
        r"^[\W_]*(?:相关(?:新闻|文章|报[导道]|阅读|推荐|连结|链接|资讯|话题|稿件|专题|影音)",
        r"系列(?:文章|导航)\W*$|往期(?:精选|回顾|推荐|精彩|文章)\W*$|延伸(?:阅读|推荐)|推荐(?:阅读|文章|新闻)|精彩(?:推荐|视频|影片|图片)|看更多",
        r"更多.{0,8}(?:新闻|文章|报[导道]|相关|内容|精彩)|(?:猜你|你可能)[也还]?会?[想喜]",
        r"热门(?:新闻|推荐|文章|评论|话题|排行)|热榜|排行榜|(?:其他人也|大家都)在看",
        r"最新(?:新闻|文章|消息|资讯)|[上下]一[篇则条]|分享[到至给]|扫[一码描]",
        r"あわせて読みたい|関連(?:記事|ニュース|リンク|キーワード|トピック)|おすすめ|外部サイト|ランキング",
        r"トピックス|人気(?:記事|の)|관련\s?(?:기사|뉴스)|많이\s?본|추천\s?(?:기사|뉴스)|최신\s?(?:기사|뉴스)",
        r"お?问い?合わ?せ先?\W*$|担当\s?部署\W*$|引用(?:本文|格式)|cite this",
        r"(?:人物|作者|嘉宾|讲者|受访者|执笔者)(?:简介|介绍|档案)\W*$|プロフィール\W*$|프로필\W*$|profile\W*$",
        rf"{LISTS}|about the (?:author|interviewee|guest)|share this|sign up|newsletter|advertisement)",
    ),
)
READERS = Phrase(
    "after the body",
    24,
    "A heading of what readers wrote, which may be longer than the article: 网友评论（12）, 12 comments.",
    (
        rf"^[\W_]*(?:{READERS_REMARKS}(?:区|\s*\(?\s*\d|\W*$)|(?:leave a )?comments?\s*\(?\s*\d*\W*$",
        r"\d+\s*(?:comments?|则留言|条评论)\W*$|discussion about this|join the (?:conversation|discussion))",
    ),
)
LEGAL = Phrase(
    "legal",
    90,
    "Rights, licences and registrations stand in a page's footer.",
    (
        r"(?:©|ⓒ|\(c\))\s*\d{4}|^\W*[©ⓒ]|\bcopyright\b|all rights? reserved",
        r"版权所有|(?:版权|着作权?)声明|(?:不得|禁止|请勿|谢绝|严禁).{0,4}(?:转载|复制)",
        r"转载[时前]?(?:请|须|需|必究)|未经.{0,6}(?:授权|许可|同意)",
        rf"^{NO_STOP}.*(?:ICP[备证]|公网安备|许可证|营业执照|举报(?:电话|邮箱|热线)|不良信息)",
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
        r"sign (?:in|up)|log ?in|subscribe|follow us)"
        r"(?: (?:this|to|on|via|with|article|story|page|link|now|for)\b.{0,20})?\W*$",
        r"^\W*(?:enlarge|copy|toggle|hide|show) (?:this|link|image|caption|more)\b.{0,12}$",
        r"^\W*(?:この(?:記事|ニュース)|記事)を(?:シェア|読む|保存)|^\W*(?:シェア|ツイート|印刷|ログイン|会員登録|フォロー|"
        r"みんなの感想|もっと見る|続きを読む|コメントする|ブックマーク|いいね"
        r"|写真(?:・図版|・画像)?(?:一覧)?\W*$)",
        r"^(?:\W*(?:공유|인쇄|스크랩|구독|로그인|회원가입|글자\s?크기|댓글|좋아요|더보기|페이스북|카카오톡?|URL\s?복사)(?:하기)?\W*\d*\W*)+$",
    ),
    words=r"分享(?:[到至给]|(?:这篇|本|此)文章?)?|转发|微信(?:好友)?|朋友圈|微博|qq空间|二维码|复制连结|复制链接|シェア|ツイート|공유|扫一[扫码]"
    r"|line(?:好友)?|脸书|facebook|twitter|whatsapp|telegram|threads"
    r"|字[号体级]\W{0,9}(?:[大中小]\W{0,9}){0,9}|放大|缩小|打印|列印|复制|收藏|举报|[点按]个?赞|转寄(?:给朋友)?|关注|追踪|订阅|评论|留言|回复"
    r"|登[录入]|注册|播[放报]|听新闻|语音|搜[寻索]|检举|展开(?:全文)?|查看(?:原图|更多)|阅读(?:[整全][篇文]|原文)|收起"
    r"|[余剩]下全文|[上下]一页|关闭(?:视窗|窗口)|[分秒]钟?阅读"
    r"|(?:enlarge this image|hide caption|toggle caption|follow us|subscribe|sign (?:up|in))"
    r"|\b(?:share|print|e-?mail|copy link|listen|comments?|reply|like|save|log ?in|leave a comment)\b"
    r"|\b\d{1,3} min read\b",
)
ADVERT = Phrase(
    "advert",
    45,
    "A page marks its adverts, and says so when the text goes on below one.",
    (
        rf"^{NO_STOP}\W*(?:广告|赞助|推广|スポンサー|広告|광고)",
        # how newsletters name who paid, and what counts whoever follows the link
        r"^(?:together with|presented by|brought to you by|a message from)\b.{2,30}$",
        r"\butm_(?:source|medium|campaign)=",
        r"^\W*(?:sponsored|(?:skip )?advertise\w*|advertising\W*$|ads?\b|promoted|PR\W*$|AD(?:AD)*\W*$)",
        r"^[【\[(]PR[】\])]",
        r"^\W*(?:video )?ad feedback\W*$",
        r"^\W*请?继续(?:[往向]下|下[滑拉])?阅读\W*$",
        r"请继续[往向]下|我是广告|打开.{0,10}(?:查看|阅读|体验)",
        r"(?:article|story) continues|scroll to continue|記事は下に続きます|^\W*ここから続き\W*$"
        r"|続きは次|기사는 아래|进入广告",
        r"这个广告|移除.{0,4}广告|为什么显示",
    ),
    words=r"广告|赞助|スポンサー|광고|\badvertis(?:ements?|ing)\b|\bads?\b|sponsored|\bpr\b|请?继续往下(?:阅读)?"
    r"|scroll to continue|article continues|下载?.{0,12}app|app\s*下载?|载点|开启?.{0,6}app",
)
AGO = Phrase(
    "list",
    30,
    "A time counted from the clock (3 小時前) stands in lists and comments, not in prose.",
    (
        r"\d+\s*(?:秒|分钟|小时|天|个月|日|周|年|时间|分)\s?前\s*$",
        r"\d+\s+(?:second|minute|min|hour|hr|day|week|month|year)s? ago\b",
        r"\d+\s*(?:초|분|시간|일|주|개월)\s*전\s*$",
    ),
)
RELATED_LINK = Phrase(
    "related link",
    60,
    "A label and the title of another article on one line; the story goes on below it.",
    (
        rf"^{NO_STOP}\W*(?:{OTHERS}.{{0,4}}{WORKS}|看更多|阅读更多|同场加映)\W{{0,2}}[:|/>》】]\W*\w",
        r"^\W*(?:read more|related|see also|also read|関連記事|あわせて読みたい|관련 ?기사)\s*[:|>]\W*\w",
        # 【写真】会談の様子を見る: what it shows stands on a page of its own; not a caption's …＝14日、港都
        rf"^{NO_STOP}(?!.*=(?:\d{{1,2}}月)?\d{{1,2}}日)"
        r"【(?:[地写真画像動图図解表一覧]{1,6}|フォト|ギャラリー|グラフ|映像|[関关][連连].{0,4}|あわせて.{0,6})】.{2,}",
    ),
)
PAYWALL = Phrase(
    "paywall",
    60,
    "That the rest is for those who pay: 訂閱後繼續閱讀全文, 残り512文字, Subscribe to continue reading.",
    (
        r"(?:订阅|付费|会员|登[入录]|注册|解锁).{0,8}(?:后|才能|方可|即可|以|继续).{0,6}(?:阅读|[观查]看|全文)",
        r"(?:本文|此文|全文|以下)为?.{0,6}(?:会员|订[户阅]|付费)(?:限定|专属|独享|内容|文章)",
        r"(?:建议|请|欢迎).{0,6}(?:加入|成为).{0,12}(?:会员(?!国)|订户)",
        r"有料(?:会員|登録|記事)|会員限定|残り[^。]{0,4}\d+\W{0,2}文字|유료\s?(?:회원|기사)|구독자\s?전용",
        r"続きを(?:お)?読[みむ]|無料(?:会員)?(?:で)?登録|(?:剩余|还有)\s*\d+\s*字",
        r"(?:subscribe|sign (?:in|up)|register|log in) (?:now )?to (?:continue|keep|read|unlock)",
        r"this (?:post|article|story|content) is for (?:paid |paying )?(?:subscribers|members)",
        r"(?:for|to) (?:paid )?subscribers only|already a (?:subscriber|member)",
        r"(?:limit of|\bof \d{1,2}|\d{1,2}|last|only) free (?:articles?|stories)",
        r"free (?:articles|stories) (?:left|remaining|this month)",
        r"^(?:log|sign) in to (?:your account|comment|follow)|^create (?:a |your )?free account",
        r"会员(?!国).{0,24}(?:\d元|解锁|阅读全[站文]|畅[读阅])|已[经是]{1,2}(?:付费|订阅)?会员(?!国)",
        r"会員になると|会員の方は|読み放題|デジタル版を購読",
        r"^구독자만|(?:기사를|전문을) (?:모두|계속|더) (?:보|읽)",
    ),
)
NOTICE = Phrase(
    "notice",
    60,
    "What a page tells its readers about itself: how to behave, how lists are made, what it stores.",
    (
        r"^이 기사는 .{0,20}(?:섹션|분류|제공)|^기사 추천은|본문 요약|글자 크기|텍스트 음성|SNS 보내기",
        r"기사의 섹션|중복 분류|댓글 (?:서비스|정책|창)|^이 기사(?:를 추천|가 마음|,? 어떠)|직접 선정한 이슈",
        r"^이미지\s?(?:확대|크게)|^자동\s?요약$|자동\s?요약한 결과|본문 보기를 권장",
        r"글자\s?크기(?:가|로) 변경|^음성\s?재생 설정",
        # forms for remarks
        r"(?:填写|填入|输入)\S{0,8}(?:姓名|昵称|邮件|邮箱|信箱)|(?:邮件|邮箱|信箱|email)\S{0,4}不会\S{0,3}公开",
        r"^(?:姓名|名称|昵称|电子邮[件箱]|e-?mail|网[站址]|评论|留言|name|website|comment)\s?\*$",
        r"email address will not be published|required fields are marked",
        r"(?:提醒|关心)[您你]\s*:|文明上网|理性(?:发言|留言)",
        # in which order a list stands
        r"由?[新旧]到[新旧]|新着順|최신순|등록순|(?:newest|oldest|latest) (?:first|(?:at|on) top)",
        # what boards print below a post: ※ 發信站: …, ※ 文章網址: …
        r"^※\s?(?:发信站|文章网址|编辑|转录者)\s?:",
        # why a mail came, how to get it, and how to get no more of them
        r"[你您].{0,6}收到(?:这|本|此)(?:一?[封则期份])?(?:来?信|邮件|电子报|通讯|周报|日报).{0,6}因为",
        r"^\W*(?:退订|取消订阅)\W*$|退订(?:本|此)(?:信|邮件|电子报|通讯|周报|日报)",
        r"(?:有人|朋友|别人).{0,12}(?:转寄|转发|转来|转给).{0,12}[你您].{0,16}订阅",
        r"(?:receiving|received) this (?:e?mail|newsletter|message) because|^\W*unsubscribe\W*$"
        r"|(?:was|been) forwarded (?:this|to you).{0,40}(?:subscribe|sign up)",
        r"この(?:メール|メルマガ|ニュースレター)は.{0,40}(?:登録|購読|配信)|^\W*(?:配信|購読)(?:の)?(?:停止|解除)"
        r"|이 (?:메일|뉴스레터)(?:은|는).{0,30}(?:구독|발송)|^\W*(?:구독|수신) ?(?:취소|거부|해지)",
        # whom to write to about the text, or about whose it is
        r"^\W*(?:投稿|供稿|爆料|商务|转载)\S{0,4}(?:邮箱|信箱|邮件|微信|[Ee]-?mail)\s?:",
        r"侵权.{0,8}(?:联系|联络|告知|通知|来信).{0,10}(?:删除?|处理)|(?:如有|若有|涉及).{0,4}侵权",
        r"^\W*(?:记得|请|随手)?点个?\W?在看|^\W*(?:记得|请|随手)?点个\W?(?:星标|赞|关注)",
        # in whose time a running report tells
        r"^\W*(?:所有|以下|文中|本文)?时间均?(?:为|系|以).{1,12}时间|^all times (?:are )?in \S",
        r"在浏览器中|view .{0,20}in (?:your )?browser|^本帖最后由.{1,40}编辑$|^本帖子?[中里]?包含更多资源",
        r"(?:同意|接受|查看|阅读).{0,8}(?:隐私|クッキー|Cookie)|クッキーを使用",
        # that the reader's browser hides adverts
        r"^(?=.*(?:[您你请]|关闭|停用|启用|[检侦]测|白名单))"
        r".*(?:广告.{0,4}(?:阻[挡断]|拦截|屏蔽|过滤|封锁)|(?:阻[挡断]|拦截|屏蔽)广告)",
        r"[广広]告ブロック.{0,30}(?:オフ|無効|有効|解除|停止|ご覧|検出)",
        r"광고\s?차단.{0,30}(?:사용|해제|제한|중지|허용|꺼)",
        r"ad[- ]?block\w{0,4}\b.{0,60}(?:disabl|turn|whitelist|allow|\boff\b)",
        r"(?:disabl\w{1,3}|turn off|using).{0,20}ad[- ]?block",
        r"we (?:value|respect) your privacy|(?:use|accept|of|store)\b.{0,12}\bcookies\b",
    ),
)

# The words that players have from their makers: video.js, JW Player, Brightcove and those of the portals.
PLAYER = Phrase(
    "player",
    45,
    "What a player in the page says: that it loads, that it cannot play, which window opens.",
    (
        r"^\W*(?:video|audio|media) player(?: is loading)?\W*$|this is a modal window",
        r"(?:beginning|end) of dialog window|close modal dialog|restore all settings",
        r"^seek to live\b|currently behind live|^stream type\b|picture-in-picture",
        r"^(?:captions|subtitles|descriptions|chapters|audio track)(?: settings| off),",
        r"^(?:remaining|current) time\b|^(?:play|pause) (?:video|audio)$|^playback (?:rate|speed)\b",
        r"use (?:the )?(?:up|left)/(?:down|right) arrow keys|audio is auto-generated",
        r"browser (?:does not|doesn't) support (?:the |html5? )*(?:audio|video)",
        r"(?:technical difficulties|error).{0,24}(?:video|audio) player",
        r"(?:video|audio) (?:could not|cannot|can't|failed to) (?:be )?(?:play|load)",
        r"^(?:视频|影片|音频)播放器\W*$|(?:视频|影片|音频)(?:加载失败|载入失败|无法播放|播放失败)",
        r"浏览器不支持.{0,8}(?:视频|音频|影片|播放|video|audio)",
        r"^(?:動画|音声)プレ[ーイ]ヤー\W*$|(?:動画|音声)を再生(?:できません|するには)",
        r"^(?:동영상|오디오)\s?플레이어\W*$|(?:동영상|영상|오디오)을? 재생할 수 없",
    ),
)
# Words of their buttons, which a page has for other things too: they are a player's beside others.
PLAYERS_BUTTON = compiled(
    r"^\W*(?:(?:un)?mute|play|pause|full ?screen|chapters|descriptions|captions|subtitles|loaded|duration"
    r"|播放|暂停|静音|全屏|全萤幕|倍速|超清|高清|标清|画质|弹幕|重播|ミュート|音量|全画面|再生|一時停止"
    r"|재생|일시 ?정지|음소거|전체 ?화면|화질 선택|전체 시간|현재 시간)\b.{0,12}$"
)
PLAYERS_NEXT = compiled(
    r"^\W*(?:up next|now playing|接下来(?:播放)?|正在播放|다음 (?:동)?영상|次の動画|再生中)\W*$"
)
PLAYERS_TIME = compiled(
    r"^\W*\d{1,2}:\d\d(?::\d\d)?(?:\s?/\s?\d{1,2}:\d\d(?::\d\d)?)?(?:\s?-\s?source\b.{0,20})?\W*$"
)
CONTACT = Phrase(
    "contact",
    0,
    "An address and little else; beside a name it is a byline.",
    # the parts of an address have no more letters (RFC 5321)
    words=r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    share=0.7,
)
TAGS = Phrase(
    "tags",
    0,
    "The label of what a page is filed under.",
    label=rf"^(?:{KEYWORDS}|filed (?:under|in)|posted in){LABEL_END}",
)
COUNTER = Phrase(
    "counter", 0, "How many read or shared it. In a table it is a figure.", label=r"^[\d\s,.+%万k]+$"
)
NAVIGATION = Phrase(
    "navigation",
    0,
    "Bread crumbs, ways back, and the ways to the posts before and after.",
    label=r"(?:(?:本文|文章)?目[录次]|もくじ|목차|(?:table of )?contents|(?:in|on) this (?:article|page))\W*$"
    r"|首页\s*[>»›/]|>\s*正文|^返回|^回(?:到|首页)|[上下]一[篇则期]|home\s*>|[»›]"
    r"|^(?:지난|이전|다음)\s?(?:글|편|회)|^[前次]の記事|^前回(?:の記事)?\s?:"
    r"|^[←«]\s*(?:older|newer|previous|next)\b",
)
RESIDUE_RULE = "template residue"
# What templates leave when nothing fills them in: {{ad}}, [caption id="1"], googletag.cmd.push(…), $$…$$.
RESIDUE = compiled(
    r"^(?:null|undefined|NaN)$"
    r"|^\W{0,3}?(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|\[/?(?:caption|embed|gallery|video|audio|playlist|vc_\w+)\b[^\]]*\]"
    r"|googletag\.|adsbygoogle|window\.\w+\s*=|document\.(?:write|getElement)|\$\$[^$]{1,200}\$\$)"
)

# What stands alone below the last word of an article.
END_MARK = compiled(r"^\W*(?:全文完|完|ENDS?|終わり|끝)\W*$|^#\s?#\s?#$")

# What parts a letter or a post on a board from its writer's signature (RFC 3676, section 4.3).
SIGNATURE_MARK = compiled(r"^--\s?$")
# The order in which they are asked: a title behind a label is more than the label, rights or a paywall more
# than a button (登入).
IN_TEXT = (RELATED_LINK, RELATED, LEGAL, ADVERT, AGO, PAYWALL, PLAYER, SHARE, NOTICE, PROMOTION, INVITATION)
IN_BOTH = (INVITATION, PAYWALL, PLAYER, NOTICE)
IN_PAGES = (SHARE, TAGS, RELATED, ADVERT, CONTACT, COUNTER, NAVIGATION)
# The same menus stand on every page of a site; so many lines are remembered.
REMEMBERED = 4096


@lru_cache(REMEMBERED)
def furniture_rule(text: str, width: float) -> str:
    """The rule by which a line of plain text is furniture of its page, "" when its words do not say so."""
    if width > PROMOTION.longest:
        return ""
    plain = narrowed(text)
    return next((row.rule for row in IN_TEXT if row.says(plain, width)), "")


@lru_cache(REMEMBERED)
def page_rule(text: str, least: float) -> str:
    """The rule by which a line of an HTML page that is no prose is furniture, "" for none.

    least: share of its letters that furniture must make up, more where tags say it is a heading.
    """
    plain = narrowed(text)
    return next((row.rule for row in IN_PAGES if row.makes_up(plain, least)), "")


@lru_cache(REMEMBERED)
def tool_rule(text: str) -> str:
    """The rule by which a line of an HTML page, prose or not, is said by the page's tools, "" for none."""
    if RESIDUE.match(text):
        return RESIDUE_RULE
    said = cells(text) / 2
    if said > INVITATION.longest:
        return ""
    plain = narrowed(text)
    return next((row.rule for row in IN_BOTH if row.says(plain, said)), "")


def ends_article(text: str) -> bool:
    """Whether a heading of an HTML page begins what follows an article."""
    plain = narrowed(text)
    ends = AFTER.says(plain, len(text)) or READERS.says(plain, len(text))
    return ends or is_signature_mark(text)


def is_signature_mark(text: str) -> bool:
    """Whether a line is the mark below which a writer signs."""
    return text[:2] == "--" and SIGNATURE_MARK.match(text) is not None


def is_end_mark(text: str) -> bool:
    """Whether a line marks the end of an article: （完）, END, 終わり."""
    return len(text) <= RELATED.longest and END_MARK.match(narrowed(text)) is not None


def is_paywall(text: str) -> bool:
    """Whether a line says that the rest is for those who pay."""
    return PAYWALL.says(narrowed(text), len(text))


def readers_follow(text: str) -> bool:
    """Whether a heading of an HTML page begins what readers wrote."""
    return READERS.says(narrowed(text), len(text))
