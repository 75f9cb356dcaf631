"""Ten ways to damage a page, each of which takes one kind of cue away and leaves the article readable."""

import re
from collections.abc import Callable
from copy import deepcopy

from lxml import html

from articles.ingest.html.tree import BLOCKS, HEADINGS, UNSEEN

FRAME = """
<header><nav><ul><li><a href=/>首頁</a></li><li><a href=/w>國際</a></li></ul></nav></header>
<aside><h3>熱門排行</h3><ol><li><a href=/1>颱風逼近南岸 學校停課一天</a></li>
<li><a href=/2>港口擴建案今晨動工 三年完成</a></li></ol></aside>
""".strip()
END = """
<section><h3>延伸閱讀</h3><p><a href=/3>巡邏船熱線重啟的幕後</a></p></section>
<section><h3>留言</h3><p>讀者甲：寫得真好，期待下一篇，也謝謝編輯部整理這麼多資料。</p></section>
<footer>© 2025 海濱日報 版權所有</footer>
""".strip()
KEPT_OF_TRUNCATED = 0.97  # of the page behind its last paragraph's half: a download that was cut off


def without_names(root):
    for element in root.iter():
        for name in ("class", "id", "itemprop", "role"):
            element.attrib.pop(name, None)


def without_headings(root):
    for element in list(root.iter(*HEADINGS)):
        element.tag = "div"


def without_metadata(root):
    for element in list(root.iter("meta", "title", "link", "script", "time")):
        element.drop_tag() if element.tag == "time" else element.drop_tree()


def with_divs_alone(root):
    """Every block is a div, and names are gone."""
    without_names(root)
    for element in list(root.iter("p", "article", "main", "section", "header", "footer", "nav", "aside")):
        element.tag = "div"


def in_another_frame(root):
    body = root.find("body")
    for number, part in enumerate(html.fragments_fromstring(FRAME)):
        body.insert(number, part)
    for part in html.fragments_fromstring(END):
        body.append(part)


def cut_off(text: str) -> str:
    return text[: int(len(text) * KEPT_OF_TRUNCATED)]


def lines(root, link: str = "{text}", mark: str = "", inline: str = "") -> str:
    """The page as a tool dumps it.

    link, mark: how links and items of lists are printed. inline: what stands behind inline tags.
    """
    said: list[str] = []
    for event, element in _walk(root):
        if element.tag in BLOCKS or element.tag == "br":
            said.append("\n" + (mark if event == "start" and element.tag == "li" else ""))
        if event == "start" and element.text:
            text = " ".join(element.text.split())
            said.append(link.format(text=text, url=element.get("href")) if element.tag == "a" else text)
        if event == "end":
            said.append(inline if element.tag in ("a", "span", "b", "strong") else "")
            said.append(" ".join((element.tail or "").split()))
    return re.sub(r"[ \t]*\n\s*", "\n\n" if mark else "\n", "".join(said)).strip()


def _walk(root):
    walk = html.etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str) or element.tag in UNSEEN or element.get("hidden") is not None:
            walk.skip_subtree()
        else:
            yield event, element


def _tree(change: Callable) -> Callable:
    def damaged(text: str) -> str:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        root = deepcopy(root)
        change(root)
        return "<!DOCTYPE html>" + html.tostring(root, encoding="unicode")

    return damaged


def _dump(**how) -> Callable:
    def damaged(text: str) -> str:
        return lines(html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8")), **how)

    return damaged


# name: (what is done to the page's text, the ending of the file that comes of it)
DAMAGES: dict[str, tuple[Callable[[str], str], str]] = {
    "class names gone": (_tree(without_names), "html"),
    "headings gone": (_tree(without_headings), "html"),
    "metadata gone": (_tree(without_metadata), "html"),
    "nothing but divs": (_tree(with_divs_alone), "html"),
    "in another frame": (_tree(in_another_frame), "html"),
    "cut off": (cut_off, "html"),
    "copied as text": (_dump(), "txt"),
    "dumped as Markdown": (_dump(link="[{text}]({url})", mark="* "), "txt"),
    "dumped by a text browser": (_dump(link="[12]{text}", mark="  * "), "txt"),
    "every inline tag a line": (_dump(inline="\n"), "txt"),
}
