"""Everything between a fresh checkout and a running portal. Run before every start; quick the second time."""

import fcntl
import secrets
import socket

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.management.about import make_about
from articles.management.roles import make_roles
from articles.management.static_files import collect
from articles.models import Article

LOGIN_FILE = settings.VAR / "editor-login"
LOGIN_NAME = "editor"


class Command(BaseCommand):
    help = (
        "Migrates, collects static files, loads the sample library on the first run, prints the editor login."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")
        parser.add_argument("--empty", action="store_true", help="Begin without the sample library.")

    def handle(self, host, port, empty, **options):
        self.require_free(host, port)
        with (settings.VAR / "prepare.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # of two at once the second finds everything done
            password = self.make_ready(is_empty=empty)
        self.welcome(host, port, password)

    def make_ready(self, *, is_empty: bool) -> str:
        """Whatever is missing; the first editor's password where there was none yet."""
        call_command("migrate", verbosity=0)
        make_roles()
        make_about()
        collect()
        password = ""
        if not LOGIN_FILE.exists() and not get_user_model().objects.exists():
            password = self.make_editor()
            if not is_empty and not Article.objects.exists():
                call_command("load_sample", stdout=self.stdout)
        return password

    def require_free(self, host, port):
        """A second server on the same port would answer every other request, and nobody would know."""
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a server that has just stopped
            try:
                probe.bind((host, int(port)))
            except (OSError, OverflowError, ValueError) as error:
                raise CommandError(
                    f"Port {port} on {host} cannot be used ({error}). Is the portal running already? "
                    f"Another port: PORT=8001 make run"
                ) from error

    def make_editor(self):
        """The first editor's password; it is shown once and kept in a file only its owner reads."""
        password = secrets.token_urlsafe(9)
        get_user_model().objects.create_superuser(LOGIN_NAME, password=password)
        LOGIN_FILE.touch(mode=0o600)
        LOGIN_FILE.write_text(password)
        return password

    def welcome(self, host, port, password):
        address = f"http://{host}:{port}"
        self.stdout.write(f"\n  Readers   {address}/")
        self.stdout.write(f"  Editors   {address}/admin/")
        if password:
            self.stdout.write(f"  Login     {LOGIN_NAME} / {password}   (kept in {LOGIN_FILE})")
        self.stdout.write("\n  Stop with Ctrl-C.\n")
