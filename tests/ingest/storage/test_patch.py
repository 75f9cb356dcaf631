"""A change made elsewhere comes into a text that an editor has changed since, or is said not to fit."""

from articles.ingest.storage.patch import patched

OLD = "甲\n\n乙\n\n丙"


def test_a_paragraph_that_comes_in_stands_behind_the_one_before_it():
    assert patched(OLD, "甲\n\n新\n\n乙\n\n丙", "甲\n\n乙，改過\n\n丙") == "甲\n\n新\n\n乙，改過\n\n丙"


def test_a_paragraph_that_comes_in_first_stands_before_the_one_behind_it():
    assert patched(OLD, f"新\n\n{OLD}", OLD + "，改過") == f"新\n\n{OLD}，改過"


def test_a_paragraph_that_goes_out_goes_out():
    assert patched(OLD, "甲\n\n丙", "甲，改過\n\n乙\n\n丙") == "甲，改過\n\n丙"


def test_a_paragraph_becomes_another():
    assert patched(OLD, "甲\n\n## 乙\n\n丙", f"序\n\n{OLD}") == "序\n\n甲\n\n## 乙\n\n丙"


def test_a_change_of_what_was_changed_here_too_does_not_fit():
    assert patched(OLD, "甲\n\n丙", "甲\n\n乙，改過\n\n丙") is None


def test_nothing_changed_changes_nothing():
    assert patched(OLD, OLD, "別的") == "別的"


def test_an_empty_text_takes_what_comes():
    assert patched("", "新", "") == "新"
