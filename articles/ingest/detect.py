"""What kind of document it is, told by its content. The name's ending settles only what content leaves open."""

import re
from statistics import median

from articles.ingest.documents import Kind, RawDocument

# How much of a document is looked at, in characters; kinds show early, and some pages are megabytes.
SAMPLE = 60_000

PAGE_OPENING = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
PAGE_TAGS = re.compile(r"<(?:html|head|body|title|meta|link|script|nav|header|footer|main)\b[^>]*>", re.IGNORECASE)
BLOCK_TAGS = re.compile(r"<(?:p|div|h[1-6]|ul|ol|li|table|tr|td|section|article|figure|blockquote|br|img|span|a)\b[^>]*>", re.IGNORECASE)

FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)")
FRONT_MATTER_FIELD = re.compile(r"^[A-Za-z_][\w-]*\s*:", re.MULTILINE)
# A line that is one link, underlined: how archives of posts print their title.
LINKED_TITLE = re.compile(r"^\[[^\n]+\]\([^\n]+\)[ \t]*\n(?:-{3,}|={3,})[ \t]*$", re.MULTILINE)
# Marks of Markdown that plain text has no use for, each counted once a line. A lone * or - may be a menu.
MARKDOWN_MARKS = (
    re.compile(r"^#{1,6}\s+\S", re.MULTILINE),  # headings
    re.compile(r"!?\[[^\]\n]*\]\((?:https?:|/|\.)[^)\s]*[^)\n]*\)"),  # links and pictures
    re.compile(r"^[^\n]{2,80}\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),  # setext headings
    re.compile(r"\*\*\S[^*\n]*\S\*\*|__\S[^_\n]*\S__"),  # bold
    re.compile(r"^>\s+\S", re.MULTILINE),  # quotes
    re.compile(r"^```", re.MULTILINE),  # code
)

PAGE_NUMBER = re.compile(r"^\s*(?:-\s*)?(?:第\s*)?\d{1,4}(?:\s*[頁页])?(?:\s*/\s*\d{1,4})?(?:\s*-)?\s*$")
SENTENCE_END = re.compile(r"[。！？!?.…：:；;]['\"」』”’）)】〕]*\s*$")

# What pages print around articles, each seldom in an article itself.
FURNITURE = (
    re.compile(r"^\s*[•·◦▪●*+|›»>–-]\s*(?:\S|$)"),  # list marks of menus
    re.compile(r"\|.*\||[›»>]\s*\S+\s*[›»>]"),  # menus on one line, bread crumbs
    re.compile(r"版權所有|版权所有|©|copyright|all rights reserved|著作權|隱私|隐私|利用規約|プライバシー|ICP[备備]|公网安备", re.IGNORECASE),
    re.compile(r"^\s*(?:分享|轉寄|列印|收藏|讚|點讚|点赞|留言|評論|评论|登入|登录|登錄|註冊|注册|訂閱|订阅|搜[尋寻索]|首[頁页]|回[上到]|更多|下載|ログイン|シェア|share|login|sign in|subscribe|menu|search|home)", re.IGNORECASE),
    re.compile(r"(?:相關|相关|延伸|推薦|推荐|熱門|热门|最新|更多|編輯精選|人氣|ランキング|関連|related)(?:新聞|新闻|閱讀|阅读|文章|報導|报道|推薦|推荐|記事|stories)?\s*[:：]?\s*$", re.IGNORECASE),
    re.compile(r"(?:發布|发布|發佈|更新|出版|刊登)(?:時間|时间|日期)?\s*[:：]"),  # time stamps
    re.compile(r"^\s*(?:記者|记者|文|作者|編譯|编译)\s*[/／|｜:：]"),  # byline of a page
    re.compile(r"^\s*[▲▼△▽]"),  # caption marks
    re.compile(r"^\s*date\s+\d{4}-\d\d-\d\d", re.IGNORECASE),
)  # fmt: skip


def detect(raw: RawDocument, text: str | None) -> Kind:
    """The kind of a document.

    text: the decoded text; None for bytes that are not text, which only a PDF may be.
    """
    if raw.data[:1024].lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    sample = (text or "")[:SAMPLE]
    if _is_page(sample):
        return Kind.HTML
    if _is_markdown(sample):
        return Kind.MARKDOWN
    if _is_marked_up(sample):
        return Kind.HTML
    return _plain_kind(sample)


def _is_page(text: str) -> bool:
    """A whole HTML page, not a post with HTML inside."""
    return bool(PAGE_OPENING.match(text)) or len(PAGE_TAGS.findall(text)) >= 5


def _is_markdown(text: str) -> bool:
    return _has_front_matter(text) or bool(LINKED_TITLE.search(text)) or _markdown_marks(text)


def _has_front_matter(text: str) -> bool:
    match = FRONT_MATTER.match(text.removeprefix("\ufeff"))
    return bool(match and FRONT_MATTER_FIELD.search(match.group()))


def _markdown_marks(text: str) -> bool:
    """Two sorts of marks, or one often enough for the length of the text."""
    counts = [len(mark.findall(text)) for mark in MARKDOWN_MARKS]
    return sum(bool(count) for count in counts) >= 2 or sum(counts) >= max(3, text.count("\n") / 20)


def _is_marked_up(text: str) -> bool:
    """HTML without the page around it: tags of blocks, closed, and a good many for the length."""
    tags = len(BLOCK_TAGS.findall(text))
    return tags >= 2 and "</" in text and tags * 2000 > len(text) or text.lstrip().startswith("<") and tags >= 1


def _plain_kind(text: str) -> Kind:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return Kind.CLEAN_TEXT
    if "\f" in text or _is_hard_wrapped(lines):
        return Kind.PDF_TEXT
    return Kind.SCRAPE if _has_furniture(text, lines) else Kind.CLEAN_TEXT


def _width(line: str) -> int:
    """Columns on paper: an East Asian character takes two, a Latin one about one."""
    return sum(2 if char > "\u2e7f" else 1 for char in line)


def _is_hard_wrapped(lines: list[str]) -> bool:
    """Whether most running lines are as wide as the widest usual one and break inside their sentences."""
    widths = sorted(_width(line) for line in lines)
    running = [line for line in lines if _width(line) >= 30]
    if len(running) < 8:
        return False
    full = median(sorted(_width(line) for line in running)[len(running) // 4 :])
    level = [line for line in running if abs(_width(line) - full) <= max(4, 0.1 * full)]
    broken = sum(not SENTENCE_END.search(line) for line in level)
    return (
        len(level) >= 0.55 * len(running)
        and broken >= 0.6 * len(level)
        and widths[-1] <= 3 * full
        and sum(_width(line) for line in level) >= 0.5 * sum(widths)
    )


def _has_furniture(text: str, lines: list[str]) -> bool:
    """Whether any page furniture stands around the text: its marks, or many short lines that are no sentences."""
    marked = sum(any(sign.search(line) for sign in FURNITURE) for line in lines)
    short = sum(_width(line) < 40 and not SENTENCE_END.search(line) for line in lines)
    return marked >= 1 or short > 0.4 * len(lines)
