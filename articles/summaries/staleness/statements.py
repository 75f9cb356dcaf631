"""The parts of a body (Markdown) that say something, apart from what only stands beside it."""

import re
from dataclasses import dataclass
from functools import cached_property

from articles.text.plain import TARGET, plain_text
from articles.text.press.captions import split_credit

LONGEST_CREDIT = 60  # characters: a longer line is a sentence of the article
PICTURE = re.compile(rf"!\[[^\[\]]*\]{TARGET}")
LINK = re.compile(r"(?<!\\)\[([^\[\]]{0,300})\]\((?:[^()\s]|\([^()\s]*\))*(?:\s{1,9}\"[^\"\n]{0,300}\")?\)")
CAPTION = re.compile(r"^[ \t]*[▲▼△▽][ \t]*(\S.*)$", re.MULTILINE)
HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]++(.*[^\s#])[ \t#]*$", re.MULTILINE)
ADDRESS = re.compile(r"<?(?:https?://|www\.)[\x21-\x3b\x3d\x3f-\x7e]+>?")
INDENT = re.compile(r"^[ \t\u3000]+", re.MULTILINE)

# What a line opens with that says who made the page or where to read on, and nothing of the matter.
MAKERS = (
    "(?:責任|责任|執行|执行|核稿|文字|值班|實習|实习|新媒體|網路|网络)?(?:編輯|编辑|責編|责编|審校|审校|校對|校对|核稿|編審|编审|監製|监制)"
    "|作者|撰文|文|記者|记者|攝影|摄影|圖|图|翻譯|翻译|編譯|编译|資?料?來源|资?料?来源|原文|原載|原载|出處|出处|source|by"
)
NOTE = "編按|编按|編者按|编者按|編註|编注|譯註|译注|editor's note|note"
READ_ON = (
    "延伸閱讀|延伸阅读|相關新聞|相关新闻|相關報導|相关报道|相關閱讀|相关阅读|推薦閱讀|推荐阅读|更多新聞|更多新闻|看更多|更多精彩|點擊|点击"
    "|下載|下载|訂閱|订阅|追蹤我們|關注我們|关注我们|加入我們的|(?:歡迎|欢迎)(?:訂閱|订阅|轉載|转载|加入|關注|关注|追蹤|分享|投稿)|掃描|扫描|掃碼|扫码|版權所有|版权所有|著作權|©"
    r"|(?:copyright|all rights reserved|subscribe|sign up|read more|related|follow us|download)\b"
)
_OPENING, _COLON = r"[\s*_>（(【\[〔▍■◎●→]*", r"\s*[:：／/丨|]"
BESIDE = re.compile(
    rf"{_OPENING}(?:※|(?:{NOTE}){_COLON}|(?:{MAKERS}){_COLON}(?!.*。)|{READ_ON}|[（(]?(?:完|全文完|本文完|end)[）)]?$)",
    re.IGNORECASE,
)
# But what sets something right says the matter anew.
CORRECTION = re.compile(
    r"更正|勘誤|勘误|訂正|订正|修正|誤植|误植|澄清|致歉|實為|实为|應為|应为|correct|clarif|erratum|misstated",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Statements:
    """What a body says, in plain text. prose: its paragraphs, lists, quotes and tables, headings included."""

    body: str

    @cached_property
    def everything(self) -> str:
        """All of it but pictures and captions."""
        return plain_text(self._words)

    @cached_property
    def prose(self) -> str:
        return plain_text(self._kept)

    @cached_property
    def prose_without_headings(self) -> str:
        return plain_text(HEADING.sub("", self._kept))

    @cached_property
    def headings(self) -> list[str]:
        return [plain_text(heading) for heading in HEADING.findall(self._kept)]

    @cached_property
    def captions(self) -> list[str]:
        """The captions without their credits."""
        return [split_credit(line).caption for line in CAPTION.findall(self.body)]

    @cached_property
    def _words(self) -> str:
        body = INDENT.sub("", self.body.replace("\r\n", "\n"))
        return ADDRESS.sub("", LINK.sub(r"\1", PICTURE.sub("", body)))

    @cached_property
    def _kept(self) -> str:
        return "\n".join("" if is_beside(line) else line for line in self._words.split("\n"))


def is_beside(line: str) -> bool:
    """Whether a line is a note, a credit or furniture, and corrects nothing."""
    is_note = line.lstrip().startswith("※")
    return bool(
        (is_note or len(line) <= LONGEST_CREDIT) and BESIDE.match(line) and not CORRECTION.search(line)
    )
