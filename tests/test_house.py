"""The house keeps its own rules: imports run one way, files stay short, migrations are written."""

import ast
import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parent.parent

LONGEST_FILE = 400
LONGEST_TEMPLATE_LINE = 160
MOST_MODULES = 16  # of a folder: what is found at one glance
LINT_IMPORTS = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]


def python_files(folder="articles"):
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in path.parts]


def module_name(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_the_contracts_of_imports_are_kept():
    contracts = subprocess.run([*LINT_IMPORTS], cwd=ROOT, capture_output=True, text=True)
    assert contracts.returncode == 0, contracts.stdout


@pytest.mark.parametrize(
    ("module", "upward"),
    [
        ("articles/text/slugs.py", "from articles import admin"),
        ("articles/models/topics/tag.py", "from articles.templatetags import reading"),
    ],
)
def test_an_import_that_runs_upwards_breaks_them(tmp_path, module, upward):
    for package in ("articles", "portal"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a") as file:
        file.write(f"\n{upward}\n")
    contracts = subprocess.run([*LINT_IMPORTS], cwd=tmp_path, capture_output=True, text=True)
    assert contracts.returncode != 0
    assert module.removesuffix(".py").replace("/", ".") in contracts.stdout


@pytest.mark.parametrize(
    "pattern", ["articles/**/*.py", "portal/*.py", "tests/**/*.py", "static/**/*.*", "templates/**/*.html"]
)
def test_no_file_is_longer_than_four_hundred_lines(pattern):
    files = [path for path in ROOT.glob(pattern) if "migrations" not in path.parts and path.suffix != ".svg"]
    long = [path.name for path in files if len(path.read_bytes().splitlines()) > LONGEST_FILE]
    assert files
    assert long == []


def test_no_folder_has_more_modules_than_are_found_at_a_glance():
    folders = {path.parent for path in python_files() + python_files("portal")}
    full = [
        module_name(folder)
        for folder in sorted(folders)
        if sum(path.name != "__init__.py" for path in folder.glob("*.py")) > MOST_MODULES
    ]
    assert full == []


def test_no_line_of_a_template_is_longer_than_a_screen():
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "templates").rglob("*.*"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST_TEMPLATE_LINE
    ]
    assert long == []


def test_the_tests_that_run_again_on_postgresql_are_there():
    listed = re.search(
        r"^DATABASE_TESTS = ((?:.*\\\n)*.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    )
    paths = listed[1].replace("\\\n", " ").split()
    assert [path for path in paths if not (ROOT / path).exists()] == []
    assert len(paths) > 5


def test_no_exception_is_swallowed():
    swallowing = [
        f"{module_name(path)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler) and is_silent(node)
    ]
    assert swallowing == []


def is_silent(handler):
    """Catches everything and says nothing."""
    catches_all = handler.type is None or getattr(handler.type, "id", "") in ("Exception", "BaseException")
    return catches_all and all(isinstance(line, ast.Pass | ast.Continue | ast.Expr) for line in handler.body)


@pytest.mark.django_db
def test_every_model_change_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_property_tests_take_the_same_examples_whatever_was_imported_before(tmp_path, monkeypatch):
    before = examples()
    (tmp_path / "house_constants.py").write_text("NUMBERS = (48_271, 77_003, 90_187)")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("house_constants")
    assert examples() == before


def examples():
    """What a property test is given."""
    seen = []

    @given(st.integers())
    def property_test(number):
        seen.append(number)

    property_test()
    return seen
