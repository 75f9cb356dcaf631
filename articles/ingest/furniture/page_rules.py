"""What furniture of news pages is called and says: the tables behind the choice of a body.

Names (class, id) and phrases are general words of the trade in the languages we read, no site's own.
"""

import re

# Names that makers give to parts of a page that are not the article, by what the parts are.
FURNITURE_NAMES = {
    "what readers wrote": r"comment|discuss|reply|disqus",
    "other articles": r"relat|recommend|suggest|more[-_]?(news|stor|article|link)",
    "invitations": r"read[-_]?more|also[-_]?like",
    "lists of articles": r"rank|popular|trending|most[-_]|hot[-_]?(news|list|article|topic)",
    "newest articles": r"latest|top[-_]?(news|stor)|recirc|outbrain|taboola",
    "the column beside": r"sidebar|side[-_]?bar|aside|rightcol|right[-_]?(side|bar|col)",
    "the frame": r"foot(er)?\b|copyright|breadcrumb|crumb|navi?\b|navbar|menu|masthead|toolbar|tool[-_]?box",
    "calls to act": r"share|social|follow|qr[-_]?code|subscri|newsletter|paywall|login|sign[-_]?(up|in)",
    "advertising": r"advert|adbox|\bads?\b|ad[-_](box|wrap|slot|unit)|sponsor|promo|banner",
    "things laid over": r"popup|pop[-_]up|modal|cookie|consent|overlay|toast|tooltip",
    "applications": r"app[-_]?(down|e\d)|download",
    "controls of a film": r"player|playlist|video[-_]?(list|box|wrap)",
    "answers to the article": r"feedback|report|disclaimer|statement|declare",
    "about its author": r"author[-_]?(info|card|bio|box)|about[-_]?the[-_]?author",
    "topics": r"\btags?\b|tag[-_]?(list|box|item)|keyword|key[-_]word|label",
}
FURNITURE_NAME = re.compile("|".join(FURNITURE_NAMES.values()), re.I)
# Names that articles' own boxes carry; they win over the ones above.
BODY_NAME = re.compile(
    r"article[-_]?(body|content|text|main|detail)|post[-_]?(body|content|text)|entry[-_]?content"
    r"|news[-_]?(body|content|text)|content[-_]?(body|text|article|main|news)|main[-_]?(content|text|body)"
    r"|story[-_]?(body|text)|rich[-_]?media|article\b|articlebody|storytext",
    re.I,
)

# Headings after which a page goes on with something else. Matched at the start of a short line.
AFTER_THE_BODY = [
    # related articles: 相關新聞, 延伸閱讀, 推荐阅读, 更多报道, 精彩视频
    r"相[關关](新聞|新闻|文章|報導|报道|閱讀|阅读|推薦|推荐|連結|链接|資訊|资讯|話題|话题|稿件|專題|专题|影音)",
    r"延伸(閱讀|阅读|推[薦荐])|推[薦荐](閱讀|阅读|文章|新聞|新闻)|精彩(推薦|推荐|視頻|视频|影片|圖片|图片)|看更多",
    r"更多.{0,8}(新聞|新闻|文章|報導|报道|相關|相关|內容|内容|精彩)|(猜你|你可能)(也|還|还)?(會|会)?(想|喜)",
    # what others read: 熱門新聞, 排行榜, 其他人也在看
    r"[熱热][門门](新聞|新闻|文章|推薦|推荐|評論|评论|話題|话题|排行)|[熱热]榜|排行榜|(其他人也|大家都)在看",
    r"最新(新聞|新闻|文章|消息|資訊|资讯)",
    # ways on: 上一篇, 分享到, 掃一掃
    r"[上下]一[篇則则条條]|分享(到|至|給|给)|[掃扫][一碼码描]",
    # the same in Japanese and Korean
    r"あわせて読みたい|関連(記事|ニュース|リンク|キーワード|トピック)|おすすめ|外部サイト|ランキング",
    r"トピックス|人気(記事|の)|관련\s?(기사|뉴스)|많이\s?본|추천\s?(기사|뉴스)|댓글|최신\s?(기사|뉴스)",
    # and in English
    r"related\b|read (more|next|also)|recommended|you (may|might) (also )?like|more (from|on|stories|news)",
    r"most (read|popular)|trending|latest news|up next|about the author|share this",
    r"sign up|newsletter|advertisement",
]
# Headings of what readers wrote: 網友評論（12）, 留言, 12 comments. It may be longer than the article.
READERS = [
    r"(全部|最新|網友|网友|發表|发表|用[戶户]|讀者|读者)?(評論|评论|留言|回應|跟帖)(區|区|\s*[(（]?\s*\d|\W*$)",
    r"(コメント|댓글|(leave a )?comments?)\s*[(（]?\s*\d*\W*$|\d+\s*(comments?|則留言|条评论)\W*$",
    r"discussion about this|join the (conversation|discussion)",
]
READERS_FOLLOW = re.compile(rf"^[\W_]*(?:{'|'.join(READERS)})", re.I)
END_OF_BODY = re.compile(rf"^[\W_]*(?:{'|'.join([*READERS, *AFTER_THE_BODY])})", re.I)

