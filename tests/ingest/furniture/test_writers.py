"""Lines below an article that say who its writer is, and what a site calls its writers."""

import pytest

from articles.ingest.furniture.writers import introduces, spelled_out


@pytest.mark.parametrize(
    "line", ["容若水，海港研究所研究員。", "容若水（海港研究所）", "沢村健は海港研究所の研究員。"]
)
def test_a_line_that_begins_with_the_writers_name_introduces_them(line):
    assert introduces(line, ["容若水", "沢村健"])


@pytest.mark.parametrize(
    "line", ["容若水說，霧還沒有散。", "海港研究所研究員容若水，去年退休。", "容若水，" + "港" * 200]
)
def test_another_line_introduces_nobody(line):
    assert not introduces(line, ["容若水"])


@pytest.mark.parametrize("account", ["jlind", "jonas", "jonaslind", "jonas_lind", "lindj"])
def test_an_account_is_spelled_out_by_the_line_that_introduces_its_bearer(account):
    assert spelled_out(account, ["Jonas Lind is a pilot.", "More below."]) == "Jonas Lind"


@pytest.mark.parametrize("account", ["maren", "Jonas", "港邊貓"])
def test_what_no_line_spells_out_stays_as_it_is(account):
    assert spelled_out(account, ["Jonas Lind is a pilot."]) == account
