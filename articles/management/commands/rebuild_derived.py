"""Rebuild what is derived from stored sources, article by article."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from articles.models import Article
from articles.models.derivation import DERIVATIONS, derive
from articles.rendering import UnrenderableBody


class Command(BaseCommand):
    help = "Rebuilds every derived column and table. Safe to run at any time; readers notice nothing."

    def add_arguments(self, parser):
        parser.add_argument("--only", choices=DERIVATIONS, action="append", help="rebuild only this part")

    def handle(self, only, **options):
        articles = Article.objects.select_related("source", "rendering")
        failed = [
            article.pk
            for article in tqdm(articles.iterator(200), total=articles.count(), disable=None)
            if not self.rebuilt(article, only)
        ]
        if failed:
            raise CommandError(f"{len(failed)} articles could not be rebuilt.")

    def rebuilt(self, article, only):
        try:
            with transaction.atomic():
                derive(article, only)
        except UnrenderableBody as error:
            self.stderr.write(f"article {article.pk}: {error}")
            return False
        return True
