"""A second factor at sign-in: asked for where a person has one, set up by a picture, lost and found again."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.admin.second_factor.codes import RECOVERY_CODES, new_recovery_codes
from articles.management.roles import ADMINISTRATORS, AUTHORS, EDITORS
from tests.admin.second_factor.signing_in import PAGE, PASSWORD, SIGN_IN, code_of, make_app, sign_in

pytestmark = pytest.mark.django_db


def test_without_a_second_factor_the_password_signs_in(browser, member):
    assert sign_in(browser)


def test_with_one_the_password_alone_does_not(browser, member):
    make_app(member)
    answer = browser.post(SIGN_IN, {"username": "editor", "password": PASSWORD})
    assert "the code that your app shows" in answer.content.decode()
    assert "_auth_user_id" not in browser.session


def test_the_app_s_code_signs_in(browser, member):
    app = make_app(member)
    assert sign_in(browser, code_of(app))
    assert browser.get("/en/admin/").status_code == 200


def test_a_code_may_be_typed_with_a_space(browser, member):
    code = code_of(make_app(member))
    assert sign_in(browser, f"{code[:3]} {code[3:]}")


def test_a_code_signs_in_once(browser, member):
    code = code_of(make_app(member))
    assert sign_in(browser, code)
    assert not sign_in(Client(), code)


@pytest.mark.parametrize("code", ["000000", "12345", "abcdefgh", "1" * 20, "123456 or 1=1", "٠١٢٣٤٥"])
def test_a_wrong_code_does_not_sign_in(browser, member, code):
    make_app(member)
    assert not sign_in(browser, code)


def test_after_a_wrong_code_even_the_right_one_has_to_wait(browser, member):
    app = make_app(member)
    assert not sign_in(browser, "000000")
    assert not sign_in(browser, code_of(app))
    TOTPDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0)
    assert sign_in(browser, code_of(app))


def test_a_wrong_password_is_not_told_from_a_missing_code(browser, member):
    make_app(member)
    page = browser.post(SIGN_IN, {"username": "editor", "password": "wrong"}).content.decode()
    assert "the code that your app shows" not in page
    assert not TOTPDevice.objects.exclude(throttling_failure_count=0).exists()


def test_a_recovery_code_signs_in_once(browser, member):
    make_app(member)
    code = new_recovery_codes(member)[0]
    assert sign_in(browser, code.upper())
    assert not sign_in(Client(), code)


def test_guessing_at_recovery_codes_does_not_lock_the_app(browser, member):
    app = make_app(member)
    new_recovery_codes(member)
    assert not sign_in(browser, "abcdefgh")
    assert sign_in(browser, code_of(app))


def shown_codes(answer):
    return re.findall(r"<code lang=\"zxx\">([a-z2-7]{8})</code>", answer.content.decode())


def test_one_is_set_up_by_a_picture_and_a_code(browser, member):
    browser.force_login(member)
    page = browser.get(PAGE).content.decode()
    assert "data:image/svg+xml" in page
    app = TOTPDevice.objects.get()
    assert not app.confirmed
    answer = browser.post(PAGE, {"code": code_of(app), "deed": "app"})
    assert len(shown_codes(answer)) == RECOVERY_CODES
    assert not sign_in(Client())
    assert browser.get("/en/admin/").status_code == 200
    assert sign_in(Client(), shown_codes(answer)[0])


def test_the_key_can_be_typed_too(browser, member):
    browser.force_login(member)
    page = browser.get(PAGE).content.decode()
    key = re.search(r'<code lang="zxx">([A-Z2-7 ]+)</code>', page)[1].replace(" ", "")
    assert f"secret={key}" in TOTPDevice.objects.get().config_url


def test_a_wrong_code_sets_nothing_up(browser, member):
    browser.force_login(member)
    browser.get(PAGE)
    browser.post(PAGE, {"code": "000000", "deed": "app"})
    assert not TOTPDevice.objects.get().confirmed
    assert sign_in(Client())


def test_what_is_not_set_up_to_the_end_is_not_asked_for(browser, member):
    browser.force_login(member)
    browser.get(PAGE)
    assert sign_in(Client())


def signed_in_by_code(member):
    browser, app = Client(), make_app(member)
    assert sign_in(browser, code_of(app, steps=-1))
    return browser, app


def gone(device):
    return {"deed": "remove", "device": device.persistent_id}


def test_before_anything_is_changed_it_is_shown_again(member):
    browser, app = signed_in_by_code(member)
    for change in (gone(app), {"deed": "renew"}, {"code": "000000", **gone(app)}):
        assert not shown_codes(browser.post(PAGE, change))
    assert TOTPDevice.objects.exists()
    TOTPDevice.objects.update(throttling_failure_timestamp=None)
    browser.post(PAGE, {"code": code_of(app)})
    browser.post(PAGE, gone(app))
    assert not TOTPDevice.objects.exists()
    assert sign_in(Client())


def test_it_is_asked_for_again_ten_minutes_later(member):
    browser, app = signed_in_by_code(member)
    browser.post(PAGE, {"code": code_of(app)})
    assert "New recovery codes" in browser.get(PAGE).content.decode()
    session = browser.session
    session["second_factor_shown_at"] -= 601
    session.save()
    assert "New recovery codes" not in browser.get(PAGE).content.decode()


def test_new_recovery_codes_void_those_of_before(member):
    old = new_recovery_codes(member)
    browser, app = signed_in_by_code(member)
    browser.post(PAGE, {"code": code_of(app)})
    answer = browser.post(PAGE, {"deed": "renew"})
    assert len(shown_codes(answer)) == StaticToken.objects.count() == RECOVERY_CODES
    assert not set(old) & set(shown_codes(answer))
    assert StaticDevice.objects.count() == 1


def test_without_a_second_factor_there_are_no_recovery_codes(browser, member):
    browser.force_login(member)
    assert browser.post(PAGE, {"deed": "renew"}).status_code == 400
    assert not StaticDevice.objects.exists()


@pytest.mark.parametrize("named", ["", "auth.user/1", "articles.passkey/x", "/", "\0"])
def test_what_is_no_device_of_ones_own_is_not_taken_away(member, named):
    browser, app = signed_in_by_code(member)
    browser.post(PAGE, {"code": code_of(app)})
    stranger = make_app(User.objects.create_user("stranger"))
    for device in (named, stranger.persistent_id):
        assert browser.post(PAGE, {"deed": "remove", "device": device}).status_code == 400
    assert TOTPDevice.objects.count() == 2


def test_a_session_without_the_code_cannot_set_up_another(browser, member):
    browser.force_login(member)
    make_app(member)
    answer = browser.get(PAGE)
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, SIGN_IN)
    assert TOTPDevice.objects.count() == 1


@pytest.mark.parametrize("is_staff", [None, False])
def test_readers_have_no_second_factor(browser, is_staff):
    if is_staff is False:
        browser.force_login(User.objects.create_user("reader"))
    assert browser.get(PAGE).status_code == 302
    assert not TOTPDevice.objects.exists()


@pytest.fixture
def required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.mark.parametrize("address", ["/en/admin/", "/en/admin/articles/article/", "/en/admin/desk/"])
def test_an_administrator_without_one_is_led_to_set_it_up(required, works_as, address):
    answer = works_as(ADMINISTRATORS).get(address, follow=True)
    assert answer.request["PATH_INFO"] == PAGE


def test_an_administrator_s_deeds_wait_for_it(required, works_as):
    administrator = works_as(ADMINISTRATORS)
    administrator.post("/en/admin/auth/user/add/", {"username": "more", "password1": "x", "password2": "x"})
    assert User.objects.count() == 1


def test_once_it_is_set_up_an_administrator_goes_on(required, works_as):
    administrator = works_as(ADMINISTRATORS)
    administrator.get(PAGE)
    administrator.post(PAGE, {"code": code_of(TOTPDevice.objects.get()), "deed": "app"})
    assert administrator.get("/en/admin/").status_code == 200


def test_an_administrator_cannot_take_it_away(required, member):
    browser, app = signed_in_by_code(member)
    browser.post(PAGE, {"code": code_of(app)})
    spelt_otherwise = {"deed": "remove", "device": app.persistent_id.replace("/", "/0")}
    assert [browser.post(PAGE, each).status_code for each in (gone(app), spelt_otherwise)] == [403, 400]
    assert TOTPDevice.objects.exists()


@pytest.mark.parametrize("role", [AUTHORS, EDITORS])
def test_of_others_it_is_not_asked(required, works_as, role):
    assert works_as(role).get("/en/admin/").status_code == 200


def test_no_secret_is_listed_in_the_admin(desk):
    assert desk.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert desk.get("/admin/otp_static/staticdevice/").status_code == 404


def test_whoever_lost_everything_is_let_in_by_command(browser, member, capsys):
    make_app(member)
    new_recovery_codes(member)
    call_command("forget_second_factor", "editor")
    assert "editor signs in by password alone" in capsys.readouterr().out
    assert sign_in(browser)


@pytest.mark.parametrize(
    ("name", "told"), [("nobody", "Nobody signs in"), ("editor", "has no second factor")]
)
def test_the_command_says_why_it_did_nothing(member, name, told):
    with pytest.raises(CommandError, match=told):
        call_command("forget_second_factor", name)
