"""What kind of document it is, told by its content; its name settles only what that leaves open."""

import re
from statistics import median

from articles.ingest.documents import Kind, RawDocument
from articles.ingest.intake.packed import is_pdf, is_web_archive, is_word
from articles.ingest.markdown.front_matter import opening_fields
from articles.ingest.plain.marks import has_browser_margin, is_code, is_dump
from articles.ingest.plain.prints import print_edges
from articles.ingest.plain.segment import FULL_STOP
from articles.ingest.plain.widths import cells

# One tag of a block for at most this many characters: longer paragraphs than that are rare.
TEXT_PER_TAG = 2000
# Of the lines of labelled posts without a page around them .13 and more have tags; of a page copied as text,
# with a script's template among its words, .014.
LEAST_TAGGED = 0.05
# Hard-wrapped text. Widths are in cells. In the five labelled PDF texts a
# full line holds 54 to 66 cells, .81 and more of the running lines are full, .95 of those break off.
SHORTEST_RUNNING, FEWEST_RUNNING = 30, 6
# The columns of newspapers have 11 to 15 characters: so many lines of one width no menu has.
SHORTEST_IN_COLUMN, FEWEST_IN_COLUMN, RAGGED_IN_COLUMN = 22, 16, 2
RAGGED = 0.1  # how much a full line's width varies where punctuation may not begin a line
LEAST_FULL, LEAST_BROKEN = 0.55, 0.6  # of the running lines; of the full ones
LEAST_IN_COLUMN = 0.9  # of the running lines; heads and notes stand across the columns of a page
# Sentences end in .31 and more of the lines of labelled PDF texts, in .07 of a page's list of headlines.
LEAST_STOPPED = 0.15
LEAST_STOPPED_IN_COLUMN = 0.06  # of lines half as long
# Menus look hard-wrapped too. Of the lines of labelled scrapes .17 and more are furniture, of PDF texts .005.
MOST_FURNITURE = 0.08
# Fewer are enough where a text browser's headings stand out of its margin, as no PDF's text has them.
MOST_FURNITURE_SET_IN = 0.02

# How much of a document is looked at, in characters; kinds show early, and some pages are megabytes.
SAMPLE = 60_000

PAGE_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
PAGE_TAGS = re.compile(
    r"<(?:html|head|body|title|meta|link|script|nav|header|footer|main)\b[^<>]*>", re.IGNORECASE
)
BLOCK_TAGS = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|li|table|tr|td|section|article|figure|blockquote|br|img|span|a)\b[^<>]*>",
    re.IGNORECASE,
)

