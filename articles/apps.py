from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Reading portal")

    def ready(self):
        """Settings that cannot work are told before anything runs."""
        from articles.summaries import drafting  # noqa: F401  registers its check
