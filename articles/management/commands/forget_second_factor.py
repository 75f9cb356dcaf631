"""The way out for whoever has lost their devices and the recovery codes."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from articles.admin.second_factor.devices import forget
from articles.management.preparation import require_prepared


class Command(BaseCommand):
    help = "Takes away a person's second factor: the password alone signs in, until another is set up."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the name the person signs in by")

    def handle(self, name, **options):
        require_prepared()
        user = get_user_model().objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"Nobody signs in as {name}.")
        if not forget(user):
            raise CommandError(f"{name} has no second factor.")
        self.stdout.write(f"{name} signs in by password alone, until a second factor is set up again.")
