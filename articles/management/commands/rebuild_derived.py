"""Rebuild what is derived from stored sources: renderings and the dates that topic rows carry."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from articles.models import Article
from articles.rendering import UnrenderableBody


class Command(BaseCommand):
    help = "Rebuilds every derived column and table. Safe to run at any time; readers notice nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--only", choices=sorted(self.PARTS), action="append", help="rebuild only this part"
        )

    def handle(self, only, **options):
        parts = [self.PARTS[name] for name in only or sorted(self.PARTS)]
        articles = Article.objects.select_related("source")
        failed = [
            article
            for article in tqdm(articles.iterator(200), total=articles.count(), disable=None)
            if not self.rebuilt(article, parts)
        ]
        if failed:
            raise CommandError(f"{len(failed)} articles could not be rebuilt.")

    def rebuilt(self, article, parts):
        try:
            with transaction.atomic():
                for part in parts:
                    part(article)
        except UnrenderableBody as error:
            self.stderr.write(f"article {article.pk}: {error}")
            return False
        return True

    PARTS = {"renderings": Article.derive_rendering, "topics": Article.derive_topic_dates}