# Lines inside a body's box that are none of it: the rule under which they are recorded, what they say, and
# which share of the line's letters that must make up. Half of them for words that a heading or an item of a
# list may hold too (外界關注的三個問題, Share the last orange). Asked only of lines that are no prose
# (density.py), so that no sentence falls to them.
LABEL_END = r"\s*(?:[:：|｜>]|$)"
FURNITURE_LINES = [
    (
        "share",
        0.5,
        r"分享(?:到|至|給|给)?|轉發|转发|微信(?:好友)?|朋友圈|微博|qq空間|qq空间|[二][維维][碼码]",
    ),
    ("share", 0.5, r"複製連結|复制链接|シェア|ツイート|공유|[掃扫]一[掃扫碼码]|line(?:好友)?|臉書|脸书"),
    ("share", 0.5, r"facebook|twitter|whatsapp|telegram|threads|\b(?:share|print|e-?mail|copy link)\b"),
    ("tags", 0, rf"^(?:標籤|标签|關鍵[字詞]|关键[字词]|tags?|topics?|タグ|キーワード|태그){LABEL_END}"),
    ("related", 0, rf"^[\W_]*(?:相[關关]|延伸|推[薦荐])(?:新聞|新闻|閱讀|阅读|報導|报道|文章){LABEL_END}"),
    ("related", 0, rf"^(?:更多|看更多|more|related(?: \w+)?|read more|also read|see also){LABEL_END}"),
    ("related", 0.5, r"もっと(?:読む|見る)|続きを読む|더\s?보기|看更多|[閱阅][讀读]更多|more stories"),
    (
        "advertisement",
        0.5,
        r"廣告|广告|贊助|赞助|\badvertisements?\b|\bads?\b|sponsored|スポンサー|광고|\bpr\b",
    ),
    ("advertisement", 0.5, r"[請请]?[繼继][續续]往下(?:[閱阅][讀读])?|scroll to continue|article continues"),
    ("advertisement", 0.5, r"下[載载]?.{0,12}app|app\s*下[載载]|[載载][點点]|[開开][啟启]?.{0,6}app"),
    (
        "reader controls",
        0.5,
        r"字[號号體体級级]\W*(?:[大中小]\W*)*|放大|[縮缩]小|打印|列印|[複复][製制]|收藏",
    ),
    (
        "reader controls",
        0.5,
        r"[舉举][報报]|[點点按][贊讚赞]|[關关]注|追蹤|[訂订][閱阅]|[評评][論论]|留言|回[覆复]",
    ),
    (
        "reader controls",
        0.5,
        r"登[錄录入]|[註注][冊册]|播放|播[報报]|聽新聞|听新闻|[語语]音|搜[尋索]|[檢检][舉举]",
    ),
    (
        "reader controls",
        0.5,
        r"展[開开](?:全文)?|查看(?:原[圖图]|更多)|[閱阅][讀读](?:[整全][篇文]|原文)|收起",
    ),
    (
        "reader controls",
        0.5,
        r"[餘余剩]下全文|[上下]一[頁页]|[關关][閉闭](?:視窗|窗口)|[分秒]鐘?[閱阅][讀读]",
    ),
    (
        "reader controls",
        0.5,
        r"enlarge this image|hide caption|toggle caption|follow us|subscribe|sign (?:up|in)",
    ),
    (
        "reader controls",
        0.5,
        r"\b(?:listen|comments?|reply|like|save|log ?in|leave a comment|\d+ min read)\b",
    ),
    ("contact", 0.7, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("counter", 0, r"^[\d\s,.+%万萬kK]+$"),
    ("navigation", 0, r"首[頁页]\s*[>»›/]|>\s*正文|^返回|^回(?:到|首[頁页])|[上下]一[篇則则]|home\s*>|[»›]"),
]
FURNITURE_LINE = [(rule, share, re.compile(pattern, re.I)) for rule, share, pattern in FURNITURE_LINES]

# What templates leave when nothing fills them in: {{ad}}, [caption id="1"], googletag.cmd.push(…), $$…$$.
RESIDUE = re.compile(
    r"^(?:null|undefined|NaN)$|^\W{0,3}?(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|\[/?(?:caption|embed|gallery|video|audio|playlist|vc_\w+)\b[^\]]*\]"
    r"|googletag\.|adsbygoogle|window\.\w+\s*=|document\.(?:write|getElement)|\$\$[^$]{1,200}\$\$)"
)
# Invitations printed below a text in whole sentences: to install, join, follow, subscribe.
CALL = re.compile(
    r"([歡欢]迎|立即|[馬马]上|[請请快]|[點点按][擊击選选我]|[長长]按|[掃扫][碼码描]|想看更多).{0,20}"
    r"([下][載载]|加入|[訂订][閱阅]|追[蹤踪]|[關关]注|按[讚赞]|[識识][別别]|[掃扫]描|App\b)"
    r"|(download|get) (the|our) .{0,20}app\b|(sign up|subscribe).{0,20}newsletter|follow us on",
    re.I,
)
LONGEST_CALL = 100
# That the rest is for those who pay: 訂閱後繼續閱讀全文, 残り512文字, Subscribe to continue reading.
PAYWALL = re.compile(
    r"([訂订][閱阅]|付[費费]|[會会][員员]|登[入錄录]|[註注][冊册]|解[鎖锁]).{0,8}"
    r"(後|后|才能|方可|即可|以|[繼继][續续]).{0,6}([閱阅][讀读]|[觀观]看|全文)"
    r"|(本文|此文|全文|以下)[為为]?.{0,6}([會会][員员]|[訂订][戶户閱阅]|付[費费])"
    r"(限定|[專专]屬|[專专]属|[獨独]享|[內内]容|文章)"
    r"|(建[議议]|[請请]|[歡欢]迎).{0,6}(加入|成[為为]).{0,12}([會会][員员]|[訂订][戶户])"
    r"|有料(会員|登録|記事)|会員限定|残り[^。]{0,4}\d+\s*文字|유료\s?(회원|기사)|구독자\s?전용"
    r"|(subscribe|sign (in|up)|register|log in) (now )?to (continue|keep|read|unlock)"
    r"|this (post|article|story|content) is for (paid |paying )?(subscribers|members)"
    r"|(for|to) (paid )?subscribers only|already a (subscriber|member)\?",
    re.I,
)
LONGEST_PAYWALL = 60
