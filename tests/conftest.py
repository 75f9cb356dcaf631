"""What every test stands on: files of its own, and style sheets as they lie in the project."""

import pytest
from django.test import override_settings
from django.utils import translation


@pytest.fixture(autouse=True, scope="session")
def _uncollected_static_files():
    """Before anything else, for the live server reads them when it starts."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(STORAGES=storages, WHITENOISE_AUTOREFRESH=True, WHITENOISE_USE_FINDERS=True):
        yield


@pytest.fixture(autouse=True)
def _surroundings(settings, tmp_path):
    """Nothing is written into the project, and no test leaves its language to the next."""
    settings.SITE_URL = "https://shuttle.example"
    settings.MEDIA_ROOT = tmp_path / "media"
    with translation.override("zh-hant"):
        yield
