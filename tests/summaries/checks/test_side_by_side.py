"""What two texts tell of one thing, side by side: whose a number is, who does it, whether it was done."""

import pytest

from articles.summaries.checks.clauses import cut_up
from tests.summaries.checks.test_beside import asked
from tests.summaries.checks.words import chinese, english

FIFTH = (
    "韓國外長9月9日在河內與越南外長共同主持第五屆經濟合作會議，簽署兩項備忘錄，韓方將提供200個名額。\n"
    "兩國1992年建交。第四屆會議去年在首爾舉行。"
)
PAPERS = (
    "日本已有38件申請，路透社引述兩名知情人士報導，至今只有11件獲准。\n"
    "商務部說，管制不針對民用用途。\n彭博資訊估計，汽車業將少生產約50萬輛。"
)
SUBMARINE = "韓國海軍5月7日表示，計劃於9月派遣3000噸級潛艦前往加拿大參加演習，航程約1.4萬公里。"
SUBMARINE_SENT = "韓國海軍5月7日表示，已派遣3000噸級潛艦前往加拿大參加演習，航程約1.4萬公里。"
VOTE = "國會3月4日以67票贊成、58票反對，通過建議案。"
MAYORS = (
    "首爾市長選戰中，民主黨候選人吳敬文的支持率為45%，國民力量黨現任市長鄭可信為37%。\n"
    "吳敬文主張吸引團客，鄭可信則要求加強取締。"
)
GROWTH = "Exports to Japan rose 12 percent, while exports to Vietnam rose 31 percent."
SUMMONED = "越南外交部11月6日召見泰國大使，要求釋放漁船。"
TALKS = "美中10月25日在吉隆坡舉行第五輪磋商，就稀土達成框架。兩國領袖30日在韓國會面。"
OFFICE = "國安會秘書長吳立中9月17日在布拉格出席論壇。吳立中曾任外交部長近六年。"
TERMS = "他曾任兩屆市長，9月首次當選知事。渡輪每週往返三次，第三次選舉時落敗。"
SIXTH = "第六次外長會議4月26日在西寧舉行，會期一天。\n各國平均每年出席七場會議。"
VICE = "外交部副部長馬兆寧9月18日與對方會談，隨後共進午餐。"
LATE = (
    "立法院委員會11日考察，由召集委員丁文凱帶隊。\n"
    "丁文凱在會後表示，「遲來的每一年，都是多給對手的一年」，要求定期報告。\n"
    "協會發言人史坦利回應詢問時說，將儘快提供所需的能力。"
)
CABLES = (
    "The minister, Adrian Lim, asked his guest, Keisuke Sato, to share satellite data on ships; "
    "Sato promised an answer within three months."
)
FRUIT = "Thailand's fruit exports to China fell by 21 percent."
DEPUTY = (
    "副總統薩拉·戈麥斯7月6日與僑民見面。薩拉批評政府對法院過度配合。\n"
    "新聞官卡斯特反駁，稱政府只是履行國際義務。"
)


