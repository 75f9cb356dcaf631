"""What a person's name looks like, in Han, kana, Hangul and Latin; and what looks like one but is none."""

import re
import unicodedata
from functools import lru_cache

from articles.text.scripts import fold

# Chinese and Korean family names of one character. Source: the Hundred Family Surnames, and the most
# frequent names of the censuses of China (2020), Taiwan (2023) and Korea (2015).
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢"
    "傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤常温康施"
    "文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲"
    "盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆卓古吉车项连褚娄窦岑景党费卜冷晏席卫米柏宗瞿桂全佟应臧"
    "闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳"
    "谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芦"
    "都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶"
    "斯元束檀衣信展阴昝智幸奉植衡富尧闭由昌洪江賴簡游粘練巫涂塗游邱丘呂盧藍溫湯鄧饒歐駱姬魚玄琴池石昔奇慎杞卞"
)
COMPOUND_SURNAMES = (
    "欧阳 司马 上官 诸葛 尉迟 皇甫 令狐 慕容 司徒 东方 南宫 独孤 长孙 公孙 夏侯 轩辕 端木 西门 百里 呼延 闻人 "
    "张简 范姜 欧杨 司空 澹台 宇文 钟离 濮阳 淳于 单于 太史 申屠 赫连 鲜于 完颜 叶赫 拓跋 南门 东郭 "
    "南宫 鲜于 诸葛 西门 独孤"
).split()
# Japanese family names of two and three characters, the most frequent and those of the region's politics.
JAPANESE_SURNAMES = (
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 "
    "山崎 阿部 池田 橋本 山下 石川 中島 前田 藤田 後藤 小川 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 "
    "太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 "
    "宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 "
    "桜井 野口 松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 浜田 市川 古川 水野 小松 島田 小山 高野 山内 西田 菅原 "
    "北村 五十嵐 福島 安田 中田 平田 川口 東 飯田 川崎 本田 久保田 吉川 沢田 中西 辻 小池 岩田 岸田 石破 安倍 高市 "
    "河野 麻生 野田 枝野 茂木 上川 小泉 岸 菅 林 森 原 星 堀 関 南 谷 土屋 樋口 秋山 石原 大島 片山 西川 熊谷 望月 松岡 "
    "鳩山 玉木 二階 萩生田 加山 黒田 荒木 大橋 服部 馬場 川村 西岡 岩井 榎本 内藤 大谷 小田 三宅 吉村 松下 宮田 栗原 "
    "早川 広瀬 永井 吉岡 平井 矢野 川上 富田 大石 荒井 足立 堀内 須藤 田口 中井 川島 浅野 永田 古賀 牧野 福井 本多 白石 "
    "石橋 成田 小西 大久保 上村 福岡 松村 田島 田辺 桑原 鎌田 小沢 野崎 岩茂 宮沢 尾崎 甲斐 倉田 徳永 津田 角田 星野 "
    "浅井 柳田 稲田 奥田 真鍋 城内 村井 木原 武藤 若林 津島 森山 森本 森下 吉本 西山 中谷 小倉 大森 大村 大川 岡崎 岡村"
).split()
# Korean family names in Hangul, and the compound ones.
KOREAN_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용"
)
KOREAN_COMPOUND = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문")

