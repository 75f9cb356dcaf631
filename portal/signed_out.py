"""Whoever sends a form when the session is over: what was typed is given back, with the way to sign in.

The door reads nothing that a stranger sends, so a cookie that outlives the session says who is none.
"""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from portal import trouble

KNOWN_FOR = 30 * 24 * 3600  # seconds since somebody signed in; a session lasts half of it
KNOWN = "editor"  # who it was is nobody's business
SIGNER = TimestampSigner(salt="portal.signed_out")


class WordsOfSignedOut:
    """After the middleware that knows the user."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        answer = self.get_response(request)
        if request.method != "POST" or answer.status_code != HTTPStatus.FOUND:
            return answer
        sign_in = reverse("admin:login")
        if request.path == sign_in:
            return remember(answer) if request.user.is_authenticated else answer
        is_sent_away = urlsplit(answer["Location"]).path == sign_in
        by_a_script = not request.accepts("text/html")  # which has the words
        return trouble.sent_signed_out(request) if is_sent_away and not by_a_script else answer


def remember(answer):
    """Tell the browser that somebody signed in here."""
    answer.set_cookie(
        settings.KNOWN_COOKIE_NAME,
        SIGNER.sign(KNOWN),
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def is_known(cookie: str) -> bool:
    """Whether a cookie is of somebody who signed in here within KNOWN_FOR."""
    try:
        return SIGNER.unsign(cookie, max_age=KNOWN_FOR) == KNOWN
    except BadSignature:
        return False
