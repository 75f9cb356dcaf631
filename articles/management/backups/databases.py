"""A snapshot of the database at one moment, and the way back, by each database's own means."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection

from articles.management.backups.problem import BackupProblem

POSTGRES_PROGRAMS = "/usr/lib/postgresql"  # where Debian keeps those that are on no PATH
# The dump comes after it in one transaction: a portal that runs sees the one library or the other.
EMPTIED = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"


def vendor() -> str:
    """sqlite or postgresql."""
    return connection.vendor


def snapshot(file: Path) -> None:
    """Write the database as it is at this moment into a new file; whoever writes goes on.

    Raises BackupProblem, and DatabaseError where the disk is full.
    """
    if vendor() == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(file)])
    else:
        run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={file}", login()["PGDATABASE"])


def check(file: Path, kind: str) -> None:
    """Raises BackupProblem where a snapshot cannot be read to its end."""
    if kind == "sqlite":
        check_sqlite(file)
    else:
        run("pg_restore", f"--file={os.devnull}", str(file))


def check_sqlite(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            found = [row[0] for row in opened.execute("PRAGMA integrity_check(3)")]
            orphans = opened.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as error:
        raise BackupProblem(f"the database is damaged: {error}") from error
    if found != ["ok"]:
        raise BackupProblem(f"the database is damaged: {'; '.join(found)}")
    if orphans:
        raise BackupProblem(f"the database has {len(orphans)} rows that refer to nothing, in {orphans[0][0]}")


def put_back(file: Path) -> None:
    """Give the database the contents of a snapshot, in one piece, also while the portal runs."""
    if vendor() == "sqlite":
        put_back_sqlite(file)
    else:
        put_back_postgres(file)
    connection.close()


def put_back_sqlite(file: Path) -> None:
    name = Path(connection.settings_dict["NAME"])
    connection.close()
    try:
        with closing(sqlite3.connect(file)) as taken, closing(sqlite3.connect(name, timeout=60)) as live:
            taken.backup(live)
    except sqlite3.Error as error:
        raise BackupProblem(f"the database cannot be written to: {error}") from error


def put_back_postgres(file: Path) -> None:
    script = file.with_suffix(".sql")
    run("pg_restore", "--no-owner", "--no-acl", f"--file={script}", str(file))
    connection.close()
    once = ("--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1")
    run("psql", *once, f"--command={EMPTIED}", f"--file={script}", login()["PGDATABASE"])


def run(program: str, *words: str) -> None:
    """Run one of PostgreSQL's programs. Raises BackupProblem with what it said last."""
    path = shutil.which(program) or newest(program)
    if path is None:
        raise BackupProblem(f"{program} is not installed: it comes with PostgreSQL's client programs")
    done = subprocess.run([path, *words], env=os.environ | login(), capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise BackupProblem(f"{program}: {done.stderr.strip().splitlines()[-1:] or done.returncode}")


def newest(program: str) -> str | None:
    """Of several versions the newest: it reads older servers too."""
    found = Path(POSTGRES_PROGRAMS).glob(f"*/bin/{program}")
    return max(map(str, found), key=lambda path: int(path.split("/")[-3].partition(".")[0]), default=None)


def login() -> dict[str, str]:
    """How PostgreSQL's programs are told where the database is; passwords stand in no command line."""
    told = connection.settings_dict
    names = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    return {name: str(told[key]) for name, key in names.items() if told[key]}
