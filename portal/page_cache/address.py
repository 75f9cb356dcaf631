"""Which requests a kept page may answer, and by which address it is found.

Everything that Django looks at must stand in the address or be refused here; everything else must not reach
Django when a page is made to be kept. Hosts are not part of it: those that Django refuses are passed on to be
refused, and a page names the site by SITE_URL, whichever of its hosts it was asked from.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from portal.door import EDITORS, SAFE
from portal.page_cache.coding import best_coding

LONGEST = 1000  # bytes of a path, and of a query: four times the longest slug
LONGEST_HOST = 260  # bytes: a name has 253 (RFC 1035), a port six with its colon
NOISE = re.compile(r"utm_[a-z_]{1,30}|fbclid|gclid|msclkid|mc_[ce]id|igshid")  # names that count clicks
CHOOSING = {  # names that choose another page, and what our own links give them
    "before": re.compile(r"-?[0-9a-z]{1,20}\.[0-9a-z]{1,13}"),
    "after": re.compile(r"-?[0-9a-z]{1,20}\.[0-9a-z]{1,13}"),
    "kind": re.compile(r"[a-z]{1,20}"),
}
OWN_ANSWERS = re.compile(rf"{re.escape(settings.STATIC_URL)}|/pictures/|.*\.png$")  # files
# What Django does not answer alike for everybody.
PERSONAL = (settings.SESSION_COOKIE_NAME, "messages")
PASSED_ON = ("HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_TRANSFER_ENCODING", "SCRIPT_NAME")


class Address(NamedTuple):
    """secure: over https. query: in one order. coding: how the answer is compressed."""

    secure: bool
    path: str
    query: str
    coding: str


def address_of(environ) -> Address | None:
    """The address of a page that may be kept; None for a request that Django has to answer."""
    get, path = environ.get, environ["PATH_INFO"]
    if environ["REQUEST_METHOD"] not in SAFE or any(map(get, PASSED_ON)) or is_personal(get("HTTP_COOKIE")):
        return None
    host, asked = get("HTTP_HOST", ""), get("QUERY_STRING", "")
    if len(host) > LONGEST_HOST or max(len(path), len(asked)) > LONGEST:  # before any of it is remembered
        return None
    if get("CONTENT_LENGTH") not in (None, "", "0") or not is_allowed(host):
        return None
    query = kept_query(asked)
    if query is None or OWN_ANSWERS.match(path) or EDITORS.match(path):
        return None
    return Address(is_secure(environ), path, query, best_coding(get("HTTP_ACCEPT_ENCODING", "")))


def is_personal(cookies: str | None) -> bool:
    return bool(cookies) and any(name in cookies for name in PERSONAL)


@lru_cache(maxsize=1024)
def is_allowed(host: str) -> bool:
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


@lru_cache(maxsize=1024)
def kept_query(query: str) -> str | None:
    """A query without noise; None when it says what no kept page is chosen by."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return None
    chosen = sorted((name, value) for name, value in pairs if not NOISE.fullmatch(name))
    names = [name for name, _value in chosen]
    known = all(name in CHOOSING and CHOOSING[name].fullmatch(value) for name, value in chosen)
    return urlencode(chosen) if known and len(set(names)) == len(names) else None


def is_secure(environ) -> bool:
    """As Django's request.is_secure(), which the headers of an answer hang on."""
    if proxy := settings.SECURE_PROXY_SSL_HEADER:
        header, secure = proxy
        if (said := environ.get(header)) is not None:
            return said.split(",", 1)[0].strip() == secure
    return environ["wsgi.url_scheme"] == "https"
