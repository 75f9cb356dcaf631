"""Rebuild what is derived from stored sources, article by article."""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.discovery.search import rebuild
from articles.management.preparation import require_prepared
from articles.models import Article
from articles.models.articles.derivation import DERIVATIONS, complete, derive
from articles.models.articles.turns import in_turn
from articles.models.topics.story_count import count_stories
from articles.rendering import UnrenderableBody

TOPICS = "topics"  # those that no article has are counted too
SEARCH = "search"  # begun anew as a whole, which leaves a smaller index than article by article


class Command(BaseCommand):
    help = "Rebuilds every derived column and table. Safe to run at any time; readers notice nothing."

    def add_arguments(self, parser):
        parser.add_argument("--only", choices=DERIVATIONS, action="append", help="rebuild only this part")

    def handle(self, only, **options):
        require_prepared()
        parts = complete(only or DERIVATIONS)
        place = list(DERIVATIONS).index(SEARCH)
        earlier, later = list(DERIVATIONS)[:place], list(DERIVATIONS)[place + 1 :]  # these read the index
        failed = self.derive_again([name for name in earlier if name in parts])
        if SEARCH in parts:
            rebuild(Article.objects.all())
        failed += self.derive_again([name for name in later if name in parts])
        if TOPICS in parts:
            count_stories()
        if failed:
            raise CommandError(f"{len(set(failed))} articles could not be rebuilt.")

    def derive_again(self, parts):
        """The numbers of the articles that could not be rebuilt."""
        numbers = list(Article.objects.values_list("pk", flat=True)) if parts else []
        return [pk for pk in tqdm(numbers, disable=None) if not self.rebuilt(pk, parts)]

    def rebuilt(self, pk, parts):
        """Whether it went well. The article is read under lock, so that nobody saves it in between."""
        try:
            with in_turn():
                for article in Article.objects.select_for_update().filter(pk=pk):
                    derive(article, parts)
        except UnrenderableBody as error:
            self.stderr.write(f"article {pk}: {error}")
            return False
        return True
