"""`make upgrade` writes docs/licences.md: under what terms each package comes that the portal runs on."""

import re
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)
LONGEST = 40  # characters of a licence's name; some packages put the whole text there
HEAD = """# Licences of what Shuttle runs on

Written by `make upgrade` from what each package says of itself; its own files are what counts.

| package | version | licence |
|---|---|---|
"""


def pins(name: str) -> dict[str, str]:
    """The versions in a file of requirements, by package."""
    text = (ROOT / name).read_text("utf-8")
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in PIN.findall(text)}


def licence_of(told: PackageMetadata) -> str:
    named = [told.get("License-Expression") or "", told.get("License") or ""]
    classified = [each.split(" :: ")[-1] for each in told.get_all("Classifier") or [] if "License ::" in each]
    short = [name.strip() for name in [*named, *classified] if 0 < len(name.strip()) <= LONGEST]
    return short[0] if short else "see its files"


def page() -> str:
    rows = [
        f"| {package} | {version} | {licence_of(metadata(package))} |"
        for package, version in sorted(pins("requirements.txt").items())
    ]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "licences.md").write_text(page(), "utf-8")
