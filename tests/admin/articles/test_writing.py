"""What the script of the body asks the server for, and in what words it is refused."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models import Article

pytestmark = pytest.mark.django_db
WRITING = "/en/admin/articles/article/"
JSON = {"accept": "application/json"}


def picture(kind="PNG"):
    file = io.BytesIO()
    Image.new("RGB", (6, 4), (200, 10, 10)).save(file, kind)
    return SimpleUploadedFile(f"harbour.{kind.lower()}", file.getvalue())


def test_the_page_is_rendered_as_one_types_and_nothing_is_saved(desk):
    answer = desk.post(f"{WRITING}body/", {"body": "## 小標\n\n<b>燈塔</b>亮了。"}, headers=JSON).json()
    assert answer == {"body": '<h2>小標</h2>\n<p id="p1">&lt;b&gt;燈塔&lt;/b&gt;亮了。</p>', "error": ""}
    assert not Article.objects.exists()


def test_a_body_beyond_the_limits_is_told_to_the_script_too(desk):
    answer = desk.post(f"{WRITING}body/", {"body": "> " * 60 + "深"}, headers=JSON).json()
    assert answer == {"body": "", "error": "The body is nested more than 24 levels deep."}


def test_a_picture_is_kept_and_its_address_is_told(desk, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    answer = desk.post(f"{WRITING}picture/", {"picture": picture()})
    address = answer.json()["address"]
    assert address.endswith("-6x4.png")
    assert default_storage.exists(address.removeprefix("/"))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Choose a picture of at most 20 MB."),
        (
            {"picture": SimpleUploadedFile("port.svg", b"<svg onload='alert(1)'/>")},
            "port.svg cannot be used: it is not a readable PNG, JPEG, WebP or GIF.",
        ),
    ],
)
def test_what_is_no_picture_is_refused_in_words(desk, sent, told):
    answer = desk.post(f"{WRITING}picture/", sent)
    assert (answer.status_code, answer.json()) == (400, {"error": told})


def test_half_width_marks_are_shown_beside_what_they_would_become(desk):
    typed = {"body": "會談結束,雙方握手.\r\n\r\n船已靠岸。", "language": "zh-Hant"}
    answer = desk.post(f"{WRITING}punctuation/", typed).json()
    assert answer["text"] == "會談結束，雙方握手。\n\n船已靠岸。"
    assert "<del>,</del><ins>，</ins>" in answer["changes"]
    assert "船已靠岸" not in answer["changes"]


def test_a_body_without_such_marks_changes_nothing(desk):
    assert (
        desk.post(f"{WRITING}punctuation/", {"body": "好。", "language": "zh-Hant"}).json()["changes"] == ""
    )


@pytest.mark.parametrize("view", ["body", "picture", "punctuation"])
def test_who_may_not_write_is_given_nothing(client, django_user_model, view):
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
    assert client.post(f"{WRITING}{view}/", {"body": "會談"}).status_code == 403
