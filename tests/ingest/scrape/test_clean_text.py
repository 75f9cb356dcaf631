"""A text that holds nothing but an article is its headline and all that follows."""

from articles.ingest.documents import RawDocument
from articles.ingest.scrape import parse as scrape

FIRST = "渡輪停航的第一個晚上，碼頭上還亮著燈。"
REST = "老船長說，他收到的信都寫給明天的乘客，因此一封也沒有拆。隔天清晨，信全都送到了對岸的郵局。"


def parsed(*lines):
    document = scrape.parse("\n".join(lines), RawDocument("clean.txt", b""))
    return document.headline, [block.text for block in document.blocks]


def test_a_sentence_and_a_cross_heading_below_the_headline_belong_to_the_body():
    told = (
        "前段時間，一位霧港姑娘在南磯街頭彈琴的片段被許多人轉發。",
        "街頭的第一首曲子",
        "她說，最初只是想替渡輪募款。",
        "兩年下來，她彈過的碼頭已有十六座，每一座都留下一首曲子。",
    )
    assert parsed("十六座碼頭的琴聲", *told) == ("十六座碼頭的琴聲", [*told])


def test_first_lines_without_full_stops_belong_to_the_body():
    verses = ("一波接一波的東北風吹進港口 把舊稅關染成橘紅", "沿著海堤走到燈塔 一路上雲氣在山頭徘徊")
    assert parsed("霧港賞楓", *verses, REST, REST[::-1])[1][:2] == [*verses]


def test_a_name_with_its_office_below_the_headline_stays_out_of_the_body():
    headline, blocks = parsed("十六封信的碼頭", "沈亦舟 海風大學國際關係研究所教授", REST, FIRST)
    assert (headline, blocks) == ("十六封信的碼頭", [REST, FIRST])
