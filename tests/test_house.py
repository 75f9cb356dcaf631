"""The house keeps its own rules: imports run one way, files stay short, migrations are written."""

import ast
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent

# A module imports only from its own floor and those above it in this list.
FLOORS = [
    "articles.text",
    "articles.rendering",
    "articles.models",
    "articles.discovery",
    "articles.ingest",
    "articles.summaries",
    "articles.pages",
    "articles.admin",
    "articles.management",
]
WITHOUT_DJANGO = ["articles/text", "articles/ingest/html", "articles/ingest/scrape"]
WITHOUT_MODELS = [path for path in (ROOT / "articles/ingest").rglob("*.py") if path.parent.name != "storage"]
LONGEST_FILE = 400


def python_files(folder="articles"):
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in path.parts]


def module_name(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported_by(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def floor_of(module):
    found = [number for number, floor in enumerate(FLOORS) if f"{module}.".startswith(f"{floor}.")]
    return found[0] if found else None


@pytest.mark.parametrize("path", python_files(), ids=module_name)
def test_a_module_imports_only_from_the_floors_above_it(path):
    own = floor_of(module_name(path))
    below = [name for name in imported_by(path) if own is not None and (floor_of(name) or 0) > own]
    assert below == []


def test_the_pure_parts_do_not_know_django():
    pure = [path for folder in WITHOUT_DJANGO for path in python_files(folder)]
    knowing = [
        module_name(path) for path in pure if any(name.startswith("django") for name in imported_by(path))
    ]
    assert pure
    assert knowing == []


def test_only_the_store_of_the_importer_knows_the_models():
    knowing = [
        path.name for path in WITHOUT_MODELS if any("articles.models" in name for name in imported_by(path))
    ]
    assert knowing == []


@pytest.mark.parametrize(
    "pattern", ["articles/**/*.py", "portal/*.py", "tests/**/*.py", "static/**/*.*", "templates/**/*.html"]
)
def test_no_file_is_longer_than_four_hundred_lines(pattern):
    files = [path for path in ROOT.glob(pattern) if "migrations" not in path.parts and path.suffix != ".svg"]
    long = [path.name for path in files if len(path.read_bytes().splitlines()) > LONGEST_FILE]
    assert files
    assert long == []


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
