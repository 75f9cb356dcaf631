"""An odd address in a document costs it a picture or a link, never the document."""

import pytest

from articles.ingest.clean import clean
from articles.ingest.documents import RawDocument
from articles.ingest.intake.gather import FolderFiles
from articles.ingest.storage.pictures import keep_pictures

PROSE = "代表團下船後直接前往會場，午前先談漁業，午後再談海底電纜，雙方同意把會議紀錄公開。"
ODD = {
    "no file's name": "%00.png",
    "longer than a file's name": "%E6%B8%A1" * 86,
    "longer than a path": "a/" * 3000,
    "half an IPv6 address": "http://[abc",
    "half an IPv6 address beside": "http://[abc/page_files/a.png",
    "half an IPv6 address without a scheme": "//[abc",
    "no port": "http://a.example:b/",
    "no host's letters": "http://a.example\u2100/",
    "out of the folder": "../" * 50 + "etc/passwd",
    "no address": "?",
}
MULTIPART = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"
Snapshot-Content-Location: {short}

--b
Content-Type: text/html; charset=utf-8
Content-Location: {short}

"""


def page(address, head=""):
    figure = f'<figure><img src="{address}" alt="渡輪"><figcaption>渡輪在霧中。</figcaption></figure>'
    return (
        f"<html><head>{head}</head><body><h1>渡輪靠岸</h1><p>{PROSE}</p>{figure}<p>{PROSE}</p></body></html>"
    )


def post(address, source="", title=""):
    head = f'---\nlayout: post\nsource: "{source}"\nsource_url: "{source}"\n---\n'
    return f"{head}{title}{PROSE}\n\n![渡輪在霧中。]({address})\n\n{PROSE}\n"


WRITTEN = {
    "a picture of a page": page,
    "the base of a page": lambda address: page("a.png", f'<base href="{address}">'),
    "the address of a page": lambda address: page("a.png", f'<link rel="canonical" href="{address}">'),
    "a picture of a post": post,
    "the source of a post": lambda address: post("a.png", source=address),
    "the title of a post": lambda address: post("a.png", title=f"# [渡輪靠岸]({address})\n\n"),
    "a web archive": lambda address: MULTIPART.format(short=address[:500]) + page(address) + "\n--b--\n",
}


@pytest.mark.parametrize("place", WRITTEN)
@pytest.mark.parametrize("kind", ODD)
def test_a_document_with_an_odd_address_keeps_its_words(place, kind, tmp_path):
    raw = RawDocument("a", WRITTEN[place](ODD[kind]).encode(), neighbours=FolderFiles(tmp_path))
    document = clean(raw)
    keep_pictures(document, raw)
    assert [block.text for block in document.blocks].count(PROSE) == 2
