"""What summaries of everyday news say in their own words: results, races, courts, companies and holidays."""

import pytest

from articles.summaries.checks import Names, Topic
from tests.summaries.checks.test_beside import asked
from tests.summaries.checks.words import chinese, english, found

RACE = (
    "上月在港口馬拉松改寫紀錄的老將柯蓮絲再度出賽，跑出4小時12分36秒。柯蓮絲是韓裔美籍人，返回美國後才開始練跑。\n"
    "她在港口馬拉松跑出4小時05分18秒，改寫了德國跑者米雅塔保持的同年齡組世界紀錄。"
)
POLICE = (
    "霧港警方3月19日通報，近日偵破一宗假冒船東的詐騙案，抓獲嫌犯潘某，涉案金額30多萬元。\n"
    "3月8日，民警在東堤抓獲潘某。"
)
AID = "美國22日說，由於越南政府未能阻止偷渡，將削減對該國的援助。\n越南已啟動援助計畫，將提供就業機會。"
COURT = "聯邦法官岑一帆（Gordon Shum）3日裁定計畫暫停。發言人Clara Dunn未回應。"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (RACE, english("She ran 4:12:36, short of the 4:05:18 she set a month before.")),
        (
            RACE,
            chinese(
                "韓裔美國跑者柯蓮絲跑出4小時12分36秒，未能刷新她在港口馬拉松創下的4小時05分18秒世界紀錄。"
            ),
        ),
        (POLICE, chinese("霧港警方3月8日抓獲潘某，他涉嫌假冒船東騙走30多萬元。")),
        (AID, chinese("美國22日說，將中斷或削減對越南的援助。")),
        ("學院發出無條件錄取通知書約一百份。", chinese("學院發出此類錄取通知書約一百份。")),
        (
            "美國商務部5月3日公告將霧港船廠列入清單。",
            chinese("美國商務部5月3日將其列入出口清單，起訴其台灣、德國夥伴與日本股東。")
            | english(
                "The US put it on its list on 3 May and sued its Taiwanese, German and Japanese partners."
            ),
        ),
        (
            "首相岑一帆宣布組建3個貿易委員會。首相辦公室6日稱，將討論如何在港口營造最佳經商環境。",
            chinese("首相岑一帆宣布組建委員會，討論如何在港口營造最佳經商環境。"),
        ),
        (
            "召回範圍擴大到2010-2016年生產的渡輪。",
            english("The recall covers ferries built from 2010 to 2016."),
        ),
        ("當局對漁船施加新的管制。火箭定於3日升空。", english("A rocket is due to lift off on the 3rd.")),
        ("他拿下39分17個籃板，得分79.5分的對手居次。", english("He scored 39 points and his rival 79.5.")),
        ("得分99.1的霧港居首。", chinese("霧港以99.1分居首。")),
        ("身高1米93的新秀面對2米13的中鋒。", english("The 1.93-metre rookie faced a 2.13-metre centre.")),
        ("拜仁主場以1-1被逼平。", english("Bayern Munich drew 1-1 at home.")),
        ("火箭客場80-98不敵雷霆。", english("The Houston Rockets lost 98-80.")),
        ("火箭客場80-98不敵雷霆。", chinese("火箭客場以80比98負於雷霆。")),
        ("甲隊告負，局分21-25、25-18、22-25。", chinese("乙隊以25比21、18比25、25比22勝出。")),
        (
            "第18144期開出二等獎437注，冷門爆出1賠9.94。",
            chinese("第18144期開出二等獎437注，冷門1賠9.94。")
            | english("Draw 18144 had 437 second prizes; one result paid 9.94 to 1."),
        ),
        ("司機將路線延長了14公里，把兩人送回學校。", chinese("他把兩人送回學校，多開14公里。")),
        (
            "近四年推出的手機有六成更新。",
            chinese("近四年推出的手機有六成更新。") | english("Of phones of the past four years, 60% did."),
        ),
        ("考试报名人数突破十万。", english("China's examination drew over 100,000.")),
        ("美国外来移民年薪最高，为18万美元。", english("Migrants in the United States earn most.")),
        ("球員不介意走紅：選手就要靠成績說話。", chinese("選手就要靠成績說話。")),
        ("球隊半場沒有得分，已是連續三場。", chinese("球隊連續三場半場0得分。")),
        ("他接受本報採訪時談到妹妹的後事。", chinese("他婉拒協會幫助。")),
        ("农民不到一个月增收四千元。", chinese("農民不到一月增收四千元。")),
        ("影片16日在北美上映。", english("It opens in North America on the 16th.")),
        (
            "新歌將於12月13發行，影片第3分10秒後他才現身。",
            english("It is due on December 13; he is seen after 3 minutes 10 seconds."),
        ),
        ("張先生不擅看走勢，也不會自己研究號碼。", chinese("他說自己不會研究號碼。")),
        ("受訪者中，其中四成五在職場受過羞辱。", english("Of them 45% felt it, most of all the young.")),
        ("共同創辦的江海大學與江海學院合併。", chinese("江海大學合併。")),
        (COURT, english("Judge Gordon Shum halted it; spokeswoman Clara Dunn did not reply.")),
    ],
)
def test_it_passes(body, words):
    assert asked(words, body) == []


@pytest.mark.parametrize(
    ("body", "words", "quote"),
    [
        (RACE, english("She ran 4:12:37 this time."), "37"),
        (COURT, english("Judge Gordon Shaw halted it."), "Judge Gordon Shaw"),
        (
            "霧港中級法院5月3日撤銷東堤法院一審判決，判三名被告賠償24萬元。",
            chinese("霧港中級法院5月3日維持一審判決，判三名被告賠償24萬元。"),
            "維持一審",
        ),
        (
            "日本眾議院議長5月3日反駁韓國有關取消公民權的說法。",
            english("Japan's lower house speaker on 3 May backed South Korea's claim on citizenship."),
            "backed",
        ),
        ("松柏資本參與了這輪融資。", chinese("紅葉資本參與了這輪融資。"), "紅葉資本"),
        ("國家版權局公布結果。", chinese("國家知識產權局公布結果。"), "產權局"),
        ("主隊以121-107擊敗客隊。", chinese("主隊以107比121擊敗客隊。"), "107比121"),
        ("身高1米93的新秀出賽。", english("The rookie is 1.95 metres tall."), "1.95"),
        ("他拿下39分17個籃板。", english("He scored 49 points."), "49"),
        ("火箭客場98-80擊敗雷霆。", chinese("火箭客場以80比98戰勝雷霆。"), "80比98"),
        (
            "貝里斯政府仍捐贈十五萬美元協助台灣重建。",
            english("Taiwan donated $150,000 to Belize."),
            "Taiwan donated $150,000 to Belize",
        ),
        (
            "霧港警方3月19日抓獲嫌犯潘某，涉案金額30多萬元。他3月8日抵港。",
            chinese("霧港警方3月8日抓獲嫌犯潘某，涉案金額30多萬元。"),
            "3月8日",
        ),
    ],
)
def test_what_is_wrong_is_told(body, words, quote):
    assert quote in [one for _, one in asked(words, body)]


def test_a_family_name_alone_may_be_of_somebody_whom_no_glossary_knows():
    minister = Names((Topic("wang", "person", (("zh-Hant", "王毅"), ("en", "Wang Yi"))),))
    assert found(english("A Mr Wang won it."), "一位王先生中了頭獎。", names=minister) == []
    assert found(english("A Mr Wang won it."), "一位陳先生中了頭獎。", names=minister) == [
        ("en", "name", "Wang")
    ]
