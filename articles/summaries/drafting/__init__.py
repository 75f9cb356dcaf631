"""Drafts by machine for editors to work on, chosen like EMAIL_BACKEND by a dotted path in SUMMARY_BACKEND."""

from django.conf import settings
from django.core.checks import Error, register
from django.utils.module_loading import import_string

from articles.summaries.drafting.base import Drafter, DraftError


def drafter() -> Drafter:
    """The backend in use. Raises ImportError, or DraftError when a setting of its own is missing."""
    return import_string(settings.SUMMARY_BACKEND)()


@register
def check_backend(app_configs, **kwargs):
    """`manage.py check` and every command say so when SUMMARY_BACKEND cannot be used."""
    try:
        drafter()
    except (ImportError, TypeError) as error:
        return [Error(f"SUMMARY_BACKEND is no drafting backend: {error}", id="articles.E001")]
    except DraftError as error:
        return [Error(f"SUMMARY_BACKEND: {error}", id="articles.E002")]
    return []
