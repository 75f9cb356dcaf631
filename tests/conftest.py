"""What every test stands on."""

import os

import pytest
from django.utils import translation
from hypothesis import settings as hypothesis_settings

# No test fails because a machine is slow; CI tries the same examples each time, elsewhere they vary.
hypothesis_settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis_settings.load_profile("house")


@pytest.fixture(autouse=True)
def _surroundings(settings, tmp_path):
    """No test leaves its pictures or its language to the next."""
    settings.MEDIA_ROOT = tmp_path / "media"
    with translation.override("zh-hant"):
        yield
