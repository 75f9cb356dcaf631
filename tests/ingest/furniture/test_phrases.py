"""The table of furniture: one row a kind of line, asked by every parser."""

import pytest

from articles.ingest.furniture import notes, phrases
from articles.ingest.furniture.phrase import Phrase
from articles.ingest.furniture.phrases import ends_article, furniture_rule, is_end_mark, page_rule, tool_rule
from articles.ingest.plain.widths import width

ROWS = [
    pytest.param(row, id=f"{name.lower()}")
    for room in (phrases, notes)
    for name, row in vars(room).items()
    if isinstance(row, Phrase)
]


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_its_reason_and_asks_something(row):
    assert row.why.endswith(".")
    assert row.patterns or row.label or row.words
    assert bool(row.patterns) == bool(row.longest)


@pytest.mark.parametrize("row", ROWS)
def test_no_row_looks_at_a_line_beyond_its_bound(row):
    assert not row.says(None, row.longest + 1)


# A line of each kind that pages print, by the rule that leaves it out of a plain text.
PRINTED = {
    "related": (
        *(
            "相關影音",
            "推薦新聞",
            "上一篇：海岬的風",
            "網友留言",
            "留言（3）",
            "Related",
            "You may also like",
            "Popular",
        ),
        *("関連記事", "外部サイト", "관련 기사"),
    ),
    "legal": ("© 2025 海岸日報", "版權所有", "轉載請註明出處", "海ICP備20250824號", "無断転載を禁じます"),
    "share": (
        *("分享這篇", "Facebook", "微信｜Facebook", "Share this article", "Enlarge this image"),
        *("この記事をシェア", "공유하기"),
    ),
    "advert": (
        *("廣告", "Sponsored content", "繼續閱讀", "請繼續往下看", "The story continues below"),
        "這個廣告有什麼問題",
    ),
    "list": ("3小時前", "3 hours ago", "3시간 전"),
    "related link": ("延伸閱讀：港口的早晨", "同場加映：碼頭夜色", "Read more: The harbour at dawn"),
    "paywall": (
        *("訂閱後才能閱讀全文", "本文為訂戶專屬", "歡迎成為本報訂戶", "有料会員記事です", "続きを読むには"),
        *("Sign in to keep reading", "This post is for paid subscribers", "For subscribers only"),
        *(
            "You've reached your limit of free articles.",
            "加入會員每月只要99元",
            "会員になると全文が読めます",
        ),
    ),
    "player": (
        *(
            "Video Player is loading.",
            "End of dialog window.",
            "Your browser does not support the audio element.",
        ),
        *("視頻加載失敗", "您的瀏覽器不支持視頻播放", "動画を再生できません", "동영상을 재생할 수 없습니다."),
    ),
    "notice": (
        *(
            "이 기사는 정치 섹션으로 분류됐습니다",
            "提醒您：發言會公開",
            "★海岸線上關心您：出海請穿救生衣",
            "在瀏覽器中開啟",
            "同意隱私政策",
        ),
        *(
            "We value your privacy",
            "偵測到您啟用了廣告阻擋工具，請關閉。",
            "広告ブロック機能をオフにしてください。",
        ),
        *("현재 광고 차단 기능을 사용 중입니다", "Please turn off your ad blocker", "이미지 확대"),
    ),
    "promotion": (
        *("歡迎來到我們的粉絲專頁", "掃碼關注", "歡迎追蹤", "Get our free app", "アプリをダウンロード"),
        *("Subscribe today for $1 a week.", "앱 지금 바로 다운받기", "채널을 추가하고 속보를 받아보세요."),
    ),
    "": (
        *("相關新聞很少，居民都在等。", "分享橘子的人都走了。", "兩國外長會晤"),
        *(
            "各會員國每年召開一次會議。",
            "양국은 외교 채널을 추가로 설치했다.",
            "同社のアプリは百万回ダウンロードされた。",
        ),
        *(
            "The grants are meant to support independent journalism.",
            "They want unlimited access to the port.",
        ),
        *("Advertising revenue fell in March.", "開發視頻播放器的公司遷往對岸。"),
    ),
}


@pytest.mark.parametrize(
    ("line", "rule"), [(line, rule) for rule, lines in PRINTED.items() for line in lines]
)
def test_a_line_of_furniture_is_left_out_of_a_text_by_its_rule(line, rule):
    assert furniture_rule(line, width(line)) == rule


@pytest.mark.parametrize(
    ("line", "widest"),
    [
        ("相關影音", 16),
        ("版權所有", 90),
        ("分享這篇", 14),
        ("廣告", 45),
        ("3小時前", 30),
        ("延伸閱讀：港口的早晨", 60),
        ("訂閱後才能閱讀全文", 60),
        ("在瀏覽器中開啟", 60),
        ("歡迎來到我們的粉絲專頁", 90),
        ("掃碼關注", 90),
    ],
)
def test_words_are_trusted_up_to_a_width_in_han_characters(line, widest):
    rule = furniture_rule(line, 0)
    assert furniture_rule(line, widest) == rule
    assert furniture_rule(line, widest + 1) != rule


@pytest.mark.parametrize(
    ("asked", "line", "longest"),
    [
        (ends_article, "延伸閱讀", 24),
        (phrases.readers_follow, "留言 12", 24),
        (phrases.is_paywall, "訂閱後才能閱讀全文", 60),
        (tool_rule, "掃碼關注", 90),
    ],
)
def test_a_page_s_line_is_asked_up_to_a_length_in_characters(asked, line, longest):
    assert asked(line.ljust(longest, "。"))
    assert not asked(line.ljust(longest + 1, "。"))


