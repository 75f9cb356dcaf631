"""When the database does not answer, or a form's token is old: say so, and give an editor's words back."""

import sys
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseBadRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext_lazy as _
from django.views.defaults import server_error

RETRY_AFTER = 10  # seconds
TOKEN = "csrfmiddlewaretoken"  # noqa: S105  the name of a field
# What is told of a request that is too much, and how much may be sent.
TOO_MUCH = {
    TooManyFilesSent: (
        _("At most %d files can be sent at once. Pack more into a zip archive."),
        settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    ),
    RequestDataTooBig: (
        _("At most %d MB can be typed or pasted. Save the text as a file, and send that."),
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2,
    ),
}
SHORTEST_SHOWN = 20  # characters of a field; shorter ones are numbers and choices, and go along unseen


def failed(request):
    """Instead of Django's page of failures: a database that is locked, full or absent is back in a moment."""
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return server_error(request)
    answer = page(request, "503.html", HTTPStatus.SERVICE_UNAVAILABLE, sent(request))
    answer["Retry-After"] = RETRY_AFTER
    return answer


def unreadable(request, exception):
    """Instead of Django's page of bad requests: of what is too much it is said how much may be sent."""
    told, most = TOO_MUCH.get(type(exception), ("", None))
    with translation.override(get_language_from_path(request.path) or settings.LANGUAGE_CODE):
        words = render_to_string("400.html", {"told": told and told % most})
    return HttpResponseBadRequest(words)


def csrf_failed(request, reason=""):
    """A form whose token is no longer good. Only one that came from our own pages may be sent again."""
    fields = sent(request)
    if request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}":
        fields = [(name, get_token(request) if name == TOKEN else value) for name, value in fields]
        return page(request, "403_csrf.html", HTTPStatus.FORBIDDEN, fields)
    return page(request, "403_csrf.html", HTTPStatus.FORBIDDEN, fields, may_be_sent=False)


def signed_out(path: str) -> bytes:
    """A page for a stranger who sends a form, whose words were not read. path: the form's."""
    with translation.override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        return render_to_string("403_signed_out.html", {"path": path, "sign_in": sign_in(path)}).encode()


def sent_signed_out(request):
    """The words of an editor whose session is over, to be sent again after signing in beside them."""
    return page(request, "403_signed_out.html", HTTPStatus.FORBIDDEN, sent(request))


def sign_in(path: str) -> str:
    """The address at which to sign in, which leads on to a path."""
    return f"{reverse('admin:login')}?{urlencode({'next': path})}"


def sent(request) -> list[tuple[str, str]]:
    """What was typed into a form, but for passwords."""
    if request.method != "POST":
        return []
    fields = ((name, value) for name, values in request.POST.lists() for value in values)
    return [(name, value) for name, value in fields if "password" not in name]


def page(request, template, status, fields, may_be_sent=True) -> HttpResponse:
    """A page that asks the database for nothing, in the language of its address."""
    shown = [(name, value) for name, value in fields if len(value) >= SHORTEST_SHOWN and name != TOKEN]
    context = {
        "path": request.get_full_path(),
        "fields": fields if may_be_sent else [],
        "words": shown,
        "shown": [name for name, _value in shown],
    }
    with translation.override(get_language_from_path(request.path) or settings.LANGUAGE_CODE):
        context["sign_in"] = sign_in(request.path)
        words = render_to_string(template, context)
    return HttpResponse(words, status=status, headers={"Cache-Control": "no-store"})
