"""What a faithful summary may say: nobody is asked to look at it, and what is wrong beside it is told."""

import pytest

from tests.summaries.checks.test_beside import asked
from tests.summaries.checks.words import chinese, english

SURVEY = (
    "調查院公布結果，共訪問一千人。\n"
    "勞動部長鄭泰錫表示，國民厭倦爭執。在野的綠野黨發言人崔寶允則批評，問卷設計帶有引導性。"
)
ENVOYS = "島國總統惠恩仁在國宴上說，邦交不會動搖。外交部政務次長吳立中以特使身分出席。"
LANDED = "首批恢復進口的蘋果已抵港，共六噸。這是全面停止進口以來首次。"
MINISTRIES = "外交部說會談順利。\n農業部另外宣布將發放補助。"
SPEAKERS = "防衛大臣森岡健吾表示立場不變。\n研究員河合由紀認為，費用過高。"
POLL = "候選人鄭愿真的支持率為45%，高於25%的對手。"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (SURVEY, chinese("勞動部長鄭泰錫稱國民厭倦爭執，綠野黨則批評問卷有引導性。")),
        (ENVOYS, chinese("外交部次長吳立中出席。") | english("President Arango Whitby spoke.")),
        ("捷克參議院議長維特齊會見了他。", english("He met Senate president Miloš Vystrčil.")),
        ("法務大臣平口洋宣布新制。", english("Justice Minister Hiroshi Hiraguchi announced it.")),
        ("總統潘尼亞重申立場。", english("President Peña repeated it.")),
        ("農林水產大臣鈴木憲和表示歡迎。", english("Agriculture minister Norikazu Suzuki welcomed it.")),
        ("國安會秘書長李信出席。", english("The National Security Council chief came.")),
        ("Vietnam sent one ship. The Philippines deployed three.", chinese("菲方出動三艘。")),
        ("這是上任以來第四名越界的軍人，其中軍官有兩名。", chinese("越界者已有四人。")),
        ("福島等10個都縣的產品仍不得進口。", english("Fukushima and nine other prefectures stay barred.")),
        (LANDED, english("Six tonnes of apples came, the first since a blanket halt.")),
        ("두 사람은 113분간 회담했다.", chinese("兩人談了將近兩小時。")),
        ("資本額門檻從500萬日圓提高到3000萬日圓。", english("It rises sixfold to 30 million yen.")),
        ("資本額門檻從500萬日圓提高到3000萬日圓。", chinese("門檻增至六倍。")),
        ("他8月18日（星期一）抵達，星期二傍晚會見總理。", chinese("他於19日會見總理。")),
        (POLL, english("Chong Won-jin has 45%.")),
        (
            "The port took tenth place. The guild ranks 32nd. It would drop to fourth, behind two others.",
            chinese("公會排第32名。") | english("It would be pushed to fourth place."),
        ),
        ("Nine-tenths of the coal leaves by the river.", chinese("煤炭的九成都要經過河運。")),
        ("窪田隆教授は意義があると話す。", english("Professor Kubota Takashi sees value in it.")),
        ("他說競爭「不會在十年內結束」，小國須學會共處。", chinese("他說競爭十年內不會落幕。")),
        (
            "馬來西亞召見印尼大使。馬來西亞漁民協會主席賈馬爾發言。",
            chinese("馬來西亞大使發言。"),
        ),
        ("양국은 수교 50주년을 맞았다.", chinese("兩國建交50週年。")),
        (
            "来年は2,000億円を目指す。6カ国が規制を続ける。",
            english("It is aiming for 200 billion next year. Six countries keep curbs."),
        ),
        ("雙方發表長達14條的聲明，支持率相差3個百分點。", english("They issued a 14-point statement.")),
        ("He spoke on Wednesday, two weeks after a power cut.", chinese("兩週前曾經停電。")),
        ("Adrian Lim spoke.", chinese("艾德里安·林發言。")),
        (
            "Exports fell in the first five months of the year, the ministry said on 20 June.",
            english("Exports fell in January-May."),
        ),
        ("来年、小山田隆氏が訪台する。", english("Oyamada Takashi said he would come.")),
        ("部長會議第一副主席阿利耶夫出席。", chinese("第一副總理阿利耶夫出席。")),
        ("Some 65 percent are over 80.", chinese("六成五年過八旬。")),
        (MINISTRIES, chinese("外交部說會談順利。") | english("The agriculture ministry will pay subsidies.")),
        (SPEAKERS, chinese("大臣森岡健吾重申立場。") | english("Researcher Kawai Yuki warned of the cost.")),
        (
            "公司與澳洲簽約，首艦在長崎建造，2029年交付。",
            chinese("公司與澳洲簽約，首艦在長崎建造，2029年交付。")
            | english(
                "The company signed a contract with Australia for ships, the first of them due in 2029."
            ),
        ),
        ("赴島旅客恢復到去年同期的五成八。", chinese("旅客不到去年同期的六成。")),
        ("全年旅客共五十二萬人次，每日上限四百人。", english("About 520,000 people came.")),
        ("每人收費9700元，每團不超過十人。", english("Each paid just under 10,000 yuan.")),
        ("議案以152票贊成、107票反對通過。", chinese("贊成比反對多45票。")),
        ("碼頭吊車有三成為外國品牌。", english("Some 30 percent of cranes are foreign brands.")),
        ("今年出海八次，其中事先通報僅兩次。", chinese("其餘四分之三沒有。")),
        ("雙方各負擔新台幣三千萬元。", chinese("兩國共負擔六千萬元。")),
        ("共收到一千一百三十份申請，競爭一百一十個名額。", chinese("約十人取一。")),
        ("每周班次由五百零四班提高到五百六十班。", chinese("班次上調約11%。")),
        ("投資創下歷史次高，泰國排第三。", english("Investment was the second-highest on record.")),
        ("署名は５万４千筆に上った。会員は８千人だ。", chinese("逾5萬人連署。")),
        ("平均年齢は８７・９歳になった。", chinese("平均年齡近88歲。")),
        ("船員17名登岸，其中六名遭扣留。", chinese("17名船員登岸。") | english("Six sailors were held.")),
        ("公司沒有收到通知。", chinese("公司沒有收到通知。") | english("It had received no notice.")),
        (
            "倉庫を月額２０万元で借りる。修繕費は５０万円だ。",
            english("It rents a store for 200,000 yuan a month."),
        ),
        ("심사 기간을 30일에서 12일로 줄인다. 접수는 45일 걸린다.", chinese("審查由30天減為12天。")),
        ("該計畫提供三十五個實習名額，首期有二十人報到。", chinese("計畫將培訓三十五人。")),
        ("遊客以法國四十萬人居首，荷蘭第二，瑞典第三。", chinese("法國、荷蘭、瑞典居前三名。")),
        ("基金撥出八百萬元，其餘四分之三留待明年。", chinese("先撥約四分之一。")),
        ("會議在尼泊爾首都舉行，尼泊爾總理致詞。", chinese("會議在加德滿都召開。")),
        ("Manila and Tokyo link their coast guards.", chinese("菲律賓與日本海上執法單位連線。")),
        ("會議沒有討論漁權問題，漁權問題留待明年。", chinese("會議避談漁權問題。")),
    ],
)
def test_it_passes(body, words):
    assert asked(words, body) == []