@pytest.mark.parametrize(
    ("body", "words", "quote"),
    [
        (
            FIFTH,
            english("South Korea and Vietnam held their fourth conference in Hanoi on 9 September.")
            | chinese("第五屆韓國與越南合作會議9月9日在河內舉行。"),
            "fourth",
        ),
        (FIFTH, chinese("第四屆經濟合作會議9月9日在河內由韓國與越南外長共同主持。"), "四屆"),
        (
            PAPERS,
            english("Of 38 Japanese applications, only 11 have been granted, Bloomberg reported.")
            | chinese("據路透社報導，日本38份申請僅批准11份。"),
            "Bloomberg",
        ),
        (
            PAPERS,
            english("Of 38 Japanese applications, only 11 have been granted, Reuters reported.")
            | chinese("據彭博報導，日本38份申請僅批准11份。"),
            "彭博",
        ),
        (SUBMARINE, english("South Korea has sent a 3,000-tonne submarine 14,000 km to Canada."), "has sent"),
        (SUBMARINE, english("South Korea sent a 3,000-tonne submarine 14,000 km to Canada."), "sent"),
        (
            SUBMARINE_SENT,
            english("South Korea will send a 3,000-tonne submarine 14,000 km to Canada."),
            "will",
        ),
        (VOTE, chinese("國會以58比67票通過建議案。"), "58比67"),
        (VOTE, english("Congress voted 58 to 67 for it on 4 March."), "58 to 67"),
        (VOTE, chinese("國會以58票贊成、67票反對通過建議案。"), "58票贊成、67"),
        (
            "찬성 67표, 반대 58표로 통과됐다.",
            english("It passed by 58 votes in favour and 67 against."),
            "58 votes in favour and 67",
        ),
        (MAYORS, chinese("鄭可信支持率45%，吳敬文37%。"), "45%"),
        (
            GROWTH,
            english("Exports to Japan grew by 31 percent, those to Vietnam by 12 percent."),
            "31 percent",
        ),
        (GROWTH, chinese("對日本出口成長31%，對越南成長12%。"), "31%"),
        (SUMMONED, chinese("泰國召見越南大使，要求釋放漁船。"), "泰國召見越南"),
        (
            SUMMONED,
            english("Thailand summoned the ambassador of Vietnam."),
            "Thailand summoned the ambassador of Vietnam",
        ),
        (
            "Vietnam said it would hold talks.",
            english("Vietnam criticised Laos.") | chinese("寮國批評越南。"),
            "Vietnam criticised Laos",
        ),
        (OFFICE, chinese("外交部長吳立中9月17日出席論壇。"), "外交部長"),
        (OFFICE, english("Foreign Minister Wu Li-chung came to a forum in Prague."), "Foreign Minister"),
        (SUBMARINE, chinese("韓國海軍已派遣3000噸級潛艦前往加拿大參加演習。"), "已"),
        (SUBMARINE_SENT, chinese("韓國海軍擬派遣3000噸級潛艦前往加拿大參加演習。"), "擬"),
        (
            "韓國將派3000噸級潛艦。",
            chinese("韓國已派3000噸級潛艦赴加拿大。")
            | english("South Korea plans to send a 3,000-tonne submarine to Canada."),
            "已",
        ),
        (
            TALKS,
            chinese("美中10月25日在吉隆坡舉行第五輪磋商。")
            | english("China and America held their fifth round of talks on October 25."),
            "吉隆坡",
        ),
        (DEPUTY, chinese("薩拉7月6日會見僑民，薩拉則說政府只是履行國際義務。"), "薩拉"),
        (
            "4名船員受傷，三艘船在場。",
            chinese("4名船員受傷。") | english("Three crew were injured."),
            "Three",
        ),
        (TERMS, chinese("他曾任三屆市長。"), "三"),
        (SIXTH, chinese("第七次外長會議4月26日在西寧舉行。"), "七次"),
        (VICE, chinese("外交部部長馬兆寧9月18日與對方會談。"), "外交部部長"),
        (LATE, chinese("發言人史坦利說，「遲來的每一年，都是多給對手的一年」。"), "史坦利"),
        (
            'He called it "a lamp without a wick".',
            english('He called it "a wick without a lamp".'),
            "a wick without a lamp",
        ),
        (FRUIT, chinese("中國對泰國的水果出口減少21%。"), "中國對泰國"),
        (CABLES, english("Sato asked to share satellite data on ships."), "Sato"),
        (CABLES, english("In the end Lim promised an answer within three months."), "Lim"),
    ],
)
def test_what_stands_otherwise_there_is_told(body, words, quote):
    assert quote in [one for _, one in asked(words, body)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            FIFTH,
            english("South Korea and Vietnam held their fifth conference in Hanoi on 9 September.")
            | chinese("第五屆韓國與越南合作會議9月9日在河內舉行。"),
        ),
        (FIFTH, chinese("第四屆會議去年在首爾舉行。")),
        (
            PAPERS,
            english("Of 38 Japanese applications, only 11 have been granted, Reuters reported.")
            | chinese("據路透社報導，日本38份申請僅批准11份。"),
        ),
        (SUBMARINE, english("South Korea plans to send a 3,000-tonne submarine 14,000 km to Canada.")),
        (SUBMARINE, english("South Korea is sending a 3,000-tonne submarine 14,000 km to Canada.")),
        (SUBMARINE_SENT, english("South Korea has sent a 3,000-tonne submarine 14,000 km to Canada.")),
        (VOTE, chinese("國會以67比58票通過建議案。")),
        (VOTE, english("It passed with 58 votes against and 67 for.")),
        ("찬성 67표, 반대 58표로 통과됐다.", english("It passed by 67 votes in favour and 58 against.")),
        (MAYORS, chinese("吳敬文支持率45%，鄭可信37%。")),
        (MAYORS, chinese("吳敬文、鄭可信的支持率分別為45%和37%。")),
        (GROWTH, english("Exports to Vietnam grew by 31 percent, those to Japan by 12 percent.")),
        (GROWTH, english("Exports rose: 31 percent to Vietnam and 12 percent to Japan.")),
        (GROWTH, chinese("對越南出口成長31%，對日本成長12%。")),
        (SUMMONED, chinese("泰國大使遭越南召見。")),
        (SUMMONED, english("Vietnam summoned the ambassador of Thailand.")),
        (OFFICE, chinese("國安會秘書長吳立中出席論壇，他曾任外交部長。")),
        ("外務大臣島崎圭介會見了他。", english("Foreign Minister Shimazaki Keisuke met him.")),
        ("國務院副總理何利方出席。", english("Vice-Premier He Lifang came.")),
        (
            "今年已有13艘船被扣。兩國外長訂12月10日在檳城討論。",
            chinese("今年已有13艘船被扣，兩國外長12月10日在檳城商討。")
            | english("13 boats were taken this year. The ministers will meet in Penang on 10 December."),
        ),
        (SUBMARINE, chinese("韓國海軍擬派遣3000噸級潛艦前往加拿大參加演習。")),
        (SUBMARINE_SENT, chinese("韓國海軍已派遣3000噸級潛艦前往加拿大參加演習。")),
        (
            TALKS,
            chinese("美中10月25日在吉隆坡舉行第五輪磋商。")
            | english("China and America held their fifth round of talks in Kuala Lumpur on October 25."),
        ),
        (
            "8月21日在高雄4名船員受傷。三艘船在場。",
            chinese("8月21日在高雄四人受傷。") | english("In Kaohsiung on 21 August four crew were injured."),
        ),
        ("法務大臣平口洋宣布新制。", chinese("法相平口洋宣布新制。")),
        ("副總理兼外長林文海出席。", chinese("外交部長林文海出席。")),
        (
            "今年前五個月來自越南的旅客達213萬人次，居第二，印度第三。",
            chinese("前五個月越南旅客達213萬人次，居第二，印度第三。")
            | english("Vietnam sent 2.13 million visitors in the first five months, with India third."),
        ),
        ("越南在基地享有其他國家沒有的聯合支援中心。", chinese("越南在基地享有聯合支援中心。")),
        (
            "兩國2027年將慶祝建交五十週年，福岡知事建議增設直飛峴港的航線。",
            english("Fukuoka's governor suggested direct flights to Da Nang."),
        ),
        (DEPUTY, chinese("薩拉批評政府過度配合法院，卡斯特則說政府只是履行國際義務。")),
        ("反對派批評這項安排。", english("A joint support centre stands there.")),
        (TERMS, chinese("他曾任兩屆市長，第三次選舉落敗。")),
        (SIXTH, chinese("第六次外長會議4月26日在西寧舉行。")),
        (VICE, chinese("外交部副部長馬兆寧9月18日與對方會談。")),
        (LATE, chinese("委員丁文凱說，「遲來的每一年，都是多給對手的一年」。")),
        ('He called it "a lamp without a wick".', english('He called it "a lamp without a wick".')),
        (FRUIT, chinese("泰國對中國的水果出口減少21%。")),
        (FRUIT, chinese("泰國輸往中國的水果減少21%。")),
        (CABLES, english("Lim asked to share satellite data on ships, and Sato promised an answer.")),
        (CABLES, english("Sato asked for more time.")),
        (
            "The ferry to Kobe opened in 1970. It carried fish and students. Lorries came from Kobe.",
            english("The ferry of Kobe carried fish and students."),
        ),
        (
            "漁業署署長張啟賢率團。張啟賢說，漁獲減少。",
            english("Fisheries Agency head Chang Chi-hsien spoke."),
        ),
    ],
)
def test_what_stands_alike_passes(body, words):
    assert asked(words, body) == []


