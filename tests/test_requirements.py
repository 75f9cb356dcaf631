"""What is installed is named once, and its hashes and licences are told of the same versions."""

import re

from tests.licences import ROOT, pins

OF_OTHERS = {"async-timeout", "colorama", "httpx2-jsfetch"}  # needed by other systems than ours alone


def test_the_hashes_are_those_of_the_versions_that_are_named():
    locked = pins("requirements.lock")
    assert pins("requirements.txt") == {name: locked[name] for name in locked.keys() - OF_OTHERS}


def test_every_package_has_hashes():
    packages = re.split(r"^(?=\w)", (ROOT / "requirements.lock").read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert [package[:40] for package in packages if "--hash=sha256:" not in package] == []


def test_every_package_s_licence_is_told():
    told = (ROOT / "docs" / "licences.md").read_text("utf-8")
    rows = [f"| {name} | {version} |" for name, version in pins("requirements.txt").items()]
    assert [row for row in rows if row not in told] == []
