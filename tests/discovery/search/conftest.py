"""SQLite lets one transaction write at a time: what two do side by side is asked of PostgreSQL alone."""

from django.conf import settings

collect_ignore = ["test_postgres.py"] if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") else []
