"""Calls to follow, fetch or pay for something: two rows of the table of furniture."""

from articles.ingest.furniture.phrase import Phrase, any_of

CALL = any_of(
    "欢迎 立即 立刻 马上 快来 免费 点击 点我 点选 下载 订阅 追踪 关注 加入 按赞 尽在 扫描 扫码 长按 收看 "
    "锁定 抢先 下拉 已上架 投稿 报名 登録 フォロー ダウンロード 구독 다운로드 팔로우 "
    r"\b(?:subscribe|follow|download|join|click|tap|register)\b"
)
MEDIUM = any_of(
    "粉丝 电子报 公众号 微信 频道 会员(?!国) 好友 社团 客户端 二维码 官方(?:[账帐]号|网站|频道|粉丝) 抽奖 "
    "社群 アプリ メルマガ チャンネル 公式 앱 채널 뉴스레터 newsletter podcast "
    r"(?<![a-z])(?:APP|LINE|FB|IG|QR|Facebook|YouTube|Instagram|Telegram|WhatsApp|Twitter)(?![a-z])"
)
# Japanese and Korean name the thing first, and call with an ending; states have channels (채널) too.
CALLED = (
    rf"{MEDIUM}.{{0,24}}(?:立即|马上|免费|按此)(?:收[听看]|订阅|下载|登记)\W*$",
    r"キャンペーン(?:を?(?:実施|開催)中|はこちら)",
    r"(?:アプリ|メルマガ|チャンネル).{0,24}(?:ダウンロード|インストール|登録|フォロー)"
    r"(?:はこちら|\W*$|し(?:て(?:ください|おこう)|よう))",
    r"(?:앱|채널|뉴스레터|카카오톡|네이버).{0,40}(?:세요|받기|하기|보기)\W*$",
)
PROMOTION = Phrase(
    "promotion",
    90,
    "A promotion calls to an action and names, right beside it, what is to be followed or fetched.",
    (rf"{CALL}.{{0,16}}{MEDIUM}", *CALLED),
)
INVITATION = Phrase(
    "promotion",
    90,
    "Actions that only a page calls to, in whole sentences too; states too are asked to join or to look.",
    (
        r"(?:点[击我选]|长按|扫[码描]|想看更多).{0,20}(?:下载?|加入|订阅|追踪|关注|按赞|识别|扫描|App\b)",
        r"(?:欢迎|立即|马上|请|快).{0,8}(?:下载|订阅|按赞|扫[描码]|追踪我们|关注我们|App\b)|(?:欢迎|敬请)(?:持续)?[关追][注踪]",
        r"请.{0,4}(?:支持|赞助|捐助)(?:独立|本[站报刊]|我们|优质).{0,6}(?:新闻|媒体|报[导道]|写作|记者|$)",
        # from whoever likes the text
        r"(?:喜欢|觉得|如果).{0,12}(?:文字|文章|内容|作品|创作).{0,12}(?:欢迎|请|不妨|记得|别忘)"
        r".{0,16}(?:追踪|关注|订阅|赞助|支持|按赞|点赞|拍.{0,3}手)",
        r"^.{0,20}您的.{0,6}(?:赞助|捐款|捐助|订阅).{0,12}(?:新闻|媒体|报[导道]|写作|创作)",
        r"(?:赞助|请我|打赏).{0,6}(?:咖啡|作者)|\bbuy me a coffee\b",
        r"^if you (?:(?:have )?(?:like|enjoy|found)\w*) (?:this|my|these|what)\b.{0,60}"
        r"\b(?:subscribe|follow|share|support)\b",
        r"最後までお?読[んみ].{0,8}(?:ありがとう|感謝)|(?:スキ|フォロー|いいね).{0,12}(?:励み|[嬉う]れ?し)",
        r"(?:気に入|面白か|役に立)っ[たて].{0,20}(?:フォロー|スキを|サポート|登録|シェア)",
        r"(?:마음에 드|도움이 되|좋으)[^.]{0,16}(?:구독|팔로우|좋아요|후원)",
        r"(?:download|get) (?:the|our) .{0,20}app\b|(?:sign up|subscribe)\b.{0,40}\bnewsletter|follow us on"
        r"|\b(?:chat|connect|talk) with us (?:on|in|via)\b",
        r"(?:download|get) (?:it|now|free).{0,30}(?:app store|google play)|^get the app\b"
        r"|^\W*(?:app store|google play)(?:\W+(?:app store|google play))*\W*$",
        r"^(?:get|delivered|straight|sent)\b.{0,30}\b(?:in|to) your (?:inbox|e-?mail)\b",
        r"subscribe (?:today|now|for)\b.{0,40}(?:[$£€¥]|unlimited|access)",
        r"\bsubscribe (?:for free )?to receive new posts\b|\breader-supported (?:publication|newsletter)\b",
        r"由?读者(?:支持|赞助)的(?:通讯|刊物|出版物|电子报)|成为.{0,8}(?:免费|付费).{0,8}订[阅户]者?",
        # what a buyer types to pay less
        r"(?:输入|使用|填写|凭).{0,8}(?:折扣|优惠)码|(?:割引|クーポン)コード.{0,16}入力|할인\s?코드.{0,16}입력",
        r"\b(?:use|enter|with) (?:the )?(?:promo(?:tion)?|discount|coupon) code\b",
        r"^(?:please |help us )*(?:support|fund) (?:independent|quality|our|local) (?:journalism|reporting)",
        r"^thank you for reading\b|订阅.{0,12}电子报.{0,12}(?:信箱|寄|收到|送到)",
        r"アプリ(?:なら|で読む)|アプリを(?:開く|入れる|ダウンロード|インストール)(?:する)?(?:\W*$|はこちら)",
        r"구독하고 .{0,24}(?:받아|만나|보기|보는|보세요)|기자 구독|구독(?:한|하신) 기자",
        *CALLED,
    ),
)
