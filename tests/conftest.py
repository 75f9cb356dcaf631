"""What every test stands on."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _surroundings(settings, tmp_path):
    """No test leaves its pictures or its language to the next."""
    settings.MEDIA_ROOT = tmp_path / "media"
    with translation.override("zh-hant"):
        yield
