"""Web archives: the page that was saved is read, and its pictures come along."""

from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from articles.ingest.clean import clean
from articles.ingest.documents import DocumentError, Kind, RawDocument
from articles.ingest.enclosed import companions

ADDRESS = "https://news.example/a/1"
PICTURE = b"\x89PNG a picture"
PROSE = "兩國的漁業部長在海濱會館談了一整個下午，第一項議題是巡邏船的通話代碼，第二項是補償。"
PAGE = f"<html><body><h1>熱線的三年</h1>{f'<p>{PROSE}</p>' * 4}</body></html>"
ADVERT = "<html><body><p>廣告：海濱會館秋季特惠，名額有限，額滿為止。</p></body></html>"


def archive(*parts, saved=ADDRESS):
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = saved
    for address, part in parts:
        part["Content-Location"] = address
        message.attach(part)
    return RawDocument("saved.mhtml", message.as_bytes())


def page(html=PAGE):
    return MIMEText(html, "html", "utf-8")


def picture():
    return MIMEImage(PICTURE, "png")


def test_the_page_that_was_saved_is_read_and_no_other():
    document = clean(archive(("https://ads.example/", page(ADVERT)), (ADDRESS, page())))
    assert document.kind is Kind.WEB_ARCHIVE
    assert document.headline == "熱線的三年"
    assert document.source_url == ADDRESS
    assert {block.text for block in document.blocks} == {PROSE}


@pytest.mark.parametrize("written", ["https://news.example/i/1.png", "/i/1.png", "../i/1.png"])
def test_its_pictures_come_along_however_the_page_writes_their_address(written):
    beside = companions(archive((ADDRESS, page()), ("https://news.example/i/1.png", picture())))
    assert beside.read(written) == PICTURE
    assert beside.read("https://news.example/i/2.png") is None


def test_an_archive_without_a_page_is_refused():
    with pytest.raises(DocumentError, match="holds no HTML page"):
        clean(archive((ADDRESS, picture())))
