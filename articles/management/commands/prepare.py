"""Everything between a fresh checkout and a running portal. Run before every start; quick the second time."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Article
from articles.models.roles import make_roles

LOGIN_FILE = settings.VAR / "editor-login"
LOGIN_NAME = "editor"


class Command(BaseCommand):
    help = (
        "Migrates, collects static files, loads the sample library on the first run, prints the editor login."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000")

    def handle(self, port, **options):
        call_command("migrate", verbosity=0)
        make_roles()
        call_command("collectstatic", verbosity=0, interactive=False)
        if not LOGIN_FILE.exists() and not get_user_model().objects.exists():
            self.make_editor()
            if not Article.objects.exists():
                call_command("load_sample", stdout=self.stdout)
        self.welcome(port)

    def make_editor(self):
        password = secrets.token_urlsafe(9)
        get_user_model().objects.create_superuser(LOGIN_NAME, password=password)
        LOGIN_FILE.touch(mode=0o600)
        LOGIN_FILE.write_text(password)

    def welcome(self, port):
        address = f"http://127.0.0.1:{port}"
        self.stdout.write(f"\n  Readers   {address}/")
        self.stdout.write(f"  Editors   {address}/admin/")
        if LOGIN_FILE.exists():
            self.stdout.write(
                f"  Login     {LOGIN_NAME} / {LOGIN_FILE.read_text()}   (first password, in var/editor-login)"
            )
        self.stdout.write("\n  Stop with Ctrl-C.\n")
