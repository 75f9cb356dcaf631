"""What every test stands on: files of its own, and style sheets as they lie in the project."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def surroundings(settings, tmp_path):
    """Nothing is written into the project, nothing has to be collected, nothing asked in another language."""
    settings.SITE_URL = "https://shuttle.example"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with translation.override("zh-hant"):
        yield