# Endings that make a Han string an office, a newsroom or a place, never a person.
NOT_A_NAME_ENDING = (
    "社 報 报 網 网 台 臺 部 局 處 处 組 组 署 省 縣 县 市 區 区 國 国 州 島 社區 中心 電視 电视 新聞 新闻 頻道 频道 集團 集团 公司 基金會 "
    "基金会 研究所 研究院 大學 大学 學院 学院 委員會 委员会 編輯 编辑 記者 记者 作者 評論 评论 評論員 评论员 週刊 周刊 雜誌 杂志 "
    "小編 小编 工作室 團隊 团队 平台 客户端 客戶端 媒體 媒体 傳媒 传媒 發布 发布 協會 协会 論壇 论坛 時間 时间 日期 來源 来源 "
    "分享 登入 登录 註冊 注册 國際 国际 財經 财经 政治 社會 社会 娛樂 娱乐 體育 体育 生活 綜合 综合 外電 外电 報導 报道 報道 專欄 专栏 "
    "授權 授权 提供 整理 攝影 摄影 会 會 院 堂 館 馆 號 号 系 系列 們 们 報告 人 者 通信 半島 半岛 即時 整點 快訊 快讯"
).split()
# Whole strings that stand where names do and are places or newsroom words.
PLACES = (
    "台北 臺北 新北 桃園 台中 臺中 台南 臺南 高雄 基隆 新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭 花蓮 台東 臺東 澎湖 金門 馬祖 "
    "北京 上海 天津 重庆 广州 深圳 香港 澳門 南京 杭州 成都 武汉 西安 沈阳 长春 哈尔滨 济南 青岛 郑州 长沙 福州 厦门 昆明 贵阳 南宁 "
    "海口 兰州 西宁 银川 拉萨 乌鲁木齐 呼和浩特 太原 石家庄 合肥 南昌 大连 苏州 宁波 珠海 東京 大阪 京都 奈良 橫濱 名古屋 福岡 札幌 沖繩 "
    "那霸 廣島 長崎 首爾 釜山 慶州 仁川 大邱 平壤 板門店 華盛頓 紐約 洛杉磯 舊金山 芝加哥 波士頓 倫敦 巴黎 柏林 羅馬 馬德里 布魯塞爾 "
    "日內瓦 維也納 莫斯科 基輔 曼谷 河內 新加坡 吉隆坡 雅加達 馬尼拉 新德里 坎培拉 雪梨 渥太華 多倫多 溫哥華 聯合國 中国 中國 台灣 臺灣 "
    "日本 韓國 南韓 北韓 朝鮮 美國 英國 法國 德國 俄羅斯 烏克蘭 全球 國際 兩岸 大陸 本報 本刊 本社 本网 本網 综合 綜合 外電 即時 地方 "
    "連線 連線報導 現場 直擊 專訪 獨家 特稿 採訪 采访 通讯 通訊 匿名 佚名 佚名者 未知 網友 网友 读者 讀者 全文 原文 原创 原創 不詳 不详"
).split()
# Words for what people do; they stand before or after names and belong to neither.
ROLES = (
    "記者 记者 特派員 特派员 特約記者 特约记者 見習記者 见习记者 實習記者 实习记者 首席記者 首席记者 作者 撰稿人 撰稿 撰文 特約撰述 特約作者 "
    "專欄作家 专栏作家 專欄作者 专栏作者 評論員 评论员 通訊員 通讯员 主筆 主笔 編輯 编辑 編譯 编译 實習生 实习生 見習 见习 教授 副教授 "
    "助理教授 助教 講師 讲师 研究員 研究员 副研究員 副研究员 助理研究員 助理研究员 博士 主任 副主任 所長 所长 院長 院长 會長 会长 理事長 "
    "理事长 秘書長 秘书长 執行長 执行长 執行長 研發長 研发长 董事長 董事长 總編輯 总编辑 社長 社长 先生 女士 律師 律师 醫師 医生 大使 "
    "議員 议员 立委 學者 学者 專家 专家 顧問 顾问 客座 特約 特约 氏 記者団 기자 특파원 논설위원 교수"
).split()

HAN = "\u3400-\u9fff\U00020000-\U0003134f々〆"
KANA = "\u3041-\u3096\u30a1-\u30fc"
HANGUL = "\uac00-\ud7a3"
DOT = "·・‧•･"