@pytest.mark.parametrize("line", ["（完）", "全文完", "END", "終わり", "끝"])
def test_a_word_alone_marks_the_end_of_an_article(line):
    assert is_end_mark(line)


def test_a_sentence_about_the_end_marks_none():
    assert not is_end_mark("完成談判")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("分享到微信", "share"),
        ("登入／註冊", "share"),
        ("字號：大 中 小", "share"),
        ("相關新聞：", "related"),
        ("看更多", "related"),
        ("廣告", "advert"),
        ("下載 App", "advert"),
        ("關鍵字：", "tags"),
        ("desk@harbour.example", "contact"),
        ("1,204", "counter"),
        ("首頁 > 國際", "navigation"),
        ("もっと読む", "related"),
        ("分享 ab", "share"),
        ("分享 abc", ""),
        ("——", ""),
        ("來信請寄本報編輯部 desk@a.example", ""),
    ],
)
def test_a_page_tells_lines_that_are_no_prose_by_half_their_letters(line, rule):
    assert page_rule(line, least=0) == rule


def test_a_label_must_make_up_the_share_that_is_asked_for():
    assert page_rule("標籤：港口", least=0.5) == "tags"
    assert page_rule("標籤：港口上", least=0.5) == ""


@pytest.mark.parametrize("heading", ["外界關注的三個問題", "分享最後一顆橘子", "廣告費從哪裡來"])
def test_a_heading_may_hold_the_same_words(heading):
    assert page_rule(heading, least=0.9) == ""


@pytest.mark.parametrize(
    "heading",
    [
        *("相关新闻", "延伸閱讀", "更多港口新聞", "熱門新聞", "最新消息", "あわせて読みたい", "関連記事"),
        *("トピックス", "관련 기사", "Read more", "You may also like", "About the author"),
    ],
)
def test_a_heading_over_other_articles_ends_a_page_s_article(heading):
    assert ends_article(heading)


@pytest.mark.parametrize("heading", ["網友評論（12）", "留言", "12 comments", "コメント", "コメントプラス"])
def test_a_heading_over_what_readers_wrote_does_too(heading):
    assert ends_article(heading)
    assert phrases.readers_follow(heading)


@pytest.mark.parametrize("heading", ["作者怎麼看這次會談", "更多的船進港", "Popular anger", "評論家的擔憂"])
def test_a_cross_heading_ends_nothing(heading):
    assert not ends_article(heading)


@pytest.mark.parametrize(
    "line",
    [
        "歡迎訂閱本報電子報，每週三寄出。",
        "訂閱《海岸電子報》，每週五送到您的信箱！",
        "點選加入我們的頻道",
        "掃碼關注",
        "Sign up for our weekly newsletter.",
        "Sign up for our gentle Sunday Tide newsletter.",
        "Chat with us in Facebook Messenger.",
        "如果你喜歡這篇文章，歡迎每月 100 元支持海岬。",
        "您的每一筆贊助，都是守護海岸新聞的力量。",
    ],
)
def test_an_invitation_is_one_in_pages_and_in_texts(line):
    assert tool_rule(line) == furniture_rule(line, width(line)) == "promotion"


@pytest.mark.parametrize(
    "line",
    [
        "您會收到這封信，是因為您訂閱了《海岬週報》。取消訂閱",
        "如果有朋友把這封信轉寄給你，可以按這裡訂閱。",
        "You are receiving this email because you signed up on our website.",
        "このメールは「海岬通信」に登録された方へお送りしています。",
        "投稿邮箱：letters@harbour.example",
        "如有侵权请联系我们删除。",
        "记得点个在看",
        "所有時間均為港都當地時間",
    ],
)
def test_a_line_of_a_mailed_letter_or_an_account_is_a_notice(line):
    assert (tool_rule(line), furniture_rule(line, width(line))) == ("notice", "notice")


@pytest.mark.parametrize(
    "line",
    [
        "他收到這封信的時候很高興，因為信裡附了一張船票。",
        "漁會退訂這批漁網，改向對岸的工廠下單。",
        "點讚的人越來越多，市長卻沒有回應。",
        "有人把信轉寄給報社，編輯部隔天就登了出來。",
        "法院認定被告侵權，判賠三萬元。",
    ],
)
def test_a_sentence_with_such_words_is_the_story_s(line):
    assert (tool_rule(line), furniture_rule(line, width(line))) == ("", "")


@pytest.mark.parametrize("line", ["登入後才能閱讀全文", "有料会員記事です", "Subscribe to continue reading"])
def test_a_paywall_is_one_in_pages_and_in_texts(line):
    assert tool_rule(line) == furniture_rule(line, width(line)) == "paywall"


@pytest.mark.parametrize(
    "line",
    [
        "主席邀請鄰國加入亞太經濟論壇。",
        "各國歡迎新成員加入，會員國將增至十二個。",
        "外交部請國際社會關注港口的情勢。",
        "代表團立即加入談判，官方沒有說明內容。",
    ],
)
def test_states_too_are_asked_to_join_and_to_look(line):
    assert tool_rule(line) == furniture_rule(line, width(line)) == ""


@pytest.mark.parametrize(
    "line", ["null", "{{ad}}", '[caption id="1"]', "googletag.cmd.push(1)", "$$banner$$"]
)
def test_what_templates_leave_is_residue(line):
    assert tool_rule(line) == "template residue"


@pytest.mark.parametrize(
    "line",
    [
        "App Store | Google Play",
        "댓글 4 URL 복사",
        "TOGETHER WITH HARBOURLINE",
        "A quote in ninety seconds. https://harbourline.example/?utm_source=talk",
    ],
)
def test_a_row_of_buttons_is_furniture(line):
    assert furniture_rule(line, width(line))
