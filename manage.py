#!/usr/bin/env python
"""Django's command line for the portal."""

import errno
import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    from django.core.management import execute_from_command_line
    from django.db import InterfaceError, OperationalError

    try:
        execute_from_command_line(sys.argv)
    except (OperationalError, InterfaceError) as error:  # what was committed before stays; run it again
        sys.exit(f"The database is absent, locked or without room: {error}")
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.exit(f"No room is left on the disk: {error}")


if __name__ == "__main__":
    main()