HAN_NAME = re.compile(rf"[{HAN}]{{2,5}}")
FOREIGN_NAME = re.compile(rf"[{HAN}{KANA}]{{1,8}}(?:[{DOT}＝=][{HAN}{KANA}A-Z.]{{1,8}}){{1,3}}")
KANA_NAME = re.compile(rf"[{HAN}]{{1,3}}[{KANA}]{{2,5}}|[{KANA}]{{2,4}}[{HAN}]{{1,3}}")
HANGUL_NAME = re.compile(rf"[{HANGUL}]{{2,4}}")
_LATIN_WORD = r"(?:(?:Mc|Mac|O['’]|D['’]|de|De|di|Di|La|Le)?[A-Z\u00c0-\u00de][a-z\u00df-\u024f]+(?:[-'’][A-Za-z\u00c0-\u024f][a-z\u00df-\u024f]+)*|[A-Z]\.?(?:[A-Z]\.)*)"
_PARTICLE = r"(?:de|da|del|der|van|von|den|bin|al|la|le|dos|e|y)"
LATIN_NAME = re.compile(rf"{_LATIN_WORD}(?:[ ]{_PARTICLE}){{0,2}}(?:[ ](?:{_PARTICLE}[ ])?{_LATIN_WORD}){{1,3}}")
# Words that begin an office, a team or a wire rather than a person.
LATIN_OFFICE = re.compile(
    r"\b(?:news|times|staff|desk|agenc(?:y|ies)|press|editors?|editorial|reuters|afp|team|media|radio|tv|daily|post|"
    r"bureau|service|wire|correspondents?|reporters?|writers?|board|institute|university|the|yonhap|xinhua|kyodo|"
    r"associated|bloomberg|global|international|network|magazine|online|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(fold(SURNAMES))


@lru_cache(maxsize=1)
def _long_surnames() -> frozenset[str]:
    return frozenset(fold(name) for name in COMPOUND_SURNAMES + [n for n in JAPANESE_SURNAMES if len(n) > 1])


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(fold(place) for place in PLACES)


def looks_like_name(text: str) -> bool:
    """Whether a text is one person's name and nothing else, going by family names and shape.

    Two Han characters spaced apart count as one name. Pen names and lone given names do not count:
    nothing shows that they are people.
    """
    text = _joined(text)
    if not text or is_office(text):
        return False
    return (
        _is_han_name(text)
        or bool(FOREIGN_NAME.fullmatch(text))
        or _is_hangul_name(text)
        or bool(LATIN_NAME.fullmatch(text))
    )


def _joined(text: str) -> str:
    """李 明 and 李　明 are 李明."""
    text = text.strip()
    return re.sub(r"\s+", "", text) if re.fullmatch(rf"[{HAN}]\s+[{HAN}]{{1,2}}", text) else text


def _is_han_name(text: str) -> bool:
    if KANA_NAME.fullmatch(text):
        return fold(text[:2]) in _long_surnames() or fold(text[0]) in _surnames()
    if not HAN_NAME.fullmatch(text):
        return False
    folded = fold(text)
    if any(folded.startswith(long) and 1 <= len(folded) - len(long) <= 3 for long in _surname_heads(folded)):
        return True
    return len(text) <= 3 and folded[0] in _surnames()


def _surname_heads(folded: str) -> list[str]:
    return [folded[:size] for size in (2, 3) if folded[:size] in _long_surnames()]


def _is_hangul_name(text: str) -> bool:
    if not HANGUL_NAME.fullmatch(text):
        return False
    return len(text) <= 3 and text[0] in KOREAN_SURNAMES or text.startswith(KOREAN_COMPOUND)


def is_office(text: str) -> bool:
    """Whether a text names a newsroom, an organisation, a place or a role rather than a person."""
    if LATIN_OFFICE.search(text):
        return True
    return fold(text) in _places() or text.endswith(tuple(NOT_A_NAME_ENDING)) or text in ROLES


def could_be_pen_name(text: str) -> bool:
    """Whether a text may stand behind 作者： as a person: short, of letters only, no office.

    For places where the label itself says that a person follows.
    """
    return bool(re.fullmatch(rf"[{HAN}{KANA}{HANGUL}A-Za-z{DOT}]{{2,12}}", text)) and not is_office(text)


def looks_like_affiliation(text: str) -> bool:
    """Whether a short line says what somebody is: 某大學教授, 新台灣國策智庫研發長, Professor of …."""
    text = unicodedata.normalize("NFKC", text).strip(" ()（）")
    if not 3 <= len(text) <= 60 or re.search(r"[。！？!?；;]", text):
        return False
    return text.endswith(tuple(POSTS)) or bool(LATIN_POST.search(text))


# What an affiliation ends with.
POSTS = (*[role for role in ROLES if role not in ("氏", "先生", "女士", "見習", "见习", "特約", "特约", "客座")],
         "長", "长", "院士", "委員", "委员", "總監", "总监", "經理", "经理", "博士生", "碩士", "硕士", "研究生", "中心", "學系", "学系",
         "研究所", "研究院", "大學", "大学", "基金會", "基金会", "智庫", "智库", "主席", "代表", "部長", "官員", "作家", "教師", "教师", "연구위원")  # fmt: skip
LATIN_POST = re.compile(
    r"\b(?:professor|fellow|director|lecturer|researcher|analyst|editor|correspondent|columnist|ambassador|chair|scholar)\b",
    re.IGNORECASE,
)
