"""A passkey in a real browser, whose authenticator is Chromium's virtual one: added, and signed in by."""

import pytest
from django.contrib.auth.models import User

from articles.models import Passkey

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "right and long"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def member():
    return User.objects.create_superuser("editor", password=PASSWORD)


@pytest.fixture
def page(open_page, live_server, settings):
    """A window with an authenticator, on a portal that is known by the name at which it is opened."""
    settings.SITE_URL = live_server.url
    page = open_page("/robots.txt", reduced_motion="reduce")
    page.protocol = page.context.new_cdp_session(page)
    page.protocol.send("WebAuthn.enable")
    added = page.protocol.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.authenticator = added["authenticatorId"]
    return page


def add_passkey(page, url):
    page.goto(f"{url}/en/admin/second-factor/")
    page.get_by_label("Name of the passkey").fill("the red key")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_text("these codes signs you in once").wait_for()


def type_password(page, url):
    page.goto(f"{url}/en/admin/login/?next=/en/admin/second-factor/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_text("Now use your passkey").wait_for()


def test_a_passkey_is_added_signs_in_and_is_taken_away(page, live_server, sign_in, member):
    sign_in(page, member)
    add_passkey(page, live_server.url)
    assert Passkey.objects.get().name == "the red key"
    page.context.clear_cookies()
    type_password(page, live_server.url)
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("Show it once more").wait_for()  # signed in, at the page that was asked for
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("button", name="Take it away").click()
    page.get_by_text("your password alone signs you in").wait_for()
    assert not Passkey.objects.exists()


def test_whoever_is_not_verified_by_the_device_stays_outside(page, live_server, sign_in, member):
    sign_in(page, member)
    add_passkey(page, live_server.url)
    page.context.clear_cookies()
    told = {"authenticatorId": page.authenticator, "isUserVerified": False}
    page.protocol.send("WebAuthn.setUserVerified", told)
    type_password(page, live_server.url)
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("No passkey was used").wait_for()
    assert page.get_by_role("button", name="Log in").is_visible()


def test_where_the_browser_knows_no_passkeys_codes_are_offered_alone(page, live_server, sign_in, member):
    page.add_init_script("delete window.PublicKeyCredential")
    sign_in(page, member)
    page.goto(f"{live_server.url}/en/admin/second-factor/")
    page.get_by_alt_text("QR code").wait_for()
    assert page.get_by_role("button", name="Add a passkey").is_hidden()
