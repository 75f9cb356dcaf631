"""What a server process loads before it answers."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Each is a tenth of a start or ten megabytes of a process, and most processes never need it.
LOADED_WHEN_ASKED_FOR = ("openpyxl", "redis", "mammoth", "pypdf", "feedparser", "trafilatura")
SAY_WHAT_IS_LOADED = (
    "import sys, portal.wsgi; from articles.text import scripts; "
    "print(*sys.modules); print(scripts.fold_table.cache_info().currsize)"
)


def test_a_server_starts_without_what_only_some_pages_need(tmp_path):
    plain = {"VAR_DIR": str(tmp_path), "READ_QUEUE": "false", "REDIS_URL": "", "DATABASE_URL": ""}
    started = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SAY_WHAT_IS_LOADED],
        cwd=ROOT, env={**os.environ, **plain}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    modules, tables_built = started.stdout.splitlines()
    assert [name for name in LOADED_WHEN_ASKED_FOR if name in modules.split()] == []
    assert tables_built == "0", "every table of characters is built when text is first folded"
