"""Rebuild what is derived from stored sources, article by article."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from articles.discovery.search import rebuild
from articles.models import Article
from articles.models.derivation import DERIVATIONS, derive
from articles.rendering import UnrenderableBody

SEARCH = "search"  # begun anew as a whole, which leaves a smaller index than article by article


class Command(BaseCommand):
    help = "Rebuilds every derived column and table. Safe to run at any time; readers notice nothing."

    def add_arguments(self, parser):
        parser.add_argument("--only", choices=DERIVATIONS, action="append", help="rebuild only this part")

    def handle(self, only, **options):
        parts = [name for name in only or DERIVATIONS if name != SEARCH]
        failed = self.derive_again(parts) if parts else []
        if only is None or SEARCH in only:
            rebuild(Article.objects.all())
        if failed:
            raise CommandError(f"{len(failed)} articles could not be rebuilt.")

    def derive_again(self, parts):
        """The numbers of the articles that could not be rebuilt."""
        articles = Article.objects.select_related("source", "rendering")
        return [
            article.pk
            for article in tqdm(articles.iterator(200), total=articles.count(), disable=None)
            if not self.rebuilt(article, parts)
        ]

    def rebuilt(self, article, parts):
        try:
            with transaction.atomic():
                derive(article, parts)
        except UnrenderableBody as error:
            self.stderr.write(f"article {article.pk}: {error}")
            return False
        return True
