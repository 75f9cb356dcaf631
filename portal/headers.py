"""Headers that Django has no setting for."""

from portal.door import EDITORS

# What a page of ours never asks a browser for, so that nothing that gets into one can. Copying an address and
# handing it to another program are used by the share buttons. Names: the W3C's registry of
# policy-controlled features, those that Chromium knows by default: it warns of the others on every page.
UNUSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-create",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
USED = ("clipboard-write", "fullscreen")


def permissions(*also: str) -> str:
    """Permissions-Policy of a page; also: what this one asks for all the same."""
    closed = [f"{name}=()" for name in UNUSED if name not in also]
    return ", ".join([*closed, *(f"{name}=(self)" for name in (*USED, *also))])


PERMISSIONS = permissions()


class FewerPowers:
    """Middleware: what pages may ask of a browser, and who may show what is ours.

    Cards alone are made to be shown by other sites, where a link is shared.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        shown_by = "cross-origin" if request.path.endswith("/card.png") else "same-origin"
        response.setdefault("Cross-Origin-Resource-Policy", shown_by)
        return response


# https://www.w3.org/TR/trusted-types/: text becomes neither markup nor script, whoever brought it in.
TRUSTED_TYPES = {"require-trusted-types-for": ["'script'"], "trusted-types": ["worker"]}


class TrustedTypes:
    """Middleware: adds them to the policy of readers' pages; the desk shows what the server has rendered."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not EDITORS.match(request.path):
            response._csp_update = TRUSTED_TYPES
        return response