@pytest.mark.parametrize(
    ("body", "words", "quote"),
    [
        ("4名船員受傷，現場有三艘船。", chinese("三人受傷。"), "三"),
        ("Vietnam sent one ship. The Philippines deployed three.", chinese("菲方出動五艘。"), "五"),
        ("福島等10個都縣的產品仍不得進口。", english("Fukushima and eight other prefectures."), "eight"),
        ("두 사람은 113분간 회담했다.", chinese("兩人談了將近四小時。"), "四"),
        ("門檻從500萬日圓提高到3000萬日圓。", english("It rises sevenfold."), "seven"),
        ("他8月18日（星期一）抵達，星期二傍晚會見總理。", chinese("他於20日會見總理。"), "20日"),
        ("總統潘尼亞重申立場。", english("President Alvarado repeated it."), "Alvarado"),
        ("Adrian Lim spoke.", chinese("他在德里發言。"), "德里"),
        ("Only 52 percent are over 80.", chinese("六成五年過八旬。"), "六成五"),
        ("雙方發表長達14條的聲明。", english("They issued a 13-point statement."), "13"),
        ("停電發生在兩週前。", english("There will be a power cut two weeks later."), "two weeks"),
        ("全年旅客共五十二萬人次，每日上限四百人。", english("About 250,000 people came."), "250,000"),
        ("稅率為百分之三。", chinese("稅率近一成。"), "一成"),
        ("議案以152票贊成、107票反對通過。", chinese("贊成比反對多55票。"), "55"),
        ("碼頭吊車有三成為外國品牌。", english("Some 40 percent of cranes are foreign."), "40"),
        ("今年出海八次，其中事先通報僅兩次。", chinese("三分之二未事先通報。"), "三分之二"),
        ("雙方各負擔新台幣三千萬元。", chinese("兩國共負擔八千萬元。"), "八千萬"),
        ("每周班次由五百零四班提高到五百六十班。", chinese("班次上調約31%。"), "31"),
        ("投資創下歷史次高，泰國排第三。", english("Investment was the fourth-highest ever."), "fourth"),
        ("倉庫を月額２０万円で借りる。", english("It rents a store for 200,000 yuan a month."), "200,000"),
        ("심사 기간을 30일에서 12일로 줄인다.", chinese("審查由30天減為14天。"), "14"),
        ("基金撥出八百萬元，本市四分之三的學校受惠。", chinese("先撥約四分之一。"), "四分之一"),
        ("會議在尼泊爾舉行，尼泊爾總理致詞。", chinese("會議在加德滿都召開。"), "加德滿都"),
        (
            MINISTRIES,
            chinese("外交部說會談順利。") | english("The transport ministry will pay subsidies."),
            "transport ministry",
        ),
    ],
)
def test_what_is_wrong_beside_it_is_told(body, words, quote):
    assert quote in [one for _, one in asked(words, body)]
