"""What a reader waits for before an article can be read, beyond its own words."""

import brotli
import pytest
from django.contrib.staticfiles.finders import get_finders

from portal.static import with_parts
from tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db

TOPICS = ("霧港", "鹽田", "石橋", "月門", "松濤")
SUMMARIES = {"zh-Hant": "兩國信使重開談判，渡輪復航。", "en": "Envoys resume talks, and ferries sail again."}
BODY = "\n\n".join(f"{topic}的渡輪第{number}次靠岸。" for number, topic in enumerate(TOPICS * 8))


@pytest.fixture
def page(get):
    source = make_source("海岬通訊社")
    for number in range(6):
        make_article(f"渡輪第{number}航", tags=TOPICS, source=source, summaries=SUMMARIES)
    told = {"source_url": "https://press.example/1", "byline": "林可、周棠", "summaries": SUMMARIES}
    article = make_article("渡輪與信使", tags=TOPICS, source=source, body=BODY, **told)
    return get(article.get_absolute_url()).content.decode()


def compressed(text):
    return len(brotli.compress(text.encode(), mode=brotli.MODE_TEXT, quality=5))


def test_all_but_the_text_of_a_page_is_less_than_five_kilobytes(page):
    assert 'rel="related"' in page
    assert compressed(page) - compressed(BODY) < 5 * 1024


def test_its_sheet_is_less_than_five_kilobytes():
    files = {name: (storage, name) for finder in get_finders() for name, storage in finder.list([])}
    assert compressed(with_parts("css/article.css", files)) < 5 * 1024


def test_it_asks_for_a_sheet_a_script_and_an_icon(page):
    head = page.replace("<template", "\0").replace("</template>", "\0").split("\0")
    shown = "".join(head[::2])
    assert shown.count('<link rel="stylesheet" href=') == 1
    assert shown.count('<link rel="icon"') == 1
    assert shown.count(" src=") == shown.count('<script type="module" src=') == 1
