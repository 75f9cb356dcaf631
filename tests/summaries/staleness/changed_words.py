"""Small changes of two invented bodies, each of one word or two: what becomes what."""

CHINESE = """\
臺北與首爾的學者上午在濟州島開會，討論半導體供應鏈。主辦單位說，今年有二十多人報到，是第三次舉辦\
，其中三成是青年。會議於2025/08/27下午3時開幕，10~12日安排參訪，行程由前駐日代表\
主持。

前大使吳庭安表示，未來三年內兩國貿易額可望突破一百二十億美元，年增百分之三點五，逾三十家廠商涉嫌\
規避管制一事仍待釐清。他認為這是唯一的出路……。據稱總統府僅派出一名男子與會，他的長女則擔任翻譯\
。

南海的情勢也列入議程。漁民協會估計，每年約有5萬人受惠，海上救援時間縮短40%以上。與會者於閉幕\
式宣讀〈濟州宣言〉，同意每兩年輪流主辦，下一屆由高雄市接手。經費由兩國各自負擔，不足之處再由基金\
會補助。媒體指出，宣言沒有法律約束力，但有象徵意義。
"""

ENGLISH = """\
The U.S. envoy said on Sept. 3 that Washington would send 10,000 tonnes of grain, worth $5 \
million, by e-mail order. Mr. Lee, who chairs the programme, called it "a modest start" at 3 \
p.m. in Busan. Nearly half of the ships — 45 percent — have left port; the rest will sail \
towards Incheon within two days.

Officials in Japan have not confirmed the route. They said the navy had detained one fisherman, \
a 34-year-old man from Nagasaki, after a collision that injured nobody. The company denied \
responsibility and promised to pay compensation to all families. It was the only accident since \
the 1990s, according to the coast guard's annual report, which lists 212 rescues.
"""

CHINESE_COSMETIC = [
    ("臺北", "台北"),
    ("……。", "⋯⋯。"),
    ("二十多人", "20多人"),
    ("二十多人", "二十餘人"),
    ("第三次", "第3次"),
    ("三成", "30%"),
    ("三成", "百分之三十"),
    ("2025/08/27", "2025年8月27日"),
    ("2025/08/27", "2025-08-27"),
    ("下午3時", "下午三時"),
    ("下午3時", "下午3點"),
    ("10~12日", "10至12日"),
    ("一百二十億", "120億"),
    ("百分之三點五", "3.5%"),
    ("三十家", "30家"),
    ("一名男子", "1名男子"),
    ("〈濟州宣言〉", "《濟州宣言》"),
    ("5萬人", "五萬人"),
    ("5萬人", "50,000人"),
    ("40%", "40％"),
    ("40%", "四成"),
    ("每兩年", "每2年"),
    ("兩國", "二國"),
    ("下一屆", "下屆"),
    ("表示，", "表示:"),
    ("與會者於", "與會者在"),
    ("釐清", "厘清"),
    ("報到，", "報到；"),
    ("擔任翻譯", "擔任繙譯"),
    ("仍待", "尚待"),
    ("情勢", "情势"),
    ("高雄市接手", "高雄市接棒"),
    ("學者上午", "學者們上午"),
    ("吳庭安表示", "吳庭安則表示"),
    ("估計", "预估"),
    ("。\n\n南海", "。\n\n---\n\n南海"),
    ("。\n\n南海", "。\n\n***\n\n南海"),
    ("濟州島開會", "濟州島&nbsp;開會"),
    ("同意每", "均同意每"),
    ("媒體指出", "有媒體指出"),
    ("象徵意義", "象徵性意義"),
    ("逾三十家", "超過三十家"),
    ("突破一百", "突破了一百"),
    ("南海的情勢", "南海情勢"),
    ("經費由", "費用由"),
]
CHINESE_SUBSTANCE = [
    ("第三次", "第四次"),
    ("三成", "四成"),
    ("上午在", "下午在"),
    ("臺北與", "臺中與"),
    ("未來三年", "過去三年"),
    ("可望突破", "已突破"),
    ("前大使", "大使"),
    ("前大使", "副大使"),
    ("吳庭安表示", "林庭安表示"),
    ("逾三十", "近三十"),
    ("唯一的", "其中一個"),
    ("涉嫌規避", "規避"),
    ("據稱總統府", "總統府"),
    ("總統府", "總理府"),
    ("僅派出", "派出"),
    ("一名男子", "一名女子"),
    ("長女", "次女"),
    ("長女", "長子"),
    ("南海的", "東海的"),
    ("每年約有", "每月約有"),
    ("5萬人", "5人"),
    ("5萬人", "5千人"),
    ("以上。", "以下。"),
    ("40%", "4%"),
    ("同意每兩年", "拒絕每兩年"),
    ("高雄市", "基隆市"),
    ("各自負擔", "共同負擔"),
    ("沒有法律", "具有法律"),
    ("學者上午", "官員上午"),
    ("半導體供應鏈", "稀土供應鏈"),
    ("10~12日", "10~15日"),
    ("駐日代表", "駐美代表"),
    ("百分之三點五", "百分之三點八"),
    ("縮短", "延長"),
    ("擔任翻譯", "拒絕翻譯"),
    ("突破一百二十億", "跌破一百二十億"),
]
ENGLISH_COSMETIC = [
    ("U.S.", "US"),
    ("Sept. 3", "September 3"),
    ("Sept. 3", "3 September"),
    ("10,000", "10000"),
    ("$5 million", "$5,000,000"),
    ("e-mail", "email"),
    ("Mr. Lee", "Mr Lee"),
    ("programme", "program"),
    ("3 p.m.", "3pm"),
    (" — 45 percent — ", " (45%) "),
    ("45 percent", "45 per cent"),
    ("towards", "toward"),
    ("within two days", "within 2 days"),
    ("have not", "haven't"),
    ("34-year-old", "34 year old"),
    ("the 1990s", "the 1990's"),
    ("coast guard", "coastguard"),
    ("tonnes", "tons"),
    ("nobody", "no one"),
    ("Mr. Lee, who chairs", "Lee, who chairs"),
    ("Nearly half", "Almost half"),
    ("denied", "has denied"),
    ("annual report", "yearly report"),
]
ENGLISH_SUBSTANCE = [
    ("Sept. 3", "Sept. 4"),
    ("Sept. 3", "Oct. 3"),
    ("would send", "would not send"),
    ("10,000", "1,000"),
    ("$5 million", "$5 billion"),
    ("$5", "€5"),
    ("3 p.m.", "3 a.m."),
    ("Mr. Lee", "Mr. Kim"),
    ("Mr. Lee", "Ms. Lee"),
    ("Busan", "Mokpo"),
    ("half of", "most of"),
    ("within two days", "within two weeks"),
    ("have not confirmed", "have confirmed"),
    ("one fisherman", "two fishermen"),
    ("34-year-old man", "34-year-old woman"),
    ("after a collision", "before a collision"),
    ("injured nobody", "injured many"),
    ("injured", "killed"),
    ("denied", "accepted"),
    ("all families", "some families"),
    ("only accident", "latest accident"),
    ("1990s", "1980s"),
    ("212", "221"),
    ("grain", "steel"),
    ("Officials in Japan", "Officials in Korea"),
    ("navy", "army"),
    ("detained", "released"),
]
