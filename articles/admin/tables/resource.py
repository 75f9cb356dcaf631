"""A table of summaries: a row an article and language, written and read by the same columns."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export import resources
from import_export.fields import Field

from articles.models import Article, Summary
from articles.models.languages import CHINESE, SummaryLanguage, scripts_open
from articles.models.row_numbers import row_number
from articles.models.summaries.summary import SummaryOrigin, Words
from articles.summaries.checks import check
from articles.summaries.evidence import evidence_of, names_for
from articles.summaries.messages import message_of

ENGLISH = SummaryLanguage.EN


class SummaryTable(resources.ModelResource):
    """Exports rows of `rows_for`; imports them for review, never to readers.

    user: who hands it in or takes it out. is_public: export what readers see and nothing that waits.
    """

    article = Field("article_id", "article", readonly=True)
    language = Field("language", "language", readonly=True)
    headline, text, points = (Field(name, name, default="") for name in ("headline", "text", "points"))
    status = Field("status", "status", readonly=True)
    version = Field("version", "version", readonly=True)
    article_headline = Field("article__headline", "article_headline", readonly=True)
    address = Field("article__source_url", "address", readonly=True)

    class Meta:
        model = Summary
        fields = [
            "article", "language", "headline", "text", "points",
            "status", "version", "article_headline", "address",
        ]  # fmt: skip
        export_order = fields
        import_id_fields = ["article", "language"]
        use_transactions = True
        skip_html_diff = True

    def __init__(self, user, *, is_public=False):
        super().__init__()
        self.user, self.is_public = user, is_public

    # Out

    def dehydrate_headline(self, summary):
        return self._said(summary).headline

    def dehydrate_text(self, summary):
        return self._said(summary).text

    def dehydrate_points(self, summary):
        return "\n".join(self._said(summary).points)

    def _said(self, summary) -> Words:
        return summary.words if self.is_public else summary.proposed

    # In

    def get_or_init_instance(self, instance_loader, row):
        """The summary a row means, or a new one. Raises ValidationError for no such article or language."""
        article, language = _article(row["article"]), row["language"]
        if language not in SummaryLanguage.values:
            raise ValidationError({"language": _("Summaries are in zh-Hant, zh-Hans or en.")})
        known = Summary.objects.filter(article=article, language=language).first()
        made = known or Summary(article=article, language=language, origin=SummaryOrigin.IMPORTED)
        return made, known is None

    def skip_row(self, instance, original, row, import_validation_errors=None):
        """Nothing was written, or nothing else than what is there."""
        return not instance.words or instance.words == original.proposed

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """Refuse what the desk refuses, and words written over a summary that has changed since."""
        if str(self.version_in_row) != str(instance.version or ""):
            raise ValidationError({"version": _("Somebody changed the summary after this table was made.")})
        _refuse_second_script(instance)
        evidence, words = evidence_of(instance.article), {instance.language: instance.words}
        refusals = [
            finding for finding in check(words, evidence, names_for(evidence, words)) if finding.blocks
        ]
        if refusals:
            raise ValidationError({finding.field: message_of(finding) for finding in refusals})

    def before_import_row(self, row, **kwargs):
        self.version_in_row = str(row.get("version") or "")

    def do_instance_save(self, instance, is_create):
        summary, words = instance, instance.words
        if not is_create:
            summary = Summary.objects.get(pk=instance.pk)
        summary.propose(words, self.user, in_history=False)
        summary.submit(self.user)


def _refuse_second_script(summary):
    """Rows are stored one by one, so that the one before it in its table is seen too."""
    written = Summary.objects.filter(article=summary.article_id).values_list("language", flat=True)
    if summary.language in CHINESE and summary.language not in scripts_open(written):
        other = SummaryLanguage(scripts_open(written)[0]).label
        told = _("The article has its Chinese summary in another script: %(script)s.") % {"script": other}
        raise ValidationError({"language": told})


def _article(number):
    """The article of a cell. A spreadsheet may have made a fraction of its number."""
    found = Article.objects.filter(pk=row_number(str(number).removesuffix(".0").strip())).first()
    if found is None:
        raise ValidationError({"article": _("There is no article “%s”.") % number})
    return found


def rows_for(articles):
    """Rows of these articles, Chinese before English; empty ones where nothing is written yet.

    articles: a queryset. Reads summaries in one more query.
    """
    for article in articles.prefetch_related("summaries"):
        written = {summary.language: summary for summary in article.summaries.all()}
        chinese = [language for language in written if language != ENGLISH] or [CHINESE[0]]
        for language in [*sorted(chinese), ENGLISH]:
            yield written.get(language) or _empty(article, language)


def _empty(article, language):
    return Summary(article=article, language=language, status="", version=None)
