"""Who asks: behind proxies every connection is theirs, and their word for the client is one header."""

from ipaddress import ip_address

from django.conf import settings


def address_of_client(environ) -> str:
    """The address that the outermost of our own proxies saw; the connection's where it says none.

    Each proxy adds to the end of X-Forwarded-For whom it saw. What stands before our own ones' words is what
    the client claims.
    """
    seen = environ.get("HTTP_X_FORWARDED_FOR", "").split(",")
    trusted = settings.TRUSTED_PROXIES
    if not 0 < trusted <= len(seen):
        return environ.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(seen[-trusted].strip()))
    except ValueError:
        return environ.get("REMOTE_ADDR", "")