NOT_RENAMED = "總理11月20日在塔林受訪稱，政府願恢復大使級關係，但不會要求台灣代表處改名。"
RENAMED = "總理11月20日在塔林受訪稱，政府願恢復大使級關係，並會要求台灣代表處改名。"
ASKS = "On 20 November in Tallinn he said Taiwan's office would change its name."
ASKS_NOT = "On 20 November in Tallinn he said Taiwan's office would not change its name."
IN_CHINESE = {
    NOT_RENAMED: "總理11月20日在塔林說，不會要求台灣代表處改名。",
    RENAMED: "總理11月20日在塔林說，會要求台灣代表處改名。",
}


@pytest.mark.parametrize(("body", "words"), [(NOT_RENAMED, ASKS), (RENAMED, ASKS_NOT)])
def test_what_one_language_alone_denies_or_does_not_is_told(body, words):
    told = chinese(IN_CHINESE[body]) | english(words)
    assert [rule for rule, quote in asked(told, body) if quote in words] == ["polarity"]


@pytest.mark.parametrize(("body", "words"), [(NOT_RENAMED, ASKS_NOT), (RENAMED, ASKS)])
def test_what_both_deny_or_neither_passes(body, words):
    assert asked(chinese(IN_CHINESE[body]) | english(words), body) == []


def test_a_body_that_is_cut_up_again_has_the_same_speakers():
    words = chinese("薩拉7月6日會見僑民，薩拉則說政府只是履行國際義務。")
    told = asked(words, DEPUTY)
    cut_up.cache_clear()
    assert asked(words, DEPUTY) == told