FRONT_MATTER = re.compile(
    r"\s*(?:---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?:[^\n]*\n){0,200}?\+\+\+)[ \t]*(?:\n|$)"
)
FRONT_MATTER_FIELD = re.compile(r"^[A-Za-z_][\w-]*\s*[:=]", re.MULTILINE)
# A first line that is one link, underlined: how archives of posts print their title.
LINKED_TITLE = re.compile(r"\s*(?=\[[^\n]+\]\()[^\n]+\)[ \t]*\n(?:-{3,}|={3,})[ \t]*$", re.MULTILINE)
# Marks of Markdown that plain text has no use for.
SURE_MARKS = (
    re.compile(r"^#{2,6}[ \t]+\S", re.MULTILINE),  # headings; "# name" may be a hashtag
    re.compile(r"\[[^\[\]\n]*\]\((?:https?:|/|\.)[^)\n]{0,1000}\)"),  # links and pictures
    re.compile(
        r"\*\*[^\s*][^*\n]*\*\*|(?<!_)__[^\s_][^_\n]*__(?!_)"
    ),  # bold; longer rows of stars and underscores are drawn rules
)
# Marks that plain text prints too: rules under lines, crumbs (> 新聞), hashtags, menus.
WEAK_MARKS = (
    re.compile(r"^[^\n]{2,80}\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),  # setext headings
    re.compile(r"^>[ \t]+\S", re.MULTILINE),  # quotes
    re.compile(r"^```", re.MULTILINE),  # code
    re.compile(r"\A\s*#[ \t]+\S"),  # the title
)

SENTENCE_END = re.compile(r"[。！？!?.…：:；;]['\"」』”’）)】〕]*\s*$")

# A list of other articles: 相關新聞, 延伸閱讀, 人気記事
OTHER = "相關|相关|延伸|推薦|推荐|熱門|热门|最新|更多|編輯精選|人氣|人気|ランキング|関連|related"
ARTICLES = "新聞|新闻|閱讀|阅读|文章|報導|报道|推薦|推荐|記事|stories"
# What pages print around articles, each seldom in an article itself.
FURNITURE_SIGNS = (
    r"^\s*[•·◦▪●*+|›»>–-]\s*(?:\S|$)",  # an entry of a menu
    r"\|.*\||[›»>＞]\s*\S+\s*[›»>＞]",  # a menu on one line, bread crumbs
    r"(?:現在|目前|[当當您]前?的?)(?:位置|ページ)\s*[:：]|현재\s?위치",  # bread crumbs behind their label
    r"無断(?:転載|複製)|무단\s?전재|Cookie|App Store|Google Play",  # what only pages say
    r"シェアする|ブックマーク\s*$|ランキング|^\s*(?:タグ|태그|標籤|标签)\s*[:：]",  # buttons, lists and tags
    r"版權所有|版权所有|著作權|©|copyright|all rights reserved",  # a copyright line
    r"隱私|隐私|利用規約|プライバシー|ICP[备備]|公网安备",  # a legal line
    r"^\s*(?:分享|轉寄|列印|收藏|讚|點讚|点赞|留言|評論|评论|シェア|share)",  # buttons under an article
    r"^\s*(?:登[入录錄]|註冊|注册|訂閱|订阅|下載|ログイン|login|sign in|subscribe)",  # buttons for members
    r"^\s*(?:搜[尋寻索]|首[頁页]|回[上到]|更多|menu|search|home)",  # ways through a site
    rf"(?:{OTHER})\s?(?:{ARTICLES})?\s?[:：]?$",  # the head of a list of other articles
    r"(?:發布|发布|發佈|更新|出版|刊登)(?:時間|时间|日期)?\s*[:：]",  # a time stamp
    r"^\s*date\s+\d{4}-\d\d-\d\d",  # a time stamp
    r"^\s*(?:記者|记者|文|作者|編譯|编译)\s*[/／|｜:：]",  # a byline as pages set it
    r"^\s*[▲▼△▽]",  # a mark that points at a picture
    r"繼續(?:往下)?閱讀|继续阅读|続きを読む",  # a prompt between paragraphs
    r"^\s*(?:廣告|广告|advertisement|read more)\s*$",  # a prompt between paragraphs
)
FURNITURE = re.compile("|".join(FURNITURE_SIGNS), re.IGNORECASE)
FURNITURE_BUT_BULLETS = re.compile("|".join(FURNITURE_SIGNS[1:]), re.IGNORECASE)

# A page's number alone on its line, with the number of all pages, with dashes or the word for it around it.
PAGE_LINE = re.compile(
    r"(?:[-–—·‧]|第|page|p\.)?\s{0,3}(?P<number>\d{1,4})\s{0,3}[頁页]?"
    r"(?:[,，]?\s{0,3}(?:[/／共]|of)\s{0,3}\d{1,4}\s?[頁页]?|[-–—·‧])?",
    re.IGNORECASE,
)
# A page's number with the number of all pages in words, as no web page prints it twice.
PAGE_OF_PAGES = re.compile(
    r"第\s?(?P<chinese>\d{1,4})\s?[頁页][,，]?\s?共\s?\d{1,4}\s?[頁页]|page (?P<english>\d{1,4}) of \d{1,4}",
    re.I,
)


def detect_packed(raw: RawDocument) -> Kind | None:
    """The kind of a document whose parser reads its bytes, None for text."""
    if is_pdf(raw.data):
        return Kind.PDF
    if is_word(raw.data):
        return Kind.WORD
    return Kind.WEB_ARCHIVE if is_web_archive(raw.data) else None


def detect(raw: RawDocument, text: str) -> Kind:
    """The kind of a document that is text. text: decoded."""
    sample = text[:SAMPLE]
    if _opens_as_post(sample):
        return Kind.MARKDOWN
    if _is_page(sample) or (_is_marked_up(sample) and _is_called_a_page(raw)):
        return Kind.HTML
    if print_edges(sample):
        return Kind.SCRAPE
    paged = _is_paged(sample)
    if not (paged or "\f" in sample) and is_dump(sample):  # a rule above notes looks like a field of a form
        return Kind.SCRAPE
    if paged:
        return Kind.PDF_TEXT
    if _is_marked_up(sample) or _has_markdown_marks(sample):
        return Kind.MARKDOWN
    return _plain_kind(sample)


def _opens_as_post(text: str) -> bool:
    """Front matter, or a linked and underlined title before any tag. Whole pages may follow either."""
    if match := FRONT_MATTER.match(text):
        return bool(FRONT_MATTER_FIELD.search(match.group()))
    return opening_fields(text) is not None or bool(LINKED_TITLE.match(text))


def _is_page(text: str) -> bool:
    """A whole HTML page, or most of one; a copy of a page as text may have tags in what scripts have left."""
    if PAGE_OPENING.match(text):
        return True
    is_tagged = text.lstrip().startswith("<") or _tagged_share(text) >= LEAST_TAGGED
    return is_tagged and len(PAGE_TAGS.findall(text)) >= 5


def _is_marked_up(text: str) -> bool:
    """HTML without a page around it: closed tags, a good many for the length of the text."""
    tags = len(BLOCK_TAGS.findall(text))
    dense = tags >= 2 and tags * TEXT_PER_TAG > len(text) and _tagged_share(text) >= LEAST_TAGGED
    dense = dense and _has_tags_at_its_sentences(text)
    return "</" in text and (dense or bool(tags and text.lstrip().startswith("<")))


def _has_tags_at_its_sentences(text: str) -> bool:
    """Whether tags stand on a line that tells something, or right beside one; those of a page's template,
    which a copy of the page as text may hold, stand by themselves.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    told = [at for at, line in enumerate(lines) if cells(line) >= SHORTEST_RUNNING and FULL_STOP.search(line)]
    near = {at for at, line in enumerate(lines) if BLOCK_TAGS.search(line)}
    return not told or any(not near.isdisjoint((at - 1, at, at + 1)) for at in told)


def _tagged_share(text: str) -> float:
    """Of the lines that are not empty, those that have tags."""
    if "<" not in text:
        return 0.0
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(bool(BLOCK_TAGS.search(line)) for line in lines) / max(len(lines), 1)


def _is_called_a_page(raw: RawDocument) -> bool:
    """The name or the server's header settles whether loose tags are a page or a post."""
    return "html" in raw.content_type or raw.name.lower().endswith((".html", ".htm", ".xhtml"))


def _has_markdown_marks(text: str) -> bool:
    """Two sorts of marks, a sure one among them, or a sure one often, what scripts have left aside."""
    text = "\n".join(line for line in text.split("\n") if not is_code(line))
    sure = [len(mark.findall(text)) for mark in SURE_MARKS]
    sorts = sum(bool(mark.search(text)) for mark in SURE_MARKS + WEAK_MARKS)
    return bool((any(sure) and sorts >= 2) or max(sure) >= 2)


def _plain_kind(text: str) -> Kind:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if "\f" in text and _count(lines, FURNITURE_BUT_BULLETS) <= MOST_FURNITURE * len(
        lines
    ):  # its bullets are lists
        return Kind.PDF_TEXT
    most = MOST_FURNITURE_SET_IN if has_browser_margin(text) else MOST_FURNITURE
    if _is_hard_wrapped(lines) and _count_furniture(lines) <= most * len(lines):
        return Kind.PDF_TEXT
    return Kind.SCRAPE if any(map(FURNITURE.search, lines)) or _is_mostly_scraps(lines) else Kind.CLEAN_TEXT


def _count(lines: list[str], sign: re.Pattern) -> int:
    return sum(sign.search(line) is not None for line in lines)


def _count_furniture(lines: list[str]) -> int:
    """The lines that pages print around articles. Behind the bullet of a longer line stands an item."""
    short = [line for line in lines if cells(line) < SHORTEST_RUNNING]
    long = [line for line in lines if cells(line) >= SHORTEST_RUNNING]
    return _count(short, FURNITURE) + _count(long, FURNITURE_BUT_BULLETS)


def _is_hard_wrapped(lines: list[str]) -> bool:
    """Whether most running lines are as wide as the usual full one and break inside their sentences.

    What a broken line goes on in is the rest of its paragraph, however wide.
    """
    return _are_wrapped(lines, SHORTEST_RUNNING, FEWEST_RUNNING, 4, LEAST_STOPPED) or _are_wrapped(
        lines, SHORTEST_IN_COLUMN, FEWEST_IN_COLUMN, RAGGED_IN_COLUMN, LEAST_STOPPED_IN_COLUMN
    )


def _are_wrapped(lines: list[str], shortest: int, fewest: int, ragged: int, least_stopped: float) -> bool:
    """The same of the lines from a width on, if there are so many.

    ragged: by how much full ones differ. least_stopped: in which share of them a sentence ends.
    """
    widths = list(map(cells, lines))
    running = [at for at, width in enumerate(widths) if width >= shortest]
    if len(running) < fewest:
        return False
    full = median(sorted(widths[at] for at in running)[len(running) // 4 :])
    level = {at for at in running if abs(widths[at] - full) <= max(ragged, RAGGED * full)}
    broken = {at for at in level if not SENTENCE_END.search(lines[at])}
    rests = {at for at in running if at - 1 in broken} - level
    stopped = sum(FULL_STOP.search(lines[at]) is not None for at in running)
    return (
        len(level) + len(rests) >= LEAST_FULL * len(running)
        and stopped >= least_stopped * len(running)
        and len(broken) >= LEAST_BROKEN * len(level)
        and sum(widths[at] <= 2 * full for at in running) >= LEAST_IN_COLUMN * len(running)
    )


def _is_paged(text: str) -> bool:
    """Whether hard-wrapped lines are parted by numbers that count up by one: 1 / 3, 2 / 3, - 3 -."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    numbers = [int(found["number"]) for line in lines if (found := PAGE_LINE.fullmatch(line))]
    of_all = [int(found[found.lastgroup]) for line in lines if (found := PAGE_OF_PAGES.fullmatch(line))]
    if _count_up(of_all):
        return True
    if not _count_up(numbers):
        return False
    # the entries of a page's lists count up as well
    return _count_furniture(lines) <= MOST_FURNITURE * len(lines) and _is_hard_wrapped(lines)


def _count_up(numbers: list[int]) -> bool:
    return len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_mostly_scraps(lines: list[str]) -> bool:
    """Menus, names and headlines outnumber sentences."""
    scraps = sum(cells(line) < 40 and not SENTENCE_END.search(line) for line in lines)
    return scraps >= 6 and scraps > 0.4 * len(lines)
