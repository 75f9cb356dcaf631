"""What the cleaner says, which knows English alone, as editors read it."""

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from articles.ingest.storage.queue import work_through
from articles.templatetags.refusals import in_own_words

IMPORT = "/admin/articles/article/import/"
SAYS = {"DocumentError", "RefusedByServer", "Redirected", "Refusal"}


def said_in(path):
    """What a module of the cleaner says of documents, with a number in each place of a message."""
    for call in ast.walk(ast.parse(path.read_text())):
        if not isinstance(call, ast.Call):
            continue
        is_warning = ast.unparse(call.func).endswith("warnings.append")
        if is_warning or getattr(call.func, "id", "") in SAYS:
            yield from (words for part in call.args if (words := filled(part)))


def filled(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "7" for part in node.values)
    return ""


def test_whatever_the_cleaner_says_is_told_in_chinese():
    modules = sorted((settings.BASE_DIR / "articles" / "ingest").rglob("*.py"))
    said = {words for path in map(Path, modules) for words in said_in(path)}
    assert len(said) > 50
    with override("zh-hant"):
        assert [words for words in sorted(said) if in_own_words(words) == words] == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("this is a PNG picture, not text", "這是 PNG 圖片，不是文字"),
        ("The body has more than 400000 characters.", "內文超過 400000 個字元。"),
        ("a.example/: b. cannot be fetched: late.", "無法取得 a.example/: b.：late。"),
        ("No body found: the text is empty.", "找不到內文：文字是空的。"),
        ("something new", "something new"),
    ],
)
def test_numbers_and_names_go_along(said, told):
    with override("zh-hant"):
        assert in_own_words(said) == told
    with override("en"):
        assert in_own_words(said) == said


def test_a_refused_file_is_told_so_in_the_language_of_the_page(desk):
    desk.post(IMPORT, {"files": SimpleUploadedFile("ferry.txt", b"\x89PNG and so on")})
    work_through()
    page = desk.get(f"{IMPORT}queue/").content.decode()
    assert "<p>未能讀取</p>" in page
    assert '<p class="warning">這是 PNG 圖片，不是文字</p>' in page
