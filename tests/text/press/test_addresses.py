"""The day that the address of an article states."""

from datetime import date

import pytest

from articles.text.press.addresses import day_in


@pytest.mark.parametrize(
    "path",
    [
        "2025/03/14/talks-in-busan",
        "news/2025-03-14-talks",
        "a/20250314/1002.html",
        "n1/2025/0314/c1002-4027.html",
        "202503/t20250314_115.html",
        "world/20250314a",
        "story_20250314",
    ],
)
def test_the_day_is_read_in_the_forms_of_publishing_systems(path):
    assert day_in(f"https://example.org/{path}") == date(2025, 3, 14)


@pytest.mark.parametrize(
    "path",
    ["20250314081530/talks", "20251399/talks", "1002520250314/talks", "talks/2025/03/", "18990314/talks"],
)
def test_figures_that_are_no_day_tell_none(path):
    assert day_in(f"https://example.org/{path}") is None


def test_figures_that_are_no_day_hide_none_behind_them():
    assert day_in("https://example.org/19997788/2025/03/14/") == date(2025, 3, 14)
