"""Draft summaries by machine for articles that have none, the newest first."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.management.preparation import require_prepared
from articles.models import Article
from articles.models.languages import SummaryLanguage
from articles.summaries.drafting.base import CannotDraft, DraftError
from articles.summaries.drafting.drafts import DailyLimit, make_draft

LIMIT = 50


class Command(BaseCommand):
    help = "Drafts summaries for editors to check. What is written or drafted already stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, default=LIMIT, help=f"articles at most ({LIMIT})")
        parser.add_argument(
            "--language",
            choices=SummaryLanguage.values,
            help="of the summaries; without it that of each article",
        )
        parser.add_argument("--dry-run", action="store_true", help="name the articles, draft nothing")

    def handle(self, limit, language, dry_run, **options):
        if limit < 1:
            raise CommandError("--limit: at least 1.")
        require_prepared()
        articles = self.waiting(language)[:limit]
        if dry_run:
            for article in articles:
                self.stdout.write(f"{article.pk}\t{article.headline}")
            return
        outcomes = Counter()
        try:
            for article in tqdm(list(articles), unit=" articles", disable=None):
                outcomes[self.drafted(article, language)] += 1
        except DailyLimit as error:
            self.stderr.write(str(error))
        except DraftError as error:
            raise CommandError(str(error)) from error
        counted = (f"{count} {name}" for name, count in sorted(outcomes.items()))
        self.stdout.write(", ".join(counted) or "nothing")

    def waiting(self, language):
        """Articles without a summary in a language, or without any."""
        written = {"summaries__language": language} if language else {"summaries__isnull": False}
        articles = Article.objects.exclude(**written).newest_first()
        return articles.select_related("source", "rendering")

    def drafted(self, article, language) -> str:
        """Drafts for one article and returns what became of it."""
        try:
            draft = make_draft(article, language or language_for(article))
        except CannotDraft as error:
            tqdm.write(f"article {article.pk}: {error}", file=self.stderr)
            return "left out"
        if draft.reason:
            tqdm.write(f"article {article.pk}: {draft.reason}", file=self.stderr)
        return draft.state


def language_for(article) -> str:
    """A summary's language as near to the article's as there is one."""
    return article.language if article.language in SummaryLanguage.values else SummaryLanguage.ZH_HANT
