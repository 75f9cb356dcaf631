"""How the staff sign in: by name and password, and a code where there is an app."""

from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

SIGN_IN, PAGE = "/en/admin/login/", "/en/admin/second-factor/"
PASSWORD = "right and long"
NOW = 1_800_000_000  # seconds; the apps' clock stands still, or a half minute ends between a code and its use


def code_of(device, steps=0) -> str:
    """What the app shows, so many half minutes from now."""
    totp = TOTP(device.bin_key)
    totp.time = NOW + 30 * steps
    return f"{totp.token():06}"


def make_app(user) -> TOTPDevice:
    return TOTPDevice.objects.create(user=user, name="app")


def sign_in(client, code="", name="editor", password=PASSWORD):
    """Whether the sign-in went well."""
    sent = {"username": name, "password": password, "code": code, "next": "/en/admin/"}
    return client.post(SIGN_IN, sent).status_code == 302
